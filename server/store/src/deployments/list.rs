//! The list of an organisation's deployments: searched, filtered, sorted, a page at a time.

use domain::{
    deployment::{DeploymentPage, DeploymentQuery, DeploymentState, PAGE, Sort},
    identifier::OrganisationId,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{CaseStatement, Expr, ExprTrait, LikeExpr},
};

use super::Row;
use crate::{Records, column::cut, entity::deployment, failed::Failed};

/// Longer searches find nothing that their beginnings don't; in bytes.
const SEARCH: usize = 400;

pub(super) async fn page(
    records: &Records,
    organisation: OrganisationId,
    query: &DeploymentQuery,
) -> Result<DeploymentPage, Failed> {
    let transaction = records.read().await?;
    let of_organisation = deployment::Column::Organisation.eq(organisation.to_string());
    let counted = |condition: Condition| deployment::Entity::find().filter(of_organisation.clone()).filter(condition);

    let total = counted(not_removed()).count(&transaction).await?;
    let asked = condition(query);
    let narrowed = query.state.is_some() || !query.search.trim().is_empty();
    let matching = if narrowed { counted(asked.clone()).count(&transaction).await? } else { total };

    let skipped = u64::from(query.page.saturating_sub(1)) * u64::from(PAGE);
    let mut rows = super::rows(organisation).filter(asked);
    rows = match query.sort {
        Sort::Changed => rows.order_by_desc(deployment::Column::Changed).order_by_desc(deployment::Column::Id),
        Sort::Title => by_title(rows),
        Sort::State => by_title(rows.order_by(state_order(), Order::Asc)),
    };
    let rows = rows.offset(skipped).limit(u64::from(PAGE)).into_model::<Row>().all(&transaction).await?;
    let rows = rows.into_iter().map(super::deployment).collect::<Result<_, _>>()?;
    Ok(DeploymentPage { rows, matching, total })
}

fn by_title(rows: sea_orm::Select<deployment::Entity>) -> sea_orm::Select<deployment::Entity> {
    rows.order_by_asc(deployment::Column::Folded).order_by_asc(deployment::Column::Id)
}

/// What the query lets through. Removed deployments show only when they are asked for.
fn condition(query: &DeploymentQuery) -> Condition {
    let condition = match query.state {
        Some(state) => Condition::all().add(deployment::Column::State.eq(state.as_str())),
        None => not_removed(),
    };
    match query.search.trim() {
        "" => condition,
        search => {
            let like = LikeExpr::new(pattern(search)).escape('\\');
            condition.add(Expr::col((deployment::Entity, deployment::Column::Folded)).like(like))
        }
    }
}

fn not_removed() -> Condition {
    Condition::all().add(deployment::Column::State.ne(DeploymentState::Removed.as_str()))
}

/// Finds the text anywhere, every character of it meaning itself.
fn pattern(search: &str) -> String {
    let mut pattern = String::from("%");
    for character in cut(search, SEARCH).to_lowercase().chars().filter(|character| *character != '\0') {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

/// States in the order in which a deployment goes through them.
fn state_order() -> sea_orm::sea_query::SimpleExpr {
    let mut order = CaseStatement::new();
    for (position, state) in (0_i32..).zip(DeploymentState::ALL) {
        order = order.case(deployment::Column::State.eq(state.as_str()), Expr::value(position));
    }
    order.finally(Expr::value(i32::MAX)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_search_means_itself() {
        assert_eq!(pattern("100% A_b\\"), "%100\\% a\\_b\\\\%");
    }
}
