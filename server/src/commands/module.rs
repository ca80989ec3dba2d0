//! `fediversity module`.

mod check;
mod create;
mod finding;
mod trace;

use std::process::ExitCode;

use clap::{Args, Subcommand};

const EXAMPLES: &str = "\
Examples:
  Begin a module of your own, in the directory ./wiki:
    fediversity module new wiki
  The same with a database, secrets, e-mail, an administrator, and a move to another host:
    fediversity module new --full wiki
  Look whether it keeps the contract:
    fediversity module check wiki
  See the generated options that a finding names by their number:
    fediversity module check --show 3 wiki";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Module {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Say whether a module keeps the contract, and what to change where it does not
    Check(check::Check),
    /// Write a module that works, to begin with
    New(create::Create),
}

impl Module {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Check(check) => check.run().await,
            Command::New(create) => create.run(),
        }
    }
}
