//! The events of a run, as a stream: each line of its log once and in order, its state whenever that changed.
//!
//! A browser that lost the stream comes back with the number of the last line that it has (the `id` of an event).
//! Events: `line` (a [`domain::run::Line`]), `state` (a [`domain::run::RunDetail`] without lines), `end`.

mod streams;
mod watch;

use std::time::Duration;

use axum::{
    Extension,
    extract::{Path, Query, State},
    response::{IntoResponse, Response, Sse, sse::KeepAlive},
};
use domain::person::Actor;
use http::{HeaderMap, HeaderValue, StatusCode, header::HeaderName};
use serde::Deserialize;
pub use streams::Streams;
use watch::Watch;
use workflow::WorkflowError;

use crate::{
    middleware::{actor::SignedIn, refusal},
    router::Panel,
};

/// So that proxies, and browsers, see that nobody is gone.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Since {
    #[serde(default)]
    after: u64,
}

pub(crate) async fn follow(
    State(panel): State<Panel>,
    Path((organisation, run)): Path<(String, String)>,
    Query(since): Query<Since>,
    who: Option<Extension<Actor>>,
    session: Option<Extension<SignedIn>>,
    headers: HeaderMap,
) -> Response {
    let (Some(Extension(actor)), Some(Extension(session))) = (who, session) else {
        return refusal(StatusCode::UNAUTHORIZED, "Sign in first.");
    };
    let Ok(run) = run.parse() else { return refuse(&WorkflowError::NotFound) };
    let organisation = match panel.workflow.organisations.find(&actor, &organisation).await {
        Ok(organisation) => organisation.id,
        Err(error) => return refuse(&error),
    };
    if let Err(error) = panel.workflow.runs.run(&actor, organisation, run).await {
        return refuse(&error);
    }
    let Some(open) = panel.streams.open(actor.person) else {
        return refusal(StatusCode::TOO_MANY_REQUESTS, "You have too many logs open. Close some of them.");
    };

    let seen = headers.get("last-event-id").and_then(|value| value.to_str().ok()?.parse().ok());
    let watch = Watch::new(&panel, session, actor, (organisation, run), seen.unwrap_or(since.after), open);
    let stream = Sse::new(watch.events()).keep_alive(KeepAlive::new().interval(KEEP_ALIVE));
    // Read by nginx, which would hold lines back otherwise.
    ([(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"))], stream).into_response()
}

fn refuse(error: &WorkflowError) -> Response {
    match error {
        WorkflowError::NotFound => refusal(StatusCode::NOT_FOUND, "There is no such run."),
        WorkflowError::Forbidden => refusal(StatusCode::FORBIDDEN, "You may not see this run."),
        other => {
            tracing::error!(error = other as &dyn std::error::Error, "a stream could not begin");
            refusal(StatusCode::SERVICE_UNAVAILABLE, "The run can't be read at the moment.")
        }
    }
}
