//! The site process with many visitors, slow ones among them, and while it ends.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use crate::fixtures::{
    closure::{self, Content, no_rules},
    serving::{Serving, until},
    visitor::get,
};
use adapter_local::{SiteProcessError, serve_sites};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

const HOST: &str = "town.localhost";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn visitors_see_the_old_or_the_new_site_while_links_change() {
    let serving = Serving::start().await;
    let texts = ["a".repeat(100_000), "b".repeat(400_000)];
    let closures = [("aaa", &texts[0]), ("bbb", &texts[1])]
        .map(|(hash, text)| closure::page(&serving.store(), hash, HOST, text).0);
    serving.show(&closures[0]);
    let (address, done, asked) = (serving.address, Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));

    let visitors: Vec<_> = (0..200)
        .map(|_| {
            let (done, asked) = (Arc::clone(&done), Arc::clone(&asked));
            tokio::spawn(async move {
                let mut seen = HashSet::new();
                while !done.load(Ordering::Relaxed) {
                    let answer = get(address, HOST, "/").await;
                    asked.fetch_add(1, Ordering::Relaxed);
                    let first = answer.body.chars().next();
                    let is_whole = answer.body == "a".repeat(100_000) || answer.body == "b".repeat(400_000);
                    assert!(answer.status == 200 && is_whole, "{} {first:?} {}", answer.status, answer.body.len());
                    let tag = answer.header("etag").unwrap();
                    assert_eq!(first == Some('a'), tag.starts_with("\"aaa/"), "content and tag are of one closure");
                    seen.insert(first);
                }
                seen
            })
        })
        .collect();
    for change in 1..=50 {
        // Each change happens in the middle of answers, not between them.
        let before = asked.load(Ordering::Relaxed);
        until("visitors are answered", || asked.load(Ordering::Relaxed) > before + 10).await;
        serving.show(&closures[change % 2]);
    }
    done.store(true, Ordering::Relaxed);

    let mut seen = HashSet::new();
    for visitor in visitors {
        seen.extend(visitor.await.unwrap());
    }
    assert_eq!(seen.len(), 2);
}

#[tokio::test]
async fn slow_visitors_hold_up_nobody() {
    let serving = Serving::start().await;
    serving.show(&closure::page(&serving.store(), "aaa", HOST, "here").0);

    let mut slow = Vec::new();
    for _ in 0..200 {
        let mut stream = TcpStream::connect(serving.address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: town.loc").await.unwrap();
        slow.push(stream);
    }

    assert_eq!(get(serving.address, HOST, "/").await.body, "here");
    let mut rest = Vec::new();
    let cut_off = timeout(Duration::from_secs(20), slow[0].read_to_end(&mut rest)).await;
    assert!(cut_off.is_ok(), "a request that does not end is ended");
}

#[tokio::test]
async fn it_ends_when_asked_and_finishes_what_it_began() {
    let mut serving = Serving::start().await;
    let large = "x".repeat(8 * 1024 * 1024);
    let files = [("large.txt", large.as_str())];
    let content = Content { name: "homepage.site", host: HOST, files: &files, rules: no_rules() };
    serving.show(&closure::write(&serving.store(), "aaa", &[content]).0);
    let mut begun = TcpStream::connect(serving.address).await.unwrap();
    begun.write_all(b"GET /large.txt HTTP/1.1\r\nHost: town.localhost\r\n\r\n").await.unwrap();
    let mut start = [0; 1000];
    begun.read_exact(&mut start).await.unwrap();
    let _idle = TcpStream::connect(serving.address).await.unwrap();

    std::fs::write(serving.place().join("control"), "stop").unwrap();
    let mut rest = Vec::new();
    timeout(Duration::from_secs(5), begun.read_to_end(&mut rest)).await.unwrap().unwrap();

    assert!(rest.len() > 8 * 1024 * 1024 - 1000, "{}", rest.len());
    timeout(Duration::from_secs(5), &mut serving.task).await.unwrap().unwrap().unwrap();
    assert!(TcpStream::connect(serving.address).await.is_err());
}

#[tokio::test]
async fn there_is_one_site_process_for_a_directory_and_one_for_a_port() {
    let serving = Serving::start().await;
    let elsewhere = tempfile::tempdir().unwrap();

    let second = serve_sites(serving.place(), "127.0.0.1:0".parse().unwrap()).await;
    let same_port = serve_sites(elsewhere.path().to_owned(), serving.address).await;

    assert!(matches!(second, Err(SiteProcessError::Held(_))));
    let Err(taken @ SiteProcessError::Taken(_)) = same_port else { panic!("{same_port:?}") };
    assert!(taken.to_string().contains(&serving.address.port().to_string()));
    assert!(serving.place().join("listening").exists());
}
