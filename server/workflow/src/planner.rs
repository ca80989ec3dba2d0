//! Planning: from options to everything that a run will do. Choices are made here and reserved; nothing is touched.

mod lasting;

pub(crate) use lasting::open;

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    deployment::{Applications, Deployment, LibraryPin, Revision},
    difference::difference,
    effect::effects,
    migration::Migration,
    option::finding::{Code, Finding, Path},
    plan::{Allocated, Plan, Pool, Reserved},
    secret::{Generator, SecretEdition},
};
use serde_json::Value;

use crate::{
    Ports,
    error::WorkflowError,
    port::{
        evaluator::Input,
        store::{By, StoreError, deployments::Reservation},
    },
    secrets, versions,
};

/// Plans one revision of a deployment against what is live.
pub(crate) async fn plan(
    ports: &Ports,
    deployment: &Deployment,
    live: Option<&Revision>,
    applications: &Applications,
    pin: &LibraryPin,
    by: By,
) -> Result<Plan, WorkflowError> {
    let input = Input { deployment: deployment.id, applications, environment: &deployment.environment };
    let evaluated = ports.evaluator.requirements(pin, &input).await?;
    if !evaluated.findings.is_empty() {
        return Err(WorkflowError::Options(evaluated.findings));
    }
    if !evaluated.unmet.is_empty() {
        return Err(WorkflowError::Unmet(evaluated.unmet));
    }

    let held = live.map_or_else(Allocated::new, |revision| revision.plan.allocated.clone());
    let pools = evaluated.pools.into_iter().map(|pool| held_first(pool, &held)).collect::<Vec<_>>();
    let allocated = reserve(ports, deployment, applications, &evaluated.reserve, &pools).await?;
    let (configuration, placement) = ports.evaluator.configuration(pin, &input, &allocated).await?;

    let mut needed = secrets::provide(ports, deployment, &placement.secrets, by).await?;
    let given = secrets::referred(ports, pin, applications).await?;
    needed.extend(given.into_iter().map(|(_, secret)| secret));
    needed.sort();

    let carried = carried(ports, live, pin).await?;
    let (lived, migrations) = carried.unwrap_or_default();
    let upgrades = match live {
        Some(live) => versions::upgrades(live, pin, applications, &configuration, &migrations)?,
        None => Vec::new(),
    };
    let before = live.map(|revision| &revision.plan);
    Ok(Plan {
        effects: effects(before, &evaluated.requirements, &placement, &configuration),
        requirements: evaluated.requirements,
        options: live.map_or_else(Vec::new, |_| difference(&lived, applications)),
        live: before.map(|plan| plan.configuration.out_path.clone()),
        placement,
        allocated,
        configuration,
        environment: Some(deployment.environment.configuration.clone()),
        reserved: evaluated.reserve,
        renews_secrets: before.is_some_and(|plan| renews(&plan.kept_secrets, &needed)),
        kept_secrets: needed,
        upgrades,
    })
}

/// Whether an operator gave another text for a secret that is there already.
fn renews(before: &[SecretEdition], needed: &[SecretEdition]) -> bool {
    let given = before.iter().filter(|secret| secret.generator == Generator::Given);
    given
        .into_iter()
        .any(|before| needed.iter().any(|after| after.name == before.name && after.edition != before.edition))
}

/// What is live as a library has it, and what became of its options on the way.
async fn carried(
    ports: &Ports,
    live: Option<&Revision>,
    pin: &LibraryPin,
) -> Result<Option<(Applications, BTreeMap<String, Migration>)>, WorkflowError> {
    match live {
        Some(live) if live.pin == *pin => Ok(Some((live.applications.clone(), BTreeMap::new()))),
        Some(live) => versions::carried(ports, &versions::of(ports, live).await, pin).await.map(Some),
        None => Ok(None),
    }
}

/// What a host has of a pool, it keeps.
fn held_first(mut pool: Pool, held: &Allocated) -> Pool {
    if let Some(value) = held.get(&pool.host).and_then(|fields| fields.get(&pool.field)) {
        pool.from.retain(|other| other != value);
        pool.from.insert(0, value.clone());
    }
    pool
}

