//! Where tests look into a run: they stop or kill the process at an exact moment of an exact step.

use std::fmt;

use domain::run::Step;

/// A moment of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// It is recorded that it begins; nothing was done yet.
    Begun,
    /// It was done; that is not recorded yet.
    Done,
    /// Its end is recorded.
    Recorded,
}

pub trait Probe: fmt::Debug + Send + Sync {
    fn reached(&self, step: Step, moment: Moment);
}

/// What a server uses that nobody tests.
#[derive(Clone, Copy, Debug)]
pub struct NoProbe;

impl Probe for NoProbe {
    fn reached(&self, _: Step, _: Moment) {}
}
