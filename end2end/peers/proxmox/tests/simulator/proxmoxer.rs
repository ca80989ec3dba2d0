//! `proxmoxer`, a client that we did not write, deploys a machine.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use peer_proxmox::{Settings, Version, image::qcow2};
use percent_encoding::percent_decode_str;
use serde_json::json;
use tempfile::TempDir;
use tokio::{io::AsyncWriteExt, process::Command};

use super::{client::simulator, deploying::ssh_key};

#[tokio::test]
async fn a_client_that_we_did_not_write_deploys_a_machine() {
    deploy(Version::V9_1).await;
}

#[tokio::test]
async fn a_client_that_we_did_not_write_deploys_a_machine_to_an_older_host() {
    deploy(Version::V8_4).await;
}

async fn deploy(version: Version) {
    let settings = Settings { version, ..Settings::default() };
    let root_password = settings.root_password.clone();
    let (simulator, _) = simulator(settings).await;
    let directory = TempDir::new().expect("a directory");
    let certificate = directory.path().join("certificate.pem");
    fs::write(&certificate, simulator.certificate_pem()).expect("a certificate");
    let host = json!({
        "address": simulator.address().to_string(), "token": simulator.token(), "rootPassword": root_password,
        "certificate": certificate, "sshKey": percent_decode_str(&ssh_key()).decode_utf8_lossy(),
        "image": qcow2(2 << 30).iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
    });

    let mut client = Command::new(python())
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/deploy.py"))
        .env_remove("REQUESTS_CA_BUNDLE")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Python");
    let mut input = client.stdin.take().expect("an input");
    input.write_all(host.to_string().as_bytes()).await.expect("a client that listens");
    drop(input);
    let ended = client.wait_with_output().await.expect("an end");

    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let invalid = simulator.journal().invalid();
    assert_eq!(invalid.len(), 1, "one request is wrong on purpose: {invalid:#?}");
}

fn python() -> PathBuf {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/python");
    let how = ".ci/setup/python.sh end2end/peers/proxmox";
    assert!(python.exists(), "proxmoxer is not installed here; this does it, from the root of the checkout: {how}");
    python
}
