//! What visitors get, and don't get, from the site process.

use std::{fs, os::unix::fs::symlink};

use crate::fixtures::{
    closure::{self, Content},
    serving::Serving,
    visitor::{ask, get, send},
};
use adapter_local::CLOSURE_PATH;
use serde_json::json;

const HOST: &str = "town.localhost";

/// A site with one of everything.
async fn town() -> Serving {
    let serving = Serving::start().await;
    let redirect = |path: &str, to: &str, status: u16, keep: bool| json!({ "path": path, "to": to, "status": status, "keepQuery": keep });
    let rules = json!({
        "redirects": [
            redirect("/.well-known/webfinger", "https://social.town.example/.well-known/webfinger", 301, true),
            redirect("/old", "/about/", 302, false),
            redirect("/über", "/about/#top", 308, true),
            redirect(CLOSURE_PATH, "https://elsewhere.example/", 301, false),
        ],
        "headers": [
            { "path": "/assets/*", "name": "Cache-Control", "value": "max-age=60" },
            { "path": "/about/", "name": "X-Exact", "value": "yes" },
            { "path": "/*", "name": "Referrer-Policy", "value": "no-referrer" },
            { "path": "/host-meta", "name": "Content-Type", "value": "application/xrd+xml" },
        ],
        "notFound": "404.html",
    });
    let large = "large ".repeat(100_000);
    let files = [
        ("index.html", "<p>Town</p>"),
        ("about/index.html", "<p>About</p>"),
        ("empty/note.txt", "no index here"),
        ("assets/style.css", "p {}"),
        ("assets/logo.svg", "<svg/>"),
        ("assets/photo.webp", "not really"),
        ("assets/app.js", "1"),
        ("feed.json", "{}"),
        ("host-meta", "<XRD/>"),
        ("large.txt", &large),
        ("404.html", "<p>Lost</p>"),
        ("a b \"c\".txt", "quoted"),
        (".well-known/fediversity", "shadow"),
    ];
    let (configuration, build) =
        closure::write(&serving.store(), "aaa", &[Content { name: "homepage.site", host: HOST, files: &files, rules }]);
    let files = build.directory.join("homepage.site/files");
    fs::write(build.directory.join("homepage.site/secret.txt"), "secret").unwrap();
    fs::create_dir(build.directory.join("homepage.site/files-beside")).unwrap();
    fs::write(build.directory.join("homepage.site/files-beside/secret.txt"), "secret").unwrap();
    symlink("../secret.txt", files.join("out.txt")).unwrap();
    symlink("..", files.join("up")).unwrap();
    symlink("../files-beside", files.join("beside")).unwrap();
    symlink("/", files.join("root")).unwrap();
    symlink("loop", files.join("loop")).unwrap();
    symlink("about/index.html", files.join("inside.html")).unwrap();
    serving.show(&configuration);
    serving
}

#[tokio::test]
async fn files_have_their_types_lengths_and_tags() {
    let town = town().await;

    for (path, content_type, body) in [
        ("/", "text/html; charset=utf-8", "<p>Town</p>"),
        ("/index.html", "text/html; charset=utf-8", "<p>Town</p>"),
        ("/about/", "text/html; charset=utf-8", "<p>About</p>"),
        ("/%61bout/?x=1", "text/html; charset=utf-8", "<p>About</p>"),
        ("/inside.html", "text/html; charset=utf-8", "<p>About</p>"),
        ("/assets/style.css", "text/css; charset=utf-8", "p {}"),
        ("/assets/logo.svg", "image/svg+xml; charset=utf-8", "<svg/>"),
        ("/assets/photo.webp", "image/webp", "not really"),
        ("/assets/app.js", "text/javascript; charset=utf-8", "1"),
        ("/feed.json", "application/json; charset=utf-8", "{}"),
        ("/host-meta", "application/xrd+xml", "<XRD/>"),
        ("/a%20b%20%22c%22.txt", "text/plain; charset=utf-8", "quoted"),
    ] {
        let answer = get(town.address, HOST, path).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, body), "{path}");
        assert_eq!(answer.header("content-type"), Some(content_type), "{path}");
        assert_eq!(answer.header("content-length"), Some(body.len().to_string().as_str()), "{path}");
        assert_eq!(answer.header("last-modified"), None, "{path}");
        assert!(answer.header("etag").unwrap().starts_with("\"aaa/homepage.site/"), "{path}");
    }
}

#[tokio::test]
async fn a_large_file_comes_whole() {
    let town = town().await;

    let answer = get(town.address, HOST, "/large.txt").await;

    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, "large ".repeat(100_000));
}

