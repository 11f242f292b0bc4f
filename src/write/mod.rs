//! Bytes to files: whole or not at all.
//!
//! A file is written beside its place under a temporary name and then moved, so
//! that nobody ever sees half of one, and a crash leaves the old one.

#![expect(
    clippy::disallowed_methods,
    reason = "`write` is the room that writes files"
)]

use std::io;
use std::io::Write as _;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::Error;

pub mod archive;
pub mod manifest;

/// Writes a file, making the folders it needs.
pub fn file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let placed = |temporary: NamedTempFile| temporary.persist(path).map_err(|error| error.error);
    beside(path, bytes)
        .and_then(placed)
        .map(|_| ())
        .map_err(|cause| failed(path, cause))
}

/// Writes a file that must not be there yet.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let placed = |temporary: NamedTempFile| {
        temporary
            .persist_noclobber(path)
            .map_err(|error| error.error)
    };
    beside(path, bytes)
        .and_then(placed)
        .map(|_| ())
        .map_err(|cause| failed(path, cause))
}

/// Writes a file that must not be there yet and that nobody else may read, where
/// the system knows such.
pub fn secret(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let written = || {
        let mut temporary = NamedTempFile::new_in(folder_of(path)?)?;
        temporary.write_all(bytes)?;
        temporary.as_file().sync_all()?;
        temporary
            .persist_noclobber(path)
            .map_err(|error| error.error)
    };
    written().map(|_| ()).map_err(|cause| failed(path, cause))
}

fn failed(path: &Path, cause: io::Error) -> Error {
    Error::Write {
        path: path.to_owned(),
        cause,
    }
}

/// Writes bytes under a temporary name in the folder of a path.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut temporary = NamedTempFile::new_in(folder_of(path)?)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    match std::fs::metadata(path) {
        // Who may read and write a file is not for us to change.
        Ok(old) => temporary.as_file().set_permissions(old.permissions())?,
        Err(_) => readable(&temporary)?,
    }
    Ok(temporary)
}

/// Returns the folder of a path, making it if it is not there.
fn folder_of(path: &Path) -> io::Result<&Path> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    Ok(folder)
}

/// Removes a file that this program wrote, if it is there.
pub fn remove(path: &Path) -> Result<(), Error> {
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(failed(path, cause)),
        _ => Ok(()),
    }
}

/// Returns what this program wrote earlier, if it is there and can be read.
pub fn read(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

/// Returns whether a file is there.
pub fn exists(path: &Path) -> bool {
    path.is_file()
}

/// Temporary files are private; a finished document is for colleagues too.
#[cfg(unix)]
fn readable(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file()
        .set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_file: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
