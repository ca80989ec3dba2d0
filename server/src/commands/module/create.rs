//! `fediversity module new`.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use clap::Args;
use domain::name;

use crate::{
    commands::{Settings, log},
    config::Config,
};

/// What the module is called that is copied.
const MODEL: &str = "noticeboard";

#[derive(Args, Debug)]
pub(super) struct Create {
    #[command(flatten)]
    settings: Settings,
    /// What the application is called: a-z, 0-9 and -
    #[arg(value_name = "NAME")]
    name: String,
    /// Begin with the module of a whole application: with a database, secrets, e-mail, an administrator, and a move
    #[arg(long)]
    full: bool,
    /// Where its directory is made
    #[arg(long = "in", value_name = "DIRECTORY", default_value = ".")]
    parent: PathBuf,
}

impl Create {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        if !name::is_label(&self.name) {
            bail!("{} is not a name: 1 to 63 of a-z, 0-9 and -, without - at the ends", self.name.escape_debug());
        }
        let library = Config::load(&self.settings.overrides.or_remembered())?.nix.library;
        let model = library.join(if self.full { "conformance/full" } else { "conformance/skeleton" });
        if !model.is_dir() {
            bail!("there is no Nix library at {}: name it with --library", library.display());
        }
        let directory = self.parent.join(&self.name);
        let shown = directory.display();
        match fs::create_dir(&directory) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => bail!("{shown} is there already"),
            Err(error) => return Err(error).with_context(|| format!("{shown} can't be made")),
        }
        copy(&model, &directory, &self.name).with_context(|| format!("{shown} can't be written"))?;
        println!("{shown} is a module that works. Change it, and look whether it keeps the contract:");
        println!("  fediversity module check {shown}");
        Ok(ExitCode::SUCCESS)
    }
}

/// Copies files, with the module's name in them.
fn copy(from: &Path, to: &Path, name: &str) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&place)?;
            copy(&entry.path(), &place, name)?;
        } else {
            let text = fs::read_to_string(entry.path())?;
            fs::write(place, text.replace(MODEL, name).replace(&title(MODEL), &title(name)))?;
        }
    }
    Ok(())
}

/// As it stands at the beginning of a sentence.
fn title(name: &str) -> String {
    let mut characters = name.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
