//! What each step does. Each may be repeated after a crash at any point of it.

use domain::{
    deployment::Revision,
    run::{FailureCode, Step},
};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{Executor, Stop, failed, place::Place};
use crate::port::{
    builder::{Build, BuildError, Root},
    evaluator::{EvaluationError, Input},
    provider::{Fence, ProviderError},
};
use crate::secrets;

/// The revision that a step of a deployment needs is gone from the run: a fault on our side.
#[derive(Debug, thiserror::Error)]
#[error("the run has no revision")]
struct NoRevision;

/// The plan can't be carried out exactly any more.
#[derive(Debug, thiserror::Error)]
#[error("planned {planned}, but it is {found} now")]
struct Outdated {
    planned: String,
    found: String,
}

impl Executor {
    pub(super) fn fence(&self) -> Fence {
        Fence { deployment: self.claim.run.deployment, number: self.claim.fence }
    }

    /// What undoing this step would need to know.
    pub(super) async fn before(&self, step: Step, place: &Place) -> Result<Value, Stop> {
        match step {
            Step::Activate | Step::Deactivate => {
                let active =
                    self.provider(place)?.active(&place.target()).await.map_err(|error| provider(step, &error))?;
                let deployment =
                    self.ports.store.deployment(self.claim.run.organisation, self.claim.run.deployment).await?;
                Ok(json!({ "active": active, "live": deployment.live }))
            }
            _ => Ok(Value::Null),
        }
    }

    pub(super) async fn perform(
        &self,
        step: Step,
        place: &Place,
        revision: Option<&Revision>,
        before: &Value,
    ) -> Result<(), Stop> {
        let revision = || revision.ok_or_else(|| failed(step, FailureCode::Internal, &NoRevision));
        match step {
            Step::Preflight => {
                self.provider(place)?.preflight(&place.target()).await.map_err(|error| provider(step, &error))
            }
            Step::Evaluate => self.evaluate(step, revision()?).await,
            Step::Build => self.build(step, revision()?).await.map(|_| ()),
            Step::Copy => self.copy(place, revision()?).await,
            Step::Secrets => self.deliver(step, place, revision()?).await,
            Step::Activate => self.activate(place, revision()?, before).await,
            Step::Verify => {
                let plan = &revision()?.plan;
                self.provider(place)?
                    .verify(&place.target(), &plan.configuration, &plan.checks())
                    .await
                    .map_err(|error| provider(step, &error))?;
                Ok(self.say(step, format!("{} answers", plan.addresses().join(", "))).await?)
            }
            Step::Publish => Ok(self.ports.store.release_names(&self.claim, &revision()?.plan.names()).await?),
            Step::Deactivate => {
                let deactivated = self.provider(place)?.deactivate(&place.target(), self.fence()).await;
                deactivated.map_err(|error| provider(step, &error))
            }
            Step::Release => self.release().await,
        }
    }

    /// The derivation of the plan is in the store, or is made again and is the same.
    async fn evaluate(&self, step: Step, revision: &Revision) -> Result<(), Stop> {
        let planned = &revision.plan.configuration;
        if self.ports.builder.knows(planned).await.map_err(|error| build(step, &error))? {
            return Ok(());
        }
        let broken = |error: EvaluationError| evaluation(step, &error);
        let deployment = self.ports.store.deployment(self.claim.run.organisation, revision.deployment).await?;
        let environment = revision.plan.environment(&deployment.environment);
        let input =
            Input { deployment: deployment.id, applications: &revision.applications, environment: &environment };
        let allocated = &revision.plan.allocated;
        let (found, _) = self.ports.evaluator.configuration(&revision.pin, &input, allocated).await.map_err(broken)?;
        if found.drv_path == planned.drv_path {
            return Ok(());
        }
        let outdated = Outdated { planned: planned.drv_path.clone(), found: found.drv_path };
        Err(failed(step, FailureCode::PlanOutdated, &outdated))
    }

    /// Builds; what is built already costs a look. A derivation that was collected since is made again.
    pub(super) async fn build(&self, step: Step, revision: &Revision) -> Result<Build, Stop> {
        let failed = |error: BuildError| build(step, &error);
        match self.build_once(step, revision).await? {
            Err(_) if !self.ports.builder.knows(&revision.plan.configuration).await.map_err(failed)? => {
                self.evaluate(step, revision).await?;
                self.build_once(step, revision).await?.map_err(failed)
            }
            built => built.map_err(failed),
        }
    }

