//! What was decided: written once, and never over something else.

#![expect(
    clippy::disallowed_methods,
    reason = "`write` is the room that writes files"
)]

use std::io;
use std::path::Path;

use crate::error::Error;
use crate::write;

/// Writes papers to a folder and then, beside it, the record that makes them
/// decided. A folder without its record is what a run that was killed has left,
/// and is replaced; a record that is there is never touched.
pub fn put(
    folder: &Path,
    name: &str,
    papers: &[(String, Vec<u8>)],
    record: &[u8],
) -> Result<(), Error> {
    let inside = folder.join(name);
    let path = folder.join(format!("{name}.json"));
    let failed = |path: &Path, cause| Error::Write {
        path: path.to_owned(),
        cause,
    };
    if path.try_exists().map_err(|cause| failed(&path, cause))? {
        return Err(failed(&path, io::ErrorKind::AlreadyExists.into()));
    }
    match std::fs::remove_dir_all(&inside) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            return Err(failed(&inside, cause));
        }
        _ => {}
    }
    for (name, bytes) in papers {
        write::file(&inside.join(name), bytes)?;
    }
    write::create(&path, record)
}
