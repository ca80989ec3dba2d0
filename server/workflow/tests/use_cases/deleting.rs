use domain::policy::Role;
use sea_orm::{ConnectionTrait as _, Statement};
use workflow::secret::Password;

use crate::fixture::{PASSWORD, Town};

#[tokio::test]
async fn the_record_of_who_changed_what_keeps_the_id_and_no_name() {
    let town = Town::new().await;
    let member = town.member("ada@example.org", Role::Owner).await;
    let password = Password(PASSWORD.into());

    town.workflow.accounts.delete(&member, "ada@example.org", password, "192.0.2.1").await.expect("deleted");

    let records = town.connection().await;
    let ask = async |question: &str| {
        let question = Statement::from_sql_and_values(
            records.get_database_backend(),
            question,
            [member.person.to_string().into()],
        );
        records.query_one_raw(question).await.expect("an answer").expect("a row")
    };
    let noted = ask("SELECT group_concat(verb) AS verbs FROM audit WHERE person = ?").await;
    let verbs: String = noted.try_get("", "verbs").expect("verbs");
    assert!(verbs.contains("accept invitation") && verbs.contains("delete account"), "{verbs}");
    let left = ask("SELECT name || email || password AS rest FROM person WHERE id = ?").await;
    let left: String = left.try_get("", "rest").expect("what is left");
    assert_eq!(left, format!("deleted {}", member.person));
    let attempts =
        ask("SELECT count(*) AS there FROM sign_in_attempt WHERE subject LIKE '%ada@%' OR subject = ?").await;
    assert_eq!(attempts.try_get::<i64>("", "there").expect("a number"), 0);
}
