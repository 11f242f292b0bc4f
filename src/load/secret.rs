//! Where a nämnd's key to its rows' ids may lie, and how `namnd.yaml` names it.
//!
//! The key lies outside the folder of all nämnder and outside what is made of
//! them: whoever gets a copy of either must not get the key with it.

use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

use crate::load::surroundings::absolute;
use crate::load::surroundings::real;

/// Where a key lies if nobody says otherwise, from the nämnd's folder.
const USUAL: &str = "../../nycklar";

/// Returns the path that a nämnd's key usually has, from its folder.
pub fn usual(name: &str) -> String {
    format!("{USUAL}/{name}.txt")
}

/// Returns a place as it is written in the `namnd.yaml` of a folder: the way from
/// there, or all of it where there is no such way.
pub fn written(folder: &Path, place: &Path) -> String {
    let (from, to) = (absolute(folder), absolute(place));
    let pairs = from.components().zip(to.components());
    let shared = pairs.take_while(|(a, b)| a == b).count();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::outside::from_folder;

    #[track_caller]
    fn case(place: &str, expected: &str) {
        let folder = Path::new("finns-inte/data/namnd");
        let place = Path::new("finns-inte").join(place);
        assert_eq!(written(folder, &place), expected);
        assert_eq!(from_folder(folder, expected), place);
    }

    #[test]
    fn a_key_is_written_from_the_folder() {
        case("nycklar/namnd.txt", "../../nycklar/namnd.txt");
        case("a/b/c.txt", "../../a/b/c.txt");
        case("data/c.txt", "../c.txt");
        assert_eq!(usual("namnd"), "../../nycklar/namnd.txt");
    }

    #[test]
    fn a_key_lies_neither_with_the_data_nor_with_the_documents() {
        let folder = Path::new("finns-inte/data/namnd");
        let exposed = |named: &str| exposed(folder, &from_folder(folder, named));
        assert_eq!(exposed("nyckel.txt"), Some("med alla nämnder"));
        assert_eq!(exposed("../nyckel.txt"), Some("med alla nämnder"));
        assert_eq!(exposed("../../output/a.txt"), Some("med handlingar"));
        assert_eq!(exposed("../../nycklar/a.txt"), None);
        assert_eq!(exposed("../../database/a.txt"), None);
    }
}
