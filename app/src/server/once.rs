//! A token that the next page of the same browser shows one time. It waits in a cookie there, and is kept nowhere here.

use http::{HeaderValue, header, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use workflow::secret::Token;

/// How long the page may take to ask for it, in seconds.
const LASTS: u32 = 60;

/// Hands the token to the browser; no script can read it there, and no other site makes it come back.
pub fn show_once(token: &Token) {
    set(token.reveal(), LASTS);
}

/// The token that this browser was handed; it is gone afterwards.
pub fn take_shown_once() -> Option<Token> {
    let parts = use_context::<Parts>()?;
    let token = Token::from_text(super::cookie(&parts.headers, name())?);
    set("", 0);
    token.is_one().then_some(token)
}

/// A name that begins like this is set by this very host alone; browsers take it over TLS only.
fn name() -> &'static str {
    if is_secure() { "__Host-once" } else { "once" }
}

fn is_secure() -> bool {
    super::host().base_url.starts_with("https://")
}

fn set(value: &str, lasts: u32) {
    let secure = if is_secure() { "; Secure" } else { "" };
    let cookie = format!("{}={value}; Path=/; Max-Age={lasts}; SameSite=Strict; HttpOnly{secure}", name());
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::try_from(cookie)) {
        response.append_header(header::SET_COOKIE, cookie);
    }
}
