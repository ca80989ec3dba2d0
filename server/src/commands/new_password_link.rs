//! `fediversity new-password-link`.

use std::process::ExitCode;

use anyhow::bail;
use clap::Args;
use workflow::WorkflowError;

use super::{Settings, log, words};
use crate::{config::Config, state, wiring};

#[derive(Args, Debug)]
pub(super) struct NewPasswordLink {
    /// The e-mail address of the account
    #[arg(value_name = "EMAIL")]
    email: String,
    #[command(flatten)]
    settings: Settings,
}

impl NewPasswordLink {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&self.settings.overrides.or_remembered())?;
        state::find(&config.state)?;
        let wiring = wiring::wire(&config).await?;
        let token = match wiring.workflow.accounts.new_password_token(&self.email).await {
            Ok(token) => token,
            Err(WorkflowError::NotFound) => bail!("nobody has an account with the address {}", self.email),
            Err(other) => return Err(words::sentence(other)),
        };
        println!("{}/new-password?token={}", config.base_url.as_str(), token.reveal());
        eprintln!("It works once, for one day. Setting the password ends all sessions of this account.");
        Ok(ExitCode::SUCCESS)
    }
}
