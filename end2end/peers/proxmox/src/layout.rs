//! What the simulated cluster is made of, before anybody calls.

const GIB: u64 = 1 << 30;

/// Nodes and storages of a cluster. The default has two nodes and five storages, with what differs most among real ones.
#[derive(Clone, Debug)]
pub struct Layout {
    pub name: String,
    pub nodes: Vec<Node>,
    pub storages: Vec<Storage>,
}

#[derive(Clone, Debug)]
pub struct Node {
    pub name: String,
    pub processors: u32,
    /// Bytes.
    pub memory: u64,
    pub bridges: Vec<String>,
    /// A node that is not is listed as offline, and calls that it would have to answer get status 595.
    pub is_online: bool,
}

#[derive(Clone, Debug)]
pub struct Storage {
    pub name: String,
    pub kind: StorageKind,
    /// Such as `images`, `import`, `iso`, `backup`, `snippets`.
    pub content: Vec<String>,
    pub is_shared: bool,
    /// Bytes.
    pub total: u64,
    /// Bytes taken by what is not simulated.
    pub taken: u64,
}

/// The kinds of storage, by what can be done on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageKind {
    /// Files; a snapshot needs the format qcow2.
    Dir,
    Nfs,
    /// Volumes of fixed size, without snapshots.
    Lvm,
    LvmThin,
    ZfsPool,
}

impl StorageKind {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dir => "dir",
            Self::Nfs => "nfs",
            Self::Lvm => "lvm",
            Self::LvmThin => "lvmthin",
            Self::ZfsPool => "zfspool",
        }
    }

    /// Whether it keeps files, and so can take uploads.
    #[must_use]
    pub const fn has_files(self) -> bool {
        matches!(self, Self::Dir | Self::Nfs)
    }

    /// Whether a disk of this format can have snapshots and be the base of linked clones.
    pub(crate) fn has_snapshots(self, format: &str) -> bool {
        match self {
            Self::LvmThin | Self::ZfsPool => true,
            Self::Dir | Self::Nfs => format == "qcow2",
            Self::Lvm => false,
        }
    }
}

impl Default for Layout {
    fn default() -> Self {
        let node = |name: &str| Node {
            name: name.into(),
            processors: 8,
            memory: 32 * GIB,
            bridges: vec!["vmbr0".into(), "vmbr1".into()],
            is_online: true,
        };
        Self {
            name: "simulated".into(),
            nodes: vec![node("pve1"), node("pve2")],
            storages: vec![
                storage("local", StorageKind::Dir, "iso,vztmpl,backup,import,snippets", 100),
                storage("local-lvm", StorageKind::LvmThin, "images,rootdir", 200),
                storage("files", StorageKind::Dir, "images,import", 100),
                storage("thick", StorageKind::Lvm, "images", 100),
                Storage { is_shared: true, ..storage("shared", StorageKind::Nfs, "images,import,backup,iso", 500) },
            ],
        }
    }
}

fn storage(name: &str, kind: StorageKind, content: &str, gib: u64) -> Storage {
    Storage {
        name: name.into(),
        kind,
        content: content.split(',').map(str::to_owned).collect(),
        is_shared: false,
        total: gib * GIB,
        taken: 4 * GIB,
    }
}
