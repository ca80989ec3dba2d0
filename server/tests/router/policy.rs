//! The policy matrix: every real route, asked by everybody. A route without a row fails.

use std::collections::BTreeSet;

use axum::body::Body;
use http::{Method, Request, StatusCode};
use server::router::every_route;
use workflow::secret::TokenHash;

use crate::town::{PAGES, PASSWORD, Town, Who};

const EVERYBODY: &str = "anonymous viewer operator owner stranger hostingprovider";
const SIGNED_IN: &str = "viewer operator owner stranger hostingprovider";
const SEES: &str = "viewer operator owner hostingprovider";
const EDITS: &str = "operator owner";
const PEOPLE: &str = "owner hostingprovider";
const PROVIDER: &str = "hostingprovider";

/// Method and path of a route; what is sent (a query, or the body of a form); who may.
const ROWS: &[(&str, &str, &str, &str)] = &[
    ("GET", "/healthz", "", EVERYBODY),
    ("GET", "/assets/{*file}", "", EVERYBODY),
    ("GET", "/o/{organisation}/runs/{run}/events", "", SEES),
    ("GET", "/o/{organisation}/deployments/{deployment}/take-away", "", EDITS),
    ("POST", "/language", "language=de", EVERYBODY),
    // Pages
    ("GET", "/", "", SIGNED_IN),
    ("GET", "/sign-in", "", EVERYBODY),
    ("GET", "/first-account", "", EVERYBODY),
    ("GET", "/invitation", "token=TOKEN", EVERYBODY),
    ("GET", "/account", "", SIGNED_IN),
    ("GET", "/account/delete", "", SIGNED_IN),
    ("GET", "/organisations", "", PROVIDER),
    ("GET", "/o/{organisation}", "", SEES),
    ("GET", "/o/{organisation}/people", "", SEES),
    ("GET", "/o/{organisation}/applications", "", SEES),
    ("GET", "/o/{organisation}/deployments/{deployment}", "", SEES),
    ("GET", "/o/{organisation}/deployments/{deployment}/configuration", "", SEES),
    ("GET", "/o/{organisation}/deployments/{deployment}/review/{revision}", "", SEES),
    ("GET", "/o/{organisation}/deployments/{deployment}/history", "", SEES),
    ("GET", "/o/{organisation}/deployments/{deployment}/remove", "", SEES),
    ("GET", "/o/{organisation}/runs/{run}", "", SEES),
    // Accounts
    ("GET", "/new-password", "", EVERYBODY),
    ("GET", "/api/new-password-link", "token=x", EVERYBODY),
    ("POST", "/api/set-password", "token=x&password=PASSWORD", EVERYBODY),
    ("GET", "/api/first-account-link", "token=x", EVERYBODY),
    ("POST", "/api/create-first-account", "token=x&name=A&email=a@example.org&password=PASSWORD", EVERYBODY),
    ("POST", "/api/sign-in", "email=owner@example.org&password=PASSWORD&to=/", EVERYBODY),
    ("POST", "/api/sign-out", "", EVERYBODY),
    ("GET", "/api/sessions", "", SIGNED_IN),
    ("POST", "/api/revoke-session", "session=SESSION", SIGNED_IN),
    ("GET", "/api/deletion", "", SIGNED_IN),
    ("POST", "/api/delete-account", "email=EMAIL&password=PASSWORD", SIGNED_IN),
    ("GET", "/api/invitation", "token=TOKEN", EVERYBODY),
    ("POST", "/api/accept-as-new", "token=TOKEN&name=Guest&password=PASSWORD", EVERYBODY),
    ("POST", "/api/accept", "token=TOKEN", SIGNED_IN),
    ("GET", "/api/frame", "organisation=town", SIGNED_IN),
    // Organisations
    ("GET", "/api/choose-organisation", "", SIGNED_IN),
    ("GET", "/api/organisations", "", PROVIDER),
    ("POST", "/api/create-organisation", "name=New&label=new", PROVIDER),
    ("GET", "/api/people", "organisation=town", SEES),
    ("POST", "/api/invite", "organisation=town&email=new@example.org&role=viewer", PEOPLE),
    ("POST", "/api/invited", "", SIGNED_IN),
    ("POST", "/api/withdraw-invitation", "organisation=town&invitation=INVITATION", PEOPLE),
    ("POST", "/api/change-role", "organisation=town&person=VIEWER&role=operator", PEOPLE),
    ("POST", "/api/end-membership", "organisation=town&person=VIEWER", PEOPLE),
    // Deployments
    ("GET", "/api/catalogue", "organisation=town", SEES),
    ("POST", "/api/begin-deployment", "organisation=town&application=homepage&environment=ENVIRONMENT", EDITS),
    ("GET", "/api/deployments", "organisation=town&page=1&search=&state=&sort=title", SEES),
    ("GET", "/api/deployment", "organisation=town&deployment=DEPLOYMENT", SEES),
    ("GET", "/api/form", "organisation=town&deployment=DEPLOYMENT", SEES),
    ("POST", "/api/save-draft", "organisation=town&deployment=DEPLOYMENT&intent=keep", EDITS),
    ("POST", "/api/take-newer", "organisation=town&deployment=DEPLOYMENT", EDITS),
    ("POST", "/api/discard-draft", "organisation=town&deployment=DEPLOYMENT", EDITS),
    ("GET", "/api/review", "organisation=town&deployment=DEPLOYMENT&revision=STAGED", SEES),
    ("GET", "/api/history", "organisation=town&deployment=DEPLOYMENT", SEES),
    ("POST", "/api/return-to-revision", "organisation=town&deployment=DEPLOYMENT&revision=FIRST", EDITS),
    ("POST", "/api/deploy", "organisation=town&deployment=DEPLOYMENT&revision=STAGED", EDITS),
    ("GET", "/api/removal", "organisation=town&deployment=DEPLOYMENT", SEES),
    ("POST", "/api/remove", "organisation=town&deployment=DEPLOYMENT&title=Our+town", "owner"),
    ("GET", "/api/run", "organisation=town&run=RUN", SEES),
    ("POST", "/api/cancel-run", "organisation=town&run=RUN", "operator owner hostingprovider"),
];

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let routes: BTreeSet<String> =
        every_route(&PAGES).iter().map(|(method, path)| format!("{method} {path}")).collect();
    let rows: BTreeSet<String> = ROWS.iter().map(|(method, path, ..)| format!("{method} {path}")).collect();

    let without_row: Vec<&String> = routes.difference(&rows).collect();
    let without_route: Vec<&String> = rows.difference(&routes).collect();

    assert!(without_row.is_empty(), "who may use these? {without_row:#?}");
    assert!(without_route.is_empty(), "these are gone: {without_route:#?}");
}

