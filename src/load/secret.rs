//! Where a nämnd's key to its rows' ids is, and what the file holds.
//!
//! The key lies outside the folder of all nämnder and outside what is made of
//! them: whoever gets a copy of either must not get the key with it.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that reads files"
)]

use std::io;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::error::Error;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::surroundings::real;
use crate::load::view::View;

/// Where a key lies if nobody says otherwise, from the nämnd's folder.
const USUAL: &str = "../../nycklar";

/// Returns what `namnd.yaml` calls the key's path on a day, if it names one.
pub fn named(namnd: &Source, on: NaiveDate) -> Option<String> {
    let view = View::new(namnd, &keys::NAMND, Some(on));
    view.record("nyckel")?.text("sökväg").map(str::to_owned)
}

/// Returns the path that a nämnd's key usually has, from its folder.
pub fn usual(name: &str) -> String {
    format!("{USUAL}/{name}.txt")
}

/// Returns where a path in `namnd.yaml` leads from the nämnd's folder.
pub fn place(folder: &Path, named: &str) -> PathBuf {
    plain(&real(folder).join(named))
}

/// Returns a place as it is written in the `namnd.yaml` of a folder: from there,
/// or whole where there is no such way.
pub fn written(folder: &Path, place: &Path) -> String {
    let (from, to) = (real(folder), real(place));
    let shared = from
        .components()
        .zip(to.components())
        .take_while(|(a, b)| a == b)
        .count();
    if shared <= 1 {
        return to.to_string_lossy().replace('\\', "/");
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.components().skip(shared)).collect();
    way.to_string_lossy().replace('\\', "/")
}

/// Returns which folder a key must not lie in, if it lies there: the one of all
/// nämnder, or the one that documents are made in.
pub fn exposed(folder: &Path, place: &Path) -> Option<&'static str> {
    let place = real(place);
    let folder = real(folder);
    let data = folder.parent()?;
    if place.starts_with(data) {
        return Some("med alla nämnder");
    }
    let out = data.parent()?.join("output");
    place.starts_with(out).then_some("med handlingar")
}

/// Returns what a key file holds, or nothing if it is not there.
pub fn text(place: &Path) -> Result<Option<String>, Error> {
    match std::fs::read(place) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(Error::Read {
            path: place.to_owned(),
            cause,
        }),
    }
}

/// Returns a path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(folder: &str, place: &str, expected: &str) {
        let root = std::env::temp_dir().join("evb-finns-inte");
        assert_eq!(written(&root.join(folder), &root.join(place)), expected);
        let back = super::place(&root.join(folder), expected);
        assert_eq!(back, plain(&real(&root.join(place))));
    }

    #[test]
    fn a_key_is_written_from_the_folder() {
        case("data/namnd", "nycklar/namnd.txt", "../../nycklar/namnd.txt");
        case("data/namnd", "a/b/c.txt", "../../a/b/c.txt");
        assert_eq!(usual("namnd"), "../../nycklar/namnd.txt");
    }

    #[test]
    fn a_key_lies_neither_with_the_data_nor_with_the_documents() {
        let folder = std::env::temp_dir().join("evb-finns-inte/data/namnd");
        let exposed = |named: &str| exposed(&folder, &place(&folder, named));
        assert_eq!(exposed("nyckel.txt"), Some("med alla nämnder"));
        assert_eq!(exposed("../nyckel.txt"), Some("med alla nämnder"));
        assert_eq!(exposed("../../output/a.txt"), Some("med handlingar"));
        assert_eq!(exposed("../../nycklar/a.txt"), None);
        assert_eq!(exposed("../../database/a.txt"), None);
    }
}
