//! An organisation with an owner, and deployments of it.

use std::collections::BTreeMap;

use domain::{
    deployment::{Applications, ConfiguredApplication, LibraryPin},
    environment::ProviderConfiguration,
    identifier::{DeploymentId, EnvironmentId, OrganisationId, PersonId, RevisionId, RunId},
    name::{EmailAddress, Label},
    operation::Operation,
    plan::{Configuration, Placement, Plan, Reserved},
    policy::Role,
    run::RunKind,
};
use serde_json::json;
use store::Records;
use time::{Duration, OffsetDateTime, macros::datetime};
use workflow::{
    port::store::{
        Accounts, By, Deployments, Organisations, Runs, StoreError,
        accounts::NewPerson,
        deployments::{NewDeployment, NewEnvironment, NewRevision, Reservation},
        organisations::NewInvitation,
        runs::{Claim, Conclusion, NewRun},
    },
    secret::{PasswordHash, TokenHash},
};

pub(crate) const NOW: OffsetDateTime = datetime!(2026-05-01 12:00 UTC);
pub(crate) const LEASE: Duration = Duration::seconds(30);

pub(crate) fn email(text: &str) -> EmailAddress {
    EmailAddress::try_from(text.to_owned()).expect("an address")
}

pub(crate) fn label(text: &str) -> Label {
    Label::try_from(text.to_owned()).expect("a label")
}

pub(crate) fn token(text: &str) -> TokenHash {
    TokenHash::of(text.as_bytes())
}

pub(crate) fn new_person(name: &str) -> NewPerson {
    let address = email(&format!("{}@example.org", name.to_lowercase()));
    NewPerson { name: name.into(), email: address, password: PasswordHash("hash".into()), created: NOW }
}

/// The hosting provider's administrator, made when there is none yet.
pub(crate) async fn administrator(records: &Records) -> PersonId {
    let person = new_person("Admin");
    if let Some((id, _)) = records.password(&person.email).await.expect("people") {
        return id;
    }
    records.set_first_token(&token("first"), NOW).await.expect("a token");
    records.create_first(&token("first"), &person).await.expect("the first account")
}

pub(crate) fn invitation(organisation: OrganisationId, invited_by: PersonId, name: &str, role: Role) -> NewInvitation {
    NewInvitation {
        organisation,
        email: new_person(name).email,
        role,
        token: token(&format!("{organisation} {name}")),
        invited_by,
        created: NOW,
        expires: NOW + Duration::days(7),
        most: u64::MAX,
    }
}

/// The hosting provider's administrator, at any time.
pub(crate) async fn by_administrator(records: &Records) -> By {
    By { person: administrator(records).await, at: NOW }
}

/// One tenant.
pub(crate) struct Tenant {
    pub(crate) records: Records,
    pub(crate) organisation: OrganisationId,
    pub(crate) owner: PersonId,
    pub(crate) owner_name: String,
    pub(crate) environment: EnvironmentId,
}

impl Tenant {
    pub(crate) async fn new(records: &Records, name: &str) -> Self {
        let by = by_administrator(records).await;
        let organisation = records.create_organisation(&label(name), name, by).await.expect("an organisation").id;
        let environment = offer(records, &[("local", "Here")]).await[0];
        let records = records.clone();
        let owner_name = format!("{name}-owner");
        let mut tenant = Self { records, organisation, owner: by.person, owner_name, environment };
        tenant.owner = tenant.member(&tenant.owner_name.clone(), Role::Owner).await;
        tenant
    }

    /// The owner, at this time.
    pub(crate) fn by(&self, at: OffsetDateTime) -> By {
        By { person: self.owner, at }
    }

    pub(crate) async fn member(&self, name: &str, role: Role) -> PersonId {
        let invitation = invitation(self.organisation, self.owner, name, role);
        self.records.invite(&invitation).await.expect("an invitation");
        self.records.accept_as_new(&invitation.token, &new_person(name)).await.expect("a member")
    }

    pub(crate) fn new_deployment(&self, title: &str, created: OffsetDateTime) -> NewDeployment {
        NewDeployment {
            organisation: self.organisation,
            environment: self.environment,
            applications: applications(title),
            pin: LibraryPin("sha256-0".into()),
            title: title.into(),
            created_by: self.owner,
            created,
            most: u64::MAX,
        }
    }

    pub(crate) async fn deployment(&self, title: &str, created: OffsetDateTime) -> DeploymentId {
        self.records.create_deployment(&self.new_deployment(title, created)).await.expect("a deployment")
    }

    pub(crate) fn new_revision(&self, deployment: DeploymentId, title: &str) -> NewRevision {
        NewRevision {
            deployment,
            applications: applications(title),
            pin: LibraryPin("sha256-1".into()),
            plan: plan(title),
            created_by: self.owner,
            created: NOW,
        }
    }

