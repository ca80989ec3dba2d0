//! What machines said when they were prepared, so that the next step of the same run need not ask again.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use crate::host::{Host, State, Subject};

/// By deployment and machine, the number of the claim and what was said to it.
#[derive(Debug, Default)]
pub(super) struct Prepared(Mutex<HashMap<(String, String), (i64, State)>>);

impl Prepared {
    pub(super) fn keep(&self, host: &Host, state: State) {
        let (key, number) = named(host);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, (number, state));
    }

    /// What was said to the same claim, once. Nobody else changes the secrets of a deployment while it holds.
    pub(super) fn take(&self, host: &Host) -> Option<State> {
        let (key, number) = named(host);
        let (of, state) = self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&key)?;
        (of == number).then_some(state)
    }
}

fn named(host: &Host) -> ((String, String), i64) {
    let Subject { deployment, fence, .. } = &host.subject;
    ((deployment.clone(), host.connection.machine.name.clone()), *fence)
}
