//! `fediversity sites`: the process that serves local sites.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Args;
use tracing::level_filters::LevelFilter;

use super::log;

#[derive(Args, Debug)]
pub(super) struct Sites {
    /// The directory of the local environment
    #[arg(long)]
    directory: PathBuf,
    /// Where visitors reach it
    #[arg(long)]
    listen: SocketAddr,
}

impl Sites {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        log::start(LevelFilter::INFO);
        adapter_local::serve_sites(self.directory, self.listen).await?;
        Ok(ExitCode::SUCCESS)
    }
}
