//! What was asked of a simulated host, and how it was answered.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use crate::schema::{Parameters, Violation};

/// The calls so far, in the order in which they came.
#[derive(Debug, Default)]
pub struct Journal(Mutex<Vec<Entry>>);

#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    pub method: String,
    /// Below `/api2/json`.
    pub path: String,
    /// Those in the query and the body. Those in the path stand there.
    pub parameters: Parameters,
    /// `user@realm` or `user@realm!token`, once that is known.
    pub caller: Option<String>,
    pub verdict: Verdict,
    /// Whether the caller was told.
    pub is_answered: bool,
}

/// How a call was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Done,
    /// By what the API documents, nobody should send this.
    Invalid(#[serde(serialize_with = "as_text")] Violation),
    /// Well-formed, and refused all the same.
    Refused {
        status: u16,
        message: String,
    },
    /// A fault that was asked for came instead, and nothing was done.
    Faulted,
}

impl Entry {
    #[must_use]
    pub fn is_mutating(&self) -> bool {
        self.method != "GET"
    }
}

impl Journal {
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        self.lock().clone()
    }

    /// Calls that change something, or would.
    #[must_use]
    pub fn mutating(&self) -> Vec<Entry> {
        self.lock().iter().filter(|entry| entry.is_mutating()).cloned().collect()
    }

    /// Calls that are not what the API documents: none, where a client is right.
    #[must_use]
    pub fn invalid(&self) -> Vec<Entry> {
        self.lock().iter().filter(|entry| matches!(entry.verdict, Verdict::Invalid(_))).cloned().collect()
    }

    pub fn clear(&self) {
        self.lock().clear();
    }

    pub(crate) fn add(&self, entry: Entry) {
        self.lock().push(entry);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn as_text<S: serde::Serializer>(violation: &Violation, serializer: S) -> Result<S::Ok, S::Error> {
    match violation {
        Violation::NotImplemented { .. } => violation.to_string().serialize(serializer),
        Violation::Parameters(errors) => errors.serialize(serializer),
    }
}
