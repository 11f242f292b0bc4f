//! What can be compared: a quarter, a nämnd, a file of published figures, or a
//! folder of such files.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that reads files"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use walkdir::WalkDir;

use crate::error::Error;
use crate::load;
use crate::load::attachment;
use crate::load::decided::json;
use crate::load::file_name;
use crate::model::decided::Told;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;

/// What a path stands for.
#[derive(Debug)]
pub enum Comparable {
    /// The figures of nämnder: of one quarter, or of all.
    Data(Vec<PathBuf>, Option<Quarter>),
    /// One file of published figures.
    Paper(PathBuf),
    /// Such files in a folder, by their path in it.
    Papers(Vec<(String, PathBuf)>),
}

/// Returns what a path stands for. `data/exempel-lss/2023-Q4` is the quarter's
/// file, and `data/2023-Q4` the quarter of every nämnd in `data`.
pub fn find(path: &Path) -> Result<Comparable, Error> {
    let read = |cause| Error::Read {
        path: path.to_owned(),
        cause,
    };
    let kind = match std::fs::metadata(path) {
        Ok(kind) => kind,
        Err(cause) => return quarter_within(path).ok_or_else(|| read(cause)),
    };
    if kind.is_file() {
        return match ending(path).as_str() {
            "pdf" | "json" => Ok(Comparable::Paper(path.to_owned())),
            "yaml" => load::find(path).map(|found| Comparable::Data(found.folders, found.only)),
            _ => Err(Error::Figures {
                path: path.to_owned(),
                reason: "ange ett kvartal, en PDF-fil, en JSON-fil eller en mapp".to_owned(),
            }),
        };
    }
    if let Ok(found) = load::find(path) {
        return Ok(Comparable::Data(found.folders, None));
    }
    match papers(path)? {
        list if list.is_empty() => Err(Error::Figures {
            path: path.to_owned(),
            reason: "mappen har varken kvartal eller handlingar".to_owned(),
        }),
        list => Ok(Comparable::Papers(list)),
    }
}

/// Returns a quarter that is named without its ending.
fn quarter_within(path: &Path) -> Option<Comparable> {
    let quarter: Quarter = file_name(path).parse().ok()?;
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    let found = load::find(folder.unwrap_or(Path::new("."))).ok()?;
    let mut folders = found.folders;
    folders.retain(|folder| folder.join(format!("{quarter}.yaml")).is_file());
    (!folders.is_empty()).then_some(Comparable::Data(folders, Some(quarter)))
}

/// Returns the files of published figures below a folder. A JSON file beside a
/// PDF of the same name holds the same figures.
fn papers(folder: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    let mut list: BTreeMap<String, PathBuf> = BTreeMap::new();
    for entry in WalkDir::new(folder).follow_links(false).sort_by_file_name() {
        let entry = entry.map_err(|error| load::walk_error(folder, error))?;
        let path = entry.path();
        let beside = || path.with_extension("pdf").is_file() || file_name(path) == "manifest.json";
        let wanted = match ending(path).as_str() {
            "pdf" => true,
            "json" => !beside(),
            _ => false,
        };
        if wanted && entry.file_type().is_file() {
            let inside = path.strip_prefix(folder).unwrap_or(path);
            list.insert(inside.to_string_lossy().replace('\\', "/"), path.to_owned());
        }
    }
    Ok(list.into_iter().collect())
}

/// Reads the published figures of a file, per profile: those inside a PDF, else
/// those beside it.
pub fn read(path: &Path) -> Result<(Quarter, BTreeMap<Profile, Told>), Error> {
    let bytes = |path: &Path| {
        std::fs::read(path).map_err(|cause| Error::Read {
            path: path.to_owned(),
            cause,
        })
    };
    let failed = |reason: String| Error::Figures {
        path: path.to_owned(),
        reason,
    };
    let figures = if ending(path) == "pdf" {
        let inside = attachment::figures(bytes(path)?);
        let beside = || bytes(&path.with_extension("json")).ok();
        let none = "filen är skadad eller har inga siffror med sig, och det ligger ingen JSON-fil \
                    bredvid";
        inside
            .or_else(beside)
            .ok_or_else(|| failed(none.to_owned()))?
    } else {
        bytes(path)?
    };
    let file = json::read(&figures).map_err(|fault| failed(fault.message))?;
    Ok((file.quarter, file.told))
}

fn ending(path: &Path) -> String {
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    ending
        .map(|ending| ending.to_lowercase())
        .unwrap_or_default()
}
