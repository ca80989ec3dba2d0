//! Building: from a derivation to a closure with a root.

use std::time::Instant;

use async_trait::async_trait;
use domain::{deployment::LibraryPin, plan::Configuration};
use tokio::{fs, sync::mpsc};
use workflow::port::builder::{Build, BuildError, Builder, Progress, Root};

use crate::{Nix, failure::Failure, log::Log, process::attend, root, store_path::StorePath};

#[async_trait]
impl Builder for Nix {
    async fn knows(&self, configuration: &Configuration) -> Result<bool, BuildError> {
        let derivation = StorePath::parse(&configuration.drv_path)?;
        Ok(fs::try_exists(self.layout.physical(&derivation)).await.map_err(Failure::from)?)
    }

    async fn build(
        &self,
        configuration: &Configuration,
        root: &Root,
        progress: mpsc::Sender<Progress>,
    ) -> Result<Build, BuildError> {
        let out = StorePath::parse(&configuration.out_path)?;
        if !self.is_rooted(&out, root).await? {
            self.realise(&StorePath::parse(&configuration.drv_path)?, root, progress).await?;
            if !self.is_rooted(&out, root).await? {
                return Err(Failure::answer("the derivation made another path than it said").into());
            }
        }
        Ok(Build { out_path: out.logical(), directory: self.layout.physical(&out) })
    }

    async fn roots(&self) -> Result<Vec<Root>, BuildError> {
        Ok(self.links().await?.iter().filter_map(|name| root::parse(name)).collect())
    }

    async fn release(&self, root: &Root) -> Result<(), BuildError> {
        Ok(root::remove(&self.layout.roots().join(root::name(root))).await.map_err(Failure::from)?)
    }

    async fn assert_pin(&self, pin: &LibraryPin) -> Result<bool, BuildError> {
        let path = StorePath::of(pin)?;
        if !fs::try_exists(self.layout.physical(&path)).await.map_err(Failure::from)? {
            return Ok(false);
        }
        Ok(self.keep_library(&path).await.map_err(Failure::from)?)
    }
}

impl Nix {
    /// Whether it was built for this revision. Nix writes the link last, so the path behind it is complete.
    async fn is_rooted(&self, out: &StorePath, root: &Root) -> Result<bool, Failure> {
        let link = self.layout.roots().join(root::name(root));
        Ok(root::leads_to(&link, out).await? && fs::try_exists(self.layout.physical(out)).await?)
    }

    async fn realise(
        &self,
        derivation: &StorePath,
        root: &Root,
        progress: mpsc::Sender<Progress>,
    ) -> Result<(), Failure> {
        let _turn = self.builds.acquire().await.map_err(|error| Failure::Unavailable(error.into()))?;
        let _held = self.hold_store().await?;
        self.clear_leftovers(root).await?;
        let bounds = self.config.limits.build();
        let mut command = self.confinement.command(&bounds);
        command.args(["build", "--log-format", "internal-json", "-v", "--out-link"]);
        command.arg(self.layout.roots().join(root::name(root))).arg(format!("{}^out", derivation.logical()));

        let started = Instant::now();
        let mut child = self.confinement.start(command).await?;
        // Nothing is expected there, and whoever writes to it ends.
        drop(child.stdout.take());
        let mut log = Log::new(progress, self.config.limits.log_line_bytes);
        let reading = log.read(child.stderr.take(), bounds.output_bytes);
        let (status, ()) = attend(&mut child, bounds.wall, reading).await?;
        if status.success() {
            log.complete().await;
            return Ok(());
        }
        Err(Failure::sort(&log.said(), status, started.elapsed(), bounds.cpu_seconds))
    }

    /// Removes the links that a build of this revision was about to put in place when it was killed.
    ///
    /// Nix names them after its process id and a number that is the same in every process. In namespaces of their own all
    /// processes have one id too, so a leftover would stand in the way of every later build.
    async fn clear_leftovers(&self, root: &Root) -> Result<(), Failure> {
        let unfinished = format!("{}.tmp-", root::name(root));
        for name in self.links().await?.iter().filter(|name| name.starts_with(&unfinished)) {
            root::remove(&self.layout.roots().join(name)).await?;
        }
        Ok(())
    }

    /// The names of all links.
    pub(crate) async fn links(&self) -> Result<Vec<String>, Failure> {
        let mut names = Vec::new();
        let mut entries = fs::read_dir(self.layout.roots()).await?;
        while let Some(entry) = entries.next_entry().await? {
            names.extend(entry.file_name().into_string());
        }
        Ok(names)
    }
}
