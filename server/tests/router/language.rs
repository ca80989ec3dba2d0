//! Choosing the language.

use http::StatusCode;

use crate::town::{Town, Who};

#[tokio::test]
async fn the_choice_is_kept_in_a_cookie_and_leads_back() {
    let town = Town::new().await;
    let browser = town.browser(Who::Anonymous);

    let answer = browser.post("/language", "language=de&to=/sign-in").await;

    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/sign-in");
    assert!(answer.header("set-cookie").starts_with("language=de; Path=/; Max-Age=31536000; SameSite=Lax"));
    let mut request = browser.request(http::Method::GET, "/sign-in", "");
    request.headers_mut().insert("cookie", http::HeaderValue::from_static("language=de"));
    assert!(browser.send(request).await.body.contains("<html lang=\"de\""));
}

#[tokio::test]
async fn it_never_leads_to_another_host() {
    let town = Town::new().await;
    let browser = town.browser(Who::Anonymous);

    for to in ["//evil.example", "/%5Cevil.example", "/%09/evil.example", "https://evil.example", "evil", "", "/%0d%0a"]
    {
        let answer = browser.post("/language", &format!("language=en&to={to}")).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"), "{to}");
    }
    assert!(browser.post("/language", "language=fr").await.status.is_client_error());
}
