//! Secrets: each in its file, before the system that reads it, and nowhere else.

use domain::secret::Secret;
use workflow::{port::provider::SecretFile, testing::provider::Built};

use crate::fixture::{Town, told};

const DIRECTORY: &str = "/var/lib/fediversity/secrets/app";
const CANARY: &str = "canary-5f2c81d0";

fn file(name: &str, edition: i64, content: &str) -> SecretFile {
    SecretFile {
        host: "alpha".into(),
        path: format!("{DIRECTORY}/{name}"),
        public: false,
        edition: format!("app/{name} {edition}"),
        content: Secret::new(content.into()),
    }
}

async fn deploy(town: &Town, number: i64, built: &Built, files: &[SecretFile]) -> Result<(), String> {
    let tested = town.tested();
    let (target, fence, (configuration, build)) = (tested.target(town.deployment), town.fence(number), built);
    let unheard = workflow::testing::provider::unheard;
    let run = async {
        tested.provider.copy(&target, fence, configuration, build, unheard()).await?;
        tested.provider.deliver(&target, fence, configuration, files).await?;
        tested.provider.activate(&target, fence, configuration, build, unheard()).await
    };
    run.await.map_err(|error| told(&error))
}

async fn content(town: &Town, name: &str) -> String {
    town.run(&format!("cat {DIRECTORY}/{name} 2>/dev/null || echo none")).await
}

#[tokio::test]
async fn a_secret_is_in_its_file_and_nowhere_else() {
    let town = Town::nixos(1).await;
    let one = town.build("one", &[]);
    let public = SecretFile { public: true, ..file("key.pub", 1, "everybody's") };

    deploy(&town, 1, &one, &[file("key", 1, CANARY), public]).await.expect("a deployment");

    let modes = town.run(&format!("stat -c '%a %U' {DIRECTORY}/key {DIRECTORY}/key.pub {DIRECTORY}")).await;
    assert_eq!(modes.lines().collect::<Vec<_>>(), ["400 root", "444 root", "711 root"]);
    let found = town
        .run(&format!("grep -rl -D skip {CANARY} /boot /etc /nix /root /run /srv /tmp /var 2>/dev/null || :"))
        .await;
    assert_eq!(found, format!("{DIRECTORY}/key"));
}

#[tokio::test]
async fn only_what_changed_is_handed_over_and_what_is_not_needed_goes() {
    let town = Town::nixos(1).await;
    let (one, two) = (town.build("one", &[]), town.build("two", &[]));
    deploy(&town, 1, &one, &[file("a", 1, "first"), file("b", 1, "second"), file("c", 1, "third")]).await.expect("one");
    let before = town.run(&format!("stat -c %i {DIRECTORY}/a")).await;

    deploy(&town, 2, &two, &[file("a", 1, "first"), file("b", 2, "other")]).await.expect("two");

    assert_eq!(town.run(&format!("stat -c %i {DIRECTORY}/a")).await, before, "it was not touched");
    assert_eq!((content(&town, "b").await.as_str(), content(&town, "c").await.as_str()), ("other", "none"));
}

#[tokio::test]
async fn what_reads_a_secret_starts_anew_when_that_changes() {
    let town = Town::nixos(1).await;
    let one = town.build("one", &[]);
    deploy(&town, 1, &one, &[file("a", 1, "first")]).await.expect("one");
    // As `nix/nixos/ready.nix` has it: an application's units require its target.
    town.run(
        "cd /run/systemd/system && printf '[Unit]\n' >fediversity-app.target && \
         printf '[Unit]\nRequires=fediversity-app.target\nAfter=fediversity-app.target\n[Service]\nExecStart=/bin/sleep infinity\n' \
         >app.service && systemctl daemon-reload && systemctl start app.service",
    )
    .await;
    let process = async || town.run("systemctl show -P MainPID app.service").await;
    let first = process().await;

    deploy(&town, 2, &one, &[file("a", 1, "first")]).await.expect("the same again");
    assert_eq!(process().await, first, "nothing changed");
    deploy(&town, 3, &one, &[file("a", 2, "other")]).await.expect("another secret");

    let second = process().await;
    assert!(second != first && second != "0", "{first} {second}");
    assert_eq!(content(&town, "a").await, "other");
}

