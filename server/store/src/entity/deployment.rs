//! Deployments. `folded` is title and addresses in lower case, for search and order; `fence` counts claims.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub organisation: String,
    pub environment: String,
    pub title: String,
    pub folded: String,
    pub state: String,
    pub addresses: String,
    pub live: Option<String>,
    pub fence: i64,
    pub created: i64,
    pub changed: i64,
    pub changed_by: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::environment::Entity",
        from = "Column::Environment",
        to = "super::environment::Column::Id"
    )]
    Environment,
    #[sea_orm(belongs_to = "super::person::Entity", from = "Column::ChangedBy", to = "super::person::Column::Id")]
    ChangedBy,
}

impl ActiveModelBehavior for ActiveModel {}
