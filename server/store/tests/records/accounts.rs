use domain::{identifier::SessionId, person::Needed, policy::Role};
use store::{Records, Sessions};
use time::Duration;
use tower_sessions_core::{
    SessionStore,
    session::{Id, Record},
};
use uuid::Uuid;
use workflow::{
    port::store::{Accounts, Deployments, Organisations, StoreError},
    secret::{PasswordHash, TokenHash},
};

use crate::{
    database::Database,
    sample::{NOW, Tenant, administrator, email, invitation, new_person, token},
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

pub(crate) async fn attempts_to_sign_in_count_until_they_are_forgotten(database: Database) {
    let records = &database.records;
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let later = NOW + Duration::minutes(1);
    let note = async |of: &[&str], since, at| records.note_attempt(&keys(of), since, at).await.expect("numbers");

    assert_eq!(note(&["ada", "10.0.0.1"], NOW, NOW).await, [1, 1]);
    assert_eq!(note(&["bob", "10.0.0.1"], NOW, later).await, [1, 2]);
    assert_eq!(note(&["ada"], later, later).await, [1], "what is older does not count");
    assert_eq!(note(&[], NOW, NOW).await, [0; 0]);

    records.forget_attempt(&keys(&["bob", "10.0.0.1"]), later).await.expect("forgotten");

    assert_eq!(note(&["bob", "10.0.0.1", "ada"], NOW, later).await, [1, 2, 3]);
}

pub(crate) async fn a_new_password_is_set_once_and_ends_all_sessions(database: Database) {
    let records = &database.records;
    let tenant = Tenant::new(records, "town").await;
    let address = new_person(&tenant.owner_name).email;
    signed_in(records, Some(tenant.owner.to_string())).await;
    assert_eq!(records.sessions(tenant.owner, NOW).await.expect("sessions").len(), 1);
    let (first, second, expires) = (token("first"), token("second"), NOW + Duration::days(1));
    let nobody = records.offer_new_password(&email("nobody@example.org"), &first, expires).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)), "{nobody:?}");
    records.offer_new_password(&address, &first, expires).await.expect("offered");
    records.offer_new_password(&address, &second, expires).await.expect("offered again");

    let set = async |token, at| records.set_password(token, &PasswordHash("new".into()), at).await;
    for (token, at) in [(&first, NOW), (&second, expires)] {
        assert!(matches!(set(token, at).await, Err(StoreError::NotFound)), "replaced, or too late");
        assert!(matches!(records.new_password_for(token, at).await, Err(StoreError::NotFound)));
    }
    assert_eq!(records.new_password_for(&second, NOW).await.expect("an address"), address);
    set(&second, NOW).await.expect("set");

    assert!(matches!(set(&second, NOW).await, Err(StoreError::NotFound)), "it works once");
    let (_, hash) = records.password(&address).await.expect("an answer").expect("an account");
    assert_eq!(hash.0, "new");
    assert_eq!(records.sessions(tenant.owner, NOW).await.expect("sessions"), []);
}

pub(crate) async fn a_deleted_account_leaves_what_was_done_and_nothing_of_who_did_it(database: Database) {
    let records = &database.records;
    let tenant = Tenant::new(records, "town").await;
    let deployment = tenant.deployment("Town", NOW).await;
    let (owner, address) = (tenant.owner, new_person(&tenant.owner_name).email);
    let (_, session) = signed_in(records, Some(owner.to_string())).await;
    records.offer_new_password(&address, &token("link"), NOW + Duration::days(1)).await.expect("offered");
    let elsewhere = Tenant::new(records, "village").await;
    let open = invitation(elsewhere.organisation, elsewhere.owner, &tenant.owner_name, Role::Viewer);
    records.invite(&open).await.expect("an invitation");
    tenant.member("Next", Role::Owner).await;

    assert_eq!(records.delete_account(owner, NOW).await.expect("an answer"), []);

    let now = time::OffsetDateTime::now_utc();
    assert_eq!(records.actor(&session, now).await.expect("an answer"), None);
    let (_, late) = signed_in(records, Some(owner.to_string())).await;
    assert_eq!(records.actor(&late, now).await.expect("an answer"), None);
    assert!(records.password(&address).await.expect("an answer").is_none());
    assert!(matches!(records.new_password_for(&token("link"), NOW).await, Err(StoreError::NotFound)));
    assert_eq!(records.invitations(elsewhere.organisation, NOW).await.expect("invitations"), []);
    let names: Vec<_> = records.members(tenant.organisation).await.expect("members");
    assert_eq!(names.iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["Next"]);
    let shown = records.deployment(tenant.organisation, deployment).await.expect("the deployment stays");
    assert_eq!(shown.changed_by, "");
    let back = tenant.member(&tenant.owner_name, Role::Viewer).await;
    assert_ne!(back, owner, "whoever comes back is somebody new");
}

pub(crate) async fn whoever_nobody_can_replace_keeps_their_account(database: Database) {
    let records = &database.records;
    let tenant = Tenant::new(records, "town").await;
    let (village, provider) = (Tenant::new(records, "village").await, administrator(records).await);
    let both = invitation(village.organisation, village.owner, &tenant.owner_name, Role::Owner);
    records.invite(&both).await.expect("an invitation");
    records.accept_as(&both.token, tenant.owner, NOW).await.expect("an owner of both");
    let owner = || Needed::Owner { organisation: "town".into() };

    let last_owner = records.delete_account(tenant.owner, NOW).await.expect("an answer");
    let last_administrator = records.delete_account(provider, NOW).await.expect("an answer");

    assert_eq!((last_owner, last_administrator), (vec![owner()], vec![Needed::HostingProvider]));
    assert_eq!(records.needed(tenant.owner).await.expect("an answer"), [owner()]);
    assert_eq!(records.needed(village.owner).await.expect("an answer"), []);
    assert_eq!(records.members(village.organisation).await.expect("members").len(), 2, "nothing was changed");
    assert!(records.password(&email("admin@example.org")).await.expect("an answer").is_some());
}

pub(crate) async fn of_two_owners_who_delete_their_accounts_at_once_one_stays(database: Database) {
    let records = &database.records;
    let tenant = Tenant::new(records, "town").await;
    let other = tenant.member("Other", Role::Owner).await;

    let gone = tokio::join!(records.delete_account(tenant.owner, NOW), records.delete_account(other, NOW));

    let left = |answer: Result<Vec<Needed>, StoreError>| answer.expect("an answer").is_empty();
    assert!(left(gone.0) != left(gone.1));
    assert_eq!(records.members(tenant.organisation).await.expect("members").len(), 1);
}
