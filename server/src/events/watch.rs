//! Looking at one run until it is over, the browser is gone or the session has ended.

use std::{
    collections::VecDeque,
    convert::Infallible,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::response::sse::Event;
use domain::{
    identifier::{OrganisationId, RunId},
    person::Actor,
};
use futures::{Stream, stream};
use tokio::sync::watch;
use workflow::{Workflow, WorkflowError, bell::Ear};

use super::streams::Open;
use crate::{middleware::actor::SignedIn, router::Panel};

/// How long nothing is looked at while nothing is heard: another process may have written.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// How long a session that was ended may go on reading; with the above, less than five seconds.
const ASK_AGAIN: Duration = Duration::from_secs(3);

pub(super) struct Watch {
    workflow: Arc<Workflow>,
    session: SignedIn,
    actor: Actor,
    asked: Instant,
    organisation: OrganisationId,
    run: RunId,
    /// The number of the last line that was sent.
    after: u64,
    /// The state that was sent last.
    state: String,
    ready: VecDeque<Event>,
    over: bool,
    ear: Ear,
    stop: watch::Receiver<bool>,
    _open: Open,
}

impl Watch {
    pub(super) fn new(
        panel: &Panel,
        session: SignedIn,
        actor: Actor,
        (organisation, run): (OrganisationId, RunId),
        after: u64,
        open: Open,
    ) -> Self {
        Self {
            workflow: panel.workflow.clone(),
            session,
            actor,
            asked: Instant::now(),
            organisation,
            run,
            after,
            state: String::new(),
            ready: VecDeque::new(),
            over: false,
            ear: panel.workflow.runs.listen(),
            stop: panel.stop.clone(),
            _open: open,
        }
    }

    pub(super) fn events(self) -> impl Stream<Item = Result<Event, Infallible>> + Send {
        stream::unfold(self, |mut watch| async move {
            loop {
                if let Some(event) = watch.ready.pop_front() {
                    return Some((Ok(event), watch));
                }
                if watch.over || *watch.stop.borrow() {
                    return None;
                }
                watch.look_or_end().await;
            }
        })
    }

    async fn look_or_end(&mut self) {
        match self.look().await {
            Ok(()) if self.ready.is_empty() => self.rest().await,
            Ok(()) => {}
            Err(error) => {
                tracing::debug!(error = &error as &dyn std::error::Error, run = %self.run, "a stream ends");
                self.over = true;
            }
        }
    }

    /// The state is read before the lines: of a run that was over by then, no line can be missed.
    async fn look(&mut self) -> Result<(), WorkflowError> {
        if self.asked.elapsed() >= ASK_AGAIN {
            self.actor = self.workflow.accounts.actor(&self.session.0).await?.ok_or(WorkflowError::NotSignedIn)?;
            self.asked = Instant::now();
        }
        let detail = self.workflow.runs.state(&self.actor, self.organisation, self.run).await?;
        let lines = self.workflow.runs.lines_after(&self.actor, self.organisation, self.run, self.after).await?;

        for line in &lines {
            self.after = line.number;
            self.ready.extend(Event::default().event("line").id(line.number.to_string()).json_data(line));
        }
        // Nothing in it can fail to be written as JSON.
        let state = serde_json::to_string(&detail).unwrap_or_default();
        if state != self.state {
            self.ready.push_back(Event::default().event("state").data(&state));
            self.state = state;
        }
        if detail.run.state.is_finished() && lines.is_empty() {
            self.ready.push_back(Event::default().event("end").data(""));
            self.over = true;
        }
        Ok(())
    }

    async fn rest(&mut self) {
        tokio::select! {
            () = self.ear.wait(LOOK_AGAIN) => {}
            _ = self.stop.wait_for(|stop| *stop) => {}
        }
    }
}
