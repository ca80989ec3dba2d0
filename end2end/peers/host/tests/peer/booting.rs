use peer_host::Peer;

use crate::client::{Client, text};

#[tokio::test]
async fn a_peer_boots_without_a_failed_unit() {
    let peer = Peer::start(Client::new().await.options()).await.expect("a peer");

    let state = peer.run("systemctl is-system-running --wait").await.expect("an answer");

    assert_eq!(text(&state), "running", "{}", text(&peer.run("systemctl --failed").await.expect("an answer")));
}

#[tokio::test]
async fn who_has_a_key_signs_in_and_finds_nix() {
    let client = Client::new().await;
    let peer = Peer::start(client.options()).await.expect("a peer");

    let version = client.run(&peer, "nix-store --version && nix --version").await;

    assert!(text(&version).starts_with("nix-store (Nix) 2."), "{version:?}");
}

#[tokio::test]
async fn a_peer_has_one_host_key_until_it_is_changed() {
    let client = Client::new().await;
    let mut peer = Peer::start(client.options()).await.expect("a peer");
    let first = peer.host_key();
    assert!(client.accepts(&peer, &first).await, "the first key");

    peer.change_host_key().await.expect("another key");

    assert!(!client.accepts(&peer, &first).await, "the first key is no longer its own");
    assert!(client.accepts(&peer, &peer.host_key()).await, "the second key");
}

#[tokio::test]
async fn systemd_runs_commands_and_timers() {
    let client = Client::new().await;
    let peer = Peer::start(client.options()).await.expect("a peer");

    let said = client.run(&peer, "systemd-run --quiet --wait --pipe --collect sh -c 'echo said; exit 3'").await;
    let timed = "systemd-run --quiet --collect --on-active=1 --timer-property=AccuracySec=10ms --unit=dead-man \
         mkfifo /run/ticked; until [ -p /run/ticked ]; do sleep 0.05; done; echo ticked";
    let ticked = client.run(&peer, timed).await;

    assert_eq!((text(&said).as_str(), said.status.code()), ("said", Some(3)), "{said:?}");
    assert_eq!(text(&ticked), "ticked", "{ticked:?}");
}

#[tokio::test]
async fn the_web_server_serves_and_reloads() {
    let peer = Peer::start(Client::new().await.options()).await.expect("a peer");
    peer.run("echo hello >/srv/www/index.html").await.expect("a page");

    let reload = peer.run("systemctl reload nginx").await.expect("an answer");

    assert!(reload.status.success(), "{reload:?}");
    assert!(crate::client::get(&peer, "/").await.ends_with("hello\n"));
}
