//! The adapter against a real Nix, with the project's own library and with libraries that misbehave.
#![expect(clippy::expect_used, clippy::panic, reason = "all of this is tests, the functions that they share too")]

mod building;
mod ending;
mod evaluation;
mod fixture;
mod flake;
mod generated;
mod hostile;
mod library;
mod limits;
mod outlooks;
mod outside;
mod probe;
mod roots;
mod verdicts;
