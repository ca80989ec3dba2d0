//! What a server looks after besides requests and runs: old records, and what must be kept from collection.

use std::{collections::HashSet, time::Duration};

use domain::deployment::Revision;
use tokio::{sync::watch, time::sleep};
use workflow::port::{
    builder::{Builder, Root},
    store::Deployments,
};

use crate::wiring::Wiring;

const SWEEP_EVERY: Duration = Duration::from_secs(3600);
const LOOK_AT_SITES_EVERY: Duration = Duration::from_secs(10);
/// In sweeps.
const COLLECT_EVERY: u32 = 24;

/// Runs until `stop` becomes true. The links to local sites may lead nowhere since the state directory was renamed.
pub async fn tend(wiring: Wiring, mut stop: watch::Receiver<bool>) {
    let work = async {
        match wiring.records.kept_revisions().await {
            Ok(kept) => {
                if let Err(error) = wiring.local.reassert().await {
                    let error = &error as &dyn std::error::Error;
                    tracing::error!(error, "the links to local sites could not be made again");
                }
                assert_kept(&wiring, kept).await;
            }
            Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "can't tell what is to be kept"),
        }
        // Not at the start: what has to go on after it comes first.
        let mut sweeps_to_collection = 1;
        loop {
            sweep(&wiring).await;
            if sweeps_to_collection > 0 {
                sweeps_to_collection -= 1;
            } else {
                match collect(&wiring).await {
                    Ok(true) => sweeps_to_collection = COLLECT_EVERY,
                    Ok(false) => tracing::debug!("the store is in use; what is not used any more is collected later"),
                    Err(error) => {
                        let error = &*error as &dyn std::error::Error;
                        tracing::error!(error, "what is not used any more can't be collected");
                    }
                }
            }
            sleep(SWEEP_EVERY).await;
        }
    };
    tokio::select! {
        () = work => {}
        () = keep_sites_up(&wiring) => {}
        _ = stop.wait_for(|stop| *stop) => {}
    }
}

/// The process that serves sites lives apart from us, and may end like any other.
async fn keep_sites_up(wiring: &Wiring) {
    loop {
        if let Err(error) = wiring.local.preflight().await {
            tracing::error!(error = &error as &dyn std::error::Error, "local sites are not served");
        }
        sleep(LOOK_AT_SITES_EVERY).await;
    }
}

/// Every closure that may be gone back to has its root, and every library that made one.
async fn assert_kept(wiring: &Wiring, kept: Vec<Revision>) {
    let roots = match wiring.nix.roots().await {
        Ok(roots) => roots,
        Err(error) => return tracing::error!(error = &error as &dyn std::error::Error, "can't tell what is kept"),
    };
    let roots: HashSet<Root> = roots.into_iter().collect();
    let mut pins = HashSet::new();
    for revision in kept {
        if pins.insert(revision.pin.clone()) {
            match wiring.nix.assert_pin(&revision.pin).await {
                Ok(true) => {}
                Ok(false) => tracing::warn!(pin = revision.pin.0, "a library that revisions were made with is gone"),
                Err(error) => {
                    tracing::warn!(
                        error = &error as &dyn std::error::Error,
                        pin = revision.pin.0,
                        "can't keep a library"
                    );
                }
            }
        }
        // The next run of the deployment builds it again.
        if !roots.contains(&Root { deployment: revision.deployment, revision: revision.id }) {
            tracing::warn!(
                deployment = %revision.deployment, revision = revision.number,
                "the closure of a revision is not kept any more; going back to it builds it again"
            );
        }
    }
}

/// Throws away what nobody can go back to any more; says whether it could. While something else uses the store it can't.
pub async fn collect(wiring: &Wiring) -> anyhow::Result<bool> {
    release_unused(wiring).await?;
    Ok(wiring.nix.collect().await?)
}

/// Releases the closures and libraries that the records do not keep.
///
/// The roots are read before the records: what a run makes in between is not among them.
async fn release_unused(wiring: &Wiring) -> anyhow::Result<()> {
    let roots = wiring.nix.roots().await?;
    let kept = wiring.records.kept_revisions().await?;
    let kept: HashSet<Root> =
        kept.iter().map(|revision| Root { deployment: revision.deployment, revision: revision.id }).collect();
    for root in roots.iter().filter(|root| !kept.contains(root)) {
        tracing::info!(deployment = %root.deployment, revision = %root.revision, "released");
        wiring.nix.release(root).await?;
    }
    wiring.nix.release_libraries_but(&wiring.records.kept_pins().await?).await?;
    Ok(())
}

/// Expired sessions and the like, a bounded number at a time.
async fn sweep(wiring: &Wiring) {
    let sessions = store::Sessions::new(&wiring.records);
    loop {
        match sessions.sweep(wiring.ports.clock.now()).await {
            Ok(0) => return,
            Ok(swept) => tracing::debug!(swept, "deleted what has expired"),
            Err(error) => {
                return tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "what has expired could not be deleted"
                );
            }
        }
    }
}
