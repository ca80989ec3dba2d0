//! A hosting provider with one machine, set up as the documentation says.

use std::{fs, path::Path, process::Command};

use domain::identifier::{DeploymentId, RunId};
use peer_host::{Options, Peer};
use serde_json::json;
use tokio::runtime::Runtime;

use crate::{
    program::{Place, get},
    story::Story,
};

/// Where sites answer, before a name.
const BASE: &str = "sites.example";
const ROOT: &str = "/var/www/fediversity";

/// **Invariant:** the machine runs for as long as the story.
pub(crate) struct Hall {
    pub(crate) story: Story,
    pub(crate) peer: Peer,
}

/// A machine as it comes, and a configuration file that names it.
pub(crate) struct Unprepared {
    pub(crate) place: Place,
    pub(crate) peer: Peer,
}

impl Unprepared {
    pub(crate) fn new(kind: &str, more: &str) -> Self {
        let place = Place::new();
        let key = place.path("key");
        let made =
            Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f"]).arg(&key).status();
        assert!(made.expect("ssh-keygen").success());
        let authorized = fs::read_to_string(key.with_extension("pub")).expect("the public half");
        let options = Options {
            nixos: kind == "ssh",
            authorized_keys: vec![authorized.clone()],
            disk_mib: 1024,
            ..Options::default()
        };
        let peer = Runtime::new().expect("a runtime").block_on(Peer::start(options)).expect("a host");
        let machine =
            format!("{{ name = \"alpha\", address = \"{}\", hostKey = \"{}\" }}", peer.address(), peer.host_key());
        let (machines, access) = match kind {
            "linux" => (format!("settings.machine = {machine}\nsettings.base = \"{BASE}\""), String::new()),
            _ => (format!("settings.machines = [{machine}]"), format!(", publicKeys = [\"{}\"]", authorized.trim())),
        };
        place.configure(&format!(
            "[ssh]\nconfirmation_seconds = 5\n[[environments]]\nkind = \"{kind}\"\nname = \"Hall\"\n{machines}\n\
             settings.access = {{ key = {{ file = \"key\" }}{access} }}\n{more}\n"
        ));
        Self { place, peer }
    }

    /// Has the machine trust our signatures, and its nginx show what comes.
    pub(crate) fn prepare(self) -> Hall {
        let story = Story::begin_at(self.place);
        let trust =
            format!("sed -i 's|^trusted-public-keys.*|trusted-public-keys = {}|' /etc/nix/nix.conf", story.signer());
        let hall = Hall { story, peer: self.peer };
        hall.run(&trust);
        hall.run(&format!(
            "mkdir -p {ROOT} && \
             printf '%s\n' 'server_names_hash_bucket_size 512;' 'include {ROOT}/*/nginx.conf;' \
             >/etc/nginx/conf.d/fediversity.conf && \
             systemctl reload nginx"
        ));
        hall
    }
}

impl Hall {
    /// A machine that shows static sites.
    pub(crate) fn linux() -> Self {
        Unprepared::new("linux", "").prepare()
    }

    pub(crate) fn deploy(&self, deployment: DeploymentId, title: &str) -> RunId {
        let revision = self.story.stage_of("homepage", deployment, json!({ "name": "town", "title": title }));
        self.story.deploy_staged(deployment, revision)
    }

    /// Runs a script on the machine, past its network.
    pub(crate) fn run(&self, script: &str) -> String {
        let output = self.story.block_on(self.peer.run(script)).expect("an answer");
        assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// What the machine's web server shows at the name of the site.
    pub(crate) fn shown(&self) -> String {
        get((self.peer.address(), 80), &format!("town.{BASE}"), "/")
    }

    /// No unit, timer, process or lock of ours is left on the machine.
    pub(crate) fn nothing_is_left_over(&self) {
        let units = self.story.block_on(self.peer.units()).expect("units");
        assert!(!units.iter().any(|unit| unit.starts_with("fediversity")), "{units:?}");
        let processes = self.peer.processes().expect("processes");
        assert!(!processes.iter().any(|line| line.contains("/var/lib/fediversity-host")), "{processes:?}");
        let left = self.run(
            "ls /nix/var/nix/gcroots | grep fediversity || :; flock -n /var/lib/fediversity-host/lock true || echo held; \
             ls -d /var/lib/fediversity-host/deployments/*/pending 2>/dev/null || :",
        );
        assert_eq!(left, "");
    }
}

/// The files below a directory that hold a text.
pub(crate) fn holding(directory: &Path, text: &str) -> Vec<String> {
    let output = Command::new("grep").args(["-rlaF", "--", text]).arg(directory).output().expect("grep");
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}