    async fn build_once(&self, step: Step, revision: &Revision) -> Result<Result<Build, BuildError>, Stop> {
        let root = Root { deployment: revision.deployment, revision: revision.id };
        let (tell, told) = mpsc::channel(1000);
        let (built, written) =
            tokio::join!(self.ports.builder.build(&revision.plan.configuration, &root, tell), self.listen(step, told));
        written?;
        Ok(built)
    }

    async fn copy(&self, place: &Place, revision: &Revision) -> Result<(), Stop> {
        let build = self.build(Step::Copy, revision).await?;
        let (tell, told) = mpsc::channel(1000);
        let provider_of = self.provider(place)?;
        let target = place.target();
        let copying = provider_of.copy(&target, self.fence(), &revision.plan.configuration, &build, tell);
        let (copied, written) = tokio::join!(copying, self.listen(Step::Copy, told));
        written?;
        copied.map_err(|error| provider(Step::Copy, &error))
    }

    /// Hands over the secrets of a revision; the provider knows which of them are there.
    pub(super) async fn deliver(&self, step: Step, place: &Place, revision: &Revision) -> Result<(), Stop> {
        let deployment = self.ports.store.deployment(self.claim.run.organisation, revision.deployment).await?;
        let files = secrets::files(&self.ports, &deployment, &revision.plan).await?;
        let configuration = &revision.plan.configuration;
        let delivered = self.provider(place)?.deliver(&place.target(), self.fence(), configuration, &files).await;
        delivered.map_err(|error| provider(step, &error))
    }

    async fn activate(&self, place: &Place, revision: &Revision, before: &Value) -> Result<(), Stop> {
        let closure = self.build(Step::Activate, revision).await?;
        if before.get("active").and_then(Value::as_str) == Some(closure.out_path.as_str()) {
            self.say(Step::Activate, "this closure is active already; nothing is restarted").await?;
        }
        self.make_active(Step::Activate, place, revision, &closure).await?;
        Ok(self.say(Step::Activate, format!("activated {}", closure.out_path)).await?)
    }

    pub(super) async fn make_active(
        &self,
        step: Step,
        place: &Place,
        revision: &Revision,
        closure: &Build,
    ) -> Result<(), Stop> {
        let (tell, told) = mpsc::channel(1000);
        let provider_of = self.provider(place)?;
        let target = place.target();
        let activating = provider_of.activate(&target, self.fence(), &revision.plan.configuration, closure, tell);
        let (activated, written) = tokio::join!(activating, self.listen(step, told));
        written?;
        activated.map_err(|error| provider(step, &error))
    }

    async fn release(&self) -> Result<(), Stop> {
        let step = Step::Release;
        let roots = self.ports.builder.roots().await.map_err(|error| build(step, &error))?;
        for root in roots.iter().filter(|root| root.deployment == self.claim.run.deployment) {
            self.ports.builder.release(root).await.map_err(|error| build(step, &error))?;
        }
        Ok(())
    }
}

pub(super) fn provider(step: Step, error: &ProviderError) -> Stop {
    let code = match error {
        ProviderError::Unavailable(_) => FailureCode::EnvironmentUnavailable,
        ProviderError::NotReady(_) => FailureCode::EnvironmentNotReady,
        ProviderError::NoRoom => FailureCode::NoRoom,
        ProviderError::Refused(_) => FailureCode::ActivationFailed,
        ProviderError::NotAnswering { .. } => FailureCode::NotAnswering,
        ProviderError::Fenced => return Stop::Lost(crate::port::store::StoreError::Fenced),
    };
    failed(step, code, error)
}

pub(super) fn build(step: Step, error: &BuildError) -> Stop {
    let code = match error {
        BuildError::Failed(_) => FailureCode::BuildFailed,
        BuildError::Limit(_) => FailureCode::LimitExceeded,
        BuildError::NoRoom => FailureCode::NoRoom,
        BuildError::Unavailable(_) => FailureCode::Internal,
    };
    failed(step, code, error)
}

fn evaluation(step: Step, error: &EvaluationError) -> Stop {
    let code = match error {
        EvaluationError::Limit(_) => FailureCode::LimitExceeded,
        EvaluationError::Refused(_) | EvaluationError::Broken(_) => FailureCode::EvaluationFailed,
        EvaluationError::Unavailable(_) => FailureCode::Internal,
    };
    failed(step, code, error)
}
