//! The API as data: which paths, methods and parameters there are, what each call needs and what it answers.
//!
//! `api.json` holds it; [`Api::of`] is one version's view. [`Api::check`] judges a request as a real host would before
//! it does anything, so that tests can also judge requests that were recorded elsewhere.

mod answer;
mod format;
mod judge;
mod parameters;
mod path;
mod permission;
mod property_string;
mod source;
mod value;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use crate::Version;

pub(crate) use judge::indexed;
pub use judge::{Valid, Violation};
pub(crate) use parameters::is_true;
pub use parameters::{Parameter, Parameters};
pub use path::Template;
pub use permission::Permission;
pub(crate) use property_string::PropertyString;
pub use source::{Endpoint, Shape};
pub(crate) use source::{Key, Rule};

/// What one version of Proxmox VE answers to.
#[derive(Debug)]
pub struct Api {
    endpoints: Vec<Endpoint>,
    formats: BTreeMap<String, BTreeMap<String, Key>>,
    privileges: BTreeMap<String, String>,
}

impl Api {
    /// The API of a version; read once.
    #[must_use]
    pub fn of(version: Version) -> &'static Self {
        static APIS: LazyLock<BTreeMap<&'static str, Api>> =
            LazyLock::new(|| Version::ALL.into_iter().map(|version| (version.name(), source::read(version))).collect());
        &APIS[version.name()]
    }

    #[must_use]
    pub fn endpoints(&self) -> &[Endpoint] {
        &self.endpoints
    }

    /// The endpoint that a request names, and the values of the parameters in its path.
    #[must_use]
    pub fn find(&self, method: &str, path: &str) -> Option<(&Endpoint, Parameters)> {
        self.endpoints
            .iter()
            .filter(|endpoint| endpoint.method == method)
            .find_map(|endpoint| endpoint.path.match_path(path).map(|values| (endpoint, values)))
    }

    /// The name that a privilege has in this version.
    #[must_use]
    pub fn privilege<'a>(&'a self, name: &'a str) -> &'a str {
        self.privileges.get(name).map_or(name, String::as_str)
    }

    /// Every privilege that some endpoint asks for.
    #[must_use]
    pub fn privileges(&self) -> BTreeSet<&str> {
        let named = self.endpoints.iter().flat_map(|endpoint| endpoint.permissions.privileges());
        named.map(|privilege| self.privilege(privilege)).collect()
    }

    pub(crate) fn format(&self, name: &str) -> Option<&BTreeMap<String, Key>> {
        self.formats.get(name)
    }
}
