//! Application modules, as the contract in `nix/` describes them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    language::LocalText,
    option::{
        ApplicationOption, Group, OptionType,
        check::check,
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

    /// The smallest size for so many people; the largest there is for more than that.
    pub fn size_for(&self, people: u32) -> Option<&Size> {
        let large_enough = self.sizes.iter().filter(|size| size.people >= people);
        large_enough.min_by_key(|size| size.people).or_else(|| self.sizes.iter().max_by_key(|size| size.people))
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
            "options": {"kind": "group", "order": [], "options": {}}
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
    fn a_preset_replaces_what_it_names_and_nothing_else() {
        let options = json!({"title": "Town", "processes": 1});

        let preset = module().size_for(900).map(|size| size.preset(&options));

        assert_eq!(preset, Some(json!({"title": "Town", "processes": 4})));
    }
}
