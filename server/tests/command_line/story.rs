//! An operator with an organisation, on records that servers come and go on.

use std::path::PathBuf;

use domain::{
    deployment::{Applications, ConfiguredApplication},
    identifier::{DeploymentId, RevisionId, RunId},
    organisation::Organisation,
    person::Actor,
    run::{Failure, RunState},
};
use serde_json::{Value, json};
use server::wiring::Wiring;
use tokio::runtime::Runtime;
use workflow::port::store::Deployments as _;

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
        Self::begin_at(Place::new())
    }

    /// With what its configuration file says.
    pub(crate) fn begin_at(place: Place) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let (wiring, ada, town) = runtime.block_on(place.settle());
        Self { place, runtime, wiring, ada, town }
    }

    pub(crate) fn create(&self) -> DeploymentId {
        self.create_of("homepage", "local")
    }

    /// A deployment of an application, in the environment of a kind.
    pub(crate) fn create_of(&self, application: &str, kind: &str) -> DeploymentId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let (_, environments) = deployments.catalogue(&self.ada, self.town.id).await.expect("a catalogue");
            let offered = environments.iter().find(|offered| offered.environment.kind == kind);
            let environment = offered.expect("an environment").environment.id;
            deployments.create(&self.ada, self.town.id, application, environment).await.expect("a deployment")
        })
    }

    pub(crate) fn deploy(&self, deployment: DeploymentId, title: &str) -> RunId {
        self.deploy_as("town", deployment, title)
    }

    pub(crate) fn deploy_as(&self, name: &str, deployment: DeploymentId, title: &str) -> RunId {
        self.deploy_staged(deployment, self.stage(name, deployment, title))
    }

    pub(crate) fn stage(&self, name: &str, deployment: DeploymentId, title: &str) -> RevisionId {
        self.stage_of("homepage", deployment, json!({ "name": name, "title": title }))
    }

    /// A revision with these options.
    pub(crate) fn stage_of(&self, application: &str, deployment: DeploymentId, options: Value) -> RevisionId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let configured = ConfiguredApplication { module: application.into(), version: None, options };
            let applications = Applications::from([(application.to_owned(), configured)]);
            deployments.replace_draft(&self.ada, self.town.id, deployment, applications).await.expect("a draft");
            deployments.stage(&self.ada, self.town.id, deployment).await.expect("a revision")
        })
    }

    pub(crate) fn deploy_staged(&self, deployment: DeploymentId, revision: RevisionId) -> RunId {
        let deployments = &self.wiring.workflow.deployments;
        self.runtime.block_on(deployments.deploy(&self.ada, self.town.id, deployment, revision)).expect("a run")
    }

    pub(crate) fn remove(&self, deployment: DeploymentId) -> RunId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let title =
                deployments.detail(&self.ada, self.town.id, deployment).await.expect("a deployment").deployment.title;
            deployments.remove(&self.ada, self.town.id, deployment, &title).await.expect("a run")
        })
    }

    /// What machines have to trust.
    pub(crate) fn signer(&self) -> &str {
        &self.wiring.signer
    }

    /// Waits for something outside the program.
    pub(crate) fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Where the closure of a revision is, or would be.
    pub(crate) fn closure(&self, revision: RevisionId) -> PathBuf {
        let revision = self.runtime.block_on(self.wiring.records.revision(self.town.id, revision)).expect("a revision");
        let path = revision.plan.configuration.out_path;
        self.place.path("state/nix").join(path.trim_start_matches('/'))
    }

    /// Where the closure is that is live.
    pub(crate) fn live_closure(&self, deployment: DeploymentId) -> PathBuf {
        let found = self.runtime.block_on(self.wiring.records.deployment(self.town.id, deployment));
        self.closure(found.expect("a deployment").live.expect("a live revision"))
    }

    pub(crate) fn collect(&self) {
        // As soon as nothing uses the store: what another test starts has our lock open for a moment.
        until(|| {
            let collected = self.runtime.block_on(server::tending::collect(&self.wiring));
            collected.expect("an answer").then_some(())
        });
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
