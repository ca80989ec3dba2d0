//! The environment keeps what every provider promises, and what it promises itself, with a real site process.

use std::{fs, os::unix::fs::PermissionsExt};

use crate::fixtures::{
    closure::{self, Content, no_rules},
    place::{Place, deployment},
    visitor::get,
};
use domain::plan::Configuration;
use workflow::{
    port::{
        builder::Build,
        provider::{Fence, ProviderError},
    },
    testing::provider::{self as contract, Tested},
};

const HOST: &str = "town.localhost";

/// A place whose site process is there, and two closures for the same host.
async fn ready() -> (Place, (Configuration, Build), (Configuration, Build)) {
    let place = Place::new();
    place.local().preflight().await.unwrap();
    let a = closure::page(&place.store(), "aaa", HOST, "a");
    let b = closure::page(&place.store(), "bbb", HOST, "b");
    (place, a, b)
}

#[tokio::test]
async fn preparing_twice_changes_nothing() {
    let (place, a, _) = ready().await;
    let before = place.processes();

    contract::preparing_twice_changes_nothing(&Tested::here(&place.local()), deployment(), &a).await;

    assert_eq!(place.processes(), before);
}

#[tokio::test]
async fn activating_twice_changes_nothing() {
    let (place, a, _) = ready().await;
    contract::activating_twice_changes_nothing(&Tested::here(&place.local()), deployment(), &a).await;
}

#[tokio::test]
async fn activating_another_replaces_the_first() {
    let (place, a, b) = ready().await;
    contract::activating_another_replaces_the_first(&Tested::here(&place.local()), deployment(), &a, &b).await;
}

#[tokio::test]
async fn an_older_fence_is_refused() {
    let (place, a, b) = ready().await;
    contract::an_older_fence_is_refused(&Tested::here(&place.local()), deployment(), &a, &b).await;
    contract::an_older_fence_is_refused_after_a_removal(&Tested::here(&place.local()), deployment(), &other(&place))
        .await;
}

#[tokio::test]
async fn deactivating_twice_changes_nothing() {
    let (place, a, _) = ready().await;
    contract::deactivating_twice_changes_nothing(&Tested::here(&place.local()), deployment(), &a).await;
}

#[tokio::test]
async fn deployments_leave_each_other_alone() {
    let (place, a, _) = ready().await;
    let other = other(&place);
    contract::deployments_leave_each_other_alone(
        &Tested::here(&place.local()),
        (deployment(), &a),
        (deployment(), &other),
    )
    .await;
}

#[tokio::test]
async fn a_deployment_with_other_hosts_gives_the_old_ones_up() {
    let (place, _, _) = ready().await;
    let (local, deployment) = (place.local(), deployment());
    let sites = |hosts: [(&'static str, &'static str); 2]| {
        hosts.map(|(name, host)| Content { name, host, files: &[("index.html", "x")], rules: no_rules() })
    };
    let before = closure::write(&place.store(), "ccc", &sites([("a.site", "a.localhost"), ("b.site", "b.localhost")]));
    let after = closure::write(&place.store(), "ddd", &sites([("b.site", "b.localhost"), ("c.site", "c.localhost")]));

    local.activate(Fence { deployment, number: 1 }, &before.0, &before.1).await.unwrap();
    local.activate(Fence { deployment, number: 2 }, &after.0, &after.1).await.unwrap();

    local.verify(&after.0).await.unwrap();
    assert_eq!(get(place.address, "a.localhost", "/").await.status, 404);
    assert_eq!(fs::read_dir(place.work().join("sites")).unwrap().count(), 2);
}

#[tokio::test]
async fn a_host_belongs_to_one_deployment_until_that_gives_it_up() {
    let (place, a, b) = ready().await;
    let (local, owner, other) = (place.local(), deployment(), deployment());
    local.activate(Fence { deployment: owner, number: 1 }, &a.0, &a.1).await.unwrap();

    let taken = local.activate(Fence { deployment: other, number: 9 }, &b.0, &b.1).await;
    assert!(matches!(taken, Err(ProviderError::Refused(_))), "{taken:?}");
    local.verify(&a.0).await.unwrap();

    local.deactivate(Fence { deployment: owner, number: 2 }).await.unwrap();
    local.activate(Fence { deployment: other, number: 9 }, &b.0, &b.1).await.unwrap();
    local.deactivate(Fence { deployment: owner, number: 3 }).await.unwrap();
    local.verify(&b.0).await.unwrap();
}

