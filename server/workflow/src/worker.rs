//! The worker: takes runs and carries them out, several side by side, until it is told to stop.
//!
//! **Invariant:** the truth is in the records. The bell only saves time: a worker looks by itself every second, so a
//! run that another process asked for, or whose worker died, is taken within the lease and that second.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures::FutureExt as _;
use time::ext::InstantExt as _;
use tokio::{
    sync::{Semaphore, watch},
    task::JoinSet,
};

use crate::{
    Ports,
    bell::Bell,
    executor::{Executor, probe::Probe, undo::PAUSES},
    port::store::{StoreError, runs::Claim},
};

/// How long a claim holds without being prolonged.
pub(crate) const LEASE: time::Duration = time::Duration::seconds(3);
/// How often a claim is prolonged.
const HEARTBEAT: Duration = Duration::from_millis(750);
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// After the records could not be reached.
const BACK_OFF: Duration = Duration::from_secs(5);

#[derive(Clone, Debug)]
pub struct Worker {
    ports: Ports,
    bell: Bell,
    name: String,
    probe: Arc<dyn Probe>,
    pauses: &'static [Duration],
}

impl Worker {
    /// `name` tells this worker from every other one, also from itself before a restart.
    pub fn new(ports: Ports, bell: Bell, name: String, probe: Arc<dyn Probe>) -> Self {
        Self { ports, bell, name, probe, pauses: PAUSES }
    }

    /// With other pauses between tries to undo a step, one before each further try.
    #[must_use]
    pub fn with_pauses(self, pauses: &'static [Duration]) -> Self {
        Self { pauses, ..self }
    }

    /// Works until `stop` becomes true, on at most so many runs at once. A run in hand is given back at the next step, for
    /// another worker to go on with.
    pub async fn work(&self, lanes: usize, mut stop: watch::Receiver<bool>) {
        let mut ear = self.bell.listen();
        let lanes = Arc::new(Semaphore::new(lanes));
        let mut runs = JoinSet::new();
        while !*stop.borrow() {
            let lane = tokio::select! {
                Ok(lane) = Arc::clone(&lanes).acquire_owned() => lane,
                _ = stop.changed() => continue,
            };
            while runs.try_join_next().is_some() {}
            match self.ports.store.claim_run(&self.name, self.ports.clock.now(), LEASE).await {
                Ok(Some(claim)) => {
                    let (worker, mut stop) = (self.clone(), stop.clone());
                    runs.spawn(async move {
                        worker.carry_out(claim, &mut stop).await;
                        drop(lane);
                    });
                }
                Ok(None) => {
                    tokio::select! {
                        () = ear.wait(LOOK_AGAIN) => {}
                        _ = stop.changed() => {}
                    }
                }
                Err(error) => {
                    tracing::error!(error = &error as &dyn std::error::Error, "can't look for runs");
                    tokio::select! {
                        () = tokio::time::sleep(BACK_OFF) => {}
                        _ = stop.changed() => {}
                    }
                }
            }
        }
        while runs.join_next().await.is_some() {}
    }

    /// Carries out one run if there is one; for commands that wait for it.
    pub async fn work_once(&self, stop: &mut watch::Receiver<bool>) -> Result<bool, StoreError> {
        match self.ports.store.claim_run(&self.name, self.ports.clock.now(), LEASE).await? {
            Some(claim) => {
                self.carry_out(claim, stop).await;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// The run goes on beside the heartbeat; whichever ends first ends the other.
    async fn carry_out(&self, claim: Claim, stop: &mut watch::Receiver<bool>) {
        let (cancel, cancelled) = watch::channel(claim.run.cancelling);
        let executor = Executor::new(
            self.ports.clone(),
            self.bell.clone(),
            claim.clone(),
            cancelled,
            self.probe.clone(),
            self.pauses,
        );
        // A fault of ours in one run must not end the lane for all others; its limit of claims ends the run.
        let carried_out = AssertUnwindSafe(executor.carry_out()).catch_unwind();
        let outcome = tokio::select! {
            outcome = carried_out => outcome.unwrap_or_else(|_| Err(StoreError::Unavailable("the worker panicked".into()))),
            () = self.keep(&claim, &cancel) => Err(StoreError::Fenced),
            // What `wait_for` gives holds a lock, and must be gone before the next wait.
            () = async { drop(stop.wait_for(|stop| *stop).await) } => {
                let given = self.ports.store.give_back(&claim).await;
                tracing::info!(run = %claim.run.id, given = given.is_ok(), "stopping; another worker goes on with the run");
                return;
            }
        };
        self.bell.ring();
        match outcome {
            Ok(()) => {}
            Err(StoreError::Fenced) => tracing::warn!(run = %claim.run.id, "another worker has taken the run over"),
            Err(error) => {
                tracing::error!(run = %claim.run.id, error = &error as &dyn std::error::Error, "the run stands still until its lease is over");
                tokio::time::sleep(BACK_OFF).await;
            }
        }
    }

    /// Prolongs the lease for as long as it can; comes back when it is lost.
    async fn keep(&self, claim: &Claim, cancel: &watch::Sender<bool>) {
        let mut prolonged = std::time::Instant::now();
        loop {
            tokio::time::sleep(HEARTBEAT).await;
            match self.ports.store.prolong(claim, self.ports.clock.now() + LEASE).await {
                Ok(cancelling) => {
                    prolonged = std::time::Instant::now();
                    if cancelling {
                        cancel.send_replace(true);
                    }
                }
                Err(StoreError::Unavailable(_))
                    if std::time::Instant::now().signed_duration_since(prolonged) < LEASE => {}
                Err(_) => return,
            }
        }
    }
}
