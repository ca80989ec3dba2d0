//! What is done on a machine: typed calls to the script `host.sh`, which lies there.
//!
//! The command that goes over SSH is one of two fixed ones; everything else is data on standard input.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::PathBuf,
    sync::{Arc, LazyLock},
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use processes::{Ended, Starter};
use sha2::{Digest as _, Sha256};
use workflow::port::provider::SecretFile;

use crate::{
    connection::{Connection, ConnectionError, Content},
    machine::Kind,
};

/// Root's alone: whoever could write there would be root.
const DIRECTORY: &str = "/var/lib/fediversity-host";
const SCRIPT: &str = include_str!("host/host.sh");
/// For everything that only looks or writes small files.
const SHORT: Duration = Duration::from_secs(90);
/// What the script says where there is nothing to activate.
const ACTIVE_ALREADY: &str = "active already";
/// What the shell ends with when the script is not there yet.
const NOT_THERE: i32 = 69;

/// Where the script lies: another version has another name, as a timer may call an earlier one yet.
static PLACE: LazyLock<String> = LazyLock::new(|| {
    let hash = Sha256::digest(SCRIPT.as_bytes());
    let short = hash.iter().take(8).fold(String::new(), |mut short, byte| {
        let _ = write!(short, "{byte:02x}");
        short
    });
    format!("{DIRECTORY}/host-{short}.sh")
});

/// A machine, as one deployment sees it.
#[derive(Clone, Debug)]
pub(crate) struct Host {
    pub(crate) connection: Arc<Connection>,
    pub(crate) starter: Arc<Starter>,
    pub(crate) ssh: PathBuf,
    pub(crate) subject: Subject,
}

/// The deployment, who acts on it, and where it is on the machine.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) deployment: String,
    /// None for whoever only looks.
    pub(crate) fence: i64,
    pub(crate) kind: Kind,
    pub(crate) link: String,
    pub(crate) profile: String,
}

/// What is to be active.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// The whole deployment's.
    pub(crate) closure: String,
    /// This machine's.
    pub(crate) system: String,
}

/// How long things may take on a machine.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    /// An activation.
    pub(crate) activation: Duration,
    /// The connection that confirms it.
    pub(crate) confirmation: Duration,
}

/// What a machine says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Looked {
    pub(crate) is_root: bool,
    pub(crate) has_systemd: bool,
    pub(crate) is_nixos: bool,
    pub(crate) nix: Option<String>,
    pub(crate) trusted: Vec<String>,
    pub(crate) free_kib: Option<u64>,
    /// What systemd says of its nginx, such as `active`; none where there is no nginx.
    pub(crate) nginx: Option<String>,
    /// Why its nginx refuses its configuration.
    pub(crate) refused: Option<String>,
    /// The patterns that its nginx includes.
    pub(crate) includes: Vec<String>,
    /// What its nginx has for a name of a site, in bytes, where that is set.
    pub(crate) name_bytes: Option<u32>,
}

/// What a machine says of a deployment.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct State {
    /// The closure and the system that were confirmed last.
    pub(crate) closure: Option<String>,
    pub(crate) system: Option<String>,
    /// What is really active.
    pub(crate) current: Option<String>,
    /// Whether the wanted system is there, whole.
    pub(crate) copied: bool,
    /// Whether something was activated and not confirmed.
    pub(crate) pending: bool,
    /// Whether secrets lie there that are not in use yet.
    pub(crate) delivered: bool,
    /// Editions of secrets by path.
    pub(crate) editions: BTreeMap<String, String>,
}

/// Why a machine did not do what it was told.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HostError {
    #[error(transparent)]
    Connection(#[from] ConnectionError),
    #[error("{0}")]
    NotReady(String),
    #[error("a newer run has taken over")]
    Fenced,
    #[error("{0}")]
    Busy(String),
    #[error("{0}")]
    Refused(String),
    #[error("nothing was begun")]
    NotBegun,
    #[error("its disk is full")]
    NoRoom,
    #[error("it failed with exit status {status}: {said}")]
    Failed { status: i32, said: String },
}

impl HostError {
    pub(crate) fn is_lost(&self) -> bool {
        matches!(self, Self::Connection(ConnectionError::Lost(_)))
    }
}

impl Host {
    pub(crate) async fn look(&self) -> Result<Looked, HostError> {
        Ok(Looked::read(&self.call("look", None, &[], SHORT).await?))
    }

    pub(crate) async fn state(&self, wanted: Option<&Wanted>) -> Result<State, HostError> {
        Ok(State::read(&self.call("state", wanted, &[], SHORT).await?))
    }

    pub(crate) async fn prepare(&self, wanted: &Wanted) -> Result<State, HostError> {
        Ok(State::read(&self.call("prepare", Some(wanted), &[], SHORT).await?))
    }

