//! The steps of a run: what is done, what goes on, what is to come.

use domain::run::{RunDetail, StepRecord, StepState};
use leptos::prelude::*;

use crate::text::{self, texts, when};

/// How long it will still take, in milliseconds, going by earlier runs; none where there were none.
pub fn left_ms(detail: &RunDetail) -> Option<u64> {
    detail
        .steps
        .iter()
        .filter(|step| matches!(step.state, StepState::Waiting | StepState::Running))
        .map(|step| step.usual_ms)
        .sum::<Option<u64>>()
        .filter(|ms| *ms > 0)
}

/// How far it is: by time where earlier runs tell how long steps take, else by steps.
fn share(detail: &RunDetail) -> u64 {
    let weight = |step: &StepRecord| step.usual_ms.unwrap_or(0) + 1;
    let all: u64 = detail.steps.iter().map(weight).sum();
    let done: u64 = detail.steps.iter().filter(|step| step.state == StepState::Done).map(weight).sum();
    (done * 100).checked_div(all).unwrap_or(0)
}

#[component]
pub fn Progress(detail: RwSignal<RunDetail>) -> impl IntoView {
    let finished = move || detail.with(|detail| detail.run.state.is_finished());
    let now = Memo::new(move |_| detail.with(share));
    move || {
        (!finished()).then(|| view! { <progress max="100" value=now.get() aria-label=texts().run.progress></progress> })
    }
}

#[component]
pub fn Steps(detail: RwSignal<RunDetail>) -> impl IntoView {
    let t = texts();
    move || {
        let steps = detail.with(|detail| detail.steps.clone());
        view! { <ol class="steps" aria-label=t.run.steps>{steps.into_iter().map(|record| view! { <StepLine record/> }).collect_view()}</ol> }
    }
}

#[component]
fn StepLine(record: StepRecord) -> impl IntoView {
    let t = texts();
    let (class, spoken) = match record.state {
        StepState::Waiting => ("later", ""),
        StepState::Running => ("now", ""),
        StepState::Done => ("done", t.run.done_spoken),
        StepState::Failed => ("failed", t.run.failed_spoken),
        StepState::Undone => ("undone", ""),
        StepState::NotUndone => ("failed", t.run.not_undone_spoken),
    };
    let label = match record.state {
        StepState::Done => text::run::step(t, record.step),
        _ => text::run::step_now(t, record.step),
    };
    let took = match (record.started, record.finished) {
        (Some(started), Some(finished)) => {
            u64::try_from((finished - started).whole_milliseconds()).ok().map(|ms| when::took(t, ms))
        }
        _ => record.usual_ms.map(|ms| when::about(t, ms)),
    };
    view! {
        <li class=class aria-current=(class == "now").then_some("step")>
            <span>{label}<span class="spoken">{spoken}</span></span>
            {took.map(|took| view! { <span class="time">{took}</span> })}
            {(class == "undone").then(|| view! { <p>{t.run.undone}</p> })}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use domain::run::Step;

    use super::*;

    fn detail(states: &[(StepState, Option<u64>)]) -> Vec<StepRecord> {
        let record = |(state, usual_ms): &(StepState, Option<u64>)| StepRecord {
            step: Step::Build,
            state: *state,
            started: None,
            finished: None,
            usual_ms: *usual_ms,
        };
        states.iter().map(record).collect()
    }

    #[test]
    fn what_is_left_is_known_only_when_every_step_to_come_was_done_before() {
        let sum = |steps: Vec<StepRecord>| {
            steps.iter().filter(|step| step.state == StepState::Waiting).map(|step| step.usual_ms).sum::<Option<u64>>()
        };

        assert_eq!(
            sum(detail(&[(StepState::Done, None), (StepState::Waiting, Some(5)), (StepState::Waiting, Some(7))])),
            Some(12)
        );
        assert_eq!(sum(detail(&[(StepState::Waiting, Some(5)), (StepState::Waiting, None)])), None);
    }
}
