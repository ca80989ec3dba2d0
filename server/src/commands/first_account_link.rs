//! `fediversity first-account-link`.

use std::process::ExitCode;

use anyhow::bail;
use clap::Args;

use super::{Settings, log};
use crate::{config::Config, state, wiring};

#[derive(Args, Debug)]
pub(super) struct FirstAccountLink {
    #[command(flatten)]
    settings: Settings,
}

impl FirstAccountLink {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&self.settings.overrides.or_remembered())?;
        state::find(&config.state)?;
        let wiring = wiring::wire(&config).await?;
        let Some(token) = wiring.workflow.accounts.first_token().await? else {
            bail!("there is an account already; its owner signs in at {}/sign-in", config.base_url.as_str());
        };
        println!("{}/first-account?token={}", config.base_url.as_str(), token.reveal());
        Ok(ExitCode::SUCCESS)
    }
}
