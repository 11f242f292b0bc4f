//! The only reader of files: a folder in, located trees and the catalogues out.
//!
//! Finds every nämnd (a folder with `namnd.yaml`) and its quarter files, never
//! following links. A file that cannot be read as YAML still has a place for
//! its findings. What the values mean is `validate`'s.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that reads files"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use walkdir::WalkDir;

use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Rule;
use crate::finding::draw::Placed;
use crate::load::own::Own;
use crate::load::source::Source;
use crate::model::decided::Decided;
use crate::model::quarter::Quarter;
use crate::personal;

mod attachment;
pub mod catalogue;
pub mod comparable;
pub mod decided;
pub mod folder;
pub mod key_list;
pub mod json_schema;
pub mod keys;
pub mod outside;
pub mod own;
mod lines;
pub mod reference;
mod role;
pub mod secret;
pub mod schema;
pub mod source;
pub mod surroundings;
pub mod templates;
pub mod tree;
pub mod fonts;
pub(crate) mod values;
pub mod view;

/// Every rule of this room.
pub static RULES: [&Rule; 22] = [
    &source::FOR_STOR_FIL,
    &source::INTE_UTF8,
    &tree::YAML_FEL,
    &tree::YAML_FINESS,
    &tree::FOR_DJUPT,
    &tree::TOM_FIL,
    &schema::OKAND_NYCKEL,
    &schema::SAKNAD_NYCKEL,
    &schema::DUBBEL_NYCKEL,
    &schema::FEL_TYP,
    &schema::TOMT_VARDE,
    &schema::OMOJLIGT_DATUM,
    &schema::OKANT_ORD,
    &schema::FORMAT_SAKNAS,
    &schema::NYARE_FORMAT,
    &folder::OKANT_FILNAMN,
    &folder::LANK,
    &folder::NAMND_SAKNAS,
    &folder::MAPPNAMN,
    &own::TYPSNITT_TRASIGT,
    &decided::FASTSTALLT_OLASLIGT,
    &decided::FASTSTALLT_ANDRAT,
];

/// One nämnd's files.
#[derive(Debug)]
pub struct Folder {
    /// The folder's name.
    pub name: String,
    /// `namnd.yaml`.
    pub namnd: Source,
    /// The quarters, in time order.
    pub quarters: Vec<(Quarter, Source)>,
    /// `bevakning.yaml`.
    pub bevakning: Option<Source>,
    /// `import.yaml`.
    pub import: Option<Source>,
    /// Templates, fonts and images of its own.
    pub own: Own,
    /// What was decided, in its newest version.
    pub decided: BTreeMap<Quarter, Decided>,
    /// The quarters of which it cannot be read what was decided, each with the
    /// file that is at fault.
    pub undecidable: Vec<(Quarter, Arc<str>)>,
    /// Findings about the files themselves: encoding, syntax, keys, names.
    pub findings: Vec<Finding>,
}

impl Folder {
    /// Returns the findings with their places, in the order of files and lines.
    pub fn placed(&self, findings: Vec<Finding>) -> Vec<Placed> {
        let sources: BTreeMap<&str, &Source> = std::iter::once(&self.namnd)
            .chain(self.quarters.iter().map(|(_, source)| source))
            .chain(&self.bevakning)
            .chain(&self.import)
            .map(|source| (source.path.as_ref(), source))
            .collect();
        let mut placed: Vec<_> = findings
            .into_iter()
            .map(|mut finding| {
                finding.message = personal::mask(&finding.message);
                finding.help = personal::mask(&finding.help);
                let place = sources
                    .get(finding.file.as_ref())
                    .and_then(|s| s.place(&finding.locus));
                Placed { finding, place }
            })
            .collect();
        placed.sort_by(|a, b| {
            let key = |p: &Placed| p.place.as_ref().map(|place| (place.line, place.column));
            (&a.finding.file, key(a)).cmp(&(&b.finding.file, key(b)))
        });
        placed
    }
}

/// What was found on disk.
#[derive(Debug)]
pub struct Loaded {
    /// The nämnder, by name.
    pub folders: Vec<Folder>,
    /// What could not be read.
    pub errors: Vec<Error>,
    /// The one quarter the user pointed at, if it was a file.
    pub only: Option<Quarter>,
}

/// Where the nämnder are.
#[derive(Debug)]
pub struct Found {
    /// Their folders, by name.
    pub folders: Vec<PathBuf>,
    /// What could not be looked into.
    pub errors: Vec<Error>,
    /// The one quarter the user pointed at, if it was a file.
    pub only: Option<Quarter>,
}

