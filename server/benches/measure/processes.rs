//! The processes of a state directory, and what the kernel counts of them.

use std::{fs, path::Path};

use rustix::process::{Pid, Signal, kill_process};

/// Of a second; the same on every Linux that we run on.
const TICKS: f64 = 100.0;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Process {
    id: u32,
    /// Tells it from a later one with the same id.
    started: u64,
}

/// The process that serves sites.
pub(crate) fn sites(state: &Path) -> Vec<Process> {
    of(state, "sites")
}

pub(crate) fn servers(state: &Path) -> Vec<Process> {
    of(state, "serve")
}

/// MiB of this process and of every other one that works for a state directory.
pub(crate) fn resident_for(state: &Path) -> f64 {
    let state = state.to_str().expect("a path");
    let ids = fs::read_dir("/proc").expect("processes").filter_map(Result::ok);
    let ids = ids.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let works_for = |id: &u32| {
        *id == std::process::id()
            || fs::read_to_string(format!("/proc/{id}/cmdline")).is_ok_and(|line| line.contains(state))
    };
    ids.filter(works_for).filter_map(resident).sum()
}

/// In MiB; none of one that has ended.
fn resident(id: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? / 1024.0)
}

fn of(state: &Path, command: &str) -> Vec<Process> {
    let state = state.to_str().expect("a path");
    let ids = fs::read_dir("/proc").expect("processes").filter_map(Result::ok);
    let ids = ids.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let matching = ids.filter(|id| {
        let line = fs::read_to_string(format!("/proc/{id}/cmdline")).unwrap_or_default();
        let mut words = line.split('\0');
        words.nth(1) == Some(command) && words.any(|word| word.starts_with(state))
    });
    matching.filter_map(|id: u32| Some(Process { id, started: statistics(id)?.get(19)?.parse().ok()? })).collect()
}

/// The fields of its line of statistics after its name, of which the first one is its state.
fn statistics(id: u32) -> Option<Vec<String>> {
    let line = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    Some(line.rsplit_once(") ")?.1.split(' ').map(str::to_owned).collect())
}

impl Process {
    /// In MiB.
    pub(crate) fn resident(&self) -> f64 {
        resident(self.id).expect("its memory")
    }

    /// Seconds of a processor that it and the children it waited for have used, inside the kernel and outside.
    pub(crate) fn processor(&self) -> f64 {
        let statistics = statistics(self.id).expect("its statistics");
        statistics[11..15].iter().map(|ticks| ticks.parse::<f64>().expect("a number")).sum::<f64>() / TICKS
    }

    pub(crate) fn terminate(&self) {
        let id = i32::try_from(self.id).ok().and_then(Pid::from_raw).expect("an id");
        kill_process(id, Signal::TERM).expect("a signal");
    }
}
