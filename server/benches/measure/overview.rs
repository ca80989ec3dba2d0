//! The overview of an organisation with very many deployments, under a steady stream of requests.

mod seed;

use std::{
    thread,
    time::{Duration, Instant},
};

use crate::{
    browser::{BROWSER, Browser, PLAIN},
    journey::Journey,
    report::Row,
    statistics::{median, milliseconds, percentile},
};

const RATE: u32 = 50;
const SECONDS: u32 = 30;
const WARMING: usize = 20;

/// What operators look for. The first three fill a page, each in another order.
const PATHS: [&str; 5] = [
    "/o/town?search=choir&state=live",
    "/o/town?search=weidenau&state=live&sort=title",
    "/o/town?search=of&state=live&sort=state&page=3",
    "/o/town?search=library&state=draft&sort=title",
    "/o/town?search=school&state=failed",
];

pub(crate) fn measure() -> Vec<Row> {
    let mut journey = Journey::begin();
    journey.go_live("town", "Town");
    let records = journey.records();
    journey.restart_after(&[], |_| seed::seed(&records));

    for path in &PATHS[..3] {
        let rows = journey.operator.page(path).matches("href=\"/o/town/deployments/").count();
        assert!(rows >= 50, "{path} finds {rows} deployments");
    }
    let sizes = |accepted| {
        let sizes = PATHS.map(|path| journey.operator.get(path, accepted).expect("an answer").body.len());
        f64::from(u32::try_from(sizes.into_iter().max().unwrap_or_default()).expect("less than 4 GiB"))
    };
    let (plain, compressed) = (sizes(PLAIN), sizes(BROWSER));
    let latencies = load(&journey.operator);

    let name = "overview with 1,000 deployments, search and filter, SSR, 50 requests a second for 30 s";
    vec![
        Row::new(format!("{name}: p99"), percentile(&latencies, 99), "ms").limit(100.0),
        Row::new(format!("{name}: median"), median(&latencies), "ms"),
        Row::new("overview with 1,000 deployments: size of the answer, largest", plain, "bytes"),
        Row::new("overview with 1,000 deployments: size of the answer, largest, compressed", compressed, "bytes"),
    ]
}

/// Sends each request when its time has come, however long earlier ones take; milliseconds from that time to the whole
/// answer, so that a server that stands still is not asked less.
fn load(browser: &Browser) -> Vec<f64> {
    for number in 0..WARMING {
        ask(browser, number);
    }
    let begun = Instant::now();
    thread::scope(|scope| {
        let waiting: Vec<_> = (0..RATE * SECONDS)
            .map(|number| {
                let due = begun + Duration::from_secs(1) / RATE * number;
                thread::sleep(due.saturating_duration_since(Instant::now()));
                scope.spawn(move || {
                    ask(browser, number as usize);
                    milliseconds(due.elapsed())
                })
            })
            .collect();
        waiting.into_iter().map(|answer| answer.join().expect("an answer")).collect()
    })
}

fn ask(browser: &Browser, number: usize) {
    let answer = browser.get(PATHS[number % PATHS.len()], BROWSER).expect("an answer");
    assert_eq!(answer.status, 200);
}
