//! Starting, ending, and starting again.

use std::{fs, time::Duration};

use crate::program::Place;

fn link(said: &str) -> &str {
    let place = said.find("/first-account?token=").expect("a link");
    said[place..].lines().next().expect("a line")
}

#[test]
fn it_says_where_it_is_and_ends_cleanly() {
    let place = Place::new();

    let server = place.serve(&[]);

    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(server.get(link(&server.said)).contains("<form"));
    let (status, took, said) = server.terminate();
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
    assert!(said.contains("Local sites stay up") && said.contains("sites stop"), "{said}");
}

#[test]
fn one_state_directory_has_one_server() {
    let place = Place::new();
    let first = place.serve(&[]);

    let second = place.run("serve", &["--port", "0"]);

    assert_eq!(second.code, Some(1));
    assert!(second.err.contains("another server already uses the state directory"), "{}", second.err);
    // It is free as soon as the first one is gone, however that ended.
    drop(first);
    place.serve(&[]).terminate();
}

#[test]
fn the_first_link_can_be_asked_for_again() {
    let place = Place::new();
    let server = place.serve(&[]);

    let said = place.run("first-account-link", &[]);

    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.starts_with(&server.url), "{said:?}");
    assert_ne!(link(&said.out), link(&server.said));
    assert!(server.get(link(&said.out)).contains("name=\"token\""));
    assert!(!server.get(link(&server.said)).contains("name=\"token\""));
}

#[test]
fn what_is_kept_is_nobody_elses_to_read() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new();
    place.serve(&[]).terminate();

    let mode = fs::metadata(place.path("state")).expect("a directory").permissions().mode();

    assert_eq!(mode & 0o077, 0);
}

#[test]
fn a_right_configuration_is_told_and_starts_nothing() {
    let place = Place::new();

    let said = place.run("check-config", &[]);

    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.starts_with("The configuration is right."), "{said:?}");
    assert!(!place.path("state").exists());
}
