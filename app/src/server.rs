//! What server functions need on the server: who asks, the use cases, and errors as an outsider may see them.

pub mod effect;
pub mod newer;
mod once;
mod shell;

use std::sync::Arc;

use domain::{language::Language, organisation::Organisation, person::Actor};
use http::{HeaderMap, StatusCode, Uri, header, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
pub use once::{show_once, take_shown_once};
pub use shell::{Asset, Assets, shell};
use workflow::{Workflow, WorkflowError, error, port::evaluator::EvaluationError};

use crate::error::{AppError, FieldProblem};

/// What the server gives to everything that it renders.
#[derive(Clone, Debug)]
pub struct Host {
    pub workflow: Arc<Workflow>,
    /// Where this server is reached, without a slash at the end.
    pub base_url: String,
    /// What the hosting provider is called.
    pub brand: String,
}

/// The network address that a request came from, as far as it can be believed.
#[derive(Clone, Debug)]
pub struct Place(pub String);

pub fn host() -> Host {
    expect_context::<Host>()
}

pub fn workflow() -> Arc<Workflow> {
    host().workflow
}

/// Who is signed in, if anybody.
pub fn visitor() -> Option<Actor> {
    use_context::<Parts>()?.extensions.get::<Actor>().cloned()
}

/// Who asks. Somebody who isn't signed in is sent to sign in, and comes back afterwards.
pub fn actor() -> Result<Actor, AppError> {
    visitor().ok_or_else(|| {
        let page = use_context::<Parts>().map(|parts| page(&parts));
        leptos_axum::redirect(&crate::place::sign_in(local_path(page.as_deref().unwrap_or("/"))));
        AppError::NotSignedIn
    })
}

/// The page that somebody looks at: the one that is asked for, or the one whose form or script asks. Of where it stands
/// only the path counts, so it is never on another host; an error that an earlier form left in it is left out.
fn page(parts: &Parts) -> String {
    let asks = parts.method != http::Method::GET || parts.uri.path().starts_with("/api/");
    let referer = || parts.headers.get(header::REFERER)?.to_str().ok()?.parse::<Uri>().ok();
    let Some(page) = (if asks { referer() } else { Some(parts.uri.clone()) }) else { return "/".into() };
    without_error(page.path_and_query().map_or("/", |page| page.as_str()))
}

/// An address without the error that Leptos put into it when a form was refused that came without JavaScript.
pub fn without_error(address: &str) -> String {
    let (page, query) = address.split_once('?').unwrap_or((address, ""));
    let kept = |pair: &&str| !pair.starts_with("__path=") && !pair.starts_with("__err=");
    let query: Vec<&str> = query.split('&').filter(kept).collect();
    match query.join("&").as_str() {
        "" => page.into(),
        query => format!("{page}?{query}"),
    }
}

/// Who asks, and the organisation that they ask about.
pub async fn within(label: &str) -> Result<(Actor, Organisation), AppError> {
    let actor = actor()?;
    let organisation = workflow().organisations.find(&actor, label).await.map_err(report)?;
    Ok((actor, organisation))
}

pub fn place() -> String {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<Place>().cloned())
        .map(|place| place.0)
        .unwrap_or_default()
}

/// The browser, as it names itself.
pub fn browser() -> String {
    use_context::<Parts>()
        .and_then(|parts| Some(parts.headers.get(header::USER_AGENT)?.to_str().ok()?.to_owned()))
        .unwrap_or_default()
}

pub fn language() -> Language {
    let Some(parts) = use_context::<Parts>() else { return Language::default() };
    let accepted = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    crate::text::negotiate(cookie(&parts.headers, "language"), accepted)
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// Answers with a status, where it isn't a form that was sent without JavaScript: that one is led back to its page.
fn answer_with(status: StatusCode) {
    let form = use_context::<Parts>().is_some_and(|parts| {
        let html = parts
            .headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|accept| accept.contains("text/html"));
        html && parts.method != http::Method::GET
    });
    if let Some(response) = use_context::<ResponseOptions>()
        && !form
    {
        response.set_status(status);
    }
}

