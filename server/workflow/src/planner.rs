//! Planning: from options to everything that a run will do. Choices are made here and reserved; nothing is touched.

use std::collections::BTreeMap;

use domain::{
    deployment::{Applications, Deployment, LibraryPin, Revision},
    difference::difference,
    option::{
        check::complete,
        finding::{Code, Finding, Path},
    },
    plan::{Plan, Requirements, Results, SiteResult, effects},
};
use serde_json::Value;

use crate::{
    Ports,
    error::WorkflowError,
    port::{evaluator::Input, provider::SitePolicy, store::StoreError},
};

/// Plans one revision of a deployment against what is live.
pub(crate) async fn plan(
    ports: &Ports,
    deployment: &Deployment,
    live: Option<&Revision>,
    applications: &Applications,
    pin: &LibraryPin,
) -> Result<Plan, WorkflowError> {
    let input = Input { applications, environment: &deployment.environment };
    let evaluated = ports.evaluator.requirements(pin, &input).await?;
    if !evaluated.findings.is_empty() {
        return Err(WorkflowError::Options(evaluated.findings));
    }
    if !evaluated.unmet.is_empty() {
        return Err(WorkflowError::Unmet(evaluated.unmet));
    }

    let results = allocate(&evaluated.requirements, &ports.provider.sites());
    reserve(ports, deployment, applications, &results).await?;
    let configuration = ports.evaluator.configuration(pin, &input, &results).await?;

    let before = live.map(|revision| &revision.plan);
    Ok(Plan {
        requirements: evaluated.requirements,
        effects: effects(before, &results, &configuration),
        options: live.map_or_else(Vec::new, |revision| difference(&revision.applications, applications)),
        live: before.map(|plan| plan.configuration.out_path.clone()),
        results,
        configuration,
    })
}

/// Chooses where each static site answers.
fn allocate(requirements: &Requirements, policy: &SitePolicy) -> Results {
    let mut results = Results::new();
    for (application, requirements) in requirements {
        for (requirement, by_type) in requirements {
            if let Some(name) =
                by_type.get("static-site").and_then(|request| request.get("name")).and_then(Value::as_str)
            {
                results.entry(application.clone()).or_default().insert(requirement.clone(), site(name, policy));
            }
        }
    }
    results
}

pub(crate) fn site(name: &str, policy: &SitePolicy) -> SiteResult {
    let host = format!("{name}.{}", policy.base);
    let address = match policy.port {
        Some(port) => format!("http://{host}:{port}"),
        None => format!("http://{host}"),
    };
    SiteResult { host, address }
}

/// Reserves the names, for as long as this plan, the live revision or a run under way uses them.
pub(crate) async fn reserve(
    ports: &Ports,
    deployment: &Deployment,
    applications: &Applications,
    results: &Results,
) -> Result<(), WorkflowError> {
    let wanted: BTreeMap<&str, &str> = results
        .iter()
        .flat_map(|(application, inner)| inner.values().map(|result| (result.host.as_str(), application.as_str())))
        .collect();
    let names: Vec<String> = wanted.keys().map(|host| (*host).to_owned()).collect();
    let taken = ports.store.reserve_names(deployment.organisation, deployment.id, &names).await?;
    if taken.is_empty() {
        return Ok(());
    }
    let application = |host: &String| wanted.get(host.as_str());
    Err(WorkflowError::Options(
        taken.iter().filter_map(application).map(|name| taken_name(applications, name)).collect(),
    ))
}

fn taken_name(applications: &Applications, application: &str) -> Finding {
    let value = applications.get(application).and_then(|configured| configured.options.get("name"));
    Finding::new(&Path::default().key(application).key("name"), Code::Taken, value.unwrap_or(&Value::Null))
}

/// Everything that the Rust check finds wrong with the applications of a deployment, the live revision considered.
pub(crate) async fn findings(
    ports: &Ports,
    pin: &LibraryPin,
    live: Option<&Revision>,
    applications: &Applications,
) -> Result<Vec<Finding>, WorkflowError> {
    let catalogue = ports.evaluator.catalogue(pin).await?;
    let mut found = Vec::new();
    for (name, configured) in applications {
        let path = Path::default().key(name);
        let Some(module) = catalogue.application(&configured.module) else {
            found.push(Finding::new(&path, Code::Unknown, &Value::from(configured.module.as_str())));
            continue;
        };
        found.extend(module.check(&path, &configured.options));
        let Some(before) = live.and_then(|revision| revision.applications.get(name)) else { continue };
        let group = &module.options.group;
        let (before, after) = (complete(group, &before.options), complete(group, &configured.options));
        for (key, _) in
            group.options.iter().filter(|(key, option)| option.immutable && before.get(key) != after.get(key))
        {
            found.push(Finding::new(&path.key(key), Code::Immutable, after.get(key).unwrap_or(&Value::Null)));
        }
    }
    Ok(found)
}

/// The live revision of a deployment.
pub(crate) async fn live(ports: &Ports, deployment: &Deployment) -> Result<Option<Revision>, StoreError> {
    match deployment.live {
        Some(id) => ports.store.revision(deployment.organisation, id).await.map(Some),
        None => Ok(None),
    }
}
