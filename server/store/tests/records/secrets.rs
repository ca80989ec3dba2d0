//! Sealed secrets, as long as something refers to them.

use domain::{
    deployment::{Applications, ConfiguredApplication, Draft},
    identifier::DeploymentId,
    secret::{Generator, SecretEdition, SecretName},
};
use serde_json::{Value, json};
use store::Records;
use workflow::port::{
    sealer::Sealed,
    store::{
        Deployments, Secrets, StoreError,
        secrets::{NewSecret, SealedSecret},
    },
};

use crate::{
    database::Database,
    sample::{NOW, Tenant},
};

pub(crate) fn new_secret(name: &str, edition: i64, generator: Generator) -> NewSecret {
    let secret = SecretEdition { name: SecretName(name.into()), edition, generator };
    NewSecret { secret, sealed: Sealed(format!("sealed {name} {edition}")), public_half: None }
}

fn given(edition: i64) -> NewSecret {
    new_secret("homepage.mail.password", edition, Generator::Given)
}

fn applications(password: &Value) -> Applications {
    let options = json!({ "title": "Town", "mail": { "password": password } });
    Applications::from([(
        "homepage".into(),
        ConfiguredApplication { module: "homepage".into(), version: None, options },
    )])
}

struct Story {
    records: Records,
    tenant: Tenant,
    deployment: DeploymentId,
}

impl Story {
    async fn begin(database: &Database) -> Self {
        let tenant = Tenant::new(&database.records, "town").await;
        let deployment = tenant.deployment("Town", NOW).await;
        Self { records: database.records.clone(), tenant, deployment }
    }

    async fn save(&self, refers: i64, given: &[NewSecret]) -> Result<(), StoreError> {
        let applications = applications(&json!({ "edition": refers }));
        let draft = Draft { deployment: self.deployment, applications, pin: None, submitted: false };
        let by = self.tenant.by(NOW);
        self.records.save_draft(self.tenant.organisation, &draft, "Town", given, None, by).await
    }

    async fn sealed(&self, edition: i64) -> Result<SealedSecret, StoreError> {
        let name = given(edition).secret.name;
        self.records.sealed(self.tenant.organisation, self.deployment, &name, edition).await
    }

    async fn stage(&self, edition: i64) -> Result<(), StoreError> {
        let mut new = self.tenant.new_revision(self.deployment, "Town");
        new.applications = applications(&json!({ "edition": edition }));
        new.plan.kept_secrets = vec![given(edition).secret];
        self.records.stage_revision(self.tenant.organisation, &new).await.map(|_| ())
    }

    /// Name, edition and whether it was forgotten.
    async fn kept(&self) -> Vec<(String, i64, bool)> {
        let kept = self.records.secrets(self.tenant.organisation, self.deployment).await.expect("secrets");
        kept.into_iter().map(|kept| (kept.secret.name.0, kept.secret.edition, kept.forgotten)).collect()
    }

    /// The editions of the one that operators give.
    async fn editions(&self) -> Vec<(i64, bool)> {
        self.kept().await.into_iter().map(|(_, edition, forgotten)| (edition, forgotten)).collect()
    }

    async fn generate(&self, generated: &[NewSecret]) {
        let by = self.tenant.by(NOW);
        self.records.keep_generated(self.tenant.organisation, self.deployment, generated, by).await.expect("kept");
    }
}

pub(crate) async fn what_was_given_is_kept_while_a_draft_or_a_revision_refers_to_it(database: Database) {
    let story = Story::begin(&database).await;
    story.save(1, &[given(1)]).await.expect("saved");
    assert_eq!(story.editions().await, [(1, false)]);

    story.save(2, &[given(2)]).await.expect("saved");
    assert_eq!(story.editions().await, [(1, true), (2, false)], "nothing refers to the first any more");
    assert!(matches!(story.sealed(1).await, Err(StoreError::NotFound)), "it was forgotten");
    assert_eq!(story.sealed(2).await.expect("sealed").sealed, given(2).sealed);
    assert!(matches!(story.sealed(7).await, Err(StoreError::NotFound)), "there never was one");

    story.stage(2).await.expect("a revision");
    story.save(3, &[given(3)]).await.expect("saved");
    assert_eq!(story.editions().await, [(1, true), (2, false), (3, false)], "the revision does");

    let by = story.tenant.by(NOW);
    story.records.discard_draft(story.tenant.organisation, story.deployment, by).await.expect("discarded");
    assert_eq!(story.editions().await, [(1, true), (2, false), (3, true)]);
}

pub(crate) async fn a_number_is_given_to_one_text(database: Database) {
    let story = Story::begin(&database).await;
    story.save(1, &[given(1)]).await.expect("saved");
    let before = story.records.deployment_detail(story.tenant.organisation, story.deployment).await.expect("a draft");

    let again = story.save(9, &[given(1)]).await;

    assert!(matches!(again, Err(StoreError::Conflict)), "{again:?}");
    let after = story.records.deployment_detail(story.tenant.organisation, story.deployment).await.expect("a draft");
    assert_eq!(after, before, "neither is there without the other");
}

pub(crate) async fn a_revision_is_staged_only_with_secrets_that_are_kept(database: Database) {
    let story = Story::begin(&database).await;
    story.save(1, &[given(1)]).await.expect("saved");
    story.save(2, &[given(2)]).await.expect("saved");

    for gone in [1, 7] {
        let staged = story.stage(gone).await;
        assert!(matches!(staged, Err(StoreError::Conflict)), "{staged:?}");
    }
    story.stage(2).await.expect("a revision");
}

pub(crate) async fn what_was_generated_stays_whoever_asks_again(database: Database) {
    let story = Story::begin(&database).await;
    let pair = [new_secret("homepage/cookie", 1, Generator::Hex64), new_secret("homepage/key", 1, Generator::RsaPair)];

    let ((), ()) = tokio::join!(story.generate(&pair), story.generate(&pair));
    story.generate(&[new_secret("homepage/cookie", 1, Generator::Hex128)]).await;
    story.save(1, &[given(1)]).await.expect("saved");
    story.save(2, &[given(2)]).await.expect("saved");

    let generated = [("homepage/cookie".to_owned(), 1, false), ("homepage/key".to_owned(), 1, false)];
    let kept: Vec<_> = story.kept().await.into_iter().filter(|(name, ..)| name.contains('/')).collect();
    assert_eq!(kept, generated);
    let kept = story.records.secrets(story.tenant.organisation, story.deployment).await.expect("secrets");
    assert!(kept.iter().any(|kept| kept.secret.generator == Generator::Hex64));
    assert!(kept.iter().all(|kept| kept.secret.generator != Generator::Hex128));
}

pub(crate) async fn the_proof_that_was_first_stays(database: Database) {
    let records = &database.records;
    assert_eq!(records.proof().await.expect("an answer"), None);
    let keep = async |text: &str| records.keep_proof(&Sealed(text.into()), NOW).await.expect("a proof");

    let (one, two) = tokio::join!(keep("one"), keep("two"));

    assert_eq!(one, two);
    assert_eq!(keep("three").await, one);
    assert_eq!(records.proof().await.expect("an answer"), Some(one));
}
