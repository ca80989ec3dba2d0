//! Forms that the browser itself sends.

use crate::{
    browser::ORIGIN,
    town::{Town, Who},
};

#[tokio::test]
async fn however_often_a_form_is_refused_the_address_says_it_once() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);
    let page = format!("{ORIGIN}/o/town/people?kept=1");

    let once = browser.send_form(&page, "invite", "organisation=town&email=nobody&role=viewer").await;
    let twice = browser.send_form(&once, "invite", "organisation=town&email=nobody&role=viewer").await;
    let other = browser.send_form(&twice, "change-role", "organisation=town&person=x&role=viewer").await;

    assert!(once.starts_with(&format!("{page}&__path=")), "{once}");
    assert_eq!(twice, once);
    assert_eq!(other.matches("__err=").count(), 1, "{other}");
    let shown = browser.get(twice.strip_prefix(ORIGIN).expect("our own page")).await;
    assert!(shown.body.contains("An e-mail address looks like"), "{}", shown.body);
}
