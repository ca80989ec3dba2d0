//! What a host refuses without looking further. No host is needed to tell.

use peer_proxmox::{
    Version,
    schema::{Api, Parameters, Violation},
};

/// What is wrong with a request, as `name: complaint`; none if it is well-formed.
fn complaints(method: &str, path: &str, parameters: &[(&str, &str)]) -> Vec<String> {
    let parameters: Parameters = parameters.iter().map(|(name, value)| (*name, *value)).collect();
    match Api::of(Version::V9_1).check(method, path, parameters) {
        Ok(_) => Vec::new(),
        Err(Violation::Parameters(errors)) => {
            errors.into_iter().map(|(name, complaint)| format!("{name}: {complaint}")).collect()
        }
        Err(Violation::NotImplemented { method, path }) => vec![format!("{method} {path}")],
    }
}

fn create(key: &str, value: &str) -> Vec<String> {
    complaints("POST", "/nodes/pve1/qemu", &[("vmid", "100"), (key, value)])
}

const RIGHT: &[(&str, &str)] = &[
    ("name", "social.example.org"),
    ("ostype", "l26"),
    ("cores", "2"),
    ("memory", "2048"),
    ("memory", "current=2048"),
    ("cpu", "host"),
    ("cpu", "x86-64-v2-AES,flags=+aes;-pcid"),
    ("scsihw", "virtio-scsi-single"),
    ("scsi0", "local-lvm:0,import-from=local:import/nixos.qcow2,discard=on,iothread=1,ssd=1"),
    ("scsi30", "local-lvm:vm-100-disk-0,size=10G"),
    ("virtio15", "files:10,format=qcow2"),
    ("ide2", "local-lvm:cloudinit"),
    ("ide2", "none,media=cdrom"),
    ("efidisk0", "local-lvm:1,efitype=4m,pre-enrolled-keys=0"),
    ("boot", "order=scsi0"),
    ("boot", "order=scsi0;net0"),
    ("net0", "virtio,bridge=vmbr0"),
    ("net0", "virtio=BC:24:11:00:00:01,bridge=vmbr0,tag=20,firewall=1"),
    ("net31", "model=virtio,macaddr=BC:24:11:00:00:01,bridge=vmbr0"),
    ("agent", "1"),
    ("agent", "enabled=1,fstrim_cloned_disks=1"),
    ("serial0", "socket"),
    ("ipconfig0", "ip=192.0.2.10/24,gw=192.0.2.1,ip6=2001:db8::10/64,gw6=2001:db8::1"),
    ("ipconfig0", "ip=dhcp,ip6=auto"),
    ("sshkeys", "ssh-ed25519%20AAAA%20ada%40example.org%0A"),
    ("nameserver", "192.0.2.53 2001:db8::53"),
    ("cicustom", "user=local:snippets/user.yaml,network=local:snippets/net.yaml"),
    ("ciupgrade", "0"),
    ("tags", "fediversity;mastodon"),
    ("pool", "fediversity"),
    ("onboot", "yes"),
    ("vga", "serial0"),
];

const WRONG: &[(&str, &str, &str)] = &[
    ("nonsense", "1", "is not defined in schema"),
    ("net", "virtio", "is not defined in schema"),
    ("net01", "virtio", "is not defined in schema"),
    ("name", "under_score", "valid dns-name"),
    ("ostype", "nixos", "enumeration"),
    ("cores", "0", "minimum value of 1"),
    ("cores", "many", "'integer'"),
    ("cpulimit", "129", "maximum value of 128"),
    ("memory", "8", "minimum value of 16"),
    ("onboot", "maybe", "'boolean'"),
    ("serial0", "stdout", "regex pattern"),
    ("scsi0", "local-lvm", "file: invalid format"),
    ("scsi0", "local-lvm:0,import_from=local:import/x.qcow2", "import_from: property is not defined"),
    ("scsi0", "discard=on", "file: property is missing"),
    ("scsi0", "local-lvm:1,local-lvm:2", "duplicate key"),
    ("net0", "bridge=vmbr0", "model: property is missing"),
    ("net0", "virtual,bridge=vmbr0", "model: value 'virtual'"),
    ("net0", "virtio,tag=5000", "tag: value must have a maximum value of 4094"),
    ("net0", "virtio=01:00:5E:00:00:01", "valid mac-addr"),
    ("ipconfig0", "ip=192.0.2.10", "valid pve-ipv4-config"),
    ("ipconfig0", "gw=192.0.2.1", "'gw' requires this property"),
    ("ipconfig0", "ip6=fe80::/200", "valid pve-ipv6-config"),
    ("sshkeys", "ssh-ed25519 AAAA ada", "valid urlencoded"),
    ("nameserver", "not an address!", "valid address-list"),
    ("tags", "ünsafe", "valid pve-tag-list"),
    ("checksum", "abc", "is not defined in schema"),
    ("boot", "scsi0", "legacy: value does not match"),
    ("force", "1", "'force' requires this property"),
];

#[test]
fn what_deploying_sends_is_well_formed() {
    for (key, value) in RIGHT {
        assert_eq!(create(key, value), Vec::<String>::new(), "{key}={value}");
    }
}

#[test]
fn what_a_host_would_refuse_is_told_with_the_parameter() {
    for (key, value, complaint) in WRONG {
        let told = create(key, value);

        assert!(told.iter().any(|told| told.contains(complaint)), "{key}={value} is told as {told:?}");
    }
}

#[test]
fn what_is_missing_is_told() {
    let told = complaints("POST", "/nodes/pve1/qemu", &[("name", "social")]);

    assert_eq!(told, ["vmid: property is missing and it is not optional"]);
}

#[test]
fn parameters_in_the_path_are_checked_as_well() {
    let told = complaints("GET", "/nodes/pve1/qemu/12/config", &[]);

    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("vmid: "), "{told:?}");
}

#[test]
fn a_path_or_method_that_is_not_there_is_not_implemented() {
    assert_eq!(complaints("GET", "/nodes/pve1/quemu", &[]), ["GET /nodes/pve1/quemu"]);
    assert_eq!(complaints("PUT", "/version", &[]), ["PUT /version"]);
}

#[test]
fn resizing_takes_sizes_with_units_only_to_grow() {
    let resize = |size: &str| complaints("PUT", "/nodes/pve1/qemu/100/resize", &[("disk", "scsi0"), ("size", size)]);

    assert_eq!(resize("+10G"), Vec::<String>::new());
    assert_eq!(resize("1.5T"), Vec::<String>::new());
    assert_eq!(resize("-10G").len(), 1);
    assert_eq!(resize("10GiB").len(), 1);
}

#[test]
fn versions_differ_where_the_data_says_so() {
    let old = Api::of(Version::V8_4);
    let new = Api::of(Version::V9_1);

    assert!(old.privileges().contains("VM.Monitor") && !new.privileges().contains("VM.Monitor"));
    assert!(new.privileges().contains("VM.GuestAgent.Audit"));
    let upload = [("content", "import"), ("filename", "nixos.qcow2")];
    let verdict =
        |api: &Api| api.check("POST", "/nodes/pve1/storage/local/upload", Parameters::from_iter(upload)).is_ok();
    assert!(verdict(new) && verdict(old) && !verdict(Api::of(Version::V8_3)));
}
