//! One row after the other: a record of each, or its findings.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::At;
use super::Record;
use super::Setting;
use super::book::Book;
use super::book::Sheet;
use super::columns::plain;
use super::end;
use super::header::Layout;
use super::lagrum;
use super::meaning::Unknown;
use super::meaning::Words;
use super::offers;
use super::told::IMPORT_DATUM;
use super::told::IMPORT_RAD;
use super::told::Told;
use super::told::quoted;
use super::value::Line;
use super::who::Persons;
use crate::edit::Value;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Meaning;
use crate::personal;

/// Words that begin a row of sums.
const SUMS: [&str; 8] = [
    "totalt",
    "total",
    "totalsumma",
    "summa",
    "delsumma",
    "sum",
    "subtotal",
    "antal",
];

/// Reads every row below the headers.
pub(super) fn all(
    book: &Book,
    sheet: &Sheet,
    layout: &Layout,
    setting: &Setting<'_>,
    told: &mut Told,
) -> Vec<Record> {
    end::check(sheet, layout, told);
    let mut reader = Reader {
        layout,
        setting,
        words: Words::new(setting),
        persons: Persons::new(sheet, layout, setting.quarter),
        places: Arc::new(places(layout)),
        sheet: personal::mask(&sheet.name).into(),
    };
    let below = sheet.rows.iter().filter(|row| row.number > layout.row);
    let mut records = vec![];
    for row in below {
        let mut line = Line {
            sheet,
            layout,
            row,
            from_1904: book.from_1904,
            told,
        };
        if is_row(&mut line) {
            records.extend(reader.record(&mut line));
        }
    }
    records
}

/// Returns where each key of a row stands, also those that are made of others.
fn places(layout: &Layout) -> BTreeMap<&'static str, u32> {
    let own = layout.keys.iter();
    let mut places: BTreeMap<_, _> = own
        .filter_map(|(key, places)| Some((*key, places.first()?.0)))
        .collect();
    for (key, others) in [
        ("kön", &["personnummer", "födelsedatum"][..]),
        ("insats", &["lagrum"]),
        ("lag", &["lagrum", "insats"]),
        ("verkställt", &["slutdatum"]),
        ("avslutat", &["slutdatum"]),
        ("avslutsskäl", &["sluttyp"]),
        ("delvis", &["delvis_omfattning", "delvis_från"]),
        ("erbjudanden", &["erbjudande_datum"]),
    ] {
        let other = others.iter().find_map(|other| layout.column(other));
        if let (false, Some(column)) = (places.contains_key(key), other) {
            places.insert(key, column);
        }
    }
    places
}

/// Returns whether a row is one of the list: no sum, no repeated header, no
/// heading and no note.
fn is_row(line: &mut Line<'_>) -> bool {
    let (row, layout) = (line.row, line.layout);
    let first = row.cells.first().and_then(|(_, cell)| cell.text());
    let word = first.and_then(|text| text.split_whitespace().next());
    let dated = ["beslutsdatum", "avbrott"]
        .iter()
        .any(|key| line.cell(key).is_some());
    if !dated && word.is_some_and(|word| SUMS.contains(&plain(word).as_str())) {
        return false;
    }
    let used = |column: u32| layout.keys.values().flatten().any(|(at, _)| *at == column);
    let cells: Vec<_> = row
        .cells
        .iter()
        .filter(|(column, _)| used(*column))
        .collect();
    let header = |column: u32| layout.columns.iter().find(|(at, _)| *at == column);
    let again = cells.iter().all(|(column, cell)| {
        let header = header(*column).map(|(_, column)| plain(&column.header));
        cell.text()
            .is_some_and(|text| header.is_some_and(|header| header == plain(text)))
    });
    if again && cells.len() > 1 {
        return false;
    }
    // The workbook has rows with an id for beslut that have not come.
    if let [(column, _)] = cells.as_slice()
        && layout.column("id") == Some(*column)
    {
        return false;
    }
    if cells.len() < 2 {
        let message =
            "raden har inte mer än en ifylld cell i de kolumner som läses, och hoppas över";
        let help = "är det ett beslut, fyll i det; är det en rubrik eller en fotnot, låt den stå";
        let cell = line.first();
        line.told.look(&IMPORT_RAD, &cell, message, help);
        return false;
    }
    true
}

/// What the rows of one table share.
struct Reader<'a> {
    layout: &'a Layout,
    setting: &'a Setting<'a>,
    words: Words<'a>,
    persons: Persons,
    places: Arc<BTreeMap<&'static str, u32>>,
    sheet: Arc<str>,
}

