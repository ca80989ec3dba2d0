//! The program as it is started: what it says, how it ends, and what a kill leaves behind. Nix is the one on the PATH.

#![expect(clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

mod collecting;
mod deploying;
mod kill;
mod looking_ahead;
mod machines;
mod modules;
mod program;
mod provider_secrets;
mod refusals;
mod serving;
mod story;
mod taking_away;
