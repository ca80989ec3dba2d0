//! The life of the site process: it outlives the server, and whatever becomes of it, the next preflight puts it right.

use std::{
    error::Error,
    fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Command, Stdio},
};

use crate::fixtures::{
    closure,
    place::{Place, deployment, free_address, program},
    visitor::get,
};
use workflow::port::provider::{Fence, ProviderError};

const HOST: &str = "town.localhost";

fn kill(id: &str) {
    assert!(Command::new("kill").args(["-9", id]).status().unwrap().success());
}

#[tokio::test]
async fn a_killed_server_leaves_the_sites_up_and_the_next_one_adopts_them() {
    let place = Place::new();
    let (configuration, _) = closure::page(&place.store(), "aaa", HOST, "still here");
    let deployment = deployment();
    let mut server = Command::new(program())
        .arg("server")
        .args([place.work(), place.store()])
        .args([place.address.to_string(), deployment.to_string(), serde_json::to_string(&configuration).unwrap()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "active\n");

    server.kill().unwrap();
    server.wait().unwrap();

    let before = place.processes();
    assert_eq!(get(place.address, HOST, "/").await.body, "still here");
    place.local().preflight().await.unwrap();
    assert_eq!((before.len(), place.processes()), (1, before));
    place.local().verify(&configuration).await.unwrap();
}

#[tokio::test]
async fn a_killed_site_process_is_started_again() {
    let place = Place::new();
    let (configuration, build) = closure::page(&place.store(), "aaa", HOST, "a");
    let (local, deployment) = (place.local(), deployment());
    local.preflight().await.unwrap();
    local.activate(Fence { deployment, number: 1 }, &configuration, &build).await.unwrap();
    let before = place.processes();

    kill(&before[0]);
    local.preflight().await.unwrap();

    local.verify(&configuration).await.unwrap();
    let after = place.processes();
    assert!(after.len() == 1 && after != before, "{before:?} {after:?}");
}

#[tokio::test]
async fn servers_that_start_together_start_one_site_process() {
    let place = Place::new();

    let starts: Vec<_> = (0..8)
        .map(|_| {
            let local = place.local();
            tokio::spawn(async move { local.preflight().await })
        })
        .collect();
    for start in starts {
        start.await.unwrap().unwrap();
    }

    assert_eq!(place.processes().len(), 1);
}

#[tokio::test]
async fn another_address_or_another_program_replaces_the_site_process() {
    let place = Place::new();
    place.local().preflight().await.unwrap();
    let first = place.processes();

    let moved = free_address();
    place.local_at(moved).preflight().await.unwrap();
    let second = place.processes();
    assert!(second.len() == 1 && second != first);
    assert_eq!(get(moved, HOST, "/").await.status, 404);
    assert!(TcpListener::bind(place.address).is_ok(), "the old address is free");

    let newer = place.state().join("newer");
    fs::copy(program(), &newer).unwrap();
    place.local_in(&place.state(), moved, newer).preflight().await.unwrap();
    let third = place.processes();
    assert!(third.len() == 1 && third != second);
}

#[tokio::test]
async fn after_the_state_directory_was_renamed_the_sites_come_back() {
    let place = Place::new();
    let (configuration, build) = closure::page(&place.store(), "aaa", HOST, "a");
    let deployment = deployment();
    place.local().preflight().await.unwrap();
    place.local().activate(Fence { deployment, number: 1 }, &configuration, &build).await.unwrap();

    let renamed = place.state().with_file_name("renamed");
    fs::rename(place.state(), &renamed).unwrap();
    let local = place.local_in(&renamed, place.address, program());
    assert_eq!(local.active(deployment).await.unwrap(), None);
    local.preflight().await.unwrap();
    for _ in 0..2 {
        local.reassert().await.unwrap();
        assert_eq!(local.active(deployment).await.unwrap(), Some(build.out_path.clone()));
        local.verify(&configuration).await.unwrap();
    }
    assert_eq!(place.processes().len(), 1);
}

#[tokio::test]
async fn a_taken_port_is_named_with_what_to_do() {
    let place = Place::new();
    let _other = TcpListener::bind(place.address).unwrap();

    let result = place.local().preflight().await;

    let Err(ProviderError::Unavailable(cause)) = result else { panic!("{result:?}") };
    let text = cause.to_string();
    assert!(
        text.contains(&format!("port {} is taken", place.address.port())) && text.contains("another address"),
        "{text}"
    );
    assert_eq!(place.processes(), Vec::<String>::new());
}

#[tokio::test]
async fn a_program_that_is_none_is_an_error_and_leaves_nothing() {
    let place = Place::new();
    let wrong = ["/nowhere/fediversity", "/bin/true", "/etc/passwd"];

    for program in wrong {
        let result = place.local_in(&place.state(), place.address, program.into()).preflight().await;
        let Err(ProviderError::Unavailable(cause)) = result else { panic!("{result:?}") };
        let whole = format!("{cause}: {:?}", cause.source().map(<dyn Error>::to_string));
        assert!(whole.contains("site process"), "{whole}");
    }
}

#[tokio::test]
async fn the_log_does_not_grow_for_ever() {
    let place = Place::new();
    let log = place.work().join("sites.log");
    fs::create_dir_all(place.work()).unwrap();
    fs::write(&log, vec![b'x'; 2 * 1024 * 1024]).unwrap();

    place.local().preflight().await.unwrap();

    assert!(fs::metadata(&log).unwrap().len() < 1024 * 1024);
}
