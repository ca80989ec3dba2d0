//! What comes of a switch, whatever the system says of it: live on the new, or back on what was recorded.

use workflow::port::provider::ProviderError;

use crate::fixture::{Town, told};

#[tokio::test]
async fn a_system_that_refuses_leaves_the_old_one() {
    let town = Town::nixos(1).await;
    let live = town.build("live", &[]);
    town.activate(1, &live).await.expect("the first activation");

    for (number, code, said) in [
        (2, "1", "Pre-switch check failed"),
        (3, "11", "another switch of the system does not come to an end"),
        (4, "100", "the machine has to be rebooted before it can take this system"),
    ] {
        let bad = town.build(&format!("bad-{code}"), &[("exitCode", code)]);

        let refused = town.activate(number, &bad).await.expect_err("a refusal");

        assert!(matches!(refused, ProviderError::Refused(_)), "{refused:?}");
        assert!(told(&refused).contains(said) && told(&refused).contains("alpha"), "{}", told(&refused));
        assert!(town.is_live(&live).await, "after {code}");
        town.nothing_is_left_over().await;
    }
}

#[tokio::test]
async fn a_unit_that_fails_for_a_moment_is_no_failure_and_one_that_stays_so_is() {
    let town = Town::nixos(1).await;
    let live = town.build("live", &[]);
    town.activate(1, &live).await.expect("the first activation");

    // The exit status says that a unit failed, and none has.
    let passing = town.build("passing", &[("exitCode", "4")]);
    town.activate(2, &passing).await.expect("a switch that is looked at again");
    assert!(town.is_live(&passing).await);

    let broken = town.build("broken", &[("unitFails", "true")]);
    let refused = town.activate(3, &broken).await.expect_err("a refusal");

    assert!(told(&refused).contains("application.service"), "{}", told(&refused));
    assert!(town.is_live(&passing).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn who_may_become_root_is_as_good_as_root() {
    let mut town = Town::nixos(1).await;
    town.run(
        "useradd -m -p '*' ada && cp -r /root/.ssh /home/ada/ && chown -R ada /home/ada/.ssh && \
         echo 'ada ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/ada",
    )
    .await;
    let built = town.build("one", &[]);
    town.activate(1, &built).await.expect("an activation");
    town.environment.configuration.settings["machines"][0]["user"] = "ada".into();
    let tested = town.tested();

    tested.provider.preflight(&tested.target(town.deployment)).await.expect("a machine that is ready");
    assert!(town.is_live(&built).await);
    tested.deactivate(town.fence(2)).await.expect("a removal");

    assert!(town.current().await.ends_with("-first"));
    town.run("rm /etc/sudoers.d/ada").await;
    let refused = tested.provider.preflight(&tested.target(town.deployment)).await.expect_err("a refusal");
    assert!(matches!(refused, ProviderError::NotReady(_)), "{refused:?}");
}

#[tokio::test]
async fn one_machine_that_refuses_takes_all_back() {
    let town = Town::nixos(2).await;
    let live = town.build("live", &[]);
    town.activate(1, &live).await.expect("the first activation");
    let (good, bad) = (town.workshop.system("good", &[]), town.workshop.system("bad", &[("exitCode", "1")]));
    let mixed = town.workshop.closure(&[("alpha", &good), ("beta", &bad)], &[]);

    let refused = town.activate(2, &mixed).await.expect_err("a refusal");

    assert!(told(&refused).contains("beta"), "{}", told(&refused));
    assert!(town.is_live(&live).await);
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn one_can_go_back_from_having_gone_back() {
    let town = Town::nixos(1).await;
    let systems: Vec<_> = ["one", "two"].iter().map(|name| town.build(name, &[])).collect();
    let bad = town.build("bad", &[("exitCode", "1")]);
    town.activate(1, &systems[0]).await.expect("one");
    town.activate(2, &systems[1]).await.expect("two");
    town.activate(3, &bad).await.expect_err("a refusal");
    assert!(town.is_live(&systems[1]).await, "not on the generation before");

    // Going back on purpose, and back from that.
    town.activate(4, &systems[0]).await.expect("one again");
    town.activate(5, &bad).await.expect_err("a refusal");
    assert!(town.is_live(&systems[0]).await);
    town.activate(6, &systems[1]).await.expect("two again");

    assert!(town.is_live(&systems[1]).await);
    let profile = town.run("readlink -f /nix/var/nix/profiles/system; readlink -f /boot/default").await;
    assert!(profile.lines().all(|path| path.ends_with("-two")), "{profile}");
}

#[tokio::test]
async fn a_machine_goes_back_to_what_it_had_before_everything() {
    let town = Town::nixos(1).await;
    let first = town.current().await;
    town.activate(1, &town.build("one", &[])).await.expect("one");
    town.activate(2, &town.build("two", &[])).await.expect("two");

    town.tested().deactivate(town.fence(3)).await.expect("the removal");

    let after = town
        .run("readlink -f /run/current-system; readlink -f /nix/var/nix/profiles/system; readlink -f /boot/default")
        .await;
    assert_eq!(after.lines().collect::<Vec<_>>(), [first.as_str(); 3]);
    let left = town.run("cd /var/lib/fediversity-host && find . -type f ! -name 'host-*.sh' ! -name lock").await;
    assert_eq!(left, format!("./deployments/{}/fence", town.deployment));
    town.nothing_is_left_over().await;
}
