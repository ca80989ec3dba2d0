//! `fediversity serve`.

use std::{process::ExitCode, sync::Arc, time::Duration};

use anyhow::Context as _;
use clap::Args;
use tokio::{sync::watch, task::JoinSet, time::timeout};
use workflow::executor::probe::{NoProbe, Probe};

use super::{Settings, log, until};
use crate::{
    assets::Served,
    config::Config,
    events::Streams,
    fault::Fault,
    listen,
    router::{Panel, pages, router},
    state, tending,
    wiring::{self, Wiring},
};

/// How many runs go on at the same time. Most of what a run does, it waits for a machine; what needs this one has limits of
/// its own.
pub(super) const LANES: usize = 32;
/// How long runs may take to be given back, and the rest to end.
const LAST_WORK: Duration = Duration::from_secs(4);

#[derive(Args, Debug)]
pub(super) struct Serve {
    #[command(flatten)]
    settings: Settings,
    /// For tests: be killed at STEP:MOMENT (begun, done, recorded)
    #[arg(long, value_name = "STEP:MOMENT", hide = true)]
    fault: Option<Fault>,
}

impl Serve {
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let mut config = Config::load(&self.settings.overrides)?;
        state::prepare(&config.state)?;
        let _held = state::hold(&config.state)?;
        let listener = listen::bind(config.listen).await?;
        config.listens_at(listener.local_addr()?);
        let assets = Served::find(&config.assets, config.stylesheet.as_deref())?;
        let wiring = wiring::wire(&config).await?;
        wiring.check_nix(&config).await?;
        wiring.local.preflight().await.context(
            "local sites can't be served; another port for them is chosen with --sites-port, or as local.listen in the file",
        )?;
        wiring.offer_environments(&config).await?;
        read_catalogue(&wiring).await;
        self.settings.overrides.remember(&config).context("the state directory can't be written")?;

        let stop = until::told_to_stop()?;
        let probe: Arc<dyn Probe> = match self.fault {
            Some(fault) => Arc::new(fault),
            None => Arc::new(NoProbe),
        };
        let mut tasks = begin(&wiring, &probe, &stop);
        let panel = panel(&config, &wiring, assets, &stop);
        let serving = tokio::spawn(listen::serve(listener, router(panel), stop.clone()));

        tell_ready(&config, &wiring).await?;
        serving.await?;
        let ended = timeout(LAST_WORK, async { while tasks.join_next().await.is_some() {} }).await;
        tasks.abort_all();
        wiring.records.close().await;
        tell_ended(&config, ended.is_ok());
        Ok(ExitCode::SUCCESS)
    }
}

/// Has the catalogue at hand for whoever comes first. One that can't be evaluated is told now, and keeps nobody from what is live.
async fn read_catalogue(wiring: &Wiring) {
    let evaluator = &wiring.ports.evaluator;
    let read = async { evaluator.catalogue(&evaluator.pin().await?).await };
    if let Err(error) = read.await {
        tracing::error!(error = &error as &dyn std::error::Error, "the catalogue can't be evaluated");
    }
}

/// Starts the worker and what a server looks after besides.
pub(super) fn begin(wiring: &Wiring, probe: &Arc<dyn Probe>, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    let (worker, until) = (wiring.worker(probe.clone()), stop.clone());
    tasks.spawn(async move { worker.work(LANES, until).await });
    tasks.spawn(tending::tend(wiring.clone(), stop.clone()));
    tasks
}

fn panel(config: &Config, wiring: &Wiring, assets: Served, stop: &watch::Receiver<bool>) -> Panel {
    Panel {
        workflow: wiring.workflow.clone(),
        records: wiring.records.clone(),
        base_url: config.base_url.clone(),
        brand: config.brand.clone(),
        trusted_proxies: config.trusted_proxies.clone().into(),
        assets,
        stop: stop.clone(),
        streams: Streams::default(),
        pages: pages(),
    }
}

async fn tell_ready(config: &Config, wiring: &Wiring) -> anyhow::Result<()> {
    let url = config.base_url.as_str();
    println!("Fediversity is ready at {url}");
    if let Some(token) = wiring.workflow.accounts.first_token().await? {
        println!("Create the first account: {url}/first-account?token={}", token.reveal());
    }
    println!("Everything is kept in {}. Ctrl-C ends the server.", config.state.display());
    Ok(())
}

fn tell_ended(config: &Config, all: bool) {
    if !all {
        println!("A run was cut short; the next start goes on with it.");
    }
    let state = config.state.display();
    println!("Ended. Local sites stay up: a process of their own serves them. To end that too:");
    println!("  fediversity sites stop --state '{state}'");
}
