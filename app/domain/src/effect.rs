//! What a plan does to each resource, as people are told before they deploy.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::plan::{Configuration, Placement, Plan, Requirements};

/// What happens to one resource.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    pub kind: EffectKind,
    /// The applications that it is for.
    pub applications: Vec<String>,
    pub resource: PlannedResource,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EffectKind {
    Create,
    Change,
    Keep,
    Remove,
}

/// A resource, with what people have to know of it. Sizes are in MiB.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum PlannedResource {
    Host { name: String, cores: u32, memory_mib: u64, disk_mib: u64 },
    StaticSite { address: String },
    DnsName { name: String },
    Bucket { name: String, address: Option<String>, quota_mib: Option<u64> },
    Database { name: String, server: String },
    Queue,
    MailRelay { from: String, server: String },
    Certificate { name: String },
    Secrets { count: usize },
    LoginShell { user: String },
}

impl PlannedResource {
    /// Its place in a list, and the name that makes it the same one after a change: another name is another resource.
    /// An application has only one of what has no name.
    fn identity(&self) -> (u8, Option<&str>) {
        match self {
            Self::Host { name, .. } => (0, Some(name)),
            Self::StaticSite { address } => (1, Some(address)),
            Self::DnsName { name } => (2, Some(name)),
            Self::Bucket { name, .. } => (3, Some(name)),
            Self::Database { name, .. } => (4, Some(name)),
            Self::Queue => (5, None),
            Self::MailRelay { .. } => (6, None),
            Self::Certificate { name } => (7, Some(name)),
            Self::Secrets { .. } => (8, None),
            Self::LoginShell { user } => (9, Some(user)),
        }
    }

    /// Whether it holds nothing but what is built, so that a new build is a change of it.
    fn is_built(&self) -> bool {
        matches!(self, Self::Host { .. } | Self::StaticSite { .. } | Self::LoginShell { .. })
    }
}

/// What happens to each resource when one plan follows another, in the order of what people care about.
pub fn effects(
    before: Option<&Plan>,
    requirements: &Requirements,
    placement: &Placement,
    configuration: &Configuration,
) -> Vec<Effect> {
    let earlier = before.map_or_else(Vec::new, |plan| resources(&plan.requirements, &plan.placement));
    let later = resources(requirements, placement);
    let same_closure = before.is_some_and(|plan| plan.configuration.out_path == configuration.out_path);
    let kind = |needed: &Needed| match earlier.iter().find(|known| known.identity() == needed.identity()) {
        None => EffectKind::Create,
        Some(known) if known.resource != needed.resource => EffectKind::Change,
        Some(_) if needed.resource.is_built() && !same_closure => EffectKind::Change,
        Some(_) => EffectKind::Keep,
    };
    let effect = |kind: EffectKind, needed: &Needed| Effect {
        kind,
        applications: needed.applications.clone(),
        resource: needed.resource.clone(),
    };
    let gone = earlier.iter().filter(|known| !later.iter().any(|needed| known.identity() == needed.identity()));
    later
        .iter()
        .map(|needed| effect(kind(needed), needed))
        .chain(gone.map(|known| effect(EffectKind::Remove, known)))
        .collect()
}

struct Needed {
    applications: Vec<String>,
    resource: PlannedResource,
}

impl Needed {
    fn identity(&self) -> (u8, &str) {
        let (place, name) = self.resource.identity();
        (place, name.or(self.applications.first().map(String::as_str)).unwrap_or_default())
    }
}

fn resources(requirements: &Requirements, placement: &Placement) -> Vec<Needed> {
    let mut needed: Vec<Needed> = placement
        .hosts
        .values()
        .map(|host| Needed {
            applications: host
                .holds
                .iter()
                .map(|held| held.application.clone())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            resource: PlannedResource::Host {
                name: host.request.name.clone(),
                cores: host.request.cores,
                memory_mib: host.request.memory_mib,
                disk_mib: host.request.disk_mib,
            },
        })
        .collect();
    let none = Value::Null;
    for (application, by_requirement) in requirements {
        let mut secrets = 0;
        for (requirement, by_type) in by_requirement {
            let result = placement.results.get(application).and_then(|results| results.get(requirement));
            for (resource_type, request) in by_type {
                // What an operator gives is among the entries.
                if resource_type == "secret-file" && request.get("generator").and_then(Value::as_str) != Some("given") {
                    secrets += 1;
                }
                if let Some(resource) = resource(resource_type, request, result.unwrap_or(&none)) {
                    needed.push(Needed { applications: vec![application.clone()], resource });
                }
            }
        }
        if secrets > 0 {
            needed.push(Needed {
                applications: vec![application.clone()],
                resource: PlannedResource::Secrets { count: secrets },
            });
        }
    }
    needed.sort_by(|one, other| one.identity().cmp(&other.identity()));
    needed
}

/// One requirement as a resource; none for what is told together with others (hosts, secrets).
fn resource(resource_type: &str, request: &Value, result: &Value) -> Option<PlannedResource> {
    let of = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let chosen = |name: &str| of(result, name).unwrap_or_default();
    Some(match resource_type {
        "static-site" => PlannedResource::StaticSite { address: chosen("address") },
        "dns-name" => PlannedResource::DnsName { name: chosen("name") },
        "s3-bucket" => PlannedResource::Bucket {
            name: chosen("bucket"),
            address: of(result, "publicAddress"),
            quota_mib: request.get("quotaMiB").and_then(Value::as_u64),
        },
        "postgresql" => PlannedResource::Database { name: chosen("database"), server: "PostgreSQL".to_owned() },
        "mariadb" => PlannedResource::Database { name: chosen("database"), server: "MariaDB".to_owned() },
        "redis" => PlannedResource::Queue,
        "mail-relay" => PlannedResource::MailRelay { from: chosen("from"), server: chosen("server") },
        "tls-certificate" => PlannedResource::Certificate { name: certificate_name(result) },
        "login-shell" => PlannedResource::LoginShell { user: chosen("user") },
        _ => return None,
    })
}

/// A certificate lies in a directory of its first name.
fn certificate_name(result: &Value) -> String {
    let file = result.get("certificateFile").and_then(Value::as_str).unwrap_or_default();
    file.rsplit('/').nth(1).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn placement(host: &str) -> Placement {
        let site = json!({ "host": host, "address": format!("http://{host}") });
        let results = [("homepage".to_owned(), [("site".to_owned(), site)].into())].into();
        Placement { results, ..Placement::default() }
    }

    fn requirements() -> Requirements {
        let site = [("static-site".to_owned(), json!({ "name": "a" }))].into();
        [("homepage".to_owned(), [("site".to_owned(), site)].into())].into()
    }

    fn plan(host: &str, out_path: &str) -> Plan {
        let configuration = Configuration { out_path: out_path.into(), ..Configuration::default() };
        Plan { requirements: requirements(), placement: placement(host), configuration, ..Plan::default() }
    }

    fn kinds(before: Option<&Plan>, host: &str, out_path: &str) -> Vec<EffectKind> {
        let after = plan(host, out_path);
        effects(before, &after.requirements, &after.placement, &after.configuration)
            .into_iter()
            .map(|effect| effect.kind)
            .collect()
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