    /// Hands over what is not there yet, and says what goes.
    pub(crate) async fn deliver(&self, files: &[&SecretFile], there: &State) -> Result<(), HostError> {
        let mut input = String::new();
        for file in files {
            let is_there = there.editions.get(&file.path) == Some(&file.edition);
            let mode = match (is_there, file.public) {
                (true, _) => "-",
                (false, true) => "0444",
                (false, false) => "0400",
            };
            let _ = writeln!(input, "{}\t{mode}\t{}", file.path, file.edition);
            if !is_there {
                let _ = writeln!(input, "{}\n", STANDARD.encode(file.content.reveal()));
            }
        }
        input.push_str(".\n");
        self.call("deliver", None, &[("", input.as_str())], SHORT).await.map(|_| ())
    }

    /// Gives the log; none where it was active and confirmed already.
    pub(crate) async fn activate(&self, wanted: &Wanted, patience: Patience) -> Result<Option<String>, HostError> {
        let limit = patience.activation.as_secs().to_string();
        let grace = patience.confirmation.as_secs().to_string();
        let values = [("limit", limit.as_str()), ("grace", grace.as_str())];
        let log = self.call("activate", Some(wanted), &values, patience.activation + SHORT).await?;
        Ok((log.trim() != ACTIVE_ALREADY).then_some(log))
    }

    /// After a connection was lost: how the activation ended.
    pub(crate) async fn awaited(&self, wanted: &Wanted, patience: Patience) -> Result<String, HostError> {
        let limit = patience.activation.as_secs().to_string();
        self.call("await", Some(wanted), &[("limit", limit.as_str())], patience.activation + SHORT).await
    }

    pub(crate) async fn confirm(&self, wanted: &Wanted) -> Result<(), HostError> {
        self.call("confirm", Some(wanted), &[], SHORT).await.map(|_| ())
    }

    pub(crate) async fn back(&self, patience: Patience) -> Result<(), HostError> {
        let limit = patience.activation.as_secs().to_string();
        self.call("back", None, &[("limit", limit.as_str())], patience.activation + SHORT).await.map(|_| ())
    }

    pub(crate) async fn off(&self, patience: Patience) -> Result<(), HostError> {
        self.call("off", None, &[], patience.activation + SHORT).await.map(|_| ())
    }

    /// Whether a unit is active there.
    pub(crate) async fn is_active(&self, unit: &str) -> Result<bool, HostError> {
        Ok(self.call("unit", None, &[("unit", unit)], SHORT).await?.trim() == "active")
    }

    /// Calls the script, and brings it first where it is not there yet.
    async fn call(
        &self,
        verb: &'static str,
        wanted: Option<&Wanted>,
        values: &[(&str, &str)],
        limit: Duration,
    ) -> Result<String, HostError> {
        let input = self.input(wanted, values);
        let (place, length) = (PLACE.as_str(), SCRIPT.len());
        let remote = format!(
            "[ \"$(wc -c <{place} 2>/dev/null || echo 0)\" -eq {length} ] || exit {NOT_THERE}; exec /bin/sh {place} {verb}"
        );
        let content = if verb == "deliver" { Content::Secret } else { Content::Plain };
        let mut ended = self.run(&remote, (content, input.as_bytes()), limit).await?;
        if ended.status.code() == Some(NOT_THERE) {
            self.install().await?;
            ended = self.run(&remote, (content, input.as_bytes()), limit).await?;
        }
        answer(&ended, verb)
    }

    /// What is cut off on the way is not put in place.
    async fn install(&self) -> Result<(), HostError> {
        let (place, length) = (PLACE.as_str(), SCRIPT.len());
        let remote = format!(
            "umask 077; mkdir -p {DIRECTORY} && chown root: {DIRECTORY} && chmod 700 {DIRECTORY} && cat >{place}.$$ && \
             [ \"$(wc -c <{place}.$$)\" -eq {length} ] && sync {place}.$$ && mv {place}.$$ {place} && echo done=install"
        );
        answer(&self.run(&remote, (Content::Plain, SCRIPT.as_bytes()), SHORT).await?, "install").map(|_| ())
    }

    /// As root, whoever signs in. What is run has no quote in it.
    async fn run(&self, remote: &str, input: (Content, &[u8]), limit: Duration) -> Result<Ended, ConnectionError> {
        let remote = match self.connection.machine.user.as_str() {
            "root" => format!("exec /bin/sh -c '{remote}'"),
            _ => format!("exec sudo -n /bin/sh -c '{remote}'"),
        };
        self.connection.run(&self.starter, &self.ssh, &remote, input, limit).await
    }

    /// `name=value` lines and an empty one; a value without a name follows as it is.
    fn input(&self, wanted: Option<&Wanted>, values: &[(&str, &str)]) -> String {
        let Subject { deployment, fence, kind, link, profile } = &self.subject;
        let mut input =
            format!("deployment={deployment}\nfence={fence}\nkind={}\nlink={link}\nprofile={profile}\n", kind.as_str());
        if let Some(Wanted { closure, system }) = wanted {
            let _ = writeln!(input, "closure={closure}\nsystem={system}");
        }
        for (name, value) in values.iter().filter(|(name, _)| !name.is_empty()) {
            let _ = writeln!(input, "{name}={value}");
        }
        input.push('\n');
        input.extend(values.iter().filter(|(name, _)| name.is_empty()).map(|(_, value)| *value));
        input
    }
}

