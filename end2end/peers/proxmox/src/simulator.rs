use std::{collections::BTreeMap, io, net::SocketAddr, sync::Arc, time::Duration};

use serde_json::Value;
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    Fault, Settings,
    access::{Access, deployer},
    calls,
    cluster::Cluster,
    control,
    faults::Faults,
    journal::Journal,
    machines::Running,
    tasks::Tasks,
    wire::{self, CertificateError, Identities},
    world::{State, World},
};

#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the simulator can't listen there")]
    Listen(#[source] io::Error),
    #[error("there is no place for uploads")]
    Directory(#[source] io::Error),
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    #[error("TLS can't be set up")]
    Tls(#[from] rustls::Error),
}

/// A host that answers as Proxmox VE does, until this is dropped.
///
/// There are a user `fediversity@pve` with a token that may do what deploying needs, everywhere, and `root@pam`.
#[derive(Debug)]
pub struct Simulator {
    world: Arc<World>,
    address: SocketAddr,
    token: String,
    listening: JoinHandle<()>,
}

impl Simulator {
    /// # Errors
    ///
    /// When the address is taken, or the system gives no certificate or directory.
    pub async fn start(settings: Settings) -> Result<Self, StartError> {
        let listener = TcpListener::bind(settings.listen).await.map_err(StartError::Listen)?;
        let address = listener.local_addr().map_err(StartError::Listen)?;
        let identities = Identities::new(vec!["localhost".into(), address.ip().to_string()])?;
        let files = TempDir::new().map_err(StartError::Directory)?;
        let mut access = Access::new(settings.version, &settings.root_password);
        let token = deployer::add(&mut access);
        let state = State {
            cluster: Cluster::new(settings.layout),
            access,
            tasks: Tasks::new(settings.task_time),
            faults: Faults::default(),
            boot_time: settings.boot_time,
        };
        let world = World::new(settings.version, state, settings.machines, Arc::new(identities), files);
        let world = Arc::new(world);
        let tls = wire::tls(&world)?;
        let serving = wire::listen(listener, Arc::clone(&world), tls);
        let listening = tokio::spawn(async move {
            let never = serving.await;
            match never {}
        });
        Ok(Self { world, address, token, listening })
    }

    /// Where it is, without a path: `https://127.0.0.1:40123`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://{}", self.address)
    }

    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// SHA-256 of the certificate that it shows now, as `AB:CD:…`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.world.identities.fingerprint()
    }

    /// The certificate that it shows now, for clients that want a file with it.
    #[must_use]
    pub fn certificate_pem(&self) -> String {
        self.world.identities.pem()
    }

    /// What stands behind `PVEAPIToken=`: `user@realm!token=secret`.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.world.journal
    }

    /// Lets something go wrong.
    pub fn inject(&self, fault: Fault) {
        self.world.inject(fault);
    }

    /// Faults that are still to come don't; nodes that went offline come back.
    pub fn clear_faults(&self) {
        self.world.clear_faults();
    }

    /// Does what a line of JSON asks for, as the program reads it from its input.
    #[must_use]
    pub fn control(&self, line: &str) -> Value {
        control::obey(&self.world, line)
    }

    /// How long tasks of a kind, such as `qmcreate`, take from now on; of every kind, where none is named.
    pub fn set_task_time(&self, kind: Option<&str>, time: Duration) {
        self.world.state().tasks.set_time(kind, time);
    }

    /// Leaves so many bytes on a storage.
    pub fn set_free_space(&self, node: &str, storage: &str, bytes: u64) {
        let mut state = self.world.state();
        let used = state.cluster.used(node, storage);
        if let Some(storage) = state.cluster.storages.get_mut(storage) {
            let by_volumes = used - storage.taken;
            storage.taken = storage.total.saturating_sub(by_volumes + bytes);
        }
    }

    /// Where the running machines are, by number.
    #[must_use]
    pub fn running(&self) -> BTreeMap<u32, Running> {
        self.world.running()
    }

    /// Stops its machines first, which takes as long as what stands behind them needs.
    pub async fn shut_down(self) {
        for vmid in self.running().into_keys() {
            self.world.machines.stop(vmid).await;
        }
    }

    /// Methods and paths of everything that is simulated.
    pub fn simulated() -> impl Iterator<Item = (&'static str, &'static str)> {
        calls::simulated()
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        self.listening.abort();
        self.world.state().tasks.abort_all();
    }
}
