//! Secrets of environments: the configuration file names a file for each, and the records keep it sealed, by edition.
//!
//! **Invariant:** what is in such a file is in no setting, log or record but sealed.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use domain::{option::finding::Path as SettingPath, secret::Secret};
use serde_json::{Map, Value, json};
use workflow::{
    WorkflowError,
    port::{
        provider::Credentials,
        sealer::Sealer,
        store::{
            StoreError,
            deployments::{Deployments, EnvironmentSecret, NewEnvironment},
        },
    },
};

/// Why the secrets of an environment can't be kept.
#[derive(Debug, thiserror::Error)]
pub enum EnvironmentSecretError {
    #[error("the file {} with the secret {setting} can't be read", path.display())]
    Unreadable { setting: String, path: PathBuf, source: io::Error },
    #[error("the file {} with the secret {setting} is empty", path.display())]
    Empty { setting: String, path: PathBuf },
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Sealer(#[from] WorkflowError),
}

/// Has the settings refer to secrets by edition. One that is as it was keeps its edition; another one gets the next.
pub(crate) async fn keep(
    mut new: NewEnvironment,
    store: &dyn Deployments,
    sealer: &dyn Sealer,
) -> Result<NewEnvironment, EnvironmentSecretError> {
    let kept = store.environment_secrets(&new.kind, &new.name).await?;
    for (setting, path) in files(&new.configuration.settings) {
        let setting_name = setting.to_string();
        let secret = read(&setting_name, &path)?;
        let newest = kept.iter().find(|kept| kept.setting == setting_name);
        let same = match newest {
            Some(newest) => sealer.open(&newest.sealed).map_err(WorkflowError::from)?.reveal() == secret.reveal(),
            None => false,
        };
        let edition = newest.map_or(1, |newest| if same { newest.edition } else { newest.edition + 1 });
        refer(&mut new.configuration.settings, &setting, edition);
        if !same {
            let sealed = sealer.seal(&secret).map_err(WorkflowError::from)?;
            new.secrets.push(EnvironmentSecret { setting: setting_name, edition, sealed });
        }
    }
    Ok(new)
}

/// The same without records: whether everything can be read.
pub(crate) fn look(mut new: NewEnvironment) -> Result<NewEnvironment, EnvironmentSecretError> {
    for (setting, path) in files(&new.configuration.settings) {
        read(&setting.to_string(), &path)?;
        refer(&mut new.configuration.settings, &setting, 1);
    }
    Ok(new)
}

/// What the files say, by the setting that names each.
pub(crate) fn credentials(new: &NewEnvironment) -> Result<Credentials, EnvironmentSecretError> {
    let read_one = |(setting, path): (SettingPath, PathBuf)| {
        let setting = setting.to_string();
        let secret = read(&setting, &path)?;
        Ok((setting, secret))
    };
    files(&new.configuration.settings).into_iter().map(read_one).collect::<Result<_, _>>().map(Credentials)
}

/// Has every file be seen from a directory.
pub(crate) fn resolve(settings: &mut Map<String, Value>, directory: &Path) {
    for (setting, path) in files(settings) {
        if let Some(value) = at(settings, &setting) {
            *value = json!({ "file": directory.join(path) });
        }
    }
}

/// A line break at the end is the editor's, and no part of the secret.
fn read(setting: &str, path: &Path) -> Result<Secret, EnvironmentSecretError> {
    let setting = setting.to_owned();
    let text = fs::read_to_string(path).map_err(|source| EnvironmentSecretError::Unreadable {
        setting: setting.clone(),
        path: path.into(),
        source,
    })?;
    let secret = Secret::new(text.trim_end_matches(['\r', '\n']).to_owned());
    if secret.reveal().is_empty() {
        return Err(EnvironmentSecretError::Empty { setting, path: path.into() });
    }
    Ok(secret)
}

/// The settings that name a file: `{ file = "/run/secrets/relay" }`, and nothing else.
fn files(settings: &Map<String, Value>) -> Vec<(SettingPath, PathBuf)> {
    fn walk(path: &SettingPath, value: &Value, found: &mut Vec<(SettingPath, PathBuf)>) {
        let Value::Object(entries) = value else { return };
        match entries.get("file").and_then(Value::as_str) {
            Some(file) if entries.len() == 1 => found.push((path.clone(), file.into())),
            _ => entries.iter().for_each(|(name, value)| walk(&path.key(name), value, found)),
        }
    }
    let mut found = Vec::new();
    settings.iter().for_each(|(name, value)| walk(&SettingPath::default().key(name), value, &mut found));
    found
}

fn refer(settings: &mut Map<String, Value>, setting: &SettingPath, edition: i64) {
    if let Some(value) = at(settings, setting) {
        *value = json!({ "edition": edition });
    }
}

fn at<'a>(settings: &'a mut Map<String, Value>, setting: &SettingPath) -> Option<&'a mut Value> {
    let mut names = setting.0.iter().filter_map(|part| part.key());
    let first = settings.get_mut(names.next()?)?;
    names.try_fold(first, |value, name| value.get_mut(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_a_file_and_nothing_else_is_a_secret() {
        let directory = tempfile::tempdir().expect("a directory");
        fs::write(directory.path().join("relay"), "hunter2\n").expect("a file");
        let settings = json!({
            "relay": { "server": "mail.example.org", "user": "town", "password": { "file": "relay" } },
            "storage": { "file": "a", "domain": "b" },
        });
        let mut settings = settings.as_object().cloned().expect("settings");

        resolve(&mut settings, directory.path());
        let found = files(&settings);
        let read = read("relay.password", &found[0].1).expect("a secret");
        refer(&mut settings, &found[0].0, 3);

        assert_eq!((found.len(), found[0].0.to_string()), (1, "relay.password".to_owned()));
        assert_eq!(read.reveal(), "hunter2");
        assert_eq!(settings["relay"]["password"], json!({ "edition": 3 }));
    }

    #[test]
    fn a_file_that_is_not_there_or_empty_is_named() {
        let directory = tempfile::tempdir().expect("a directory");
        fs::write(directory.path().join("empty"), "\n").expect("a file");
        let said = |name: &str| {
            read("relay.password", &directory.path().join(name)).map(|_| ()).expect_err("no secret").to_string()
        };

        assert!(said("nothing").ends_with("nothing with the secret relay.password can't be read"));
        assert!(said("empty").ends_with("empty with the secret relay.password is empty"));
    }
}
