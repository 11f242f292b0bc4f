//! The order of the rooms, once, for every document.
//!
//! `granska` runs all rooms up to `compose`, `plan` asks `write` what is stale,
//! `bygg` goes on to the press. The only place that starts threads.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use crate::compose;
use crate::compose::Document;
use crate::document::ascii;
use crate::error::Error;
use crate::finding::Level;
use crate::finding::Rule;
use crate::finding::book::Entry;
use crate::finding::draw::Placed;
use crate::import;
use crate::load;
use crate::load::Folder;
use crate::load::catalogue;
use crate::load::catalogue::Catalogue;
use crate::load::key_list;
use crate::load::schema::nearest;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::protect;
use crate::reconcile;
use crate::render::Press;
use crate::validate;
use crate::write::manifest::Reason;

pub mod bring;
pub mod begin;
pub mod compare;
pub mod complete;
pub mod decide;
mod decided;
pub mod desk;
mod document;
mod fault;
mod guard;
mod make;
mod prepare;
pub mod schema;
mod works;

/// A template that does not work.
pub const MALL_TRASIG: Rule = Rule {
    slug: "mall-trasig",
    level: Level::Error,
    fixed: true,
    explain: "Mallen gav ingen handling. Övriga handlingar görs ändå.",
    source: "Typst",
};

/// Returns the whole rule book, by slug.
pub fn rules() -> Vec<&'static Rule> {
    let rooms = [
        &load::RULES[..],
        &validate::RULES,
        &protect::RULES,
        &compose::RULES,
        &import::RULES,
    ];
    let mut rules: Vec<_> = rooms.concat();
    rules.extend(reconcile::rules());
    rules.push(&MALL_TRASIG);
    rules.sort_by_key(|rule| rule.slug);
    rules
}

/// Returns the rules with what the rule book says of them, by slug.
pub fn book() -> Vec<Entry> {
    let examples = catalogue::examples::built_in();
    let entry = |rule: &'static Rule| {
        let example = examples.iter().find(|(slug, _)| **slug == *rule.slug);
        let (_, example) = example.expect("a test holds the examples against the rules");
        Entry {
            rule,
            example: example.clone(),
            releasable: releasable().iter().any(|known| known.slug == rule.slug),
        }
    };
    rules().into_iter().map(entry).collect()
}

/// Returns the rule of a name, or the name that is nearest; å, ä and ö are
/// plain letters in a slug.
pub fn rule(name: &str) -> Result<&'static Rule, Option<&'static str>> {
    let rules = rules();
    let slug = ascii(&name.to_lowercase());
    match rules.iter().find(|rule| rule.slug == slug) {
        Some(rule) => Ok(rule),
        None => Err(nearest(name, rules.iter().map(|rule| rule.slug))),
    }
}

/// Returns the rules a person may release with `granskad`.
pub fn releasable() -> Vec<&'static Rule> {
    [&validate::RELEASABLE[..], &reconcile::RELEASABLE].concat()
}

/// What to work on.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only these nämnder, if any is named.
    pub namnder: Vec<String>,
    /// Only these quarters, first and last included.
    pub quarters: Option<(Quarter, Quarter)>,
    /// Only these documents, if any is named.
    pub documents: Vec<String>,
    /// This profile instead of the document's own.
    pub profile: Option<Profile>,
    /// Also make decided documents that would differ, as new files beside.
    pub redo: bool,
    /// The key list, to write case numbers in worksheets.
    pub key_list: Option<PathBuf>,
    /// What the key list says: the case number of an id. A run reads it.
    pub case_numbers: BTreeMap<String, String>,
}

impl Selection {
    fn wants(&self, quarter: Quarter) -> bool {
        self.quarters
            .is_none_or(|(first, last)| first <= quarter && quarter <= last)
    }

    fn wants_document(&self, id: &str) -> bool {
        self.documents.is_empty() || self.documents.iter().any(|wanted| wanted == id)
    }
}

/// How far to go.
#[derive(Debug, Clone, Copy)]
pub enum Goal<'a> {
    /// Look for findings.
    Check,
    /// Say what would be built, and why.
    Plan(&'a Path),
    /// Build below a folder.
    Build {
        /// The folder.
        out: &'a Path,
        /// Also write pictures of the pages, at this many pixels per inch.
        png: Option<f32>,
        /// How many threads, or as many as the machine has.
        threads: Option<usize>,
    },
}

/// One document of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its file.
    pub path: PathBuf,
    /// Its pages; 0 if it was not printed now.
    pub pages: usize,
    /// Why it is made, or nothing if it is up to date.
    pub reason: Option<Reason>,
    /// How it stands, if it is decided.
    pub standing: Option<Standing>,
}

