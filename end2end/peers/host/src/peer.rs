use std::{
    fs,
    net::IpAddr,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::Duration,
};

use crate::{
    Network, PeerError,
    cgroup::Cgroup,
    keeper::Keeper,
    network::Plug,
    setup::{cache, configuration, script},
    wait::until,
};

mod faults;
mod inside;
mod system;

const PORT: u16 = 22;
/// Twenty that start together on two processors take a quarter of this.
const BOOT_LIMIT: Duration = Duration::from_secs(60);

/// What a peer is like.
#[derive(Clone, Debug)]
pub struct Options {
    /// It passes for a NixOS host, with a first system that it boots.
    pub nixos: bool,
    /// The size of its disk, which is memory of this machine as far as it is filled.
    pub disk_mib: u32,
    /// Whose signatures its Nix accepts, such as `name:base64`; with none it accepts nothing.
    pub trusted_public_keys: Vec<String>,
    /// Who signs in as root, a line each as in `authorized_keys`.
    pub authorized_keys: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { nixos: false, disk_mib: 256, trusted_public_keys: Vec::new(), authorized_keys: Vec::new() }
    }
}

/// A host on this machine that is up. It ends when this is dropped, and with our process in any case.
#[derive(Debug)]
pub struct Peer {
    // In this order they end.
    keeper: Keeper,
    _cgroup: Cgroup,
    plug: Plug,
    mount: PathBuf,
    disk_mib: u32,
    host_key: String,
}

impl Peer {
    /// Starts one on a network of its own, and waits until it has booted.
    ///
    /// # Errors
    /// Without root, without the set-up of the tests, and where namespaces, mounts and interfaces can't be made.
    pub async fn start(options: Options) -> Result<Self, PeerError> {
        Self::start_on(&Network::start().await?, options).await
    }

    /// Starts one that shares a network with others, which can reach it.
    ///
    /// # Errors
    /// As [`Peer::start`].
    pub async fn start_on(network: &Network, options: Options) -> Result<Self, PeerError> {
        require_root()?;
        let cache = cache()?;
        let mount = cache.join("peer/mount");
        let keeper = Keeper::start(&NAMESPACES, keep(&cache, options.disk_mib)).await?;
        let cgroup = Cgroup::of(keeper.id())?;
        let plug = network.plug(&keeper).await?;
        let host_key = String::new();
        let mut peer = Self { keeper, _cgroup: cgroup, plug, mount, disk_mib: options.disk_mib, host_key };
        peer.host_key = peer.read_host_key()?;
        peer.configure(&options)?;
        peer.keeper.go_on().await?;
        peer.boots(None).await?;
        if options.nixos {
            peer.install().await?;
        }
        Ok(peer)
    }

    /// From the range 10.213.0.0/16; only this machine can reach it.
    pub fn address(&self) -> IpAddr {
        self.plug.address.into()
    }

    /// Of OpenSSH. The web server has port 80.
    pub fn port(&self) -> u16 {
        PORT
    }

    /// The public key by which it is known, such as `ssh-ed25519 AAAA…`.
    pub fn host_key(&self) -> String {
        self.host_key.clone()
    }

    /// A file of its disk, for us. Links in it mean our own files: name none.
    fn disk(&self, path: &str) -> PathBuf {
        self.keeper.path(&self.mount.join("root")).join(path)
    }

    fn read_host_key(&self) -> Result<String, PeerError> {
        let path = self.disk("etc/ssh/ssh_host_ed25519_key.pub");
        let key = fs::read_to_string(path).map_err(PeerError::io("reading a peer's host key"))?;
        Ok(key.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
    }

    /// Waits until it has booted, with another first process than `before`, and all its servers are ready.
    async fn boots(&mut self, before: Option<u32>) -> Result<(), PeerError> {
        let peer = &*self;
        let booted = until("booting a peer", BOOT_LIMIT, async || {
            let booted = peer.init().is_ok_and(|init| Some(init) != before);
            (booted && peer.has_started().await).then_some(())
        });
        let Err(error) = booted.await else { return Ok(()) };
        let stderr = self.keeper.complaint().await;
        Err(if stderr.is_empty() { error } else { PeerError::Failed { what: "booting a peer".into(), stderr } })
    }
}

const NAMESPACES: [&str; 6] = ["--net", "--mount", "--propagation=private", "--pid", "--fork", "--kill-child"];

fn keep(cache: &Path, disk_mib: u32) -> [String; 7] {
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let shell = || "/bin/sh".to_owned();
    let (keep, boot) = (script("keep.sh"), script("boot.sh"));
    [shell(), text(&keep), text(cache), text(configuration()), disk_mib.to_string(), shell(), text(&boot)]
}

pub(crate) fn require_root() -> Result<(), PeerError> {
    let us = fs::metadata("/proc/self").map_err(PeerError::io("finding out who runs this"))?;
    if us.uid() == 0 { Ok(()) } else { Err(PeerError::NotRoot) }
}
