//! `fediversity worker`.

use std::{process::ExitCode, sync::Arc};

use clap::Args;
use workflow::executor::probe::{NoProbe, Probe};

use super::{Settings, log, serve, until};
use crate::{config::Config, state, wiring};

#[derive(Args, Debug)]
pub(super) struct Work {
    #[command(flatten)]
    settings: Settings,
}

impl Work {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&self.settings.overrides)?;
        state::prepare(&config.state)?;
        let wiring = wiring::wire(&config).await?;
        wiring.check_nix(&config).await?;

        let stop = until::told_to_stop()?;
        let probe: Arc<dyn Probe> = Arc::new(NoProbe);
        let mut tasks = serve::begin(&wiring, &probe, &stop);
        println!("Carrying out runs that are asked for in {}. Ctrl-C ends this.", config.state.display());
        while tasks.join_next().await.is_some() {}
        wiring.records.close().await;
        println!("Ended. A run in hand was given back; another worker goes on with it.");
        Ok(ExitCode::SUCCESS)
    }
}
