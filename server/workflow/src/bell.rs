//! Tells workers and open streams of this process that the records changed, so that nobody has to ask all the time.
//!
//! It is only ever a shortcut: whoever waits also looks by themselves once in a while, because another process may
//! have changed the records.

use std::{sync::Arc, time::Duration};

use tokio::{sync::watch, time::timeout};

#[derive(Clone, Debug)]
pub struct Bell(Arc<watch::Sender<u64>>);

impl Default for Bell {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }
}

impl Bell {
    pub fn ring(&self) {
        self.0.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// An ear that hears every ring from now on.
    pub fn listen(&self) -> Ear {
        Ear(self.0.subscribe())
    }
}

#[derive(Debug)]
pub struct Ear(watch::Receiver<u64>);

impl Ear {
    /// Waits for a ring since the last call, at most so long.
    pub async fn wait(&mut self, at_most: Duration) {
        // Whether it rang or the time is over: the caller looks.
        let _ = timeout(at_most, self.0.changed()).await;
    }
}
