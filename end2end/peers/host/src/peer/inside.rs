//! Looking into a peer, past its network.

use std::{fs, path::Path, process::Output};

use super::Peer;
use crate::{
    PeerError,
    command::{output, program},
};

const PATH: &str = "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// A process of a peer.
pub(super) struct Process {
    /// As this machine counts.
    pub(super) id: u32,
    pub(super) command: String,
}

impl Peer {
    /// Runs a script of `sh` as root inside, not over the network: for looking, and for faults. While the host shuts
    /// down by itself, a script may hold it up for ten seconds.
    ///
    /// # Errors
    /// When it can't be run, or is not done within a minute; a script that fails is no error.
    pub async fn run(&self, script: &str) -> Result<Output, PeerError> {
        let init = self.init()?.to_string();
        let enter = ["--target", &init, "--all", "--"];
        let command = ["/usr/bin/env", "-i", PATH, "HOME=/root", "/bin/sh", "-c", script];
        output(program("nsenter", enter.iter().chain(&command)), "").await
    }

    /// The command lines of all processes but the first one, sorted.
    ///
    /// # Errors
    /// When it is down.
    pub fn processes(&self) -> Result<Vec<String>, PeerError> {
        let init = self.init()?;
        let mut commands: Vec<String> = self
            .tasks()?
            .into_iter()
            .filter(|process| process.id != init)
            .map(|process| process.command)
            .filter(|command| !command.is_empty())
            .collect();
        commands.sort();
        Ok(commands)
    }

    /// The names of the units that systemd has loaded, those that failed included, sorted.
    ///
    /// # Errors
    /// When systemd doesn't answer.
    pub async fn units(&self) -> Result<Vec<String>, PeerError> {
        let list = self.succeed("systemctl list-units --all --plain --no-legend --no-pager").await?;
        let mut names: Vec<String> =
            list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
        names.sort();
        Ok(names)
    }

    /// What its processes take of this machine's memory, in KiB; what they share is divided among them.
    ///
    /// # Errors
    /// When it is down.
    pub fn memory_kib(&self) -> Result<u64, PeerError> {
        let size = |process: Process| {
            let sizes = fs::read_to_string(format!("/proc/{}/smaps_rollup", process.id)).unwrap_or_default();
            let size =
                sizes.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB")?.parse().ok());
            size.unwrap_or(0)
        };
        Ok(self.tasks()?.into_iter().map(size).sum())
    }

    /// Whether systemd has started all that it is to start; one that is starting is waited for.
    pub(super) async fn has_started(&self) -> bool {
        let Ok(state) = self.run("systemctl is-system-running --wait").await else { return false };
        matches!(state.stdout.trim_ascii_end(), b"running" | b"degraded")
    }

    /// Runs a script that has to succeed.
    pub(super) async fn succeed(&self, script: &str) -> Result<String, PeerError> {
        let output = self.run(script).await?;
        let stderr = || String::from_utf8_lossy(&output.stderr).trim().to_owned();
        if !output.status.success() {
            return Err(PeerError::Failed { what: format!("running {script:?} in a peer"), stderr: stderr() });
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The process id of its first process, as this machine counts.
    pub(super) fn init(&self) -> Result<u32, PeerError> {
        let text = fs::read_to_string(self.keeper.path(&self.mount.join("init"))).unwrap_or_default();
        text.trim()
            .parse()
            .map_err(|_| PeerError::Failed { what: "finding a peer".into(), stderr: "it is down".into() })
    }

    /// All its processes.
    pub(super) fn tasks(&self) -> Result<Vec<Process>, PeerError> {
        let namespace = |id: u32| fs::read_link(format!("/proc/{id}/ns/pid"));
        let ours = namespace(self.init()?).map_err(PeerError::io("finding a peer's processes"))?;
        let entries = fs::read_dir("/proc").map_err(PeerError::io("finding a peer's processes"))?;
        let ids = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let of_peer = ids.filter(|&id| namespace(id).is_ok_and(|namespace| namespace == ours));
        Ok(of_peer.map(|id| Process { id, command: command_line(id) }).collect())
    }
}

fn command_line(id: u32) -> String {
    let line = fs::read(Path::new("/proc").join(id.to_string()).join("cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).trim_end_matches('\0').replace('\0', " ")
}
