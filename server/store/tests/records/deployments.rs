use domain::{
    deployment::{DeploymentQuery, DeploymentState, Draft},
    environment::ProviderConfiguration,
    identifier::{DeploymentId, EnvironmentId, OrganisationId},
    plan::Pool,
};
use futures::future::join_all;
use time::Duration;
use uuid::Uuid;
use workflow::port::sealer::Sealed;
use workflow::port::store::{
    Deployments, Runs, StoreError,
    deployments::{EnvironmentSecret, NewDeployment, NewEnvironment, Reservation},
    runs::{Claim, Conclusion},
};

use crate::{
    database::Database,
    sample::{NOW, Tenant, applications, offer, reserve_names},
};

pub(crate) async fn environments_are_offered_until_they_are_not(database: Database) {
    let records = &database.records;
    let first = offer(records, &[("local", "Here"), ("ssh", "Elsewhere")]).await;

    let (again, fewer) = (
        offer(records, &[("local", "Here"), ("ssh", "Elsewhere")]).await,
        offer(records, &[("ssh", "Elsewhere")]).await,
    );

    assert_eq!(first, again, "the same ones");
    assert_eq!(fewer, first[..1]);
    assert_eq!(offer(records, &[("local", "Here"), ("ssh", "Elsewhere")]).await, first, "known again");
}

pub(crate) async fn an_environment_is_configured_as_it_was_said_last(database: Database) {
    let records = &database.records;
    let policies = [("static-site".to_owned(), serde_json::json!({ "base": "example.org" }))].into_iter().collect();
    let configured = ProviderConfiguration { policies, ..ProviderConfiguration::default() };
    let new =
        |configuration| NewEnvironment { kind: "ssh".into(), name: "There".into(), configuration, secrets: Vec::new() };

    records.offer_environments(&[new(ProviderConfiguration::default())]).await.expect("offered");
    records.offer_environments(&[new(configured.clone())]).await.expect("offered again");

    let environments = records.environments().await.expect("environments");
    assert_eq!(environments.into_iter().map(|one| one.configuration).collect::<Vec<_>>(), [configured]);
}

pub(crate) async fn what_a_hosting_provider_gives_is_kept_by_edition(database: Database) {
    let records = &database.records;
    let secret = |setting: &str, edition| EnvironmentSecret {
        setting: setting.into(),
        edition,
        sealed: Sealed(format!("sealed {setting} {edition}")),
    };
    let offer = async |secrets: Vec<EnvironmentSecret>| {
        let configuration = ProviderConfiguration::default();
        let new = NewEnvironment { kind: "ssh".into(), name: "There".into(), configuration, secrets };
        records.offer_environments(&[new]).await.expect("offered");
        records.environment_secrets("ssh", "There").await.expect("secrets")
    };
    assert_eq!(records.environment_secrets("ssh", "There").await.expect("secrets"), []);

    let (relay, proof) = (secret("relay.password", 1), secret("proof.secret", 1));
    assert_eq!(offer(vec![relay.clone(), proof.clone()]).await, [proof.clone(), relay]);
    assert_eq!(offer(vec![secret("relay.password", 2)]).await, [proof.clone(), secret("relay.password", 2)]);
    assert_eq!(offer(Vec::new()).await.len(), 2, "what is not new stays");
    assert_eq!(records.environment_secrets("ssh", "Elsewhere").await.expect("secrets"), []);
}

pub(crate) async fn addresses_of_a_pool_go_to_one_deployment_each(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (one, two) = (tenant.deployment("One", NOW).await, tenant.deployment("Two", NOW).await);
    let from = names(&["192.0.2.1", "192.0.2.2", "192.0.2.3"]);
    let pool = |host: &str| Pool { host: host.into(), field: "ipv4".into(), from: from.clone() };
    let draw = async |of: DeploymentId, pools: &[Pool]| match tenant
        .records
        .reserve(tenant.organisation, of, &[], pools)
        .await
        .expect("an answer")
    {
        Reservation::Held(allocated) => {
            Ok(allocated.into_values().flat_map(std::collections::BTreeMap::into_values).collect::<Vec<_>>())
        }
        Reservation::Refused { exhausted, .. } => Err(exhausted.into_iter().map(|pool| pool.host).collect()),
    };

    assert_eq!(draw(one, &[pool("a"), pool("b")]).await, Ok(names(&["192.0.2.1", "192.0.2.2"])));
    assert_eq!(draw(one, &[pool("a"), pool("b")]).await, Ok(names(&["192.0.2.1", "192.0.2.2"])), "its own stay");
    assert_eq!(draw(two, &[pool("a"), pool("b")]).await, Err(names(&["b"])), "one is not enough for two");
    assert_eq!(draw(two, &[pool("a")]).await, Ok(names(&["192.0.2.3"])), "a refused reservation took nothing");
    assert_eq!(draw(one, &[]).await, Ok(names(&[])));
    assert_eq!(draw(two, &[pool("a")]).await, Ok(names(&["192.0.2.1"])), "what was given back is free");
}

