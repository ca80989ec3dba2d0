use std::{
    fs,
    process::{Output, Stdio},
    time::Duration,
};

use peer_host::{Options, Peer};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::{Child, Command},
    time::timeout,
};

/// Somebody with a key, who signs in to peers over SSH and pins their host keys.
pub struct Client {
    home: TempDir,
}

impl Client {
    pub async fn new() -> Self {
        let home = tempfile::tempdir().expect("a directory");
        let key = home.path().join("key");
        let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key).status().await;
        assert!(made.expect("ssh-keygen").success(), "no key");
        Self { home }
    }

    /// Options of a peer that lets it in.
    pub fn options(&self) -> Options {
        let key = fs::read_to_string(self.home.path().join("key.pub")).expect("a public key");
        Options { authorized_keys: vec![key.trim().to_owned()], ..Options::default() }
    }

    /// The file of its private key.
    pub fn key(&self) -> String {
        self.home.path().join("key").to_string_lossy().into_owned()
    }

    /// Runs a command over a connection of its own, which must be done within half a minute.
    pub async fn run(&self, peer: &Peer, command: &str) -> Output {
        let running = self.command(peer, &peer.host_key(), command).output();
        timeout(Duration::from_secs(30), running).await.expect("an end of the command").expect("ssh")
    }

    /// Whether a connection comes about that pins this host key.
    pub async fn accepts(&self, peer: &Peer, host_key: &str) -> bool {
        self.command(peer, host_key, "true").output().await.expect("ssh").status.success()
    }

    /// Starts a command with its input and output at hand.
    pub fn start(&self, peer: &Peer, command: &str) -> Child {
        let mut command = self.command(peer, &peer.host_key(), command);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("ssh")
    }

    fn command(&self, peer: &Peer, host_key: &str, remote: &str) -> Command {
        let known_hosts = self.home.path().join(format!("known-{}", peer.address()));
        fs::write(&known_hosts, format!("{} {host_key}\n", peer.address())).expect("known hosts");
        let mut command = Command::new("ssh");
        command.args(["-F", "none", "-i", &self.key(), "-p", &peer.port().to_string(), "-l", "root"]);
        command.args(["-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o"]);
        command.arg(format!("UserKnownHostsFile={}", known_hosts.display()));
        command.arg(peer.address().to_string()).arg(remote).kill_on_drop(true);
        command
    }
}

pub fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// What the web server of a peer answers, head included.
pub async fn get(peer: &Peer, path: &str) -> String {
    let mut stream = TcpStream::connect((peer.address(), 80)).await.expect("a connection");
    stream.write_all(format!("GET {path} HTTP/1.0\r\n\r\n").as_bytes()).await.expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer
}
