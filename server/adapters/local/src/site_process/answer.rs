//! What a request is answered with.

use std::{
    fs::File,
    io::{self, Read},
    sync::Arc,
};

use axum::body::Body;
use http::{HeaderValue, Method, Request, Response, StatusCode, header, request::Parts, uri::PathAndQuery};
use hyper::body::Incoming;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use tokio::io::AsyncReadExt;
use tokio_util::io::ReaderStream;

use super::Sites;
use crate::{
    closure::hash_of,
    site::{Found, Site, decoded, site_host},
};

/// Under this path every site answers with the store path of the closure that it is served from, as plain text. Nothing
/// in the site's files or rules can take its place.
pub const CLOSURE_PATH: &str = "/.well-known/fediversity";

/// Larger files are sent while they are read.
const WHOLE: u64 = 256 * 1024;
/// What can't stand between the quotes of an entity tag.
const NOT_IN_TAGS: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%');

/// Answers a request. Everything that touches the disk happens in a thread that may wait for it.
pub(crate) async fn answer(sites: Arc<Sites>, request: Request<Incoming>) -> Response<Body> {
    // A body has no meaning in the methods that we know; without being read it ends with the connection.
    let (request, _) = request.into_parts();
    let answered = tokio::task::spawn_blocking(move || answered(&sites, &request)).await;
    answered.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "This page can't be shown at the moment."))
}

fn answered(sites: &Sites, request: &Parts) -> Response<Body> {
    if request.method != Method::GET && request.method != Method::HEAD {
        let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "This address can only be read.");
        answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return answer;
    }
    let Some(host) = host(request) else {
        return plain(StatusCode::BAD_REQUEST, "The request names no host, or several.");
    };
    let found = match site_host(host) {
        Some(host) => sites.find(&host),
        None => Ok(None),
    };
    match found {
        Ok(Some(site)) => of_site(&site, request).unwrap_or_else(unavailable),
        Ok(None) => plain(StatusCode::NOT_FOUND, "There is no site at this address."),
        Err(error) => unavailable(error),
    }
}

fn unavailable(error: impl std::error::Error + 'static) -> Response<Body> {
    tracing::error!(error = &error as &dyn std::error::Error, "a site can't be shown");
    plain(StatusCode::SERVICE_UNAVAILABLE, "This site can't be shown at the moment.")
}

/// The host that a request names: in its target (RFC 9112, section 3.2.2) or else in its one `Host` header.
fn host(request: &Parts) -> Option<&str> {
    let mut hosts = request.headers.get_all(header::HOST).iter();
    let (host, further) = (hosts.next(), hosts.next());
    if further.is_some() {
        return None;
    }
    // A name that is not text is a name that no site has.
    request.uri.host().or_else(|| host.map(|host| host.to_str().unwrap_or_default()))
}

fn of_site(site: &Site, request: &Parts) -> io::Result<Response<Body>> {
    let Some(path) = decoded(request.uri.path()) else { return not_found(site, request) };
    if path == CLOSURE_PATH {
        return if site.is_there() { Ok(closure(site)) } else { Err(io::ErrorKind::NotFound.into()) };
    }
    let query = request.uri.query();
    let mut answer = if let Some((status, to)) = site.rules.redirect(&path, query) {
        redirect(status, &to)
    } else {
        match site.find(&path)? {
            Found::File(file, name) => of_file(site, request, file, &name)?,
            Found::Directory => redirect(StatusCode::MOVED_PERMANENTLY, &with_slash(request)),
            Found::Nothing => not_found(site, request)?,
        }
    };
    site.rules.set_headers(&path, answer.headers_mut());
    Ok(answer)
}

fn with_slash(request: &Parts) -> String {
    let path = request.uri.path();
    let query = request.uri.path_and_query().and_then(PathAndQuery::query);
    query.map_or_else(|| format!("{path}/"), |query| format!("{path}/?{query}"))
}

fn of_file(site: &Site, request: &Parts, file: File, name: &str) -> io::Result<Response<Body>> {
    let path = utf8_percent_encode(name, NOT_IN_TAGS);
    let tag = format!("\"{}/{}/{path}\"", hash_of(&site.closure), site.name);
    let mut answer =
        if knows(request, &tag) { empty(StatusCode::NOT_MODIFIED) } else { with_content(request, file, name)? };
    answer.headers_mut().insert(header::ETAG, HeaderValue::try_from(tag).map_err(io::Error::other)?);
    Ok(answer)
}

/// Whether a visitor has the very same content already (RFC 9110, section 13.1.2).
fn knows(request: &Parts, tag: &str) -> bool {
    let known = request.headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = known.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

fn with_content(request: &Parts, mut file: File, name: &str) -> io::Result<Response<Body>> {
    let length = file.metadata()?.len();
    let body = if request.method == Method::HEAD {
        Body::empty()
    } else if length <= WHOLE {
        let mut content = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        file.read_to_end(&mut content)?;
        Body::from(content)
    } else {
        Body::from_stream(ReaderStream::with_capacity(tokio::fs::File::from_std(file).take(length), 64 * 1024))
    };
    let mut answer = empty(StatusCode::OK);
    answer.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    answer.headers_mut().insert(header::CONTENT_TYPE, content_type(name)?);
    Ok(answer.map(|_| body))
}

fn content_type(name: &str) -> io::Result<HeaderValue> {
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let essence = mime.essence_str();
    let is_text = mime.type_() == "text" || mime.suffix().is_some_and(|suffix| suffix == "xml" || suffix == "json");
    let is_text = is_text || matches!(essence, "application/json" | "application/xml" | "application/javascript");
    let text = if is_text { format!("{essence}; charset=utf-8") } else { essence.to_owned() };
    HeaderValue::try_from(text).map_err(io::Error::other)
}

fn not_found(site: &Site, request: &Parts) -> io::Result<Response<Body>> {
    let page = site.rules.not_found.as_ref().and_then(|page| decoded(&format!("/{}", page.trim_start_matches('/'))));
    if let Some(page) = page
        && let Found::File(file, name) = site.find(&page)?
    {
        let mut answer = with_content(request, file, &name)?;
        *answer.status_mut() = StatusCode::NOT_FOUND;
        return Ok(answer);
    }
    Ok(plain(StatusCode::NOT_FOUND, "There is no page at this address."))
}

fn closure(site: &Site) -> Response<Body> {
    let mut answer = plain(StatusCode::OK, &site.closure);
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

fn redirect(status: StatusCode, to: &str) -> Response<Body> {
    // What can't be sent is also nothing that a rule or a request can hold: both were checked when they were read.
    let Ok(to) = HeaderValue::from_str(to) else {
        return plain(StatusCode::BAD_REQUEST, "There is no page at this address.");
    };
    let mut answer = empty(status);
    answer.headers_mut().insert(header::LOCATION, to);
    answer.headers_mut().insert(header::CONTENT_LENGTH, 0.into());
    answer
}

fn plain(status: StatusCode, text: &str) -> Response<Body> {
    let mut answer = empty(status).map(|_| Body::from(text.to_owned()));
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    answer.headers_mut().insert(header::CONTENT_LENGTH, text.len().into());
    answer
}

/// What all answers have in common: browsers ask again each time, so that a new revision is seen at once, and take
/// content for what it says it is.
fn empty(status: StatusCode) -> Response<Body> {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer
}
