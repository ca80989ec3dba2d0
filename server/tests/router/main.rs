//! The router with the real records and doubles of everything outside.

#![expect(clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

mod assets;
mod browser;
mod deletion;
mod events;
mod hostile;
mod invitation;
mod language;
mod limits;
mod origin;
mod policy;
mod secrets;
mod sign_in;
mod town;
mod versions;
mod without_scripts;
