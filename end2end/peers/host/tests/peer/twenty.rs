use std::time::{Duration, Instant};

use futures::future::join_all;
use peer_host::{Network, Peer};

use crate::client::{Client, text};

#[tokio::test]
async fn twenty_peers_share_this_machine() {
    let client = Client::new().await;
    let network = Network::start().await.expect("a network");
    let begin = Instant::now();

    let peers = join_all((0..20).map(|_| Peer::start_on(&network, client.options()))).await;
    let took = begin.elapsed();

    let peers: Vec<Peer> = peers.into_iter().map(|peer| peer.expect("a peer")).collect();
    let memory: Vec<u64> = peers.iter().map(|peer| peer.memory_kib().expect("its memory")).collect();
    let (most, all) = (memory.iter().max().expect("peers"), memory.iter().sum::<u64>() / 1024);
    println!("20 peers in {took:?}, {all} MiB, at most {most} KiB each");
    assert!(took < Duration::from_secs(40), "{took:?}");
    assert!(*most < 40 * 1024, "{memory:?}");
    let greet = format!("timeout 5 bash -c 'head -c 4 </dev/tcp/{}/22'", peers[19].address());
    assert_eq!(text(&client.run(&peers[0], &greet).await), "SSH-", "one peer reaches another");
}
