//! Deployments and their revisions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;

use crate::{
    environment::Environment,
    identifier::{DeploymentId, OrganisationId, RevisionId, RunId},
    plan::Plan,
    run::Run,
};

/// An operator's applications, in an environment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deployment {
    pub id: DeploymentId,
    pub organisation: OrganisationId,
    pub environment: Environment,
    /// What lists call it, from the option that the module marks.
    pub title: String,
    pub state: DeploymentState,
    /// Where it answers; empty until it is live for the first time.
    pub addresses: Vec<String>,
    /// The revision that is live.
    pub live: Option<RevisionId>,
    #[serde(with = "time::serde::rfc3339")]
    pub changed: OffsetDateTime,
    /// Who changed it last.
    pub changed_by: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeploymentState {
    /// Never deployed.
    Draft,
    /// A run is under way.
    Deploying,
    Live,
    /// The last run failed, and either nothing is live or what is live could not be put back.
    Failed,
    Removing,
    Removed,
}

impl DeploymentState {
    pub const ALL: [Self; 6] = [Self::Draft, Self::Deploying, Self::Live, Self::Failed, Self::Removing, Self::Removed];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Deploying => "deploying",
            Self::Live => "live",
            Self::Failed => "failed",
            Self::Removing => "removing",
            Self::Removed => "removed",
        }
    }

    /// Whether entries can still change: what was removed stays as it was.
    pub fn may_change(self) -> bool {
        !matches!(self, Self::Removing | Self::Removed)
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// The options of each application of a deployment, by its name within the deployment.
pub type Applications = BTreeMap<String, ConfiguredApplication>;

/// One application with what the operator set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConfiguredApplication {
    pub module: String,
    /// The version of the module that the options are for; none where nobody looked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub version: Option<String>,
    pub options: Value,
}

/// The source tree of all modules that a revision is evaluated with, named by its content.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LibraryPin(pub String);

/// One immutable set of application options of a deployment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    pub id: RevisionId,
    pub deployment: DeploymentId,
    /// Counted from 1 in each deployment.
    pub number: u32,
    pub applications: Applications,
    pub pin: LibraryPin,
    pub plan: Plan,
    pub state: RevisionState,
    #[serde(with = "time::serde::rfc3339")]
    pub created: OffsetDateTime,
    pub created_by: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RevisionState {
    /// Planned, not deployed.
    Staged,
    /// It is or was live.
    Deployed,
    /// It was deployed and never became live.
    Failed,
}

/// What an operator typed and did not yet plan. It may be wrong; nothing is lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub deployment: DeploymentId,
    pub applications: Applications,
    /// The library that it is written for; none for the one that is offered now.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub pin: Option<LibraryPin>,
    /// Whether the operator asked to go on with it, so that findings are shown.
    pub submitted: bool,
}

/// What the list of deployments is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DeploymentQuery {
    /// Counted from 1.
    #[serde(default)]
    pub page: u32,
    /// Part of a title or an address.
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub state: Option<DeploymentState>,
    #[serde(default)]
    pub sort: Sort,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The last changed first.
    #[default]
    Changed,
    Title,
    State,
}

/// How many deployments stand on a page.
pub const PAGE: u32 = 50;

/// One page of deployments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeploymentPage {
    pub rows: Vec<Deployment>,
    /// How many match the query in all.
    pub matching: u64,
    /// How many there are without a query; removed ones don't count.
    pub total: u64,
}

/// A deployment with what its page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeploymentDetail {
    pub deployment: Deployment,
    pub live: Option<Revision>,
    pub draft: Option<Draft>,
    /// The newest run, finished or not.
    pub run: Option<Run>,
}

/// How many lines of a history stand on a page.
pub const HISTORY_PAGE: usize = 50;

/// A line of a deployment's history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryEntry {
    pub revision: Revision,
    pub live: bool,
    /// The run that deployed it last.
    pub run: Option<RunId>,
}
