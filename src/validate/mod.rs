//! Raw records in, values that cannot be impossible out, with every finding of
//! a file at once.
//!
//! One row or one file at a time; rules between figures and between quarters
//! are `reconcile`'s. A row with a fault becomes no value, and a quarter with
//! such a row becomes no document.

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::finding::Rule;
use crate::load::Folder;
use crate::load::catalogue::Catalogue;
use crate::load::fonts::Coverage;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::load::view::turning_days;
use crate::model::beslut::Beslut;
use crate::model::clock::Clock;
use crate::model::namnd::Namnd;
use crate::model::profile::Profile;
use crate::model::profile::Safeguards;
use crate::model::quarter::Quarter;
use crate::model::report::Order;
use crate::model::report::Report;

pub mod content;
pub mod correction;
pub mod dates;
pub mod documents;
pub mod events;
pub mod figures;
mod findings;
pub mod glyphs;
pub mod identity;
pub mod instans;
pub mod ivo;
pub mod levels;
mod mapping;
pub mod namnd;
pub mod papers;
pub mod quarter;
pub mod release;
pub mod row;
pub mod single;
pub mod texts;
pub mod vocabulary;

pub(crate) use findings::Findings;

/// Every rule of this room.
pub static RULES: [&Rule; 64] = [
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
    &quarter::ID_SAKNAS,
    &quarter::UPPGIFTER_FORE_SLUTET,
    &content::OSANNOLIK_ORSAK,
    &content::ORSAK_MOT_ERBJUDANDE,
    &content::AVSLUTSSKAL_UTAN_AVSLUT,
    &content::FORHANDSBESKED_I_ANNAN_LAG,
    &content::FORHANDSBESKED_MED_AVBROTT,
    &content::DOM_RAPPORTERAD,
    &content::SKYDDAD_MED_TEXT,
    &dates::HANDELSE_EFTER_UPPGIFTERNA,
    &dates::ERBJUDANDE_UTANFOR_TIDEN,
    &dates::DELVIS_UTANFOR_TIDEN,
    &dates::RAPPORTERAT_I_FEL_TID,
    &documents::HANDLING_FORE_UPPGIFTERNA,
    &namnd::LAGRUM_PASSAR_INTE,
    &instans::MOTTAGARE_SAKNAS,
    &instans::OKANT_BLOCK,
    &instans::TVETYDIGT_BLOCK,
    &instans::ANMALAN_MED_FORSLAG,
    &instans::BESLUT_HANVISAR,
    &instans::FLER_AN_TVA,
    &papers::INSTANS_SAKNAS,
    &papers::OKAND_TIDIGARE,
    &papers::TIDIGARE_EFTER,
    &papers::BARA_FOR_IVO,
    &papers::KVARTALSTEXT_SAKNAS,
    &events::FORE_KVARTALET,
    &events::ALDRIG_TRE_MANADER,
    &events::ANNU_INTE_TRE_MANADER,
    &figures::MINST_OCH_HOGST,
    &documents::HANDLING_UTAN_DATUM,
    &documents::DUBBEL_HANDLING,
    &namnd::SAKNAS_VID_DATUM,
    &namnd::LOGOTYP_SAKNAS,
    &namnd::OMVANT_FONSTER,
    &ivo::OKANT_LAGRUM,
    &levels::OKAND_REGEL,
    &levels::FAST_REGEL,
    &glyphs::TECKEN_SAKNAS,
    &identity::PERSONUPPGIFT,
    &identity::GATUADRESS,
    &single::TEXT_OM_ENSKILD,
    &release::GRANSKAD_UTAN_VERKAN,
    &texts::OKAND_TEXT,
    &texts::DUBBEL_TEXT,
    &texts::TEXT_UTAN_PLATS,
    &texts::OKAND_PLATSHALLARE,
    &texts::FOR_MYCKET_MARKDOWN,
    &documents::LAG_SAKNAS,
    &correction::RATTELSE_UTAN_VERKAN,
];

/// The rules of this room that a person may release.
pub const RELEASABLE: [&Rule; 3] = [
    &identity::PERSONUPPGIFT,
    &identity::GATUADRESS,
    &single::TEXT_OM_ENSKILD,
];

