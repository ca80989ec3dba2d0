//! Who may write, and under which name we answer.

use http::{HeaderValue, Method, StatusCode, header};

use crate::town::{Town, Who};

#[tokio::test]
async fn a_write_without_our_origin_changes_nothing() {
    let town = Town::new().await;
    let browser = town.browser(Who::HostingProvider);
    let before = town.bytes();

    for (name, value) in [
        ("origin", Some("https://evil.example")),
        ("origin", Some("http://town.localhost:8080")),
        ("origin", Some("http://localhost:8090")),
        ("origin", Some("null")),
        ("origin", None),
        ("sec-fetch-site", Some("cross-site")),
    ] {
        let mut request = browser.request(Method::POST, "/api/create-organisation", "name=New&label=new");
        request.headers_mut().remove(header::ORIGIN);
        if let Some(value) = value {
            request.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        let answer = browser.send(request).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value:?}");
    }
    assert!(town.bytes() == before, "the records changed");
}

#[tokio::test]
async fn every_method_but_the_reading_ones_is_a_write() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);

    for method in ["POST", "PUT", "PATCH", "DELETE", "BREW"] {
        let request = browser.request(Method::from_bytes(method.as_bytes()).expect("a method"), "/api/sign-out", "");
        let mut request = request;
        request.headers_mut().remove(header::ORIGIN);
        assert_eq!(browser.send(request).await.status, StatusCode::FORBIDDEN, "{method}");
    }
}

#[tokio::test]
async fn under_a_foreign_name_nothing_is_answered() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);

    for host in ["evil.example", "localhost.evil.example:8080", "192.0.2.1:8080", ""] {
        let mut request = browser.request(Method::GET, "/account", "");
        request.headers_mut().insert(header::HOST, HeaderValue::from_str(host).expect("a host"));
        assert_eq!(browser.send(request).await.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
    }
}

#[tokio::test]
async fn every_answer_says_how_it_may_be_used() {
    let town = Town::new().await;
    let browser = town.browser(Who::Anonymous);

    for path in ["/sign-in", "/healthz", "/nothing", "/api/nothing", "/api/sessions"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert!(!answer.headers.contains_key(header::SERVER), "{path}");
    }
}

#[tokio::test]
async fn a_page_runs_its_own_scripts_only() {
    let town = Town::new().await;
    let browser = town.browser(Who::Anonymous);

    let (one, other) = (browser.get("/sign-in").await, browser.get("/sign-in").await);

    let policy = one.header("content-security-policy");
    assert!(policy.contains("script-src 'self' 'nonce-"), "{policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    assert_ne!(policy, other.header("content-security-policy"));
}
