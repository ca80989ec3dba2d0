//! Deploying to real hosts over SSH: a server that is killed at any moment, what stays secret, and what a provider is told.

mod drifting;
mod hall;
mod kill;
mod secrets;
mod telling;
