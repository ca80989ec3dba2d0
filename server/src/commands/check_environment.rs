//! `fediversity check-environment`.

use std::process::ExitCode;

use anyhow::bail;
use clap::Args;
use domain::{environment::Environment, identifier::EnvironmentId};
use uuid::Uuid;
use workflow::port::{provider::Examined, store::deployments::NewEnvironment};

use super::{Settings, log};
use crate::{
    config::Config,
    environment_secrets, state,
    wiring::{self, Wiring},
};

#[derive(Args, Debug)]
pub(super) struct CheckEnvironment {
    /// What the environment is called in the configuration file; without it, all that it names
    name: Option<String>,
    #[command(flatten)]
    settings: Settings,
}

impl CheckEnvironment {
    /// An error where something keeps one from deploying.
    pub(super) async fn run(mut self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&std::mem::take(&mut self.settings.overrides).or_remembered())?;
        state::find(&config.state)?;
        let is_wanted = |new: &&NewEnvironment| self.name.as_ref().is_none_or(|name| *name == new.name);
        let wanted: Vec<&NewEnvironment> = config.environments.iter().filter(is_wanted).collect();
        if wanted.is_empty() {
            match &self.name {
                Some(name) => bail!("the configuration file names no environment {name:?}"),
                None => bail!("the configuration file names no environment; name the file with --config"),
            }
        }
        let wiring = wiring::wire(&config).await?;
        println!("Closures are signed with {}", wiring.signer);
        let mut is_good = true;
        for new in wanted {
            println!("{} ({})", new.name, new.kind);
            for examined in examine(&wiring, new).await? {
                is_good &= examined.is_good;
                println!("{}", line(&examined));
            }
        }
        Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

async fn examine(wiring: &Wiring, new: &NewEnvironment) -> anyhow::Result<Vec<Examined>> {
    let Some(provider) = wiring.ports.providers.of(&new.kind) else {
        bail!("nothing here deploys to environments of the kind {:?} yet", new.kind);
    };
    let credentials = environment_secrets::credentials(new)?;
    let environment = Environment {
        id: EnvironmentId(Uuid::nil()),
        kind: new.kind.clone(),
        name: new.name.clone(),
        configuration: new.configuration.clone(),
    };
    Ok(provider.examine(&environment, &credentials).await)
}

fn line(Examined { subject, question, answer, is_good }: &Examined) -> String {
    let verdict = if *is_good { "ok     " } else { "MISSING" };
    format!("  {verdict}  {subject}  {question}: {answer}")
}
