//! Runs and the lease that a worker has on them.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "run")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub organisation: String,
    pub deployment: String,
    pub kind: String,
    pub revision: Option<String>,
    pub state: String,
    pub cancelling: bool,
    pub failure: Option<String>,
    pub requested: i64,
    pub requested_by: String,
    pub finished: Option<i64>,
    pub worker: Option<String>,
    pub lease_until: Option<i64>,
    pub epoch: i64,
    pub last_line: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(belongs_to = "super::person::Entity", from = "Column::RequestedBy", to = "super::person::Column::Id")]
    RequestedBy,
    #[sea_orm(
        belongs_to = "super::deployment::Entity",
        from = "Column::Deployment",
        to = "super::deployment::Column::Id"
    )]
    Deployment,
}

impl ActiveModelBehavior for ActiveModel {}
