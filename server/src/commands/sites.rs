//! `fediversity sites`: the process that serves local sites, and how it is ended.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use tracing::level_filters::LevelFilter;

use super::{Settings, log};
use crate::{config::Config, state};

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Sites {
    #[command(subcommand)]
    stop: Option<Stop>,
    /// The directory of the local environment
    #[arg(long, required = true)]
    directory: Option<PathBuf>,
    /// Where visitors reach it
    #[arg(long, required = true)]
    listen: Option<SocketAddr>,
}

#[derive(Debug, Subcommand)]
enum Stop {
    /// End the process that serves local sites; the next run starts it again
    Stop(Settings),
}

impl Sites {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        match (self.stop, self.directory, self.listen) {
            (Some(Stop::Stop(settings)), ..) => stop(settings),
            (None, Some(directory), Some(listen)) => {
                log::start(LevelFilter::INFO);
                adapter_local::serve_sites(directory, listen).await?;
                Ok(ExitCode::SUCCESS)
            }
            _ => bail!("sites needs --directory and --listen, or the word stop"),
        }
    }
}

fn stop(settings: Settings) -> anyhow::Result<ExitCode> {
    let config = Config::load(&settings.overrides.or_remembered())?;
    state::find(&config.state)?;
    adapter_local::ask_to_stop(&config.local_directory())
        .context("the process that serves local sites can't be asked to end")?;
    println!("Local sites are no longer served. A server that runs, or is started, serves them again within seconds.");
    Ok(ExitCode::SUCCESS)
}
