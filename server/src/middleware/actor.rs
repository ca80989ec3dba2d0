//! Who asks: the session's cookie leads to an actor, or to nobody.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use domain::person::Actor;
use http::StatusCode;
use time::{Duration, OffsetDateTime};
use tower_sessions::{Expiry, Session, SessionManagerLayer, cookie::SameSite};
use workflow::{Workflow, secret::TokenHash};

use super::refusal;
use crate::config::BaseUrl;

/// How long a browser stays signed in that nobody uses.
const INACTIVITY: Duration = Duration::days(14);
/// How often use is noted: seldom, because it is a write.
const RENEWED_EVERY: Duration = Duration::days(1);
const RENEWED: &str = "renewed";

/// The session of a request whose browser is signed in; never the secret in its cookie.
#[derive(Clone, Debug)]
pub struct SignedIn(pub TokenHash);

/// Keeps the session in a cookie that no script can read and no other host can set.
pub fn sessions(records: &store::Records, base_url: &BaseUrl) -> SessionManagerLayer<store::Sessions> {
    let name = if base_url.is_secure() { "__Host-session" } else { "session" };
    SessionManagerLayer::new(store::Sessions::new(records))
        .with_name(name)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(base_url.is_secure())
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(INACTIVITY))
}

/// Gives the request its [`Actor`], if it has one.
pub async fn find(State(workflow): State<std::sync::Arc<Workflow>>, mut request: Request, next: Next) -> Response {
    let session = request.extensions().get::<Session>().cloned();
    let Some((session, id)) = session.and_then(|session| session.id().map(|id| (session, id))) else {
        return next.run(request).await;
    };
    let hash = TokenHash::of(id.to_string().as_bytes());
    match workflow.accounts.actor(&hash).await {
        Ok(Some(actor)) => {
            renew(&session, &actor).await;
            request.extensions_mut().insert(actor);
            request.extensions_mut().insert(SignedIn(hash));
            next.run(request).await
        }
        Ok(None) => next.run(request).await,
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "can't tell who asks");
            refusal(StatusCode::SERVICE_UNAVAILABLE, "The records can't be reached. Try again in a moment.")
        }
    }
}

/// A session that is used lives on: a change makes the session layer write it, and the cookie, with a new end.
async fn renew(session: &Session, actor: &Actor) {
    let now = OffsetDateTime::now_utc().unix_timestamp();
    let renewed = session.get::<i64>(RENEWED).await.ok().flatten();
    if renewed.is_some_and(|renewed| now - renewed < RENEWED_EVERY.whole_seconds()) {
        return;
    }
    if let Err(error) = session.insert(RENEWED, now).await {
        tracing::warn!(error = &error as &dyn std::error::Error, person = %actor.person, "a session was not renewed");
    }
}
