//! Hosts for tests: each a Debian with systemd as its first process, OpenSSH, nginx and a Nix store of its own, in
//! namespaces of this machine. Start at [`Peer::start`].
//!
//! **Invariant:** nothing of a peer outlives the process that started it, however that process ends: all that it is made
//! of hangs on a pipe which this process holds open. What the kernel keeps by name (an empty control group) the next
//! start removes.

mod cgroup;
mod command;
mod error;
mod keeper;
mod network;
mod peer;
mod setup;
mod wait;

pub use error::PeerError;
pub use network::Network;
pub use peer::{Options, Peer};
pub use setup::closures;