/// How a decided document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether its file was gone, or another, and the decided one is put back.
    pub put_back: bool,
    /// Whether it would say something else if it were made now.
    pub differs: bool,
    /// Whether a new file is made beside it.
    pub redone: bool,
}

/// What became of a run.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Every finding, in the order of nämnder, files and lines.
    pub findings: Vec<Placed>,
    /// What the world would not let us do.
    pub errors: Vec<Error>,
    /// The documents, in the order of nämnder, quarters and `handlingar`.
    pub documents: Vec<Made>,
    /// How many quarters were looked at.
    pub quarters: usize,
    /// What was asked for and is not there, or cannot be, in words.
    pub unmatched: Vec<String>,
    /// What small groups the documents show or hide, in words: no finding.
    pub notes: Vec<String>,
    /// What became of each nämnd whose quarter was to be decided.
    pub decisions: Vec<Decision>,
}

/// What became of one nämnd's quarter that was to be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It is, in this file, with so many documents.
    Decided(PathBuf, usize),
    /// Its findings, or the world, have stopped it: the nämnd's folder.
    Stopped(String),
}

/// Told while a run goes on: how many documents are done, and of how many.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Runs the rooms over everything below a path.
pub fn run(
    path: &Path,
    selection: &Selection,
    goal: Goal<'_>,
    progress: Progress<'_>,
) -> Result<Outcome, Error> {
    let catalogue = catalogue::built_in();
    let found = load::find(path)?;
    let mut selection = selection.clone();
    if let Some(path) = &selection.key_list {
        selection.case_numbers = key_list::read(path)?;
    }
    selection.quarters = selection
        .quarters
        .or(found.only.map(|quarter| (quarter, quarter)));
    let wanted = |folder: &&PathBuf| {
        selection.namnder.is_empty() || selection.namnder.contains(&load::name_of(folder))
    };
    let chosen: Vec<_> = found.folders.iter().filter(wanted).collect();
    let mut outcome = Outcome {
        errors: found.errors,
        ..Outcome::default()
    };
    let mut seen = Seen::default();
    let work = works::Work {
        catalogue: &catalogue,
        selection: &selection,
        goal,
        progress,
    };
    works::all(&chosen, &work, &mut seen, &mut outcome);
    outcome.unmatched = seen.unmatched(&selection);
    Ok(outcome)
}

/// Runs the rooms up to `compose` over one nämnd that is already read: the
/// documents that can be made, and every finding.
pub fn check(folder: Folder, catalogue: &Catalogue, press: &Press) -> (Vec<Document>, Vec<Placed>) {
    let all = Selection::default();
    let prepared = prepare::prepare(folder, catalogue, &all, &mut Seen::default());
    let mut documents = vec![];
    let mut findings = prepared.findings.clone();
    for (report, path) in &prepared.sound {
        for order in &report.orders {
            match make::compose(&prepared, report, order, path, catalogue, press, &all) {
                Ok(ready) => {
                    findings.extend(ready.warnings);
                    documents.push(ready.document);
                }
                Err(found) => findings.extend(found),
            }
        }
    }
    (documents, prepared.folder.placed(findings))
}

/// What a run has met, to tell what was asked for in vain.
#[derive(Default)]
struct Seen {
    namnder: Vec<String>,
    quarters: usize,
    documents: Vec<String>,
    /// Documents of which another profile than their only one was asked for.
    unserved: Vec<(String, Profile)>,
}

impl Seen {
    fn unmatched(&self, selection: &Selection) -> Vec<String> {
        let mut list = vec![];
        for name in selection
            .namnder
            .iter()
            .filter(|name| !self.namnder.contains(name))
        {
            list.push(format!("det finns ingen nämnd «{name}»"));
        }
        if self.quarters == 0 && list.is_empty() {
            list.push(match selection.quarters {
                Some((first, last)) if first == last => format!("det finns inget kvartal {first}"),
                Some((first, last)) => format!("det finns inget kvartal i {first}..{last}"),
                None => "det finns inga kvartal".to_owned(),
            });
        }
        if self.quarters > 0 {
            for id in selection
                .documents
                .iter()
                .filter(|id| !self.documents.contains(id))
            {
                let unserved = self.unserved.iter().find(|(known, _)| known == id);
                list.push(match unserved {
                    Some((_, own)) => {
                        format!("handlingen «{id}» görs bara med profilen {}", own.name())
                    }
                    None => format!("det finns ingen handling «{id}»"),
                });
            }
        }
        list
    }
}
