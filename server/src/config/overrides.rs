//! The options of the command line, and how commands know the ones that the server was started with.

use std::{
    fs, io,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use clap::Args;
use serde::{Deserialize, Serialize};

use super::Config;

/// The options that every command has; each comes before what the file says.
#[derive(Args, Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Overrides {
    /// Configuration file (TOML); none is needed
    #[arg(long, value_name = "FILE", help_heading = "Settings")]
    pub config: Option<PathBuf>,
    /// Where accounts, deployments and builds are kept [default: ./state]
    #[arg(long, value_name = "DIRECTORY", help_heading = "Settings")]
    pub state: Option<PathBuf>,
    /// Address and port to listen at [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT", conflicts_with_all = ["address", "port"], help_heading = "Settings")]
    pub listen: Option<SocketAddr>,
    /// Address to listen at
    #[arg(long, value_name = "ADDRESS", help_heading = "Settings")]
    pub address: Option<IpAddr>,
    /// Port to listen at
    #[arg(long, value_name = "PORT", help_heading = "Settings")]
    pub port: Option<u16>,
    /// How browsers reach the server, such as https://panel.example.org [default: http://localhost:PORT]
    #[arg(long, value_name = "URL", help_heading = "Settings")]
    pub base_url: Option<String>,
    /// Port at which the sites of this machine answer [default: 8090]
    #[arg(long, value_name = "PORT", help_heading = "Settings")]
    pub sites_port: Option<u16>,
    /// The built front-end
    #[arg(long, value_name = "DIRECTORY", help_heading = "Settings")]
    pub assets: Option<PathBuf>,
    /// The Nix library of the applications
    #[arg(long, value_name = "DIRECTORY", help_heading = "Settings")]
    pub library: Option<PathBuf>,
    /// A source tree of nixpkgs, for environments whose hosts run NixOS
    #[arg(long, value_name = "DIRECTORY", help_heading = "Settings")]
    pub nixpkgs: Option<PathBuf>,
    /// The program nix, 2.26 or newer
    #[arg(long, value_name = "PROGRAM", help_heading = "Settings")]
    pub nix: Option<PathBuf>,
    /// A statically linked busybox, the shell of build sandboxes
    #[arg(long, value_name = "PROGRAM", help_heading = "Settings")]
    pub busybox: Option<PathBuf>,
}

const REMEMBERED: &str = "started-with.json";

impl Overrides {
    /// Notes in the state directory what the server was started with, for the commands that follow.
    pub fn remember(&self, config: &Config) -> io::Result<()> {
        let mut options = Self { listen: Some(config.listen), address: None, port: None, ..self.clone() };
        for path in [
            &mut options.config,
            &mut options.assets,
            &mut options.library,
            &mut options.nixpkgs,
            &mut options.nix,
            &mut options.busybox,
        ]
        .into_iter()
        .flatten()
        {
            *path = std::path::absolute(&path)?;
        }
        let new = config.state.join(format!("{REMEMBERED}.new"));
        fs::write(&new, serde_json::to_vec_pretty(&options)?)?;
        fs::rename(new, config.state.join(REMEMBERED))
    }

    /// What was not said is as it was when the server was started.
    #[must_use]
    pub fn or_remembered(self) -> Self {
        let state = self.state.clone().unwrap_or_else(|| "state".into());
        let noted = fs::read(state.join(REMEMBERED)).ok().and_then(|noted| serde_json::from_slice(&noted).ok());
        let noted: Self = noted.unwrap_or_default();
        let placed = self.listen.is_some() || self.address.is_some() || self.port.is_some();
        let place = if placed { &self } else { &noted };
        Self {
            listen: place.listen,
            address: place.address,
            port: place.port,
            config: self.config.clone().or(noted.config.clone()),
            state: Some(state),
            base_url: self.base_url.clone().or(noted.base_url.clone()),
            sites_port: self.sites_port.or(noted.sites_port),
            assets: self.assets.clone().or(noted.assets.clone()),
            library: self.library.clone().or(noted.library.clone()),
            nixpkgs: self.nixpkgs.clone().or(noted.nixpkgs.clone()),
            nix: self.nix.clone().or(noted.nix.clone()),
            busybox: self.busybox.clone().or(noted.busybox.clone()),
        }
    }
}