/// What the script wrote, or why it failed: it has a code for each kind of failure, and says at the end that it is one.
fn answer(ended: &Ended, verb: &str) -> Result<String, HostError> {
    let said = String::from_utf8_lossy(&ended.stderr).trim().to_owned();
    let last = || said.lines().last().unwrap_or("it said nothing").to_owned();
    let cut_off = || HostError::Connection(ConnectionError::Lost("what was said was cut off".to_owned()));
    let status = ended.status.code().unwrap_or(-1);
    match status {
        0 => {
            let stdout = String::from_utf8_lossy(&ended.stdout);
            stdout.strip_suffix(&format!("done={verb}\n")).map(str::to_owned).ok_or_else(cut_off)
        }
        71 => Err(HostError::NoRoom),
        _ if said.contains("No space left on device") => Err(HostError::NoRoom),
        _ if said.starts_with("sudo:") => {
            Err(HostError::NotReady(format!("whoever deploys can't become root: {}", last())))
        }
        65 => Err(HostError::NotReady(last())),
        66 => Err(HostError::Fenced),
        67 => Err(HostError::Busy(last())),
        68 | 70 => Err(HostError::Refused(last_with_log(&ended.stdout, &last()))),
        72 => Err(HostError::NotBegun),
        75 => Err(cut_off()),
        _ => Err(HostError::Failed { status, said: last() }),
    }
}

/// A refusal, with the last of what the activation said.
fn last_with_log(log: &[u8], said: &str) -> String {
    let log = String::from_utf8_lossy(log);
    let lines: Vec<&str> = log.lines().collect();
    let tail = lines.get(lines.len().saturating_sub(20)..).unwrap_or_default().join("\n");
    if tail.trim().is_empty() { said.to_owned() } else { format!("{said}\n{tail}") }
}

impl Looked {
    fn read(answer: &str) -> Self {
        let mut looked = Self::default();
        for (name, value) in pairs(answer) {
            match name {
                "user" => looked.is_root = value == "0",
                "systemd" => looked.has_systemd = true,
                "nixos" => looked.is_nixos = true,
                "nix" => looked.nix = Some(value.to_owned()),
                "trusted" => looked.trusted = value.split_whitespace().map(str::to_owned).collect(),
                "nginx" => looked.nginx = Some(value.to_owned()),
                "refused" => looked.refused = Some(value.to_owned()),
                "include" => looked.includes.push(value.to_owned()),
                "names" => looked.name_bytes = value.parse().ok(),
                "free" => looked.free_kib = value.parse().ok(),
                _ => {}
            }
        }
        looked
    }
}

impl State {
    fn read(answer: &str) -> Self {
        let mut state = Self::default();
        let some = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        for (name, value) in pairs(answer) {
            match name {
                "closure" => state.closure = some(value),
                "system" => state.system = some(value),
                "current" => state.current = some(value),
                "copied" => state.copied = true,
                "pending" => state.pending = true,
                "delivered" => state.delivered = true,
                "edition" => {
                    if let Some((path, edition)) = value.split_once('\t') {
                        state.editions.insert(path.to_owned(), edition.to_owned());
                    }
                }
                _ => {}
            }
        }
        state
    }

    /// The closure that is active, where what was confirmed is what is there.
    pub(crate) fn active(&self) -> Option<&str> {
        let is_there = self.system.is_some() && self.system == self.current && !self.pending;
        self.closure.as_deref().filter(|_| is_there)
    }
}

fn pairs(answer: &str) -> impl Iterator<Item = (&str, &str)> {
    answer.lines().filter_map(|line| line.split_once('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read() {
        let state = State::read(
            "fence=7\nclosure=/nix/store/c\nsystem=/nix/store/s\ncurrent=/nix/store/s\ncopied=yes\n\
             edition=/var/lib/fediversity/secrets/a/b\ta/b 1\n",
        );

        assert_eq!(state.active(), Some("/nix/store/c"));
        assert!(state.copied && !state.pending);
        assert_eq!(state.editions["/var/lib/fediversity/secrets/a/b"], "a/b 1");
    }

    #[test]
    fn what_is_not_confirmed_or_was_changed_is_not_active() {
        let pending = "closure=c\nsystem=s\ncurrent=s\npending=t\n";
        let changed = "closure=c\nsystem=s\ncurrent=t\n";

        assert_eq!(State::read(pending).active(), None);
        assert_eq!(State::read(changed).active(), None);
        assert_eq!(State::read("closure=\nsystem=\ncurrent=\n"), State::default());
    }

    #[test]
    fn what_a_machine_says_of_itself_is_read() {
        let looked = Looked::read(
            "user=0\nsystemd=yes\nnix=2.34.8\ntrusted=a:1 b:2\nfree=1024\nnginx=active\ninclude=/srv/*/nginx.conf\nnames=512\n",
        );

        assert!(looked.is_root && looked.has_systemd && !looked.is_nixos);
        assert_eq!((looked.trusted.len(), looked.free_kib), (2, Some(1024)));
        assert_eq!(looked.includes, ["/srv/*/nginx.conf"]);
        assert_eq!((looked.nginx.as_deref(), looked.name_bytes), (Some("active"), Some(512)));
    }
}
