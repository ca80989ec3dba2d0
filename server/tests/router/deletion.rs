//! Deleting one's own account.

use http::StatusCode;
use workflow::port::store::Accounts as _;

use crate::town::{PASSWORD, Town, Who};

fn fields(address: &str, password: &str) -> String {
    format!("email={address}&password={}", password.replace(' ', "+"))
}

#[tokio::test]
async fn an_account_is_deleted_by_who_knows_its_address_and_password() {
    let town = Town::new().await;
    let browser = town.browser(Who::Operator);
    let delete = async |address, password| browser.post("/api/delete-account", &fields(address, password)).await;

    let other = delete("owner@example.org", PASSWORD).await;
    let wrong = delete("operator@example.org", "correct horse batterie").await;
    assert_eq!((other.status, wrong.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert!(
        other.body.contains("not-the-same") && wrong.body.contains("wrong-password"),
        "{} {}",
        other.body,
        wrong.body
    );
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);

    let deleted = delete("+Operator@Example.org", PASSWORD).await;

    assert_eq!(deleted.header("location"), "/sign-in?account=deleted");
    assert_eq!(browser.get("/account").await.header("location"), "/sign-in?to=/account");
    let sign_in = format!("{}&to=/", fields("operator@example.org", PASSWORD));
    assert_eq!(town.browser(Who::Anonymous).post("/api/sign-in", &sign_in).await.status, StatusCode::UNAUTHORIZED);
    let people = town.browser(Who::Owner).get("/o/town/people").await.body;
    assert!(people.contains("owner@example.org") && !people.contains("operator@example.org"), "{people}");
    let page = town.browser(Who::Anonymous).get("/sign-in?account=deleted").await.body;
    assert!(page.contains("Your account is deleted"), "{page}");
}

#[tokio::test]
async fn guessing_the_password_of_an_account_ends_as_at_signing_in() {
    let town = Town::new().await;
    let browser = town.browser(Who::Operator);

    for _ in 0..10 {
        browser.post("/api/delete-account", &fields("operator@example.org", "guessed once more")).await;
    }

    let answer = browser.post("/api/delete-account", &fields("operator@example.org", PASSWORD)).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.body);
}

#[tokio::test]
async fn whoever_can_not_be_spared_is_told_why() {
    let town = Town::new().await;

    for (who, sentence) in [
        (Who::Owner, "You are the only owner of Town. Make somebody else owner there first."),
        (Who::HostingProvider, "You are the only administrator of this hosting provider, and somebody has to be."),
    ] {
        let browser = town.browser(who);
        let page = browser.get("/account/delete").await.body;
        assert!(page.contains(sentence), "{page}");

        let answer = browser.post("/api/delete-account", &fields(&who.email(), PASSWORD)).await;

        assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.body);
        assert_eq!(browser.get("/account").await.status, StatusCode::OK);
        let address = who.email().try_into().expect("an address");
        assert!(town.records.password(&address).await.expect("an answer").is_some());
    }
}
