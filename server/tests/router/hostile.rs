//! Requests that no browser sends: refused, and never our failure.

use axum::body::Body;
use http::{HeaderName, HeaderValue, Method, Request, header};
use server::router::every_route;

use crate::town::{PAGES, Town, Who};

const NAMES: [HeaderName; 7] = [
    header::COOKIE,
    header::ACCEPT_LANGUAGE,
    header::ACCEPT,
    header::USER_AGENT,
    header::REFERER,
    HeaderName::from_static("x-forwarded-for"),
    HeaderName::from_static("last-event-id"),
];

fn values() -> Vec<HeaderValue> {
    let long = "a=".repeat(30_000);
    let texts: [&[u8]; 12] = [
        b"=",
        b";;;=;=",
        b"session",
        b"session=",
        b"session==; session=\xff\xfe",
        b"language=\xc3\x28; session=%00%0d%0a",
        b"session=../../etc/passwd; language=de-\x80",
        b"text/html, \xff",
        b"\"\\\",,,;q=nan",
        b"99999999999999999999999999",
        b"-1",
        long.as_bytes(),
    ];
    // CR, LF and NUL can't be in a header's value at all: the connection ends them before a request is made of them.
    for text in [&b"a\rb"[..], b"a\nb", b"a\0b"] {
        assert!(HeaderValue::from_bytes(text).is_err());
    }
    texts.into_iter().map(|text| HeaderValue::from_bytes(text).expect("a value")).collect()
}

#[tokio::test]
async fn no_header_makes_the_server_fail() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);

    for path in ["/", "/sign-in", "/o/town", "/api/frame?organisation=town", "/healthz", "/assets/x.css"] {
        for name in NAMES {
            for value in values() {
                let mut request = browser.request(Method::GET, path, "");
                request.headers_mut().append(name.clone(), value.clone());
                let answer = browser.send(request).await;
                assert!(!answer.status.is_server_error(), "{path} {name}: {value:?}: {}", answer.status);
            }
        }
    }
}

#[tokio::test]
async fn no_body_makes_a_server_function_fail() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);
    let bodies: [&[u8]; 7] =
        [b"", b"x", b"=&=&=", b"organisation=%00&deployment=%ff", b"organisation[]=1", b"\xff\xfe\0", b"{\"a\":1}"];

    for (method, path) in every_route(&PAGES).into_iter().filter(|(_, path)| path.starts_with("/api/")) {
        for body in bodies {
            let request = Request::builder()
                .method(method.clone())
                .uri(&path)
                .header(header::HOST, crate::browser::HOST)
                .header(header::ORIGIN, crate::browser::ORIGIN)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::COOKIE, format!("session={}", town.facts.sessions[&Who::Owner]))
                .body(Body::from(body))
                .expect("a request");
            let answer = browser.send(request).await;
            assert!(!answer.status.is_server_error(), "{path} {body:?}: {} {}", answer.status, answer.body);
        }
    }
}

#[tokio::test]
async fn a_body_of_two_mebibytes_is_refused() {
    let town = Town::new().await;
    let body = format!("email={}&password=x&to=/", "a".repeat(2 * 1024 * 1024));

    let answer = town.browser(Who::Anonymous).post("/api/sign-in", &body).await;

    assert!(answer.status.is_client_error(), "{}", answer.status);
}

#[tokio::test]
async fn addresses_that_are_none_are_not_found() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);

    for path in [
        "/o/town/runs/x",
        "/o/town/runs/%00/events",
        "/o/town/runs/x/events?after=1",
        "/o/%ff%fe",
        "/o/town/deployments/../x",
        "/o/town/deployments/00000000-0000-0000-0000-000000000000",
        "/api/nothing",
        "/%2e%2e/%2e%2e/etc/passwd",
    ] {
        let status = browser.get(path).await.status;
        assert!(status.is_client_error(), "{path}: {status}");
    }
}
