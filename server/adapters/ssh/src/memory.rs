//! Files that are nowhere but in memory: programs that take a secret from a file read it there.

use std::{
    fs::File,
    io::{self, Write as _},
    os::fd::{AsRawFd as _, OwnedFd},
    path::PathBuf,
    process,
};

use rustix::fs::{MemfdFlags, Mode, fchmod, memfd_create};

/// A file in memory that this user's programs can read, by a path, for as long as it is held. It goes with this process.
#[derive(Debug)]
pub(crate) struct MemoryFile {
    file: OwnedFd,
}

impl MemoryFile {
    pub(crate) fn new(content: &[u8]) -> io::Result<Self> {
        let file = memfd_create(c"fediversity", MemfdFlags::CLOEXEC)?;
        // SSH takes no key that others may read.
        fchmod(&file, Mode::RUSR | Mode::WUSR)?;
        let mut writer = File::from(file.try_clone()?);
        writer.write_all(content)?;
        Ok(Self { file })
    }

    pub(crate) fn path(&self) -> PathBuf {
        format!("/proc/{}/fd/{}", process::id(), self.file.as_raw_fd()).into()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn it_can_be_read_by_its_path_as_often_as_one_likes() {
        let file = MemoryFile::new(b"hunter2").expect("a file");

        for _ in 0..2 {
            assert_eq!(fs::read(file.path()).expect("its content"), b"hunter2");
        }
        assert_eq!(fs::metadata(file.path()).expect("what is known of it").len(), 7);
    }
}
