//! Measures the released program: what docs/measurements.md tells, printed as a table and written as a report.
//!
//! Start with [`GROUPS`]. Every measurement has a state directory of its own and ends what it started; a baseline is
//! measured in turn with what it is compared to. Nothing here asserts a figure: the table says which limit is missed, and
//! only a measurement that could not be made ends with an error.

#![expect(clippy::expect_used, reason = "what can't be measured ends at once")]

mod browser;
mod deploying;
mod evaluation;
mod front_end;
mod homepage;
mod idle;
mod journey;
mod outlook;
mod overview;
mod processes;
#[path = "../../tests/command_line/program.rs"]
#[expect(dead_code, reason = "the tests of the command line need more of it")]
mod program;
mod report;
mod reproducing;
mod resuming;
mod starting;
mod statistics;
mod unchanged;

use report::Row;

/// Takes its time, and gives figures.
type Measure = fn() -> Vec<Row>;

/// Each measurement under the name by which it can be asked for alone.
const GROUPS: [(&str, Measure); 10] = [
    ("front-end", front_end::measure),
    ("evaluation", evaluation::measure),
    ("reproducing", reproducing::measure),
    ("outlook", outlook::measure),
    ("deploying", deploying::measure),
    ("unchanged", unchanged::measure),
    ("overview", overview::measure),
    ("resuming", resuming::measure),
    ("starting", starting::measure),
    ("idle", idle::measure),
];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let known = |name: &String| GROUPS.iter().any(|(group, _)| group == name);
    assert!(asked.iter().all(known), "the measurements are: {}", GROUPS.map(|(group, _)| group).join(", "));
    if asked.is_empty() {
        report::remove();
    }

    let mut rows = Vec::new();
    for (group, measure) in GROUPS {
        if asked.is_empty() || asked.iter().any(|name| name == group) {
            eprintln!("== Measure: {group}");
            rows.extend(measure());
        }
    }

    report::print(&rows);
    if asked.is_empty() {
        report::write(&rows);
    }
}
