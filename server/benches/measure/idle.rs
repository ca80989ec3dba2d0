//! A server that nobody uses, with deployments that are live.

use std::{
    env, thread,
    time::{Duration, Instant},
};

use crate::{journey::Journey, processes, report::Row, statistics::worst};

const DEPLOYMENTS: usize = 20;
const SECONDS: u64 = 600;
const LOOK_EVERY: Duration = Duration::from_secs(5);

pub(crate) fn measure() -> Vec<Row> {
    let seconds =
        env::var("BENCH_IDLE_SECONDS").map_or(SECONDS, |text| text.parse().expect("BENCH_IDLE_SECONDS in seconds"));
    let mut journey = Journey::begin();
    for number in 0..DEPLOYMENTS {
        journey.go_live(&format!("town-{number}"), &format!("Choir {number}"));
    }
    let state = journey.place.path("state");
    let (server, sites) = (processes::servers(&state), processes::sites(&state));
    assert_eq!((server.len(), sites.len()), (1, 1), "one server and one process that serves all sites");
    let (server, sites) = (&server[0], &sites[0]);

    let processor = || server.processor() + sites.processor();
    let (begun, used) = (Instant::now(), processor());
    let (mut of_server, mut of_sites, mut together) = (Vec::new(), Vec::new(), Vec::new());
    while begun.elapsed() < Duration::from_secs(seconds) {
        thread::sleep(LOOK_EVERY.min(Duration::from_secs(seconds)));
        let (one, other) = (server.resident(), sites.resident());
        of_server.push(one);
        of_sites.push(other);
        together.push(one + other);
    }
    let share = (processor() - used) / begun.elapsed().as_secs_f64() * 100.0;

    let how_long = if seconds == SECONDS { "10 minutes".to_owned() } else { format!("{seconds} s only") };
    let name = format!("server idle for {how_long} with 20 deployments");
    vec![
        Row::new(format!("{name}: resident, most"), worst(&together), "MiB").limit(80.0),
        Row::new(format!("{name}: resident, server alone"), worst(&of_server), "MiB"),
        Row::new(format!("{name}: resident, process of all sites"), worst(&of_sites), "MiB"),
        Row::new(format!("{name}: of one core"), share, "%").limit(0.5),
    ]
}
