//! Sealed secrets: kept with what refers to them, and forgotten with it.

use std::collections::BTreeSet;

use async_trait::async_trait;
use domain::{
    deployment::Applications,
    identifier::{DeploymentId, OrganisationId},
    option::{finding::Path, secrets::mentioned},
    secret::{Generator, SecretEdition, SecretName},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, sea_query::OnConflict,
};
use time::OffsetDateTime;
use workflow::port::{
    sealer::Sealed,
    store::{
        By, Secrets, StoreError,
        secrets::{KeptSecret, NewSecret, SealedSecret},
    },
};

use crate::{
    Records,
    audit::{self, Entry},
    column::{from_json, from_word, micros, word},
    deployments,
    entity::{draft, proof, revision, secret, server_secret},
    failed::Failed,
};

#[async_trait]
impl Secrets for Records {
    async fn secrets(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
    ) -> Result<Vec<KeptSecret>, StoreError> {
        Ok(kept(self, organisation, deployment).await?)
    }

    async fn keep_generated(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        generated: &[NewSecret],
        by: By,
    ) -> Result<(), StoreError> {
        Ok(keep_generated(self, organisation, deployment, generated, by).await?)
    }

    async fn sealed(
        &self,
        organisation: OrganisationId,
        deployment: DeploymentId,
        name: &SecretName,
        edition: i64,
    ) -> Result<SealedSecret, StoreError> {
        Ok(sealed(self, organisation, deployment, name, edition).await?)
    }

    async fn server_secret(&self, name: &str) -> Result<Option<Sealed>, StoreError> {
        Ok(server_secret_of(self.reads(), name).await?)
    }

    async fn keep_server_secret(&self, name: &str, sealed: &Sealed, now: OffsetDateTime) -> Result<Sealed, StoreError> {
        Ok(keep_server_secret(self, name, sealed, now).await?)
    }

    async fn proof(&self) -> Result<Option<Sealed>, StoreError> {
        Ok(proof_of(self.reads()).await?)
    }

    async fn keep_proof(&self, proof: &Sealed, now: OffsetDateTime) -> Result<Sealed, StoreError> {
        Ok(keep_proof(self, proof, now).await?)
    }
}

async fn kept(records: &Records, organisation: OrganisationId, of: DeploymentId) -> Result<Vec<KeptSecret>, Failed> {
    let transaction = records.read().await?;
    deployments::one(&transaction, organisation, of).await?;
    let rows = secret::Entity::find()
        .filter(secret::Column::Deployment.eq(of.to_string()))
        .order_by_asc(secret::Column::Name)
        .order_by_asc(secret::Column::Edition)
        .all(&transaction)
        .await?;
    let read = |row: secret::Model| {
        let generator = from_word(&row.generator)?;
        let secret = SecretEdition { name: SecretName(row.name), edition: row.edition, generator };
        Ok(KeptSecret { secret, forgotten: row.sealed.is_none() })
    };
    rows.into_iter().map(read).collect()
}

async fn sealed(
    records: &Records,
    organisation: OrganisationId,
    of: DeploymentId,
    name: &SecretName,
    edition: i64,
) -> Result<SealedSecret, Failed> {
    let transaction = records.read().await?;
    deployments::one(&transaction, organisation, of).await?;
    let row = secret::Entity::find_by_id((of.to_string(), name.0.clone(), edition)).one(&transaction).await?;
    let row = row.ok_or(StoreError::NotFound)?;
    Ok(SealedSecret { sealed: Sealed(row.sealed.ok_or(StoreError::NotFound)?), public_half: row.public_half })
}

async fn keep_generated(
    records: &Records,
    organisation: OrganisationId,
    of: DeploymentId,
    generated: &[NewSecret],
    by: By,
) -> Result<(), Failed> {
    let transaction = records.write().await?;
    let of = deployments::lock_to_change(&transaction, organisation, of).await?;
    for new in generated {
        // The lock lets nobody come in between.
        let there = secret::Entity::find()
            .filter(secret::Column::Deployment.eq(&of.id))
            .filter(secret::Column::Name.eq(&new.secret.name.0))
            .one(&transaction)
            .await?;
        if there.is_none() {
            insert(&transaction, organisation, &of.id, new, by).await?;
        }
    }
    transaction.commit().await?;
    Ok(())
}

/// Keeps what an operator gave, in the caller's transaction; an edition that is there already is a conflict.
pub(crate) async fn keep_given(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    deployment: &str,
    given: &[NewSecret],
    by: By,
) -> Result<(), Failed> {
    for new in given {
        insert(db, organisation, deployment, new, by).await?;
    }
    Ok(())
}

