//! What a server function can't read is the sender's fault, not ours.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    middleware::Next,
    response::Response,
};
use http::StatusCode;

/// Longer than any error that says no more than its code.
const LONGEST: usize = 200;

/// Leptos answers a body that is no call of the function as if the server had failed, and tells the two apart in the
/// body alone.
pub async fn blame(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR || !response.headers().contains_key("serverfnerror") {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return Response::from_parts(parts, Body::empty()) };
    let unread = bytes.len() < LONGEST
        && serde_json::from_slice(&bytes).is_ok_and(|error: app::AppError| error == app::AppError::Transport);
    if unread {
        parts.status = StatusCode::BAD_REQUEST;
    }
    Response::from_parts(parts, bytes.into())
}
