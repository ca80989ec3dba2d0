//! A secret that somebody typed is nowhere afterwards: on no page, in no answer, line or log, and not in the records.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
};

use http::{Method, StatusCode, header};
use tokio::sync::watch;
use tracing::{level_filters::LevelFilter, subscriber};
use tracing_subscriber::fmt::MakeWriter;

use crate::{
    browser::{Answer, ORIGIN},
    policy::questions,
    town::{Town, Who},
};

const CANARY: &str = "canary4711";

/// Everything that is logged, however unimportant.
#[derive(Clone, Debug, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

fn is_free(what: &str, text: &str) {
    assert!(!text.contains(CANARY), "{what} has it: {text}");
}

/// Saves the form of the live deployment with this password, as a browser with JavaScript does, or without.
async fn save(town: &Town, password: &str, script: bool) -> Answer {
    let browser = town.browser(Who::Owner);
    let fields = format!("fields[homepage.name]=town&fields[homepage.title]=Town&fields[homepage.password]={password}");
    let sent = format!("organisation=town&deployment={}&intent=review&{fields}", town.facts.deployment);
    let sent = sent.replace('[', "%5B").replace(']', "%5D");
    let mut request = browser.request(Method::POST, "/api/save-draft", &sent);
    if !script {
        let page = format!("{ORIGIN}{}", page(town));
        request.headers_mut().insert(header::ACCEPT, "text/html".parse().expect("a header"));
        request.headers_mut().insert(header::REFERER, page.parse().expect("a header"));
    }
    browser.send(request).await
}

/// Where the form is.
fn page(town: &Town) -> String {
    format!("/o/town/deployments/{}/configuration", town.facts.deployment)
}

async fn form(town: &Town) -> String {
    town.browser(Who::Owner).get(&page(town)).await.body
}

#[tokio::test]
async fn a_secret_that_was_typed_is_nowhere_afterwards() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(log.clone()).finish();
    let _logged = subscriber::set_default(subscriber);
    let mut town = Town::new().await;

    let saved = save(&town, CANARY, true).await;
    is_free("the answer", &format!("{saved:?}"));
    let review = saved.header("serverfnredirect").to_owned() + saved.header("location");
    town.facts.staged = review.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a revision");
    let owner = town.workflow.accounts.actor_by_email(&Who::Owner.email()).await.expect("the owner");
    let within = owner.memberships[0].organisation.id;
    let deployments = &town.workflow.deployments;
    let (deployment, staged) = (town.facts.deployment, town.facts.staged);
    town.facts.waiting = deployments.deploy(&owner, within, deployment, staged).await.expect("a run");
    let (_running, mut stop) = watch::channel(false);
    while town.worker.work_once(&mut stop).await.expect("records") {}

    let browser = town.browser(Who::Owner);
    let mut seen = 0;
    for request in questions(&town, Who::Owner).await {
        let asked = request.uri().to_string();
        let answer = browser.send(request).await;
        is_free(&asked, &format!("{answer:?}"));
        seen += usize::from(answer.body.contains("edition"));
    }
    assert!(seen >= 2, "the form, at least, says that it is kept");
    is_free("the log", &log.text());
    is_free("the records", &String::from_utf8_lossy(&town.bytes()));
    let taken = deployments.take_away(&owner, within, deployment).await.expect("a directory");
    for (path, content) in taken.files {
        is_free(&path, &String::from_utf8_lossy(&content));
    }
}

#[tokio::test]
async fn the_form_says_what_is_kept_and_never_shows_it() {
    let town = Town::new().await;
    assert!(form(&town).await.contains("Nothing is kept yet."));

    save(&town, CANARY, false).await;

    let form = form(&town).await;
    assert!(form.contains("Kept (edition 1)."), "{form}");
    assert!(form.contains("name=\"fields[homepage.password.edition]\"") && form.contains("value=\"1\""), "{form}");
    let field = form.split("<input").find(|tag| tag.contains("type=\"password\"")).expect("the field");
    let field = field.split('>').next().unwrap_or_default();
    assert!(!field.contains("value="), "{field}");
}

#[tokio::test]
async fn a_wrong_secret_is_refused_with_a_sentence_also_without_javascript() {
    let town = Town::new().await;
    let long = format!("{CANARY}{}", "x".repeat(40));

    let scripted = save(&town, &long, true).await;
    let plain = save(&town, &long, false).await;

    assert_eq!(scripted.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", scripted.body);
    is_free("the answer", &format!("{scripted:?}"));
    let to = plain.header("location");
    is_free("the address", to);
    let page = town.browser(Who::Owner).get(to.trim_start_matches(ORIGIN)).await.body;
    assert!(page.contains("This must have 4 to 40 characters."), "{page}");
    is_free("the page", &page);
}
