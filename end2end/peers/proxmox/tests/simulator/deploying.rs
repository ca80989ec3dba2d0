//! What deploying asks of a host: uploads, and machines made of them.

use base64::{Engine, engine::general_purpose::STANDARD};
use peer_proxmox::image::qcow2;
use sha2::{Digest, Sha256};

use super::client::{Client, Reply};

/// The body of an upload: the fields, the file, and the fields that stand behind it.
pub fn multipart(fields: &[(&str, &str)], file: Option<(&str, &[u8])>, behind: &[(&str, &str)]) -> Vec<u8> {
    let field = |(name, value): &(&str, &str)| {
        format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
    };
    let mut body: Vec<u8> = fields.iter().flat_map(field).collect();
    if let Some((name, content)) = file {
        let head = format!("Content-Disposition: form-data; name=\"filename\"; filename=\"{name}\"");
        body.extend(format!("--limit\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n").into_bytes());
        body.extend(content);
        body.extend(b"\r\n");
    }
    body.extend(behind.iter().flat_map(field));
    body.extend(b"--limit--\r\n");
    body
}

impl Client {
    pub async fn send_parts(&self, storage: &str, body: Vec<u8>) -> Reply {
        let path = format!("/nodes/pve1/storage/{storage}/upload");
        let reply = self.send("POST", &path, "multipart/form-data; boundary=limit", body).await.expect("an answer");
        self.judge("POST", &path, &reply);
        reply
    }

    /// Uploads an image to import, and tells how the task ended.
    pub async fn upload(&self, storage: &str, name: &str, content: &[u8]) -> String {
        let checksum: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        let fields = [("content", "import"), ("checksum", &checksum), ("checksum-algorithm", "sha256")];
        let upid = self.send_parts(storage, multipart(&fields, Some((name, content)), &[])).await.data();
        self.outcome(upid.as_str().expect("the name of a task")).await
    }

    /// A machine made of an image with a disk of 2 GiB, as deploying makes it.
    pub async fn create(&self, vmid: &str, more: &[(&str, &str)]) -> String {
        self.upload("local", "nixos.qcow2", &qcow2(2 << 30)).await;
        self.create_of("local:import/nixos.qcow2", vmid, more).await
    }

    pub async fn create_of(&self, image: &str, vmid: &str, more: &[(&str, &str)]) -> String {
        let disk = format!("local-lvm:0,import-from={image},discard=on,iothread=1,ssd=1");
        let mut parameters = vec![
            ("vmid", vmid),
            ("name", "social"),
            ("ostype", "l26"),
            ("cores", "2"),
            ("memory", "2048"),
            ("scsihw", "virtio-scsi-single"),
            ("scsi0", disk.as_str()),
            ("boot", "order=scsi0"),
            ("net0", "virtio,bridge=vmbr0"),
            ("agent", "enabled=1"),
            ("serial0", "socket"),
            ("ide2", "local-lvm:cloudinit"),
            ("ipconfig0", "ip=192.0.2.10/24,gw=192.0.2.1"),
            ("ciupgrade", "0"),
            ("tags", "fediversity"),
        ];
        parameters.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        parameters.extend(more.iter().filter(|(_, value)| !value.is_empty()));
        self.task("POST", "/nodes/pve1/qemu", &parameters).await
    }
}

/// A public key of the right form, as the parameter `sshkeys` takes it.
pub fn ssh_key() -> String {
    let mut body = Vec::new();
    for part in [b"ssh-ed25519".as_slice(), &[7; 32]] {
        body.extend(u32::try_from(part.len()).expect("a short part").to_be_bytes());
        body.extend(part);
    }
    let key = format!("ssh-ed25519 {} ada@example.org\n", STANDARD.encode(body));
    percent_encoding::utf8_percent_encode(&key, percent_encoding::NON_ALPHANUMERIC).to_string()
}
