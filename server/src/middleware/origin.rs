//! Writes come from our own pages only, and nobody reads us under a name that is not ours.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, Method, StatusCode, header};

use super::refusal;
use crate::config::{BaseUrl, is_local};

/// Refuses a request under a foreign name (a page elsewhere can make its own name lead to this machine), and a write
/// that one of our pages did not send.
pub async fn check(State(base_url): State<BaseUrl>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !base_url.is_explicit() && !host(&request).is_some_and(is_local) {
        let sentence = format!(
            "This server answers as {}. To reach it under another name, start it with --base-url.",
            base_url.as_str()
        );
        return refusal(StatusCode::MISDIRECTED_REQUEST, &sentence);
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !reads && !is_ours(&base_url, host(&request), headers) {
        let sentence = "This request did not come from one of our own pages, so nothing was done.";
        return refusal(StatusCode::FORBIDDEN, sentence);
    }
    next.run(request).await
}

fn host(request: &Request) -> Option<&str> {
    let named = || request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    request.uri().authority().map(|authority| authority.as_str()).or_else(named)
}

fn is_ours(base_url: &BaseUrl, host: Option<&str>, headers: &HeaderMap) -> bool {
    let one = |name| {
        let mut values = headers.get_all(name).iter();
        values.next().filter(|_| values.next().is_none())
    };
    if headers.contains_key(header::ORIGIN) {
        let Some(origin) = one(header::ORIGIN).and_then(|value| value.to_str().ok()) else { return false };
        return match host {
            _ if base_url.is_explicit() => origin == base_url.as_str(),
            Some(host) => is_local(host) && origin.strip_prefix("http://") == Some(host),
            None => false,
        };
    }
    one(header::HeaderName::from_static("sec-fetch-site")).is_some_and(|value| value == "same-origin")
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn ours(base_url: &BaseUrl, host: &str, headers: &[(&'static str, &str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| {
            (header::HeaderName::from_static(name), HeaderValue::from_str(value).expect("a value"))
        });
        is_ours(base_url, Some(host), &headers.collect())
    }

    #[test]
    fn without_a_base_url_a_page_of_this_machine_at_the_same_port_may_write() {
        let local = BaseUrl::local(8080);

        assert!(ours(&local, "localhost:8080", &[("origin", "http://localhost:8080")]));
        assert!(ours(&local, "127.0.0.1:9", &[("origin", "http://127.0.0.1:9")]));
        assert!(ours(&local, "localhost:8080", &[("sec-fetch-site", "same-origin")]));

        assert!(!ours(&local, "localhost:8080", &[("origin", "http://town.localhost:8080")]));
        assert!(!ours(&local, "localhost:8080", &[("origin", "http://localhost:8090")]));
        assert!(!ours(&local, "evil.example", &[("origin", "http://evil.example")]));
        assert!(!ours(&local, "localhost:8080", &[("origin", "null"), ("sec-fetch-site", "same-origin")]));
        assert!(!ours(&local, "localhost:8080", &[("sec-fetch-site", "same-site")]));
        assert!(!ours(&local, "localhost:8080", &[]));
    }

    #[test]
    fn a_base_url_is_the_only_origin() {
        let panel = BaseUrl::parse("https://panel.example.org").expect("a base URL");

        assert!(ours(&panel, "inner:8080", &[("origin", "https://panel.example.org")]));
        assert!(!ours(&panel, "panel.example.org", &[("origin", "http://panel.example.org")]));
        assert!(!ours(&panel, "localhost", &[("origin", "http://localhost")]));
    }
}
