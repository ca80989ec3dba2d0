use std::{future::Future, time::Duration};

use peer_host::{Options, Peer};
use tokio::time::{sleep, timeout};

use crate::{
    client::{Client, get, text},
    workshop::Workshop,
};

const LIMIT: Duration = Duration::from_secs(20);

struct Host {
    client: Client,
    workshop: Workshop,
    peer: Peer,
}

impl Host {
    async fn start() -> Self {
        let (client, workshop) = (Client::new().await, Workshop::new().await);
        let trusted_public_keys = vec![workshop.key.clone()];
        let options = Options { nixos: true, trusted_public_keys, ..client.options() };
        let peer = Peer::start(options).await.expect("a peer");
        Self { client, workshop, peer }
    }

    /// Copies a system there and makes it the newest of the profile; returns its path.
    async fn set(&self, name: &str, arguments: &str) -> String {
        let path = self.workshop.build(name, arguments).await;
        self.workshop.sign(&path).await;
        let copied = self.workshop.copy(&path, &self.client, &self.peer).await;
        assert!(copied.status.success(), "{copied:?}");
        self.client.run(&self.peer, &format!("nix-env -p /nix/var/nix/profiles/system --set {path}")).await;
        path
    }

    /// Switches to a system of the peer as a deployment does; returns the exit code.
    async fn switch(&self, path: &str, verb: &str) -> Option<i32> {
        let command = format!("systemd-run --quiet --wait --pipe --collect {path}/bin/switch-to-configuration {verb}");
        self.client.run(&self.peer, &command).await.status.code()
    }

    async fn live(&self) -> String {
        get(&self.peer, "/live").await.lines().last().unwrap_or_default().to_owned()
    }
}

async fn until<F: Future<Output = bool>>(what: &str, mut condition: impl FnMut() -> F) {
    let waiting = async {
        while !condition().await {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(LIMIT, waiting).await.expect(what);
}

#[tokio::test]
async fn a_reboot_comes_back_on_what_was_switched_to_for_good() {
    let mut host = Host::start().await;
    let first = host.live().await;
    assert!(first.ends_with("-first"), "{first}");
    let second = host.set("second", "message = \"hello\";").await;

    let tried = host.switch(&second, "test").await;
    assert_eq!((tried, host.live().await), (Some(0), second.clone()));
    assert!(get(&host.peer, "/").await.ends_with("hello"));
    host.peer.reboot().await.expect("a reboot");
    until("the first system after a test", async || host.live().await == first).await;

    let switched = host.switch(&second, "switch").await;
    assert_eq!((switched, host.live().await), (Some(0), second.clone()));
    host.peer.reboot().await.expect("a reboot");
    until("the second system after a switch", async || host.live().await == second).await;
}

#[tokio::test]
async fn a_switch_ends_as_it_is_told_to() {
    let host = Host::start().await;
    let first = host.live().await;

    for (name, code, goes_live) in
        [("checks", 1, false), ("locked", 11, false), ("failing", 4, true), ("init", 100, true)]
    {
        let path = host.set(name, &format!("exitCode = {code};")).await;

        let ended = host.switch(&path, "test").await;

        assert_eq!(ended, Some(code), "{name}");
        assert_eq!(host.live().await, if goes_live { path } else { first.clone() }, "{name}");
        assert_eq!(host.switch(&first, "test").await, Some(0), "back after {name}");
    }
}

#[tokio::test]
async fn a_failed_unit_stays_failed_until_another_system_is_live() {
    let host = Host::start().await;
    let first = host.live().await;
    let failing = host.set("failing", "unitFails = true;").await;
    let failed = async || text(&host.peer.run("systemctl is-failed application.service").await.expect("an answer"));

    assert_eq!(host.switch(&failing, "test").await, Some(4));
    assert_eq!(failed().await, "failed");
    assert_eq!(host.switch(&first, "test").await, Some(0));
    assert_ne!(failed().await, "failed");
}

#[tokio::test]
async fn a_switch_that_hangs_keeps_others_out_until_it_is_ended() {
    let host = Host::start().await;
    let first = host.live().await;
    let hanging = host.set("hanging", "hangs = true;").await;
    let start = format!("systemd-run --quiet --collect --unit=switch {hanging}/bin/switch-to-configuration test");
    host.client.run(&host.peer, &start).await;
    until("the hanging system to be live", async || host.live().await == hanging).await;

    assert_eq!(host.switch(&first, "test").await, Some(11));
    host.client.run(&host.peer, "systemctl stop switch").await;
    assert_eq!(host.switch(&first, "test").await, Some(0));
}

#[tokio::test]
async fn a_timer_on_the_host_brings_back_a_network_that_a_system_cut() {
    let host = Host::start().await;
    let first = host.live().await;
    let cutting = host.set("cutting", "cutsNetwork = true;").await;
    let arm = format!(
        "systemd-run --quiet --collect --on-active=2 --timer-property=AccuracySec=10ms {first}/bin/switch-to-configuration test"
    );
    host.client.run(&host.peer, &arm).await;

    let detached = format!("systemd-run --quiet --collect {cutting}/bin/switch-to-configuration test");
    host.client.run(&host.peer, &detached).await;
    let inside = async || text(&host.peer.run("readlink /run/current-system").await.expect("an answer"));
    until("the cutting system to be live", async || inside().await == cutting).await;
    let down = text(&host.peer.run("cat /sys/class/net/eth0/operstate").await.expect("an answer"));

    assert_eq!(down, "down");
    until("the first system to be back", async || inside().await == first).await;
    assert!(host.client.run(&host.peer, "true").await.status.success());
}
