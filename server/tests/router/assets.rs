//! The files that browsers load.

use std::fs;

use http::{HeaderValue, Method, StatusCode};
use server::assets::Served;

use crate::{
    browser::Browser,
    town::{Town, Who},
};

const INDEX: &str = r#"<link rel="stylesheet" href="/assets/main-1.css" integrity="sha384-a"/>"#;

async fn browser() -> (Town, tempfile::TempDir, Browser) {
    let town = Town::new().await;
    let directory = tempfile::tempdir().expect("a directory");
    for (name, content) in
        [("index.html", INDEX), ("main-1.css", "body{}"), ("main-1.css.br", "compressed"), ("app-1.wasm", "\0asm")]
    {
        fs::write(directory.path().join(name), content).expect("a file");
    }
    let brand = directory.path().join("brand.css");
    fs::write(&brand, ":root{--accent:#123456}").expect("a file");
    let served = Served::find(directory.path(), Some(&brand)).expect("assets");
    let browser = town.browser_with(|panel| panel.assets = served, Who::Anonymous);
    (town, directory, browser)
}

#[tokio::test]
async fn they_are_served_compressed_and_may_be_kept_for_ever() {
    let (_town, _directory, browser) = browser().await;
    let mut request = browser.request(Method::GET, "/assets/main-1.css", "");
    request.headers_mut().insert("accept-encoding", HeaderValue::from_static("gzip, br"));

    let answer = browser.send(request).await;

    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "compressed"));
    assert_eq!(answer.header("content-encoding"), "br");
    assert_eq!(answer.header("content-type"), "text/css");
    assert_eq!(answer.header("vary"), "accept-encoding");
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(browser.get("/assets/app-1.wasm").await.header("content-type"), "application/wasm");
}

#[tokio::test]
async fn pages_name_them_with_their_integrity() {
    let (_town, _directory, browser) = browser().await;

    let page = browser.get("/sign-in").await.body;

    assert!(page.contains(r#"href="/assets/main-1.css""#) && page.contains(r#"integrity="sha384-a""#), "{page}");
    let brand = page.split("href=\"").find(|part| part.starts_with("/assets/brand.css?")).expect("the brand");
    let brand = browser.get(brand.split('"').next().expect("a path")).await;
    assert_eq!((brand.status, brand.body.as_str()), (StatusCode::OK, ":root{--accent:#123456}"));
}

#[tokio::test]
async fn what_replaces_them_under_a_running_server_changes_nothing() {
    let (town, directory, browser) = browser().await;
    fs::remove_file(directory.path().join("main-1.css")).expect("gone");
    fs::write(directory.path().join("index.html"), INDEX.replace("main-1", "main-2")).expect("a file");
    fs::write(directory.path().join("main-2.css"), "body{color:red}").expect("a file");

    let page = browser.get("/sign-in").await.body;
    let style = browser.get("/assets/main-1.css").await;

    assert!(page.contains("/assets/main-1.css") && !page.contains("main-2"), "{page}");
    assert_eq!((style.status, style.body.as_str()), (StatusCode::OK, "body{}"));
    let next = Served::find(directory.path(), None).expect("assets");
    let next = town.browser_with(|panel| panel.assets = next, Who::Anonymous);
    assert!(next.get("/sign-in").await.body.contains("/assets/main-2.css"));
    assert_eq!(next.get("/assets/main-2.css").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_build_that_is_not_complete_is_named_by_no_page() {
    let (town, directory, _) = browser().await;
    fs::remove_file(directory.path().join("main-1.css")).expect("gone");

    let served = Served::find(directory.path(), None).expect("assets");
    let browser = town.browser_with(|panel| panel.assets = served, Who::Anonymous);

    let page = browser.get("/sign-in").await;
    assert!(page.status.is_success() && !page.body.contains("main-1.css"), "{}", page.body);
}

#[tokio::test]
async fn nothing_else_is_served() {
    let (_town, _directory, browser) = browser().await;

    for path in ["/assets/index.html", "/assets/", "/assets/../Cargo.toml", "/assets/%2e%2e/x", "/assets/none.css"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
    }
}