#[tokio::test]
async fn everybody_may_do_what_the_policy_says_and_nothing_else() {
    let mut wrong = Vec::new();
    for (method, path, sent, allowed) in ROWS {
        for who in Who::ALL {
            let town = Town::new().await;
            let may = allowed.split(' ').any(|name| name == format!("{who:?}").to_lowercase());
            let before = town.bytes();

            let (status, to) = ask(&town, who, (method, path, sent)).await;

            // Signing out leads there too, and the end of an account.
            let leaves = matches!(*path, "/api/sign-out" | "/api/delete-account");
            let sent_away = to.starts_with("/sign-in") && !leaves;
            let refused = sent_away || matches!(status.as_u16(), 401 | 403 | 404);
            let understood = !status.is_server_error() && status != StatusCode::BAD_REQUEST;
            let file = path.starts_with("/assets/") && status == StatusCode::NOT_FOUND;
            if !understood || (may == refused && !file) {
                wrong.push(format!("{method} {path} by {who:?}: {status} {to}"));
            }
            if (!may || *method == "GET") && town.bytes() != before {
                wrong.push(format!("{method} {path} by {who:?}: the records changed"));
            }
            town.records.close().await;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

async fn ask(town: &Town, who: Who, row: (&str, &str, &str)) -> (StatusCode, String) {
    // The body may have no end: a run that waits is watched for as long as it does.
    let answer = town.browser(who).begin(request(town, who, row).await).await;
    let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
    (answer.status(), to.to_owned())
}

/// Every page, and everything that can be asked for without changing anything.
pub(crate) async fn questions(town: &Town, who: Who) -> Vec<Request<Body>> {
    let mut questions = Vec::new();
    for (method, path, sent, _) in ROWS.iter().filter(|(method, ..)| *method == "GET") {
        questions.push(request(town, who, (method, path, sent)).await);
    }
    questions
}

async fn request(town: &Town, who: Who, row: (&str, &str, &str)) -> Request<Body> {
    let (facts, browser) = (&town.facts, town.browser(who));
    let (method, path, sent) = row;
    let path = path
        .replace("{organisation}", "town")
        .replace("{deployment}", &facts.deployment.to_string())
        .replace("{revision}", &facts.staged.to_string())
        .replace("{run}", &facts.waiting.to_string())
        .replace("{*file}", "none.css");
    let sent = sent
        .replace("TOKEN", &facts.token)
        .replace("PASSWORD", &PASSWORD.replace(' ', "+"))
        .replace("EMAIL", &who.email())
        .replace("SESSION", &own_session(town, who).await)
        .replace("INVITATION", &facts.invitation.to_string())
        .replace("VIEWER", &facts.viewer.to_string())
        .replace("ENVIRONMENT", &facts.environment.to_string())
        .replace("DEPLOYMENT", &facts.deployment.to_string())
        .replace("STAGED", &facts.staged.to_string())
        .replace("FIRST", &facts.first.to_string())
        .replace("RUN", &facts.waiting.to_string());
    match method {
        "GET" if sent.is_empty() => browser.request(Method::GET, &path, ""),
        "GET" => browser.request(Method::GET, &format!("{path}?{sent}"), ""),
        _ => browser.request(Method::POST, &path, &sent),
    }
}

/// The session by the name that its owner sees.
async fn own_session(town: &Town, who: Who) -> String {
    let Some(secret) = town.facts.sessions.get(&who) else { return "00000000-0000-0000-0000-000000000000".into() };
    let actor = town.workflow.accounts.actor(&TokenHash::of(secret.as_bytes())).await.expect("an answer");
    actor.expect("somebody").session.to_string()
}

#[tokio::test]
async fn nobody_ends_the_session_of_another() {
    let town = Town::new().await;
    let theirs = own_session(&town, Who::Owner).await;

    let answer = town.browser(Who::HostingProvider).post("/api/revoke-session", &format!("session={theirs}")).await;

    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(town.browser(Who::Owner).get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_organisation_finds_nothing_of_another_under_its_own_name() {
    let town = Town::new().await;
    let facts = &town.facts;
    let browser = town.browser(Who::Stranger);
    let before = town.bytes();

    for (path, sent) in [
        ("deploy", format!("organisation=elsewhere&deployment={}&revision={}", facts.deployment, facts.staged)),
        ("save-draft", format!("organisation=elsewhere&deployment={}&intent=keep", facts.deployment)),
        ("remove", format!("organisation=elsewhere&deployment={}&title=Our+town", facts.deployment)),
        ("cancel-run", format!("organisation=elsewhere&run={}", facts.waiting)),
        ("withdraw-invitation", format!("organisation=elsewhere&invitation={}", facts.invitation)),
        ("change-role", format!("organisation=elsewhere&person={}&role=owner", facts.viewer)),
        ("end-membership", format!("organisation=elsewhere&person={}", facts.viewer)),
    ] {
        let answer = browser.post(&format!("/api/{path}"), &sent).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.body);
    }
    for page in [
        format!("/o/elsewhere/deployments/{}", facts.deployment),
        format!("/o/elsewhere/deployments/{}/review/{}", facts.deployment, facts.staged),
        format!("/o/elsewhere/runs/{}", facts.finished),
        format!("/o/elsewhere/runs/{}/events", facts.finished),
    ] {
        let answer = browser.get(&page).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
        assert!(!answer.body.contains("Our town"), "{page}");
    }
    assert!(town.bytes() == before, "the records changed");
}
