//! Who changed what, and when.

use domain::identifier::{OrganisationId, PersonId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use time::OffsetDateTime;
use workflow::port::store::By;

use crate::{
    column::{micros, new_id},
    entity::audit,
    failed::Failed,
};

/// One change that a person made.
pub(crate) struct Entry<'a> {
    pub(crate) person: PersonId,
    /// None for what concerns no single organisation.
    pub(crate) organisation: Option<OrganisationId>,
    /// What was done, in a word or two.
    pub(crate) verb: &'static str,
    /// The identifier of what it was done to.
    pub(crate) subject: &'a (dyn std::fmt::Display + Sync),
    pub(crate) at: OffsetDateTime,
}

impl<'a> Entry<'a> {
    pub(crate) fn of(
        by: By,
        organisation: OrganisationId,
        verb: &'static str,
        subject: &'a (dyn std::fmt::Display + Sync),
    ) -> Self {
        Self { person: by.person, organisation: Some(organisation), verb, subject, at: by.at }
    }
}

/// Notes a change in the transaction that makes it: neither is there without the other.
pub(crate) async fn note(db: &impl ConnectionTrait, entry: Entry<'_>) -> Result<(), Failed> {
    let row = audit::ActiveModel {
        id: Set(new_id().to_string()),
        at: Set(micros(entry.at)),
        person: Set(entry.person.to_string()),
        organisation: Set(entry.organisation.map(|id| id.to_string())),
        verb: Set(entry.verb.to_owned()),
        subject: Set(entry.subject.to_string()),
    };
    audit::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}
