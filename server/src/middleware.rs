//! What every request passes before it reaches a screen or a server function.

pub mod actor;
pub mod functions;
pub mod headers;
pub mod origin;
pub mod place;

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};

/// A refusal as one sentence of text.
pub fn refusal(status: StatusCode, sentence: &str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{sentence}\n")).into_response()
}
