//! What a plan does to each resource, in words. They are made here, so that no browser loads them all to show a few.

use domain::{
    effect::{EffectKind, PlannedResource},
    language::Language,
    plan::Plan,
};

use super::newer;
use crate::{
    deployment::changes::Modules,
    text::{Texts, application, texts_in},
};

crate::text::declare! {
    /// Resources.
    Resource {
        host(name: &str, cores: &str, memory: &str, disk: &str) {
            en = "A host {name}: {cores}, {memory} of memory, {disk} of disk";
            de = "Ein Host {name}: {cores}, {memory} Speicher, {disk} Platte";
        }
        site(applications: &str, address: &str) { en = "Web pages of {applications} at {address}"; de = "Webseiten von {applications} unter {address}"; }
        name(name: &str) { en = "The name {name}, which leads to its host"; de = "Der Name {name}, der zu seinem Host führt"; }
        bucket(applications: &str, name: &str) { en = "Storage {name} for files of {applications}"; de = "Speicher {name} für Dateien von {applications}"; }
        bucket_at(applications: &str, name: &str, address: &str) {
            en = "Storage {name} for files of {applications}, which everybody sees at {address}";
            de = "Speicher {name} für Dateien von {applications}, die alle unter {address} sehen";
        }
        up_to(what: &str, quota: &str) { en = "{what}, up to {quota}"; de = "{what}, bis {quota}"; }
        database(applications: &str, server: &str) { en = "A database of {applications} ({server})"; de = "Eine Datenbank von {applications} ({server})"; }
        queue(applications: &str) { en = "A queue for the work of {applications}"; de = "Eine Warteschlange für die Arbeit von {applications}"; }
        mail(applications: &str, from: &str, server: &str) {
            en = "Mail of {applications} from {from}, through {server}";
            de = "E-Mail von {applications} als {from}, über {server}";
        }
        certificate(name: &str) { en = "A certificate for {name}, renewed by itself"; de = "Ein Zertifikat für {name}, das sich selbst erneuert"; }
        secret(applications: &str) { en = "One secret of {applications}, made and kept for you"; de = "Ein Geheimnis von {applications}, für Sie erzeugt und verwahrt"; }
        secrets(applications: &str, n: usize) { en = "{n} secrets of {applications}, made and kept for you"; de = "{n} Geheimnisse von {applications}, für Sie erzeugt und verwahrt"; }
        secrets_renewed { en = "Secrets that you have entered anew"; de = "Geheimnisse, die Sie neu eingegeben haben"; }
        shell(user: &str) { en = "A login as {user}"; de = "Ein Login als {user}"; }
    }
}

/// What happens to versions, secrets and each resource, with the names of applications as the catalogue has them; `before` are
/// the modules of what is live.
pub fn sentences(plan: &Plan, modules: &Modules, before: &Modules, language: Language) -> Vec<(EffectKind, String)> {
    let application = |name: &String| {
        let module = modules.iter().find(|(known, _)| known == name);
        module.map_or_else(|| name.clone(), |(_, module)| module.label.get(language).to_owned())
    };
    let sentence = |effect: &domain::effect::Effect| {
        let applications: Vec<String> = effect.applications.iter().map(application).collect();
        (effect.kind, sentence(language, &effect.resource, &applications.join(", ")))
    };
    let versions = newer::changes(plan, modules, language).into_iter().map(|told| (EffectKind::Change, told));
    let dropped = plan.upgrades.iter().flat_map(|upgrade| newer::dropped(&upgrade.dropped, before, language));
    let secrets =
        plan.renews_secrets.then(|| (EffectKind::Change, resource_texts(language).secrets_renewed.to_owned()));
    versions
        .chain(secrets)
        .chain(plan.effects.iter().map(sentence))
        .chain(dropped.map(|told| (EffectKind::Remove, told)))
        .collect()
}

fn resource_texts(language: Language) -> &'static Resource {
    match language {
        Language::En => &Resource::EN,
        Language::De => &Resource::DE,
    }
}

/// What a resource is, and for which applications.
fn sentence(language: Language, resource: &PlannedResource, applications: &str) -> String {
    let t: &Texts = texts_in(language);
    let r = resource_texts(language);
    let size = |mib: &u64| application::size(t, u32::try_from(*mib).unwrap_or(u32::MAX));
    match resource {
        PlannedResource::Host { name, cores, memory_mib, disk_mib } => {
            (r.host)(name, &application::cores(t, *cores), &size(memory_mib), &size(disk_mib))
        }
        PlannedResource::StaticSite { address } => (r.site)(applications, address),
        PlannedResource::DnsName { name } => (r.name)(name),
        PlannedResource::Bucket { name, address, quota_mib } => {
            let bucket = match address {
                Some(address) => (r.bucket_at)(applications, name, address),
                None => (r.bucket)(applications, name),
            };
            quota_mib.as_ref().map_or(bucket.clone(), |quota| (r.up_to)(&bucket, &size(quota)))
        }
        PlannedResource::Database { server, .. } => (r.database)(applications, server),
        PlannedResource::Queue => (r.queue)(applications),
        PlannedResource::MailRelay { from, server } => (r.mail)(applications, from, server),
        PlannedResource::Certificate { name } => (r.certificate)(name),
        PlannedResource::Secrets { count: 1 } => (r.secret)(applications),
        PlannedResource::Secrets { count } => (r.secrets)(applications, *count),
        PlannedResource::LoginShell { user } => (r.shell)(user),
    }
}
