//! What an organisation may not have more of.

use http::StatusCode;
use workflow::limits::Limits;

use crate::{
    browser::ORIGIN,
    town::{Town, Who},
};

#[tokio::test]
async fn whoever_asks_for_more_than_the_organisation_may_have_is_told_how_much_that_is() {
    let town = Town::new().await;
    let limited = town.with_limits(Limits { deployments: 2, people: 4 });
    let browser = town.browser_with(|panel| panel.workflow = limited, Who::Owner);
    let begin = format!("organisation=town&application=homepage&environment={}", town.facts.environment);
    let invite = "organisation=town&email=new%40example.org&role=viewer";

    for (page, function, fields, sentence) in [
        ("applications", "begin-deployment", begin.as_str(), "Your organisation may have at most 2 deployments"),
        ("people", "invite", invite, "At most 4 people may belong to your organisation or be invited"),
    ] {
        let refused = browser.post(&format!("/api/{function}"), fields).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);

        let back = browser.send_form(&format!("{ORIGIN}/o/town/{page}"), function, fields).await;
        let shown = browser.get(back.strip_prefix(ORIGIN).expect("our own page")).await;
        assert!(shown.body.contains(sentence), "{function}: {}", shown.body);
    }
}
