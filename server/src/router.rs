//! Which request goes where, and through what.
//!
//! **Invariant:** every route is a page of [`app::App`], a server function, or one of [`OWN_ROUTES`]; the test of the
//! policy goes through all three lists.

mod language;
mod pages;

use std::{any::Any, net::IpAddr, sync::Arc, time::Duration};

use app::server::Host;
use axum::{
    Router,
    extract::State,
    middleware::{from_fn, from_fn_with_state, map_response},
    response::Response,
    routing::{MethodRouter, get, post},
};
use http::{Extensions, HeaderMap, Method, StatusCode, Version, header};
use store::Records;
use tokio::sync::watch;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, Predicate, predicate::SizeAbove},
    limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};
use workflow::{Workflow, port::store::Accounts, secret::Token};

use crate::{
    assets,
    config::BaseUrl,
    events::{self, Streams},
    middleware::{actor, functions, headers, origin, place, refusal},
    take_away,
};

/// The longest body of a request, in bytes.
const LONGEST_BODY: usize = 1024 * 1024;
/// How long an answer may take to begin.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// What the routes work with.
#[derive(Clone, Debug)]
pub struct Panel {
    pub workflow: Arc<Workflow>,
    pub records: Records,
    pub base_url: BaseUrl,
    pub brand: String,
    pub trusted_proxies: Arc<[IpAddr]>,
    pub assets: assets::Served,
    /// Becomes true when the server ends, so that streams end too.
    pub stop: watch::Receiver<bool>,
    pub streams: Streams,
    /// From [`pages`].
    pub pages: Arc<[String]>,
}

/// A route that is neither a page nor a server function.
#[derive(Clone, Debug)]
pub struct OwnRoute {
    pub method: Method,
    pub path: &'static str,
    answer: MethodRouter<Panel>,
}

/// All of them.
pub fn own_routes() -> Vec<OwnRoute> {
    let reads = |path, answer| OwnRoute { method: Method::GET, path, answer };
    let writes = |path, answer| OwnRoute { method: Method::POST, path, answer };
    vec![
        reads("/healthz", get(health)),
        reads(assets::ROUTE, get(assets::answer)),
        reads("/o/{organisation}/runs/{run}/events", get(events::follow)),
        reads("/o/{organisation}/deployments/{deployment}/take-away", get(take_away::download)),
        writes("/language", post(language::choose)),
    ]
}

/// The paths of all pages. To be called once, before the first page is rendered: while Leptos looks for them it keeps
/// every page of the process from loading anything, and one that was being rendered would never end.
pub fn pages() -> Arc<[String]> {
    pages::find()
}

/// Every route there is, with its method; what the router is built from.
pub fn every_route(pages: &[String]) -> Vec<(Method, String)> {
    let own = own_routes().into_iter().map(|route| (route.method, route.path.to_owned()));
    let pages = pages.iter().map(|path| (Method::GET, path.clone()));
    own.chain(pages).chain(pages::every_function()).collect()
}

/// Puts everything together.
pub fn router(panel: Panel) -> Router {
    let host = Host {
        workflow: panel.workflow.clone(),
        base_url: panel.base_url.as_str().to_owned(),
        brand: panel.brand.clone(),
    };
    let mut router = pages::routes(&panel.pages, host, panel.assets.named.clone());
    for route in own_routes() {
        router = router.route(route.path, route.answer);
    }
    // The last one is the outermost.
    let secure = headers::Secure(panel.base_url.is_secure());
    router
        .layer(from_fn(functions::blame))
        .layer(from_fn_with_state(panel.workflow.clone(), actor::find))
        .layer(actor::sessions(&panel.records, &panel.base_url))
        .layer(from_fn_with_state(panel.base_url.clone(), origin::check))
        .layer(from_fn_with_state(panel.trusted_proxies.clone(), place::find))
        .layer(CompressionLayer::new().compress_when(SizeAbove::new(512).and(is_compressible)))
        .layer(RequestBodyLimitLayer::new(LONGEST_BODY))
        .layer(map_response(name_limit))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_WAIT))
        .layer(CatchPanicLayer::custom(apologise))
        .layer(from_fn_with_state(secure, headers::add))
        .with_state(panel)
}

/// What is too long is refused with a sentence.
async fn name_limit(answer: Response) -> Response {
    if answer.status() != StatusCode::PAYLOAD_TOO_LARGE {
        return answer;
    }
    let sentence = format!(
        "What was sent is longer than {LONGEST_BODY} bytes. Shorten it and send it again; nothing was changed."
    );
    refusal(StatusCode::PAYLOAD_TOO_LARGE, &sentence)
}

/// Assets are compressed already, and a stream must not wait for a block to fill.
fn is_compressible(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with("application/json")
}

async fn health(State(panel): State<Panel>) -> Response {
    match Accounts::is_empty(&panel.records).await {
        Ok(_) => refusal(StatusCode::OK, "ok"),
        Err(_) => refusal(StatusCode::SERVICE_UNAVAILABLE, "The records can't be reached."),
    }
}

/// What panicked is in the log under the same number; the page learns nothing else.
fn apologise(panic: Box<dyn Any + Send>) -> Response {
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref().copied());
    let entry: String = Token::generate().reveal().chars().take(12).collect();
    tracing::error!(%entry, panic = said.unwrap_or("?"), "a request panicked");
    let sentence = format!("Something went wrong on our side. The log has it under the number {entry}.");
    refusal(StatusCode::INTERNAL_SERVER_ERROR, &sentence)
}
