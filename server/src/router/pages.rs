//! The pages of the user interface and the server functions behind them.

use std::sync::Arc;

use app::{
    App,
    server::{Assets, Host, shell, without_error},
};
use axum::{
    Router,
    extract::Request,
    response::Response,
    routing::{any, get},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use leptos::{
    nonce::use_nonce,
    prelude::*,
    server_fn::{self, redirect::REDIRECT_HEADER},
};
use leptos_axum::{
    ResponseOptions, generate_route_list, handle_server_fns_with_context, render_app_async_with_context,
};

use super::Panel;
use crate::middleware::{headers::policy, refusal};

/// One route a page, one for all server functions, and a page for everything else.
pub(super) fn routes(pages: &[String], host: Host, assets: Assets) -> Router<Panel> {
    let context = move || {
        provide_context(host.clone());
        if let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>())
            && let Ok(policy) = HeaderValue::from_str(&policy(&nonce))
        {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
    };
    let render = render_app_async_with_context(context.clone(), move || shell(assets.clone()));
    let page = move |request: Request| settle(render(request));
    let function = move |request: Request| call(context.clone(), request);

    let mut router = Router::new().route("/api/{*function}", any(function));
    for path in pages {
        router = router.route(path, get(page.clone()));
    }
    router.fallback(move |request: Request| {
        let method = request.method().clone();
        no_such_page(method, page(request))
    })
}

pub(super) fn find() -> Arc<[String]> {
    generate_route_list(App).into_iter().map(|listing| listing.path().to_owned()).collect()
}

pub(super) fn every_function() -> impl Iterator<Item = (Method, String)> {
    server_fn::axum::server_fn_paths().map(|(path, method)| (method, path.to_owned()))
}

/// A page that leads elsewhere does so for every client: Leptos asks for one that names HTML as what it accepts.
async fn settle(page: impl Future<Output = Response>) -> Response {
    let mut response = page.await;
    if response.headers().contains_key(header::LOCATION) {
        response.headers_mut().remove(REDIRECT_HEADER);
        *response.status_mut() = StatusCode::FOUND;
    }
    response
}

async fn call(context: impl Fn() + Clone + Send + 'static, mut request: Request) -> Response {
    let (path, method) = (request.uri().path(), request.method().clone());
    if server_fn::axum::get_server_fn_service(path, method).is_none() {
        return refusal(StatusCode::NOT_FOUND, "There is no such function.");
    }
    forget_error(request.headers_mut());
    axum::response::IntoResponse::into_response(handle_server_fns_with_context(context, request).await)
}

/// A form that came without JavaScript is led back to its page, and a refusal is added to the address. The one that an
/// earlier form left there would stay, and the address grow.
fn forget_error(headers: &mut HeaderMap) {
    let page = headers.get(header::REFERER).and_then(|page| page.to_str().ok()).map(without_error);
    if let Some(page) = page.and_then(|page| HeaderValue::try_from(page).ok()) {
        headers.insert(header::REFERER, page);
    }
}

async fn no_such_page(method: Method, page: impl Future<Output = Response>) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return refusal(StatusCode::NOT_FOUND, "There is no such page.");
    }
    let mut response = page.await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}
