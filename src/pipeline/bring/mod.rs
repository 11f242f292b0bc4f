//! `evb importera`: a table into a nämnd's quarter, and what is not yet to be
//! reported into `bevakning.yaml`.
//!
//! Everything is worked out and checked first, the files as they would be
//! included; then it is told; and only what has been told is written. Each file
//! is replaced whole: whoever is stopped midway finds the old one or the new one,
//! and doing it again finishes it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::edit;
use crate::edit::Change;
use crate::edit::Value;
use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Route;
use crate::finding::draw::Placed;
use crate::import;
use crate::import::Book;
use crate::import::Mapping;
use crate::import::Read;
use crate::import::Who;
use crate::import::key::Key;
use crate::import::merge;
use crate::import::merge::Against;
use crate::import::merge::Entry;
use crate::import::preview::Preview;
use crate::import::sort::Place;
use crate::import::workbook;
use crate::load::Folder;
use crate::load::catalogue;
use crate::load::catalogue::Catalogue;
use crate::load::outside;
use crate::load::source::Source;
use crate::model::quarter::Quarter;
use crate::validate;
use crate::validate::vocabulary;
use crate::validate::vocabulary::Vocabulary;

mod checked;
mod course;
mod files;
mod lists;
mod target;
mod watch;

pub use files::Brought;

/// What is to be imported, and how.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The table.
    pub file: &'a Path,
    /// The nämnd's folder name, where there are several.
    pub namnd: Option<&'a str>,
    /// The quarter; the newest, if none is named.
    pub quarter: Option<Quarter>,
    /// Whether every row of the file belongs to the quarter: the file is the
    /// selection already.
    pub everything: bool,
    /// Whether to write the list of ids and case numbers beside the key.
    pub case_list: bool,
    /// Where to write a list of the rows that lack a reason, to fill in.
    pub reasons: Option<&'a Path>,
}

/// Works out what an import would do.
pub fn prepare(path: &Path, wish: Wish<'_>) -> Result<Brought, Error> {
    let catalogue = catalogue::built_in();
    let bytes = outside::bytes(wish.file)?;
    let book = import::book::open(&bytes);
    let ours = book.as_ref().ok().and_then(workbook::marked);
    let aim = match target::find(path, wish, ours.as_ref())? {
        Ok(aim) => aim,
        Err(why) => return Ok(Brought::unmatched(why)),
    };
    let folder = &aim.folder;
    let broken = |f: &&Finding| f.level == Level::Error;
    if folder.findings.iter().any(|f| broken(&f)) {
        let findings = folder.findings.iter().filter(broken).cloned().collect();
        return Ok(Brought::stopped(folder.placed(findings)));
    }
    let day = aim.quarter.last_day();
    let (vocabulary, _) = vocabulary::on(&folder.namnd, &catalogue, day);
    let mapping = Mapping::of(folder.import.as_ref());
    let name: Arc<str> = outside::shown(wish.file);
    let setting = import::Setting {
        vocabulary: &vocabulary,
        quarter: aim.quarter,
        mapping: &mapping,
    };
    let read = match &book {
        Ok(book) => import::read_book(&name, book, &setting),
        Err(_) => import::read(&name, &bytes, &setting),
    };
    let mut findings = read.findings.clone();
    let work = Work {
        path: &aim.path,
        folder,
        quarter: aim.quarter,
        catalogue: &catalogue,
        vocabulary: &vocabulary,
        name: &name,
        wish,
    };
    let stop = |findings: &[Finding]| findings.iter().any(|f| f.level == Level::Error);
    if stop(&findings) {
        return Ok(Brought::stopped(work.placed(findings)));
    }
    let workbook = book.as_ref().ok().filter(|_| ours.is_some());
    match work.out(&read, workbook) {
        Ok(mut brought) => {
            brought.findings.extend(work.placed(findings));
            Ok(brought)
        }
        Err(Stop::Findings(found)) => {
            findings.extend(found);
            Ok(Brought::stopped(work.placed(findings)))
        }
        Err(Stop::Error(error)) => Err(error),
    }
}

/// Why an import cannot go on.
enum Stop {
    Findings(Vec<Finding>),
    Error(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// What an import works with.
struct Work<'a> {
    path: &'a Path,
    folder: &'a Folder,
    quarter: Quarter,
    catalogue: &'a Catalogue,
    vocabulary: &'a Vocabulary,
    name: &'a Arc<str>,
    wish: Wish<'a>,
}

impl Work<'_> {
    fn placed(&self, findings: Vec<Finding>) -> Vec<Placed> {
        self.folder.placed(findings)
    }

    /// Returns the quarter's file.
    fn source(&self) -> &Source {
        let mut quarters = self.folder.quarters.iter();
        let found = quarters.find(|(quarter, _)| *quarter == self.quarter);
        &found.expect("the quarter was found among the files").1
    }

