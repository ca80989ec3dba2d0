//! An operator with an organisation, on records that servers come and go on.

use domain::{
    deployment::{Applications, ConfiguredApplication},
    identifier::{DeploymentId, RunId},
    organisation::Organisation,
    person::Actor,
    run::{Failure, RunState},
};
use serde_json::json;
use server::wiring::Wiring;
use tokio::runtime::Runtime;

use crate::program::{Place, until};

pub(crate) struct Story {
    pub(crate) place: Place,
    runtime: Runtime,
    wiring: Wiring,
    ada: Actor,
    town: Organisation,
}

impl Story {
    pub(crate) fn begin() -> Self {
        let place = Place::new();
        let runtime = Runtime::new().expect("a runtime");
        let (wiring, ada, town) = runtime.block_on(place.settle());
        Self { place, runtime, wiring, ada, town }
    }

    pub(crate) fn create(&self) -> DeploymentId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let (_, environments) = deployments.catalogue(&self.ada, self.town.id).await.expect("a catalogue");
            deployments.create(&self.ada, self.town.id, "homepage", environments[0].id).await.expect("a deployment")
        })
    }

    pub(crate) fn deploy(&self, deployment: DeploymentId, title: &str) -> RunId {
        self.deploy_as("town", deployment, title)
    }

    pub(crate) fn deploy_as(&self, name: &str, deployment: DeploymentId, title: &str) -> RunId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let configured =
                ConfiguredApplication { module: "homepage".into(), options: json!({ "name": name, "title": title }) };
            let applications = Applications::from([("homepage".to_owned(), configured)]);
            deployments.replace_draft(&self.ada, self.town.id, deployment, applications).await.expect("a draft");
            let revision = deployments.stage(&self.ada, self.town.id, deployment).await.expect("a revision");
            deployments.deploy(&self.ada, self.town.id, revision).await.expect("a run")
        })
    }

    pub(crate) fn remove(&self, deployment: DeploymentId) -> RunId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let title =
                deployments.detail(&self.ada, self.town.id, deployment).await.expect("a deployment").deployment.title;
            deployments.remove(&self.ada, self.town.id, deployment, &title).await.expect("a run")
        })
    }

    /// How a run ended; none while it goes on.
    pub(crate) fn end_of(&self, run: RunId) -> Option<(RunState, Option<Failure>)> {
        let found = self.runtime.block_on(self.wiring.workflow.runs.run(&self.ada, self.town.id, run)).expect("a run");
        found.state.is_finished().then_some((found.state, found.failure))
    }

    pub(crate) fn ends_well(&self, run: RunId) {
        assert_eq!(until(|| self.end_of(run)), (RunState::Succeeded, None));
    }
}