#[tokio::test]
async fn a_change_that_was_cut_off_anywhere_can_be_repeated() {
    let (place, a, b) = ready().await;
    let (local, deployment) = (place.local(), deployment());
    let moved = closure::page(&place.store(), "eee", "moved.localhost", "moved");
    local.activate(Fence { deployment, number: 1 }, &a.0, &a.1).await.unwrap();
    let record = place.work().join(format!("deployments/{deployment}.json"));
    let links = place.work().join("sites");
    let leaving = format!(
        r#"{{ "fence": 2, "out_path": "{}", "hosts": {{ "moved.localhost": "homepage.site" }}, "leaving": ["{HOST}"] }}"#,
        moved.1.out_path
    );

    // The record was written, and no link.
    fs::write(&record, &leaving).unwrap();
    assert_eq!(local.active(deployment).await.unwrap(), None);
    local.activate(Fence { deployment, number: 2 }, &moved.0, &moved.1).await.unwrap();
    assert_eq!(local.active(deployment).await.unwrap(), Some(moved.1.out_path.clone()));
    assert!(!links.join(HOST).is_symlink());

    // The links were changed, and it is not recorded that the old host has left.
    fs::write(&record, &leaving).unwrap();
    local.activate(Fence { deployment, number: 2 }, &moved.0, &moved.1).await.unwrap();
    assert!(!fs::read_to_string(&record).unwrap().contains(HOST));

    // The record was written, and then something else was wanted.
    fs::write(&record, &leaving).unwrap();
    local.activate(Fence { deployment, number: 3 }, &b.0, &b.1).await.unwrap();
    local.verify(&b.0).await.unwrap();
    assert!(!links.join("moved.localhost").is_symlink());
}

#[tokio::test]
async fn what_can_not_be_served_is_refused_before_anything_changes() {
    let (place, a, _) = ready().await;
    let (local, deployment) = (place.local(), deployment());
    let fence = Fence { deployment, number: 1 };
    local.activate(fence, &a.0, &a.1).await.unwrap();
    let page = |hash, host| closure::page(&place.store(), hash, host, "x");
    let malformed = page("fff", HOST);
    fs::write(malformed.1.directory.join("homepage.site/site.json"), "{").unwrap();
    let missing = page("ggg", HOST);
    fs::remove_dir_all(&missing.1.directory).unwrap();
    let mut elsewhere = page("hhh", HOST);
    elsewhere.1.out_path = a.1.out_path.clone();
    let mut outside = page("iii", HOST);
    let site = outside.0.sites.pop_first().unwrap().1;
    outside.0.sites.insert("../aaa-local-sites/homepage.site".into(), site);

    for (configuration, build) in
        [malformed, missing, elsewhere, outside, page("jjj", "../evil"), page("kkk", "Town.localhost")]
    {
        let result = local.activate(fence, &configuration, &build).await;
        assert!(matches!(result, Err(ProviderError::Refused(_))), "{configuration:?}: {result:?}");
    }
    local.verify(&a.0).await.unwrap();
}

#[tokio::test]
async fn what_is_linked_counts_not_what_is_recorded() {
    let (place, a, _) = ready().await;
    let (local, deployment) = (place.local(), deployment());
    local.activate(Fence { deployment, number: 1 }, &a.0, &a.1).await.unwrap();

    fs::remove_file(place.work().join("sites").join(HOST)).unwrap();

    assert_eq!(local.active(deployment).await.unwrap(), None);
    let verified = local.verify(&a.0).await;
    let Err(ProviderError::NotAnswering { address }) = verified else { panic!("{verified:?}") };
    assert_eq!(address, format!("http://{HOST}:{}", place.address.port()));
}

#[tokio::test]
async fn what_was_activated_before_there_is_a_site_process_is_served_by_the_first_one() {
    let place = Place::new();
    let (local, deployment) = (place.local(), deployment());
    let a = closure::page(&place.store(), "aaa", HOST, "a");
    local.reassert().await.unwrap();
    local.deactivate(Fence { deployment, number: 1 }).await.unwrap();

    local.activate(Fence { deployment, number: 2 }, &a.0, &a.1).await.unwrap();
    local.preflight().await.unwrap();

    local.verify(&a.0).await.unwrap();
    assert_eq!(fs::metadata(place.work()).unwrap().permissions().mode() & 0o777, 0o700);
}

fn other(place: &Place) -> (Configuration, Build) {
    closure::page(&place.store(), "ooo", "other.localhost", "other")
}
