//! What can happen to a machine and its network while something is activated: it ends live on the new, or back on what was
//! recorded, and nothing goes on there afterwards.

use std::time::Duration;

use tokio::time::timeout;
use workflow::{port::provider::ProviderError, testing::provider::unheard};

use crate::fixture::{Town, told};

/// A town with something live, and something that comes.
async fn ready(
    settings: &[(&str, &str)],
) -> (Town, workflow::testing::provider::Built, workflow::testing::provider::Built) {
    let town = Town::nixos(1).await;
    let (live, next) = (town.build("live", &[]), town.build("next", settings));
    town.activate(1, &live).await.expect("the first activation");
    (town, live, next)
}

#[tokio::test]
async fn an_activation_that_cuts_its_own_network_is_taken_back() {
    let (town, live, next) = ready(&[("cutsNetwork", "true")]).await;

    let refused = town.activate(2, &next).await.expect_err("a refusal");

    assert!(matches!(refused, ProviderError::Refused(_)), "{refused:?}");
    assert!(told(&refused).contains("nobody could confirm it in time"), "{}", told(&refused));
    assert!(town.is_live(&live).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn whoever_is_killed_before_confirming_is_not_waited_for() {
    let (town, live, next) = ready(&[]).await;
    let tested = town.tested();
    let (target, fence) = (tested.target(town.deployment), town.fence(2));
    tested.provider.copy(&target, fence, &next.0, &next.1, unheard()).await.expect("a copy");

    // Dropped once it has begun to switch, as a worker that dies is.
    tokio::select! {
        ended = tested.provider.activate(&target, fence, &next.0, &next.1, unheard()) => panic!("{ended:?}"),
        () = town.until("[ -d /var/lib/fediversity-host/deployments/*/pending ]") => {}
    }
    town.until("[ ! -d /var/lib/fediversity-host/deployments/*/pending ]").await;

    assert!(town.is_live(&live).await, "{}", town.current().await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn another_worker_goes_on_where_one_died() {
    let (town, _, next) = ready(&[]).await;
    let tested = town.tested();
    let (target, fence) = (tested.target(town.deployment), town.fence(2));
    tested.provider.copy(&target, fence, &next.0, &next.1, unheard()).await.expect("a copy");
    for moment in [30, 120, 250, 400, 600] {
        let activation = tested.provider.activate(&target, fence, &next.0, &next.1, unheard());
        let _ = timeout(Duration::from_millis(moment), activation).await;
    }

    town.activate(3, &next).await.expect("the next worker's");

    assert!(town.is_live(&next).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn a_machine_that_loses_power_before_it_is_confirmed_comes_back_on_the_old() {
    let (mut town, live, next) = ready(&[("hangs", "true")]).await;
    {
        let tested = town.tested();
        let target = tested.target(town.deployment);
        tested.provider.copy(&target, town.fence(2), &next.0, &next.1, unheard()).await.expect("a copy");
        let activation = tested.provider.activate(&target, town.fence(2), &next.0, &next.1, unheard());
        let switched = town.until("[ \"$(readlink -f /run/current-system)\" != \"$(readlink -f /boot/default)\" ]");
        tokio::select! {
            ended = activation => panic!("{ended:?}"),
            () = switched => {}
        }
    }
    town.peers[0].reboot().await.expect("a restart");

    assert!(town.current().await.ends_with("-live"));
    // The same run, taken up by another worker, with a system that does not hang.
    let good = town.build("good", &[]);
    town.activate(3, &good).await.expect("another activation");
    assert!(town.is_live(&good).await);
    town.activate(4, &live).await.expect("and back");
    assert!(town.is_live(&live).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn an_activation_that_never_ends_is_taken_back() {
    let (town, live, next) = ready(&[("hangs", "true")]).await;

    let refused = town.activate(2, &next).await.expect_err("a refusal");

    assert!(told(&refused).contains("did not come to an end in time"), "{}", told(&refused));
    assert!(town.is_live(&live).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn a_connection_that_breaks_while_switching_is_made_again() {
    let (town, _, next) = ready(&[]).await;
    let tested = town.tested();
    let (target, fence) = (tested.target(town.deployment), town.fence(2));
    tested.provider.copy(&target, fence, &next.0, &next.1, unheard()).await.expect("a copy");

    let activation = tested.provider.activate(&target, fence, &next.0, &next.1, unheard());
    let breaking = async {
        town.until("[ -d /var/lib/fediversity-host/deployments/*/pending ]").await;
        town.peers[0].reset_connections().await.expect("a reset");
    };
    let (activated, ()) = tokio::join!(activation, breaking);

    activated.expect("a new connection went on with it");
    assert!(town.is_live(&next).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn a_cut_that_is_longer_than_the_machine_waits_takes_it_back() {
    let (town, live, next) = ready(&[]).await;
    let tested = town.tested();
    let (target, fence) = (tested.target(town.deployment), town.fence(2));
    tested.provider.copy(&target, fence, &next.0, &next.1, unheard()).await.expect("a copy");

    let activation = tested.provider.activate(&target, fence, &next.0, &next.1, unheard());
    let cutting = async {
        town.until("[ -d /var/lib/fediversity-host/deployments/*/pending ]").await;
        town.peers[0].cut().await.expect("a cut");
        // It goes back by itself, while nobody reaches it.
        town.until("[ -d /var/lib/fediversity-host/deployments/*/gone-back ]").await;
        town.peers[0].mend().await.expect("the cable");
    };
    let (activated, ()) = tokio::join!(activation, cutting);

    let refused = activated.expect_err("a refusal");
    assert!(told(&refused).contains("gone back by itself"), "{}", told(&refused));
    assert!(town.is_live(&live).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn a_copy_that_breaks_off_goes_on_where_it_was() {
    let (town, _, next) = ready(&[("sizeMiB", "64")]).await;
    let tested = town.tested();
    let (target, fence) = (tested.target(town.deployment), town.fence(2));

    let copying = tested.provider.copy(&target, fence, &next.0, &next.1, unheard());
    let breaking = async {
        // Something of it is there.
        town.until("ls /nix/store | grep -q ballast").await;
        town.peers[0].reset_connections().await.expect("a reset");
    };
    let (copied, ()) = tokio::join!(copying, breaking);

    copied.expect("it goes on");
    town.activate(2, &next).await.expect("an activation");
    assert!(town.is_live(&next).await);
}

#[tokio::test]
async fn a_full_disk_is_told_and_leaves_what_was_live() {
    let (town, live, next) = ready(&[("sizeMiB", "32")]).await;
    town.peers[0].fill_disk().await.expect("a full disk");

    let refused = town.activate(2, &next).await.expect_err("a refusal");
    town.peers[0].free_disk().await.expect("room");

    assert!(matches!(refused, ProviderError::NoRoom), "{refused:?}");
    assert!(town.is_live(&live).await);
    town.activate(3, &next).await.expect("with room it is no matter");
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn of_two_runs_at_once_the_newer_has_its_way() {
    let (town, _, next) = ready(&[]).await;
    let other = town.build("other", &[]);

    let (old, new) = tokio::join!(town.activate(2, &next), town.activate(3, &other));

    new.expect("the newer one");
    // The older one was first, or was refused.
    if let Err(error) = old {
        assert!(matches!(error, ProviderError::Fenced | ProviderError::Refused(_)), "{error:?}");
    }
    let late = town.activate(2, &next).await;
    assert!(matches!(late, Err(ProviderError::Fenced)), "{late:?}");
    assert!(town.is_live(&other).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn a_script_that_is_not_whole_is_brought_again() {
    let (town, live, next) = ready(&[]).await;
    for spoil in ["truncate -s 9000", "truncate -s 0", "rm"] {
        town.run(&format!("{spoil} /var/lib/fediversity-host/host-*.sh")).await;

        assert!(town.is_live(&live).await, "after {spoil}");
    }
    town.activate(2, &next).await.expect("an activation");
    town.tested().deactivate(town.fence(3)).await.expect("a removal");
    assert!(town.current().await.ends_with("-first"));
}
