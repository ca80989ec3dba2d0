//! Plans: what a revision would change. A plan makes every choice and changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    difference::OptionChange,
    effect::Effect,
    environment::{Environment, ProviderConfiguration},
    language::LocalText,
    operation::{Check, Operation},
    option::finding::Finding,
    secret::SecretEdition,
    upgrade::Upgrade,
};

/// Resource requests by application, requirement and resource type, as an application's configuration mapping makes them.
pub type Requirements = BTreeMap<String, BTreeMap<String, BTreeMap<String, Value>>>;

/// Chosen results by application and requirement, as the resource type has them.
pub type Results = BTreeMap<String, BTreeMap<String, Value>>;

/// What was taken from pools, by host and field.
pub type Allocated = BTreeMap<String, BTreeMap<String, String>>;

/// What the first evaluation says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evaluated {
    pub findings: Vec<Finding>,
    pub unmet: Vec<Unmet>,
    pub requirements: Requirements,
    /// Names that no other deployment of the environment may have.
    #[serde(default)]
    pub reserve: Vec<Reserved>,
    #[serde(default)]
    pub pools: Vec<Pool>,
}

/// A requirement that the environment can't meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmet {
    pub application: String,
    pub requirement: String,
    #[serde(rename = "type")]
    pub resource_type: String,
    /// Why, where its kind of environment could.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub reason: Option<LocalText>,
}

/// A name that one deployment has for itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserved {
    pub name: String,
    pub application: String,
    pub requirement: String,
    /// The option that it comes from.
    pub option: Option<String>,
}

/// One of these values has to be taken for a host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    pub host: String,
    pub field: String,
    pub from: Vec<String>,
}

/// What the second evaluation says: the derivation that a run builds, and the closure that it will be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Configuration {
    /// The store path of the derivation.
    pub drv_path: String,
    /// The store path of the closure. (Nix prints a set with `outPath` as that path alone, hence the other name there.)
    #[serde(rename = "closure")]
    pub out_path: String,
    /// The static sites in the closure, by `application.requirement`.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub sites: BTreeMap<String, ConfiguredSite>,
    /// The machine for each `hosts/<host>` of the closure, by what the environment's settings call it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub machines: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfiguredSite {
    pub host: String,
}

/// What there is to a configuration beside what is built.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    #[serde(default)]
    pub results: Results,
    /// The hosts that the deployment needs, by name.
    #[serde(default)]
    pub hosts: BTreeMap<String, Host>,
    /// By application.
    #[serde(default)]
    pub operations: BTreeMap<String, Operation>,
    /// The secrets that hosts need: where each lies and what it is made of, never what it is.
    #[serde(default)]
    pub secrets: Vec<Value>,
}

/// A host, and what stands on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    pub request: HostRequest,
    pub holds: Vec<Held>,
}

/// How large a host has to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HostRequest {
    pub name: String,
    pub cores: u32,
    #[serde(rename = "memoryMiB")]
    pub memory_mib: u64,
    #[serde(rename = "diskMiB")]
    pub disk_mib: u64,
    pub architecture: String,
    pub ipv4: bool,
    pub ipv6: bool,
}

/// A requirement that is met on a host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub application: String,
    pub requirement: String,
}

/// A check, and the host of the closure that answers for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedCheck<'a> {
    pub check: &'a Check,
    pub host: Option<&'a str>,
}

/// What a revision would change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub requirements: Requirements,
    /// It stays on the server: what a browser shows of it are effects, and reading it would take code that everybody loads.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub placement: Placement,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub allocated: Allocated,
    pub configuration: Configuration,
    /// What the environment was set up as; none in plans from before that was kept.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub environment: Option<ProviderConfiguration>,
    /// What happens to each resource; a browser gets sentences.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub effects: Vec<Effect>,
    /// The options that differ from the live revision.
    pub options: Vec<OptionChange>,
    /// The closure that is live now.
    pub live: Option<String>,
    /// The names that no other deployment may have while this one uses them.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub reserved: Vec<Reserved>,
    /// The secrets that are kept here and that it needs, none with its text.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub kept_secrets: Vec<SecretEdition>,
    /// Whether a secret is another one than in the live revision. What is built doesn't show it.
    #[serde(default)]
    pub renews_secrets: bool,
    /// The applications that are built with another library than the live ones.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub upgrades: Vec<Upgrade>,
}

impl Plan {
    /// Whether deploying would change nothing: the closure that it leads to is the one that is live, and so are the secrets.
    pub fn changes_nothing(&self) -> bool {
        !self.renews_secrets && self.live.as_deref() == Some(self.configuration.out_path.as_str())
    }

    /// The environment as it was set up when this was planned, so that the same question has the same answer.
    pub fn environment(&self, now: &Environment) -> Environment {
        match &self.environment {
            Some(configuration) => Environment { configuration: configuration.clone(), ..now.clone() },
            None => now.clone(),
        }
    }

    /// What pages show of it. The rest stays on the server: it is long, and of no use to a browser.
    pub fn shown(&self) -> Self {
        Self {
            configuration: Configuration {
                sites: BTreeMap::new(),
                machines: BTreeMap::new(),
                ..self.configuration.clone()
            },
            options: self.options.clone(),
            live: self.live.clone(),
            renews_secrets: self.renews_secrets,
            ..Self::default()
        }
    }

    /// What no other deployment may have while this one uses it: names, and what was taken from pools.
    pub fn names(&self) -> Vec<String> {
        let names = self.reserved.iter().map(|reserved| reserved.name.clone());
        let distinct: BTreeSet<String> =
            names.chain(self.allocated.values().flat_map(BTreeMap::values).cloned()).collect();
        distinct.into_iter().collect()
    }

    /// How one sees that the applications work, each with the host of the closure that answers for it; none where the
    /// environment has no hosts.
    pub fn checks(&self) -> Vec<PlacedCheck<'_>> {
        let mut placed = Vec::new();
        for (application, operation) in &self.placement.operations {
            let host = self.host_of(application);
            placed.extend(operation.checks.iter().map(|check| PlacedCheck { check, host }));
        }
        placed
    }

    /// Where an application runs: on the only host, or on the one that holds its system.
    fn host_of(&self, application: &str) -> Option<&str> {
        let machines = &self.configuration.machines;
        if machines.len() == 1 {
            return machines.keys().next().map(String::as_str);
        }
        let holds = |host: &Host| host.holds.iter().any(|held| held.application == application);
        self.placement.hosts.iter().find(|(_, host)| holds(host)).map(|(name, _)| name.as_str())
    }

    /// Where the applications will answer.
    pub fn addresses(&self) -> Vec<String> {
        self.placement.operations.values().filter_map(|operation| operation.address.clone()).collect()
    }
}
