//! `fediversity outlook`.

use std::process::ExitCode;

use clap::Args;
use workflow::outlook::{Becomes, Outcome, outlook};

use super::{Settings, finding::bare, log, words};
use crate::{config::Config, state, wiring};

#[derive(Args, Debug)]
pub(super) struct Outlook {
    #[command(flatten)]
    settings: Settings,
}

impl Outlook {
    /// An error where something could not go on with the library as it is now.
    pub(super) async fn run(mut self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&std::mem::take(&mut self.settings.overrides).or_remembered())?;
        state::find(&config.state)?;
        let wiring = wiring::wire(&config).await?;
        let outcomes = outlook(&wiring.ports).await.map_err(words::sentence)?;
        let mut stuck = 0;
        for outcome in &outcomes {
            for line in lines(outcome) {
                println!("{line}");
            }
            stuck += usize::from(is_stuck(&outcome.becomes));
        }
        let same = outcomes.iter().filter(|outcome| matches!(outcome.becomes, Becomes::Same)).count();
        println!(
            "{} live; {same} would stay exactly as they are, {stuck} can't go on. Nothing was changed.",
            outcomes.len()
        );
        Ok(if stuck == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn is_stuck(becomes: &Becomes) -> bool {
    matches!(becomes, Becomes::Refused(_) | Becomes::Unmet(_) | Becomes::Broken(_))
}

fn lines(outcome: &Outcome) -> Vec<String> {
    let what = match &outcome.becomes {
        Becomes::Same => "stays exactly as it is",
        Becomes::Rebuilt => "keeps its resources, and is built anew",
        Becomes::Changed(_) => "changes",
        Becomes::Refused(_) | Becomes::Unmet(_) | Becomes::Broken(_) => "can't go on as it is",
    };
    let Outcome { organisation, deployment, .. } = outcome;
    let mut lines = vec![format!("{organisation}, {} ({}) {what}", deployment.title, deployment.id)];
    let mut add = |line: String| lines.push(format!("    {line}"));
    outcome.versions.iter().for_each(|change| add(words::versions(change)));
    outcome.dropped.iter().for_each(|dropped| add(format!("{} goes: {}", dropped.path, dropped.reason.en)));
    match &outcome.becomes {
        Becomes::Changed(effects) => words::effects(effects).into_iter().for_each(add),
        Becomes::Refused(findings) => findings.iter().for_each(|found| add(bare(found))),
        Becomes::Unmet(unmet) => {
            unmet.iter().for_each(|unmet| add(format!("{} is not offered there", unmet.resource_type)));
        }
        Becomes::Broken(error) => add(error.to_string()),
        Becomes::Same | Becomes::Rebuilt => {}
    }
    lines
}
