//! Secrets that a hosting provider gives for an environment. Only what is sealed stands here.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "environment_secret")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub environment: String,
    /// The names that lead to the setting, with dots between them.
    #[sea_orm(primary_key, auto_increment = false)]
    pub setting: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub edition: i64,
    pub sealed: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