async fn insert(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    deployment: &str,
    new: &NewSecret,
    by: By,
) -> Result<(), Failed> {
    let SecretEdition { name, edition, generator } = &new.secret;
    let row = secret::ActiveModel {
        deployment: Set(deployment.to_owned()),
        name: Set(name.0.clone()),
        edition: Set(*edition),
        generator: Set(word(generator)?),
        sealed: Set(Some(new.sealed.0.clone())),
        public_half: Set(new.public_half.clone()),
        created: Set(micros(by.at)),
        created_by: Set(by.person.to_string()),
    };
    secret::Entity::insert(row).exec_without_returning(db).await?;
    let verb = if *generator == Generator::Given { "give secret" } else { "make secret" };
    let subject = format!("{deployment} {name} {edition}");
    audit::note(db, Entry::of(by, organisation, verb, &subject)).await
}

/// Forgets what was given and what neither the draft nor a revision refers to, in the caller's transaction.
pub(crate) async fn forget(db: &impl ConnectionTrait, deployment: &str) -> Result<(), Failed> {
    let given = secret::Entity::find()
        .filter(secret::Column::Deployment.eq(deployment))
        .filter(secret::Column::Generator.eq(word(Generator::Given)?))
        .filter(secret::Column::Sealed.is_not_null())
        .all(db)
        .await?;
    if given.is_empty() {
        return Ok(());
    }
    let used = used(db, deployment).await?;
    for row in given.into_iter().filter(|row| !used.contains(&(SecretName(row.name.clone()), row.edition))) {
        let mut forgotten = row.into_active_model();
        forgotten.sealed = Set(None);
        forgotten.update(db).await?;
    }
    Ok(())
}

/// Everything that options of a deployment refer to.
async fn used(db: &impl ConnectionTrait, deployment: &str) -> Result<BTreeSet<(SecretName, i64)>, Failed> {
    let mut texts: Vec<String> = revision::Entity::find()
        .select_only()
        .column(revision::Column::Applications)
        .filter(revision::Column::Deployment.eq(deployment))
        .into_tuple()
        .all(db)
        .await?;
    texts.extend(draft::Entity::find_by_id(deployment).one(db).await?.map(|draft| draft.applications));
    let mut used = BTreeSet::new();
    for text in texts {
        for (name, configured) in from_json::<Applications>(&text)? {
            let mentioned = mentioned(&Path::default().key(&name), &configured.options);
            used.extend(mentioned.into_iter().map(|(path, edition)| (SecretName::of_option(&path), edition)));
        }
    }
    Ok(used)
}

/// Whether all of these are kept, in the caller's transaction.
pub(crate) async fn are_kept(
    db: &impl ConnectionTrait,
    deployment: &str,
    secrets: &[SecretEdition],
) -> Result<bool, Failed> {
    let there: Vec<(String, i64)> = secret::Entity::find()
        .select_only()
        .columns([secret::Column::Name, secret::Column::Edition])
        .filter(secret::Column::Deployment.eq(deployment))
        .filter(secret::Column::Sealed.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let there: BTreeSet<(String, i64)> = there.into_iter().collect();
    Ok(secrets.iter().all(|secret| there.contains(&(secret.name.0.clone(), secret.edition))))
}

async fn server_secret_of(db: &impl ConnectionTrait, name: &str) -> Result<Option<Sealed>, Failed> {
    Ok(server_secret::Entity::find_by_id(name).one(db).await?.map(|row| Sealed(row.sealed)))
}

async fn keep_server_secret(
    records: &Records,
    name: &str,
    new: &Sealed,
    now: OffsetDateTime,
) -> Result<Sealed, Failed> {
    let transaction = records.write().await?;
    let row = server_secret::ActiveModel {
        name: Set(name.to_owned()),
        sealed: Set(new.0.clone()),
        created: Set(micros(now)),
    };
    let stay = OnConflict::column(server_secret::Column::Name).do_nothing().to_owned();
    server_secret::Entity::insert(row).on_conflict(stay).exec_without_returning(&transaction).await?;
    let kept = server_secret_of(&transaction, name).await?.ok_or(StoreError::NotFound)?;
    transaction.commit().await?;
    Ok(kept)
}

async fn proof_of(db: &impl ConnectionTrait) -> Result<Option<Sealed>, Failed> {
    Ok(proof::Entity::find_by_id(1).one(db).await?.map(|row| Sealed(row.sealed)))
}

async fn keep_proof(records: &Records, new: &Sealed, now: OffsetDateTime) -> Result<Sealed, Failed> {
    let transaction = records.write().await?;
    let row = proof::ActiveModel { id: Set(1), sealed: Set(new.0.clone()), created: Set(micros(now)) };
    let stay = OnConflict::column(proof::Column::Id).do_nothing().to_owned();
    proof::Entity::insert(row).on_conflict(stay).exec_without_returning(&transaction).await?;
    let kept = proof_of(&transaction).await?.ok_or(StoreError::NotFound)?;
    transaction.commit().await?;
    Ok(kept)
}
