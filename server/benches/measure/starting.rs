//! The second start: a server on a state that is there already.

use std::{
    thread,
    time::{Duration, Instant},
};

use crate::{
    browser::{BROWSER, Browser},
    journey::{Journey, assets},
    report::Row,
    statistics::{milliseconds, worst},
};

const STARTS: usize = 5;
const PAUSE: Duration = Duration::from_millis(2);

pub(crate) fn measure() -> Vec<Row> {
    let mut journey = Journey::begin();
    journey.go_live("town", "Town");
    let place = journey.end();

    let starts: Vec<f64> = (0..STARTS)
        .map(|_| {
            let port = crate::deploying::free_port();
            let mut command = place.command("serve");
            command.args(["--port", &port.to_string(), "--assets", &assets()]);
            let started = Instant::now();
            let mut server = command.spawn().expect("a server");
            let browser = Browser::new(port);
            while !browser.get("/sign-in", BROWSER).is_ok_and(|answer| answer.status == 200) {
                assert!(server.try_wait().expect("an answer").is_none(), "the server ended");
                thread::sleep(PAUSE);
            }
            let took = started.elapsed();
            server.kill().and_then(|()| server.wait()).expect("an end");
            milliseconds(took)
        })
        .collect();

    vec![Row::new("second start: exec to the sign-in page, worst of 5", worst(&starts), "ms").limit(10_000.0)]
}
