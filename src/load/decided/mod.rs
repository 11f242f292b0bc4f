//! What was decided, read from a nämnd's folder `faststallt/`: a JSON file per
//! version of a quarter, and the papers in a folder of the same name.
//!
//! A file that cannot be read is told, and its quarter is left alone: nobody
//! knows what was decided of it. Papers are read when they are asked for.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that reads files"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use walkdir::WalkDir;

use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::load::decided::json::Fault;
use crate::load::file_name;
use crate::load::folder::LANK;
use crate::load::path_of;
use crate::load::source::LARGEST;
use crate::model::decided::Decided;
use crate::model::decided::Paper;
use crate::model::decided::fingerprint;
use crate::model::decided::versioned;
use crate::model::quarter::Quarter;

pub(crate) mod json;

/// A file of what was decided that cannot be read.
pub const FASTSTALLT_OLASLIGT: Rule = Rule {
    slug: "faststallt-olasligt",
    level: Level::Error,
    fixed: true,
    explain: "Det som är fastställt får aldrig skrivas över. Går det inte att läsa vet ingen vad \
              det är, och kvartalets handlingar lämnas därför orörda.",
    source: "Dataformat 1",
};

/// A paper that is not the one decided.
pub const FASTSTALLT_ANDRAT: Rule = Rule {
    slug: "faststallt-andrat",
    level: Level::Error,
    fixed: true,
    explain: "Den fastställda handlingen ska finnas kvar precis som den var. Filen är borta, eller \
              är en annan än den som fastställdes.",
    source: "Dataformat 1",
};

/// The folder of what was decided.
pub const FOLDER: &str = "faststallt";

/// What a nämnd's folder says was decided.
#[derive(Debug, Default)]
pub(super) struct Archive {
    pub(super) decided: BTreeMap<Quarter, Decided>,
    /// The quarters of which nobody knows what was decided, and the file.
    pub(super) unknown: Vec<(Quarter, Arc<str>)>,
}

/// Reads what was decided.
pub(super) fn read(folder: &Path, findings: &mut Vec<Finding>, errors: &mut Vec<Error>) -> Archive {
    let mut archive = Archive::default();
    let mut versions: BTreeMap<Quarter, BTreeMap<u32, Decided>> = BTreeMap::new();
    let folder = folder.join(FOLDER);
    if !folder.is_dir() {
        return archive;
    }
    for entry in WalkDir::new(&folder)
        .min_depth(1)
        .max_depth(1)
        .follow_links(false)
        .sort_by_file_name()
    {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                errors.push(super::walk_error(&folder, error));
                continue;
            }
        };
        let (path, name) = (path_of(entry.path()), file_name(entry.path()));
        let Some(stem) = name.strip_suffix(".json") else {
            continue;
        };
        if entry.path_is_symlink() {
            findings.push(Finding::new(
                &LANK,
                &path,
                Locus::File,
                "filen är en länk och läses inte",
                "lägg själva filen i mappen om den ska läsas",
            ));
        }
        let Some((quarter, version)) = version_of(stem) else {
            let message = format!("filen «{name}» är inget som evb har fastställt");
            let help = "flytta den ur mappen, eller ge den tillbaka sitt namn, till exempel \
                        2023-Q4.json eller 2023-Q4-rattad-1.json";
            findings.push(unreadable(&path, Fault { message, help }));
            continue;
        };
        match decided(entry.path(), &path, quarter, version) {
            Ok(decided) => {
                versions
                    .entry(quarter)
                    .or_default()
                    .insert(version, decided);
            }
            Err(fault) => {
                findings.push(unreadable(&path, fault));
                archive.unknown.push((quarter, path));
            }
        }
    }
    for (quarter, versions) in versions {
        let expected = (0..).zip(versions.keys());
        if let Some((missing, _)) = expected.clone().find(|(n, known)| n != *known)
            && !archive.unknown.iter().any(|(known, _)| *known == quarter)
        {
            let name = format!("{}.json", versioned(&quarter.to_string(), missing));
            let path = path_of(&folder.join(&name));
            let message = format!("filen {name} saknas, men en senare version finns");
            findings.push(unreadable(&path, Fault::broken(message)));
            archive.unknown.push((quarter, path));
        }
        let mut earlier: Vec<Decided> = versions.into_values().collect();
        if let Some(newest) = earlier.pop() {
            archive
                .decided
                .insert(quarter, Decided { earlier, ..newest });
        }
    }
    archive
}