    /// Works out the files as they would be.
    fn out(&self, read: &Read, workbook: Option<&Book>) -> Result<Brought, Stop> {
        let one = |finding: Box<Finding>| Stop::Findings(vec![*finding]);
        let told_by_person = |r: &import::Record| matches!(r.who, Who::Person(_));
        let key = match read.records.iter().any(told_by_person) {
            true => Some(files::key(self)?.map_err(one)?),
            false => None,
        };
        let written = self.written();
        let (ids, double) = import::id::ids(&read.records, key.as_ref(), &written, self.name);
        if !double.is_empty() {
            return Err(Stop::Findings(double));
        }
        let known = course::known(self);
        let clock = validate::clock(self.folder, self.quarter.last_day());
        let entries: Vec<_> = ids
            .iter()
            .zip(&read.records)
            .map(|(id, record)| Entry { id, record })
            .collect();
        let placed: Vec<Place> = entries
            .iter()
            .map(|entry| match self.wish.everything {
                true => Place::Quarter,
                false => course::place(entry, &known, self.quarter, clock),
            })
            .collect();
        let both = entries.iter().zip(&placed);
        let reported: Vec<_> = both
            .filter(|(_, place)| **place == Place::Quarter)
            .map(|(entry, _)| *entry)
            .collect();
        let columns: BTreeSet<_> = read.columns.iter().filter_map(|c| c.key).collect();
        let source = self.source();
        let against = Against {
            source,
            moved_from: self.folder.bevakning.as_ref(),
            columns: &columns,
            vocabulary: self.vocabulary,
        };
        let mut merged = merge::merge(against, &reported);
        // A list of some rows, by their ids, says nothing of the others.
        if workbook.is_none() && read.records.iter().all(|r| matches!(r.who, Who::Id(_))) {
            merged.gone.clear();
        }
        let (beside, findings) = match workbook {
            Some(book) => workbook::sheets(self.name, book, source, self.vocabulary),
            None => (vec![], vec![]),
        };
        if findings.iter().any(|f| f.level == Level::Error) {
            return Err(Stop::Findings(findings));
        }
        let other_sheets = beside.len();
        merged.changes.extend(beside);
        sign(source, key.as_ref(), &mut merged.changes);
        let text = edited(source, &merged.changes)?;
        let rows = checked::rows(self, &text, &reported).map_err(Stop::Findings)?;
        let mut brought = Brought::default();
        brought.findings.extend(self.placed(findings));
        brought.replace(
            &self.path.join(format!("{}.yaml", self.quarter)),
            source,
            &text,
        )?;
        let watched = watch::watch(
            self,
            &entries,
            &placed,
            &columns,
            key.as_ref(),
            &mut brought,
        )?;
        if self.folder.decided.contains_key(&self.quarter) && brought.writes() {
            brought.notes.push(format!(
                "{} är fastställt: handlingarna ändras inte, men «evb plan» visar dem som «fastställd, \
                 skulle ändras»",
                self.quarter
            ));
        }
        if self.wish.case_list {
            lists::cases(self, &entries, &mut brought)?;
        }
        let without_reason = lists::without_reason(&rows);
        if let Some(path) = self.wish.reasons {
            lists::reasons(self, path, &without_reason, &mut brought)?;
        }
        brought.preview = Some(Preview {
            file: self.name.to_string(),
            target: source.path.to_string(),
            quarter: self.quarter,
            sheet: read.sheet.clone(),
            columns: read.columns.clone(),
            rows: read.records.len(),
            added: merged
                .added
                .iter()
                .map(|at| lists::added(&reported[*at]))
                .collect(),
            merged,
            watched,
            left_out: course::left_out(&entries, &placed),
            other_sheets,
            without_reason: without_reason.iter().map(|row| lists::told(row)).collect(),
        });
        Ok(brought)
    }

    /// Returns every id in the nämnd's files.
    fn written(&self) -> BTreeSet<String> {
        let quarters = self.folder.quarters.iter().map(|(_, source)| source);
        let files = quarters.chain(&self.folder.bevakning);
        files
            .flat_map(|source| merge::ids(source))
            .map(str::to_owned)
            .collect()
    }
}

/// Writes the key's fingerprint where it is not.
fn sign(source: &Source, key: Option<&Key>, changes: &mut Vec<Change>) {
    let Some(key) = key.filter(|_| import::lock::fingerprint(source).is_none()) else {
        return;
    };
    let route = Route::default().key("nyckelavtryck");
    changes.push(Change::Set(route, Value::Text(key.fingerprint())));
}

/// Returns a file's text after changes, or that it cannot be edited.
fn edited(source: &Source, changes: &[Change]) -> Result<String, Stop> {
    edit::apply(source, changes).map_err(|refused| {
        Stop::Error(Error::Edit {
            path: source.path.as_ref().into(),
            reason: refused.to_string(),
        })
    })
}
