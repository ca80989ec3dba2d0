use std::sync::Arc;

use futures::future::BoxFuture;
use tokio::time::sleep;

use super::{Task, Upid};
use crate::{
    access::Caller,
    refusal::Refusal,
    world::{State, World},
};

/// How a task ended; the text is told as its exit status.
pub(crate) type Outcome = Result<(), String>;

/// What is done when a task fails or is stopped.
pub(crate) type Undo = Box<dyn FnOnce(&mut State) + Send>;

type Body = Box<dyn FnOnce(Arc<World>, Upid) -> BoxFuture<'static, Outcome> + Send>;

/// A task that is still to be done.
pub(crate) struct Work {
    kind: &'static str,
    id: String,
    body: Body,
    undo: Option<Undo>,
}

impl Work {
    /// One that changes the state, all at once at its end.
    pub fn new(
        kind: &'static str,
        id: impl ToString,
        change: impl FnOnce(&mut State, &Upid) -> Result<(), Refusal> + Send + 'static,
    ) -> Self {
        Self::waiting(kind, id, |world, upid| {
            Box::pin(async move { change(&mut world.state(), &upid).map_err(|refusal| refusal.message) })
        })
    }

    /// One that also waits for something outside.
    pub fn waiting(
        kind: &'static str,
        id: impl ToString,
        body: impl FnOnce(Arc<World>, Upid) -> BoxFuture<'static, Outcome> + Send + 'static,
    ) -> Self {
        Self { kind, id: id.to_string(), body: Box::new(body), undo: None }
    }

    #[must_use]
    pub fn or_undo(mut self, undo: impl FnOnce(&mut State) + Send + 'static) -> Self {
        self.undo = Some(Box::new(undo));
        self
    }
}

impl World {
    /// Begins a task and tells its name.
    pub fn begin(self: &Arc<Self>, state: &mut State, node: &str, caller: &Caller, work: Work) -> Upid {
        let Work { kind, id, body, undo } = work;
        let upid = state.tasks.open(node, kind, &id, caller.clone());
        let time = state.tasks.time_of(kind);
        let (world, name) = (Arc::clone(self), upid.clone());
        // Whoever calls holds the state, so the task can't end before its handle is kept.
        let running = tokio::spawn(async move {
            sleep(time).await;
            let injected = world.state().faults.on_task(kind);
            let outcome = match injected {
                Some(text) => Err(text),
                None => body(Arc::clone(&world), name.clone()).await,
            };
            world.state().end_task(&name, &outcome);
        });
        if let Some(task) = state.tasks.task_mut(&upid) {
            task.handle = Some(running.abort_handle());
            task.undo = undo;
        }
        upid
    }
}

impl State {
    fn end_task(&mut self, upid: &Upid, outcome: &Outcome) {
        let warnings = if outcome.is_ok() { self.faults.warnings(&upid.kind) } else { None };
        if let Some(undo) = self.tasks.close(upid, outcome, warnings) {
            undo(self);
        }
    }

    /// Stops a task that is running; one that ended stays as it is.
    pub fn stop_task(&mut self, upid: &Upid) {
        if let Some(Task { handle: Some(handle), .. }) = self.tasks.task_mut(upid) {
            handle.abort();
        }
        self.end_task(upid, &Err("interrupted by signal".into()));
    }
}
