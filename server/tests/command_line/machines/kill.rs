//! The server is killed at every moment of every step of a run on a machine; the next one finishes it.

use std::{os::unix::process::ExitStatusExt as _, thread};

use domain::run::Step;

use super::hall::Hall;
use crate::program::until;

const MOMENTS: [&str; 3] = ["begun", "done", "recorded"];

#[test]
fn a_deployment_to_a_machine_survives_a_kill_at_every_moment() {
    thread::scope(|scope| {
        for steps in Step::DEPLOY_TO_MACHINES.chunks(2) {
            scope.spawn(move || {
                let hall = Hall::linux();
                let deployment = hall.story.create_of("homepage", "linux");
                for step in steps {
                    for moment in MOMENTS {
                        survives(&hall, *step, moment, deployment);
                    }
                }
            });
        }
    });
}

fn survives(hall: &Hall, step: Step, moment: &str, deployment: domain::identifier::DeploymentId) {
    let fault = format!("{}:{moment}", step.as_str());
    let title = format!("Killed when {} was {moment}", step.as_str());
    let mut server = hall.story.place.serve(&["--fault", &fault]);
    let run = hall.deploy(deployment, &title);
    assert_eq!(server.wait().signal(), Some(9), "{fault}");

    let next = hall.story.place.serve(&[]);
    hall.story.ends_well(run);
    next.terminate();

    assert!(hall.shown().contains(&title), "{title}");
    hall.nothing_is_left_over();
}

#[test]
fn a_removal_from_a_machine_survives_a_kill_at_every_moment() {
    thread::scope(|scope| {
        for step in Step::REMOVE {
            scope.spawn(move || {
                let hall = Hall::linux();
                for moment in MOMENTS {
                    removes(&hall, *step, moment);
                }
            });
        }
    });
}

fn removes(hall: &Hall, step: Step, moment: &str) {
    let deployment = hall.story.create_of("homepage", "linux");
    let server = hall.story.place.serve(&[]);
    hall.story.ends_well(hall.deploy(deployment, "Choir of Weidenau"));
    server.terminate();

    let mut server = hall.story.place.serve(&["--fault", &format!("{}:{moment}", step.as_str())]);
    let run = hall.story.remove(deployment);
    assert_eq!(server.wait().signal(), Some(9), "{step:?} {moment}");
    let next = hall.story.place.serve(&[]);
    hall.story.ends_well(run);
    next.terminate();

    // nginx' earlier workers may answer for a moment.
    until(|| (!hall.shown().contains("Choir of Weidenau")).then_some(()));
    hall.nothing_is_left_over();
}
