//! The lists an import may leave beside: ids with their case numbers, beside the
//! key, and the rows that lack a reason, to fill in and import.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::edit;
use crate::edit::Value;
use crate::error::Error;
use crate::import::merge::Entry;
use crate::load::key_list;
use crate::load::outside;
use crate::load::secret;
use crate::model::beslut::Beslut;
use crate::model::beslut::kon_word;
use crate::pipeline::bring::Brought;
use crate::pipeline::bring::Work;
use crate::pipeline::bring::files;

const CASES: [&str; 2] = ["id", "ärendenummer"];
const REASONS: [&str; 7] = [
    "id",
    "insats",
    "lag",
    "kön",
    "beslutsdatum",
    "avbrott",
    "orsak",
];

/// The place of the act, which stands only where the insats exists in both.
const LAG: usize = 2;

/// Adds the list of ids and case numbers; what it holds already stays.
pub(super) fn cases(
    work: &Work<'_>,
    entries: &[Entry<'_>],
    brought: &mut Brought,
) -> Result<(), Error> {
    let Some(path) = files::case_list(work) else {
        let note = "nyckellistan skrevs inte: nämnden har ingen nyckel som den kan ligga bredvid";
        brought.notes.push(note.to_owned());
        return Ok(());
    };
    if secret::exposed(work.path, &path).is_some() {
        let note = "nyckellistan skrevs inte: nyckeln ligger bland uppgifterna eller handlingarna";
        brought.notes.push(note.to_owned());
        return Ok(());
    }
    let mut list = BTreeMap::new();
    if let Some(text) = outside::text_if_there(&path)? {
        let head = text.trim_start_matches('\u{feff}').lines().next();
        if head != Some(&CASES.join(";")) {
            let note = "nyckellistan skrevs inte: den har andra kolumner än id och ärendenummer";
            brought.notes.push(note.to_owned());
            return Ok(());
        }
        list = key_list::read(&path)?;
    }
    let named = entries.iter().filter_map(|entry| {
        let case = entry.record.case.as_ref()?;
        Some((entry.id.to_owned(), case.clone()))
    });
    list.extend(named);
    if list.is_empty() {
        let note = "nyckellistan skrevs inte: filen har ingen kolumn med ärendenummer";
        brought.notes.push(note.to_owned());
        return Ok(());
    }
    let rows = list.into_iter().map(|(id, case)| vec![id, case]);
    brought.table(&path, &table(&CASES, rows))
}

/// Returns the rows that remain without a reason.
pub(super) fn without_reason(rows: &[Beslut]) -> Vec<&Beslut> {
    let lacks = |row: &&Beslut| row.orsak.is_none() && row.status.remains();
    rows.iter().filter(lacks).collect()
}

/// Returns a new row on one line, as it is told.
pub(super) fn added(entry: &Entry<'_>) -> String {
    let fields = entry.record.fields.iter();
    let fields = fields.map(|(key, value)| ((*key).to_owned(), value.clone()));
    let line = edit::flow(&Value::Map(fields.collect()));
    format!("{}  {}", entry.id, line.trim_matches(['{', '}']))
}

/// Returns a row that lacks a reason, as it is told.
pub(super) fn told(row: &Beslut) -> String {
    let [id, insats, _, kon, decided, avbrott, _] = cells(row);
    let since = match avbrott.as_str() {
        "" => format!("beslutsdatum {decided}"),
        _ => format!("avbrott {avbrott}"),
    };
    format!("{id}  {insats}, {kon}, {since}")
}

/// Adds the list of rows that lack a reason. Another file is not written over.
pub(super) fn reasons(
    work: &Work<'_>,
    path: &Path,
    rows: &[&Beslut],
    brought: &mut Brought,
) -> Result<(), Error> {
    if outside::exists(path) {
        return Err(Error::Write {
            path: path.to_owned(),
            cause: io::ErrorKind::AlreadyExists.into(),
        });
    }
    if rows.is_empty() {
        let note = "listan över orsaker skrevs inte: alla rader som kvarstår har en orsak";
        brought.notes.push(note.to_owned());
        return Ok(());
    }
    let several = |row: &Beslut| {
        let insats = work.vocabulary.insatser.get(&row.insats);
        insats.is_some_and(|insats| insats.acts().count() > 1)
    };
    let rows = rows.iter().map(|row| {
        let mut cells = cells(row);
        if !several(row) {
            cells[LAG].clear();
        }
        cells.to_vec()
    });
    brought.table(path, &table(&REASONS, rows))
}

fn cells(row: &Beslut) -> [String; REASONS.len()] {
    let date = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        row.id.as_deref().unwrap_or_default().to_owned(),
        row.insats.to_string(),
        row.act.name().to_owned(),
        kon_word(row.sex, row.age).to_owned(),
        date(row.waiting.decided_on()),
        date(row.waiting.avbrott_on()),
        String::new(),
    ]
}

/// Returns a table as Swedish Excel reads it: semicolons, Windows line ends.
fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![]);
    let known = "a table in memory can always be written";
    writer.write_record(head).expect(known);
    for row in rows {
        writer.write_record(row).expect(known);
    }
    let bytes = writer.into_inner().expect(known);
    String::from_utf8(bytes).expect("only texts were written")
}
