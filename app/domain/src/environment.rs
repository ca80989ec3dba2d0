//! Environments: run-time backends that a hosting provider offers to organisations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::identifier::EnvironmentId;

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
