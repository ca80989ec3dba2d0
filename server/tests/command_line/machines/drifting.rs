//! `drift`: what somebody changed on a machine is told, and a deployment puts it right.

use serde_json::json;

use super::hall::Hall;

#[test]
fn what_was_changed_on_a_machine_is_told_and_put_right() {
    let hall = Hall::linux();
    let place = &hall.story.place;
    let deployment = hall.story.create_of("homepage", "linux");
    let server = place.serve(&[]);
    let revision = hall.story.stage_of("homepage", deployment, json!({ "name": "town", "title": "Choir" }));
    hall.story.ends_well(hall.story.deploy_staged(deployment, revision));

    let same = place.run("drift", &[]);
    assert_eq!(same.code, Some(0), "{same:?}");
    assert!(same.out.contains("Choir") && same.out.contains("is as it was deployed"), "{}", same.out);

    hall.run(&format!("rm /var/www/fediversity/{deployment}; systemctl reload nginx"));
    let changed = place.run("drift", &[]);
    assert_eq!(changed.code, Some(1), "{changed:?}");
    assert!(
        changed.out.contains("does not have /nix/store/") && changed.out.contains("1 not as deployed"),
        "{}",
        changed.out
    );

    hall.story.ends_well(hall.story.deploy_staged(deployment, revision));
    assert_eq!(place.run("drift", &[]).code, Some(0));
    assert!(hall.shown().contains("Choir"));

    // A machine that is away is told, and in time.
    hall.story.block_on(hall.peer.cut()).expect("a cut");
    let away = place.run("drift", &[]);
    assert!(away.out.contains("can't be looked at: the environment does not answer: alpha"), "{}", away.out);
    hall.story.block_on(hall.peer.mend()).expect("the cable");
    server.terminate();
}
