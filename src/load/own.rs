//! A nämnd's own templates, fonts and images, as bytes. Own ones win over the
//! built-in; templates are trusted code.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use ttf_parser::Face;
use walkdir::WalkDir;

use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;

/// A font file that is none.
pub const TYPSNITT_TRASIGT: Rule = Rule {
    slug: "typsnitt-trasigt",
    level: Level::Error,
    fixed: true,
    explain: "Filen i mappen typsnitt går inte att läsa som ett typsnitt.",
    source: "OpenType",
};

/// A template of the nämnd's own.
#[derive(Debug)]
pub struct Template {
    /// The name below `mallar/`, with `/`.
    pub name: String,
    /// The path as the user sees it.
    pub path: Arc<str>,
    /// Its text.
    pub text: String,
}

/// What lies in a nämnd's folder beside its data.
#[derive(Debug, Default)]
pub struct Own {
    /// Templates, by name.
    pub templates: Vec<Template>,
    /// Fonts, by file name.
    pub fonts: Vec<Vec<u8>>,
    /// SVG images, by file name.
    pub images: BTreeMap<String, Vec<u8>>,
}

/// Reads a nämnd's own files.
pub(super) fn read(folder: &Path, findings: &mut Vec<Finding>, errors: &mut Vec<Error>) -> Own {
    let mut own = Own::default();
    for (name, path) in files(&folder.join("mallar"), usize::MAX, &["typ"]) {
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                let path = super::path_of(&path);
                own.templates.push(Template { name, path, text });
            }
            Err(cause) => errors.push(Error::Read { path, cause }),
        }
    }
    for (_, path) in files(&folder.join("typsnitt"), 1, &["ttf", "otf"]) {
        match std::fs::read(&path) {
            Ok(bytes) if Face::parse(&bytes, 0).is_ok() => own.fonts.push(bytes),
            Ok(_) => {
                let message = "filen går inte att läsa som ett typsnitt";
                let help = "lägg dit filen på nytt, eller ta bort den";
                let path = super::path_of(&path);
                findings.push(Finding::new(
                    &TYPSNITT_TRASIGT,
                    &path,
                    Locus::File,
                    message,
                    help,
                ));
            }
            Err(cause) => errors.push(Error::Read { path, cause }),
        }
    }
    for (name, path) in files(folder, 1, &["svg"]) {
        match std::fs::read(&path) {
            Ok(bytes) => {
                own.images.insert(name, bytes);
            }
            Err(cause) => errors.push(Error::Read { path, cause }),
        }
    }
    own
}

/// Returns the plain files below a folder with one of some endings, by name;
/// links are not followed.
fn files(folder: &Path, depth: usize, endings: &[&str]) -> Vec<(String, std::path::PathBuf)> {
    WalkDir::new(folder)
        .max_depth(depth)
        .follow_links(false)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| {
            let ending = entry
                .path()
                .extension()
                .map(|e| e.to_string_lossy().to_lowercase());
            ending.is_some_and(|ending| endings.contains(&ending.as_str()))
        })
        .map(|entry| {
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            (
                inside.to_string_lossy().replace('\\', "/"),
                entry.into_path(),
            )
        })
        .collect()
}
