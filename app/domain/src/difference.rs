//! What differs between two sets of options, value by value.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    deployment::Applications,
    option::{
        finding::{Part, Path},
        secrets,
    },
};

/// One value that is not the same in both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionChange {
    /// Starts with the application's name within the deployment.
    pub path: Path,
    /// None where there was nothing.
    pub before: Option<Value>,
    /// None where there is nothing any more.
    pub after: Option<Value>,
}

/// Every single value that differs, in the order of their paths. Empty lists, groups and texts count as nothing.
pub fn difference(before: &Applications, after: &Applications) -> Vec<OptionChange> {
    let (before, after) = (leaves(before), leaves(after));
    let mut paths = BTreeSet::new();
    paths.extend(before.keys().chain(after.keys()));
    paths
        .into_iter()
        .filter(|path| before.get(path) != after.get(path))
        .map(|path| OptionChange {
            path: path.clone(),
            before: before.get(path).cloned(),
            after: after.get(path).cloned(),
        })
        .collect()
}

fn leaves(applications: &Applications) -> BTreeMap<Path, Value> {
    let mut found = BTreeMap::new();
    for (name, application) in applications {
        collect(&Path(vec![Part::Key(name.clone())]), &application.options, &mut found);
    }
    found
}

fn collect(path: &Path, value: &Value, found: &mut BTreeMap<Path, Value>) {
    match value {
        // A reference to a secret is one value.
        reference if secrets::edition(reference).is_some() => {
            found.insert(path.clone(), reference.clone());
        }
        Value::Object(entries) => entries.iter().for_each(|(key, value)| collect(&path.key(key), value, found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| collect(&path.index(index), value, found))
        }
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        scalar => {
            found.insert(path.clone(), scalar.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::deployment::ConfiguredApplication;

    fn options(options: Value) -> Applications {
        Applications::from([("h".into(), ConfiguredApplication { module: "homepage".into(), version: None, options })])
    }

    #[test]
    fn another_edition_of_a_secret_is_one_change() {
        let secret = |edition| options(json!({"password": {"edition": edition}}));

        let changes = difference(&secret(1), &secret(2));

        assert_eq!(changes.len(), 1);
        assert_eq!(
            (changes[0].path.to_string(), &changes[0].after),
            ("h.password".into(), &Some(json!({"edition": 2})))
        );
    }

    #[test]
    fn changed_added_and_removed_values_are_named() {
        let before = options(json!({"title": "A", "links": [{"url": "1"}], "same": 1, "note": null}));
        let after = options(json!({"title": "B", "links": [{"url": "1"}, {"url": "2"}], "same": 1, "note": ""}));

        let changes = difference(&before, &after);

        let shown: Vec<String> = changes.iter().map(|change| change.path.to_string()).collect();
        assert_eq!(shown, ["h.links.1.url", "h.title"]);
        assert_eq!(changes[0].before, None);
        assert_eq!(changes[1].after, Some(json!("B")));
        assert_eq!(difference(&before, &before), []);
    }
}
