use std::collections::BTreeMap;

use crate::schema::Violation;

/// Why a call is not carried out, as the client is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub status: u16,
    /// One line; it stands in the status line, and in the body from version 8.4 on.
    pub message: String,
    /// What is wrong, by the name of the parameter.
    pub errors: BTreeMap<String, String>,
    /// Nothing but the status line is sent.
    pub is_bare: bool,
}

impl Refusal {
    pub fn new(status: u16, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), errors: BTreeMap::new(), is_bare: false }
    }

    /// What most calls that can't be carried out are answered with.
    pub fn failed(message: impl Into<String>) -> Self {
        Self::new(500, message)
    }

    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, message)
    }

    pub fn locked(lock: &str) -> Self {
        Self::failed(format!("VM is locked ({lock})"))
    }

    /// One parameter is wrong.
    pub fn parameter(name: &str, complaint: impl Into<String>) -> Self {
        let errors = BTreeMap::from([(name.to_owned(), complaint.into())]);
        Self { errors, ..Self::new(400, "Parameter verification failed.") }
    }

    /// Another node would have to answer and can't be reached.
    pub fn unreachable() -> Self {
        Self { is_bare: true, ..Self::new(595, "No route to host") }
    }
}

impl From<Violation> for Refusal {
    fn from(violation: Violation) -> Self {
        match violation {
            Violation::NotImplemented { .. } => Self::new(501, violation.to_string()),
            Violation::Parameters(errors) => Self { errors, ..Self::new(400, "Parameter verification failed.") },
        }
    }
}
