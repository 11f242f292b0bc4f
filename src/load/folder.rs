//! One nämnd's folder: which of its files are read, and what their names say.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that reads files"
)]

use std::path::Path;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::load::Folder;
use crate::load::file_name;
use crate::load::keys;
use crate::load::name_of;
use crate::load::own;
use crate::load::path_of;
use crate::load::quarter_of;
use crate::load::schema;
use crate::load::source;
use crate::load::source::Source;
use crate::load::values;
use crate::load::walk;
use crate::model::quarter::Quarter;

/// A YAML file whose name says nothing.
pub const OKANT_FILNAMN: Rule = Rule {
    slug: "okant-filnamn",
    level: Level::Error,
    fixed: true,
    explain: "En YAML-fil som inte heter som ett kvartal skulle annars tyst lämnas utanför \
              rapporterna.",
    source: "Dataformat 1",
};
/// A link among the files.
pub const LANK: Rule = Rule {
    slug: "lank",
    level: Level::Warning,
    fixed: true,
    explain: "Länkar följs inte, så att programmet aldrig läser något utanför mappen.",
    source: "Dataformat 1",
};
/// Quarters without a nämnd.
pub const NAMND_SAKNAS: Rule = Rule {
    slug: "namnd-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Kvartalsfiler utan namnd.yaml hör inte till någon nämnd och kan inte bli handlingar.",
    source: "Dataformat 1",
};
/// A folder name that is no id.
pub const MAPPNAMN: Rule = Rule {
    slug: "mappnamn",
    level: Level::Error,
    fixed: true,
    explain: "Mappens namn blir en del av PDF-filernas sökväg, så det skrivs med a–z, 0–9 och \
              bindestreck.",
    source: "Dataformat 1",
};

const NAMND: &str = "namnd.yaml";
const BEVAKNING: &str = "bevakning.yaml";
/// The column mapping, read by `import`.
const IMPORT: &str = "import.yaml";

/// What a file is, by its name.
enum Role {
    Namnd,
    Quarter(Quarter),
    Bevakning,
    /// Nothing of ours, or nothing that is read here.
    Other,
    /// Nearly one of ours: what to do about it.
    Misnamed(String),
}

