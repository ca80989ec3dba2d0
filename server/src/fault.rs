//! For tests only: ends this process at an exact moment of an exact step, as a power cut would.

use std::str::FromStr;

use domain::run::Step;
use rustix::process::{Signal, getpid, kill_process};
use workflow::executor::probe::{Moment, Probe};

/// Where to end, as `STEP:MOMENT`, such as `activate:done`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    step: Step,
    moment: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not STEP:MOMENT with a step of a run and one of begun, done, recorded")]
pub struct NotAFault;

impl FromStr for Fault {
    type Err = NotAFault;

    fn from_str(text: &str) -> Result<Self, NotAFault> {
        let (step, moment) = text.split_once(':').ok_or(NotAFault)?;
        let mut steps = Step::DEPLOY_TO_MACHINES.iter().chain(Step::REMOVE);
        let step = *steps.find(|known| known.as_str() == step).ok_or(NotAFault)?;
        let moment = match moment {
            "begun" => Moment::Begun,
            "done" => Moment::Done,
            "recorded" => Moment::Recorded,
            _ => return Err(NotAFault),
        };
        Ok(Self { step, moment })
    }
}

impl Probe for Fault {
    fn reached(&self, step: Step, moment: Moment) {
        if (step, moment) == (self.step, self.moment)
            && let Err(error) = kill_process(getpid(), Signal::KILL)
        {
            tracing::error!(error = &error as &dyn std::error::Error, "could not end at the fault");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_a_step_and_a_moment() {
        assert_eq!("activate:done".parse(), Ok(Fault { step: Step::Activate, moment: Moment::Done }));
        for text in ["", "activate", "activate:later", "dance:done"] {
            assert_eq!(text.parse::<Fault>(), Err(NotAFault), "{text}");
        }
    }
}
