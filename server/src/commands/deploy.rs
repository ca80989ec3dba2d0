//! `fediversity deploy`.

use std::{process::ExitCode, sync::Arc, time::Duration};

use anyhow::bail;
use clap::Args;
use domain::run::{RunDetail, RunState};
use tokio::{sync::watch, time::sleep};
use workflow::executor::probe::NoProbe;

use super::{follow::follow, log, request::Request, until, words};
use crate::{
    config::Config,
    state,
    wiring::{self, Wiring},
};

const EXAMPLES: &str = "\
Examples:
  A new deployment:
    fediversity deploy --as ada@example.org --organisation town --application homepage options.json
  Other options for one that is there:
    fediversity deploy --as ada@example.org --organisation town --application homepage \\
      --deployment 0199c2f0-7a51-7cc3-98c4-dc0c0c07398f options.json
While a server works with the state directory, it carries the run out; otherwise this command does.";

/// How often to look whether there is a server.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Deploy {
    #[command(flatten)]
    request: Request,
}

impl Deploy {
    pub(super) async fn run(mut self) -> anyhow::Result<ExitCode> {
        log::start(self.request.settings.level);
        let overrides = std::mem::take(&mut self.request.settings.overrides).or_remembered();
        let config = Config::load(&overrides)?;
        state::find(&config.state)?;
        let wiring = wiring::wire(&config).await?;
        let stop = until::told_to_stop()?;
        let staged = self.request.stage(&wiring.workflow).await?;
        for line in words::plan(&staged.revision.plan) {
            println!("{line}");
        }
        let (actor, organisation) = (&staged.actor, staged.organisation.id);
        let (deployment, revision) = (staged.revision.deployment, staged.revision.id);
        let run = wiring.workflow.deployments.deploy(actor, organisation, deployment, revision).await;
        let run = run.map_err(words::sentence)?;
        println!("Run {run} of deployment {deployment}");

        let (end, ending) = watch::channel(false);
        let helping = tokio::spawn(work_without_server(wiring.clone(), config.clone(), ending));
        let mut told = stop;
        let outcome = tokio::select! {
            outcome = follow(&wiring.workflow, actor, organisation, run) => Some(outcome),
            _ = told.wait_for(|told| *told) => None,
        };
        end.send_replace(true);
        helping.await??;
        wiring.records.close().await;
        match outcome {
            Some(detail) => tell(&detail.map_err(words::sentence)?),
            None => bail!("no longer following; the run goes on as soon as a server works with the state directory"),
        }
    }
}

/// Carries runs out for as long as no server does.
async fn work_without_server(wiring: Wiring, config: Config, mut ending: watch::Receiver<bool>) -> anyhow::Result<()> {
    let worker = wiring.worker(Arc::new(NoProbe));
    while !*ending.borrow() {
        let found = !state::is_held(&config.state)? && worker.work_once(&mut ending).await?;
        if !found {
            tokio::select! {
                () = sleep(LOOK_AGAIN) => {}
                _ = ending.changed() => {}
            }
        }
    }
    Ok(())
}

fn tell(detail: &RunDetail) -> anyhow::Result<ExitCode> {
    if detail.run.state == RunState::Succeeded {
        for address in &detail.addresses {
            println!("Live at {address}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    let said = detail.run.failure.as_ref().map_or_else(|| "it failed".to_owned(), words::failure);
    if detail.left_something() {
        bail!("the run failed, and what it did could not be undone: {said}. Deploy again to put it right");
    }
    match detail.run.failure.as_ref().and_then(|failure| failure.step) {
        Some(step) => bail!("the run failed at “{}”, and what it did was undone: {said}", words::step(step)),
        None => bail!("the run failed: {said}"),
    }
}
