//! How many streams a person has open.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::identifier::PersonId;

/// A few windows, and what a browser has not closed yet.
const MOST: usize = 8;

#[derive(Clone, Debug, Default)]
pub struct Streams(Arc<Mutex<HashMap<PersonId, usize>>>);

/// One open stream, until it is dropped.
#[derive(Debug)]
pub(crate) struct Open {
    streams: Streams,
    person: PersonId,
}

impl Streams {
    /// None when the person has too many already.
    pub(crate) fn open(&self, person: PersonId) -> Option<Open> {
        let mut counts = self.counts();
        let count = counts.entry(person).or_default();
        if *count >= MOST {
            return None;
        }
        *count += 1;
        Some(Open { streams: self.clone(), person })
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<PersonId, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let mut counts = self.streams.counts();
        if let Some(count) = counts.get_mut(&self.person) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(&self.person);
            }
        }
    }
}