#[tokio::test]
async fn head_says_what_get_would_and_sends_nothing() {
    let town = town().await;

    for path in ["/", "/large.txt", "/missing", "/old", "/about", CLOSURE_PATH] {
        let get = get(town.address, HOST, path).await;
        let head = ask(town.address, "HEAD", HOST, path, "").await;

        assert_eq!((head.status, head.body.as_str()), (get.status, ""), "{path}");
        for name in ["content-length", "content-type", "etag", "location", "referrer-policy"] {
            assert_eq!(head.header(name), get.header(name), "{path} {name}");
        }
    }
}

#[tokio::test]
async fn what_a_browser_has_already_is_not_sent_again() {
    let town = town().await;
    let tag = get(town.address, HOST, "/assets/style.css").await.header("etag").unwrap().to_owned();

    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".into()] {
        let line = format!("If-None-Match: {known}\r\n");
        let answer = ask(town.address, "GET", HOST, "/assets/style.css", &line).await;
        assert_eq!((answer.status, answer.body.as_str()), (304, ""), "{known}");
        assert_eq!(answer.header("etag"), Some(tag.as_str()));
        assert_eq!(answer.header("cache-control"), Some("max-age=60"));
        assert_eq!(answer.header("content-length"), None);
    }
    let other = ask(town.address, "GET", HOST, "/assets/style.css", "If-None-Match: \"other\"\r\n").await;
    assert_eq!(other.status, 200);
    let (configuration, _) = closure::page(&town.store(), "bbb", HOST, "new");
    let before = get(town.address, HOST, "/").await.header("etag").unwrap().to_owned();
    town.show(&configuration);
    let after = ask(town.address, "GET", HOST, "/", &format!("If-None-Match: {before}\r\n")).await;
    assert_eq!((after.status, after.body.as_str()), (200, "new"));
}

