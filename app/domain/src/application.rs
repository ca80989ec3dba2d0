//! Application modules, as the contract in `nix/` describes them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    language::LocalText,
    option::{
        ApplicationOption, Group, OptionType,
        check::{check, complete, prune},
        finding::{Finding, Part, Path},
    },
};

/// What operators can choose from, and the kinds of environments that can carry it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    pub applications: Vec<ApplicationModule>,
    pub environments: Vec<EnvironmentModule>,
}

impl Catalogue {
    pub fn application(&self, name: &str) -> Option<&ApplicationModule> {
        self.applications.iter().find(|application| application.name == name)
    }
}

/// User-facing software that operators can deploy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationModule {
    pub name: String,
    pub version: String,
    pub contract: u32,
    pub label: LocalText,
    /// What it is for, in a community manager's words.
    pub summary: LocalText,
    /// Who answers for it, where it is no part of the library.
    #[serde(default)]
    pub trusted_by: Option<String>,
    /// The resource types that it always asks for.
    pub needs: Vec<String>,
    /// The resource types that it asks for with some options.
    #[serde(default)]
    pub may_need: Vec<String>,
    pub sizes: Vec<Size>,
    pub options: GroupForm,
    /// The form's sections; every option stands in exactly one.
    pub layout: Vec<Section>,
}

/// The form of the group of all options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "OptionType", into = "OptionType")]
pub struct GroupForm {
    pub group: Group,
}

/// All options of an application are a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the options of an application are not a group")]
pub struct NotAGroup;

impl TryFrom<OptionType> for GroupForm {
    type Error = NotAGroup;

    fn try_from(kind: OptionType) -> Result<Self, NotAGroup> {
        match kind {
            OptionType::Group(group) => Ok(Self { group }),
            _ => Err(NotAGroup),
        }
    }
}

impl From<GroupForm> for OptionType {
    fn from(form: GroupForm) -> Self {
        Self::Group(form.group)
    }
}

/// A part of a form with a heading and a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    pub label: LocalText,
    pub help: LocalText,
    pub options: Vec<String>,
}

/// What an application uses when this many people use it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Size {
    pub people: u32,
    pub cores: u32,
    #[serde(rename = "memoryMiB")]
    pub memory_mib: u32,
    #[serde(rename = "diskMiB")]
    pub disk_mib: u32,
    /// The options that are preset for so many people, by name.
    #[serde(default)]
    pub options: BTreeMap<String, Value>,
}

impl Size {
    /// Options with what is preset for this size in place; what the size says nothing about stays.
    pub fn preset(&self, options: &Value) -> Value {
        let mut entries = options.as_object().cloned().unwrap_or_default();
        entries.extend(self.options.iter().map(|(name, value)| (name.clone(), value.clone())));
        Value::Object(entries)
    }
}

/// A button asks for what is preset for so many people: `preset mastodon 100`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeChoice {
    /// The application's name within the deployment.
    pub application: String,
    pub people: u32,
}

impl SizeChoice {
    /// Reads a button's value; none for a button that means something else.
    pub fn parse(intent: &str) -> Option<Self> {
        let (application, people) = intent.strip_prefix("preset ")?.rsplit_once(' ')?;
        Some(Self { application: application.to_owned(), people: people.parse().ok()? })
    }

    pub fn intent(&self) -> String {
        format!("preset {} {}", self.application, self.people)
    }

    /// Presets the options of its application; a size that there isn't changes nothing.
    pub fn apply(&self, module: &ApplicationModule, options: &mut Value) {
        if let Some(size) = module.sizes.iter().find(|size| size.people == self.people) {
            *options = size.preset(options);
        }
    }
}

/// A kind of environment, and the resource types that it offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EnvironmentModule {
    pub kind: String,
    pub offers: Vec<String>,
}

impl ApplicationModule {
    /// Everything that is wrong with options for this application.
    pub fn check(&self, path: &Path, options: &Value) -> Vec<Finding> {
        check(&OptionType::Group(self.options.group.clone()), path, options)
    }

    /// Options without those that don't apply: what is planned, and stored with a revision.
    pub fn applying(&self, options: &Value) -> Value {
        prune(&self.options.group, options)
    }

    /// The smallest size for so many people; the largest there is for more than that.
    pub fn size_for(&self, people: u32) -> Option<&Size> {
        let large_enough = self.sizes.iter().filter(|size| size.people >= people);
        large_enough.min_by_key(|size| size.people).or_else(|| self.sizes.iter().max_by_key(|size| size.people))
    }

