//! What a newer version changes, in words. They are made here so that browsers need not carry them.

use domain::{
    language::Language,
    migration::Dropped,
    option::finding::{Code, Part},
    plan::Plan,
    upgrade::VersionChange,
};
use workflow::{WorkflowError, deployments::Newer};

use crate::{
    deployment::{
        changes::{Modules, label_in},
        form::ToldNewer,
    },
    text::{finding::finding, texts_in},
};

crate::text::declare! {
    /// Another version.
    Version {
        offered { en = "A newer version is ready"; de = "Eine neuere Version steht bereit"; }
        taken { en = "These entries are for a newer version than the one that is live"; de = "Diese Angaben sind für eine neuere Version als die, die live ist"; }
        becomes(application: &str, from: &str, to: &str) { en = "{application} {from} becomes {to}"; de = "{application} {from} wird {to}"; }
        rebuilt { en = "The applications stay the same; what they are built from is newer."; de = "Die Anwendungen bleiben dieselben; das, woraus sie gebaut werden, ist neuer."; }
        rebuilt_of(application: &str) { en = "What {application} is built from"; de = "Das, woraus {application} gebaut wird"; }
        dropped(entry: &str, reason: &str) { en = "The entry “{entry}” goes away. {reason}"; de = "Die Angabe „{entry}“ entfällt. {reason}"; }
        against(entry: &str, reason: &str) { en = "Not yet, because of the entry “{entry}”: {reason}"; de = "Noch nicht, wegen der Angabe „{entry}“: {reason}"; }
        gone(application: &str) { en = "{application} is not offered any more, or can't be read at the moment. What is live stays live."; de = "{application} wird nicht mehr angeboten, oder lässt sich gerade nicht lesen. Was live ist, bleibt live."; }
        older(application: &str) { en = "What is offered of {application} now is older than what you have, so you stay with yours."; de = "Was jetzt von {application} angeboten wird, ist älter als das, was Sie haben; Sie bleiben also bei Ihrem."; }
        not_migrated { en = "Some entries have no place in the newer version. The form says which."; de = "Für einige Angaben hat die neuere Version keinen Platz. Das Formular sagt, für welche."; }
        not_dumped(application: &str) {
            en = "Another version may change for good what {application} keeps, and this server has no way yet to make a dump of that first. So it is not deployed; what is live stays live.";
            de = "Eine andere Version kann für immer verändern, was {application} aufbewahrt, und dieser Server kann das noch nicht vorher sichern. Darum wird sie nicht veröffentlicht; was live ist, bleibt live.";
        }
        no_way_back(application: &str, version: &str) {
            en = "What {application} keeps was changed by the version that is live, and {version} could not read it any more. Nothing was changed.";
            de = "Was {application} aufbewahrt, hat die laufende Version verändert, und {version} könnte es nicht mehr lesen. Es wurde nichts geändert.";
        }
    }
}

fn texts(language: Language) -> &'static Version {
    match language {
        Language::En => &Version::EN,
        Language::De => &Version::DE,
    }
}

/// That there is a newer version.
pub fn offered(language: Language) -> String {
    texts(language).offered.to_owned()
}

/// What a newer library changes, for the form of a deployment.
pub fn told(newer: &Newer, language: Language) -> ToldNewer {
    let t = texts(language);
    let mut lines: Vec<String> =
        newer.versions.iter().map(|change| versions(t, &newer.before, change, language)).collect();
    if lines.is_empty() && newer.against.is_empty() {
        lines.push(t.rebuilt.to_owned());
    }
    lines.extend(dropped(&newer.dropped, &newer.before, language));
    lines.extend(newer.against.iter().map(|against| {
        if let [Part::Key(application)] = against.path.0.as_slice() {
            let application = called(&newer.before, application, language);
            return if against.code == Code::NewerVersion { (t.older)(application) } else { (t.gone)(application) };
        }
        let entry = label_in(language, &newer.before, &against.path.0);
        (t.against)(&entry, &finding(texts_in(language), against, None, None))
    }));
    let title = if newer.taken { t.taken } else { t.offered };
    ToldNewer { title: title.to_owned(), lines, offered: !newer.taken && newer.against.is_empty() }
}

/// The versions that a plan changes.
pub fn changes(plan: &Plan, modules: &Modules, language: Language) -> Vec<String> {
    let t = texts(language);
    plan.upgrades.iter().map(|upgrade| versions(t, modules, &upgrade.versions, language)).collect()
}

fn versions(
    t: &Version,
    modules: &Modules,
    VersionChange { application, from, to }: &VersionChange,
    language: Language,
) -> String {
    let application = called(modules, application, language);
    if from == to { (t.rebuilt_of)(application) } else { (t.becomes)(application, from, to) }
}

fn called<'a>(modules: &'a Modules, name: &'a str, language: Language) -> &'a str {
    modules.iter().find(|(known, _)| known == name).map_or(name, |(_, module)| module.label.get(language))
}

/// The entries that go, with the reasons of their modules.
pub fn dropped<'a>(
    dropped: &'a [Dropped],
    before: &'a Modules,
    language: Language,
) -> impl Iterator<Item = String> + 'a {
    let told = move |dropped: &Dropped| {
        (texts(language).dropped)(&label_in(language, before, &dropped.path.0), dropped.reason.get(language))
    };
    dropped.iter().map(told)
}

/// Why another version is not taken; none for any other error.
pub fn refused(error: &WorkflowError, language: Language) -> Option<String> {
    let t = texts(language);
    match error {
        WorkflowError::NotMigrated(_) => Some(t.not_migrated.to_owned()),
        WorkflowError::NotDumped(application) => Some((t.not_dumped)(application)),
        WorkflowError::NoWayBack { application, version } => Some((t.no_way_back)(application, version)),
        _ => None,
    }
}
