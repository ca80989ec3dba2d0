//! What goes wrong with hosts.

use super::Peer;
use crate::{
    PeerError,
    command::{signal, succeed},
};

impl Peer {
    /// Pulls the network cable: no packet passes either way, and connections hang.
    ///
    /// # Errors
    /// When its network is gone.
    pub async fn cut(&self) -> Result<(), PeerError> {
        self.plug.set("down").await
    }

    /// Puts the cable back; connections go on at the next packet that is sent again.
    ///
    /// # Errors
    /// When its network is gone.
    pub async fn mend(&self) -> Result<(), PeerError> {
        self.plug.set("up").await
    }

    /// Ends every connection over SSH, as a crash of its server does; new ones are answered.
    ///
    /// # Errors
    /// When it is down.
    pub async fn reset_connections(&self) -> Result<(), PeerError> {
        let of_session = |command: &str| command.starts_with("sshd") && !command.contains("[listener]");
        let sessions: Vec<u32> =
            self.tasks()?.into_iter().filter(|task| of_session(&task.command)).map(|task| task.id).collect();
        kill(&sessions).await
    }

    /// Takes its power away and gives it back, and waits until it has booted: what is on disk stays, all else is gone.
    ///
    /// # Errors
    /// When it doesn't come back.
    pub async fn reboot(&mut self) -> Result<(), PeerError> {
        let init = self.init()?;
        kill(&[init]).await?;
        self.boots(Some(init)).await
    }

    /// Leaves nothing free on its disk.
    ///
    /// # Errors
    /// When its disk is gone.
    pub async fn fill_disk(&self) -> Result<(), PeerError> {
        // Made as small as what is on it: that needs no memory. Whoever writes at the same time makes it fail.
        const SHRINK: &str = "for _ in 1 2 3 4 5 6 7 8 9; do set -- \"$1\" $(stat -f -c '%b %f %S' \"$1\"); \
             mount -o \"remount,size=$((($2 - $3) * $4))\" \"$1\" && exit; done; exit 1";
        self.resize(&["/bin/sh", "-c", SHRINK, "fill"]).await
    }

    /// Gives the disk its size again.
    ///
    /// # Errors
    /// When its disk is gone.
    pub async fn free_disk(&self) -> Result<(), PeerError> {
        let size = format!("remount,size={}m", self.disk_mib);
        self.resize(&["mount", "-o", &size]).await
    }

    async fn resize(&self, command: &[&str]) -> Result<(), PeerError> {
        let space = self.mount.join("space").to_string_lossy().into_owned();
        let command: Vec<&str> = command.iter().copied().chain([space.as_str()]).collect();
        succeed("changing the size of a peer's disk", self.keeper.enter(&["--mount"], &command), "").await.map(drop)
    }

    /// Gives it another host key, as a reinstallation does, or somebody in between.
    ///
    /// # Errors
    /// When its OpenSSH does not start again.
    pub async fn change_host_key(&mut self) -> Result<(), PeerError> {
        const CHANGE: &str = "set -e; cd /etc/ssh; rm ssh_host_ed25519_key*; \
             ssh-keygen -q -t ed25519 -N '' -C '' -f ssh_host_ed25519_key; systemctl restart ssh";
        self.succeed(CHANGE).await?;
        self.host_key = self.read_host_key()?;
        Ok(())
    }
}

async fn kill(ids: &[u32]) -> Result<(), PeerError> {
    succeed("killing processes of a peer", signal("KILL", ids), "").await.map(drop)
}
