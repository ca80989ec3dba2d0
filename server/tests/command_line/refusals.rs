//! What is wrong is said in one sentence, and nothing is started.

use std::{fs, net::TcpListener, os::unix::fs::PermissionsExt, process::Command};

use crate::program::{Place, Said};

fn assert_refused(said: &Said, parts: &[&str]) {
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{said:?}");
    let sentence = said.err.lines().last().unwrap_or_default();
    assert!(sentence.starts_with("fediversity: "), "{said:?}");
    for part in parts {
        assert!(sentence.contains(part), "{part} is not in {sentence}");
    }
}

#[test]
fn a_wrong_configuration_file_is_named_with_its_line() {
    for (content, parts) in [
        ("[server]\nlisten = \"127.0.0.1:1\"\nlisten_on = 5\n", ["line 3", "unknown field `listen_on`"]),
        ("[servers]\n", ["line 1", "unknown field `servers`"]),
        ("[nix]\nbuild_second = 1\n", ["line 2", "unknown field `build_second`"]),
        ("[local]\nbase = \"Sites\"\n", ["line 2", "not a host name"]),
        ("[server]\ntrusted_proxies = [\"proxy\"]\n", ["line 2", "IP address"]),
        ("[secrets]\nescrow = [\"ssh-ed25519 AAAA\"]\n", ["line 2", "no age recipient"]),
        ("[server\n", ["line 1", ""]),
    ] {
        let place = Place::new();
        place.write("fediversity.toml", content);

        for command in ["serve", "check-config"] {
            let said = place.run(command, &[]);
            assert_refused(&said, &parts);
            assert_refused(&said, &["fediversity.toml"]);
        }
    }
}

#[test]
fn a_base_url_with_a_path_is_refused() {
    assert_refused(&Place::new().run("serve", &["--base-url", "https://a.example/panel"]), &["not a base URL"]);
}

#[test]
fn a_taken_port_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();

    let said = Place::new().run("serve", &["--port", &port]);

    assert_refused(&said, &[&format!("port {port} is taken"), "--port"]);
}

#[test]
fn a_state_directory_that_cannot_be_made_is_named() {
    let place = Place::new();
    fs::write(place.path("state"), "a file").expect("a file");

    assert_refused(&place.run("serve", &[]), &["state directory", "can't be made or written"]);
}

#[test]
fn a_damaged_database_is_named() {
    let place = Place::new();
    fs::create_dir(place.path("state")).expect("a directory");
    fs::write(place.path("state/records.sqlite"), "no database, but as long as the head of one would be".repeat(10))
        .expect("a file");

    assert_refused(&place.run("serve", &["--port", "0"]), &["records.sqlite", "damaged", "backup"]);
}

#[test]
fn a_nix_that_does_not_do_is_named() {
    let place = Place::new();
    let old = place.write("old-nix", "#!/bin/sh\necho 'nix (Nix) 2.8.0'\n");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o755)).expect("permissions");
    let old = old.to_str().expect("a path");

    assert_refused(
        &place.run("serve", &["--port", "0", "--nix", "/nowhere/nix"]),
        &["there is no Nix at", "/nowhere/nix"],
    );
    assert_refused(&place.run("serve", &["--port", "0", "--nix", old]), &["2.26 or newer", "2.8.0"]);
    assert_refused(&place.run("check-config", &["--nix", old]), &["2.26 or newer", "2.8.0"]);
    assert_refused(&place.run("serve", &["--port", "0", "--busybox", "/nowhere"]), &["busybox", "/nowhere"]);
}

#[test]
fn a_missing_library_is_named() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fediversity"));
    let output = command.args(["check-config", "--library", "/nowhere"]).output().expect("an end");

    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("there is no Nix library at /nowhere"), "{said}");
}

#[test]
fn commands_beside_a_server_want_its_state_directory() {
    let place = Place::new();

    for command in ["first-account-link", "plan", "deploy"] {
        let request = ["--as", "a@example.org", "--organisation", "a", "--application", "a", "-"];
        let arguments = if command == "first-account-link" { &[][..] } else { &request };
        assert_refused(&place.run(command, arguments), &["there is no state directory"]);
    }
}

#[tokio::test]
async fn an_identity_that_is_missing_or_another_one_is_named() {
    let place = Place::new();
    place.settle().await.0.records.close().await;
    let identity = place.path("state.identity/key.txt");
    let kept = place.path("kept.txt");

    fs::rename(&identity, &kept).expect("moved away");
    assert_refused(&place.run("serve", &["--port", "0"]), &["key.txt is missing", "put back its backup"]);
    assert!(!identity.exists(), "none is made in its place");

    let other = Place::new();
    other.settle().await.0.records.close().await;
    fs::copy(other.path("state.identity/key.txt"), &identity).expect("another one");
    assert_refused(&place.run("serve", &["--port", "0"]), &["key.txt is not the one"]);

    fs::copy(&kept, &identity).expect("put back");
    fs::set_permissions(&identity, fs::Permissions::from_mode(0o644)).expect("opened");
    assert_refused(&place.run("serve", &["--port", "0"]), &["others than its owner", "chmod 600"]);
}