    pub(crate) async fn revision(&self, deployment: DeploymentId, title: &str) -> RevisionId {
        let new = self.new_revision(deployment, title);
        self.records.stage_revision(self.organisation, &new).await.expect("a revision")
    }

    pub(crate) async fn new_run(
        &self,
        deployment: DeploymentId,
        revision: Option<RevisionId>,
        requested: OffsetDateTime,
    ) -> NewRun {
        let kind = if revision.is_some() { RunKind::Deploy } else { RunKind::Remove };
        let found = self.records.deployment(self.organisation, deployment).await;
        NewRun {
            organisation: self.organisation,
            deployment,
            kind,
            revision,
            live: found.ok().and_then(|deployment| deployment.live),
            requested_by: self.owner,
            requested,
        }
    }

    pub(crate) async fn request(
        &self,
        deployment: DeploymentId,
        revision: Option<RevisionId>,
        requested: OffsetDateTime,
    ) -> RunId {
        self.records.request_run(&self.new_run(deployment, revision, requested).await).await.expect("a run")
    }

    pub(crate) async fn claim(&self, worker: &str, now: OffsetDateTime) -> Claim {
        // A write that was refused a moment ago may still hold its locks, and a claim passes over what is locked.
        let claimed = async {
            loop {
                if let Some(claim) = self.records.claim_run(worker, now, LEASE).await.expect("an answer") {
                    return claim;
                }
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(10), claimed).await.expect("a run to claim")
    }

    /// Deploys a revision with this title, from the request to the end.
    pub(crate) async fn deploy(&self, deployment: DeploymentId, title: &str, at: OffsetDateTime) -> RevisionId {
        let revision = self.revision(deployment, title).await;
        self.request(deployment, Some(revision), at).await;
        let claim = self.claim("worker", at).await;
        let addresses = vec![address(title)];
        self.records.conclude(&claim, &Conclusion::Deployed { addresses }, at).await.expect("concluded");
        revision
    }

    pub(crate) async fn remove(&self, deployment: DeploymentId, at: OffsetDateTime) {
        self.request(deployment, None, at).await;
        let claim = self.claim("worker", at).await;
        self.records.conclude(&claim, &Conclusion::Removed, at).await.expect("concluded");
    }
}

pub(crate) fn applications(title: &str) -> Applications {
    let configured =
        ConfiguredApplication { module: "homepage".into(), version: None, options: json!({ "title": title }) };
    Applications::from([("homepage".into(), configured)])
}

pub(crate) fn host(title: &str) -> String {
    format!("{}.localhost", title.to_lowercase().replace(' ', "-"))
}

pub(crate) fn address(title: &str) -> String {
    format!("http://{}", host(title))
}

/// Offers environments, by kind and name; their identifiers are in the order of their names.
pub(crate) async fn offer(records: &Records, environments: &[(&str, &str)]) -> Vec<EnvironmentId> {
    let new = |(kind, name): &(&str, &str)| NewEnvironment {
        kind: (*kind).to_owned(),
        name: (*name).to_owned(),
        configuration: ProviderConfiguration::default(),
        secrets: Vec::new(),
    };
    let offered: Vec<NewEnvironment> = environments.iter().map(new).collect();
    records.offer_environments(&offered).await.expect("offered");
    records.environments().await.expect("environments").into_iter().map(|environment| environment.id).collect()
}

/// Reserves names; those that another deployment has come back.
pub(crate) async fn reserve_names(
    records: &Records,
    organisation: OrganisationId,
    deployment: DeploymentId,
    names: &[String],
) -> Result<Vec<String>, StoreError> {
    Ok(match records.reserve(organisation, deployment, names, &[]).await? {
        Reservation::Held(_) => Vec::new(),
        Reservation::Refused { taken, .. } => taken,
    })
}

pub(crate) fn plan(title: &str) -> Plan {
    let result = json!({ "host": host(title), "address": address(title) });
    let operation = Operation { address: Some(address(title)), ..Operation::default() };
    let reserved = Reserved {
        name: host(title),
        application: "homepage".into(),
        requirement: "site".into(),
        option: Some("name".into()),
    };
    Plan {
        placement: Placement {
            results: BTreeMap::from([("homepage".into(), BTreeMap::from([("site".into(), result)]))]),
            operations: BTreeMap::from([("homepage".into(), operation)]),
            ..Placement::default()
        },
        reserved: vec![reserved],
        configuration: Configuration { out_path: format!("/nix/store/{title}"), ..Configuration::default() },
        ..Plan::default()
    }
}
