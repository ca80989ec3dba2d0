//! Whether there is room on the disk.

use std::{io, path::Path};

use workflow::port::provider::ProviderError;

use super::sorted;

/// A site takes a few MiB; below this, the database is in danger, too.
const FLOOR: u64 = 64 * 1024 * 1024;

pub(super) fn check(directory: &Path) -> Result<(), ProviderError> {
    check_for(directory, FLOOR)
}

fn check_for(directory: &Path, floor: u64) -> Result<(), ProviderError> {
    let disk = rustix::fs::statvfs(directory).map_err(|error| sorted(io::Error::from(error)))?;
    if disk.f_bavail.saturating_mul(disk.f_frsize) < floor { Err(ProviderError::NoRoom) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_down_to_the_floor() {
        let directory = tempfile::tempdir().unwrap();

        assert!(check_for(directory.path(), 1).is_ok());
        assert!(matches!(check_for(directory.path(), u64::MAX), Err(ProviderError::NoRoom)));
    }
}
