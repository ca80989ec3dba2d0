//! Organisations, who belongs to them, and who is invited.

mod acceptance;
mod invitations;
mod members;

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::{
    deployment::DeploymentState,
    identifier::{InvitationId, OrganisationId, PersonId},
    name::Label,
    organisation::{Invitation, Member, Organisation, OrganisationRow},
    policy::Role,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{LockType, SimpleExpr},
};
use time::OffsetDateTime;
use workflow::{
    port::store::{By, Organisations, StoreError, accounts::NewPerson, organisations::NewInvitation},
    secret::TokenHash,
};

pub(crate) use members::is_last_owner;

use crate::{
    Records,
    audit::{self, Entry},
    column::{id, micros, new_id, text},
    entity::{deployment, membership, organisation},
    failed::Failed,
};

#[async_trait]
impl Organisations for Records {
    async fn create_organisation(&self, label: &Label, name: &str, by: By) -> Result<Organisation, StoreError> {
        Ok(create(self, label, name, by).await?)
    }

    async fn organisation(&self, label: &Label) -> Result<Organisation, StoreError> {
        Ok(by_label(self.reads(), label).await?)
    }

    async fn organisations(&self) -> Result<Vec<OrganisationRow>, StoreError> {
        Ok(all(self).await?)
    }

    async fn members(&self, organisation: OrganisationId) -> Result<Vec<Member>, StoreError> {
        Ok(members::members(self.reads(), organisation).await?)
    }

    async fn change_role(
        &self,
        organisation: OrganisationId,
        person: PersonId,
        role: Role,
        by: By,
    ) -> Result<(), StoreError> {
        Ok(members::change_role(self, organisation, person, role, by).await?)
    }

    async fn end_membership(&self, organisation: OrganisationId, person: PersonId, by: By) -> Result<(), StoreError> {
        Ok(members::end(self, organisation, person, by).await?)
    }

    async fn invite(&self, invitation: &NewInvitation) -> Result<InvitationId, StoreError> {
        Ok(invitations::invite(self, invitation).await?)
    }

    async fn invitations(
        &self,
        organisation: OrganisationId,
        now: OffsetDateTime,
    ) -> Result<Vec<Invitation>, StoreError> {
        Ok(invitations::invitations(self.reads(), organisation, now).await?)
    }

    async fn withdraw_invitation(
        &self,
        organisation: OrganisationId,
        invitation: InvitationId,
        by: By,
    ) -> Result<(), StoreError> {
        Ok(invitations::withdraw(self, organisation, invitation, by).await?)
    }

    async fn invitation(&self, token: &TokenHash, now: OffsetDateTime) -> Result<(Invitation, bool), StoreError> {
        Ok(invitations::by_token(self, token, now).await?)
    }

    async fn accept_as_new(&self, token: &TokenHash, person: &NewPerson) -> Result<PersonId, StoreError> {
        Ok(acceptance::accept_as_new(self, token, person).await?)
    }

    async fn accept_as(&self, token: &TokenHash, person: PersonId, now: OffsetDateTime) -> Result<(), StoreError> {
        Ok(acceptance::accept_as(self, token, person, now).await?)
    }
}

pub(crate) fn organisation(row: organisation::Model) -> Result<Organisation, Failed> {
    Ok(Organisation { id: id(&row.id)?, label: row.label.try_into()?, name: row.name })
}

/// Changes in who belongs to an organisation, and how much it has, come one after the other, so that each sees what the one
/// before it did.
pub(crate) async fn lock(db: &impl ConnectionTrait, organisation: OrganisationId) -> Result<(), Failed> {
    let found = organisation::Entity::find_by_id(organisation.to_string()).lock(LockType::NoKeyUpdate).one(db).await?;
    found.map(|_| ()).ok_or(StoreError::NotFound.into())
}

async fn create(records: &Records, label: &Label, name: &str, by: By) -> Result<Organisation, Failed> {
    let made = Organisation { id: OrganisationId(new_id()), label: label.clone(), name: text(name) };
    let row = organisation::ActiveModel {
        id: Set(made.id.to_string()),
        label: Set(label.to_string()),
        name: Set(made.name.clone()),
        created: Set(micros(by.at)),
    };
    let transaction = records.write().await?;
    organisation::Entity::insert(row).exec_without_returning(&transaction).await?;
    audit::note(&transaction, Entry::of(by, made.id, "create organisation", &made.id)).await?;
    transaction.commit().await?;
    Ok(made)
}

async fn by_label(db: &impl ConnectionTrait, label: &Label) -> Result<Organisation, Failed> {
    let found = organisation::Entity::find().filter(organisation::Column::Label.eq(label.as_str())).one(db).await?;
    organisation(found.ok_or(StoreError::NotFound)?)
}

async fn all(records: &Records) -> Result<Vec<OrganisationRow>, Failed> {
    let transaction = records.read().await?;
    let people: Vec<(Option<String>, i64)> = membership::Entity::find()
        .select_only()
        .column(membership::Column::Organisation)
        .column_as(count(membership::Column::Id), "people")
        .group_by(membership::Column::Organisation)
        .into_tuple()
        .all(&transaction)
        .await?;
    let deployments: Vec<(String, i64)> = deployment::Entity::find()
        .select_only()
        .column(deployment::Column::Organisation)
        .column_as(count(deployment::Column::Id), "deployments")
        .filter(deployment::Column::State.ne(DeploymentState::Removed.as_str()))
        .group_by(deployment::Column::Organisation)
        .into_tuple()
        .all(&transaction)
        .await?;
    let people: BTreeMap<String, i64> = people.into_iter().filter_map(|(id, count)| Some((id?, count))).collect();
    let deployments: BTreeMap<String, i64> = deployments.into_iter().collect();
    let numbered = |counted: &BTreeMap<String, i64>, id: &str| u64::try_from(counted.get(id).copied().unwrap_or(0));

    let mut rows = Vec::new();
    for row in organisation::Entity::find().all(&transaction).await? {
        let (people, deployments) = (numbered(&people, &row.id)?, numbered(&deployments, &row.id)?);
        rows.push(OrganisationRow { organisation: organisation(row)?, people, deployments });
    }
    rows.sort_by_cached_key(|row| (row.organisation.name.to_lowercase(), row.organisation.id));
    Ok(rows)
}

fn count(column: impl ColumnTrait) -> SimpleExpr {
    column.count()
}
