//! Sessions: begun with a new secret, kept from scripts, ended for good.

use http::{StatusCode, header};

use crate::{
    browser::Browser,
    town::{PASSWORD, Town, Who},
};

async fn sign_in(browser: &Browser, to: &str) -> crate::browser::Answer {
    let body = format!("email=owner%40example.org&password={}&to={to}", PASSWORD.replace(' ', "+"));
    browser.post("/api/sign-in", &body).await
}

#[tokio::test]
async fn signing_in_changes_the_session_and_keeps_it_from_scripts() {
    let town = Town::new().await;
    let mut browser = town.browser(Who::Viewer);
    let planted = browser.session.clone();

    let answer = sign_in(&browser, "/").await;

    let (session, attributes) = answer.session().expect("a session");
    assert_ne!(Some(&session), planted.as_ref());
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=1209600"] {
        assert!(attributes.contains(attribute), "{attribute} is not in {attributes}");
    }
    assert!(!attributes.contains("Secure"));
    // The session that was there before is worth nothing any more.
    assert_eq!(browser.get("/account").await.header("location"), "/sign-in?to=/account");
    browser.session = Some(session);
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn over_tls_the_cookie_is_secure_and_of_this_host_alone() {
    let town = Town::new().await;
    let base_url = server::config::BaseUrl::parse("https://panel.example.org").expect("a base URL");
    let browser = town.browser_with(|panel| panel.base_url = base_url, Who::Anonymous);
    let body = format!("email=owner%40example.org&password={}&to=/", PASSWORD.replace(' ', "+"));
    let mut request = browser.request(http::Method::POST, "/api/sign-in", &body);
    request.headers_mut().insert(header::ORIGIN, http::HeaderValue::from_static("https://panel.example.org"));

    let answer = browser.send(request).await;

    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-session=") && cookie.contains("Secure"), "{cookie}");
    assert!(answer.header("strict-transport-security").starts_with("max-age="));
}

#[tokio::test]
async fn after_signing_out_the_session_is_gone_from_the_records() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);

    let answer = browser.post("/api/sign-out", "").await;

    assert!(answer.status.is_success());
    assert_eq!(browser.get("/account").await.header("location"), "/sign-in?to=/account");
}

#[tokio::test]
async fn a_session_that_its_owner_ended_elsewhere_is_worth_nothing() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);
    let (other, _) = sign_in(&town.browser(Who::Anonymous), "/").await.session().expect("a session");
    let actor = town.workflow.accounts.actor_by_email(&Who::Owner.email()).await.expect("the owner");
    let sessions = town.workflow.accounts.sessions(&actor).await.expect("sessions");
    let newest = sessions.first().expect("a session").id;

    browser.post("/api/revoke-session", &format!("session={newest}")).await;

    let ended = Browser { session: Some(other), ..browser.clone() };
    assert_eq!(ended.get("/account").await.header("location"), "/sign-in?to=/account");
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_after_ten_of_them_the_right_one_too() {
    let town = Town::new().await;
    let browser = town.browser(Who::Anonymous);

    for _ in 0..10 {
        let answer = browser.post("/api/sign-in", "email=owner%40example.org&password=wrong&to=/").await;
        assert_eq!((answer.status, answer.session()), (StatusCode::UNAUTHORIZED, None));
    }

    assert_eq!(sign_in(&browser, "/").await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn nobody_is_led_elsewhere_after_signing_in() {
    let town = Town::new().await;
    let browser = town.browser(Who::Anonymous);

    for to in [
        "//evil.example",
        "/%09/evil.example",
        "/%5Cevil.example",
        "https://evil.example",
        "/%01",
        "/%0d%0aset-cookie:x",
    ] {
        let answer = sign_in(&browser, to).await;
        assert!(answer.status.is_success(), "{to}: {}", answer.status);
        assert_eq!(answer.header("location"), "/", "{to}");
    }
    assert_eq!(sign_in(&browser, "/o/town").await.header("location"), "/o/town");
}