pub(crate) async fn a_draft_is_kept_and_gives_the_title_while_nothing_is_live(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    let draft = Draft { deployment, applications: applications("City"), pin: None, submitted: true };
    let detail = async || records.deployment_detail(organisation, deployment).await.expect("a deployment");
    assert_eq!(detail().await.draft.map(|draft| draft.applications), Some(applications("Town")));

    let later = NOW + Duration::minutes(1);
    records.save_draft(organisation, &draft, "City", &[], None, tenant.by(later)).await.expect("saved");

    let shown = detail().await;
    assert_eq!(shown.draft.as_ref(), Some(&draft));
    assert_eq!((shown.deployment.title.as_str(), shown.deployment.changed), ("City", later));
    assert_eq!((shown.deployment.state, shown.deployment.changed_by.as_str()), (DeploymentState::Draft, "town-owner"));
    tenant.deploy(deployment, "City", NOW).await;
    assert_eq!(detail().await.draft, None, "what was typed is live");
    let next = Draft { applications: applications("Metropolis"), ..draft };
    records.save_draft(organisation, &next, "Metropolis", &[], None, tenant.by(later)).await.expect("saved");
    assert_eq!(detail().await.deployment.title, "City", "the live one keeps its title");
    tenant.deploy(deployment, "Metropolis", later).await;
    assert_eq!(detail().await.deployment.title, "Metropolis");
    records.discard_draft(organisation, deployment, tenant.by(NOW)).await.expect("nothing to discard");
    let (organisation, environment) = (OrganisationId(Uuid::nil()), EnvironmentId(Uuid::nil()));
    let nowhere = NewDeployment { organisation, environment, ..tenant.new_deployment("Town", NOW) };
    let refused = records.create_deployment(&nowhere).await;
    assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
}

