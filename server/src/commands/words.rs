//! Plans, failures and refusals in words.

use anyhow::anyhow;
use domain::{
    effect::{Effect, EffectKind, PlannedResource},
    plan::Plan,
    run::{Failure, FailureCode, Step},
    upgrade::VersionChange,
};
use serde_json::Value;
use workflow::WorkflowError;

use super::finding::bare;

/// A refusal of the use cases as one sentence.
pub(super) fn sentence(error: WorkflowError) -> anyhow::Error {
    match error {
        WorkflowError::Forbidden => {
            anyhow!("this account may not do that here: its role in the organisation does not allow it")
        }
        WorkflowError::NotFound => anyhow!("there is nothing like this in this organisation"),
        WorkflowError::Conflict => {
            anyhow!("something else is going on with this deployment; wait for its run to end and try again")
        }
        WorkflowError::NotDumped(application) => anyhow!(
            "another version may change for good what {application} keeps, and there is no way yet to dump that first; what is \
             live stays live"
        ),
        WorkflowError::NotMigrated(findings) => {
            let found: Vec<String> = findings.iter().map(bare).collect();
            anyhow!("these entries have no place in the newest version, so nothing was changed: {}", found.join("; "))
        }
        WorkflowError::PlanOutdated(_) => anyhow!("something else went live in the meantime; look at the plan again"),
        WorkflowError::Unmet(unmet) => {
            let types: Vec<String> = unmet.into_iter().map(|unmet| unmet.resource_type).collect();
            anyhow!("the environment does not offer what the application needs: {}", types.join(", "))
        }
        other => anyhow!(other),
    }
}

/// What a plan would do, one thing a line.
pub(super) fn plan(plan: &Plan) -> Vec<String> {
    if plan.changes_nothing() {
        return vec![format!("Nothing would change: {} has exactly this already.", plan.addresses().join(", "))];
    }
    let versions = plan.upgrades.iter().map(|upgrade| format!("~ {}", versions(&upgrade.versions)));
    let secrets = plan.renews_secrets.then(|| "~ secrets that were entered anew".to_owned());
    let effects = effects(&plan.effects);
    let options = plan.options.iter().map(|change| {
        format!("    {}: {} → {}", change.path, shown(change.before.as_ref()), shown(change.after.as_ref()))
    });
    versions.chain(secrets).chain(effects).chain(options).collect()
}

pub(super) fn versions(VersionChange { application, from, to }: &VersionChange) -> String {
    if from == to {
        format!("{application} {from} is built anew, from another library")
    } else {
        format!("{application} {from} becomes {to}")
    }
}

/// What happens to resources, one a line.
pub(super) fn effects(effects: &[Effect]) -> Vec<String> {
    let line = |effect: &Effect| {
        let resource = resource(&effect.resource);
        match effect.kind {
            EffectKind::Create => format!("+ {resource} is made, for {}", effect.applications.join(", ")),
            EffectKind::Change => format!("~ {resource} changes"),
            EffectKind::Keep => format!("  {resource} stays as it is"),
            EffectKind::Remove => format!("- {resource} goes away"),
        }
    };
    effects.iter().map(line).collect()
}

fn resource(resource: &PlannedResource) -> String {
    match resource {
        PlannedResource::Host { name, cores, memory_mib, disk_mib } => {
            let cores = if *cores == 1 { "1 core".to_owned() } else { format!("{cores} cores") };
            format!("host {name} ({cores}, {memory_mib} MiB of memory, {disk_mib} MiB of disk)")
        }
        PlannedResource::StaticSite { address } => address.clone(),
        PlannedResource::DnsName { name } => format!("DNS name {name}"),
        PlannedResource::Bucket { name, address: Some(address), .. } => format!("bucket {name} at {address}"),
        PlannedResource::Bucket { name, .. } => format!("bucket {name}"),
        PlannedResource::Database { name, server } => format!("{server} database {name}"),
        PlannedResource::Queue => "queue".to_owned(),
        PlannedResource::MailRelay { from, server } => format!("mail from {from} through {server}"),
        PlannedResource::Certificate { name } => format!("certificate of {name}"),
        PlannedResource::Secrets { count: 1 } => "one secret".to_owned(),
        PlannedResource::Secrets { count } => format!("a set of {count} secrets"),
        PlannedResource::LoginShell { user } => format!("login of {user}"),
    }
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None => "nothing".into(),
        Some(Value::String(text)) => format!("“{}”", text.escape_debug()),
        Some(other) => other.to_string(),
    }
}

pub(super) fn step(step: Step) -> &'static str {
    match step {
        Step::Preflight => "Look at the environment",
        Step::Evaluate => "Evaluate",
        Step::Build => "Build",
        Step::Copy => "Copy to its machines",
        Step::Secrets => "Hand over secrets",
        Step::Activate => "Activate",
        Step::Verify => "Look whether it answers",
        Step::Publish => "Record what is live",
        Step::Deactivate => "Take it off the network",
        Step::Release => "Give everything back",
    }
}

pub(super) fn failure(failure: &Failure) -> String {
    let said = match failure.code {
        FailureCode::Cancelled => "it was cancelled",
        FailureCode::EnvironmentUnavailable => "the environment does not answer",
        FailureCode::EnvironmentNotReady => "the environment is not ready for deployments",
        FailureCode::NoRoom => "there is no room left on the disk",
        FailureCode::PlanOutdated => "it does not evaluate to what was planned; plan again",
        FailureCode::EvaluationFailed => "the application can't be evaluated",
        FailureCode::LimitExceeded => "it took more time or memory than is allowed",
        FailureCode::BuildFailed => "it can't be built",
        FailureCode::ActivationFailed => "it can't be activated",
        FailureCode::NotAnswering => "its address does not answer with the new content",
        FailureCode::Internal => "something went wrong on our side",
    };
    if failure.detail.is_empty() { said.to_owned() } else { format!("{said}: {}", failure.detail.trim()) }
}
