//! What opening makes of files that are old, new, damaged or not there.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use store::{OpenError, Records};
use workflow::port::store::{Accounts, Organisations};

use crate::{
    database::{on_postgres, url},
    postgres,
    sample::{NOW, Tenant, administrator, by_administrator, label},
};

async fn migrated_twice_nothing_changes(url: &str) {
    let first = Records::open(url).await.expect("opened");
    let town = first
        .create_organisation(&label("town"), "Town", by_administrator(&first).await)
        .await
        .expect("an organisation");
    first.close().await;

    let (second, third) = tokio::join!(Records::open(url), Records::open(url));

    let (second, third) = (second.expect("opened again"), third.expect("opened again at once"));
    assert_eq!(second.organisation(&label("town")).await.expect("still there"), town);
    assert_eq!(third.organisation(&label("town")).await.expect("still there"), town);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_opened_twice_is_migrated_once() {
    let directory = tempfile::tempdir().expect("a directory");
    migrated_twice_nothing_changes(&url(&directory)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_postgresql_database_that_is_opened_twice_is_migrated_once() {
    migrated_twice_nothing_changes(&postgres::new_database().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_may_open_an_empty_database_at_once() {
    let directory = tempfile::tempdir().expect("a directory");
    for url in [url(&directory), postgres::new_database().await] {
        let both = tokio::join!(Records::open(&url), Records::open(&url));
        assert!(both.0.is_ok() && both.1.is_ok(), "{both:?}");
    }
}

#[tokio::test]
async fn a_file_is_written_ahead_of() {
    let directory = tempfile::tempdir().expect("a directory");

    Records::open(&url(&directory)).await.expect("opened").close().await;

    // Bytes 18 and 19 of the file format: 2 means a write-ahead log.
    let file = std::fs::read(directory.path().join("records.sqlite")).expect("the file");
    assert_eq!(file[18..20], [2, 2]);
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_alone() {
    let directory = tempfile::tempdir().expect("a directory");
    let url = url(&directory);
    Records::open(&url).await.expect("opened").close().await;
    let raw = Database::connect(&url).await.expect("the file");
    raw.execute_unprepared("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 0)")
        .await
        .expect("noted");
    raw.close().await.expect("closed");

    let opened = Records::open(&url).await;

    assert!(matches!(&opened, Err(OpenError::Newer { step }) if step == "m9999_future"), "{opened:?}");
}

#[tokio::test]
async fn a_damaged_file_is_corrupt() {
    let directory = tempfile::tempdir().expect("a directory");
    let (url, file) = (url(&directory), directory.path().join("records.sqlite"));
    let records = Records::open(&url).await.expect("opened");
    administrator(&records).await;
    records.close().await;
    let whole = std::fs::read(&file).expect("the file");
    let overwritten: Vec<u8> =
        whole.iter().enumerate().map(|(at, byte)| if at > 8192 { 0x5a } else { *byte }).collect();
    let truncated = whole[..whole.len() / 2].to_vec();

    for damaged in [b"this is no database at all, but a text of some length".repeat(100), overwritten, truncated] {
        std::fs::write(&file, damaged).expect("written");
        let opened = Records::open(&url).await;
        assert!(matches!(opened, Err(OpenError::Corrupt(_))), "{opened:?}");
    }
}

#[tokio::test]
async fn a_directory_that_is_not_there_is_unreadable() {
    let opened = Records::open("sqlite:///nowhere/at/all/records.sqlite?mode=rwc").await;

    assert!(matches!(opened, Err(OpenError::Unreadable(_))), "{opened:?}");
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_unavailable() {
    for url in ["postgres://nobody@localhost/none?host=/nowhere", "nonsense://at/all"] {
        let opened = Records::open(url).await;

        assert!(matches!(opened, Err(OpenError::Unavailable(_))), "{opened:?}");
    }
}

async fn audited(connection: &DatabaseConnection) -> Vec<String> {
    let query = Statement::from_string(connection.get_database_backend(), "SELECT verb FROM audit ORDER BY id");
    let rows = connection.query_all_raw(query).await.expect("rows");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a verb")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_changed_what_is_noted() {
    let directory = tempfile::tempdir().expect("a directory");
    let url = url(&directory);
    let records = Records::open(&url).await.expect("opened");
    let tenant = Tenant::new(&records, "town").await;
    tenant.deploy(tenant.deployment("Town", NOW).await, "Town", NOW).await;

    let noted = audited(&Database::connect(&url).await.expect("the file")).await;

    let expected = [
        "create first account",
        "create organisation",
        "invite",
        "accept invitation",
        "create deployment",
        "plan revision",
        "deploy",
    ];
    assert_eq!(noted, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn memories_and_databases_are_apart() {
    let (one, two) =
        (Records::open("sqlite::memory:").await.expect("one"), Records::open("sqlite::memory:").await.expect("two"));
    let (three, four) = (on_postgres().await.records, on_postgres().await.records);

    administrator(&one).await;
    administrator(&three).await;

    assert!(!one.is_empty().await.expect("an answer") && two.is_empty().await.expect("an answer"));
    assert!(!three.is_empty().await.expect("an answer") && four.is_empty().await.expect("an answer"));
}
