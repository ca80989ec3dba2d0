//! Plans: what a revision would change. A plan makes every choice and changes nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{difference::OptionChange, option::finding::Finding};

/// Resource requests by application, requirement and resource type, as an application's configuration mapping makes them.
pub type Requirements = BTreeMap<String, BTreeMap<String, BTreeMap<String, Value>>>;

/// Chosen results by application and requirement.
pub type Results = BTreeMap<String, BTreeMap<String, SiteResult>>;

/// Where a static site answers. Both are known from the plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SiteResult {
    /// The name under which it answers, such as `town.localhost`.
    pub host: String,
    /// The whole address, such as `http://town.localhost:8090`.
    pub address: String,
}

/// What the first evaluation says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evaluated {
    pub findings: Vec<Finding>,
    pub unmet: Vec<Unmet>,
    pub requirements: Requirements,
}

/// A requirement that the environment can't meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmet {
    pub application: String,
    pub requirement: String,
    #[serde(rename = "type")]
    pub resource_type: String,
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
    pub sites: BTreeMap<String, ConfiguredSite>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfiguredSite {
    pub host: String,
}

/// What a revision would change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub requirements: Requirements,
    pub results: Results,
    pub configuration: Configuration,
    /// What happens to each resource.
    pub effects: Vec<Effect>,
    /// The options that differ from the live revision.
    pub options: Vec<OptionChange>,
    /// The closure that is live now.
    pub live: Option<String>,
}

impl Plan {
    /// Whether deploying would change nothing: the closure that it leads to is the one that is live.
    pub fn changes_nothing(&self) -> bool {
        self.live.as_deref() == Some(self.configuration.out_path.as_str())
    }

    /// The names under which the applications will answer.
    pub fn hosts(&self) -> impl Iterator<Item = &str> {
        self.results.values().flat_map(|results| results.values().map(|result| result.host.as_str()))
    }

    /// Where the applications will answer.
    pub fn addresses(&self) -> Vec<String> {
        self.results.values().flat_map(|results| results.values().map(|result| result.address.clone())).collect()
    }
}

/// What happens to one resource.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    pub kind: EffectKind,
    pub application: String,
    pub requirement: String,
    pub address: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EffectKind {
    Create,
    Change,
    Keep,
    Remove,
}

/// What happens to each resource when one closure with its results follows another.
pub fn effects(before: Option<&Plan>, results: &Results, configuration: &Configuration) -> Vec<Effect> {
    let none = Results::new();
    let earlier = before.map_or(&none, |plan| &plan.results);
    let same_closure = before.is_some_and(|plan| plan.configuration.out_path == configuration.out_path);
    let find = |results: &Results, application: &str, requirement: &str| {
        results.get(application).and_then(|inner| inner.get(requirement)).map(|result| result.host.clone())
    };

    let kept = flat(results).map(|(application, requirement, result)| {
        let kind = match find(earlier, application, requirement) {
            Some(host) if host == result.host && same_closure => EffectKind::Keep,
            Some(host) if host == result.host => EffectKind::Change,
            _ => EffectKind::Create,
        };
        Effect {
            kind,
            application: application.clone(),
            requirement: requirement.clone(),
            address: result.address.clone(),
        }
    });
    let gone = flat(earlier)
        .filter(|(application, requirement, result)| {
            find(results, application, requirement).as_ref() != Some(&result.host)
        })
        .map(|(application, requirement, result)| Effect {
            kind: EffectKind::Remove,
            application: application.clone(),
            requirement: requirement.clone(),
            address: result.address.clone(),
        });
    kept.chain(gone).collect()
}

fn flat(results: &Results) -> impl Iterator<Item = (&String, &String, &SiteResult)> {
    results.iter().flat_map(|(application, inner)| {
        inner.iter().map(move |(requirement, result)| (application, requirement, result))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(host: &str) -> Results {
        let result = SiteResult { host: host.into(), address: format!("http://{host}") };
        Results::from([("homepage".into(), BTreeMap::from([("site".into(), result)]))])
    }

    fn plan(host: &str, out_path: &str) -> Plan {
        let configuration = Configuration { out_path: out_path.into(), ..Configuration::default() };
        Plan { results: results(host), configuration, ..Plan::default() }
    }

    fn kinds(before: Option<&Plan>, host: &str, out_path: &str) -> Vec<EffectKind> {
        let after = plan(host, out_path);
        effects(before, &after.results, &after.configuration).into_iter().map(|effect| effect.kind).collect()
    }

    #[test]
    fn a_site_is_created_changed_kept_and_renamed() {
        let live = plan("a", "1");

        assert_eq!(kinds(None, "a", "1"), [EffectKind::Create]);
        assert_eq!(kinds(Some(&live), "a", "2"), [EffectKind::Change]);
        assert_eq!(kinds(Some(&live), "a", "1"), [EffectKind::Keep]);
        assert_eq!(kinds(Some(&live), "b", "2"), [EffectKind::Create, EffectKind::Remove]);
    }
}
