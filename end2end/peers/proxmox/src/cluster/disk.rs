use std::collections::BTreeMap;

use crate::schema::{Api, Key, PropertyString};

/// A disk as a machine's configuration says it, such as `local-lvm:vm-100-disk-0,size=10G`.
#[derive(Clone, Debug)]
pub(crate) struct Disk {
    properties: PropertyString,
}

/// Whether a key of a configuration is a disk's: `scsi0`, `virtio1`, `efidisk0`, …
pub(crate) fn is_disk_name(key: &str) -> bool {
    let stem = key.trim_end_matches(|last: char| last.is_ascii_digit());
    stem != key && matches!(stem, "ide" | "sata" | "scsi" | "virtio" | "efidisk" | "tpmstate")
}

impl Disk {
    pub fn parse(api: &Api, key: &str, text: &str) -> Option<Self> {
        PropertyString::parse(text, keys(api, key)?).ok().map(|properties| Self { properties })
    }

    /// The volume, or `none`, or what is to be allocated, such as `local-lvm:10`.
    pub fn volume(&self) -> &str {
        self.properties.get("file").unwrap_or_default()
    }

    /// The storage's name and what follows the colon.
    pub fn place(&self) -> Option<(&str, &str)> {
        self.volume().split_once(':')
    }

    pub fn is_cloud_init(&self) -> bool {
        self.place().is_some_and(|(_, name)| name == "cloudinit" || name.ends_with("-cloudinit"))
    }

    pub fn is_cdrom(&self) -> bool {
        self.get("media") == Some("cdrom") || self.is_cloud_init()
    }

    /// GiB to allocate, where the text asks for a new volume.
    pub fn wanted_gib(&self) -> Option<f64> {
        self.place().and_then(|(_, size)| size.parse().ok())
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.properties.get(key)
    }

    pub fn take(&mut self, key: &str) -> Option<String> {
        self.properties.remove(key)
    }

    pub fn set(&mut self, key: &str, value: &str) {
        self.properties.set(key, value);
    }

    pub fn print(&self) -> String {
        self.properties.print("file")
    }
}

fn keys<'a>(api: &'a Api, key: &str) -> Option<&'a BTreeMap<String, Key>> {
    let stem = key.trim_end_matches(|last: char| last.is_ascii_digit());
    api.format(if matches!(stem, "efidisk" | "tpmstate") { key } else { stem })
}
