//! The program, with a state directory of a test's own.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    iter,
    net::{TcpListener, TcpStream, ToSocketAddrs},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    time::{Duration, Instant},
};

use domain::{organisation::Organisation, person::Actor, policy::Role};
use server::{
    config::{Config, Overrides},
    wiring::{self, Wiring},
};
use workflow::{accounts::AccountForm, secret::Password};

/// Longer than anything here takes.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(20);

pub(crate) struct Place {
    directory: tempfile::TempDir,
    pub(crate) library: PathBuf,
    pub(crate) sites: u16,
}

/// What a command said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let free = free_port();
        let file = format!("[local]\nlisten = \"127.0.0.1:{free}\"\n");
        fs::write(directory.path().join("fediversity.toml"), file).expect("a file");
        Self { directory, library: Path::new(env!("CARGO_MANIFEST_DIR")).join("../nix"), sites: free }
    }

    /// Adds this to the configuration file.
    pub(crate) fn configure(&self, more: &str) {
        let file = self.path("fediversity.toml");
        let before = fs::read_to_string(&file).expect("a file");
        fs::write(file, format!("{before}{more}")).expect("a file");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("a file");
        path
    }

    fn overrides(&self) -> Overrides {
        Overrides {
            config: Some(self.path("fediversity.toml")),
            state: Some(self.path("state")),
            library: Some(self.library.clone()),
            port: Some(0),
            ..Overrides::default()
        }
    }

    pub(crate) fn command(&self, name: &str) -> Command {
        self.command_of(&[name])
    }

    fn command_of(&self, words: &[&str]) -> Command {
        let options = self.overrides();
        let mut command = Command::new(env!("CARGO_BIN_EXE_fediversity"));
        command.args(words).args(["--log", "error"]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        for (option, path) in [("--config", options.config), ("--state", options.state), ("--library", options.library)]
        {
            command.arg(option).arg(path.expect("a path"));
        }
        command
    }

    pub(crate) fn run(&self, name: &str, arguments: &[&str]) -> Said {
        say(self.command(name).args(arguments))
    }

    /// A command of several words.
    pub(crate) fn run_words(&self, words: &[&str], arguments: &[&str]) -> Said {
        say(self.command_of(words).args(arguments))
    }

    pub(crate) fn serve(&self, arguments: &[&str]) -> Server {
        let mut child = self
            .command("serve")
            .args(["--port", "0"])
            .args(arguments)
            .stderr(Stdio::inherit())
            .spawn()
            .expect("a server");
        let mut lines = BufReader::new(child.stdout.take().expect("its output"));
        let mut said = String::new();
        while !said.contains("Ctrl-C") {
            assert!(lines.read_line(&mut said).expect("a line") > 0, "it ended: {said}");
        }
        let url = said
            .lines()
            .find_map(|line| line.strip_prefix("Fediversity is ready at "))
            .expect("its address")
            .to_owned();
        Server { child, lines, url, said }
    }

    /// The use cases on the same records, beside a server or without one.
    pub(crate) async fn wire(&self) -> Wiring {
        let config = Config::load(&self.overrides()).expect("a configuration");
        server::state::prepare(&config.state).expect("a state directory");
        let wiring = wiring::wire(&config).await.expect("everything");
        wiring.offer_environments(&config).await.expect("an environment");
        wiring
    }

    /// `ada@example.org` owns the organisation `town`.
    pub(crate) async fn settle(&self) -> (Wiring, Actor, Organisation) {
        let wiring = self.wire().await;
        let workflow = &wiring.workflow;
        let token = workflow.accounts.first_token().await.expect("an answer").expect("a token");
        let password = || Password("correct horse battery".into());
        let form = AccountForm { name: "P".into(), email: "p@example.org".into(), password: password() };
        workflow.accounts.create_first(&token, form).await.expect("an account");
        let provider = workflow.accounts.actor_by_email("p@example.org").await.expect("the provider");
        let town = workflow.organisations.create(&provider, "Town", "town").await.expect("an organisation");
        let token =
            workflow.organisations.invite(&provider, town.id, "ada@example.org", Role::Owner).await.expect("a token");
        workflow.organisations.accept_as_new(&token, "Ada".into(), password()).await.expect("an account");
        let ada = workflow.accounts.actor_by_email("ada@example.org").await.expect("Ada");
        (wiring, ada, town)
    }

    /// What a local site answers.
    pub(crate) fn visit(&self, host: &str) -> String {
        get(("127.0.0.1", self.sites), &format!("{host}:{}", self.sites), "/")
    }
}

impl Drop for Place {
    /// The process that serves sites outlives the server.
    fn drop(&mut self) {
        let state = self.path("state");
        let _ = say(Command::new(env!("CARGO_BIN_EXE_fediversity")).args(["sites", "stop", "--state"]).arg(state));
    }
}

fn say(command: &mut Command) -> Said {
    let output = command.output().expect("an end");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

pub(crate) struct Server {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
    pub(crate) url: String,
    pub(crate) said: String,
}

impl Server {
    pub(crate) fn port(&self) -> u16 {
        self.url.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port")
    }

    pub(crate) fn get(&self, path: &str) -> String {
        get(("127.0.0.1", self.port()), &format!("localhost:{}", self.port()), path)
    }

    pub(crate) fn terminate(mut self) -> (ExitStatus, Duration, String) {
        let asked = Instant::now();
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).expect("a signal");
        let status = self.wait();
        let mut rest = String::new();
        self.lines.read_to_string(&mut rest).expect("its last words");
        (status, asked.elapsed(), rest)
    }

    /// Waits for its end.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        until(|| self.child.try_wait().expect("an answer"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody has, and nobody gets from the kernel until it is needed: those come from a higher range.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 15_000 + u16::try_from(std::process::id() % 500).expect("less than 500") * 30;
    let mut ports = iter::repeat_with(|| first + NEXT.fetch_add(1, Ordering::Relaxed) % 1000);
    ports.find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()).expect("a port")
}

/// Waits for a condition.
pub(crate) fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + LIMIT;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < deadline, "nothing came of it");
        std::thread::sleep(PAUSE);
    }
}

/// What is answered to a question for a host, at an address.
pub(crate) fn get(address: impl ToSocketAddrs, host: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("a request");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

/// Copies a directory with everything in it.
pub(crate) fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let there = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_tree(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).expect("a copy");
        }
    }
}
