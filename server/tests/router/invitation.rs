//! The link of an invitation: for the inviter's eyes, once, and kept nowhere.

use http::{HeaderValue, Method, header};

use crate::{
    browser::{Answer, Browser, ORIGIN},
    town::{Town, Who},
};

const INVITE: &str = "organisation=town&email=new%40example.org&role=viewer";

/// The cookie with which a browser is handed a token, and what else it says.
fn handed(answer: &Answer) -> Option<(String, String)> {
    let cookies = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let cookie = cookies.into_iter().find_map(|cookie| cookie.strip_prefix("once="))?;
    let (token, rest) = cookie.split_once(';')?;
    Some((token.to_owned(), rest.to_owned()))
}

async fn people(browser: &Browser, once: &str) -> Answer {
    let mut request = browser.request(Method::GET, "/o/town/people", "");
    let session = browser.session.as_deref().unwrap_or_default();
    let cookies = HeaderValue::try_from(format!("session={session}; once={once}")).expect("cookies");
    request.headers_mut().insert(header::COOKIE, cookies);
    browser.send(request).await
}

#[tokio::test]
async fn the_link_is_shown_to_the_inviter_once_and_stands_nowhere_in_the_records() {
    let town = Town::new().await;
    let browser = town.browser(Who::Owner);

    let (token, said) = handed(&browser.post("/api/invite", INVITE).await).expect("a token");

    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=60"] {
        assert!(said.contains(attribute), "{attribute} is not in {said}");
    }
    let records = town.bytes();
    assert!(!records.windows(token.len()).any(|part| part == token.as_bytes()), "the records hold the token");
    let page = people(&browser, &token).await;
    assert!(page.body.contains(&format!("{}/invitation?token={token}", ORIGIN)), "{}", page.body);
    let (left, said) = handed(&page).expect("it is taken away");
    assert!(left.is_empty() && said.contains("Max-Age=0"), "{left} {said}");
    let accepted = format!("token={token}&name=New&password={}", crate::town::PASSWORD.replace(' ', "+"));
    assert_eq!(town.browser(Who::Anonymous).post("/api/accept-as-new", &accepted).await.header("location"), "/");
}

#[tokio::test]
async fn nothing_but_a_token_is_made_a_link_of() {
    let town = Town::new().await;

    for planted in ["x", "", "%22%3E%3Cscript%3E", "../../evil.example"] {
        let page = people(&town.browser(Who::Owner), planted).await.body;
        assert!(page.contains("People") && !page.contains("/invitation?token="), "{planted}: {page}");
    }
    let stranger = people(&town.browser(Who::Anonymous), &"a".repeat(64)).await;
    assert!(!stranger.body.contains("/invitation?token="), "{}", stranger.body);
}
