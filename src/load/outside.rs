//! Files outside a nämnd's folder: the table that is imported, the key to the
//! rows' ids.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that reads files"
)]

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::error::Error;
use crate::load::path_of;

/// Reads a file's bytes.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|cause| Error::Read {
        path: path.to_owned(),
        cause,
    })
}

/// Reads a text file, if it is there; what is not UTF-8 in it is replaced.
pub fn text_if_there(path: &Path) -> Result<Option<String>, Error> {
    if !exists(path) {
        return Ok(None);
    }
    let bytes = bytes(path)?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Returns whether a file is there.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Returns a path as the user sees it.
pub fn shown(path: &Path) -> Arc<str> {
    path_of(path)
}

/// Returns a path that `namnd.yaml` names: from the nämnd's folder, if it is not
/// a whole one. What goes up and down again is taken out.
pub fn from_folder(folder: &Path, path: &str) -> PathBuf {
    let path = path.replace('\\', "/");
    let mut whole = PathBuf::new();
    for part in folder.join(path).components() {
        let up = matches!(part, std::path::Component::ParentDir);
        let named = |part| matches!(part, Some(std::path::Component::Normal(_)));
        if up && named(whole.components().next_back()) {
            whole.pop();
        } else {
            whole.push(part);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_from_the_folder() {
        let path = |path| from_folder(Path::new("data/exempel"), path);
        assert_eq!(path("../../nycklar/a.txt"), Path::new("nycklar/a.txt"));
        assert_eq!(path("..\\..\\nycklar\\a.txt"), Path::new("nycklar/a.txt"));
        assert_eq!(path("a.txt"), Path::new("data/exempel/a.txt"));
        assert_eq!(path("../../../a.txt"), Path::new("../a.txt"));
    }
}
