use std::{net::SocketAddr, sync::Arc, time::Duration};

use crate::{
    Layout, Version,
    machines::{Machines, PaperMachines},
};

/// How a simulator starts.
#[derive(Clone, Debug)]
pub struct Settings {
    pub version: Version,
    pub layout: Layout,
    /// Port 0 is any that is free.
    pub listen: SocketAddr,
    /// The password of `root@pam`.
    pub root_password: String,
    /// How long each task takes, besides what it waits for.
    pub task_time: Duration,
    /// How long a machine runs before its guest agent answers.
    pub boot_time: Duration,
    pub machines: Arc<dyn Machines>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: Version::default(),
            layout: Layout::default(),
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            root_password: "simulated".into(),
            task_time: Duration::from_millis(20),
            boot_time: Duration::ZERO,
            machines: Arc::new(PaperMachines),
        }
    }
}
