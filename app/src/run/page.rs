//! One run: its steps, its log as it comes, and what to do next.

use domain::{
    identifier::RunId,
    run::{Failure, Line, RunDetail, RunKind, RunState},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use super::{
    log::Log,
    steps::{Progress, Steps, left_ms},
};
use crate::{
    browser,
    content::Content,
    error::{Answer, AppError},
    frame::{Crumbs, Title},
    place,
    problem::Problem,
    text::{self, texts, when},
    ui::{Form, Notice, Sending, Submit, loaded},
};

/// A run with what its page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunContent {
    pub detail: RunDetail,
    pub may_cancel: bool,
    pub may_deploy: bool,
}

#[server(endpoint = "run", input = GetUrl)]
pub async fn load_run(organisation: String, run: RunId) -> Answer<Content<RunContent>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let may = |verb| allows(&actor, verb, Some(organisation.id));
    let (may_cancel, may_deploy) = (may(Verb::CancelRun), may(Verb::Deploy));
    let detail = server::workflow().runs.detail(&actor, organisation.id, run).await.map_err(server::report)?;
    Content::of(&RunContent { detail, may_cancel, may_deploy })
}

/// Asks a run to stop.
#[server(endpoint = "cancel-run")]
pub async fn cancel_run(organisation: String, run: RunId) -> Answer<()> {
    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    server::workflow().runs.cancel(&actor, organisation.id, run).await.map_err(server::report)
}

#[component]
pub fn Page() -> impl IntoView {
    let label = place::organisation();
    let id = place::parameter("run");
    loaded(
        move || [label.get(), id.get()],
        |[organisation, id]| Ok(LoadRun { organisation, run: id.parse().map_err(|_| AppError::NotFound)? }),
        move |content| view! { <Content label=label.get_untracked() content/> }.into_any(),
    )
}

