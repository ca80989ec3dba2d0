//! Choosing the language: a cookie, and back to where one was.

use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Response},
};
use domain::language::Language;
use http::{StatusCode, header};
use serde::Deserialize;

use super::Panel;

/// A year, in seconds.
const LASTS: u32 = 31_536_000;

#[derive(Debug, Deserialize)]
pub(super) struct Choice {
    language: Language,
    #[serde(default)]
    to: String,
}

pub(super) async fn choose(State(panel): State<Panel>, Form(choice): Form<Choice>) -> Response {
    let language = match choice.language {
        Language::En => "en",
        Language::De => "de",
    };
    let secure = if panel.base_url.is_secure() { "; Secure" } else { "" };
    let cookie = format!("language={language}; Path=/; Max-Age={LASTS}; SameSite=Lax; HttpOnly{secure}");
    let to = if is_ours(&choice.to) { choice.to } else { "/".to_owned() };
    (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, to)]).into_response()
}

/// Whether it is a path on this host to every browser: two slashes would begin another host, browsers read `\` as a
/// slash, and they leave out tabs and line breaks before they look.
fn is_ours(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= 2000
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_host_are_gone_to() {
        for path in ["/", "/o/town?state=live&page=2#x", "/%2f%2fevil.example"] {
            assert!(is_ours(path), "{path}");
        }
        for path in [
            "",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https://evil.example",
            "\\\\evil",
            "/a\r\nx: y",
            "/ä",
        ] {
            assert!(!is_ours(path), "{path}");
        }
    }
}
