//! Bytes to files: whole or not at all.
//!
//! A file is written beside its place under a temporary name and then moved, so
//! that nobody ever sees half of one, and a crash leaves the old one.

#![expect(
    clippy::disallowed_methods,
    reason = "`write` is the room that writes files"
)]

use std::io::Write as _;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::Error;

pub mod manifest;

/// Writes a file, making the folders it needs.
pub fn file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |cause| Error::Write {
        path: path.to_owned(),
        cause,
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut temporary = NamedTempFile::new_in(folder).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    temporary.as_file().sync_all().map_err(failed)?;
    readable(&temporary).map_err(failed)?;
    temporary
        .persist(path)
        .map_err(|error| failed(error.error))?;
    Ok(())
}

/// Returns what this program wrote earlier, if it is there and can be read.
fn read(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

/// Returns whether a file is there.
pub fn exists(path: &Path) -> bool {
    path.is_file()
}

/// Temporary files are private; a finished document is for colleagues too.
#[cfg(unix)]
fn readable(file: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file()
        .set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_file: &NamedTempFile) -> std::io::Result<()> {
    Ok(())
}
