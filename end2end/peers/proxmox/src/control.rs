//! What tests that run in another process ask for: one JSON object a command.
//!
//! `{"fault": …}` as [`Fault`] says, or one of [`Command`]. Each is answered with one object: what was asked for, `{}`, or
//! `{"error": …}`.

use std::{sync::Arc, time::Duration};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{faults::Fault, world::World};

#[derive(Deserialize)]
#[serde(untagged)]
enum Order {
    Fault(Fault),
    Command(Command),
}

#[derive(Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case", rename_all_fields = "camelCase")]
enum Command {
    /// Everything that was asked of the host.
    Journal,
    /// The machines that are running, by number, with where they are.
    Machines,
    /// Faults that are still to come don't; nodes that went offline come back.
    ClearFaults,
    /// How long tasks of a kind take from now on, or of every kind.
    TaskTime { milliseconds: u64, kind: Option<String> },
    /// How long machines run before their agent answers, from their next start on.
    BootTime { milliseconds: u64 },
    /// The SHA-256 of the certificate, which `new-certificate` changes.
    Fingerprint,
}

/// Does what a line asks for.
pub(crate) fn obey(world: &Arc<World>, line: &str) -> Value {
    match serde_json::from_str(line) {
        Ok(Order::Fault(fault)) => {
            world.inject(fault);
            json!({})
        }
        Ok(Order::Command(command)) => command.carry_out(world),
        Err(_) => json!({"error": "neither a fault nor a command"}),
    }
}

impl Command {
    fn carry_out(self, world: &World) -> Value {
        match self {
            Self::Journal => return json!({"journal": world.journal.entries()}),
            Self::Machines => return json!({"machines": world.running()}),
            Self::Fingerprint => return json!({"fingerprint": world.identities.fingerprint()}),
            Self::ClearFaults => world.clear_faults(),
            Self::TaskTime { milliseconds, kind } => {
                world.state().tasks.set_time(kind.as_deref(), Duration::from_millis(milliseconds));
            }
            Self::BootTime { milliseconds } => world.state().boot_time = Duration::from_millis(milliseconds),
        }
        json!({})
    }
}
