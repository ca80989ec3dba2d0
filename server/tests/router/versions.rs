//! A newer version of an application, as its pages offer it, without JavaScript.

use crate::{
    browser::ORIGIN,
    town::{Town, Who},
};

const OFFERED: &str = "A newer version is ready";

#[tokio::test]
async fn a_newer_version_is_offered_taken_and_reviewed() {
    let town = Town::new().await;
    let browser = town.browser(Who::Operator);
    let place = format!("/o/town/deployments/{}", town.facts.deployment);
    let form = format!("{place}/configuration");
    assert!(!browser.get(&place).await.body.contains(OFFERED));
    assert!(!browser.get(&form).await.body.contains(OFFERED));

    town.library.renew();

    assert!(browser.get(&place).await.body.contains(OFFERED));
    let offered = browser.get(&form).await.body;
    for told in [OFFERED, "Homepage 1.0.0 becomes 2.0.0", "Go on with the newer version"] {
        assert!(offered.contains(told), "{told}");
    }
    let looked_at = town.browser(Who::Viewer).get(&form).await.body;
    assert!(looked_at.contains("becomes 2.0.0") && !looked_at.contains("Go on with the newer version"));

    let sent = format!("organisation=town&deployment={}", town.facts.deployment);
    let back = browser.send_form(&format!("{ORIGIN}{form}"), "take-newer", &sent).await;

    assert_eq!(back.trim_end_matches('?'), format!("{ORIGIN}{form}"));
    let going_on = browser.get(&form).await.body;
    assert!(going_on.contains("These entries are for a newer version than the one that is live"));
    assert!(!going_on.contains("Go on with the newer version"));
    let fields = "fields%5Bhomepage.label%5D=town&fields%5Bhomepage.title%5D=Town";
    let saved = browser.post("/api/save-draft", &format!("{sent}&intent=review&{fields}")).await;
    let review = browser.get(&(saved.header("serverfnredirect").to_owned() + saved.header("location"))).await.body;
    assert!(review.contains("Homepage 1.0.0 becomes 2.0.0"), "{review}");
}
