//! The status of what a server function refuses before its use case was asked.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    middleware::Next,
    response::Response,
};
use http::StatusCode;

/// Leptos answers every error as if the server had failed. A call that can't be read, or that nobody signed in sent,
/// is the sender's fault; the body tells.
pub async fn blame(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR || !response.headers().contains_key("serverfnerror") {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return Response::from_parts(parts, Body::empty()) };
    match serde_json::from_slice(&bytes) {
        Ok(app::AppError::Transport) => parts.status = StatusCode::BAD_REQUEST,
        Ok(app::AppError::NotSignedIn) => parts.status = StatusCode::UNAUTHORIZED,
        _ => {}
    }
    Response::from_parts(parts, bytes.into())
}
