//! Runs: watching a plan being carried out.

pub mod page;

mod log;
mod steps;
