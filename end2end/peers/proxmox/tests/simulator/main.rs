//! The simulator, by its clients: ours over HTTPS, the program, and `proxmoxer`, which we did not write.

#![expect(clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

mod access;
mod answers;
mod client;
mod deploying;
mod faults;
mod machines;
mod pin;
mod program;
mod programs;
mod proxmoxer;
mod schema;
mod storages;
mod tasks;
