//! The IVO-rapportör's desk: what is due on a day, over every beslut that is
//! followed, and the files it is told in.
//!
//! All quarters are read, so that a row that somebody has forgotten is still
//! followed. Rows that cannot be read are told, since nothing due may fall away
//! in silence.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use chrono::Days;
use chrono::NaiveDate;

use crate::derive::duty;
use crate::derive::duty::calendar::is_told;
use crate::error::Error;
use crate::export;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::draw::Placed;
use crate::load;
use crate::load::Folder;
use crate::load::catalogue;
use crate::load::catalogue::Catalogue;
use crate::load::key_list;
use crate::model::duty::Task;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::narrate::ivo;
use crate::narrate::ivo::Setting;
use crate::narrate::number::Numbers;
use crate::personal;
use crate::pipeline::releasable;
use crate::validate;
use crate::validate::Checked;
use crate::write;

mod done;

pub use crate::narrate::ivo::Line;
pub use crate::narrate::ivo::Standing;
pub use done::Done;
pub use done::done;

/// How many days ahead a calendar reaches: a whole round.
pub const CALENDAR_DAYS: u32 = 92;

/// The steps of a round begin a month before its mark, and end two months
/// after at the most in the window.
const ROUND_DAYS: u64 = 62;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// Only these nämnder, if any is named.
    pub namnder: &'a [String],
    /// The day.
    pub today: NaiveDate,
    /// How many days ahead to look.
    pub ahead: u32,
    /// The key list, to show case numbers.
    pub key_list: Option<&'a Path>,
    /// Where to write a calendar.
    pub ics: Option<&'a Path>,
    /// Where to write a table.
    pub csv: Option<&'a Path>,
}

/// What is due.
#[derive(Debug)]
pub struct Desk {
    /// The day.
    pub today: NaiveDate,
    /// How many days ahead it looks.
    pub ahead: u32,
    /// The duties, the most urgent first.
    pub lines: Vec<Line>,
    /// The case number of an id: for a screen, never for a file.
    pub cases: BTreeMap<String, String>,
    /// How numbers are written.
    pub numbers: Numbers,
    /// What stops rows from being followed.
    pub findings: Vec<Placed>,
    /// What the world would not let us do.
    pub errors: Vec<Error>,
    /// What was asked for and is not there, in words.
    pub unmatched: Vec<String>,
    /// What else is to be known, in words.
    pub notes: Vec<String>,
    /// The files that were written.
    pub written: Vec<PathBuf>,
}

impl Desk {
    /// Returns the duties as JSON.
    pub fn as_json(&self) -> String {
        export::duties::json(&self.lines, self.today, self.ahead)
    }

    /// Returns how far it looks ahead, in words.
    pub fn ahead_in_words(&self) -> String {
        ivo::ahead(self.ahead, self.numbers)
    }

    /// Returns a text for the case number's place in a table.
    pub fn case(&self, line: &Line) -> &str {
        self.cases.get(&line.id).map_or("", String::as_str)
    }
}

/// Looks at every nämnd below a path.
pub fn desk(path: &Path, wish: Wish<'_>) -> Result<Desk, Error> {
    let catalogue = catalogue::built_in();
    let found = load::find(path)?;
    let mut desk = Desk {
        today: wish.today,
        ahead: wish.ahead,
        lines: vec![],
        cases: wish
            .key_list
            .map(key_list::read)
            .transpose()?
            .unwrap_or_default(),
        numbers: Numbers::default(),
        findings: vec![],
        errors: found.errors,
        unmatched: vec![],
        notes: vec![],
        written: vec![],
    };
    // A calendar is for longer than a list to work through.
    let reach = match wish.ics {
        Some(_) => wish.ahead.max(CALENDAR_DAYS),
        None => wish.ahead,
    };
    let mut seen = vec![];
    for path in &found.folders {
        let name = load::name_of(path);
        if wish.namnder.is_empty() || wish.namnder.contains(&name) {
            let (folder, errors) = load::read(path);
            desk.errors.extend(errors);
            one(&folder, &catalogue, reach, &mut desk);
        }
        seen.push(name);
    }
    let unknown = wish.namnder.iter().filter(|name| !seen.contains(name));
    let unknown = unknown.map(|name| format!("det finns ingen nämnd «{name}»"));
    desk.unmatched.extend(unknown);
    desk.lines.sort_by(|a, b| urgency(a).cmp(&urgency(b)));
    if let Some(path) = wish.ics {
        let text = export::calendar::calendar(&desk.lines, desk.today);
        write::file(path, text.as_bytes())?;
        desk.written.push(path.to_owned());
    }
    let last = desk.today + Days::new(desk.ahead.into());
    desk.lines.retain(|line| line.from <= last);
    if let Some(path) = wish.csv {
        write::file(path, &export::duties::csv(&desk.lines))?;
        desk.written.push(path.to_owned());
    }
    Ok(desk)
}