/// Finds the nämnder below a path: the folder of all nämnder, one nämnd's
/// folder, or one quarter file.
pub fn find(path: &Path) -> Result<Found, Error> {
    let no_data = || Error::NoData {
        path: path.to_owned(),
    };
    let kind = std::fs::metadata(path).map_err(|cause| Error::Read {
        path: path.to_owned(),
        cause,
    })?;
    if kind.is_file() {
        let folder = path
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let quarter = path
            .file_name()
            .and_then(|name| quarter_of(&name.to_string_lossy()));
        let (Some(quarter), true) = (quarter, folder.join("namnd.yaml").is_file()) else {
            return Err(no_data());
        };
        return Ok(Found {
            folders: vec![folder.to_owned()],
            errors: vec![],
            only: Some(quarter),
        });
    }
    let mut errors = vec![];
    let folders = namnd_folders(path, &mut errors);
    if folders.is_empty() && errors.is_empty() {
        return Err(no_data());
    }
    Ok(Found {
        folders,
        errors,
        only: None,
    })
}

/// Reads one nämnd's folder.
pub fn read(folder: &Path) -> (Folder, Vec<Error>) {
    folder::read(folder)
}

/// Reads one nämnd's files from memory, as if they lay in a folder of some
/// name: file names and bytes. It has no templates, fonts or images of its own.
pub fn in_memory(name: &str, files: &[(&str, &[u8])]) -> Folder {
    folder::in_memory(name, files)
}

/// Returns the name of a nämnd's folder.
pub fn name_of(folder: &Path) -> String {
    std::fs::canonicalize(folder)
        .map(|full| file_name(&full))
        .unwrap_or_default()
}

/// Returns why a nämnd's folder cannot have a name, if it cannot.
pub fn bad_name(name: &str) -> Option<&'static str> {
    values::bad_id(name)
}

/// Reads everything below a path at once.
pub fn load(path: &Path) -> Result<Loaded, Error> {
    let found = find(path)?;
    let mut loaded = Loaded {
        folders: vec![],
        errors: found.errors,
        only: found.only,
    };
    for folder in found.folders {
        let (folder, errors) = read(&folder);
        loaded.folders.push(folder);
        loaded.errors.extend(errors);
    }
    Ok(loaded)
}

/// Returns the folders that hold a nämnd: the path itself, or those in it.
fn namnd_folders(path: &Path, errors: &mut Vec<Error>) -> Vec<PathBuf> {
    let is_namnd = |folder: &Path| {
        walk(folder, &mut vec![]).iter().any(|file| {
            let name = file_name(file);
            name == "namnd.yaml" || quarter_of(&name).is_some()
        })
    };
    if is_namnd(path) {
        return vec![path.to_owned()];
    }
    let mut folders = vec![];
    for entry in WalkDir::new(path)
        .min_depth(1)
        .max_depth(1)
        .follow_links(false)
        .sort_by_file_name()
    {
        match entry {
            Ok(entry) if entry.file_type().is_dir() && is_namnd(entry.path()) => {
                folders.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => errors.push(walk_error(path, error)),
        }
    }
    folders
}

/// Returns the files directly in a folder, links included, by name.
pub(crate) fn walk(folder: &Path, errors: &mut Vec<Error>) -> Vec<PathBuf> {
    let mut files = vec![];
    for entry in WalkDir::new(folder)
        .min_depth(1)
        .max_depth(1)
        .follow_links(false)
        .sort_by_file_name()
    {
        match entry {
            Ok(entry) if !entry.file_type().is_dir() => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => errors.push(walk_error(folder, error)),
        }
    }
    files
}

fn walk_error(path: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(path).to_owned();
    let cause = error
        .into_io_error()
        .unwrap_or_else(|| std::io::ErrorKind::Other.into());
    Error::Read { path, cause }
}

/// Returns a path as the user sees it.
pub(crate) fn path_of(file: &Path) -> Arc<str> {
    file.to_string_lossy().replace('\\', "/").into()
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Returns the quarter a file is named after: `2023-Q4.yaml`.
pub(crate) fn quarter_of(name: &str) -> Option<Quarter> {
    let quarter: Quarter = name.strip_suffix(".yaml")?.parse().ok()?;
    // Only the exact spelling, so that two files cannot be the same quarter.
    (format!("{quarter}.yaml") == name).then_some(quarter)
}
