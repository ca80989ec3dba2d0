//! Requests as a browser sends them.

use std::net::SocketAddr;

use axum::{Router, body::Body};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use server::middleware::place::Peer;
use tower::ServiceExt;

pub(crate) const HOST: &str = "localhost:8080";
pub(crate) const ORIGIN: &str = "http://localhost:8080";
const PEER: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 7)), 50000);

/// A browser with at most one session.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    pub(crate) router: Router,
    pub(crate) session: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Browser {
    pub(crate) fn request(&self, method: Method, path: &str, body: &str) -> Request<Body> {
        let mut request = Request::builder().method(method.clone()).uri(path).header(header::HOST, HOST);
        if let Some(session) = &self.session {
            request = request.header(header::COOKIE, format!("session={session}"));
        }
        if method == Method::POST {
            request = request
                .header(header::ORIGIN, ORIGIN)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::ACCEPT, "application/json");
        } else {
            request = request.header(header::ACCEPT, "text/html,*/*;q=0.8");
        }
        request.body(Body::from(body.to_owned())).expect("a request")
    }

    pub(crate) async fn begin(&self, mut request: Request<Body>) -> http::Response<Body> {
        request.extensions_mut().insert(Peer(PEER));
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.begin(request).await.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path, "")).await
    }

    pub(crate) async fn post(&self, path: &str, body: &str) -> Answer {
        self.send(self.request(Method::POST, path, body)).await
    }
}

impl Browser {
    /// Sends a form from a page as a browser without JavaScript does; gives where it leads to.
    pub(crate) async fn send_form(&self, page: &str, function: &str, fields: &str) -> String {
        let mut request = self.request(Method::POST, &format!("/api/{function}"), fields);
        request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("text/html"));
        request.headers_mut().insert(header::REFERER, HeaderValue::from_str(page).expect("an address"));
        let answer = self.send(request).await;
        assert_eq!(answer.status, StatusCode::FOUND, "{}", answer.body);
        answer.header("location").to_owned()
    }
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The session that the answer sets, and what else its cookie says.
    pub(crate) fn session(&self) -> Option<(String, String)> {
        let cookies = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let cookie = cookies.into_iter().find_map(|cookie| cookie.strip_prefix("session="))?;
        let (id, rest) = cookie.split_once(';')?;
        Some((id.to_owned(), rest.to_owned()))
    }
}
