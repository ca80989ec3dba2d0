//! Disk images, as far as a host looks into them.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

const MAGIC: [u8; 4] = *b"QFI\xfb";

/// The first bytes of a qcow2 image (version 3) for a disk of `size` bytes: enough for what is simulated, no more.
#[must_use]
pub fn qcow2(size: u64) -> Vec<u8> {
    let mut header = Vec::with_capacity(104);
    header.extend(MAGIC);
    header.extend(3u32.to_be_bytes());
    header.extend(0u64.to_be_bytes()); // no backing file
    header.extend(0u32.to_be_bytes());
    header.extend(16u32.to_be_bytes()); // clusters of 64 KiB
    header.extend(size.to_be_bytes());
    header.resize(100, 0);
    header.extend(104u32.to_be_bytes()); // the length of this
    header
}

/// How many bytes a disk has that is made from an image.
///
/// # Errors
///
/// When the file is not of its format, or names another file to read, which no host takes from outside.
pub(crate) fn virtual_size(path: &Path, format: &str) -> io::Result<u64> {
    if format != "qcow2" {
        return Ok(path.metadata()?.len());
    }
    let mut header = [0; 32];
    let read = File::open(path)?.read_exact(&mut header);
    if read.is_err() || !header.starts_with(&MAGIC) {
        return Err(io::Error::other("Image is not in qcow2 format"));
    }
    let number = |at: usize| header[at..at + 8].iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    if number(8) != 0 {
        return Err(io::Error::other("Image is untrusted and has a backing file"));
    }
    Ok(number(24))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn the_size_of_a_disk_stands_in_its_image() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&qcow2(3 << 30)).unwrap();

        assert_eq!(virtual_size(file.path(), "qcow2").unwrap(), 3 << 30);
        assert_eq!(virtual_size(file.path(), "raw").unwrap(), 104);
    }

    #[test]
    fn an_image_of_another_format_is_refused() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b"not an image at all, whatever its name says").unwrap();

        assert!(virtual_size(file.path(), "qcow2").is_err());
    }
}
