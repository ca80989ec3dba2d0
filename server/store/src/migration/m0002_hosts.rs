//! Environments get a configuration, and plans speak of any resource instead of static sites alone.

use sea_orm::{ConnectionTrait, DbErr, Statement};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait::async_trait};
use serde_json::{Value, json};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0002_hosts"
    }
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for column in ["configuration TEXT NOT NULL DEFAULT '{}'", "offered BOOLEAN NOT NULL DEFAULT TRUE"] {
            connection.execute_unprepared(&format!("ALTER TABLE environment ADD COLUMN {column}")).await?;
        }
        let backend = manager.get_database_backend();
        let rows = connection.query_all_raw(Statement::from_string(backend, "SELECT id, plan FROM revision")).await?;
        for row in rows {
            let (id, plan): (String, String) = (row.try_get("", "id")?, row.try_get("", "plan")?);
            let plan: Value = serde_json::from_str(&plan).map_err(|error| DbErr::Migration(error.to_string()))?;
            let values = [spoken(plan).to_string().into(), id.into()];
            let update = "UPDATE revision SET plan = $1 WHERE id = $2";
            connection.execute_raw(Statement::from_sql_and_values(backend, update, values)).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A plan of static sites, said in the words of any resource.
fn spoken(mut plan: Value) -> Value {
    let mut reserved = Vec::new();
    let mut operations = json!({});
    for (application, results) in plan["results"].as_object().into_iter().flatten() {
        for (requirement, result) in results.as_object().into_iter().flatten() {
            reserved.push(json!({
                "name": result["host"], "application": application, "requirement": requirement, "option": "name"
            }));
            operations[application] = json!({ "address": result["address"] });
        }
    }
    for effect in plan["effects"].as_array_mut().into_iter().flatten() {
        *effect = json!({
            "kind": effect["kind"],
            "applications": [effect["application"]],
            "resource": { "static-site": { "address": effect["address"] } },
        });
    }
    plan["reserved"] = Value::Array(reserved);
    plan["placement"] = json!({ "results": plan["results"].take(), "operations": operations });
    plan
}

#[cfg(test)]
mod tests {
    use domain::{effect::EffectKind, plan::Plan};

    use super::*;

    #[test]
    fn a_plan_of_the_first_version_can_be_read() {
        let earlier = json!({
            "requirements": { "homepage": { "site": { "static-site": { "name": "town" } } } },
            "results": { "homepage": { "site": { "host": "town.localhost", "address": "http://town.localhost:8090" } } },
            "configuration": { "drvPath": "/a.drv", "closure": "/a", "sites": {} },
            "effects": [{
                "kind": "create", "application": "homepage", "requirement": "site", "address": "http://town.localhost:8090"
            }],
            "options": [],
            "live": null,
        });

        let plan: Plan = serde_json::from_value(spoken(earlier)).expect("a plan");

        assert_eq!(plan.names(), ["town.localhost"]);
        assert_eq!(plan.addresses(), ["http://town.localhost:8090"]);
        assert_eq!(plan.effects[0].kind, EffectKind::Create);
    }
}
