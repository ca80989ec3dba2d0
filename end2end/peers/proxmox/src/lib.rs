//! A host of Proxmox VE, as far as its API goes, for tests of what creates virtual machines.
//!
//! [`Simulator::start`] runs one; [`schema`] judges requests by the API's own description, without a host.

mod access;
mod calls;
mod clock;
mod cluster;
mod control;
mod faults;
mod host;
pub mod image;
pub mod journal;
pub mod layout;
pub mod machines;
mod refusal;
pub mod schema;
mod settings;
mod simulator;
mod tasks;
mod version;
mod wire;
mod world;

pub use faults::{Calls, Fault};
pub use layout::Layout;
pub use settings::Settings;
pub use simulator::{Simulator, StartError};
pub use version::{UnknownVersion, Version};
