//! The binary `fediversity`: everything is put together here and nothing is decided.
//!
//! Start with [`commands`], what can be asked for on the command line; [`wiring`] gives the use cases their adapters,
//! [`router`] gives them to browsers. [`config`] is all that can be set.
//!
//! **Invariant:** only this crate names an adapter or a database; only [`config`] reads the environment.

// A page is one type, as deep as its elements are nested.
#![recursion_limit = "512"]

pub mod assets;
pub mod clock;
pub mod commands;
pub mod config;
mod environment_secrets;
pub mod events;
pub mod fault;
pub mod listen;
pub mod middleware;
pub mod router;
pub mod state;
mod take_away;
pub mod tending;
pub mod wiring;
