use sea_orm::{ConnectionTrait as _, DatabaseConnection, Statement};
use time::{Duration, OffsetDateTime};
use workflow::{WorkflowError, port::store::Accounts, secret::Password};

use crate::fixture::{OWNER, PASSWORD, Town};

const HERE: &str = "192.0.2.1";

async fn sign_in(town: &Town, password: &str, place: &str) -> Result<(), WorkflowError> {
    town.workflow.accounts.sign_in(OWNER, Password(password.into()), place).await.map(|_| ())
}

/// As if there had been so many attempts under this key.
async fn attempts(town: &Town, key: &str, count: u64) {
    let now = OffsetDateTime::now_utc();
    for number in 0..count {
        let at = now - Duration::milliseconds(i64::try_from(number).expect("a small number"));
        town.records.note_attempt(&[key.to_owned()], at, at).await.expect("noted");
    }
}

fn too_many(answer: Result<(), WorkflowError>) -> bool {
    matches!(answer, Err(WorkflowError::TooManyAttempts))
}

#[tokio::test]
async fn an_address_is_locked_for_a_place_after_ten_attempts_and_not_elsewhere() {
    let town = Town::new().await;
    attempts(&town, &format!("address {OWNER} from {HERE}"), 10).await;

    assert!(too_many(sign_in(&town, PASSWORD, HERE).await));
    sign_in(&town, PASSWORD, "192.0.2.2").await.expect("elsewhere it goes");
}

#[tokio::test]
async fn an_address_is_locked_everywhere_after_a_hundred_attempts() {
    let town = Town::new().await;
    attempts(&town, &format!("address {OWNER}"), 99).await;
    sign_in(&town, PASSWORD, HERE).await.expect("the hundredth");

    attempts(&town, &format!("address {OWNER}"), 1).await;

    assert!(too_many(sign_in(&town, PASSWORD, HERE).await));
}

#[tokio::test]
async fn a_place_is_locked_after_a_hundred_attempts() {
    let town = Town::new().await;
    attempts(&town, &format!("place {HERE}"), 100).await;

    assert!(too_many(sign_in(&town, PASSWORD, HERE).await));
}

#[tokio::test]
async fn who_hangs_up_has_tried_and_who_succeeds_has_not() {
    let town = Town::new().await;
    let records = town.connection().await;
    for number in 1..10 {
        // The attempt is noted, and nobody waits for the hashing.
        let hung_up = tokio::select! {
            biased;
            answer = sign_in(&town, "wrong", HERE) => Some(answer),
            () = noted(&records, number) => None,
        };
        assert!(hung_up.is_none(), "{hung_up:?}");
    }
    for _ in 0..3 {
        sign_in(&town, PASSWORD, HERE).await.expect("the right password");
    }

    assert!(matches!(sign_in(&town, "wrong", HERE).await, Err(WorkflowError::WrongCredentials)));
    assert!(too_many(sign_in(&town, PASSWORD, HERE).await));
}

/// Comes back as soon as so many attempts are in the records.
async fn noted(records: &DatabaseConnection, attempts: i64) {
    let place = format!("SELECT count(*) FROM sign_in_attempt WHERE subject = 'place {HERE}'");
    loop {
        let query = Statement::from_string(records.get_database_backend(), place.clone());
        let row = records.query_one_raw(query).await.expect("an answer").expect("a row");
        if row.try_get_by_index::<i64>(0).expect("a number") >= attempts {
            return;
        }
    }
}

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_one() {
    let town = Town::new().await;
    let accounts = &town.workflow.accounts;
    let token = accounts.new_password_token(OWNER).await.expect("a token");
    let set = async |password: &str| accounts.set_password(&token, Password(password.into())).await;
    assert!(matches!(set("short").await, Err(WorkflowError::Field { .. })));

    attempts(&town, &format!("address {OWNER} from {HERE}"), 10).await;
    attempts(&town, &format!("address {OWNER}"), 100).await;

    set("another battery horse").await.expect("set");

    assert!(matches!(set("yet another battery").await, Err(WorkflowError::LinkOver)));
    assert!(matches!(sign_in(&town, PASSWORD, HERE).await, Err(WorkflowError::WrongCredentials)));
    sign_in(&town, "another battery horse", HERE).await.expect("the new one");
}
