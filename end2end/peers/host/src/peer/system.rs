//! What a peer is set up with: who may come in, whom its Nix trusts, and the first system of a NixOS host.

use std::fs;

use super::{Options, Peer};
use crate::{PeerError, closures};

impl Peer {
    /// Before it boots for the first time.
    pub(super) fn configure(&self, options: &Options) -> Result<(), PeerError> {
        let nix = format!(
            "experimental-features = nix-command\nbuild-users-group =\nsubstituters =\nsandbox = false\n\
             require-sigs = true\ntrusted-public-keys = {}\n",
            options.trusted_public_keys.join(" ")
        );
        self.write("etc/nix", "nix.conf", &nix)?;
        self.write("root/.ssh", "authorized_keys", &(options.authorized_keys.join("\n") + "\n"))?;
        if options.nixos {
            self.write("etc", "NIXOS", "")?;
        }
        Ok(())
    }

    fn write(&self, directory: &str, name: &str, text: &str) -> Result<(), PeerError> {
        let directory = self.disk(directory);
        fs::create_dir_all(&directory)
            .and_then(|()| fs::write(directory.join(name), text))
            .map_err(PeerError::io(format!("writing {name} to a peer's disk")))
    }

    /// Makes a first system and switches to it, as an installation does. Its web server serves what is live.
    pub(super) async fn install(&self) -> Result<(), PeerError> {
        const PROFILE: &str = "/nix/var/nix/profiles/system";
        for entry in fs::read_dir(closures()).map_err(PeerError::io("reading the closures for peers"))? {
            let entry = entry.map_err(PeerError::io("reading the closures for peers"))?;
            let text = fs::read_to_string(entry.path()).map_err(PeerError::io("reading the closures for peers"))?;
            self.write("etc/nixos", &entry.file_name().to_string_lossy(), &text)?;
        }
        let script = format!(
            "set -e\nrmdir /srv/www\nln -s /run/current-system/www /srv/www\n\
             nix build --no-link --file /etc/nixos --argstr name first --profile {PROFILE}\n\
             {PROFILE}/bin/switch-to-configuration switch"
        );
        self.succeed(&script).await.map(drop)
    }
}
