//! What the library as it is now would change in everything that is live: for a hosting provider who is about to update.

use domain::{
    deployment::Deployment,
    effect::{Effect, EffectKind, effects},
    migration::Dropped,
    option::finding::Finding,
    outlook::Outlook,
    plan::{Configuration, Placement, Unmet},
    upgrade::VersionChange,
};

use crate::{
    Ports,
    error::WorkflowError,
    port::{
        evaluator::{EvaluationError, Input},
        store::deployments::LiveDeployment,
    },
};

/// One live deployment, and what would become of it.
#[derive(Debug)]
pub struct Outcome {
    /// The organisation's name in addresses.
    pub organisation: String,
    pub deployment: Deployment,
    pub versions: Vec<VersionChange>,
    pub dropped: Vec<Dropped>,
    pub becomes: Becomes,
}

#[derive(Debug)]
pub enum Becomes {
    /// Exactly what is live.
    Same,
    /// The same resources, built from something else. On hosts, whether it is something else shows in a plan only.
    Rebuilt,
    /// These resources would not stay as they are.
    Changed(Vec<Effect>),
    /// Its entries have to be mended first.
    Refused(Vec<Finding>),
    Unmet(Vec<Unmet>),
    /// A module can't be evaluated.
    Broken(EvaluationError),
}

/// Every live deployment of all organisations. Nothing is reserved, written or kept; what is broken spoils nothing else.
pub async fn outlook(ports: &Ports) -> Result<Vec<Outcome>, WorkflowError> {
    let pin = ports.evaluator.pin().await?;
    let live = ports.store.live_deployments().await?;
    let inputs: Vec<_> = live
        .iter()
        .map(|LiveDeployment { deployment, revision, .. }| {
            let input = Input {
                deployment: deployment.id,
                applications: &revision.applications,
                environment: &deployment.environment,
            };
            (input, &revision.plan.allocated)
        })
        .collect();
    let outlooks = ports.evaluator.outlooks(&pin, &inputs).await?;
    let outcome = |(live, outlook): (LiveDeployment, Result<Outlook, EvaluationError>)| Outcome {
        versions: outlook.as_ref().map(|outlook| other_versions(&live, outlook)).unwrap_or_default(),
        dropped: outlook.as_ref().map(|outlook| outlook.dropped.clone()).unwrap_or_default(),
        becomes: becomes(&live, outlook),
        organisation: live.organisation,
        deployment: live.deployment,
    };
    Ok(live.into_iter().zip(outlooks).map(outcome).collect())
}

fn other_versions(live: &LiveDeployment, outlook: &Outlook) -> Vec<VersionChange> {
    let version = |(name, to): (&String, &String)| {
        let from = live.revision.applications.get(name)?.version.as_ref()?;
        (from != to).then(|| VersionChange { application: name.clone(), from: from.clone(), to: to.clone() })
    };
    outlook.versions.iter().filter_map(version).collect()
}

fn becomes(live: &LiveDeployment, outlook: Result<Outlook, EvaluationError>) -> Becomes {
    let outlook = match outlook {
        Ok(outlook) if !outlook.findings.is_empty() => return Becomes::Refused(outlook.findings),
        Ok(outlook) if !outlook.unmet.is_empty() => return Becomes::Unmet(outlook.unmet),
        Ok(outlook) => outlook,
        Err(error) => return Becomes::Broken(error),
    };
    let plan = &live.revision.plan;
    if outlook.closure.as_ref() == Some(&plan.configuration.out_path) {
        return Becomes::Same;
    }
    let placement = Placement { results: outlook.results, hosts: outlook.hosts, ..Placement::default() };
    // As if the closure were the same, so that only what changes besides is told.
    let configuration = Configuration { out_path: plan.configuration.out_path.clone(), ..Configuration::default() };
    let mut changed = effects(Some(plan), &outlook.requirements, &placement, &configuration);
    changed.retain(|effect| effect.kind != EffectKind::Keep);
    if changed.is_empty() { Becomes::Rebuilt } else { Becomes::Changed(changed) }
}
