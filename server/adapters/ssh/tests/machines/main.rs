//! The environments `ssh` and `linux` on real hosts: each test has its own, with systemd, OpenSSH, Nix and nginx.

#![expect(clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

mod deliveries;
mod faults;
mod fixture;
mod promises;
mod refusals;
mod switching;
