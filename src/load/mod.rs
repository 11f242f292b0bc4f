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
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::finding::draw::Placed;
use crate::load::own::Own;
use crate::load::source::Source;
use crate::model::quarter::Quarter;

pub mod catalogue;
pub mod keys;
pub mod own;
pub mod schema;
pub mod source;
pub mod templates;
pub mod tree;
pub mod fonts;
mod values;
pub mod view;

/// A YAML file whose name says nothing.
pub const OKANT_FILNAMN: Rule = Rule {
    slug: "okant-filnamn",
    level: Level::Error,
    explain: "En YAML-fil som inte heter som ett kvartal skulle annars tyst lämnas utanför \
              rapporterna.",
    source: "Dataformat 1",
};
/// A link among the files.
pub const LANK: Rule = Rule {
    slug: "lank",
    level: Level::Warning,
    explain: "Länkar följs inte, så att programmet aldrig läser något utanför mappen.",
    source: "Dataformat 1",
};
/// Quarters without a nämnd.
pub const NAMND_SAKNAS: Rule = Rule {
    slug: "namnd-saknas",
    level: Level::Error,
    explain: "Kvartalsfiler utan namnd.yaml hör inte till någon nämnd och kan inte bli handlingar.",
    source: "Dataformat 1",
};
/// A folder name that is no id.
pub const MAPPNAMN: Rule = Rule {
    slug: "mappnamn",
    level: Level::Error,
    explain: "Mappens namn blir en del av varje utdatafils sökväg och av handlingens identitet.",
    source: "Dataformat 1",
};

/// Every rule of this room.
pub static RULES: [&Rule; 20] = [
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
    &OKANT_FILNAMN,
    &LANK,
    &NAMND_SAKNAS,
    &MAPPNAMN,
    &own::TYPSNITT_TRASIGT,
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
    /// Templates, fonts and images of its own.
    pub own: Own,
    /// Findings about the files themselves: encoding, syntax, keys, names.
    pub findings: Vec<Finding>,
}

