//! The server is killed at every moment of every step, and at random ones; the next one finishes the run.

use std::{
    fs,
    os::unix::process::ExitStatusExt,
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use domain::{
    identifier::{DeploymentId, RunId},
    run::Step,
};

use crate::{program::until, story::Story};

const MOMENTS: [&str; 3] = ["begun", "done", "recorded"];
const KILLS: usize = 200;
/// The longest that a server lives among the random kills: it has started and is in the middle of things by then.
const LONGEST_LIFE_MS: u64 = 1200;

impl Story {
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

    /// The processes whose command line names this state directory; those that serve sites are meant to stay.
    fn left_over(&self) -> Vec<String> {
        let state = self.place.path("state").display().to_string();
        let processes = fs::read_dir("/proc").expect("processes").filter_map(Result::ok);
        processes
            .filter_map(|process| fs::read(process.path().join("cmdline")).ok())
            .map(|line| String::from_utf8_lossy(&line).replace('\0', " "))
            .filter(|line| line.contains(&state) && !line.contains(" sites "))
            .collect()
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

/// Numbers that nobody foresaw (xorshift64).
struct Chance(u64);

impl Chance {
    fn begin() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970");
        let seed = u64::from(now.subsec_nanos()) | 1;
        println!("the kills follow from the number {seed}");
        Self(seed)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

#[test]
fn runs_end_well_although_servers_are_killed_at_two_hundred_random_moments() {
    let story = Story::begin();
    let mut chance = Chance::begin();
    let sites: Vec<(String, DeploymentId)> = (0..4).map(|n| (format!("site{n}"), story.create())).collect();
    let mut under_way: Vec<Option<(RunId, String)>> = vec![None; sites.len()];
    let mut ended = 0;

    for kill in 0..KILLS {
        for ((name, deployment), run) in sites.iter().zip(&mut under_way) {
            if let Some((id, _)) = run
                && story.end_of(*id).is_some()
            {
                story.ends_well(*id);
                ended += 1;
                *run = None;
            }
            if run.is_none() {
                let title = format!("{name} before kill {kill}");
                *run = Some((story.deploy_as(name, *deployment, &title), title));
            }
        }
        let mut server = story.place.command("serve").args(["--port", "0"]).spawn().expect("a server");
        thread::sleep(Duration::from_millis(chance.below(LONGEST_LIFE_MS)));
        server.kill().expect("a kill");
        server.wait().expect("an end");
    }

    let last = story.place.serve(&[]);
    for ((name, _), run) in sites.iter().zip(under_way) {
        let (run, title) = run.expect("a run");
        story.ends_well(run);
        assert!(story.place.visit(&format!("{name}.localhost")).contains(&title), "{title}");
    }
    last.terminate();
    until(|| story.left_over().is_empty().then_some(()));
    println!("{ended} runs ended between {KILLS} kills");
    assert!(ended > 0, "no run ever ended between the kills");
}
