use std::{
    fs, io,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use crate::PeerError;

const PREFIX: &str = "fediversity-peer-";

/// The control group that a peer's systemd takes for its root; goes, with all that runs in it, when this is dropped.
#[derive(Debug)]
pub(crate) struct Cgroup(PathBuf);

impl Cgroup {
    /// Makes one for the process and moves it in; removes those of processes that are no more.
    pub(crate) fn of(process: u32) -> Result<Self, PeerError> {
        let parent = ours().map_err(PeerError::io("finding this process's control group"))?;
        sweep(&parent);
        let group = Self(parent.join(format!("{PREFIX}{process}")));
        fs::create_dir(&group.0)
            .and_then(|()| fs::write(group.0.join("cgroup.procs"), process.to_string()))
            .map_err(PeerError::io("making a control group (version 2)"))?;
        Ok(group)
    }
}

impl Drop for Cgroup {
    fn drop(&mut self) {
        let end = Instant::now() + Duration::from_secs(5);
        // Killed processes are gone once the group can be removed.
        let _ = fs::write(self.0.join("cgroup.kill"), "1");
        while remove(&self.0).is_err() && self.0.exists() && Instant::now() < end {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// The directory of the group that this process is in. Where version 1 is used as well, version 2 is mounted beside it.
fn ours() -> io::Result<PathBuf> {
    let missing = || io::Error::new(io::ErrorKind::NotFound, "no cgroup2 is mounted");
    let mounts = fs::read_to_string("/proc/self/mounts")?;
    let fields = mounts.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    let mount = fields.into_iter().find(|fields| fields.get(2) == Some(&"cgroup2"));
    let mount = mount.and_then(|fields| fields.get(1).map(PathBuf::from)).ok_or_else(missing)?;
    let groups = fs::read_to_string("/proc/self/cgroup")?;
    let group = groups.lines().find_map(|line| line.strip_prefix("0::/")).ok_or_else(missing)?;
    Ok(mount.join(group))
}

fn sweep(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            let _ = remove(&entry.path());
        }
    }
}

/// Removes a group and those below it; fails while a process is left in one.
fn remove(group: &Path) -> io::Result<()> {
    for entry in fs::read_dir(group)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            remove(&entry.path())?;
        }
    }
    fs::remove_dir(group)
}
