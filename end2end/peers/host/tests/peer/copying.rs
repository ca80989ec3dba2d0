use std::time::Duration;

use peer_host::{Options, Peer};
use tokio::time::timeout;

use crate::{
    client::{Client, text},
    workshop::Workshop,
};

#[tokio::test]
async fn a_peer_takes_what_is_signed_and_nothing_else() {
    let (client, workshop) = (Client::new().await, Workshop::new().await);
    let options = Options { trusted_public_keys: vec![workshop.key.clone()], ..client.options() };
    let peer = Peer::start(options).await.expect("a peer");
    let (signed, unsigned) = (workshop.build("signed", "sizeMiB = 1;").await, workshop.build("unsigned", "").await);
    workshop.sign(&signed).await;

    let taken = workshop.copy(&signed, &client, &peer).await;
    let refused = workshop.copy(&unsigned, &client, &peer).await;

    assert!(taken.status.success(), "{taken:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("lacks a signature by a trusted key"), "{refused:?}");
    let there = client.run(&peer, &format!("cat {signed}/live; ls -d {unsigned} 2>&-")).await;
    assert_eq!(text(&there), signed);
}

#[tokio::test]
async fn a_copy_that_the_disk_has_no_room_for_fails_and_can_be_repeated() {
    let (client, workshop) = (Client::new().await, Workshop::new().await);
    let trusted_public_keys = vec![workshop.key.clone()];
    let peer = Peer::start(Options { trusted_public_keys, disk_mib: 24, ..client.options() }).await.expect("a peer");
    let large = workshop.build("large", "sizeMiB = 32;").await;
    let small = workshop.build("small", "sizeMiB = 4;").await;
    workshop.sign(&large).await;
    workshop.sign(&small).await;

    let copying = workshop.copy(&large, &client, &peer);
    let large = timeout(Duration::from_secs(20), copying).await.expect("an end");
    client.run(&peer, "nix-collect-garbage").await;
    let small = workshop.copy(&small, &client, &peer).await;

    assert!(!large.status.success(), "{large:?}");
    assert!(small.status.success(), "{small:?}");
}
