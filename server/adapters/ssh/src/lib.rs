//! Environments whose machines are reached over SSH.
//!
//! Start with [`Machines`], the provider. A closure is signed and copied by Nix ([`closure`]); everything else on a machine
//! is done by one script that lies there (`host.sh`), called over connections of their own ([`host`], [`connection`]).
//!
//! **Invariant:** what was activated and not confirmed over a new connection goes back by itself, on the machine, whatever
//! becomes of this program and of the network.

mod closure;
mod config;
mod connection;
mod host;
mod machine;
mod machines;
mod memory;
mod signer;
mod visit;

pub use config::{NixCommand, SshConfig};
pub use machines::Machines;
pub use signer::{Signer, SignerError};
