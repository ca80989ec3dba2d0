//! Application options: what an operator may set, as typed values.
//!
//! The forms are written in Nix (`nix/contract`) and read here. [`check`] is the Rust twin of the contract's check: both
//! run the vectors in `nix/tests/vectors.json`. Nix remains the authority; this one answers while somebody types.

pub mod check;
pub mod fields;
pub mod finding;
mod form;
pub mod quantity;
pub mod reference;
pub mod relation;
mod scope;
pub mod secrets;
pub mod standing;

use std::collections::BTreeMap;

pub use form::FormError;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::{
    quantity::Unit,
    reference::{Condition, Part, Reference},
    relation::Relation,
};
use crate::language::LocalText;

/// The form of a type: what an operator may enter, and its bounds. Lengths are Unicode code points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "form::Form", into = "form::Form")]
pub enum OptionType {
    Text {
        min: usize,
        max: usize,
        /// Whether it may contain line breaks.
        lines: bool,
    },
    Integer {
        min: i64,
        max: i64,
    },
    Boolean,
    Choice {
        choices: Vec<Choice>,
    },
    Domain,
    Label,
    Email,
    Url,
    Colour,
    /// Labels below the domain that the option at `below`, in the same group, gives.
    Subdomain {
        below: Reference,
    },
    Port,
    Locale,
    /// Bytes.
    Size(Quantity),
    /// Seconds.
    Duration(Quantity),
    /// A reference to a secret that is kept elsewhere; the bounds are those of the secret itself.
    Secret {
        min: usize,
        max: usize,
    },
    List {
        of: Box<OptionType>,
        min: usize,
        max: usize,
    },
    Optional {
        of: Box<OptionType>,
    },
    Group(Group),
}

/// The bounds of a size or a duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    pub min: i64,
    pub max: i64,
    pub step: i64,
}

/// One of the values that a choice allows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub value: String,
    pub label: LocalText,
}

/// Options by name, and the order in which a form shows them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    pub options: BTreeMap<String, ApplicationOption>,
    pub order: Vec<String>,
    /// What its options have to be to each other.
    pub relations: Vec<Relation>,
}

impl Group {
    /// The options in the order of the form.
    pub fn ordered(&self) -> impl Iterator<Item = (&str, &ApplicationOption)> {
        self.order.iter().filter_map(|name| self.options.get(name).map(|option| (name.as_str(), option)))
    }
}

/// One option of an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "form::Form", into = "form::Form")]
pub struct ApplicationOption {
    pub kind: OptionType,
    pub label: LocalText,
    pub help: Option<LocalText>,
    /// As it would stand in the field.
    pub example: Option<String>,
    /// The value of an option that is left out; without one it is required.
    pub default: Option<Value>,
    /// Whether it can't be changed any more once it was deployed.
    pub immutable: bool,
    /// Whether its value is what lists call the deployment.
    pub title: bool,
    /// The option applies only when all of these hold.
    pub visible_when: Vec<Condition>,
    /// What makes its default from other options.
    pub default_from: Option<Vec<Part>>,
}

impl OptionType {
    /// The options of a group; none for every other type.
    pub fn group(&self) -> Option<&Group> {
        match self {
            Self::Group(group) => Some(group),
            _ => None,
        }
    }

    /// What it is where it isn't left out.
    pub fn required(&self) -> &Self {
        match self {
            Self::Optional { of } => of.required(),
            kind => kind,
        }
    }

    /// The option with the domain that its labels stand below.
    pub fn below(&self) -> Option<&Reference> {
        match self {
            Self::Subdomain { below } => Some(below),
            Self::Optional { of } => of.below(),
            _ => None,
        }
    }

    /// The unit in which people write its values.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Size(_) => Some(Unit::Bytes),
            Self::Duration(_) => Some(Unit::Seconds),
            Self::Optional { of } => of.unit(),
            _ => None,
        }
    }

    /// Whether its value is a secret, or nothing.
    pub fn is_secret(&self) -> bool {
        match self {
            Self::Secret { .. } => true,
            Self::Optional { of } => of.is_secret(),
            _ => false,
        }
    }
}
