//! The stream of a run.

use std::time::Duration;

use axum::body::Body;
use domain::{
    identifier::RunId,
    run::{Line, RunDetail, RunState},
};
use http::{HeaderValue, Method, StatusCode};
use http_body_util::BodyExt;
use tokio::{sync::watch, time::timeout};

use crate::{
    browser::Browser,
    town::{Town, Who},
};

/// Longer than any of this takes.
const LIMIT: Duration = Duration::from_secs(20);

#[derive(Debug, PartialEq)]
struct Event {
    name: String,
    id: Option<u64>,
    text: String,
}

/// Reads a stream event by event.
struct Stream {
    body: Body,
    rest: String,
}

impl Stream {
    async fn open(browser: &Browser, run: RunId, last: Option<u64>) -> Self {
        let mut request = browser.request(Method::GET, &format!("/o/town/runs/{run}/events?after=0"), "");
        if let Some(last) = last {
            request.headers_mut().insert("last-event-id", HeaderValue::from(last));
        }
        let answer = browser.begin(request).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        assert!(!answer.headers().contains_key("content-encoding"));
        Self { body: answer.into_body(), rest: String::new() }
    }

    /// None at the end.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some((event, rest)) = self.rest.split_once("\n\n") {
                let (event, rest) = (parse(event), rest.to_owned());
                self.rest = rest;
                if let Some(event) = event {
                    return Some(event);
                }
                continue;
            }
            let frame = timeout(LIMIT, self.body.frame()).await.expect("in time")?.expect("a frame");
            self.rest.push_str(std::str::from_utf8(frame.data_ref().expect("text")).expect("text"));
        }
    }

    async fn rest(mut self) -> Vec<Event> {
        let mut events = Vec::new();
        while let Some(event) = self.next().await {
            events.push(event);
        }
        events
    }
}

fn parse(text: &str) -> Option<Event> {
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().to_owned());
    let (name, id) = (field("event:")?, field("id:").and_then(|id| id.parse().ok()));
    Some(Event { name, id, text: field("data:").unwrap_or_default() })
}

fn numbers(events: &[Event]) -> Vec<u64> {
    let lines = events.iter().filter(|event| event.name == "line");
    lines
        .map(|event| {
            let line: Line = serde_json::from_str(&event.text).expect("a line");
            assert_eq!(event.id, Some(line.number));
            line.number
        })
        .collect()
}

#[tokio::test]
async fn a_finished_run_is_told_once_and_ends() {
    let town = Town::new().await;

    let events = Stream::open(&town.browser(Who::Viewer), town.facts.finished, None).await.rest().await;

    let numbers = numbers(&events);
    assert!(numbers.len() >= 3 && numbers.iter().copied().eq(1..=numbers.len() as u64), "{numbers:?}");
    assert_eq!(events.last().map(|event| event.name.as_str()), Some("end"));
    let states: Vec<&Event> = events.iter().filter(|event| event.name == "state").collect();
    let detail: RunDetail = serde_json::from_str(&states[0].text).expect("a state");
    assert_eq!((states.len(), detail.run.state, detail.lines.len()), (1, RunState::Succeeded, 0));
}

#[tokio::test]
async fn a_browser_that_comes_back_misses_nothing_and_hears_nothing_twice() {
    let town = Town::new().await;
    let browser = town.browser(Who::Viewer);
    let mut first = Stream::open(&browser, town.facts.waiting, None).await;
    let worker = town.worker.clone();
    let work = tokio::spawn(async move { worker.work_once(&mut watch::channel(false).1).await.expect("a run") });

    let mut heard = Vec::new();
    while heard.len() < 2 {
        heard.extend(numbers(&[first.next().await.expect("more")]));
    }
    drop(first);
    let again = Stream::open(&browser, town.facts.waiting, heard.last().copied()).await;
    heard.extend(numbers(&again.rest().await));

    assert!(work.await.expect("the worker"));
    let lines = heard.len() as u64;
    assert!(lines >= 3 && heard.iter().copied().eq(1..=lines), "{heard:?}");
}

#[tokio::test]
async fn a_stream_ends_soon_after_its_session() {
    let town = Town::new().await;
    let browser = town.browser(Who::Viewer);
    let mut stream = Stream::open(&browser, town.facts.waiting, None).await;
    assert_eq!(stream.next().await.expect("the state").name, "state");

    browser.post("/api/sign-out", "").await;

    let ended = timeout(Duration::from_secs(5), stream.next()).await.expect("within five seconds");
    assert_eq!(ended, None);
}

#[tokio::test]
async fn streams_end_with_the_server() {
    let town = Town::new().await;
    let mut stream = Stream::open(&town.browser(Who::Viewer), town.facts.waiting, None).await;
    assert_eq!(stream.next().await.expect("the state").name, "state");

    town.stop.send_replace(true);

    assert_eq!(stream.next().await, None);
}

#[tokio::test]
async fn a_person_has_eight_streams_at_most() {
    let town = Town::new().await;
    let browser = town.browser(Who::Viewer);
    let mut open = Vec::new();
    for _ in 0..8 {
        open.push(Stream::open(&browser, town.facts.waiting, None).await);
    }
    let path = format!("/o/town/runs/{}/events", town.facts.waiting);

    assert_eq!(browser.get(&path).await.status, StatusCode::TOO_MANY_REQUESTS);

    open.pop();
    Stream::open(&browser, town.facts.waiting, None).await;
}
