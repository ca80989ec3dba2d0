//! What is kept in the store, and what is collected.

use crate::story::Story;

#[test]
fn what_is_planned_and_collected_is_made_again() {
    let story = Story::begin();
    let deployment = story.create();
    let revision = story.stage("town", deployment, "Town");
    story.collect();
    let _server = story.place.serve(&[]);

    story.ends_well(story.deploy_staged(deployment, revision));

    assert!(story.place.visit("town.localhost").contains("Town"));
}

#[test]
fn what_one_can_return_to_is_kept_until_the_removal() {
    let story = Story::begin();
    let (deployment, other) = (story.create(), story.create());
    let server = story.place.serve(&[]);
    let live = |name, deployment, title| {
        let revision = story.stage(name, deployment, title);
        story.ends_well(story.deploy_staged(deployment, revision));
        revision
    };
    let revisions = ["One", "Two"].map(|title| live("town", deployment, title));
    let others = live("village", other, "Village");
    server.terminate();

    story.collect();
    assert!(revisions.map(|revision| story.closure(revision)).iter().all(|closure| closure.exists()));

    let server = story.place.serve(&[]);
    story.ends_well(story.remove(deployment));
    server.terminate();
    story.collect();

    assert!(!revisions.map(|revision| story.closure(revision)).iter().any(|closure| closure.exists()));
    assert!(story.closure(others).exists());
    assert!(story.place.visit("village.localhost").contains("Village"));
}
