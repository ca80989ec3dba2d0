//! How a process of Nix fails, sorted once for evaluations and builds.

use std::{io, os::unix::process::ExitStatusExt, process::ExitStatus, time::Duration};

use workflow::port::{
    Cause,
    builder::BuildError,
    evaluator::{EvaluationError, Limit},
};

use crate::text;

const SIGKILL: i32 = 9;
const SIGSEGV: i32 = 11;

#[derive(Debug)]
pub(crate) enum Failure {
    Limit(Limit),
    NoRoom,
    /// Nix ended with a message.
    Said(String),
    Unavailable(Cause),
}

impl Failure {
    /// Sorts the end of a process that did not succeed.
    ///
    /// Nix has one exit status for everything, so its words are all there is; this is the only place that reads them.
    /// A process that was killed says nothing: what killed it was the limit on the processor, or a lack of memory. A
    /// lack of memory shows in any of four ways: Nix says so, its collector warns and the process ends in the middle, or
    /// the process is killed, or it can't grow its stack and faults.
    pub(crate) fn sort(said: &str, status: ExitStatus, elapsed: Duration, cpu_seconds: Option<u64>) -> Self {
        let said = text::plain(said);
        let begins = |start: &str| said.lines().any(|line| line.trim_start().starts_with(start));
        if begins("error: out of memory") || begins("error: std::bad_alloc") || said.contains("'std::bad_alloc'") {
            Self::Limit(Limit::Memory)
        } else if begins("error: stack overflow") {
            Self::Limit(Limit::Depth)
        } else if said.contains("No space left on device") {
            Self::NoRoom
        } else if begins("error:") {
            Self::Said(text::message(&said))
        } else if cpu_seconds.is_some_and(|seconds| elapsed >= Duration::from_secs(seconds) / 2) {
            Self::Limit(Limit::Time)
        } else if begins("GC Warning: Out of ") || matches!(status.signal(), Some(SIGKILL | SIGSEGV)) {
            Self::Limit(Limit::Memory)
        } else {
            Self::Unavailable(Ended { status, said: text::message(&said) }.into())
        }
    }

    /// An answer that is not what the contract promises.
    pub(crate) fn answer(cause: impl std::fmt::Display) -> Self {
        Self::Said(text::message(&format!("the library's answer is not what the contract says: {cause}")))
    }
}

/// Nix, or what confines it, ended without telling an error.
#[derive(Debug, thiserror::Error)]
#[error("it ended ({status}) and said “{said}”")]
struct Ended {
    status: ExitStatus,
    said: String,
}

#[derive(Debug, thiserror::Error)]
#[error("there is no room left")]
struct NoRoom;

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoRoom,
            _ => Self::Unavailable(error.into()),
        }
    }
}

impl From<Failure> for EvaluationError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Limit(limit) => Self::Limit(limit),
            Failure::NoRoom => Self::Unavailable(NoRoom.into()),
            Failure::Said(said) => Self::Broken(said),
            Failure::Unavailable(cause) => Self::Unavailable(cause),
        }
    }
}

impl From<Failure> for BuildError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Limit(limit) => Self::Limit(limit),
            Failure::NoRoom => Self::NoRoom,
            Failure::Said(said) => Self::Failed(said),
            Failure::Unavailable(cause) => Self::Unavailable(cause),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sort(said: &str, wait_status: i32, seconds: u64) -> Failure {
        Failure::sort(said, ExitStatus::from_raw(wait_status), Duration::from_secs(seconds), Some(10))
    }

    #[test]
    fn what_nix_says_tells_the_limit() {
        let depth =
            "error:\n  … while calling\n\n       \u{1b}[31;1merror:\u{1b}[0m stack overflow; max-call-depth exceeded\n";

        assert!(matches!(sort("GC Warning: x\nerror: out of memory\n", 256, 0), Failure::Limit(Limit::Memory)));
        assert!(matches!(sort(depth, 256, 0), Failure::Limit(Limit::Depth)));
        assert!(matches!(sort("error: writing: No space left on device", 256, 0), Failure::NoRoom));
    }

    #[test]
    fn what_was_killed_says_nothing() {
        assert!(matches!(
            sort("unshare: sigprocmask unblock failed: Invalid argument", 256, 10),
            Failure::Limit(Limit::Time)
        ));
        assert!(matches!(sort("", SIGKILL, 1), Failure::Limit(Limit::Memory)));
        assert!(matches!(sort("", SIGSEGV, 1), Failure::Limit(Limit::Memory)));
        assert!(matches!(
            sort(
                "GC Warning: Out of Memory! Heap size: 544 MiB. Returning NULL!\nInsufficient space for initial table allocation",
                6,
                1
            ),
            Failure::Limit(Limit::Memory)
        ));
        assert!(matches!(sort("unshare: unshare failed: Operation not permitted", 256, 0), Failure::Unavailable(_)));
    }

    #[test]
    fn a_value_that_reads_like_a_limit_is_none() {
        assert!(matches!(sort("error: “error: out of memory” is wrong", 256, 0), Failure::Said(_)));
    }
}
