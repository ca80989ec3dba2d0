//! The review: what deploying a revision would do, in words first, in technical detail below.

use domain::{
    application::ApplicationModule,
    deployment::{Applications, Deployment, Revision},
    effect::EffectKind,
    identifier::{DeploymentId, RevisionId},
    language::LocalText,
    option::{
        check::complete,
        finding::{Part, Path},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use server_fn::codec::GetUrl;

use super::{
    changes::{Changes, Modules, in_form_order, label, told},
    summary::Deploy,
};
use crate::{
    content::Content,
    error::Answer,
    frame::{Crumbs, Title},
    place,
    problem::Problem,
    text::{self, language, texts},
    ui::{Form, Notice, Sending, Submit, loaded},
};

/// A revision with what its review shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    pub deployment: Deployment,
    pub revision: Revision,
    pub modules: Modules,
    pub may_deploy: bool,
    /// What happens to each resource, in words.
    pub effects: Vec<(EffectKind, String)>,
    /// What the applications ask for, as JSON to read.
    pub requirements: String,
    /// Whether something here deploys to its environment.
    pub carried: bool,
    /// The applications of which another version would take the place of what is live, with no way back but a dump; and
    /// what their modules say of that.
    pub no_way_back: Vec<(String, Option<LocalText>)>,
}

#[server(endpoint = "review", input = GetUrl)]
pub async fn load_review(
    organisation: String,
    deployment: DeploymentId,
    revision: RevisionId,
) -> Answer<Content<Review>> {
    use domain::policy::{Verb, allows};

    use crate::server;

    let (actor, organisation) = server::within(&organisation).await?;
    let deployments = &server::workflow().deployments;
    let detail = deployments.detail(&actor, organisation.id, deployment).await.map_err(server::report)?;
    let revision = deployments.revision(&actor, organisation.id, revision).await.map_err(server::report)?;
    if revision.deployment != deployment {
        return Err(server::report(workflow::WorkflowError::NotFound));
    }
    let modules = deployments.modules_of(&actor, organisation.id, &revision).await.map_err(server::report)?;
    let before = match &detail.live {
        Some(live) => deployments.modules_of(&actor, organisation.id, live).await.map_err(server::report)?,
        None => Vec::new(),
    };
    let carried = deployments.may_carry(&detail.deployment.environment);
    let may_deploy = detail.deployment.state.may_change() && allows(&actor, Verb::Deploy, Some(organisation.id));
    let upgrades = !revision.plan.upgrades.is_empty();
    let operations = revision.plan.placement.operations.iter();
    let no_way_back = operations
        .filter(|(_, operation)| upgrades && !operation.upgrade.reversible)
        .map(|(name, operation)| (name.clone(), operation.upgrade.notes.clone()))
        .collect();
    let requirements = serde_json::to_string_pretty(&revision.plan.requirements).unwrap_or_default();
    let effects = server::effect::sentences(&revision.plan, &modules, &before, server::language());
    Content::of(&Review {
        deployment: detail.deployment,
        revision: Revision { plan: revision.plan.shown(), ..revision },
        modules,
        may_deploy,
        effects,
        requirements,
        carried,
        no_way_back,
    })
}

#[component]
pub fn Page() -> impl IntoView {
    let label = place::organisation();
    let id = place::parameter("deployment");
    let revision = place::parameter("revision");
    loaded(
        move || [label.get(), id.get(), revision.get()],
        |[organisation, id, revision]| {
            Ok(LoadReview { organisation, deployment: super::parse(&id)?, revision: super::parse(&revision)? })
        },
        move |review| view! { <Content label=label.get_untracked() review/> }.into_any(),
    )
}

#[component]
fn Content(label: String, review: Review) -> impl IntoView {
    let t = &texts().deployment;
    let Review { deployment, revision, modules, may_deploy, effects, requirements, carried, no_way_back } = review;
    let links = vec![
        (place::overview(&label), texts().frame.overview.to_owned()),
        (place::deployment(&label, deployment.id), deployment.title.clone()),
    ];
    let nothing = revision.plan.changes_nothing();
    let lead = if deployment.state.may_change() { t.review_lead } else { t.summary_lead_removed };
    let outdated = use_query_map().with_untracked(|query| query.get("outdated").is_some());
    view! {
        <Crumbs links here=(t.revision)(revision.number)/>
        <Title title=(t.review_title)(&deployment.title) lead/>
        {outdated.then(|| view! { <Notice kind="warn" title=t.outdated_title><p>{texts().problem.plan_outdated}</p></Notice> })}
        {nothing.then(|| view! { <Notice kind="good" title=t.nothing_changes_title><p>{t.nothing_changes_help}</p></Notice> })}
        {(!carried).then(|| view! { <Notice kind="warn" title=t.not_carried_title><p>{texts().problem.not_carried}</p></Notice> })}
        <Effects effects/>
        {(!revision.plan.options.is_empty()).then(|| view! {
            <section class="section" aria-labelledby="entries">
                <header><h2 id="entries">{t.entries}</h2></header>
                <Changes changes=revision.plan.options.clone() modules=modules.clone()/>
            </section>
        })}
        <Final revision=revision.clone() modules first=deployment.live.is_none() no_way_back/>
        <Technical revision=revision.clone() requirements/>
        <Decide label deployment revision=revision.id may_deploy=may_deploy && carried && !nothing/>
    }
}

/// What will be created, changed, kept and taken away, each as a list.
#[component]
fn Effects(effects: Vec<(EffectKind, String)>) -> impl IntoView {
    let t = texts();
    let list = |kind: EffectKind| {
        let same = effects.iter().filter(|(other, _)| *other == kind);
        let items: Vec<String> = same.map(|(_, sentence)| sentence.clone()).collect();
        let class = match kind {
            EffectKind::Create => "added",
            EffectKind::Change => "changed",
            EffectKind::Keep => "same",
            EffectKind::Remove => "removed",
        };
        (!items.is_empty()).then(|| view! {
            <section class="section">
                <header><h2>{text::deployment::effect(t, kind)}</h2></header>
                <ul class="difference">{items.into_iter().map(|item| view! { <li class=class><span>{item}</span></li> }).collect_view()}</ul>
            </section>
        })
    };
    [EffectKind::Create, EffectKind::Change, EffectKind::Keep, EffectKind::Remove].map(list).collect_view()
}

/// What can't be undone: entries that are for good from the first deployment on, and versions without a way back.
#[component]
fn Final(
    revision: Revision,
    modules: Modules,
    first: bool,
    no_way_back: Vec<(String, Option<LocalText>)>,
) -> impl IntoView {
    let t = &texts().deployment;
    let applications = &revision.applications;
    let lasting = modules.iter().filter(|_| first).flat_map(|of| lasting(of, applications)).collect();
    let lasting: Vec<_> = in_form_order(lasting, &modules, |(path, _)| path);
    let several = modules.len() > 1;
    let of =
        |name: &str| modules.iter().find(|(known, _)| known == name).map(|(_, module)| module.label.get(language()));
    let entry = |(path, value): (Path, Value)| {
        let label = label(&modules, &path.0);
        let application = path.0.first().and_then(Part::key).and_then(of).filter(|_| several);
        let label = application.map_or(label.clone(), |application| format!("{application}: {label}"));
        view! { <dt>{label}</dt><dd>{told(&modules, &path.0, &value)}</dd> }
    };
    let entries = (!lasting.is_empty()).then(|| {
        view! {
            <p>{t.lasting}</p>
            <dl class="facts entered">{lasting.into_iter().map(entry).collect_view()}</dl>
        }
    });
    let without_return: Vec<_> = no_way_back
        .iter()
        .map(|(name, notes)| {
            let notes = notes.as_ref().map(|notes| notes.get(language()).to_owned());
            let heading = (t.no_way_back)(of(name).unwrap_or(name.as_str()));
            view! { <Notice kind="warn" title=heading>{notes.map(|notes| view! { <p>{notes}</p> })}</Notice> }
        })
        .collect();
    let nothing = entries.is_none() && without_return.is_empty();
    view! {
        <section class="section" aria-labelledby="undo">
            <header><h2 id="undo">{t.cannot_undo}</h2></header>
            {nothing.then(|| view! { <p>{t.cannot_undo_nothing}</p> })}
            {entries}
            {without_return}
        </section>
    }
}

/// The options of an application that can't be changed once it is live, each with what it holds: also that it is empty,
/// since it can't be filled in later either.
fn lasting((name, module): &(String, ApplicationModule), applications: &Applications) -> Vec<(Path, Value)> {
    let Some(configured) = applications.get(name) else { return Vec::new() };
    let held = complete(&module.options.group, &configured.options);
    let mut found = Vec::new();
    for (option, _) in module.options.group.options.iter().filter(|(_, option)| option.immutable) {
        if let Some(value) = held.get(option) {
            each(&Path::default().key(name).key(option), value, &mut found);
        }
    }
    found
}

fn each(path: &Path, value: &Value, found: &mut Vec<(Path, Value)>) {
    match value {
        Value::Object(entries) => entries.iter().for_each(|(key, value)| each(&path.key(key), value, found)),
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(index, item)| each(&path.index(index), item, found));
        }
        Value::Array(_) => found.push((path.clone(), Value::Null)),
        single => found.push((path.clone(), single.clone())),
    }
}

