use domain::identifier::SessionId;
use store::{Records, Sessions};
use time::Duration;
use tower_sessions_core::{
    SessionStore,
    session::{Id, Record},
};
use uuid::Uuid;
use workflow::{
    port::store::{Accounts, StoreError},
    secret::TokenHash,
};

use crate::{
    database::Database,
    sample::{NOW, Tenant, administrator, email, new_person, token},
};

pub(crate) async fn the_first_account_is_made_once(database: Database) {
    let records = &database.records;
    records.set_first_token(&token("old"), NOW).await.expect("kept");
    records.set_first_token(&token("new"), NOW).await.expect("replaced");
    assert!(records.is_empty().await.expect("an answer"));
    assert!(!records.is_first_token(&token("old")).await.expect("an answer"));
    assert!(records.is_first_token(&token("new")).await.expect("an answer"));

    let wrong = records.create_first(&token("old"), &new_person("Eve")).await;
    let (right, ada, bob) = (token("new"), new_person("Ada"), new_person("Bob"));
    let both = tokio::join!(records.create_first(&right, &ada), records.create_first(&right, &bob));

    assert!(matches!(wrong, Err(StoreError::Conflict)), "{wrong:?}");
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    assert!(!records.is_empty().await.expect("an answer"));
    assert!(!records.is_first_token(&token("new")).await.expect("an answer"));
    let later = records.create_first(&token("new"), &new_person("Cyd")).await;
    assert!(matches!(later, Err(StoreError::Conflict)), "{later:?}");
}

/// A session of a person, signed in around the real time, which `tower-sessions` goes by.
async fn signed_in(records: &Records, person: Option<String>) -> (Id, TokenHash) {
    let data = person.map(|person| ("person".to_owned(), person.into())).into_iter();
    let data = data.chain([("browser".to_owned(), "Browser".repeat(100).into())]).collect();
    let mut record =
        Record { id: Id::default(), data, expiry_date: time::OffsetDateTime::now_utc() + Duration::hours(1) };
    Sessions::new(records).create(&mut record).await.expect("a session");
    (record.id, TokenHash::of(record.id.to_string().as_bytes()))
}

pub(crate) async fn a_session_says_who_is_signed_in_until_it_ends(database: Database) {
    let records = &database.records;
    let tenant = Tenant::new(records, "town").await;
    let now = time::OffsetDateTime::now_utc();
    let (id, hash) = signed_in(records, Some(tenant.owner.to_string())).await;
    let (_, nobody) = signed_in(records, None).await;

    let actor = records.actor(&hash, now).await.expect("an answer").expect("somebody");

    assert_eq!((actor.person, actor.name.as_str(), actor.hosting_provider), (tenant.owner, "town-owner", false));
    assert_eq!(actor.memberships.len(), 1);
    assert_eq!(actor.memberships[0].organisation.id, tenant.organisation);
    assert_eq!(records.actor(&nobody, now).await.expect("an answer"), None);
    assert_eq!(records.actor(&hash, now + Duration::hours(2)).await.expect("an answer"), None);
    Sessions::new(records).delete(&id).await.expect("ended");
    assert_eq!(records.actor(&hash, now).await.expect("an answer"), None);
    let administrator = administrator(records).await;
    let found = records.actor_by_email(&email("admin@example.org")).await.expect("an answer").expect("somebody");
    assert_eq!((found.person, found.session, found.hosting_provider), (administrator, SessionId(Uuid::nil()), true));
    assert_eq!(records.actor_by_email(&email("nobody@example.org")).await.expect("an answer"), None);
}

pub(crate) async fn that_a_session_was_seen_is_noted_once_a_minute(database: Database) {
    let records = &database.records;
    let person = administrator(records).await;
    let (_, hash) = signed_in(records, Some(person.to_string())).await;
    let row = || async { records.sessions(person, NOW).await.expect("sessions").remove(0) };
    let created = row().await.created;

    records.actor(&hash, created + Duration::seconds(59)).await.expect("an answer");
    let early = row().await;
    records.actor(&hash, created + Duration::seconds(61)).await.expect("an answer");
    let late = row().await;

    assert_eq!(early.last_seen, created);
    assert_eq!(late.last_seen, created + Duration::seconds(61));
    assert_eq!(late.browser.len(), 200);
}

pub(crate) async fn a_session_is_ended_by_its_owner_only(database: Database) {
    let records = &database.records;
    let tenant = Tenant::new(records, "town").await;
    signed_in(records, Some(tenant.owner.to_string())).await;
    signed_in(records, Some(tenant.owner.to_string())).await;
    let sessions = records.sessions(tenant.owner, NOW).await.expect("sessions");
    assert!(sessions.len() == 2 && sessions[0].created >= sessions[1].created);

    let by_another = records.revoke(administrator(records).await, sessions[0].id).await;
    let by_owner = records.revoke(tenant.owner, sessions[0].id).await;

    assert!(matches!(by_another, Err(StoreError::NotFound)), "{by_another:?}");
    assert!(by_owner.is_ok(), "{by_owner:?}");
    assert_eq!(records.sessions(tenant.owner, NOW).await.expect("sessions"), sessions[1..]);
}

pub(crate) async fn failed_sign_ins_count_under_the_worst_key(database: Database) {
    let records = &database.records;
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    records.note_failure(&keys(&["ada", "10.0.0.1"]), NOW).await.expect("noted");
    records.note_failure(&keys(&["bob", "10.0.0.1"]), NOW + Duration::minutes(1)).await.expect("noted");

    let count = async |of: &[&str], since| records.failures(&keys(of), since).await.expect("a number");

    assert_eq!(count(&["ada", "10.0.0.1"], NOW).await, 2);
    assert_eq!(count(&["ada"], NOW).await, 1);
    assert_eq!(count(&["10.0.0.1"], NOW + Duration::seconds(30)).await, 1);
    assert_eq!(count(&["cyd"], NOW).await, 0);
    assert_eq!(count(&[], NOW).await, 0);
}