#[tokio::test]
async fn redirects_keep_their_query_where_they_should() {
    let town = town().await;

    for (path, status, location) in [
        (
            "/.well-known/webfinger?resource=acct:a@town.example",
            301,
            "https://social.town.example/.well-known/webfinger?resource=acct:a@town.example",
        ),
        ("/.well-known/webfinger", 301, "https://social.town.example/.well-known/webfinger"),
        ("/old?x=1", 302, "/about/"),
        ("/%C3%BCber?x=1", 308, "/about/?x=1#top"),
        ("/about", 301, "/about/"),
        ("/about?x=1", 301, "/about/?x=1"),
        ("/%61bout", 301, "/%61bout/"),
    ] {
        let answer = get(town.address, HOST, path).await;
        assert_eq!((answer.status, answer.body.as_str()), (status, ""), "{path}");
        assert_eq!(answer.header("location"), Some(location), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
    }
}

#[tokio::test]
async fn headers_follow_their_paths() {
    let town = town().await;

    let (about, style, home) = (
        get(town.address, HOST, "/about/").await,
        get(town.address, HOST, "/assets/style.css").await,
        get(town.address, HOST, "/").await,
    );

    assert_eq!((about.header("x-exact"), style.header("x-exact"), home.header("x-exact")), (Some("yes"), None, None));
    assert_eq!((style.header("cache-control"), home.header("cache-control")), (Some("max-age=60"), Some("no-cache")));
    assert_eq!(home.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(home.header("x-content-type-options"), Some("nosniff"));
}

#[tokio::test]
async fn what_is_not_there_gets_the_sites_own_page() {
    let town = town().await;

    for path in ["/missing", "/empty/", "/index.html/", "/index.html/x", "/loop", "/about/missing.css"] {
        let answer = get(town.address, HOST, path).await;
        assert_eq!((answer.status, answer.body.as_str()), (404, "<p>Lost</p>"), "{path}");
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(answer.header("etag"), None);
    }
    let long = format!("/{}", "x".repeat(5000));
    assert_eq!(get(town.address, HOST, &long).await.status, 404);
}

#[tokio::test]
async fn no_path_leaves_the_files() {
    let town = town().await;

    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/about/../../secret.txt",
        "/about/%2e%2e/%2e%2e/secret.txt",
        "/.%2e/secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/%2fetc/passwd",
        "//etc/passwd",
        "/out.txt",
        "/up/secret.txt",
        "/up/",
        "/up",
        "/root/etc/passwd",
        "/root/",
        "/beside/secret.txt",
        "/secret.txt%00.html",
        "/%00",
        "/..",
        "/.",
        "/../",
        "/..;/secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/../../../../../../../../etc/passwd",
        "/../site.json",
        "/site.json",
        "/../files-beside/secret.txt",
    ] {
        let answer = get(town.address, HOST, path).await;
        assert!(matches!(answer.status, 400 | 404), "{path}: {answer:?}");
        assert!(
            !answer.body.contains("secret") && !answer.body.contains("root:") && !answer.body.contains("redirects"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let town = town().await;

    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        for host in [HOST, "nobody.localhost"] {
            let answer = ask(town.address, method, host, "/", "Content-Length: 0\r\n").await;
            assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
        }
    }
}

#[tokio::test]
async fn every_way_to_write_a_host_leads_to_its_site() {
    let town = town().await;

    for host in ["town.localhost", "TOWN.LocalHost", "town.localhost.", "town.localhost:8090", "town.localhost.:1"] {
        assert_eq!(get(town.address, host, "/").await.body, "<p>Town</p>", "{host}");
    }
    let whole =
        b"GET http://town.localhost:8090/about/ HTTP/1.1\r\nHost: nobody.localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(send(town.address, whole).await.body, "<p>About</p>");
}

#[tokio::test]
async fn unknown_and_hostile_hosts_learn_nothing() {
    let town = town().await;
    fs::write(town.place().join("sites/file.localhost"), "a file, not a link").unwrap();
    fs::write(town.place().join("sites/.hidden"), "").unwrap();

    for host in [
        "nobody.localhost",
        "localhost",
        "127.0.0.1",
        "[::1]:8090",
        "",
        ".",
        "..",
        "../sites/town.localhost",
        "./town.localhost",
        "sites/town.localhost",
        "town.localhost/",
        "town.localhost/../x",
        ".hidden",
        "file.localhost",
        "town.localhost:x",
        "town.localhost@evil.example",
        "evil@town.localhost",
        "town..localhost",
        "town.localhost..",
        "*.localhost",
        "tówn.localhost",
        "town.localhost%00",
        "town.localhost\\",
        &"a.".repeat(2000),
    ] {
        let answer = get(town.address, host, "/").await;
        assert!(matches!(answer.status, 400 | 404), "{host}: {answer:?}");
        assert!(!answer.body.contains("Town") && !answer.body.contains("town"), "{host}");
    }
}

#[tokio::test]
async fn requests_with_no_host_or_several_are_refused() {
    let town = town().await;

    for (request, status) in [
        ("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
        ("GET / HTTP/1.0\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: town.localhost\r\nHost: nobody.localhost\r\nConnection: close\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: town.localhost\r\n folded.example\r\nConnection: close\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: nobody.localhost\rX-Y: 1\r\nConnection: close\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: town.localhost\0\r\nConnection: close\r\n\r\n", 400),
        ("not HTTP at all\r\n\r\n", 400),
    ] {
        assert_eq!(send(town.address, request.as_bytes()).await.status, status, "{request:?}");
    }
    let host = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", "a".repeat(2_000_000));
    assert_eq!(send(town.address, host.as_bytes()).await.status, 431);
}

#[tokio::test]
async fn a_site_tells_its_closure_and_nothing_can_shadow_it() {
    let town = town().await;

    for path in [CLOSURE_PATH, "/.well-known/%66ediversity", "/.well-known/fediversity?x"] {
        let answer = get(town.address, HOST, path).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, "/nix/store/aaa-local-sites"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    assert_eq!(get(town.address, "nobody.localhost", CLOSURE_PATH).await.status, 404);
}

#[tokio::test]
async fn a_site_that_is_broken_or_gone_breaks_no_other() {
    let town = town().await;
    let (gone, build) = closure::page(&town.store(), "ccc", "gone.localhost", "here for now");
    town.show(&gone);
    assert_eq!(get(town.address, "gone.localhost", CLOSURE_PATH).await.status, 200);
    let (_, broken) = closure::page(&town.store(), "ddd", "broken.localhost", "");
    fs::write(broken.directory.join("homepage.site/site.json"), "{ \"redirects\": 1 }").unwrap();

    fs::remove_dir_all(build.directory).unwrap();
    let links = town.place().join("sites");
    symlink("/nowhere/at/all", links.join("nowhere.localhost")).unwrap();
    symlink("/etc", links.join("etc.localhost")).unwrap();
    symlink(broken.directory.join("homepage.site"), links.join("broken.localhost")).unwrap();

    for host in ["gone.localhost", "nowhere.localhost", "etc.localhost", "broken.localhost"] {
        let answer = get(town.address, host, CLOSURE_PATH).await;
        assert_eq!((answer.status, answer.body.as_str()), (503, "This site can't be shown at the moment."), "{host}");
    }
    assert_eq!(get(town.address, HOST, "/").await.status, 200);
}
