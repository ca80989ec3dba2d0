//! One-time tokens with which people set a new password; one for each at most.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "new_password")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person: String,
    pub token: String,
    pub expires: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
