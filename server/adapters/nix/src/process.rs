//! Processes of Nix: confined, limited, and ended with whoever waits for them.

use std::{
    env,
    ffi::OsString,
    io,
    path::Path,
    process::{ExitStatus, Stdio},
    time::{Duration, Instant},
};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use processes::Starter;
use tokio::{
    io::{AsyncRead, AsyncReadExt},
    process::{Child, Command},
    time::timeout,
};
use workflow::port::evaluator::Limit;

use crate::{
    config::{Bounds, NixConfig},
    failure::Failure,
    layout::Layout,
};

/// What a path may keep in the address of a store.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_');

/// How every process of Nix is started.
#[derive(Debug)]
pub(crate) struct Confinement {
    starter: Starter,
    environment: Vec<(&'static str, OsString)>,
    nix: OsString,
    options: Vec<OsString>,
}

/// How Nix is called on our store, without the confinement: what measurements compare with.
#[derive(Clone, Debug)]
pub struct Invocation {
    pub nix: OsString,
    pub options: Vec<OsString>,
    /// All that it sees of an environment.
    pub environment: Vec<(&'static str, OsString)>,
}

/// How a process ended, and what it wrote.
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
}

impl Confinement {
    pub(crate) fn new(config: &NixConfig, layout: &Layout) -> io::Result<Self> {
        let environment = vec![
            ("HOME", layout.home().into()),
            ("TMPDIR", layout.scratch().into()),
            ("NIX_CONF_DIR", layout.configuration().into()),
            ("NIX_USER_CONF_FILES", OsString::new()),
            ("PATH", env::var_os("PATH").unwrap_or_else(|| "/usr/bin:/bin".into())),
        ];
        // A link would lead nowhere inside the sandbox; what can't be followed is named when the installation is probed.
        let busybox = config.busybox.canonicalize().unwrap_or_else(|_| config.busybox.clone());
        let options = options(layout.store(), &busybox);
        Ok(Self { starter: Starter::new("nix-starter")?, environment, nix: config.nix.clone().into(), options })
    }

    /// A command of Nix on our store: in namespaces of its own without a network, where it is the first process, so that
    /// all of its processes end with it; and it ends with the thread that started it.
    pub(crate) fn command(&self, bounds: &Bounds) -> Command {
        let mut command = self.bare(bounds);
        command.args(&self.options);
        command
    }

    /// As [`Self::command`], without a store.
    pub(crate) fn bare(&self, bounds: &Bounds) -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "prlimit"]).arg(format!("--as={}", bounds.memory_bytes));
        if let Some(seconds) = bounds.cpu_seconds {
            command.arg(format!("--cpu={seconds}"));
        }
        command.args(["--core=0", "unshare", "--user", "--map-current-user", "--pid", "--mount-proc", "--net"]);
        command.args(["--fork", "--kill-child"]).arg(&self.nix);
        command.env_clear().envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        command
    }

    pub(crate) fn invocation(&self) -> Invocation {
        Invocation { nix: self.nix.clone(), options: self.options.clone(), environment: self.environment.clone() }
    }

    /// Runs a command and gives what it wrote to its standard output, or sorts why it failed.
    pub(crate) async fn answer(&self, command: Command, bounds: &Bounds) -> Result<Vec<u8>, Failure> {
        let started = Instant::now();
        let ended = self.run(command, bounds).await?;
        let said = String::from_utf8_lossy(&ended.stderr);
        if ended.status.success() {
            if !said.trim().is_empty() {
                tracing::debug!(%said, "Nix succeeded and said something");
            }
            return Ok(ended.stdout);
        }
        Err(Failure::sort(&said, ended.status, started.elapsed(), bounds.cpu_seconds))
    }

    /// Runs a command to its end and collects what it wrote.
    pub(crate) async fn run(&self, command: Command, bounds: &Bounds) -> Result<Ended, Failure> {
        let mut child = self.start(command).await?;
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let reading = async { tokio::try_join!(read(stdout, bounds.output_bytes), read(stderr, bounds.output_bytes)) };
        let (status, (stdout, stderr)) = attend(&mut child, bounds.wall, reading).await?;
        Ok(Ended { status, stdout, stderr })
    }

    pub(crate) async fn start(&self, command: Command) -> Result<Child, Failure> {
        Ok(self.starter.start(command).await?)
    }
}

/// Waits for a process and what reads from it. Whatever goes wrong or takes too long, the process has ended afterwards.
pub(crate) async fn attend<T>(
    child: &mut Child,
    wall: Duration,
    reading: impl Future<Output = Result<T, Failure>>,
) -> Result<(ExitStatus, T), Failure> {
    let ended = timeout(wall, async { tokio::try_join!(async { Ok(child.wait().await?) }, reading) }).await;
    let failure = match ended {
        Ok(Ok(ended)) => return Ok(ended),
        Ok(Err(failure)) => failure,
        Err(_) => Failure::Limit(Limit::Time),
    };
    child.kill().await?;
    Err(failure)
}

/// Reads everything, up to a limit.
async fn read(from: Option<impl AsyncRead + Unpin>, bytes: u64) -> Result<Vec<u8>, Failure> {
    let mut all = Vec::new();
    if let Some(from) = from {
        from.take(bytes.saturating_add(1)).read_to_end(&mut all).await?;
    }
    if all.len() as u64 > bytes { Err(Failure::Limit(Limit::Output)) } else { Ok(all) }
}

/// Options of every command. They come from here alone: configuration files are not read.
fn options(root: &Path, busybox: &Path) -> Vec<OsString> {
    let address = format!("local?root={}", percent_encode(root.as_os_str().as_encoded_bytes(), PATH));
    let mut shell = OsString::from("/bin/sh=");
    shell.push(busybox);
    let mut options: Vec<OsString> =
        ["--extra-experimental-features", "nix-command", "--offline", "--store"].map(OsString::from).into();
    options.push(address.into());
    for (name, value) in [
        ("sandbox", "true".into()),
        ("sandbox-fallback", "false".into()),
        ("sandbox-paths", shell),
        ("build-users-group", OsString::new()),
        // A user namespace has no right to change groups.
        ("require-drop-supplementary-groups", "false".into()),
        ("substituters", OsString::new()),
        // The log goes to the run's records.
        ("keep-build-log", "false".into()),
        ("allow-import-from-derivation", "false".into()),
        ("allow-unsafe-native-code-during-evaluation", "false".into()),
        ("max-call-depth", "10000".into()),
    ] {
        options.extend(["--option".into(), name.into(), value]);
    }
    options
}
