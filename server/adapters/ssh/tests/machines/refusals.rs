//! Machines that are not as they have to be: nothing is touched, and the sentence says what to do.

use std::collections::BTreeMap;

use workflow::{
    port::provider::{Credentials, ProviderError},
    testing::provider::Tested,
};

use crate::fixture::{Town, Workshop, told, with_host_key};

#[tokio::test]
async fn another_host_key_than_the_pinned_one_is_refused() {
    let town = Town::nixos(1).await;
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGBm6rXoWPmVp1ZuTCFb8VpG0bU4e4ZHhN8vFuYpXWvX";
    let environment = with_host_key(&town.environment, key);
    let tested = Tested { environment: &environment, ..town.tested() };

    let refused = tested.provider.preflight(&tested.target(town.deployment)).await.expect_err("a refusal");

    assert!(matches!(refused, ProviderError::NotReady(_)), "{refused:?}");
    assert!(
        told(&refused).contains("alpha: it has another host key than the one that is pinned"),
        "{}",
        told(&refused)
    );
}

#[tokio::test]
async fn a_key_that_is_not_accepted_is_told() {
    let town = Town::nixos(1).await;
    let other = Workshop::new().await;
    let credentials = Credentials(BTreeMap::from([("access.key".to_owned(), other.key.clone())]));
    let none = Credentials::default();

    for (credentials, said) in [(&credentials, "it does not accept our SSH key"), (&none, "the settings name no key")] {
        let tested = Tested { credentials, ..town.tested() };
        let refused = tested.provider.preflight(&tested.target(town.deployment)).await.expect_err("a refusal");
        assert!(matches!(refused, ProviderError::NotReady(_)) && told(&refused).contains(said), "{}", told(&refused));
    }
}

#[tokio::test]
async fn a_machine_that_does_not_trust_our_signature_takes_no_closure() {
    let town = Town::nixos(1).await;
    let stranger = Workshop::new().await;
    let config = adapter_ssh::SshConfig::default();
    let machines = adapter_ssh::Machines::new(config, town.workshop.nix.clone(), stranger.signer.clone());
    let machines = machines.expect("a provider");
    let tested = Tested { provider: &machines, ..town.tested() };
    let built = town.build("unsigned", &[]);

    let looked = tested.provider.preflight(&tested.target(town.deployment)).await.expect_err("a refusal");
    let copied = tested.activate(town.fence(1), &built).await.expect_err("a refusal");

    assert!(told(&looked).contains(stranger.signer.public()), "{}", told(&looked));
    assert!(told(&copied).contains("does not trust our signatures"), "{}", told(&copied));
    assert!(matches!(copied, ProviderError::NotReady(_)), "{copied:?}");
    assert!(town.current().await.ends_with("-first"));
}

#[tokio::test]
async fn a_machine_of_another_deployment_is_left_alone() {
    let town = Town::nixos(1).await;
    let built = town.build("one", &[]);
    town.activate(1, &built).await.expect("the owner's");

    let other = domain::identifier::DeploymentId(uuid::Uuid::new_v4());
    let fence = workflow::port::provider::Fence { deployment: other, number: 7 };
    let refused = town.tested().activate(fence, &town.build("two", &[])).await.expect_err("a refusal");

    assert!(told(&refused).contains("belongs to the deployment"), "{}", told(&refused));
    assert!(town.is_live(&built).await);
}

#[tokio::test]
async fn a_machine_that_is_not_there_is_told_in_time() {
    let town = Town::nixos(1).await;
    town.peers[0].cut().await.expect("a cut");

    let begun = std::time::Instant::now();
    let refused =
        town.tested().provider.preflight(&town.tested().target(town.deployment)).await.expect_err("a failure");

    assert!(matches!(refused, ProviderError::Unavailable(_)), "{refused:?}");
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_machine_that_is_named_no_more_takes_nothing_and_keeps_nobody_from_removing() {
    let mut town = Town::nixos(1).await;
    let built = town.build("one", &[]);
    town.activate(1, &built).await.expect("an activation");
    town.environment.configuration.settings["machines"] = serde_json::json!([]);

    let refused = town.activate(2, &town.build("two", &[])).await.expect_err("a refusal");
    town.tested().deactivate(town.fence(3)).await.expect("a removal of what is left");

    assert!(matches!(refused, ProviderError::NotReady(_)), "{refused:?}");
    assert!(told(&refused).contains("has no machine \"alpha\" any more"), "{}", told(&refused));
    assert_eq!(town.active().await, None);
}
