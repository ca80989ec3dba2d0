//! A workshop that builds systems, and hosts that they are deployed to.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    os::unix::fs::symlink,
    path::Path,
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use adapter_ssh::{Machines, NixCommand, Signer, SshConfig};
use domain::{
    environment::{Environment, ProviderConfiguration},
    identifier::{DeploymentId, EnvironmentId},
    plan::Configuration,
    secret::Secret,
};
use peer_host::{Options, Peer};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;
use workflow::{
    port::{
        builder::Build,
        provider::{Credentials, Fence, ProviderError},
    },
    testing::provider::{Built, Tested},
};

/// Long enough for a machine under load, short enough to wait for.
pub(crate) const CONFIRMATION: Duration = Duration::from_secs(3);

/// Builds, signs, and has the keys.
pub(crate) struct Workshop {
    directory: TempDir,
    pub(crate) nix: NixCommand,
    pub(crate) signer: Signer,
    pub(crate) signer_secret: Secret,
    pub(crate) key: Secret,
    authorized: String,
}

/// Hosts of one environment, and the provider that deploys to them.
pub(crate) struct Town {
    pub(crate) workshop: Workshop,
    pub(crate) peers: Vec<Peer>,
    pub(crate) machines: Machines,
    pub(crate) environment: Environment,
    pub(crate) credentials: Credentials,
    pub(crate) names: BTreeSet<String>,
    pub(crate) deployment: DeploymentId,
}

