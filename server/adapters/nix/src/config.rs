//! Where Nix is, and how much it may use.

use std::{path::PathBuf, time::Duration};

use serde::Deserialize;

use crate::{flake::FlakeAddress, outside::OutsideModules};

/// What the adapter is made from.
#[derive(Clone, Debug)]
pub struct NixConfig {
    /// The program `nix`, version 2.26 or newer.
    pub nix: PathBuf,
    /// A busybox without an interpreter of its own: the sandbox's `/bin/sh`.
    pub busybox: PathBuf,
    /// The Nix library of the project: the directory with the `default.nix` that is evaluated.
    pub library: PathBuf,
    /// Directories of application modules of others.
    pub modules: Vec<OutsideModules>,
    /// The source tree of nixpkgs, for environments whose hosts run NixOS. It is copied into the store, once.
    pub nixpkgs: Option<PathBuf>,
    /// Where it comes from, as the address of a flake, for those who take a deployment away. Where it isn't said, a tree that
    /// names its revision says so itself.
    pub nixpkgs_source: Option<FlakeAddress>,
    /// The state directory; everything here lies in its directory `nix`.
    pub state: PathBuf,
    pub limits: Limits,
}

/// How much an evaluation and a build may use before they are ended.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// How long one evaluation may take.
    pub evaluation_seconds: u64,
    /// How much of one processor it may use.
    pub evaluation_cpu_seconds: u64,
    /// How much address space it may use.
    pub evaluation_memory_mib: u64,
    /// How long its answer may be, and its messages.
    pub evaluation_output_mib: u64,
    /// How long the configuration of hosts may take, and how much of one processor it may use: for that, nixpkgs is evaluated.
    pub hosts_seconds: u64,
    /// How much address space it may use.
    pub hosts_memory_mib: u64,
    /// How many go on at the same time; more of them wait.
    pub evaluations_at_once: usize,
    /// How many builds go on at the same time; more of them wait.
    pub builds_at_once: usize,
    /// How long one build may take.
    pub build_seconds: u64,
    /// How much address space each of its processes may use.
    pub build_memory_mib: u64,
    /// How long its log may be.
    pub build_log_mib: u64,
    /// Where a line of its log is cut.
    pub log_line_bytes: usize,
    /// How long a collection of what has no root may take.
    pub collection_seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            evaluation_seconds: 10,
            evaluation_cpu_seconds: 10,
            evaluation_memory_mib: 2048,
            evaluation_output_mib: 16,
            hosts_seconds: 120,
            hosts_memory_mib: 4096,
            evaluations_at_once: 4,
            builds_at_once: 2,
            build_seconds: 3600,
            build_memory_mib: 8192,
            build_log_mib: 64,
            log_line_bytes: 4096,
            collection_seconds: 600,
        }
    }
}

/// What bounds one process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) wall: Duration,
    pub(crate) cpu_seconds: Option<u64>,
    pub(crate) memory_bytes: u64,
    pub(crate) output_bytes: u64,
}

const MIB: u64 = 1024 * 1024;

impl Limits {
    pub(crate) fn evaluation(&self) -> Bounds {
        Bounds {
            wall: Duration::from_secs(self.evaluation_seconds),
            cpu_seconds: Some(self.evaluation_cpu_seconds),
            memory_bytes: self.evaluation_memory_mib.saturating_mul(MIB),
            output_bytes: self.evaluation_output_mib.saturating_mul(MIB),
        }
    }

    pub(crate) fn hosts(&self) -> Bounds {
        Bounds {
            wall: Duration::from_secs(self.hosts_seconds),
            cpu_seconds: Some(self.hosts_seconds),
            memory_bytes: self.hosts_memory_mib.saturating_mul(MIB),
            ..self.evaluation()
        }
    }

    /// A build may use many processors for as long as it may take, so nothing but the wall clock bounds its time.
    pub(crate) fn build(&self) -> Bounds {
        Bounds {
            wall: Duration::from_secs(self.build_seconds),
            cpu_seconds: None,
            memory_bytes: self.build_memory_mib.saturating_mul(MIB),
            output_bytes: self.build_log_mib.saturating_mul(MIB),
        }
    }

    pub(crate) fn collection(&self) -> Bounds {
        Bounds { wall: Duration::from_secs(self.collection_seconds), cpu_seconds: None, ..self.evaluation() }
    }
}
