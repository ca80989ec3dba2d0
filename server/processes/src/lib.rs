//! Programs that adapters start: they end with whoever waits for them, and say no more than is listened to.

mod run;
mod starter;

pub use run::{Ended, RunError, Running, run};
pub use starter::Starter;
