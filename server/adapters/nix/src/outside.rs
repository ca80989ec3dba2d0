//! Application modules of others: directories of modules beside the library, with who trusts them.
//!
//! They are looked at whenever the library is pinned, so what changes in them counts without a restart, and enters the
//! same pin. **Invariant:** a module that does not keep the contract stays out, so that it can break no other one.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use domain::name;
use serde::Deserialize;
use workflow::port::evaluator::EvaluationError;

use crate::{Nix, Part, failure::Failure};

/// A directory of modules, each a directory of its own in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutsideModules {
    pub path: PathBuf,
    /// Who answers for what is in there.
    pub trusted_by: String,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OutsideModule {
    pub(crate) name: String,
    pub(crate) directory: PathBuf,
    pub(crate) trusted_by: String,
}

/// All that there are, in the order of the settings and by name. The library's own names are taken, and the first of
/// two equal ones counts.
pub(crate) fn found(library: &Path, settings: &[OutsideModules]) -> io::Result<Vec<OutsideModule>> {
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    for OutsideModules { path, trusted_by } in settings {
        let mut directories = match fs::read_dir(path) {
            Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?,
            Err(error) => {
                tracing::warn!(path = %path.display(), %error, "a directory of modules can't be read");
                continue;
            }
        };
        directories.sort();
        for directory in directories.into_iter().filter(|directory| directory.join("default.nix").is_file()) {
            let name = directory.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            let is_taken = library.join("applications").join(&name).exists() || !taken.insert(name.clone());
            if !name::is_label(&name) || is_taken {
                tracing::warn!(directory = %directory.display(), %trusted_by, "a module has no name, or one that is taken");
                continue;
            }
            found.push(OutsideModule { name, directory, trusted_by: trusted_by.clone() });
        }
    }
    Ok(found)
}

impl Nix {
    /// Those that keep the contract, as far as the catalogue and other modules depend on it.
    pub(crate) async fn admitted(&self, modules: Vec<OutsideModule>) -> Result<Vec<OutsideModule>, Failure> {
        let mut admitted = Vec::new();
        for module in modules {
            match self.wrong_with(&module.directory).await? {
                None => {
                    tracing::info!(module = %module.name, trusted_by = %module.trusted_by, "an outside module is in the catalogue");
                    admitted.push(module);
                }
                Some(wrong) => {
                    tracing::warn!(
                        module = %module.directory.display(),
                        trusted_by = %module.trusted_by,
                        %wrong,
                        "an outside module does not keep the contract: see `fediversity module check`"
                    );
                }
            }
        }
        Ok(admitted)
    }

    /// All parts but the module's own cases, with few generated options: this is done whenever modules change, before
    /// anybody sees the catalogue. Of two sets, one meets databases on the host and one elsewhere.
    async fn wrong_with(&self, directory: &Path) -> Result<Option<String>, Failure> {
        for part in Part::ALL.into_iter().filter(|part| *part != Part::Cases) {
            match self.examine(directory, part, 2).await {
                Ok(examined) => {
                    if let Some(found) = examined.findings.first() {
                        return Ok(Some(format!("{}: {}", found.path, found.code)));
                    }
                }
                Err(EvaluationError::Unavailable(cause)) => return Err(Failure::Unavailable(cause)),
                Err(error) => return Ok(Some(error.to_string())),
            }
        }
        Ok(None)
    }
}
