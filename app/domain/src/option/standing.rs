//! How the options of a form stand to each other while somebody types: which don't apply, and what others make of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Group, OptionType, finding::Path, scope::Scope};

/// As of some values; right or wrong ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    apart: BTreeSet<Path>,
    made: BTreeMap<Path, Value>,
}

impl Standing {
    /// Looks at the options of a group, however deep. What stands below an option that doesn't apply is not looked at.
    pub fn add(&mut self, group: &Group, path: &Path, value: &Value) {
        let nothing = Map::new();
        let entries = value.as_object().unwrap_or(&nothing);
        let scope = Scope::new(group, path, entries);
        for (name, option) in group.ordered() {
            let path = path.key(name);
            if !scope.applies(name) {
                self.apart.insert(path);
                continue;
            }
            if let Some(made) = scope.made(name) {
                self.made.insert(path.clone(), made.clone());
            }
            self.descend(&option.kind, &path, entries.get(name).unwrap_or(&Value::Null));
        }
    }

    fn descend(&mut self, kind: &OptionType, path: &Path, value: &Value) {
        match (kind, value) {
            (OptionType::Group(group), value) => self.add(group, path, value),
            (OptionType::Optional { of }, value) => self.descend(of, path, value),
            (OptionType::List { of, .. }, Value::Array(items)) => {
                items.iter().enumerate().for_each(|(index, item)| self.descend(of, &path.index(index), item));
            }
            _ => {}
        }
    }

    /// Whether the option at a path applies.
    pub fn applies(&self, path: &Path) -> bool {
        !self.apart.contains(path)
    }

    /// What other options make of the one at a path, where it is left empty.
    pub fn made(&self, path: &Path) -> Option<&Value> {
        self.made.get(path)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form() -> OptionType {
        let label = json!({"en": "", "de": ""});
        serde_json::from_value(json!({"kind": "group", "order": ["domain", "storage", "media", "mail"], "options": {
            "domain": {"kind": "domain", "label": label},
            "storage": {"kind": "choice", "label": label, "default": "bucket",
                "choices": [{"value": "bucket", "label": label}, {"value": "host", "label": label}]},
            "media": {"kind": "domain", "label": label, "defaultFrom": ["media.", {"option": ["domain"]}],
                "visibleWhen": [{"option": ["storage"], "is": ["bucket"]}]},
            "mail": {"kind": "optional", "label": label, "default": null, "of": {"kind": "group", "order": ["tls", "port"],
                "options": {
                    "tls": {"kind": "boolean", "label": label, "default": false},
                    "port": {"kind": "port", "label": label, "default": 25, "visibleWhen": [{"option": ["tls"], "is": [true]}]}}}}}}))
        .expect("a form")
    }

    fn standing(value: &Value) -> Standing {
        let mut standing = Standing::default();
        standing.add(form().group().expect("a group"), &Path::default().key("a"), value);
        standing
    }

    #[test]
    fn what_does_not_apply_and_what_others_make_is_known_however_deep() {
        let media = Path::default().key("a").key("media");
        let port = Path::default().key("a").key("mail").key("port");

        let typed = standing(&json!({"domain": "example.org", "media": "files.example.org"}));
        let wrong = standing(&json!({"domain": "Example Org", "mail": {"tls": true}}));
        let apart = standing(&json!({"domain": "example.org", "storage": "host", "mail": null}));

        assert!(typed.applies(&media));
        assert_eq!(typed.made(&media), Some(&json!("media.example.org")));
        assert_eq!(wrong.made(&media), None);
        assert!(wrong.applies(&port));
        assert!(!apart.applies(&media));
        assert!(!apart.applies(&port));
    }
}
