//! Completing a paper with what is known only after the meeting: its paragraph,
//! the day, its date, its diarienummer.
//!
//! A value is checked before anything is written, and the changed file before it
//! takes the place of the old one: with an error that it did not have, nothing
//! is written. Every other byte of the file stays.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit;
use crate::edit::Change;
use crate::edit::Value;
use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::draw::Placed;
use crate::load;
use crate::load::Folder;
use crate::load::catalogue;
use crate::load::keys;
use crate::load::schema;
use crate::load::source::Source;
use crate::load::values;
use crate::model::report::Report;
use crate::pipeline::decided;
use crate::pipeline::releasable;
use crate::validate;
use crate::write;

mod papers;

pub use papers::Paper;
pub use papers::Papers;
pub use papers::Wish;
pub use papers::papers;

/// A value of a paper that may come late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The paragraph of the minutes.
    Paragraf,
    /// The day of the meeting.
    Sammantrade,
    /// The paper's own date.
    Datum,
    /// The registration number.
    Diarienummer,
}

impl Field {
    /// All of them, in the order they are written and told.
    pub const ALL: [Self; 4] = [
        Self::Paragraf,
        Self::Sammantrade,
        Self::Datum,
        Self::Diarienummer,
    ];

    /// Returns the key in the quarter's file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paragraf => "paragraf",
            Self::Sammantrade => "sammanträde",
            Self::Datum => "datum",
            Self::Diarienummer => "diarienummer",
        }
    }

    /// Returns a value as it is told: «§ 12», «sammanträde 2024-01-24».
    pub fn told(self, value: &str) -> String {
        match self {
            Self::Paragraf => format!("§ {value}"),
            Self::Sammantrade | Self::Datum | Self::Diarienummer => {
                format!("{} {value}", self.name())
            }
        }
    }

    /// Returns what was typed as it is written in the file, or what is wrong with
    /// it and what to do.
    pub fn checked(self, typed: &str) -> Result<String, String> {
        let typed = typed.trim();
        let value = match self {
            Self::Paragraf => typed.trim_start_matches('§').trim_start(),
            Self::Sammantrade | Self::Datum | Self::Diarienummer => typed,
        };
        if value.is_empty() {
            return Err(format!("«{}» saknar värde", self.name()));
        }
        let table = keys::QUARTER
            .key("handlingar")
            .and_then(|key| key.kind.table());
        let key = table.and_then(|table| table.key(self.name()));
        let kind = &key.expect("a paper has this key").kind;
        match values::check(value, kind, self.name()) {
            Ok(()) => Ok(value.to_owned()),
            Err((_, message, help)) => Err(format!("{message}; {help}")),
        }
    }
}

/// What became of a paper.
#[derive(Debug)]
pub enum Outcome {
    /// Everything stood there already.
    Unchanged,
    /// The file would have these errors, and is as it was.
    Refused(Vec<Placed>),
    /// The file has the new values.
    Written(Written),
}

/// What was written.
#[derive(Debug)]
pub struct Written {
    /// The values, with those that stood there before.
    pub changed: Vec<(Field, Option<String>, String)>,
    /// New warnings about the file.
    pub warnings: Vec<Placed>,
    /// Whether the paper is decided, so that its file stays as it is.
    pub decided: bool,
    /// What an extract of minutes still lacks to be final.
    pub lacks: Vec<Field>,
}

/// Sets values of a paper.
pub fn set(paper: &Paper, values: &[(Field, String)]) -> Result<Outcome, Error> {
    let (folder, errors) = load::read(&paper.folder);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let refused = |reason: String| Error::Edit {
        path: paper.file.clone(),
        reason,
    };
    // The file is read anew: somebody may have changed it since it was asked about.
    let now = papers::of(&paper.folder, &folder)
        .into_iter()
        .find(|other| other.quarter == paper.quarter && other.id == paper.id)
        .ok_or_else(|| refused(format!("handlingen «{}» finns inte längre", paper.id)))?;
    let mut changed = vec![];
    for (field, value) in values {
        let before = now.values.get(field);
        if before != Some(value) {
            changed.push((*field, before.cloned(), value.clone()));
        }
    }
    changed.sort_by_key(|(field, ..)| *field);
    if changed.is_empty() {
        return Ok(Outcome::Unchanged);
    }
    let quarter = |(quarter, _): &&(_, Source)| *quarter == paper.quarter;
    let Some((_, source)) = folder.quarters.iter().find(quarter) else {
        return Err(refused(format!(
            "det finns inget kvartal {}",
            paper.quarter
        )));
    };
    let change = |(field, _, value): &(Field, Option<String>, String)| {
        let route = now.route.key(field.name());
        Change::Set(route, Value::Text(value.clone()))
    };
    let changes: Vec<_> = changed.iter().map(change).collect();
    let text = edit::apply(source, &changes).map_err(|why| refused(why.to_string()))?;
    let bytes = edit::bytes(source, &text);
    let (before, _) = checked(&folder, &source.path);
    let path = Arc::clone(&source.path);
    let folder = with(folder, &path, &bytes);
    let (after, reports) = checked(&folder, &path);
    let (errors, warnings): (Vec<_>, Vec<_>) = new(after, &before)
        .into_iter()
        .partition(|finding| finding.level == Level::Error);
    if !errors.is_empty() {
        return Ok(Outcome::Refused(folder.placed(errors)));
    }
    write::file(&paper.file, &bytes)?;
    let report = reports
        .iter()
        .find(|report| report.quarter == paper.quarter);
    let decided = report.and_then(|report| decided::state(&folder, report).decided);
    let after = papers::of(&paper.folder, &folder);
    let after = after
        .iter()
        .find(|other| other.quarter == paper.quarter && other.id == paper.id);
    Ok(Outcome::Written(Written {
        changed,
        decided: decided.is_some_and(|decided| decided.paper(&paper.id).is_some()),
        lacks: after.map_or(vec![], Paper::unfinished),
        warnings: folder.placed(warnings),
    }))
}

/// Returns the folder with other bytes in one of its quarters' files.
fn with(mut folder: Folder, path: &Arc<str>, bytes: &[u8]) -> Folder {
    folder.findings.retain(|finding| finding.file != *path);
    let (mut source, faults) = Source::read(Arc::clone(path), bytes);
    folder.findings.extend(faults);
    folder
        .findings
        .extend(schema::check(&mut source, &keys::QUARTER, false));
    for (_, known) in &mut folder.quarters {
        if known.path == *path {
            *known = source;
            break;
        }
    }
    folder
}

/// Returns what is to be said of one file, and every quarter.
fn checked(folder: &Folder, path: &Arc<str>) -> (Vec<Finding>, Vec<Report>) {
    let checked = validate::folder(folder, &catalogue::built_in());
    let mut findings = folder.findings.clone();
    findings.extend(checked.findings);
    validate::release::apply(&mut findings, folder, &releasable());
    validate::levels::apply(&mut findings, folder);
    findings.retain(|finding| finding.file == *path);
    let reports = checked.reports.into_iter().map(|(_, report)| report);
    (findings, reports.collect())
}

/// Returns the findings that were not there before. Places move with the text,
/// so the words are held against each other.
fn new(after: Vec<Finding>, before: &[Finding]) -> Vec<Finding> {
    let said = |finding: &Finding| (finding.rule.slug, finding.message.clone());
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in before {
        *known.entry(said(finding)).or_default() += 1;
    }
    let mut new = vec![];
    for finding in after {
        match known.get_mut(&said(&finding)) {
            Some(left) if *left > 0 => *left -= 1,
            _ => new.push(finding),
        }
    }
    new
}
