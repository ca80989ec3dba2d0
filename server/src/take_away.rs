//! The take-away of a deployment, as one archive to download.

use axum::{
    Extension,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use domain::person::Actor;
use http::{StatusCode, header};
use workflow::{WorkflowError, deployments::TakeAway};

use crate::{middleware::refusal, router::Panel};

/// What everything in the archive lies in.
const DIRECTORY: &str = "take-away";

pub(crate) async fn download(
    State(panel): State<Panel>,
    Path((organisation, deployment)): Path<(String, String)>,
    who: Option<Extension<Actor>>,
) -> Response {
    let Some(Extension(actor)) = who else { return refusal(StatusCode::UNAUTHORIZED, "Sign in first.") };
    let Ok(deployment) = deployment.parse() else { return refuse(&WorkflowError::NotFound) };
    let organisation = match panel.workflow.organisations.find(&actor, &organisation).await {
        Ok(organisation) => organisation.id,
        Err(error) => return refuse(&error),
    };
    match panel.workflow.deployments.take_away(&actor, organisation, deployment).await {
        Ok(taken) => archive(&taken).map_or_else(
            |error| refuse_broken(&error),
            |bytes| {
                let headers = [
                    (header::CONTENT_TYPE, "application/x-tar"),
                    (header::CONTENT_DISPOSITION, "attachment; filename=\"take-away.tar\""),
                ];
                (headers, bytes).into_response()
            },
        ),
        Err(error) => refuse(&error),
    }
}

/// The files in the order of their names, with no owner and no time: the same take-away is the same archive.
fn archive(taken: &TakeAway) -> std::io::Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for (path, content) in &taken.files {
        let mut header = tar::Header::new_gnu();
        header.set_mode(0o644);
        header.set_size(content.len() as u64);
        archive.append_data(&mut header, format!("{DIRECTORY}/{path}"), content.as_slice())?;
    }
    archive.into_inner()
}

fn refuse(error: &WorkflowError) -> Response {
    match error {
        WorkflowError::NotFound => {
            refusal(StatusCode::NOT_FOUND, "There is nothing to take away yet: review the deployment first.")
        }
        WorkflowError::Forbidden => refusal(StatusCode::FORBIDDEN, "You may not take this deployment away."),
        other => refuse_broken(other),
    }
}

fn refuse_broken(error: &(dyn std::error::Error + 'static)) -> Response {
    tracing::error!(error, "a take-away could not be made");
    refusal(StatusCode::SERVICE_UNAVAILABLE, "The take-away can't be made at the moment. Nothing was changed.")
}
