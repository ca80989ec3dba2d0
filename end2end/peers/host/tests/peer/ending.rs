use std::{
    net::{IpAddr, SocketAddr},
    path::Path,
    process::Stdio,
    time::Duration,
};

use peer_host::Peer;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpStream,
    process::{Child, Command},
    time::{sleep, timeout},
};

use crate::client::Client;

const LIMIT: Duration = Duration::from_secs(20);

/// The interface of ours that is on the network of an address.
async fn interface(address: IpAddr) -> Option<String> {
    let routes = Command::new("ip").args(["route", "get", &address.to_string()]).output().await.expect("ip");
    let routes = String::from_utf8_lossy(&routes.stdout).into_owned();
    let mut words = routes.split_whitespace().skip_while(|word| *word != "dev").skip(1);
    words.next().filter(|name| name.starts_with("peers")).map(str::to_owned)
}

async fn is_gone(interface: &str) {
    let gone = async {
        while Path::new("/sys/class/net").join(interface).exists() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(LIMIT, gone).await.expect("the interface to be gone");
}

async fn start() -> (Child, IpAddr) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_peer-host"));
    command.arg("start").stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    let mut program = command.spawn().expect("the program");
    let mut line = String::new();
    let output = program.stdout.take().expect("its output");
    timeout(LIMIT, BufReader::new(output).read_line(&mut line)).await.expect("a line in time").expect("a line");
    let place: Value = serde_json::from_str(&line).expect("a line of JSON");
    assert!(place["hostKey"].as_str().is_some_and(|key| key.starts_with("ssh-ed25519 ")), "{place}");
    assert_eq!(place["port"], 22);
    let address: IpAddr = place["address"].as_str().and_then(|text| text.parse().ok()).expect("an address");
    TcpStream::connect(SocketAddr::new(address, 22)).await.expect("a peer that answers");
    (program, address)
}

#[tokio::test]
async fn nothing_is_left_of_a_peer_that_is_dropped() {
    let peer = Peer::start(Client::new().await.options()).await.expect("a peer");
    let interface = interface(peer.address()).await.expect("an interface");

    drop(peer);

    is_gone(&interface).await;
}

#[tokio::test]
async fn the_program_stays_until_its_input_is_closed() {
    let (mut program, address) = start().await;
    let interface = interface(address).await.expect("an interface");

    drop(program.stdin.take());

    assert!(timeout(LIMIT, program.wait()).await.expect("an end in time").expect("an end").success());
    is_gone(&interface).await;
}

#[tokio::test]
async fn nothing_is_left_of_the_peers_of_a_killed_process() {
    let (mut program, address) = start().await;
    let interface = interface(address).await.expect("an interface");

    program.kill().await.expect("a kill");

    is_gone(&interface).await;
}

#[tokio::test]
async fn without_root_it_is_said_that_root_is_needed() {
    let program = env!("CARGO_BIN_EXE_peer-host");

    let refused = Command::new("unshare").args(["--user", program, "start"]).output().await.expect("unshare");

    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("peers need root"), "{refused:?}");
}
