//! What this process and everything that it started have resident together.

use std::{
    collections::HashMap,
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

const EVERY: Duration = Duration::from_millis(20);

/// Looks every 20 ms until it is ended. Peers are no children of ours by then: what they take is theirs.
pub(crate) struct Watch {
    stop: Arc<AtomicBool>,
    most: Arc<AtomicU64>,
    thread: JoinHandle<()>,
}

impl Watch {
    pub(crate) fn begin() -> Self {
        let (stop, most) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (stopped, seen) = (Arc::clone(&stop), Arc::clone(&most));
        let thread = thread::spawn(move || {
            while !stopped.load(Ordering::Relaxed) {
                seen.fetch_max(resident_kib(), Ordering::Relaxed);
                thread::sleep(EVERY);
            }
        });
        Self { stop, most, thread }
    }

    /// The most that was seen, in KiB.
    pub(crate) fn end(self) -> u64 {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().expect("its end");
        self.most.load(Ordering::Relaxed)
    }
}

/// Of this process, and of the programs `ssh` and `nix` below it.
fn resident_kib() -> u64 {
    let parents: HashMap<u32, u32> = processes().filter_map(|id| Some((id, parent(id)?))).collect();
    let us = std::process::id();
    let is_ours = |mut id: u32| {
        while id != us {
            match parents.get(&id) {
                Some(parent) if *parent != 0 => id = *parent,
                _ => return false,
            }
        }
        true
    };
    let is_program = |id: &u32| *id == us || matches!(name(*id).trim(), "ssh" | "nix");
    processes().filter(|id| is_ours(*id)).filter(is_program).map(pss_kib).sum()
}

fn processes() -> impl Iterator<Item = u32> {
    fs::read_dir("/proc").expect("processes").flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn parent(id: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse().ok()
}

fn name(id: u32) -> String {
    fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default()
}

fn pss_kib(id: u32) -> u64 {
    let sizes = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = sizes.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap_or_default();
    line.trim().trim_end_matches("kB").trim().parse().unwrap_or(0)
}