/// Turns an error of the use cases into what an outsider may know. What is our fault is logged here, once, under an id.
pub fn report(error: WorkflowError) -> AppError {
    use WorkflowError as W;
    if let Some(reason) = newer::refused(&error, language()) {
        answer_with(StatusCode::UNPROCESSABLE_ENTITY);
        return AppError::Refused { reason };
    }
    let (status, answer) = match error {
        W::NotSignedIn => (StatusCode::UNAUTHORIZED, AppError::NotSignedIn),
        W::Forbidden => (StatusCode::FORBIDDEN, AppError::Forbidden),
        W::NotFound => (StatusCode::NOT_FOUND, AppError::NotFound),
        W::Conflict => (StatusCode::CONFLICT, AppError::Conflict),
        W::EditedMeanwhile { by } => (StatusCode::CONFLICT, AppError::EditedMeanwhile { by }),
        W::Full { of, most } => (StatusCode::CONFLICT, AppError::Full { of, most }),
        W::Field { field, problem } => {
            (StatusCode::UNPROCESSABLE_ENTITY, AppError::Field { field: field.into(), problem: field_problem(problem) })
        }
        W::Options(findings) => (StatusCode::UNPROCESSABLE_ENTITY, AppError::Options { findings }),
        W::Unmet(unmet) => (StatusCode::UNPROCESSABLE_ENTITY, AppError::Unmet { unmet }),
        W::NotCarried(_) => (StatusCode::UNPROCESSABLE_ENTITY, AppError::NotCarried),
        W::StillNeeded(needed) => (StatusCode::CONFLICT, AppError::StillNeeded { needed }),
        W::WrongCredentials => (StatusCode::UNAUTHORIZED, AppError::WrongCredentials),
        W::TooManyAttempts => (StatusCode::TOO_MANY_REQUESTS, AppError::TooManyAttempts),
        W::LinkOver => (StatusCode::GONE, AppError::LinkOver),
        W::PlanOutdated(revision) => (StatusCode::CONFLICT, AppError::PlanOutdated { revision }),
        W::Evaluation(EvaluationError::Broken(_) | EvaluationError::Limit(_)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, AppError::Evaluation { entry: logged(&error) })
        }
        W::Evaluation(EvaluationError::Refused(findings)) => {
            tracing::error!(?findings, "the library refused what its check let through");
            (StatusCode::UNPROCESSABLE_ENTITY, AppError::Options { findings })
        }
        other => (StatusCode::INTERNAL_SERVER_ERROR, internal(&other)),
    };
    answer_with(status);
    answer
}

fn internal(error: &(dyn std::error::Error + 'static)) -> AppError {
    AppError::Internal { entry: logged(error) }
}

/// The number under which the log has it.
fn logged(error: &(dyn std::error::Error + 'static)) -> String {
    let entry = workflow::secret::Token::generate().reveal()[..12].to_owned();
    tracing::error!(%entry, error, "a request failed");
    entry
}

fn field_problem(problem: error::FieldProblem) -> FieldProblem {
    use error::FieldProblem as P;
    match problem {
        P::Empty => FieldProblem::Empty,
        P::TooShort { length, least } => FieldProblem::TooShort { length, least },
        P::TooLong { length, most } => FieldProblem::TooLong { length, most },
        P::NotALabel => FieldProblem::NotALabel,
        P::NotAnEmail => FieldProblem::NotAnEmail,
        P::NotARole => FieldProblem::NotARole,
        P::Taken => FieldProblem::Taken,
        P::NotTheSame => FieldProblem::NotTheSame,
        P::WrongPassword => FieldProblem::WrongPassword,
    }
}

/// Signs a person in: a new session id, so that one that somebody planted before is worth nothing.
pub async fn begin_session(person: domain::identifier::PersonId) -> Result<(), AppError> {
    let session = session()?;
    let begun = async {
        session.cycle_id().await?;
        session.insert("person", person).await?;
        session.insert("browser", browser()).await
    };
    begun.await.map_err(|error: tower_sessions::session::Error| internal(&error))
}

/// Signs out: the session is gone from the records as well, and what waits to be shown from this browser.
pub async fn end_session() -> Result<(), AppError> {
    take_shown_once();
    session()?.flush().await.map_err(|error| internal(&error))
}

fn session() -> Result<tower_sessions::Session, AppError> {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<tower_sessions::Session>().cloned())
        .ok_or(AppError::NotSignedIn)
}

/// The page that is rendered does not exist.
pub fn not_found() {
    answer_with(StatusCode::NOT_FOUND);
}

/// A path on this host to go on to; anything else leads to the start. Browsers take a backslash for a slash and skip
/// control characters, so neither may be in it; and what isn't ASCII can't stand in a header.
pub fn local_path(to: &str) -> &str {
    let plain = |c: char| c.is_ascii_graphic() && c != '\\';
    let local = to.starts_with('/') && !to.starts_with("//") && to.chars().all(plain);
    if local { to } else { "/" }
}

#[cfg(test)]
mod tests {
    use http::{Method, Request, header, request::Parts};

    use super::{local_path, page};

    fn asked(method: Method, path: &str, referer: &str) -> Parts {
        let request = Request::builder().method(method).uri(path).header(header::REFERER, referer);
        request.body(()).expect("a request").into_parts().0
    }

    #[test]
    fn the_page_to_come_back_to_is_the_one_with_the_form() {
        let form = |referer| page(&asked(Method::POST, "/api/save-draft", referer));

        assert_eq!(page(&asked(Method::GET, "/o/town?search=x", "http://localhost/")), "/o/town?search=x");
        assert_eq!(form("http://localhost:8080/o/town/people"), "/o/town/people");
        assert_eq!(form("https://evil.example/o/town"), "/o/town");
        assert_eq!(form("http://localhost/invitation?token=a&__path=%2Fapi%2Faccept&__err=x"), "/invitation?token=a");
        assert_eq!(local_path(&form("http://localhost//evil.example/")), "/");
        assert_eq!(form("nonsense of a browser"), "/");
    }

    #[test]
    fn signing_in_never_leads_to_another_host() {
        for to in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a\r\nLocation: x",
            "/\t/evil.example",
            "/ä",
            "javascript:alert(1)",
        ] {
            assert_eq!(local_path(to), "/", "{to}");
        }
        assert_eq!(local_path("/o/town/people?x=1"), "/o/town/people?x=1");
    }
}