/// Reads the files of a folder.
pub(super) fn read(folder: &Path) -> (Folder, Vec<Error>) {
    let mut errors = vec![];
    let mut findings = vec![];
    let mut namnd = None;
    let mut nearly_namnd = false;
    let mut bevakning = None;
    let mut quarters = vec![];
    for file in walk(folder, &mut errors) {
        let name = file_name(&file);
        let path = path_of(&file);
        let role = role(&name);
        if matches!(role, Role::Other) {
            continue;
        }
        if file.is_symlink() {
            findings.push(Finding::new(
                &LANK,
                &path,
                Locus::File,
                "filen är en länk och läses inte",
                "lägg själva filen i mappen om den ska läsas",
            ));
            continue;
        }
        if let Role::Misnamed(help) = role {
            nearly_namnd |= help.contains(NAMND);
            let message = format!("filen «{name}» läses inte");
            findings.push(Finding::new(
                &OKANT_FILNAMN,
                &path,
                Locus::File,
                message,
                help,
            ));
            continue;
        }
        let (mut source, faults) = match read_file(&file, path) {
            Ok(read) => read,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        findings.extend(faults);
        match role {
            Role::Quarter(quarter) => {
                findings.extend(schema::check(&mut source, &keys::QUARTER, false));
                quarters.push((quarter, source));
            }
            Role::Namnd => {
                findings.extend(schema::check(&mut source, &keys::NAMND, true));
                namnd = Some(source);
            }
            Role::Bevakning => {
                findings.extend(schema::check(&mut source, &keys::BEVAKNING, false));
                bevakning = Some(source);
            }
            Role::Other | Role::Misnamed(_) => {}
        }
    }
    let namnd = namnd.unwrap_or_else(|| {
        let path = path_of(&folder.join(NAMND));
        if errors.is_empty() && !nearly_namnd {
            findings.push(Finding::new(
                &NAMND_SAKNAS,
                &path,
                Locus::File,
                "mappen har kvartalsfiler men ingen namnd.yaml",
                "lägg en namnd.yaml i mappen; exemplen i data/ visar hur den ser ut",
            ));
        }
        Source::without_text(path)
    });
    let name = name_of(folder);
    if let Some(why) = values::bad_id(&name) {
        findings.push(Finding::new(
            &MAPPNAMN,
            &namnd.path,
            Locus::File,
            format!("mappen «{name}» kan inte vara en del av utdatafilernas namn: {why}"),
            "döp om mappen, till exempel till socialnamnden",
        ));
    }
    quarters.sort_by_key(|(quarter, _)| *quarter);
    let own = own::read(folder, &mut findings, &mut errors);
    let folder = Folder {
        name,
        namnd,
        quarters,
        bevakning,
        own,
        findings,
    };
    (folder, errors)
}

/// Returns what a file is. A name that is nearly one of ours is told, since
/// its content would silently be left out.
fn role(name: &str) -> Role {
    match name {
        NAMND => return Role::Namnd,
        BEVAKNING => return Role::Bevakning,
        IMPORT => return Role::Other,
        _ => {}
    }
    if let Some(quarter) = quarter_of(name) {
        return Role::Quarter(quarter);
    }
    // Some systems write å as two characters in file names.
    let lower: String = name.to_lowercase().nfc().collect();
    let yaml = |name: &str| name.ends_with(".yaml") || name.ends_with(".yml");
    let added = lower.strip_suffix(".txt").filter(|rest| yaml(rest));
    let stem = lower.split('.').next().unwrap_or_default();
    let meant = match stem.to_uppercase().parse::<Quarter>() {
        Ok(quarter) => Some(format!("{quarter}.yaml")),
        Err(_) => [NAMND, BEVAKNING, IMPORT]
            .into_iter()
            .find(|known| crate::document::ascii(stem) == known.trim_end_matches(".yaml"))
            .map(str::to_owned),
    };
    Role::Misnamed(match (added, meant) {
        (Some(_), Some(meant)) => {
            format!("Anteckningar har lagt till .txt; döp om filen till {meant}")
        }
        (None, Some(meant)) if lower.ends_with(".txt") || yaml(&lower) => {
            if meant.starts_with(|c: char| c.is_ascii_digit()) {
                format!("filen ska heta {meant}")
            } else {
                format!("menade du «{meant}»?")
            }
        }
        (Some(_), None) => {
            "Anteckningar har lagt till .txt; döp om filen, till exempel till 2023-Q4.yaml"
                .to_owned()
        }
        _ if yaml(&lower) => "döp om den till kvartalet, till exempel 2023-Q4.yaml, eller flytta \
                              den ur mappen"
            .to_owned(),
        _ => return Role::Other,
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(name: &str, expected: Option<&str>) {
        let help = match role(name) {
            Role::Misnamed(help) => Some(help),
            _ => None,
        };
        assert_eq!(help.as_deref(), expected, "{name}");
    }

    #[test]
    fn names_that_are_nearly_right_are_told() {
        let added = "Anteckningar har lagt till .txt; döp om filen till 2023-Q3.yaml";
        case("2023-Q3.yaml", None);
        case("2023-Q3.yaml.txt", Some(added));
        case("2023-Q4.yml", Some("filen ska heta 2023-Q4.yaml"));
        case("2023-q4.yaml", Some("filen ska heta 2023-Q4.yaml"));
        case("2023-Q4.txt", Some("filen ska heta 2023-Q4.yaml"));
        case("Namnd.yaml", Some("menade du «namnd.yaml»?"));
        case("nämnd.yaml", Some("menade du «namnd.yaml»?"));
        case("2023-Q4.xlsx", None);
        case("anteckningar.txt", None);
        case("2023-Q4.pdf", None);
    }
}