pub(crate) async fn of_many_made_at_once_there_are_as_many_as_may_be(database: Database) {
    let (town, village) =
        (Tenant::new(&database.records, "town").await, Tenant::new(&database.records, "village").await);
    let removed = town.deployment("Removed", NOW).await;
    town.remove(removed, NOW).await;
    village.deployment("Elsewhere", NOW).await;
    let new = NewDeployment { most: 5, ..town.new_deployment("Town", NOW) };

    let made = join_all((0..50).map(|_| town.records.create_deployment(&new))).await;

    assert_eq!(made.iter().filter(|made| made.is_ok()).count(), 5, "{made:?}");
    assert_eq!(made.iter().filter(|made| matches!(made, Err(StoreError::Full))).count(), 45, "{made:?}");
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

pub(crate) async fn a_name_belongs_to_one_deployment(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let (one, two) = (tenant.deployment("One", NOW).await, tenant.deployment("Two", NOW).await);
    let reserve = async |of: DeploymentId, some: &[&str]| {
        reserve_names(records, tenant.organisation, of, &names(some)).await.expect("an answer")
    };
    assert_eq!(reserve(one, &["town", "city"]).await, names(&[]));
    assert_eq!(reserve(one, &["town", "city"]).await, names(&[]), "its own stay its own");

    assert_eq!(reserve(two, &["free", "town", "city", "town"]).await, names(&["city", "town"]));

    assert_eq!(reserve(one, &["free", "town"]).await, names(&[]), "a refused reservation reserved nothing");
    assert_eq!(reserve(two, &["city"]).await, names(&[]), "what is no longer wanted was given back");
    assert_eq!(reserve(two, &["town"]).await, names(&["town"]));
    assert_eq!(reserve(one, &[]).await, names(&[]));
    assert_eq!(reserve(two, &["town"]).await, names(&[]));

    let environment = offer(records, &[("local", "Here"), ("local", "There")]).await[1];
    let there = Tenant { environment, ..tenant }.deployment("There", NOW).await;
    let stranger = Tenant::new(records, "stranger").await;
    let reserve = async |organisation| reserve_names(records, organisation, there, &names(&["town"])).await;
    assert!(matches!(reserve(stranger.organisation).await, Err(StoreError::NotFound)));
    let deployment = records.deployment_detail(stranger.organisation, there).await;
    assert!(matches!(deployment, Err(StoreError::NotFound)));
}

pub(crate) async fn names_in_use_are_kept_when_others_are_planned(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let (one, two) = (tenant.deployment("One", NOW).await, tenant.deployment("Two", NOW).await);
    let reserve = async |of: DeploymentId, some: &[&str]| {
        reserve_names(records, tenant.organisation, of, &names(some)).await.expect("an answer")
    };
    tenant.deploy(one, "Live", NOW).await;
    let coming = tenant.revision(one, "Coming").await;
    tenant.request(one, Some(coming), NOW).await;

    assert_eq!(reserve(one, &["planned.localhost"]).await, names(&[]));

    let all = ["coming.localhost", "live.localhost", "planned.localhost"];
    assert_eq!(reserve(two, &all).await, names(&all));
    let claim = tenant.claim("worker", NOW).await;
    records.release_names(&claim, &names(&["coming.localhost"])).await.expect("released");
    assert_eq!(reserve(two, &all).await, names(&["coming.localhost"]));
    assert_eq!(reserve(two, &["live.localhost"]).await, names(&[]));
    let late = records.release_names(&Claim { epoch: 0, ..claim }, &[]).await;
    assert!(matches!(late, Err(StoreError::Fenced)), "{late:?}");
}

pub(crate) async fn what_is_removed_is_not_changed_any_more(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let (records, organisation) = (&database.records, tenant.organisation);
    let deployment = tenant.deployment("Town", NOW).await;
    tenant.deploy(deployment, "Town", NOW).await;
    let conflict = async || {
        let draft = Draft { deployment, applications: applications("City"), pin: None, submitted: false };
        let saved = records.save_draft(organisation, &draft, "City", &[], None, tenant.by(NOW)).await;
        assert!(matches!(saved, Err(StoreError::Conflict)), "{saved:?}");
        let discarded = records.discard_draft(organisation, deployment, tenant.by(NOW)).await;
        assert!(matches!(discarded, Err(StoreError::Conflict)), "{discarded:?}");
        let reserved = reserve_names(records, organisation, deployment, &names(&["city"])).await;
        assert!(matches!(reserved, Err(StoreError::Conflict)), "{reserved:?}");
        let staged = records.stage_revision(organisation, &tenant.new_revision(deployment, "City")).await;
        assert!(matches!(staged, Err(StoreError::Conflict)), "{staged:?}");
    };

    tenant.request(deployment, None, NOW).await;
    conflict().await;
    let claim = tenant.claim("worker", NOW).await;
    records.conclude(&claim, &Conclusion::Removed, NOW).await.expect("concluded");
    conflict().await;
}

pub(crate) async fn names_reserved_at_once_go_to_one(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let records = &database.records;
    let (one, two) = (tenant.deployment("One", NOW).await, tenant.deployment("Two", NOW).await);

    for round in 0..10 {
        let (a, b) = (format!("a{round}"), format!("b{round}"));
        let (forwards, backwards) = (names(&[&a, &b]), names(&[&b, &a]));
        let (first, second) = tokio::join!(
            reserve_names(records, tenant.organisation, one, &forwards),
            reserve_names(records, tenant.organisation, two, &backwards)
        );

        let (first, second) = (first.expect("an answer"), second.expect("an answer"));
        assert_ne!(first.is_empty(), second.is_empty());
    }
}

pub(crate) async fn a_write_that_is_dropped_half_way_changes_nothing(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    let mut finished = 0;
    for patience in (0..400).step_by(5) {
        let moments = async {
            for _ in 0..patience {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            biased;
            _ = tenant.deployment("Town", NOW) => finished += 1,
            () = moments => {}
        }
    }

    let query = DeploymentQuery::default();
    let kept = database.records.deployments(tenant.organisation, &query).await.expect("a page");

    // What was dropped during its last moment, the commit, may have happened.
    assert!(kept.total >= finished, "{} {finished}", kept.total);
    for row in kept.rows {
        let detail = database.records.deployment_detail(tenant.organisation, row.id).await.expect("a deployment");
        assert!(detail.draft.is_some(), "wholly or not at all");
    }
    tenant.deployment("After", NOW).await;
}
