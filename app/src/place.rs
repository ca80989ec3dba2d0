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

pub fn overview(organisation: &str) -> String {
    format!("/o/{organisation}")
}

pub fn catalogue(organisation: &str) -> String {
    format!("/o/{organisation}/applications")
}

pub fn deployment(organisation: &str, id: DeploymentId) -> String {
    format!("/o/{organisation}/deployments/{id}")
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
