//! The log, on standard error.

use std::io::{self, IsTerminal};

use tracing::level_filters::LevelFilter;
use tracing_subscriber::{filter::Targets, layer::SubscriberExt, util::SubscriberInitExt};

const OURS: [&str; 7] = ["server", "fediversity", "app", "workflow", "store", "adapter_nix", "adapter_local"];

/// Logs our own words from `level` on, and warnings of the libraries.
pub(super) fn start(level: LevelFilter) {
    let targets = Targets::new()
        .with_default(level.min(LevelFilter::WARN))
        .with_targets(OURS.map(|target| (target, level)))
        // It warns of every cookie that is too old, and says again what we say ourselves.
        .with_target("tower_sessions", LevelFilter::OFF)
        .with_target("tower_sessions_core", LevelFilter::OFF);
    let lines = tracing_subscriber::fmt::layer().compact().with_target(false).with_writer(io::stderr);
    let lines = lines.with_ansi(io::stderr().is_terminal());
    // Fails when there is a log already; then that one is used.
    let _ = tracing_subscriber::registry().with(lines).with(targets).try_init();
}
