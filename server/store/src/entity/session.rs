//! Browsers, signed in or not yet, under the hash of the secret in their cookie.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub id: String,
    pub person: Option<String>,
    pub browser: String,
    pub content: String,
    pub created: i64,
    pub last_seen: i64,
    pub expires: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(belongs_to = "super::person::Entity", from = "Column::Person", to = "super::person::Column::Id")]
    Person,
}

impl ActiveModelBehavior for ActiveModel {}