/// Reserves names, and takes from pools, for as long as this plan, the live revision or a run under way uses them.
async fn reserve(
    ports: &Ports,
    deployment: &Deployment,
    applications: &Applications,
    wanted: &[Reserved],
    pools: &[Pool],
) -> Result<Allocated, WorkflowError> {
    let names: BTreeSet<String> = wanted.iter().map(|reserved| reserved.name.clone()).collect();
    let names: Vec<String> = names.into_iter().collect();
    match ports.store.reserve(deployment.organisation, deployment.id, &names, pools).await? {
        Reservation::Held(allocated) => Ok(allocated),
        Reservation::Refused { taken, exhausted } => {
            let taken = wanted.iter().filter(|reserved| taken.contains(&reserved.name));
            let taken = taken.map(|reserved| taken_name(applications, reserved));
            let empty = exhausted.iter().map(|pool| {
                let at = Path::default().key("hosts").key(&pool.host).key(&pool.field);
                Finding::new(&at, Code::Exhausted, &Value::Null)
            });
            Err(WorkflowError::Options(taken.chain(empty).collect()))
        }
    }
}

/// Reserves again what a plan uses: another plan of the deployment may have given it back since.
pub(crate) async fn reserve_again(
    ports: &Ports,
    deployment: &Deployment,
    applications: &Applications,
    plan: &Plan,
) -> Result<(), WorkflowError> {
    let of = |(host, fields): (&String, &BTreeMap<String, String>)| {
        let host = host.clone();
        fields
            .iter()
            .map(|(field, value)| Pool { host: host.clone(), field: field.clone(), from: vec![value.clone()] })
            .collect::<Vec<_>>()
    };
    let pools: Vec<Pool> = plan.allocated.iter().flat_map(of).collect();
    reserve(ports, deployment, applications, &plan.reserved, &pools).await.map(|_| ())
}

fn taken_name(applications: &Applications, reserved: &Reserved) -> Finding {
    let at = Path::default().key(&reserved.application);
    let value = |option: &str| {
        applications.get(&reserved.application).and_then(|configured| configured.options.get(option)).cloned()
    };
    match &reserved.option {
        Some(option) => {
            let value = value(option).unwrap_or_else(|| Value::from(reserved.name.as_str()));
            Finding::new(&at.key(option), Code::Taken, &value)
        }
        None => Finding::new(&at.key(&reserved.requirement), Code::Taken, &Value::from(reserved.name.as_str())),
    }
}

/// Everything that the Rust check finds wrong with the applications of a deployment, the live revision considered.
pub(crate) async fn findings(
    ports: &Ports,
    deployment: &Deployment,
    pin: &LibraryPin,
    live: Option<&Revision>,
    applications: &Applications,
) -> Result<Vec<Finding>, WorkflowError> {
    let catalogue = ports.evaluator.catalogue(pin).await?;
    let mut found = Vec::new();
    for (name, configured) in applications {
        let path = Path::default().key(name);
        match catalogue.application(&configured.module) {
            Some(module) => found.extend(module.check(&path, &configured.options)),
            None => found.push(Finding::new(&path, Code::Unknown, &Value::from(configured.module.as_str()))),
        }
    }
    if let Some(live) = live {
        found.extend(lasting::changed(ports, live, pin, applications).await?);
    }
    found.extend(secrets::missing(ports, deployment, pin, applications).await?);
    Ok(found)
}

/// The applications without what doesn't apply. A draft keeps it, in case that it applies again; a revision doesn't.
pub(crate) async fn applying(
    ports: &Ports,
    pin: &LibraryPin,
    mut applications: Applications,
) -> Result<Applications, WorkflowError> {
    let catalogue = ports.evaluator.catalogue(pin).await?;
    for configured in applications.values_mut() {
        if let Some(module) = catalogue.application(&configured.module) {
            configured.options = module.applying(&configured.options);
        }
    }
    Ok(versions::named(&catalogue, applications))
}

/// The live revision of a deployment.
pub(crate) async fn live(ports: &Ports, deployment: &Deployment) -> Result<Option<Revision>, StoreError> {
    match deployment.live {
        Some(id) => ports.store.revision(deployment.organisation, id).await.map(Some),
        None => Ok(None),
    }
}
