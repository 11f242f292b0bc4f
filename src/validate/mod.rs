//! Raw records in, values that cannot be impossible out, with every finding of
//! a file at once.
//!
//! One row or one file at a time; rules between figures and between quarters
//! are `reconcile`'s. A row with a fault becomes no value, and a quarter with
//! such a row becomes no document.

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::Folder;
use crate::load::catalogue::Catalogue;
use crate::load::fonts::Coverage;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::load::view::turning_days;
use crate::model::clock::Clock;
use crate::model::namnd::Namnd;
use crate::model::quarter::Quarter;
use crate::model::report::Report;

pub mod documents;
pub mod events;
pub mod figures;
pub mod glyphs;
pub mod namnd;
pub mod quarter;
pub mod row;
pub mod texts;
pub mod vocabulary;

/// Every rule of this room.
pub static RULES: [&Rule; 27] = [
    &vocabulary::EGET_ID_UPPTAGET,
    &vocabulary::OKAND_INSATS,
    &vocabulary::TVETYDIG_INSATS,
    &vocabulary::INSATS_I_ANNAN_LAG,
    &vocabulary::OKAND_ORSAK,
    &vocabulary::OKANT_AVSLUTSSKAL,
    &row::DATUM_SAKNAS,
    &row::AVBROTT_FORE_BESLUT,
    &row::SLUT_FORE_START,
    &row::BADE_OCH,
    &quarter::DUBBELT_LOPNUMMER,
    &quarter::DUBBELT_ID,
    &quarter::ANNAT_KVARTAL,
    &quarter::UTAN_UPPGIFTER,
    &events::FORE_KVARTALET,
    &events::ALDRIG_TRE_MANADER,
    &events::ANNU_INTE_TRE_MANADER,
    &figures::MINST_OCH_HOGST,
    &documents::HANDLING_UTAN_DATUM,
    &documents::DUBBEL_HANDLING,
    &namnd::SAKNAS_VID_DATUM,
    &namnd::LOGOTYP_SAKNAS,
    &glyphs::TECKEN_SAKNAS,
    &texts::OKAND_TEXT,
    &texts::OKAND_PLATSHALLARE,
    &texts::FOR_MYCKET_MARKDOWN,
    &documents::LAG_SAKNAS,
];

/// Collects the findings of one file.
pub(crate) struct Findings<'a> {
    source: &'a Source,
    list: Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(source: &'a Source) -> Self {
        Self {
            source,
            list: vec![],
        }
    }

    pub(crate) fn value(
        &mut self,
        rule: &'static Rule,
        route: &Route,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let locus = Locus::Value(route.clone());
        self.list
            .push(Finding::new(rule, &self.source.path, locus, message, help));
    }

    pub(crate) fn key(
        &mut self,
        rule: &'static Rule,
        route: &Route,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let locus = Locus::Key(route.clone());
        self.list
            .push(Finding::new(rule, &self.source.path, locus, message, help));
    }

    pub(crate) fn at(
        &mut self,
        rule: &'static Rule,
        locus: Locus,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.list
            .push(Finding::new(rule, &self.source.path, locus, message, help));
    }

    pub(crate) fn into_list(self) -> Vec<Finding> {
        self.list
    }
}

/// Checks everything in a folder that does not depend on a document: the nämnd
/// on every day something in it changes, every quarter, and every character.
pub fn folder(folder: &Folder, catalogue: &Catalogue) -> Checked {
    let coverage = &Coverage::new(&folder.own.fonts);
    let mut findings = glyphs::check(&folder.namnd, coverage);
    let mut days: Vec<NaiveDate> = vec![];
    if let Some(root) = &folder.namnd.root {
        turning_days(root, &mut days);
    }
    days.extend(
        folder
            .quarters
            .iter()
            .map(|(quarter, _)| quarter.last_day()),
    );
    days.sort();
    days.dedup();
    for day in days {
        let (namnd, mut found) = namnd::on(&folder.namnd, catalogue, day);
        found.extend(namnd.and_then(|namnd| namnd::missing_logo(folder, &namnd, day)));
        for finding in found {
            if !findings.iter().any(|known: &Finding| same(known, &finding)) {
                findings.push(finding);
            }
        }
    }
    let mut reports = vec![];
    for (quarter, source) in &folder.quarters {
        let vocabulary = vocabulary::on(&folder.namnd, catalogue, quarter.last_day()).0;
        let clock = clock(folder, quarter.last_day());
        let (report, found) = quarter::read(source, *quarter, &vocabulary, clock, &catalogue.law);
        findings.extend(glyphs::check(source, coverage));
        findings.extend(found);
        reports.push((*quarter, report));
    }
    // A row of `bevakning.yaml` is held against the newest quarter's vocabulary.
    if let (Some(source), Some((last, _))) = (&folder.bevakning, folder.quarters.last()) {
        let vocabulary = vocabulary::on(&folder.namnd, catalogue, last.last_day()).0;
        findings.extend(quarter::check_watched(source, &vocabulary, *last));
    }
    Checked { reports, findings }
}

fn same(a: &Finding, b: &Finding) -> bool {
    a.rule.slug == b.rule.slug && a.locus == b.locus && a.message == b.message
}

/// What a folder holds, checked.
pub struct Checked {
    /// The quarters, in time order; nothing where a row is at fault.
    pub reports: Vec<(Quarter, Report)>,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// Returns the nämnd as it was on a day, or nothing if its names are not known
/// for that day.
pub fn namnd_on(
    folder: &Folder,
    catalogue: &Catalogue,
    day: NaiveDate,
) -> (Option<Namnd>, Vec<Finding>) {
    namnd::on(&folder.namnd, catalogue, day)
}

/// Returns the clock the nämnd used on a day.
pub fn clock(folder: &Folder, day: NaiveDate) -> Clock {
    namnd::clock(&View::new(&folder.namnd, &keys::NAMND, Some(day)))
}

/// Returns the rules the nämnd has set a level for, with their places.
pub fn rules_named(folder: &Folder) -> Vec<(&str, Route)> {
    let view = View::new(&folder.namnd, &keys::NAMND, None);
    view.entries("regler")
        .into_iter()
        .map(|(slug, entry)| (slug, entry.route))
        .collect()
}
