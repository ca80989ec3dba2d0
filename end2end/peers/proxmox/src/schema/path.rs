use std::fmt;

use percent_encoding::percent_decode_str;
use serde::Deserialize;

use super::{Parameter, Parameters};

/// A path with names of parameters in it, such as `/nodes/{node}/qemu`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(transparent)]
pub struct Template(String);

impl Template {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The values of its parameters in a path, percent-decoded. A volume may contain slashes, as in a real host's paths.
    pub(crate) fn match_path(&self, path: &str) -> Option<Parameters> {
        let mut values = Parameters::default();
        let mut rest = path.trim_matches('/').split('/');
        for part in self.0.trim_matches('/').split('/') {
            let given = rest.next()?;
            let Some(name) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) else {
                if part == given {
                    continue;
                }
                return None;
            };
            let raw = if name == "volume" { with_rest(given, &mut rest) } else { given.to_owned() };
            let value = percent_decode_str(&raw).decode_utf8().ok()?.into_owned();
            values.set(name, Parameter::One(value));
        }
        rest.next().is_none().then_some(values)
    }
}

impl fmt::Display for Template {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn with_rest<'a>(first: &'a str, rest: &mut impl Iterator<Item = &'a str>) -> String {
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str) -> Template {
        Template(text.into())
    }

    #[test]
    fn a_task_may_stand_in_a_path_with_its_colons_encoded_or_not() {
        let template = template("/nodes/{node}/tasks/{upid}/status");

        let encoded = template.match_path("/nodes/pve1/tasks/UPID%3Apve1%3A/status").unwrap();
        let plain = template.match_path("/nodes/pve1/tasks/UPID:pve1:/status").unwrap();

        assert_eq!(encoded.text("upid"), Some("UPID:pve1:"));
        assert_eq!(encoded, plain);
    }

    #[test]
    fn a_volume_may_contain_slashes() {
        let values = template("/nodes/{node}/storage/{storage}/content/{volume}")
            .match_path("/nodes/pve1/storage/local/content/local:import/nixos.qcow2")
            .unwrap();

        assert_eq!(values.text("volume"), Some("local:import/nixos.qcow2"));
    }

    #[test]
    fn a_longer_or_shorter_path_is_another_one() {
        let template = template("/nodes/{node}/qemu");

        assert_eq!(template.match_path("/nodes/pve1"), None);
        assert_eq!(template.match_path("/nodes/pve1/qemu/100"), None);
    }
}