impl Reader<'_> {
    fn record(&mut self, line: &mut Line<'_>) -> Option<Record> {
        let before = line.told.errors();
        line.faults();
        let decided_on = line.date("beslutsdatum");
        let avbrott_on = line.event("avbrott");
        if decided_on.is_none() && avbrott_on.is_none() && line.told.errors() == before {
            let key = if self.layout.has("beslutsdatum") {
                "beslutsdatum"
            } else {
                "avbrott"
            };
            let cell = line.at(key);
            let message = "raden har varken beslutsdatum eller avbrott";
            let help = "fyll i ett av dem, eller ta bort raden";
            line.told.cell(&IMPORT_DATUM, &cell, message, help);
        }
        let born_before = decided_on.or(avbrott_on);
        let person = self.persons.read(line, born_before);
        let insats = self.insats(line);
        let ended = end::read(line, &mut self.words);
        let mut fields = Fields(vec![]);
        fields.text("kön", person.kon.map(str::to_owned));
        fields.text("insats", insats.as_ref().map(|(id, _)| id.to_string()));
        fields.text("lag", self.lag(line, insats.as_ref()));
        fields.day("beslutsdatum", decided_on);
        fields.day("avbrott", avbrott_on);
        fields.day("verkställt", ended.executed_on);
        fields.day("avslutat", ended.closed_on);
        let why = line.written("avslutsskäl");
        let why = why.and_then(|why| known(line, "avslutsskäl", self.words.avslutsskal(&why)));
        fields.text("avslutsskäl", why.or(ended.why).map(|why| why.to_string()));
        let orsak = line.written("orsak");
        let orsak = orsak.and_then(|orsak| known(line, "orsak", self.words.orsak(&orsak)));
        fields.text("orsak", orsak.map(|orsak| orsak.to_string()));
        fields.text("underorsak", line.text("underorsak"));
        fields.value("delvis", offers::delvis(line));
        for key in ["förhandsbesked", "dom", "skyddad"] {
            fields.text(key, line.yes(key).then(|| "ja".to_owned()));
        }
        fields.text("ersätter", line.text("ersätter"));
        fields.value("erbjudanden", offers::offers(line));
        fields.text("avdelning", line.text("avdelning"));
        fields.text("utförare", line.text("utförare"));
        fields.text("regi", line.word("regi", &REGI).map(str::to_owned));
        let due = line.quarter("borde_rapporterats");
        fields.text("borde_rapporterats", due.map(|quarter| quarter.to_string()));
        fields.value("rapporterat", offers::reported(line));
        fields.text("anteckning", line.text("anteckning"));
        let nr = line.number("nr");
        let case = line.written("ärendenummer");
        if line.told.errors() > before {
            return None;
        }
        let (insats, act) = insats?;
        Some(Record {
            cell: line.first(),
            at: At {
                sheet: Arc::clone(&self.sheet),
                columns: Arc::clone(&self.places),
                row: line.row.number,
            },
            who: person.who?,
            case: case.filter(|case| personal::find(case).is_empty()),
            fields: fields.0,
            insats,
            act,
            decided_on,
            avbrott_on,
            executed_on: ended.executed_on,
            closed_on: ended.closed_on,
            nr,
        })
    }

    /// Returns the insats of a row and its act.
    fn insats(&mut self, line: &mut Line<'_>) -> Option<(InsatsId, Act)> {
        let mut said = None;
        for key in ["lagrum", "lag"] {
            let Some(written) = line.written(key) else {
                continue;
            };
            match lagrum::read(&written) {
                Some(lagrum) => said = said.or(Some(lagrum)),
                None if said.is_none() => {
                    let message = format!("{key} kan inte vara {}", quoted(&written));
                    let help = "skriv SoL, LSS eller ett lagrum som LSS 9 § 4; andra lagar hör inte \
                                hit";
                    line.wrong(key, &message, help);
                }
                None => {}
            }
        }
        let name = line.written("insats").unwrap_or_default();
        known(line, "insats", self.words.insats(&name, said))
    }

    /// Returns the act where a row must say it: the insats is in both. A row of
    /// our own workbook says what it said.
    fn lag(&self, line: &Line<'_>, insats: Option<&(InsatsId, Act)>) -> Option<String> {
        let (id, act) = insats?;
        let found = self.setting.vocabulary.insatser.find(id, &Act::ALL);
        let both = matches!(found, Meaning::Several(..));
        let said = self.layout.is_ours() && line.cell("lag").is_some();
        (both || said).then(|| act.name().to_owned())
    }
}

/// Returns what a word means, or tells that it means nothing.
fn known<T>(line: &mut Line<'_>, key: &str, found: Result<T, Unknown>) -> Option<T> {
    match found {
        Ok(meant) => Some(meant),
        Err((rule, message, help)) => {
            let cell = line.at(key);
            line.told.cell(rule, &cell, &message, &help);
            None
        }
    }
}

/// Words for who runs what, and what they mean.
const REGI: [(&str, &str); 10] = [
    ("egen", "egen"),
    ("egenregi", "egen"),
    ("kommunal", "egen"),
    ("kommunen", "egen"),
    ("extern", "extern"),
    ("externregi", "extern"),
    ("privat", "extern"),
    ("entreprenad", "extern"),
    ("upphandlad", "extern"),
    ("lov", "extern"),
];

/// The keys of a row, as they are read.
struct Fields(Vec<(&'static str, Value)>);

impl Fields {
    fn value(&mut self, key: &'static str, value: Option<Value>) {
        self.0.extend(value.map(|value| (key, value)));
    }

    fn text(&mut self, key: &'static str, text: Option<String>) {
        self.value(key, text.map(Value::Text));
    }

    fn day(&mut self, key: &'static str, day: Option<NaiveDate>) {
        self.text(key, day.map(|day| day.to_string()));
    }
}