impl Workshop {
    pub(crate) async fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let key = directory.path().join("key");
        let made =
            Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f"]).arg(&key).status();
        assert!(made.expect("ssh-keygen").success());
        let authorized = fs::read_to_string(key.with_extension("pub")).expect("its public half");
        let key = Secret::new(fs::read_to_string(&key).expect("a key"));
        let nix = nix(directory.path());
        let signer_secret = Signer::generate(&nix, "workshop-1").await.expect("a key");
        let signer = Signer::of(signer_secret.clone()).expect("its halves");
        Self { directory, nix, signer, signer_secret, key, authorized }
    }

    /// Builds a system as `closures` of the peers describes it.
    pub(crate) fn system(&self, name: &str, settings: &[(&str, &str)]) -> String {
        let mut command = self.nix_build();
        command.arg("--file").arg(peer_host::closures()).args(["--argstr", "name", name]);
        for (name, value) in settings {
            command.args(["--arg", name, value]);
        }
        self.built(command)
    }

    /// Builds what the environment `linux` makes of one site.
    pub(crate) fn site(&self, deployment: DeploymentId, text: &str) -> String {
        let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../nix/environments/linux/system.nix");
        let site = json!({ "name": "home.site", "value": {
            "result": { "host": "town.example.org" },
            "content": { "files": { "index.html": text }, "redirects": [], "headers": [], "notFound": null },
        }});
        let given = json!({
            "system": "x86_64-linux",
            "deployment": { "id": deployment.to_string(), "name": "town" },
            "settings": { "webRoot": "/var/www/fediversity", "certificate": null, "port": null },
            "sites": [site],
        });
        let mut command = self.nix_build();
        let expression = "{ library, given }: import library (builtins.fromJSON given)";
        let file = self.directory.path().join("site.nix");
        fs::write(&file, expression).expect("an expression");
        command.arg("--file").arg(file).arg("--argstr").arg("library").arg(library);
        command.args(["--argstr", "given", &given.to_string()]);
        self.built(command)
    }

    fn nix_build(&self) -> Command {
        let mut command = Command::new(&self.nix.program);
        command.args(&self.nix.options).args(["build", "--print-out-paths", "--no-link", "--impure"]);
        command.env_clear().envs(self.nix.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    fn built(&self, mut command: Command) -> String {
        let output = command.output().expect("nix");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// A closure with a system for each host.
    pub(crate) fn closure(&self, systems: &[(&str, &str)], sites: &[&str]) -> Built {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let directory = self.directory.path().join(format!("closure-{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
        fs::create_dir_all(directory.join("hosts")).expect("a directory");
        for (host, system) in systems {
            symlink(system, directory.join("hosts").join(host)).expect("a link");
        }
        let named: Vec<&str> = systems.iter().map(|(_, system)| &system["/nix/store/".len()..]).collect();
        let out_path = format!("/nix/store/hosts-of-{}", named.join("-"));
        let site = |host: &&str| (format!("home.{host}"), domain::plan::ConfiguredSite { host: (*host).to_owned() });
        let configuration = Configuration {
            drv_path: format!("{out_path}.drv"),
            out_path: out_path.clone(),
            sites: sites.iter().map(site).collect(),
            machines: systems.iter().map(|(host, _)| ((*host).to_owned(), (*host).to_owned())).collect(),
        };
        (configuration, Build { out_path, directory })
    }

    pub(crate) fn options(&self, nixos: bool) -> Options {
        Options {
            nixos,
            // Memory, as far as it is filled.
            disk_mib: 8192,
            trusted_public_keys: vec![self.signer.public().to_owned()],
            authorized_keys: vec![self.authorized.clone()],
        }
    }

    pub(crate) fn machines(&self, config: SshConfig) -> Machines {
        let signer = Signer::of(self.signer_secret.clone()).expect("its halves");
        Machines::new(config, self.nix.clone(), signer).expect("a provider")
    }
}

/// As the server's store is: below a directory of its own, without a configuration of the machine's.
fn nix(directory: &Path) -> NixCommand {
    let configuration = directory.join("conf");
    fs::create_dir_all(&configuration).expect("a directory");
    let busybox = fs::canonicalize("/bin/busybox").or_else(|_| fs::canonicalize("/usr/bin/busybox")).expect("busybox");
    let options = [
        "--extra-experimental-features".to_owned(),
        "nix-command".to_owned(),
        "--store".to_owned(),
        format!("local?root={}", directory.join("store").display()),
        "--option".to_owned(),
        "sandbox-paths".to_owned(),
        format!("/bin/sh={}", busybox.display()),
        "--option".to_owned(),
        "build-users-group".to_owned(),
        String::new(),
        "--option".to_owned(),
        "substituters".to_owned(),
        String::new(),
    ];
    NixCommand {
        program: "nix".into(),
        options: options.map(Into::into).into(),
        environment: vec![
            ("HOME", directory.into()),
            ("NIX_CONF_DIR", configuration.into()),
            ("PATH", env::var_os("PATH").expect("a path")),
        ],
    }
}

impl Town {
    /// With so many hosts of NixOS, called alpha, beta and so on.
    pub(crate) async fn nixos(hosts: usize) -> Self {
        Self::new("ssh", hosts).await
    }

    /// With one host of Debian, whose nginx shows sites.
    pub(crate) async fn linux() -> Self {
        let town = Self::new("linux", 1).await;
        let include = "mkdir -p /var/www/fediversity && \
             echo 'include /var/www/fediversity/*/nginx.conf;' >/etc/nginx/conf.d/fediversity.conf && \
             systemctl reload nginx";
        town.run(include).await;
        town
    }

    async fn new(kind: &str, hosts: usize) -> Self {
        let workshop = Workshop::new().await;
        let mut peers = Vec::new();
        for _ in 0..hosts {
            peers.push(Peer::start(workshop.options(kind == "ssh")).await.expect("a host"));
        }
        let config =
            SshConfig { confirmation_seconds: CONFIRMATION.as_secs(), activation_seconds: 20, ..SshConfig::default() };
        let machines = workshop.machines(config);
        let environment = environment(kind, &peers);
        let credentials = Credentials(BTreeMap::from([("access.key".to_owned(), workshop.key.clone())]));
        let names = NAMES[..hosts].iter().map(|name| (*name).to_owned()).collect();
        let deployment = DeploymentId(Uuid::new_v4());
        Self { workshop, peers, machines, environment, credentials, names, deployment }
    }

    pub(crate) fn tested(&self) -> Tested<'_> {
        let Self { machines, environment, credentials, names, .. } = self;
        Tested { provider: machines, environment, credentials, machines: names }
    }

    pub(crate) fn fence(&self, number: i64) -> Fence {
        Fence { deployment: self.deployment, number }
    }

    /// A closure with the same kind of system for every host.
    pub(crate) fn build(&self, name: &str, settings: &[(&str, &str)]) -> Built {
        let system = self.workshop.system(name, settings);
        let systems: Vec<(&str, &str)> = self.names.iter().map(|name| (name.as_str(), system.as_str())).collect();
        self.workshop.closure(&systems, &[])
    }

    pub(crate) fn site(&self, deployment: DeploymentId, text: &str) -> Built {
        let system = self.workshop.site(deployment, text);
        self.workshop.closure(&[("alpha", &system)], &["town.example.org"])
    }

    pub(crate) async fn activate(&self, number: i64, built: &Built) -> Result<(), ProviderError> {
        self.tested().activate(self.fence(number), built).await
    }

    pub(crate) async fn active(&self) -> Option<String> {
        self.tested().active(self.deployment).await.expect("what is active")
    }

    pub(crate) async fn is_live(&self, built: &Built) -> bool {
        self.active().await.as_ref() == Some(&built.1.out_path)
            && self.tested().verify(self.deployment, &built.0).await.is_ok()
    }

    /// Runs a script on the first host, past its network.
    pub(crate) async fn run(&self, script: &str) -> String {
        let output = self.peers[0].run(script).await.expect("an answer");
        assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// The system that the first host runs.
    pub(crate) async fn current(&self) -> String {
        self.run("readlink -f /run/current-system").await
    }

    /// Waits until a script succeeds on the first host.
    pub(crate) async fn until(&self, script: &str) {
        let end = tokio::time::Instant::now() + Duration::from_secs(30);
        loop {
            // A host that is down says nothing.
            if self.peers[0].run(script).await.is_ok_and(|output| output.status.success()) {
                return;
            }
            assert!(tokio::time::Instant::now() < end, "this never came: {script}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Nothing of ours goes on there: no unit, no timer, no process, no root and no lock.
    pub(crate) async fn nothing_is_left_over(&self) {
        for peer in &self.peers {
            let units = peer.units().await.expect("units");
            let ours: Vec<&String> = units.iter().filter(|unit| unit.starts_with("fediversity")).collect();
            assert!(ours.is_empty(), "{ours:?}");
            let processes = peer.processes().expect("processes");
            let ours: Vec<&String> =
                processes.iter().filter(|line| line.contains("/var/lib/fediversity-host")).collect();
            assert!(ours.is_empty(), "{ours:?}");
            let look = "ls /nix/var/nix/gcroots | grep fediversity | grep -v -e -origin$; flock -n /var/lib/fediversity-host/lock true || echo held; \
                 ls -d /var/lib/fediversity-host/deployments/*/pending 2>/dev/null";
            let left = peer.run(look).await.expect("an answer");
            assert_eq!(String::from_utf8_lossy(&left.stdout), "");
        }
    }
}

const NAMES: [&str; 4] = ["alpha", "beta", "gamma", "delta"];

fn environment(kind: &str, peers: &[Peer]) -> Environment {
    let machines: Vec<Value> = NAMES
        .iter()
        .zip(peers)
        .map(|(name, peer)| {
            json!({ "name": name, "address": peer.address().to_string(), "port": peer.port(), "hostKey": peer.host_key() })
        })
        .collect();
    let settings = match kind {
        "linux" => json!({ "machine": machines[0], "base": "example.org", "webRoot": "/var/www/fediversity" }),
        _ => json!({ "machines": machines }),
    };
    let settings = settings.as_object().cloned().expect("settings");
    let configuration = ProviderConfiguration { settings, ..ProviderConfiguration::default() };
    Environment { id: EnvironmentId(Uuid::nil()), kind: kind.to_owned(), name: "Town hall".to_owned(), configuration }
}

/// Another environment with the host key of one machine replaced.
pub(crate) fn with_host_key(environment: &Environment, key: &str) -> Environment {
    let mut other = environment.clone();
    other.configuration.settings["machines"][0]["hostKey"] = key.into();
    other
}

pub(crate) fn told(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}
