//! Activating on all machines of a deployment, or on none.
//!
//! Every machine switches and waits; only when all have, each is confirmed over a new connection. Whoever is not confirmed
//! goes back by itself.

use std::time::Duration;

use futures::future::join_all;
use tokio::{
    sync::mpsc,
    time::{Instant, sleep},
};
use workflow::port::{builder::Progress, provider::ProviderError};

use super::{say, sorted};
use crate::host::{Host, HostError, Patience, Wanted};

/// Between tries to reach a machine again.
const AGAIN: Duration = Duration::from_millis(500);
/// What going back may take, after the machine has waited for nobody.
const GOING_BACK: Duration = Duration::from_secs(60);

pub(super) async fn activate(
    wanted: &[(Host, Wanted)],
    patience: Patience,
    told: &mpsc::Sender<Progress>,
) -> Result<(), ProviderError> {
    // A machine that has switched waits for the slowest one.
    let patience = match wanted.len() {
        1 => patience,
        _ => Patience { confirmation: patience.activation + patience.confirmation, ..patience },
    };
    let switched = join_all(wanted.iter().map(|(host, wanted)| switch(host, wanted, patience, told))).await;
    let switched = match switched.into_iter().collect::<Result<Vec<bool>, _>>() {
        Ok(switched) => switched,
        Err(error) => {
            for ((host, _), back) in
                wanted.iter().zip(join_all(wanted.iter().map(|(host, _)| host.back(patience))).await)
            {
                if let Err(error) = back {
                    say(told, format!("{}: can't be told to go back: {error}", host.connection.machine.name)).await;
                }
            }
            return Err(error);
        }
    };
    let to_confirm = wanted.iter().zip(switched).filter(|(_, switched)| *switched);
    let confirmed = to_confirm.map(|((host, wanted), _)| confirm(host, wanted, patience, told));
    join_all(confirmed).await.into_iter().collect()
}

/// Has a machine switch, and says whether it did: what is active already stays as it is.
async fn switch(
    host: &Host,
    wanted: &Wanted,
    patience: Patience,
    told: &mpsc::Sender<Progress>,
) -> Result<bool, ProviderError> {
    let name = &host.connection.machine.name;
    let mut answer = host.activate(wanted, patience).await;
    let deadline = Instant::now() + patience.activation + patience.confirmation + GOING_BACK;
    while let Err(error) = &answer
        && error.is_lost()
        && Instant::now() < deadline
    {
        say(told, format!("{name}: the connection was lost; trying again")).await;
        sleep(AGAIN).await;
        answer = match host.awaited(wanted, patience).await {
            Err(HostError::NotBegun) => host.activate(wanted, patience).await,
            awaited => awaited.map(Some),
        };
    }
    let Some(log) = answer.map_err(|error| sorted(host, error))? else { return Ok(false) };
    for line in log.lines() {
        say(told, format!("{name}: {line}")).await;
    }
    Ok(true)
}

/// Confirms over a connection that was not there before.
async fn confirm(
    host: &Host,
    wanted: &Wanted,
    patience: Patience,
    told: &mpsc::Sender<Progress>,
) -> Result<(), ProviderError> {
    let deadline = Instant::now() + patience.confirmation + GOING_BACK;
    loop {
        let confirmed = host.confirm(wanted).await;
        match confirmed {
            Err(HostError::Connection(error)) if Instant::now() < deadline => {
                say(told, format!("{}: {error}; trying again", host.connection.machine.name)).await;
                sleep(AGAIN).await;
            }
            confirmed => return confirmed.map_err(|error| sorted(host, error)),
        }
    }
}
