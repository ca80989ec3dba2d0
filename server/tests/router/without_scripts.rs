//! Forms that the browser itself sends.

use http::{HeaderValue, Method, StatusCode, header};

use crate::{
    browser::{Browser, ORIGIN},
    town::{Town, Who},
};

/// Sends a form from a page as a browser without JavaScript does; gives where it leads to.
async fn send(browser: &Browser, page: &str, function: &str, fields: &str) -> String {
    let mut request = browser.request(Method::POST, &format!("/api/{function}"), fields);
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("text/html"));
    request.headers_mut().insert(header::REFERER, HeaderValue::from_str(page).expect("an address"));
    let answer = browser.send(request).await;
    assert_eq!(answer.status, StatusCode::FOUND, "{}", answer.body);
    answer.header("location").to_owned()
}

#[tokio::test]
async fn however_often_a_form_is_refused_the_address_says_it_once() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);
    let page = format!("{ORIGIN}/o/town/people?kept=1");

    let once = send(&browser, &page, "invite", "organisation=town&email=nobody&role=viewer").await;
    let twice = send(&browser, &once, "invite", "organisation=town&email=nobody&role=viewer").await;
    let other = send(&browser, &twice, "change-role", "organisation=town&person=x&role=viewer").await;

    assert!(once.starts_with(&format!("{page}&__path=")), "{once}");
    assert_eq!(twice, once);
    assert_eq!(other.matches("__err=").count(), 1, "{other}");
    let shown = browser.get(twice.strip_prefix(ORIGIN).expect("our own page")).await;
    assert!(shown.body.contains("An e-mail address looks like"), "{}", shown.body);
}
