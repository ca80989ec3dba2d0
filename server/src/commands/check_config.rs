//! `fediversity check-config`.

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;

use super::{Settings, log};
use crate::{assets::Served, config::Config, state, wiring};

#[derive(Args, Debug)]
pub(super) struct CheckConfig {
    #[command(flatten)]
    settings: Settings,
}

impl CheckConfig {
    /// Touches nothing that a server uses.
    pub(super) async fn run(self) -> anyhow::Result<ExitCode> {
        log::start(self.settings.level);
        let config = Config::load(&self.settings.overrides)?;
        Served::find(&config.assets, config.stylesheet.as_deref())?;
        let scratch = tempfile::tempdir().context("the directory for temporary files can't be written")?;
        wiring::check_nix_in(scratch.path(), &config).await?;
        wiring::check_environments_in(scratch.path(), &config).await?;
        let state = if config.state.is_dir() {
            state::find(&config.state)?;
            "is there"
        } else {
            "will be made at the first start"
        };
        let identity = if config.identity.is_there()? { "is there" } else { "will be made at the first start" };

        println!("The configuration is right.");
        println!("  listens at   {}", config.listen);
        println!("  is reached   {}", config.base_url.as_str());
        println!("  state        {} ({state})", config.state.display());
        println!("  database     {}", wiring::without_password(&config.database));
        println!("  identity     {} ({identity})", config.identity.path().display());
        println!("  Nix          {}", config.nix.nix.display());
        println!("  library      {}", config.nix.library.display());
        if let Some(nixpkgs) = &config.nix.nixpkgs {
            println!("  nixpkgs      {}", nixpkgs.display());
        }
        for outside in &config.nix.modules {
            println!("  modules of   {}, trusted by {}", outside.path.display(), outside.trusted_by);
        }
        for environment in &config.environments {
            println!("  environment  {} ({})", environment.name, environment.kind);
        }
        println!("  front-end    {}", config.assets.display());
        println!("  local sites  *.{} at {}", config.local.base, config.local.listen);
        Ok(ExitCode::SUCCESS)
    }
}
