//! Application modules, as the contract in `nix/` describes them.

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

    /// The resource types that an application needs and a kind of environment does not offer.
    pub fn unmet<'a>(&'a self, application: &'a ApplicationModule, kind: &'a str) -> Vec<&'a str> {
        let offers = self
            .environments
            .iter()
            .find(|environment| environment.kind == kind)
            .map(|environment| &environment.offers);
        let offered = |need: &str| offers.is_some_and(|offers| offers.iter().any(|offer| offer == need));
        application.needs.iter().map(String::as_str).filter(|need| !offered(need)).collect()
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
    /// The resource types that it may ask for.
    pub needs: Vec<String>,
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
}

fn inner_group(kind: &OptionType) -> Option<&Group> {
    match kind {
        OptionType::Group(group) => Some(group),
        OptionType::List { of, .. } | OptionType::Optional { of } => inner_group(of),
        _ => None,
    }
}
