//! `fediversity plan`.

use std::process::ExitCode;

use clap::Args;

use super::{log, request::Request, words};
use crate::{config::Config, state, wiring};

const EXAMPLES: &str = "\
Examples:
  A new deployment:
    fediversity plan --as ada@example.org --organisation town --application homepage options.json
  What would change in one that is there (its number stands in the address of its page):
    fediversity plan --as ada@example.org --organisation town --application homepage \\
      --deployment 0199c2f0-7a51-7cc3-98c4-dc0c0c07398f options.json
The file holds what the form asks for, such as
  { \"name\": \"town\", \"title\": \"Our town\" }";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Plan {
    #[command(flatten)]
    request: Request,
}

impl Plan {
    pub(super) async fn run(mut self) -> anyhow::Result<ExitCode> {
        log::start(self.request.settings.level);
        let overrides = std::mem::take(&mut self.request.settings.overrides).or_remembered();
        let config = Config::load(&overrides)?;
        state::find(&config.state)?;
        let wiring = wiring::wire(&config).await?;
        let staged = self.request.stage(&wiring.workflow).await?;
        for line in words::plan(&staged.revision.plan) {
            println!("{line}");
        }
        let panel = config.base_url.as_str();
        let (label, revision) = (&staged.organisation.label, &staged.revision);
        println!("Revision {} of deployment {}; nothing outside was touched.", revision.number, revision.deployment);
        println!("To make it live, use `deploy` with --deployment {}, or open", revision.deployment);
        println!("{panel}/o/{label}/deployments/{}/review/{}", revision.deployment, revision.id);
        Ok(ExitCode::SUCCESS)
    }
}
