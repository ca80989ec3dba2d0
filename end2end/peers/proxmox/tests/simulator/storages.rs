//! Storages, uploads and backups.

use peer_proxmox::{Settings, Version, image::qcow2};
use serde_json::json;

use super::{
    client::{fresh, simulator},
    deploying::multipart,
};

#[tokio::test]
async fn an_upload_is_listed_by_its_name_and_replaced_by_another() {
    let (_simulator, client) = fresh().await;

    client.upload("local", "nixos.qcow2", &qcow2(1 << 30)).await;
    let ended = client.upload("local", "nixos.qcow2", &[&qcow2(2 << 30)[..], &[0; 4096]].concat()).await;

    assert_eq!(ended, "OK");
    let listed = client.call("GET", "/nodes/pve1/storage/local/content", &[("content", "import")]).await.data();
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
    assert_eq!(listed[0]["volid"], "local:import/nixos.qcow2");
    assert_eq!((&listed[0]["format"], &listed[0]["size"]), (&json!("qcow2"), &json!(4200)));
    assert_eq!(client.get("/nodes/pve2/storage/local/content").await.data(), json!([]));
}

#[tokio::test]
async fn a_checksum_that_does_not_match_ends_the_task() {
    let (_simulator, client) = fresh().await;
    let fields = [("content", "import"), ("checksum", "00"), ("checksum-algorithm", "md5")];

    let upid = client.send_parts("local", multipart(&fields, Some(("nixos.raw", b"image")), &[])).await.data();
    let ended = client.outcome(upid.as_str().expect("a task")).await;

    assert_eq!(ended, "checksum mismatch: got '78805a221a988e79ef3f42d7c5bfd418' != expect '00'");
    assert_eq!(client.get("/nodes/pve1/storage/local/content").await.data(), json!([]));
}

#[tokio::test]
async fn each_checksum_that_the_api_names_is_computed() {
    let (_simulator, client) = fresh().await;
    let lengths = [("md5", 32), ("sha1", 40), ("sha224", 56), ("sha256", 64), ("sha384", 96), ("sha512", 128)];

    for (algorithm, length) in lengths {
        let fields = [("content", "import"), ("checksum", "00"), ("checksum-algorithm", algorithm)];
        let upid = client.send_parts("local", multipart(&fields, Some(("nixos.raw", b"image")), &[])).await.data();
        let ended = client.outcome(upid.as_str().expect("a task")).await;

        assert_eq!(ended.split('\'').nth(1).map(str::len), Some(length), "{algorithm}: {ended}");
    }
}

#[tokio::test]
async fn a_field_behind_the_file_is_refused() {
    let (_simulator, client) = fresh().await;
    let behind = [("checksum", "00"), ("checksum-algorithm", "md5")];

    let refused =
        client.send_parts("local", multipart(&[("content", "import")], Some(("nixos.raw", b"image")), &behind)).await;

    assert_eq!(refused.refusal(), (400, "upload failed - field 'checksum' comes behind the file"));
}

#[tokio::test]
async fn an_upload_of_a_wrong_name_or_to_a_wrong_place_is_refused() {
    let (_simulator, client) = fresh().await;
    let upload = async |storage: &str, name: &str| {
        client.send_parts(storage, multipart(&[("content", "import")], Some((name, b"image")), &[])).await
    };

    assert_eq!(upload("local", "nixos.img").await.body["errors"]["filename"], "invalid filename or wrong extension");
    assert_eq!(upload("local", "ni~xos.raw").await.status, 400);
    assert_eq!(upload("nowhere", "nixos.raw").await.refusal(), (500, "storage 'nowhere' does not exist"));
    let no_import = upload("local-lvm", "nixos.raw").await;
    assert_eq!(no_import.refusal(), (500, "storage 'local-lvm' does not support content-type 'import'"));
}

#[tokio::test]
async fn versions_before_8_4_take_no_disk_images_and_tell_reasons_in_the_status_line() {
    let (simulator, client) = simulator(Settings { version: Version::V8_3, ..Settings::default() }).await;

    let body = multipart(&[("content", "import")], Some(("nixos.raw", b"image")), &[]);
    let refused = client.send_parts("local", body).await;
    let missing = client.get("/nodes/pve1/qemu/100/config").await;

    assert!(refused.body["errors"]["content"].is_string());
    assert_eq!(missing.body, json!({"data": null}));
    assert!(missing.reason.ends_with("does not exist"), "{}", missing.reason);
    assert_eq!(simulator.journal().invalid().len(), 1);
}

#[tokio::test]
async fn storages_are_listed_by_what_they_may_hold() {
    let (_simulator, client) = fresh().await;

    let parameters = [("content", "import"), ("enabled", "1"), ("format", "1")];
    let listed = client.call("GET", "/nodes/pve1/storage", &parameters).await.data();

    let names: Vec<&str> = listed.as_array().expect("rows").iter().filter_map(|row| row["storage"].as_str()).collect();
    assert_eq!(names, ["files", "local", "shared"]);
}

#[tokio::test]
async fn a_storage_without_space_takes_no_disk() {
    let (simulator, client) = fresh().await;
    simulator.set_free_space("pve1", "local-lvm", 1 << 30);

    let ended = client.create("100", &[]).await;

    let status = client.get("/nodes/pve1/storage/local-lvm/status").await.data();
    assert_eq!(status["avail"], json!(1u64 << 30));
    assert!(ended.contains("no space left on storage 'local-lvm'"), "{ended}");
}

#[tokio::test]
async fn a_backup_is_kept_on_its_storage() {
    let (_simulator, client) = fresh().await;
    client.create("100", &[]).await;

    let parameters = [("vmid", "100"), ("storage", "local"), ("mode", "snapshot"), ("compress", "zstd")];
    let ended = client.task("POST", "/nodes/pve1/vzdump", &parameters).await;

    assert_eq!(ended, "OK");
    let kept = client.call("GET", "/nodes/pve1/storage/local/content", &[("content", "backup")]).await.data();
    let name = kept[0]["volid"].as_str().expect("a name");
    assert!(name.starts_with("local:backup/vzdump-qemu-100-") && name.ends_with(".vma.zst"), "{name}");
}
