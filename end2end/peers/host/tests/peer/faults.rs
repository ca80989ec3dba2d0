use std::time::Duration;

use peer_host::Peer;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
    time::timeout,
};

use crate::client::{Client, text};

const SHORTLY: Duration = Duration::from_millis(500);
const LIMIT: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_reboot_keeps_the_disk_and_nothing_else() {
    let client = Client::new().await;
    let mut peer = Peer::start(client.options()).await.expect("a peer");
    let (address, host_key) = (peer.address(), peer.host_key());
    let before = peer.units().await.expect("units");
    let prepare = "echo kept >/root/kept; touch /run/lost; systemd-run --quiet --on-active=600 --unit=lost true";
    peer.run(prepare).await.expect("a disk to write to");
    assert_ne!(peer.units().await.expect("units"), before);

    peer.reboot().await.expect("a reboot");

    assert_eq!((peer.address(), peer.host_key()), (address, host_key));
    assert_eq!(text(&client.run(&peer, "cat /root/kept; ls /run/lost 2>&-").await), "kept");
    assert!(!peer.units().await.expect("units").iter().any(|unit| unit.starts_with("lost")));
}

#[tokio::test]
async fn a_reboot_from_inside_comes_back_as_well() {
    let client = Client::new().await;
    let peer = Peer::start(client.options()).await.expect("a peer");
    peer.run("touch /run/lost").await.expect("a file");

    client.run(&peer, "systemctl reboot").await;

    let back = async {
        while !client.run(&peer, "[ ! -e /run/lost ]").await.status.success() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(LIMIT, back).await.expect("a reboot");
}

#[tokio::test]
async fn connections_hang_while_the_cable_is_pulled() {
    let client = Client::new().await;
    let peer = Peer::start(client.options()).await.expect("a peer");
    let mut session = client.start(&peer, "cat");
    let mut input = session.stdin.take().expect("an input");
    let mut lines = BufReader::new(session.stdout.take().expect("an output")).lines();
    input.write_all(b"before\n").await.expect("a line");
    assert_eq!(lines.next_line().await.expect("an answer").as_deref(), Some("before"));

    peer.cut().await.expect("a cut");
    input.write_all(b"after\n").await.expect("a line");

    assert!(timeout(SHORTLY, lines.next_line()).await.is_err(), "an answer without a cable");
    assert!(timeout(SHORTLY, TcpStream::connect((peer.address(), 22))).await.is_err(), "a connection without a cable");
    peer.mend().await.expect("a cable");
    let line = timeout(LIMIT, lines.next_line()).await.expect("an answer in time").expect("an answer");
    assert_eq!(line.as_deref(), Some("after"));
}

#[tokio::test]
async fn a_reset_ends_sessions_and_leaves_nothing_over() {
    let client = Client::new().await;
    let peer = Peer::start(client.options()).await.expect("a peer");
    let before = peer.processes().expect("processes");
    let mut session = client.start(&peer, "echo ready; cat");
    let mut lines = BufReader::new(session.stdout.take().expect("an output")).lines();
    assert_eq!(lines.next_line().await.expect("an answer").as_deref(), Some("ready"));
    assert!(peer.processes().expect("processes").len() > before.len());

    peer.reset_connections().await.expect("a reset");

    let ended = timeout(LIMIT, session.wait()).await.expect("an end in time").expect("an end");
    assert_eq!(ended.code(), Some(255));
    let left = async {
        while peer.processes().expect("processes") != before {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(LIMIT, left).await.expect("nothing left over");
    assert!(client.run(&peer, "true").await.status.success());
}

#[tokio::test]
async fn nothing_can_be_written_to_a_full_disk() {
    let client = Client::new().await;
    let peer = Peer::start(client.options()).await.expect("a peer");

    peer.fill_disk().await.expect("a full disk");
    let full = client.run(&peer, "seq 100000 >/root/numbers").await;
    let space = client.run(&peer, "df --output=avail /nix | tail -n 1").await;
    peer.free_disk().await.expect("a free disk");
    let free = client.run(&peer, "seq 100000 >/root/numbers").await;

    assert!(!full.status.success(), "{full:?}");
    assert_eq!(text(&space), "0");
    assert!(free.status.success(), "{free:?}");
}
