//! Where a page stands: the ids in its address, and addresses of other pages.

use domain::identifier::{DeploymentId, RevisionId, RunId};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page that is shown does not exist; whoever asked for it by its address is told so.
pub fn not_found() {
    #[cfg(feature = "ssr")]
    crate::server::not_found();
}

/// What the hosting provider is called. The browser reads it from the document that the server sent.
pub fn brand() -> String {
    #[cfg(feature = "ssr")]
    return crate::server::host().brand;
    #[cfg(not(feature = "ssr"))]
    return document().document_element().and_then(|root| root.get_attribute("data-brand")).unwrap_or_default();
}

/// The organisation's label in this page's address.
pub fn organisation() -> Memo<String> {
    parameter("organisation")
}

/// A part of this page's address; empty where it has none.
pub fn parameter(name: &'static str) -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get(name).unwrap_or_default()))
}

/// Where somebody signs in who comes back to `page` afterwards: a path, with its query.
pub fn sign_in(page: &str) -> String {
    let mut address = String::from("/sign-in");
    if page != "/" {
        address.push_str("?to=");
        for byte in page.bytes() {
            match byte {
                b'/' | b'-' | b'_' | b'.' | b'~' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => address.push(byte.into()),
                other => address.push_str(&format!("%{other:02X}")),
            }
        }
    }
    address
}

pub fn overview(organisation: &str) -> String {
    format!("/o/{organisation}")
}

pub fn catalogue(organisation: &str) -> String {
    format!("/o/{organisation}/applications")
}

pub fn deployment(organisation: &str, id: DeploymentId) -> String {
    format!("/o/{organisation}/deployments/{id}")
}

pub fn take_away(organisation: &str, id: DeploymentId) -> String {
    format!("/o/{organisation}/deployments/{id}/take-away")
}

pub fn configuration(organisation: &str, id: DeploymentId) -> String {
    format!("/o/{organisation}/deployments/{id}/configuration")
}

pub fn history(organisation: &str, id: DeploymentId) -> String {
    format!("/o/{organisation}/deployments/{id}/history")
}

pub fn removal(organisation: &str, id: DeploymentId) -> String {
    format!("/o/{organisation}/deployments/{id}/remove")
}

pub fn review(organisation: &str, id: DeploymentId, revision: RevisionId) -> String {
    format!("/o/{organisation}/deployments/{id}/review/{revision}")
}

pub fn run(organisation: &str, id: RunId) -> String {
    format!("/o/{organisation}/runs/{id}")
}

#[cfg(test)]
mod tests {
    use super::sign_in;

    #[test]
    fn the_page_to_come_back_to_is_one_value_of_the_address() {
        assert_eq!(sign_in("/"), "/sign-in");
        assert_eq!(sign_in("/o/town"), "/sign-in?to=/o/town");
        assert_eq!(sign_in("/invitation?token=a&b#c"), "/sign-in?to=/invitation%3Ftoken%3Da%26b%23c");
        assert_eq!(sign_in("/ü\r\n"), "/sign-in?to=/%C3%BC%0D%0A");
    }
}
