//! Following a run on the terminal: its steps and lines as they come.

use std::time::Duration;

use domain::{
    identifier::{OrganisationId, RunId},
    person::Actor,
    run::{Line, RunDetail, Step, StepRecord, StepState},
};
use workflow::{Workflow, WorkflowError};

use super::words;

/// Another process may carry the run out, and its bell is not heard here.
const LOOK_AGAIN: Duration = Duration::from_millis(200);

/// Prints until the run is over.
pub(super) async fn follow(
    workflow: &Workflow,
    actor: &Actor,
    organisation: OrganisationId,
    run: RunId,
) -> Result<RunDetail, WorkflowError> {
    let mut ear = workflow.runs.listen();
    let mut printed = Printed::default();
    loop {
        let detail = workflow.runs.state(actor, organisation, run).await?;
        let lines = workflow.runs.lines_after(actor, organisation, run, printed.line).await?;
        for line in &lines {
            printed.step_before(&detail.steps, line);
            println!("    {}", line.text);
            printed.line = line.number;
        }
        printed.steps(&detail.steps);
        if detail.run.state.is_finished() && lines.is_empty() {
            return Ok(detail);
        }
        if lines.is_empty() {
            ear.wait(LOOK_AGAIN).await;
        }
    }
}

#[derive(Default)]
struct Printed {
    line: u64,
    begun: Vec<Step>,
    ended: Vec<Step>,
}

impl Printed {
    /// A line stands below the step that it is about.
    fn step_before(&mut self, steps: &[StepRecord], line: &Line) {
        let Some(place) = steps.iter().position(|record| Some(record.step) == line.step) else { return };
        self.steps(steps.get(..place).unwrap_or_default());
        self.begin(steps.get(place).map(|record| record.step));
    }

    fn steps(&mut self, steps: &[StepRecord]) {
        for record in steps.iter().filter(|record| record.state != StepState::Waiting) {
            self.begin(Some(record.step));
            self.end(record);
        }
    }

    fn begin(&mut self, step: Option<Step>) {
        if let Some(step) = step.filter(|step| !self.begun.contains(step)) {
            println!("{}", words::step(step));
            self.begun.push(step);
        }
    }

    fn end(&mut self, record: &StepRecord) {
        let said = match record.state {
            StepState::Waiting | StepState::Running | StepState::Done => return,
            StepState::Failed => "failed",
            StepState::Undone => "was undone",
            StepState::NotUndone => "could not be undone",
        };
        if !self.ended.contains(&record.step) {
            println!("{} {said}", words::step(record.step));
            self.ended.push(record.step);
        }
    }
}
