//! Runs a simulated host of Proxmox VE for tests that run in another process.

mod arguments;

use std::{io::Write, sync::Arc, time::Duration};

use anyhow::Context;
use clap::Parser;
use peer_proxmox::{
    Settings, Simulator,
    machines::{MachineProgram, Machines, PaperMachines},
};
use serde_json::json;
use tokio::io::{AsyncBufReadExt, BufReader, stdin};

use crate::arguments::{Arguments, Command};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let Arguments { command: Command::Start { version, machine_command, listen, task_milliseconds } } =
        Arguments::parse();
    let machines: Arc<dyn Machines> = match machine_command {
        Some(program) => Arc::new(MachineProgram::new(program)),
        None => Arc::new(PaperMachines),
    };
    let mut settings = Settings { version, listen, machines, ..Settings::default() };
    if let Some(time) = task_milliseconds {
        settings.task_time = Duration::from_millis(time);
    }
    let root_password = settings.root_password.clone();
    let simulator = Simulator::start(settings).await.context("the simulator does not start")?;

    say(&json!({
        "url": simulator.url(), "fingerprint": simulator.fingerprint(), "token": simulator.token(),
        "rootPassword": root_password, "certificate": simulator.certificate_pem(),
    }))?;
    let mut lines = BufReader::new(stdin()).lines();
    while let Some(line) = lines.next_line().await.context("the input can't be read")? {
        if !line.trim().is_empty() {
            say(&simulator.control(&line))?;
        }
    }
    simulator.shut_down().await;
    Ok(())
}

/// One line on the standard output.
fn say(value: &serde_json::Value) -> anyhow::Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{value}").and_then(|()| output.flush()).context("nobody reads the output")
}
