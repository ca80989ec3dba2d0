//! `fediversity export`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use clap::Args;
use domain::identifier::DeploymentId;

use super::{Settings, log, words};
use crate::{config::Config, state, wiring};

#[derive(Args, Debug)]
pub(super) struct Export {
    #[command(flatten)]
    settings: Settings,
    /// The account that asks; it may take away what it may configure in the web pages
    #[arg(long = "as", value_name = "EMAIL")]
    account: String,
    /// The organisation, by its name in addresses
    #[arg(long, value_name = "NAME")]
    organisation: String,
    /// The deployment; its number stands in the address of its page
    #[arg(value_name = "DEPLOYMENT")]
    deployment: DeploymentId,
    /// A directory that is empty, or not there yet
    #[arg(value_name = "DIRECTORY")]
    directory: PathBuf,
}

impl Export {
    pub(super) async fn run(mut self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&std::mem::take(&mut self.settings.overrides).or_remembered())?;
        state::find(&config.state)?;
        refuse_full(&self.directory)?;
        let wiring = wiring::wire(&config).await?;
        let workflow = &wiring.workflow;
        let actor = workflow.accounts.actor_by_email(&self.account).await.map_err(words::sentence)?;
        let organisation = workflow.organisations.find(&actor, &self.organisation).await.map_err(words::sentence)?;
        let taken = workflow.deployments.take_away(&actor, organisation.id, self.deployment).await;
        let taken = taken.map_err(words::sentence)?;
        for (path, content) in &taken.files {
            let file = self.directory.join(path);
            let unwritable = || format!("{} can't be written", file.display());
            fs::create_dir_all(file.parent().unwrap_or(&self.directory)).with_context(unwritable)?;
            fs::write(&file, content).with_context(unwritable)?;
        }
        println!("{} is in {}; its README.md says how to build it.", taken.title, self.directory.display());
        println!("It builds {}", taken.closure);
        Ok(ExitCode::SUCCESS)
    }
}

fn refuse_full(directory: &Path) -> anyhow::Result<()> {
    if fs::read_dir(directory).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty; name another one", directory.display());
    }
    Ok(())
}
