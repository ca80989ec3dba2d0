//! Environments: run-time backends that a hosting provider offers to organisations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{application::ApplicationModule, identifier::EnvironmentId, language::LocalText, option::finding::Finding};

/// A run-time backend with its provider configuration, offered to organisations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Environment {
    pub id: EnvironmentId,
    /// The kind of backend; the name of its module in `nix/environments`.
    pub kind: String,
    /// What the hosting provider calls it.
    pub name: String,
    /// Where machines are and how to reach them is the hosting provider's to know: it never goes to a browser.
    #[serde(skip)]
    pub configuration: ProviderConfiguration,
}

/// What a hosting provider makes available, and what it decides; checked by the environment's module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderConfiguration {
    /// Settings of this kind of environment, by name.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub settings: Map<String, Value>,
    /// Policies by resource type.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub policies: Map<String, Value>,
    /// How requirements are spread over hosts, where there is a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<String>,
}

/// What an environment offers as its hosting provider set it up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// What is wrong with its settings, policies or layout: the hosting provider is told when the server starts.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub findings: Vec<Finding>,
    /// Resource types.
    pub offers: Vec<String>,
    /// Resource types that its kind could offer, and why this one doesn't.
    pub lacking: Vec<Lack>,
}

/// A resource type that an environment lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lack {
    #[serde(rename = "type")]
    pub resource_type: String,
    pub reason: LocalText,
}

impl Offer {
    /// The resource types that an application always needs and this environment does not offer, with the reason where
    /// its kind could.
    pub fn unmet<'a>(&'a self, module: &'a ApplicationModule) -> Vec<(&'a str, Option<&'a LocalText>)> {
        let missing = |need: &&str| !self.offers.iter().any(|offer| offer == need);
        let reason = |need: &str| self.lacking.iter().find(|lack| lack.resource_type == need).map(|lack| &lack.reason);
        module.needs.iter().map(String::as_str).filter(missing).map(|need| (need, reason(need))).collect()
    }
}

/// An environment with what it offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferedEnvironment {
    pub environment: Environment,
    pub offer: Offer,
}
