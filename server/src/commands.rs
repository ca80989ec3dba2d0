//! The command line.

mod check_config;
mod check_environment;
mod deploy;
mod drift;
mod export;
mod first_account_link;
mod log;
mod module;
mod new_password_link;
mod outlook;
mod plan;
mod serve;
mod sites;
mod worker;

pub(crate) mod finding;
mod follow;
mod request;
mod until;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Overrides;

const EXAMPLES: &str = "\
Examples:
  Try it out, with everything in the directory ./state:
    fediversity serve
  Ask for the link to create the first account again:
    fediversity first-account-link
  Help somebody who has forgotten their password:
    fediversity new-password-link ada@example.org
  See what a file of options would change, and make it so:
    fediversity plan --as ada@example.org --organisation town --application homepage options.json
    fediversity deploy --as ada@example.org --organisation town --application homepage options.json
  Look whether a configuration file is right before the server gets it:
    fediversity check-config --config /etc/fediversity.toml
  Look whether the machines that it names can be deployed to:
    fediversity check-environment --config /etc/fediversity.toml
  Begin an application module of your own, and look whether it keeps the contract:
    fediversity module new wiki
    fediversity module check wiki";

/// Deploys Fediverse applications for operators: the web pages, the worker that carries runs out, and commands.
#[derive(Debug, Parser)]
#[command(name = "fediversity", version, after_help = EXAMPLES, max_term_width = 100)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the web pages and carry out runs, until Ctrl-C
    Serve(serve::Serve),
    /// Carry out runs only, beside a server that uses the same database
    Worker(worker::Work),
    /// Look whether everything that is set is right, and say what it comes to
    CheckConfig(check_config::CheckConfig),
    /// Look step by step whether machines can be deployed to, and say what is missing; changes nothing
    CheckEnvironment(check_environment::CheckEnvironment),
    /// Say in words what a file of options would change; changes nothing outside
    Plan(plan::Plan),
    /// Make a file of options live, and follow the run to its end
    Deploy(deploy::Deploy),
    /// Write everything that a deployment is made of into a directory that builds without this software
    Export(export::Export),
    /// Say what the library as it is now would change in everything that is live; changes nothing
    Outlook(outlook::Outlook),
    /// Compare what is really active with what was deployed; changes nothing
    Drift(drift::Drift),
    /// Print a new one-time link to create the first account
    FirstAccountLink(first_account_link::FirstAccountLink),
    /// Print a one-time link with which the owner of an account sets a new password
    NewPasswordLink(new_password_link::NewPasswordLink),
    /// Write and check modules of applications of your own
    Module(module::Module),
    /// Serve the sites of the local environment; the server starts this by itself
    #[command(hide = true)]
    Sites(sites::Sites),
    /// Print the version
    Version,
}

/// Runs what was asked for. What fails is one sentence on standard error, and an exit code of 1.
pub fn main() -> ExitCode {
    match CommandLine::parse().command.run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("fediversity: {error:#}");
            ExitCode::FAILURE
        }
    }
}

impl Command {
    fn run(self) -> anyhow::Result<ExitCode> {
        // Two threads carry more requests than a database on one disk; each costs memory when idle.
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .max_blocking_threads(16)
            .enable_all()
            .build()?;
        let outcome = runtime.block_on(async {
            match self {
                Self::Serve(serve) => serve.run().await,
                Self::Worker(work) => work.run().await,
                Self::CheckConfig(check) => check.run().await,
                Self::CheckEnvironment(check) => check.run().await,
                Self::Plan(plan) => plan.run().await,
                Self::Deploy(deploy) => deploy.run().await,
                Self::Export(export) => export.run().await,
                Self::Outlook(outlook) => outlook.run().await,
                Self::Drift(drift) => drift.run().await,
                Self::FirstAccountLink(link) => link.run().await,
                Self::NewPasswordLink(link) => link.run().await,
                Self::Module(module) => module.run().await,
                Self::Sites(sites) => sites.run().await,
                Self::Version => {
                    println!("fediversity {}", env!("CARGO_PKG_VERSION"));
                    Ok(ExitCode::SUCCESS)
                }
            }
        });
        // A thread that waits for the disk or a lock must not keep the process.
        runtime.shutdown_background();
        outcome
    }
}

/// What every command has.
#[derive(clap::Args, Clone, Debug)]
struct Settings {
    #[command(flatten)]
    overrides: Overrides,
    /// How much to log on standard error: error, warn, info, debug or trace
    #[arg(long = "log", value_name = "LEVEL", default_value = "info", help_heading = "Settings")]
    level: tracing::level_filters::LevelFilter,
}
