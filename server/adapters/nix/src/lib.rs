//! Evaluates and builds with Nix, in processes that can be limited and killed.
//!
//! Start with [`Nix`]: [`evaluation`] asks the library, [`build`] makes closures, [`collection`] throws away what has no
//! root. All of them go through [`process`], which confines, limits and ends what it starts.
//!
//! **Invariants:** no process of Nix outlives the future that waits for it, nor this program. Nothing that an operator
//! typed becomes an argument, an expression or a path. Where Nix can't be confined it does not run.

mod answers;
mod build;
mod collection;
mod config;
mod evaluation;
mod examination;
mod failure;
mod flake;
mod layout;
mod library;
mod log;
mod outlook;
mod outside;
mod probe;
mod process;
mod root;
mod store_path;
mod text;

use std::{fmt, io, sync::Arc};

pub use config::{Limits, NixConfig};
pub use examination::{Cost, Examined, ModuleFinding, Part};
pub use flake::{FlakeAddress, NotAFlakeAddress};
pub use outside::OutsideModules;
pub use probe::ProbeError;
pub use process::Invocation;
use tokio::sync::{Mutex, Semaphore};

use crate::{answers::Answers, layout::Layout, library::Pinned, process::Confinement};

/// Nix with a store of its own below the state directory.
pub struct Nix {
    config: NixConfig,
    layout: Layout,
    confinement: Confinement,
    answers: Answers,
    pinned: Mutex<Option<Pinned>>,
    /// Keep a crowd of evaluations and builds from taking the memory of the whole machine.
    evaluations: Arc<Semaphore>,
    builds: Semaphore,
}

impl Nix {
    /// Makes the directories that Nix needs below the state directory; runs nothing yet.
    pub fn new(config: NixConfig) -> io::Result<Self> {
        let layout = Layout::make(&config.state)?;
        Ok(Self {
            confinement: Confinement::new(&config, &layout)?,
            layout,
            answers: Answers::default(),
            pinned: Mutex::default(),
            evaluations: Arc::new(Semaphore::new(config.limits.evaluations_at_once.max(1))),
            builds: Semaphore::new(config.limits.builds_at_once.max(1)),
            config,
        })
    }

    /// What every command of this adapter begins with. It runs nothing: this is for measuring what the confinement costs.
    pub fn invocation(&self) -> Invocation {
        self.confinement.invocation()
    }
}

impl fmt::Debug for Nix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nix").field("config", &self.config).finish_non_exhaustive()
    }
}