#[component]
fn Technical(revision: Revision, requirements: String) -> impl IntoView {
    let t = &texts().deployment;
    let plan = revision.plan;
    view! {
        <details class="more">
            <summary>{t.technical}</summary>
            <dl class="facts">
                <dt>{t.derivation}</dt><dd class="mono">{plan.configuration.drv_path}</dd>
                <dt>{t.closure}</dt><dd class="mono">{plan.configuration.out_path}</dd>
                {plan.live.map(|live| view! { <dt>{t.closure_live}</dt><dd class="mono">{live}</dd> })}
                <dt>{t.library}</dt><dd class="mono">{revision.pin.0}</dd>
                <dt>{t.requirements}</dt><dd><pre class="mono scroll" tabindex="0">{requirements}</pre></dd>
            </dl>
        </details>
    }
}

#[component]
fn Decide(label: String, deployment: Deployment, revision: RevisionId, may_deploy: bool) -> impl IntoView {
    let t = &texts().deployment;
    let action = Sending::to::<Deploy>();
    let back = place::configuration(&label, deployment.id);
    view! {
        <Problem error=action.error()/>
        <div class="actions">
            {may_deploy.then(|| view! {
                <Form to=action>
                    <input type="hidden" name="organisation" value=label/>
                    <input type="hidden" name="deployment" value=deployment.id.to_string()/>
                    <input type="hidden" name="revision" value=revision.to_string()/>
                    <Submit label=(t.deploy)(&deployment.title)/>
                </Form>
            })}
            <a class="button quiet" href=back>{t.back_to_form}</a>
        </div>
    }
}
