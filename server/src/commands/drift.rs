//! `fediversity drift`.

use std::process::ExitCode;

use clap::Args;
use workflow::drift::{Found, Now, drift};

use super::{Settings, log, words};
use crate::{config::Config, state, wiring};

#[derive(Args, Debug)]
pub(super) struct Drift {
    #[command(flatten)]
    settings: Settings,
}

impl Drift {
    /// An error where something is not as it was deployed, or can't be looked at.
    pub(super) async fn run(mut self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&std::mem::take(&mut self.settings.overrides).or_remembered())?;
        state::find(&config.state)?;
        let wiring = wiring::wire(&config).await?;
        let found = drift(&wiring.ports).await.map_err(words::sentence)?;
        for one in &found {
            println!("{}", line(one));
        }
        let other = found.iter().filter(|found| found.now != Now::AsDeployed).count();
        println!(
            "{} live; {other} not as deployed. Nothing was changed; deploying a revision again puts it right.",
            found.len()
        );
        Ok(if other == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn line(Found { organisation, deployment, title, environment, deployed, now }: &Found) -> String {
    let now = match now {
        Now::AsDeployed => "is as it was deployed".to_owned(),
        Now::Another(path) => format!("has {path} in the place of {deployed}"),
        Now::NotWhole => format!("does not have {deployed} everywhere"),
        Now::Unknown(why) => format!("can't be looked at: {why}"),
    };
    format!("{organisation}, {title} ({deployment}) in {environment} {now}")
}
