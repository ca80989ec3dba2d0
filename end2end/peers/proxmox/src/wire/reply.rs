use bytes::Bytes;
use http::{Response, StatusCode, header};
use http_body_util::Full;
use hyper::ext::ReasonPhrase;
use serde_json::{Map, Value, json};

use crate::{Version, calls::Answer, refusal::Refusal};

/// How a request ends.
#[derive(Debug)]
pub(crate) enum Ending {
    Reply(Reply),
    /// No answer ever comes.
    Hang,
    /// The connection is reset.
    Reset,
}

/// What is sent back.
#[derive(Debug)]
pub(crate) struct Reply {
    status: u16,
    /// What the status line says behind the status.
    reason: String,
    body: Option<Value>,
}

impl Reply {
    pub fn json(body: Value) -> Self {
        Self { status: 200, reason: "OK".into(), body: Some(body) }
    }

    pub fn done(answer: Answer) -> Self {
        let mut body = Map::from_iter([("data".to_owned(), answer.data)]);
        body.extend(answer.beside);
        Self::json(Value::Object(body))
    }

    pub fn refused(refusal: &Refusal, version: Version) -> Self {
        let reason = refusal.message.trim().to_owned();
        if refusal.is_bare {
            return Self { status: refusal.status, reason, body: None };
        }
        let mut body = Map::from_iter([("data".to_owned(), Value::Null)]);
        if !refusal.errors.is_empty() {
            body.insert("errors".into(), json!(refusal.errors));
        }
        if version.tells_messages() {
            body.insert("message".into(), json!(format!("{reason}\n")));
        }
        Self { status: refusal.status, reason, body: Some(Value::Object(body)) }
    }

    pub fn into_response(self) -> Response<Full<Bytes>> {
        let body = self.body.as_ref().map(Value::to_string).unwrap_or_default();
        let mut response = Response::new(Full::new(Bytes::from(body)));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let line = self.reason.lines().next().unwrap_or_default().to_owned();
        if let Ok(reason) = ReasonPhrase::try_from(line) {
            response.extensions_mut().insert(reason);
        }
        let headers = response.headers_mut();
        headers.insert(header::SERVER, header::HeaderValue::from_static("pve-api-daemon/3.0"));
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("max-age=0"));
        if self.body.is_some() {
            let json = header::HeaderValue::from_static("application/json;charset=UTF-8");
            headers.insert(header::CONTENT_TYPE, json);
        }
        response
    }
}
