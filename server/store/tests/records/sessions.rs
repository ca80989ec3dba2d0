use serde_json::json;
use store::{SESSIONS, Sessions};
use time::{Duration, OffsetDateTime};
use tower_sessions_core::{
    SessionStore,
    session::{Id, Record},
};
use workflow::port::store::{Accounts, Organisations};

use crate::{
    database::Database,
    sample::{NOW, Tenant, invitation},
};

/// To the microsecond, which is what the records keep.
fn in_an_hour() -> OffsetDateTime {
    let now = OffsetDateTime::now_utc();
    now.replace_microsecond(now.microsecond()).expect("a time") + Duration::hours(1)
}

fn record(id: Id, value: serde_json::Value) -> Record {
    Record { id, data: [("value".to_owned(), value)].into(), expiry_date: in_an_hour() }
}

pub(crate) async fn a_session_comes_back_as_it_was_kept(database: Database) {
    let sessions = Sessions::new(&database.records);
    let mut kept = record(Id::default(), json!({"a": [1, null, "\u{0}ä"]}));
    sessions.create(&mut kept).await.expect("created");
    assert_eq!(sessions.load(&kept.id).await.expect("an answer"), Some(kept.clone()));

    kept.data.insert("more".into(), json!(true));
    kept.expiry_date += Duration::hours(1);
    sessions.save(&kept).await.expect("saved");

    assert_eq!(sessions.load(&kept.id).await.expect("an answer"), Some(kept));
    assert_eq!(sessions.load(&Id::default()).await.expect("an answer"), None);
}

pub(crate) async fn an_id_that_is_taken_is_never_overwritten(database: Database) {
    let sessions = Sessions::new(&database.records);
    let mut first = record(Id::default(), json!("first"));
    sessions.create(&mut first).await.expect("created");
    let mut second = record(first.id, json!("second"));

    sessions.create(&mut second).await.expect("created");

    assert_ne!(first.id, second.id);
    assert_eq!(sessions.load(&first.id).await.expect("an answer"), Some(first));
    assert_eq!(sessions.load(&second.id).await.expect("an answer"), Some(second));
}

pub(crate) async fn an_ended_session_is_not_brought_back(database: Database) {
    let sessions = Sessions::new(&database.records);
    let mut kept = record(Id::default(), json!("kept"));
    sessions.create(&mut kept).await.expect("created");

    sessions.delete(&kept.id).await.expect("deleted");
    sessions.delete(&kept.id).await.expect("deleting again changes nothing");
    sessions.save(&kept).await.expect("saving what was ended changes nothing");

    assert_eq!(sessions.load(&kept.id).await.expect("an answer"), None);
}

pub(crate) async fn of_many_sessions_of_a_person_the_latest_are_kept(database: Database) {
    let records = &database.records;
    let tenant = Tenant::new(records, "town").await;
    let sessions = Sessions::new(records);
    let mut begun = Vec::new();
    for _ in 0..SESSIONS + 2 {
        let data = [("person".to_owned(), json!(tenant.owner))].into();
        let mut record = Record { id: Id::default(), data, expiry_date: in_an_hour() };
        sessions.create(&mut record).await.expect("created");
        begun.push(record.id);
    }

    let kept = records.sessions(tenant.owner, NOW).await.expect("sessions");

    assert_eq!(u64::try_from(kept.len()).expect("a number"), SESSIONS);
    for (place, id) in begun.iter().enumerate() {
        assert_eq!(sessions.load(id).await.expect("an answer").is_some(), place >= 2, "{place}");
    }
}

pub(crate) async fn an_expired_session_is_not_found_and_swept(database: Database) {
    let records = &database.records;
    let tenant = Tenant::new(records, "town").await;
    let sessions = Sessions::new(records);
    let mut expired = Record { expiry_date: NOW, ..record(Id::default(), json!(1)) };
    expired.expiry_date = OffsetDateTime::UNIX_EPOCH;
    let mut active = record(Id::default(), json!(2));
    sessions.create(&mut expired).await.expect("created");
    sessions.create(&mut active).await.expect("created");
    let open = invitation(tenant.organisation, tenant.owner, "Ada", domain::policy::Role::Viewer);
    records.invite(&open).await.expect("an invitation");
    records.note_attempt(&["ada".to_owned()], NOW, NOW).await.expect("noted");
    assert_eq!(sessions.load(&expired.id).await.expect("an answer"), None);

    let at_once = sessions.sweep(NOW).await.expect("swept");
    let days_later = sessions.sweep(NOW + Duration::days(8)).await;
    let again = sessions.sweep(NOW).await.expect("swept");

    assert_eq!(at_once, 1, "the expired session");
    assert!(days_later.expect("swept") >= 2, "the invitation and the failure");
    assert_eq!(again, 0);
    assert_eq!(records.note_attempt(&["ada".to_owned()], NOW, NOW).await.expect("a number"), [1]);
    assert!(records.invitation(&open.token, NOW).await.is_err());
}
