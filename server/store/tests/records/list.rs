use domain::deployment::{DeploymentPage, DeploymentQuery, DeploymentState, Sort};
use time::Duration;
use workflow::port::store::Deployments;

use crate::{
    database::Database,
    sample::{NOW, Tenant},
};

async fn page(tenant: &Tenant, query: DeploymentQuery) -> DeploymentPage {
    tenant.records.deployments(tenant.organisation, &query).await.expect("a page")
}

fn titles(page: &DeploymentPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.title.as_str()).collect()
}

pub(crate) async fn a_search_finds_titles_and_addresses_as_they_are_written(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    for title in ["Ämter", "100% Radio", "100 Radios", "a_b", "axb", "back\\slash"] {
        tenant.deployment(title, NOW).await;
    }
    let live = tenant.deployment("Plain", NOW).await;
    tenant.deploy(live, "Garden Club", NOW).await;
    let found = async |search: &str| {
        let page =
            page(&tenant, DeploymentQuery { search: search.into(), sort: Sort::Title, ..Default::default() }).await;
        assert_eq!((page.matching, page.total), (page.rows.len() as u64, 7), "{search}");
        titles(&page).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };

    assert_eq!(found("äMT").await, ["Ämter"]);
    assert_eq!(found("100%").await, ["100% Radio"]);
    assert_eq!(found("A_B").await, ["a_b"]);
    assert_eq!(found("\\").await, ["back\\slash"]);
    assert_eq!(found(" garden-club.LOCALHOST ").await, ["Plain"], "an address");
    assert_eq!(found("radio").await, ["100 Radios", "100% Radio"]);
    assert_eq!(found("nothing\0").await, [""; 0]);
    assert_eq!(found("   ").await.len(), 7);
}

pub(crate) async fn pages_are_sorted_and_counted(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    for number in 0..60_i64 {
        tenant.deployment(&format!("Site {:02}", (number * 7) % 60), NOW + Duration::minutes(number)).await;
    }
    let live = tenant.deployment("zebra", NOW - Duration::days(1)).await;
    tenant.deploy(live, "Zebra", NOW - Duration::hours(1)).await;
    let sorted = async |sort, number| page(&tenant, DeploymentQuery { sort, page: number, ..Default::default() }).await;

    let newest = sorted(Sort::Changed, 1).await;
    assert_eq!((newest.rows.len(), newest.matching, newest.total), (50, 61, 61));
    assert!(newest.rows.is_sorted_by(|a, b| a.changed >= b.changed));
    assert_eq!(sorted(Sort::Changed, 0).await, newest, "0 is the first page");
    assert_eq!(titles(&sorted(Sort::Changed, 2).await).last(), Some(&"zebra"));
    assert_eq!(sorted(Sort::Changed, 3).await.rows, []);
    assert_eq!(sorted(Sort::Changed, u32::MAX).await.matching, 61);
    let by_title = sorted(Sort::Title, 1).await;
    assert_eq!(titles(&by_title)[..3], ["Site 00", "Site 01", "Site 02"]);
    let by_state = sorted(Sort::State, 1).await;
    assert_eq!(by_state.rows.first().map(|row| row.state), Some(DeploymentState::Draft));
    assert_eq!(sorted(Sort::State, 2).await.rows.last().map(|row| row.state), Some(DeploymentState::Live));
    let filtered = page(&tenant, DeploymentQuery { state: Some(DeploymentState::Live), ..Default::default() }).await;
    assert_eq!((titles(&filtered), filtered.matching, filtered.total), (vec!["zebra"], 1, 61));
    assert_eq!(filtered.rows[0].addresses, ["http://zebra.localhost"]);
    assert_eq!(
        (filtered.rows[0].environment.name.as_str(), filtered.rows[0].changed_by.as_str()),
        ("Here", "town-owner")
    );
}

pub(crate) async fn removed_deployments_show_when_they_are_asked_for(database: Database) {
    let tenant = Tenant::new(&database.records, "town").await;
    tenant.deployment("Here", NOW).await;
    let gone = tenant.deployment("Gone", NOW).await;
    tenant.deploy(gone, "Gone", NOW).await;
    tenant.remove(gone, NOW).await;

    let all = page(&tenant, DeploymentQuery::default()).await;
    let removed = page(&tenant, DeploymentQuery { state: Some(DeploymentState::Removed), ..Default::default() }).await;

    assert_eq!((titles(&all), all.matching, all.total), (vec!["Here"], 1, 1));
    assert_eq!((titles(&removed), removed.matching, removed.total), (vec!["Gone"], 1, 1));
    assert_eq!(removed.rows[0].addresses, [""; 0]);
}
