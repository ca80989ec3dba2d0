//! Immutable sets of application options; `title` is what lists call the deployment once it is live.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub deployment: String,
    pub number: i32,
    pub title: String,
    pub applications: String,
    pub pin: String,
    pub plan: String,
    pub state: String,
    pub created: i64,
    pub created_by: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(belongs_to = "super::person::Entity", from = "Column::CreatedBy", to = "super::person::Column::Id")]
    CreatedBy,
    #[sea_orm(
        belongs_to = "super::deployment::Entity",
        from = "Column::Deployment",
        to = "super::deployment::Column::Id"
    )]
    Deployment,
}

impl ActiveModelBehavior for ActiveModel {}