    /// The size that options come closest to, and how many of its options they have otherwise. What doesn't apply is
    /// not compared; none where sizes preset nothing.
    pub fn closest_size(&self, options: &Value) -> Option<(&Size, usize)> {
        let held = complete(&self.options.group, options);
        let otherwise = |size: &Size| {
            size.options.iter().filter(|(name, preset)| held.get(name).is_some_and(|value| value != *preset)).count()
        };
        let presetting = self.sizes.iter().filter(|size| !size.options.is_empty());
        presetting.map(|size| (size, otherwise(size))).min_by_key(|(_, otherwise)| *otherwise)
    }

    /// What lists call a deployment with these options; none where nothing was entered yet.
    pub fn title(&self, options: &Value) -> Option<String> {
        let (name, _) = self.options.group.options.iter().find(|(_, option)| option.title)?;
        options.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The option at a path below this application, however deep.
    pub fn option(&self, path: &[Part]) -> Option<&ApplicationOption> {
        let mut group = &self.options.group;
        let mut found = None;
        for part in path {
            let Part::Key(key) = part else { continue };
            let option = group.options.get(key)?;
            found = Some(option);
            if let Some(inner) = inner_group(&option.kind) {
                group = inner;
            }
        }
        found
    }

    /// The type of the value at a path; of an entry of a list it is the type that all its entries have.
    pub fn kind(&self, path: &[Part]) -> Option<&OptionType> {
        let entries = path.iter().rev().take_while(|part| matches!(part, Part::Index(_))).count();
        (0..entries).try_fold(&self.option(path)?.kind, |kind, _| entry(kind))
    }
}

fn entry(kind: &OptionType) -> Option<&OptionType> {
    match kind {
        OptionType::List { of, .. } => Some(of),
        OptionType::Optional { of } => entry(of),
        _ => None,
    }
}

fn inner_group(kind: &OptionType) -> Option<&Group> {
    match kind {
        OptionType::Group(group) => Some(group),
        OptionType::List { of, .. } | OptionType::Optional { of } => inner_group(of),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn module() -> ApplicationModule {
        let text = json!({"en": "", "de": ""});
        let size = |people: u32, processes: u32| {
            json!({"people": people, "cores": 2, "memoryMiB": 4096, "diskMiB": 20_480,
            "options": {"processes": processes}})
        };
        serde_json::from_value(json!({
            "name": "a", "version": "1.0.0", "contract": 1, "label": text, "summary": text, "needs": [], "layout": [],
            "sizes": [size(20, 1), size(100, 2), size(1_000, 4), size(5_000, 8)],
            "options": {"kind": "group", "order": ["processes", "links"], "options": {
                "processes": {"kind": "integer", "min": 1, "max": 9, "default": 2, "label": text},
                "links": {"kind": "list", "min": 0, "max": 9, "of": {"kind": "optional", "of": {"kind": "url"}}, "default": [], "label": text}}}
        }))
        .expect("a module")
    }

    #[test]
    fn the_size_for_so_many_people_is_the_smallest_that_is_enough() {
        let people = |wanted| module().size_for(wanted).map(|size| size.people);

        assert_eq!(
            [0, 20, 21, 100, 1_000, 1_001, 5_000, 70_000].map(people),
            [20, 20, 100, 100, 1_000, 5_000, 5_000, 5_000].map(Some)
        );
    }

    #[test]
    fn the_size_that_options_are_for_is_recognised_and_what_was_changed_by_hand() {
        let module = module();
        let closest = |options| module.closest_size(&options).map(|(size, otherwise)| (size.people, otherwise));

        assert_eq!(closest(json!({})), Some((100, 0)));
        assert_eq!(closest(json!({"processes": 8})), Some((5_000, 0)));
        assert_eq!(closest(json!({"processes": 3})), Some((20, 1)));
    }

    #[test]
    fn a_button_presets_a_size_that_there_is() {
        let mut options = json!({"title": "Town"});
        let choice = SizeChoice::parse("preset a 1000").expect("a choice");

        choice.apply(&module(), &mut options);
        SizeChoice { people: 7, ..choice.clone() }.apply(&module(), &mut options);

        assert_eq!(options, json!({"title": "Town", "processes": 4}));
        assert_eq!(choice.intent(), "preset a 1000");
        assert_eq!(SizeChoice::parse("preset a many"), None);
        assert_eq!(SizeChoice::parse("keep"), None);
    }

    #[test]
    fn a_preset_replaces_what_it_names_and_nothing_else() {
        let options = json!({"title": "Town", "processes": 1});

        let preset = module().size_for(900).map(|size| size.preset(&options));

        assert_eq!(preset, Some(json!({"title": "Town", "processes": 4})));
    }
}