#[component]
fn Content(label: String, content: RunContent) -> impl IntoView {
    let RunContent { detail, may_cancel, may_deploy } = content;
    let (organisation, deployment) = (label.clone(), detail.run.deployment);
    let lines = RwSignal::new(detail.lines.clone());
    let detail = RwSignal::new(detail);
    let connected = RwSignal::new(true);
    follow(&label, detail, lines, connected);
    let title = move || detail.with(|detail| text::run::title(texts(), detail));
    let finished = Memo::new(move |_| detail.with(|detail| detail.run.state.is_finished()));
    let overview = (place::overview(&label), texts().frame.overview.to_owned());
    let back = (place::deployment(&label, deployment), detail.with_untracked(|detail| detail.title.clone()));
    let crumb = texts().run.run;
    view! {
        <Crumbs links=vec![overview, back] here=crumb/>
        {move || view! { <Title title=title() lead=lead(&detail.get())/> }}
        {move || (!finished.get()).then(|| view! { <noscript inner_html=r#"<meta http-equiv="refresh" content="2">"#></noscript> })}
        {move || (!connected.get() && !finished.get()).then(|| view! { <p class="reason" role="status">{texts().run.reconnecting}</p> })}
        <Outcome label=organisation.clone() detail may_deploy/>
        <Progress detail/>
        <Steps detail/>
        {move || (may_cancel && !finished.get()).then(|| view! { <Cancel label=organisation.clone() detail/> })}
        <Log lines finished/>
    }
}

/// Takes in what the server tells, from the last line that is known on.
fn follow(label: &str, detail: RwSignal<RunDetail>, lines: RwSignal<Vec<Line>>, connected: RwSignal<bool>) {
    let (finished, id) = detail.with_untracked(|detail| (detail.run.state.is_finished(), detail.run.id));
    if finished {
        return;
    }
    let last = lines.with_untracked(|lines| lines.last().map_or(0, |line| line.number));
    let path = format!("{}/events?after={last}", place::run(label, id));
    browser::follow(
        path,
        browser::Heard {
            line: Callback::new(move |line: Line| {
                lines.update(|lines| {
                    // A line that came twice (after a break, say) is known already.
                    if lines.last().is_none_or(|last| last.number < line.number) {
                        lines.push(line);
                    }
                });
            }),
            state: Callback::new(move |new: RunDetail| detail.set(new)),
            connected: Callback::new(move |is| connected.set(is)),
        },
    );
}

fn lead(detail: &RunDetail) -> String {
    let t = &texts().run;
    match (detail.run.state, detail.run.kind) {
        (RunState::Waiting, _) => t.lead_waiting.into(),
        (RunState::Running, _) => match left_ms(detail) {
            Some(ms) => (t.lead_left)(&when::about(texts(), ms)),
            None => t.lead_running.into(),
        },
        (RunState::Undoing, _) => t.lead_undoing.into(),
        (RunState::Succeeded, RunKind::Deploy) => t.lead_done.into(),
        (RunState::Succeeded, RunKind::Remove) => t.lead_removed.into(),
        (RunState::Failed, _) if detail.left_something() => t.lead_not_undone.into(),
        (RunState::Failed, _) => t.lead_failed.into(),
        (RunState::Cancelled, _) => t.lead_cancelled.into(),
    }
}

/// How it ended, and what to do next.
#[component]
fn Outcome(label: String, detail: RwSignal<RunDetail>, may_deploy: bool) -> impl IntoView {
    let t = &texts().run;
    move || {
        let RunDetail { run, addresses, .. } = detail.get();
        let to_deployment = place::deployment(&label, run.deployment);
        let again = match (run.kind, run.revision) {
            (RunKind::Deploy, Some(revision)) => Some((place::review(&label, run.deployment, revision), t.try_again)),
            (RunKind::Deploy, None) => None,
            (RunKind::Remove, _) => Some((place::removal(&label, run.deployment), t.remove_again)),
        };
        let again = again.filter(|_| may_deploy);
        match (run.state, run.kind) {
            (RunState::Succeeded, RunKind::Deploy) => view! { <Live addresses to_deployment/> }.into_any(),
            (RunState::Succeeded, RunKind::Remove) => {
                view! { <div class="actions"><a class="button primary" href=place::overview(&label)>{texts().frame.overview}</a></div> }.into_any()
            }
            (RunState::Failed | RunState::Cancelled, _) => view! {
                {run.failure.map(|failure| view! { <Why failure/> })}
                <div class="actions">
                    {again.map(|(to, words)| view! { <a class="button primary" href=to>{words}</a> })}
                    <a class="button quiet" href=to_deployment>{t.to_deployment}</a>
                </div>
            }
            .into_any(),
            _ => ().into_any(),
        }
    }
}

#[component]
fn Live(addresses: Vec<String>, to_deployment: String) -> impl IntoView {
    let t = &texts().run;
    let address = |address: String| {
        view! { <p><a class="address large" href=address.clone() rel="external">{address.clone()}</a></p> }
    };
    view! {
        {addresses.into_iter().map(address).collect_view()}
        <section class="section" aria-labelledby="next">
            <header><h2 id="next">{t.next_title}</h2></header>
            <ul><li>{t.next_open}</li><li>{t.next_share}</li></ul>
            <div class="actions"><a class="button quiet" href=to_deployment>{t.to_deployment}</a></div>
        </section>
    }
}

#[component]
fn Why(failure: Failure) -> impl IntoView {
    let t = &texts().run;
    view! {
        <Notice kind="bad" title=text::run::why(texts(), &failure)>
            {failure.step.map(|step| view! { <p>{text::run::step_now(texts(), step)}</p> })}
            {(!failure.detail.is_empty()).then(|| view! {
                <details class="more"><summary>{t.detail}</summary><pre class="mono scroll" tabindex="0">{failure.detail}</pre></details>
            })}
        </Notice>
    }
}

#[component]
fn Cancel(label: String, detail: RwSignal<RunDetail>) -> impl IntoView {
    let t = &texts().run;
    let action = Sending::to::<CancelRun>();
    let asked = move || detail.with(|detail| detail.run.cancelling) || action.pending();
    let id = detail.with_untracked(|detail| detail.run.id);
    view! {
        <Problem error=action.error()/>
        <Form to=action>
            <input type="hidden" name="organisation" value=label/>
            <input type="hidden" name="run" value=id.to_string()/>
            {move || if asked() {
                view! { <p class="reason">{t.cancelling}</p> }.into_any()
            } else {
                view! { <Submit label=t.cancel class="button quiet"/> }.into_any()
            }}
        </Form>
    }
}