/// Checks everything in a folder that does not depend on a document: the nämnd
/// on every day something in it changes, every quarter, and every character.
pub fn folder(folder: &Folder, catalogue: &Catalogue) -> Checked {
    let coverage = &Coverage::new(&folder.own.fonts);
    let mut findings = glyphs::check(&folder.namnd, coverage);
    findings.extend(identity::namnd(&folder.namnd));
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
    days.push(newest_day(folder));
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
    let asked = &instans::asked(&folder.namnd);
    let mut reports = vec![];
    for (quarter, source) in &folder.quarters {
        let vocabulary = vocabulary::on(&folder.namnd, catalogue, quarter.last_day()).0;
        let clock = clock(folder, quarter.last_day());
        let setting = quarter::Setting {
            quarter: *quarter,
            vocabulary: &vocabulary,
            clock,
            law: &catalogue.law,
            window: namnd::window(&folder.namnd, &catalogue.law, *quarter),
            dated_on: None,
            asked,
        };
        let (report, mut found) = quarter::read(source, &setting);
        // A quarter may seem empty only because what it holds could not be read.
        let read = folder.findings.iter().all(|f| f.file != source.path);
        if !read || found.len() > 1 {
            found.retain(|f| f.rule.slug != quarter::UTAN_UPPGIFTER.slug);
        }
        let decided = folder.decided.get(quarter);
        found.extend(correction::check(
            source,
            report.correction.as_ref(),
            decided,
        ));
        found.extend(glyphs::check(source, coverage));
        found.extend(identity::quarter(source));
        let circumstances = &catalogue.circumstances;
        found.extend(single::check(source, &folder.namnd, &report, circumstances));
        found.extend(papers::check(folder, catalogue, source, &report));
        findings.extend(found);
        reports.push((*quarter, report));
    }
    if let Some(source) = &folder.import {
        let day = newest_day(folder);
        let vocabulary = vocabulary::on(&folder.namnd, catalogue, day).0;
        findings.extend(mapping::check(source, &vocabulary));
    }
    let watched = match &folder.bevakning {
        Some(source) => {
            findings.extend(identity::quarter(source));
            let (rows, _, found) = read_watched(folder, source, catalogue, newest_day(folder));
            findings.extend(found);
            rows
        }
        None => vec![],
    };
    Checked {
        reports,
        watched,
        findings,
    }
}

/// Reads the rows of a nämnd's files and nothing else: no texts and no papers,
/// only what stops a row from being read.
pub fn rows(folder: &Folder, catalogue: &Catalogue) -> Checked {
    let mut checked = Checked {
        reports: vec![],
        watched: vec![],
        findings: vec![],
    };
    for (quarter, source) in &folder.quarters {
        let vocabulary = vocabulary::on(&folder.namnd, catalogue, quarter.last_day()).0;
        let (report, found) = quarter::rows_of(source, *quarter, &vocabulary);
        checked.findings.extend(found);
        checked.reports.push((*quarter, report));
    }
    if let Some(source) = &folder.bevakning {
        let (rows, _, found) = read_watched(folder, source, catalogue, newest_day(folder));
        checked.watched = rows;
        checked.findings.extend(found);
    }
    checked
}

fn read_watched(
    folder: &Folder,
    source: &Source,
    catalogue: &Catalogue,
    day: NaiveDate,
) -> (Vec<Beslut>, bool, Vec<Finding>) {
    let vocabulary = vocabulary::on(&folder.namnd, catalogue, day).0;
    quarter::watched(source, &vocabulary, Quarter::of(day))
}

/// Returns the rows of `bevakning.yaml` as they stand when a quarter ends, or
/// nothing if one of them cannot be read.
pub fn watched(folder: &Folder, catalogue: &Catalogue, quarter: Quarter) -> Option<Vec<Beslut>> {
    let Some(source) = &folder.bevakning else {
        return Some(vec![]);
    };
    let (rows, complete, _) = read_watched(folder, source, catalogue, quarter.last_day());
    complete.then_some(rows)
}

/// Returns the day for what belongs to no quarter, such as `bevakning.yaml`:
/// the newest quarter's last, or without quarters the last day on which
/// something in `namnd.yaml` begins to hold.
pub(crate) fn newest_day(folder: &Folder) -> NaiveDate {
    let newest = folder.quarters.last();
    let mut days = vec![];
    if let Some(root) = &folder.namnd.root {
        turning_days(root, &mut days);
    }
    newest
        .map(|(quarter, _)| quarter.last_day())
        .or(days.into_iter().max())
        .unwrap_or_default()
}

fn same(a: &Finding, b: &Finding) -> bool {
    a.rule.slug == b.rule.slug && a.locus == b.locus && a.message == b.message
}

/// What a folder holds, checked.
pub struct Checked {
    /// The quarters, in time order; nothing where a row is at fault.
    pub reports: Vec<(Quarter, Report)>,
    /// The beslut that are watched until they are due (`bevakning.yaml`).
    pub watched: Vec<Beslut>,
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

/// Returns the profile a document is made with, if nobody asks for another.
pub fn profile(folder: &Folder, order: &Order) -> Profile {
    namnd::profile(&folder.namnd, order)
}

/// Returns how the nämnd protected small groups on a day.
pub fn safeguards(folder: &Folder, day: NaiveDate) -> Safeguards {
    namnd::safeguards(&folder.namnd, day)
}

/// Returns the clock the nämnd used on a day.
pub fn clock(folder: &Folder, day: NaiveDate) -> Clock {
    namnd::clock(&View::new(&folder.namnd, &keys::NAMND, Some(day)))
}
