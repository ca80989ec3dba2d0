//! The server is killed at every moment of every step; the next one finishes the run.

use std::{os::unix::process::ExitStatusExt, thread};

use domain::{
    deployment::{Applications, ConfiguredApplication},
    identifier::{DeploymentId, RunId},
    organisation::Organisation,
    person::Actor,
    run::{RunState, Step},
};
use serde_json::json;
use server::wiring::Wiring;
use tokio::runtime::Runtime;

use crate::program::{Place, until};

const MOMENTS: [&str; 3] = ["begun", "done", "recorded"];

struct Story {
    place: Place,
    runtime: Runtime,
    wiring: Wiring,
    ada: Actor,
    town: Organisation,
}

impl Story {
    fn begin() -> Self {
        let place = Place::new();
        let runtime = Runtime::new().expect("a runtime");
        let (wiring, ada, town) = runtime.block_on(place.settle());
        Self { place, runtime, wiring, ada, town }
    }

    fn create(&self) -> DeploymentId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let (_, environments) = deployments.catalogue(&self.ada, self.town.id).await.expect("a catalogue");
            deployments.create(&self.ada, self.town.id, "homepage", environments[0].id).await.expect("a deployment")
        })
    }

    fn deploy(&self, deployment: DeploymentId, title: &str) -> RunId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let configured =
                ConfiguredApplication { module: "homepage".into(), options: json!({ "name": "town", "title": title }) };
            let applications = Applications::from([("homepage".to_owned(), configured)]);
            deployments.replace_draft(&self.ada, self.town.id, deployment, applications).await.expect("a draft");
            let revision = deployments.stage(&self.ada, self.town.id, deployment).await.expect("a revision");
            deployments.deploy(&self.ada, self.town.id, revision).await.expect("a run")
        })
    }

    fn remove(&self, deployment: DeploymentId) -> RunId {
        self.runtime.block_on(async {
            let deployments = &self.wiring.workflow.deployments;
            let title =
                deployments.detail(&self.ada, self.town.id, deployment).await.expect("a deployment").deployment.title;
            deployments.remove(&self.ada, self.town.id, deployment, &title).await.expect("a run")
        })
    }

    /// A server that dies of it, and one that goes on.
    fn kill_at(&self, step: Step, moment: &str, request: impl FnOnce() -> RunId) {
        let fault = format!("{}:{moment}", step.as_str());
        let mut server = self.place.serve(&["--fault", &fault]);
        let run = request();
        assert_eq!(server.wait().signal(), Some(9), "{fault}");

        let next = self.place.serve(&[]);
        self.ends_well(run);
        next.terminate();
    }

    fn ends_well(&self, run: RunId) {
        let state = until(|| {
            let found =
                self.runtime.block_on(self.wiring.workflow.runs.run(&self.ada, self.town.id, run)).expect("a run");
            found.state.is_finished().then_some((found.state, found.failure))
        });
        assert_eq!(state, (RunState::Succeeded, None));
    }
}

#[test]
fn a_deployment_survives_a_kill_at_every_moment() {
    thread::scope(|scope| {
        for step in Step::DEPLOY {
            scope.spawn(move || {
                let story = Story::begin();
                let deployment = story.create();
                for moment in MOMENTS {
                    let title = format!("Killed when {} was {moment}", step.as_str());
                    story.kill_at(*step, moment, || story.deploy(deployment, &title));
                    assert!(story.place.visit("town.localhost").contains(&title), "{title}");
                }
            });
        }
    });
}

#[test]
fn a_removal_survives_a_kill_at_every_moment() {
    thread::scope(|scope| {
        for step in Step::REMOVE {
            scope.spawn(move || {
                let story = Story::begin();
                for moment in MOMENTS {
                    let deployment = story.create();
                    let server = story.place.serve(&[]);
                    story.ends_well(story.deploy(deployment, "Here"));
                    server.terminate();
                    story.kill_at(*step, moment, || story.remove(deployment));
                    assert!(story.place.visit("town.localhost").starts_with("HTTP/1.1 404"), "{step:?} {moment}");
                }
            });
        }
    });
}
