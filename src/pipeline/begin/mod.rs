//! Beginning: a new nämnd (`namnd`), the next quarter (`quarter`), the key to the
//! rows' ids (`key`) and the workbook to fill in (`workbook`).
//!
//! Nothing that is there is ever written over. What is made of rows is made only
//! when every row can be read.

use std::path::Path;
use std::path::PathBuf;

use crate::document::ascii;
use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::draw::Placed;
use crate::load;
use crate::load::Folder;
use crate::load::surroundings;
use crate::load::surroundings::Copied;

pub mod key;
pub mod namnd;
pub mod quarter;
mod watched;
pub mod workbook;

/// What has been begun, in words for whoever asked.
#[derive(Debug, Default)]
pub struct Begun {
    /// What was made, a line each.
    pub said: Vec<String>,
    /// What to do next, a line each.
    pub next: Vec<String>,
    /// What to beware of, a line each.
    pub warned: Vec<String>,
    /// What must be mended first.
    pub findings: Vec<Placed>,
    /// Why nothing was made.
    pub refused: Option<String>,
}

impl Begun {
    /// Returns that nothing was begun, and why.
    pub fn refused(why: impl Into<String>) -> Self {
        Self {
            refused: Some(why.into()),
            ..Self::default()
        }
    }

    /// Warns of what may copy elsewhere what lies in a folder.
    fn beware(&mut self, folder: &Path, what: Held) {
        for copied in surroundings::copied(folder) {
            self.warned.push(match (what, copied) {
                (Held::Rows, Copied::Git(tree)) => format!(
                    "mappen ligger i ett git-arkiv ({}): uppgifter om enskilda kan följa med när \
                     arkivet delas; flytta mappen, eller lägg den i .gitignore",
                    tree.display()
                ),
                (Held::Rows, Copied::Synced(service)) => format!(
                    "mappen synkroniseras av {service}: uppgifter om enskilda kopieras dit; flytta \
                     den, om kommunen inte har bestämt att de får ligga där"
                ),
                (Held::Key, Copied::Git(tree)) => format!(
                    "nyckeln ligger i ett git-arkiv ({}) och kan följa med när arkivet delas; \
                     flytta den och ändra sökvägen i namnd.yaml",
                    tree.display()
                ),
                (Held::Key, Copied::Synced(service)) => format!(
                    "nyckeln synkroniseras av {service}; flytta den och ändra sökvägen i \
                     namnd.yaml, om kommunen inte har bestämt att den får ligga där"
                ),
            });
        }
    }
}

/// What a folder holds.
#[derive(Debug, Clone, Copy)]
enum Held {
    /// Rows about individuals.
    Rows,
    /// The key to their ids.
    Key,
}

/// Returns the folder of the nämnd that is meant: the one of that name, else the
/// only one; or why there is none.
fn choose(path: &Path, name: Option<&str>) -> Result<Result<PathBuf, String>, Error> {
    let found = load::find(path)?;
    let names: Vec<String> = found.folders.iter().map(|it| load::name_of(it)).collect();
    let mut folders = found.folders.into_iter();
    let Some(wanted) = name else {
        return Ok(match names.as_slice() {
            [_] => folders.next().ok_or_else(String::new),
            _ => Err(format!(
                "det finns flera nämnder: {}; ange vilken med --nämnd",
                names.join(", ")
            )),
        });
    };
    let slug = folder_name(wanted);
    let at = names
        .iter()
        .position(|name| name == wanted)
        .or_else(|| names.iter().position(|name| *name == slug));
    Ok(at.and_then(|at| folders.nth(at)).ok_or_else(|| {
        format!(
            "det finns ingen nämnd «{wanted}»; de som finns är {}; en ny nämnd behöver också \
             --kommun",
            names.join(", ")
        )
    }))
}

/// Returns what a nämnd's folder may be called: its name with a–z, 0–9 and
/// hyphens.
pub fn folder_name(namnd: &str) -> String {
    let plain = ascii(&namnd.to_lowercase());
    let kept = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let words = plain.split(|c| !kept(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Returns why a folder cannot be begun in: the errors of some of its files, each
/// with its place.
fn stopped(folder: &Folder, findings: Vec<Finding>) -> Option<Begun> {
    let errors: Vec<_> = findings
        .into_iter()
        .filter(|finding| finding.level == Level::Error)
        .collect();
    (!errors.is_empty()).then(|| Begun {
        findings: folder.placed(errors),
        ..Begun::default()
    })
}

/// Returns a path as it is shown.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