fn unreadable(path: &Arc<str>, fault: Fault) -> Finding {
    let Fault { message, help } = fault;
    Finding::new(&FASTSTALLT_OLASLIGT, path, Locus::File, message, help)
}

/// Returns the quarter and the version that a file is named after.
fn version_of(stem: &str) -> Option<(Quarter, u32)> {
    let (quarter, version) = match stem.split_once("-rattad-") {
        None => (stem, 0),
        Some((quarter, version)) => (quarter, version.parse().ok().filter(|n| *n > 0)?),
    };
    let quarter: Quarter = quarter.parse().ok()?;
    // Only the exact spelling, so that two files cannot be the same version.
    (versioned(&quarter.to_string(), version) == stem).then_some((quarter, version))
}

fn decided(file: &Path, path: &Arc<str>, quarter: Quarter, version: u32) -> Result<Decided, Fault> {
    let failed =
        |cause: std::io::Error| Fault::broken(format!("filen går inte att läsa: «{cause}»"));
    let meta = std::fs::symlink_metadata(file).map_err(failed)?;
    if !meta.is_file() || meta.len() > LARGEST {
        let message = "filen är något annat än det som evb har fastställt";
        return Err(Fault::broken(message));
    }
    let read = json::read(&std::fs::read(file).map_err(failed)?)?;
    if read.quarter != quarter {
        return Err(Fault::broken(format!(
            "filen heter {quarter} men innehåller kvartal {}",
            read.quarter
        )));
    }
    let Some(documents) = read.papers else {
        let message = "filen hör till en enda handling och är inte det som fastställdes";
        return Err(Fault::broken(message));
    };
    Ok(Decided {
        quarter,
        version,
        path: Arc::clone(path),
        correction: read.correction,
        told: read.told,
        documents,
        earlier: vec![],
    })
}

/// A decided paper's bytes, and those of the figures beside it.
pub type Bytes = (Vec<u8>, Option<Vec<u8>>);

/// Reads a decided paper, and the figures beside it if they lie there. Bytes
/// that are not those decided are a finding.
pub fn paper(decided: &Decided, paper: &Paper) -> Result<Bytes, Box<Finding>> {
    let folder = decided.path.strip_suffix(".json").unwrap_or(&decided.path);
    let file = |ending: &str, sha256: &str| {
        let path: Arc<str> = format!("{folder}/{}.{ending}", paper.id).into();
        let wrong = |message: &str| {
            let help = "lägg tillbaka filen ur en säkerhetskopia";
            Box::new(Finding::new(
                &FASTSTALLT_ANDRAT,
                &path,
                Locus::File,
                message,
                help,
            ))
        };
        match std::fs::read(&*path) {
            Ok(bytes) if fingerprint(&bytes) == sha256 => Ok(bytes),
            Ok(_) => Err(wrong("filen är inte längre den som fastställdes")),
            Err(_) => Err(wrong(
                "den fastställda handlingen är borta eller går inte att läsa",
            )),
        }
    };
    let pdf = file("pdf", &paper.sha256)?;
    let beside = paper.beside.as_deref().map(|sha256| file("json", sha256));
    Ok((pdf, beside.transpose()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(stem: &str, expected: Option<(&str, u32)>) {
        let expected = expected.map(|(quarter, n)| (quarter.parse().expect("a quarter"), n));
        assert_eq!(version_of(stem), expected, "{stem}");
    }

    #[test]
    fn a_version_has_one_name() {
        case("2023-Q4", Some(("2023-Q4", 0)));
        case("2023-Q4-rattad-1", Some(("2023-Q4", 1)));
        case("2023-Q4-rattad-12", Some(("2023-Q4", 12)));
        case("2023-Q4-rattad-0", None);
        case("2023-Q4-rattad-01", None);
        case("2023-Q4-rattad-", None);
        case("2023-q4", None);
        case("anteckningar", None);
    }
}
