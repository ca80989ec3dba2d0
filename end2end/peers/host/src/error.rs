use std::{io, path::PathBuf, time::Duration};

/// Why a peer could not be started, or not be made to do something.
#[derive(Debug, thiserror::Error)]
pub enum PeerError {
    #[error("peers need root: they are made of namespaces, mounts and network interfaces")]
    NotRoot,
    #[error("{} is missing; `.ci/setup/all.sh test` makes it", .0.display())]
    NotSetUp(PathBuf),
    #[error("this machine has no free address for {0}")]
    NoAddress(&'static str),
    #[error("{what} failed: {stderr}")]
    Failed { what: String, stderr: String },
    #[error("{what} took longer than {limit:?}")]
    TimedOut { what: String, limit: Duration },
    #[error("{what} could not be done")]
    Io {
        what: String,
        #[source]
        source: io::Error,
    },
}

impl PeerError {
    /// For `map_err`: says what could not be done.
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { what: what.into(), source }
    }
}