/// Orders duties: the most urgent first, then by day, nämnd and beslut.
fn urgency(line: &Line) -> (Standing, NaiveDate, &str, &str, Task) {
    let Line {
        standing,
        due_on,
        namnd,
        id,
        task,
        ..
    } = line;
    (*standing, *due_on, namnd, id, *task)
}

/// Adds the duties of one nämnd, and what stops some from being seen.
fn one(folder: &Folder, catalogue: &Catalogue, reach: u32, desk: &mut Desk) {
    let checked = validate::rows(folder, catalogue);
    let (namnd, found) = validate::namnd_on(folder, catalogue, desk.today);
    let mut findings = folder.findings.clone();
    findings.extend(checked.findings.iter().cloned());
    for finding in found {
        let same =
            |known: &Finding| (&known.locus, &known.message) == (&finding.locus, &finding.message);
        if !findings.iter().any(same) {
            findings.push(finding);
        }
    }
    let releasable = releasable();
    findings.retain(|finding| {
        let released = releasable.iter().any(|rule| rule.slug == finding.rule.slug);
        finding.level == Level::Error && finding.rule.fixed && !released
    });
    desk.findings.extend(folder.placed(findings));
    desk.notes.extend(without_id(folder, &checked));
    let Some(namnd) = namnd else {
        return;
    };
    desk.numbers = Numbers::new(namnd.style.words_to);
    let reports: Vec<&Report> = checked.reports.iter().map(|(_, report)| report).collect();
    let until = desk.today + Days::new(ROUND_DAYS + u64::from(reach));
    for followed in duty::follow(&reports, &checked.watched, desk.today) {
        let owed = duty::owed(
            &followed,
            namnd.clock,
            &namnd.ivo.windows,
            Quarter::of(until),
        );
        if owed.iter().all(|owed| owed.sent) {
            continue;
        }
        let Some(newest) = followed.newest() else {
            continue;
        };
        let granted = namnd.granted(newest);
        let who = namnd.ivo.responsibilities.of(&granted);
        let setting = Setting {
            namnd: &folder.name,
            title_sol: &namnd.ivo.title_sol,
            numbers: desk.numbers,
            today: desk.today,
        };
        // An id is no place for a personnummer, but nothing hinders it.
        let id = personal::mask(followed.id);
        let duties = duty::duties(&followed, &owed, &who, &namnd.ivo.workdays);
        let told = duties
            .iter()
            .filter(|duty| is_told(duty, desk.today, reach))
            .map(|duty| ivo::line(&id, duty, &granted, &who, &setting));
        desk.lines.extend(told);
    }
}

/// Tells of open rows that cannot be followed, since they have no id.
fn without_id(folder: &Folder, checked: &Checked) -> Option<String> {
    let newest = checked.reports.last().map(|(_, report)| report);
    let rows = newest.into_iter().flat_map(Report::counted);
    let open = rows
        .chain(&checked.watched)
        .filter(|row| row.id.is_none() && row.status.remains());
    let what = match open.count() {
        0 => return None,
        1 => "ett beslut saknar id och kan inte följas".to_owned(),
        n => format!("{n} beslut saknar id och kan inte följas"),
    };
    Some(format!("{}: {what}", folder.name))
}
