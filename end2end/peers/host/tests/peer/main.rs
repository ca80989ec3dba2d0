//! What tests may rely on when they deploy to a peer. They need root and the set-up of the tests.

#![expect(clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

mod booting;
mod client;
mod copying;
mod ending;
mod faults;
mod nixos;
mod twenty;
mod workshop;