impl Folder {
    /// Returns the findings with their places, in the order of files and lines.
    pub fn placed(&self, findings: Vec<Finding>) -> Vec<Placed> {
        let sources: BTreeMap<&str, &Source> = std::iter::once(&self.namnd)
            .chain(self.quarters.iter().map(|(_, source)| source))
            .chain(&self.bevakning)
            .map(|source| (source.path.as_ref(), source))
            .collect();
        let mut placed: Vec<_> = findings
            .into_iter()
            .map(|finding| {
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

/// Reads everything below a path: the folder of all nämnder, one nämnd's
/// folder, or one quarter file.
pub fn load(path: &Path) -> Result<Loaded, Error> {
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
            return Err(Error::NoData {
                path: path.to_owned(),
            });
        };
        let (found, errors) = read_folder(folder);
        return Ok(Loaded {
            folders: vec![found],
            errors,
            only: Some(quarter),
        });
    }
    let mut loaded = Loaded {
        folders: vec![],
        errors: vec![],
        only: None,
    };
    for folder in namnd_folders(path, &mut loaded.errors) {
        let (found, errors) = read_folder(&folder);
        loaded.folders.push(found);
        loaded.errors.extend(errors);
    }
    if loaded.folders.is_empty() && loaded.errors.is_empty() {
        return Err(Error::NoData {
            path: path.to_owned(),
        });
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
fn walk(folder: &Path, errors: &mut Vec<Error>) -> Vec<PathBuf> {
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

fn read_folder(folder: &Path) -> (Folder, Vec<Error>) {
    let mut errors = vec![];
    let mut findings = vec![];
    let mut namnd = None;
    let mut bevakning = None;
    let mut quarters = vec![];
    let name = std::fs::canonicalize(folder)
        .map(|full| file_name(&full))
        .unwrap_or_default();
    for file in walk(folder, &mut errors) {
        let file_name = file_name(&file);
        let yaml = [".yaml", ".yml"]
            .iter()
            .any(|end| file_name.to_lowercase().ends_with(end));
        if !yaml {
            continue;
        }
        let path = path_of(&file);
        if file.is_symlink() {
            let help = "lägg själva filen i mappen om den ska läsas";
            findings.push(Finding::new(
                &LANK,
                &path,
                Locus::File,
                "filen är en länk och läses inte",
                help,
            ));
            continue;
        }
        let quarter = quarter_of(&file_name);
        if quarter.is_none()
            && !["namnd.yaml", "bevakning.yaml", "import.yaml"].contains(&file_name.as_str())
        {
            let help =
                "döp om den till kvartalet, till exempel 2023-Q4.yaml, eller flytta den ur mappen";
            let message = format!("«{file_name}» är inget kvartal");
            findings.push(Finding::new(
                &OKANT_FILNAMN,
                &path,
                Locus::File,
                message,
                help,
            ));
            continue;
        }
        let (source, faults) = match read_file(&file, path) {
            Ok(read) => read,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        findings.extend(faults);
        match quarter {
            Some(quarter) => {
                findings.extend(schema::check(&source, &keys::QUARTER, false));
                quarters.push((quarter, source));
            }
            None if file_name == "namnd.yaml" => {
                findings.extend(schema::check(&source, &keys::NAMND, true));
                namnd = Some(source);
            }
            None if file_name == "bevakning.yaml" => {
                findings.extend(schema::check(&source, &keys::BEVAKNING, false));
                bevakning = Some(source);
            }
            // The column mapping is read by `import`.
            None => {}
        }
    }
    let namnd = namnd.unwrap_or_else(|| {
        let path = path_of(&folder.join("namnd.yaml"));
        if errors.is_empty() {
            let help = "lägg en namnd.yaml i mappen; exemplen i data/ visar hur den ser ut";
            let message = "mappen har kvartalsfiler men ingen namnd.yaml";
            findings.push(Finding::new(
                &NAMND_SAKNAS,
                &path,
                Locus::File,
                message,
                help,
            ));
        }
        Source {
            path,
            text: String::new(),
            root: None,
        }
    });
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || !name.chars().all(plain) {
        let help = "döp om mappen med a–z, 0–9 och bindestreck, till exempel socialnamnden";
        let message = format!("mappen «{name}» kan inte vara en del av utdatafilernas namn");
        findings.push(Finding::new(
            &MAPPNAMN,
            &namnd.path,
            Locus::File,
            message,
            help,
        ));
    }
    quarters.sort_by_key(|(quarter, _)| *quarter);
    let own = own::read(folder, &mut findings, &mut errors);
    (
        Folder {
            name,
            namnd,
            quarters,
            bevakning,
            own,
            findings,
        },
        errors,
    )
}

fn read_file(file: &Path, path: Arc<str>) -> Result<(Source, Vec<Finding>), Error> {
    let failed = |cause| Error::Read {
        path: file.to_owned(),
        cause,
    };
    let meta = std::fs::metadata(file).map_err(failed)?;
    // A pipe or a device has no end; only plain files are read.
    if !meta.is_file() {
        return Err(failed(std::io::ErrorKind::InvalidInput.into()));
    }
    if meta.len() > source::LARGEST {
        return Ok(Source::too_large(path, meta.len()));
    }
    let bytes = std::fs::read(file).map_err(failed)?;
    Ok(Source::read(path, &bytes))
}

/// Returns a path as the user sees it.
fn path_of(file: &Path) -> Arc<str> {
    file.to_string_lossy().replace('\\', "/").into()
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Returns the quarter a file is named after: `2023-Q4.yaml`.
fn quarter_of(name: &str) -> Option<Quarter> {
    let quarter: Quarter = name.strip_suffix(".yaml")?.parse().ok()?;
    // Only the exact spelling, so that two files cannot be the same quarter.
    (format!("{quarter}.yaml") == name).then_some(quarter)
}