#[tokio::test]
async fn secrets_go_back_with_the_system() {
    let town = Town::nixos(1).await;
    let (one, bad) = (town.build("one", &[]), town.build("bad", &[("exitCode", "1")]));
    deploy(&town, 1, &one, &[file("a", 1, "first")]).await.expect("one");

    deploy(&town, 2, &bad, &[file("a", 2, "changed"), file("b", 1, "new")]).await.expect_err("a refusal");

    assert_eq!((content(&town, "a").await.as_str(), content(&town, "b").await.as_str()), ("first", "none"));
    // What was never activated is not activated by the next one.
    deploy(&town, 3, &town.build("three", &[]), &[file("a", 1, "first")]).await.expect("three");
    assert_eq!((content(&town, "a").await.as_str(), content(&town, "b").await.as_str()), ("first", "none"));
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn what_somebody_deleted_comes_again_and_all_goes_with_the_deployment() {
    let town = Town::nixos(1).await;
    let one = town.build("one", &[]);
    let long = "x".repeat(20_000);
    deploy(&town, 1, &one, &[file("a", 1, &long)]).await.expect("one");
    town.run(&format!("rm {DIRECTORY}/a")).await;

    deploy(&town, 2, &one, &[file("a", 1, &long)]).await.expect("the same again");
    assert_eq!(content(&town, "a").await, long);

    town.tested().deactivate(town.fence(3)).await.expect("the removal");
    assert_eq!(content(&town, "a").await, "none");
}

#[tokio::test]
async fn what_was_handed_over_and_never_activated_is_forgotten() {
    let town = Town::nixos(1).await;
    let (one, two) = (town.build("one", &[]), town.build("two", &[]));
    deploy(&town, 1, &one, &[file("a", 1, "first")]).await.expect("one");
    let tested = town.tested();
    let (target, unheard) = (tested.target(town.deployment), workflow::testing::provider::unheard);
    tested.provider.copy(&target, town.fence(2), &two.0, &two.1, unheard()).await.expect("a copy");
    tested.provider.deliver(&target, town.fence(2), &two.0, &[file("a", 2, "other")]).await.expect("a delivery");

    // As a run does that is undone before it came to activate.
    tested.provider.deliver(&target, town.fence(2), &one.0, &[file("a", 1, "first")]).await.expect("what was there");
    tested.provider.activate(&target, town.fence(2), &one.0, &one.1, unheard()).await.expect("what was live");

    assert!(town.is_live(&one).await);
    assert_eq!(content(&town, "a").await, "first");
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn a_run_after_a_loss_of_power_hands_over_as_if_nothing_had_been() {
    let mut town = Town::nixos(1).await;
    let (one, hanging) = (town.build("one", &[]), town.build("hanging", &[("hangs", "true")]));
    deploy(&town, 1, &one, &[file("a", 1, "first")]).await.expect("one");
    {
        let tested = town.tested();
        let (target, unheard) = (tested.target(town.deployment), workflow::testing::provider::unheard);
        tested.provider.copy(&target, town.fence(2), &hanging.0, &hanging.1, unheard()).await.expect("a copy");
        tested
            .provider
            .deliver(&target, town.fence(2), &hanging.0, &[file("a", 2, "other")])
            .await
            .expect("a delivery");
        let switched = format!("grep -q other {DIRECTORY}/a");
        let activation = tested.provider.activate(&target, town.fence(2), &hanging.0, &hanging.1, unheard());
        tokio::select! {
            ended = activation => panic!("{ended:?}"),
            () = town.until(&switched) => {}
        }
    }
    town.peers[0].reboot().await.expect("a restart");

    let three = town.build("three", &[]);
    deploy(&town, 3, &three, &[file("a", 1, "first"), file("b", 1, "new")]).await.expect("the next run");

    assert!(town.is_live(&three).await);
    assert_eq!((content(&town, "a").await.as_str(), content(&town, "b").await.as_str()), ("first", "new"));
    town.nothing_is_left_over().await;
}

#[tokio::test]
async fn a_secret_lies_nowhere_but_where_secrets_lie() {
    let town = Town::nixos(1).await;
    let one = town.build("one", &[]);
    for path in ["/etc/cron.d/evil", "/var/lib/../../root/.bashrc", "/var/lib//x", "relative"] {
        let evil = SecretFile { path: path.into(), ..file("a", 1, "x") };

        let refused = deploy(&town, 1, &one, &[evil]).await.expect_err("a refusal");

        assert!(refused.contains("a secret can't lie in"), "{refused}");
    }
    assert!(town.current().await.ends_with("-first"));
}
