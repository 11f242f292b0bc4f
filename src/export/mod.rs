//! Published figures as data for other programs: the JSON that travels with
//! every PDF.
//!
//! Its own `format: 1`. Counts that are not listed are zero where `räknat` is
//! true (who is new, and what is late, only where `följt` is), else unknown.
//! Takes `Published` only, as everything that speaks. What was decided is in
//! `decided`, what differs between two sets in `differences`.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::beslut::Status;
use crate::model::beslut::kon_word;
use crate::model::decided::Correction;
use crate::model::decided::Told;
use crate::model::namnd::Namnd;
use crate::model::report::Order;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::protect::Cell;
use crate::protect::Published;
use crate::protect::Row as Listed;

pub mod calendar;
pub mod decided;
pub mod differences;
pub mod duties;

/// The file.
#[derive(Serialize)]
struct File<'a> {
    format: u32,
    program: &'static str,
    kommun: &'a str,
    #[serde(rename = "nämnd")]
    namnd: &'a str,
    #[serde(rename = "märkning", skip_serializing_if = "Option::is_none")]
    marking: Option<&'a str>,
    kvartal: String,
    handling: &'a str,
    datum: String,
    profil: &'static str,
    /// The acts it is limited to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lagar: Vec<&'static str>,
    #[serde(rename = "rättelse", skip_serializing_if = "Option::is_none")]
    correction: Option<Corrected<'a>>,
    #[serde(rename = "räknat")]
    counted: bool,
    #[serde(rename = "följt")]
    followed: bool,
    siffror: Vec<Number<'a>>,
    beslut: Vec<Row<'a>>,
}

/// Why the figures are not those first told.
#[derive(Serialize)]
struct Corrected<'a> {
    datum: String,
    #[serde(rename = "skäl")]
    reason: &'a str,
}

impl<'a> From<&'a Correction> for Corrected<'a> {
    fn from(correction: &'a Correction) -> Self {
        Self {
            datum: correction.on.to_string(),
            reason: &correction.reason,
        }
    }
}

/// One figure: what it is of, and how many.
#[derive(Serialize)]
struct Number<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    grupp: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lag: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    insats: Option<&'a str>,
    #[serde(rename = "kön", skip_serializing_if = "Option::is_none")]
    sex: Option<&'static str>,
    #[serde(rename = "ålder", skip_serializing_if = "Option::is_none")]
    age: Option<&'static str>,
    #[serde(rename = "mått")]
    measure: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    avser: Option<&'static str>,
    #[serde(rename = "värde")]
    value: Value,
}

/// A number, or the word for one that is not told.
#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Shown(u32),
    Hidden(&'static str),
}

/// One beslut of the list.
#[derive(Serialize)]
struct Row<'a> {
    nr: u32,
    #[serde(rename = "kön")]
    kon: &'static str,
    lag: &'static str,
    insats: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    beslutsdatum: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    avbrott: Option<String>,
    #[serde(rename = "verkställt", skip_serializing_if = "Option::is_none")]
    executed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    avslutat: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    orsak: Option<&'a str>,
    dagar: u32,
}

/// Returns the published figures of a document, and why they are corrected if
/// they are.
pub fn figures(
    namnd: &Namnd,
    order: &Order,
    published: &Published,
    correction: Option<&Correction>,
) -> Vec<u8> {
    let covered =
        |act: Option<Act>| order.acts.is_empty() || act.is_none_or(|act| order.acts.contains(&act));
    let cells = published
        .cells
        .iter()
        .filter(|(key, _)| covered(key.act) && is_told(key));
    // Of persons with protected details no more is told than a paper needs.
    let rows = published.rows.iter().filter(|row| !row.protected);
    let rows = rows.filter(|row| covered(Some(row.act)));
    let file = File {
        format: 1,
        program: concat!("evb ", env!("CARGO_PKG_VERSION")),
        kommun: &namnd.kommun,
        namnd: &namnd.name,
        marking: namnd.marking.as_deref(),
        kvartal: published.quarter.to_string(),
        handling: &order.id,
        datum: order.dated_on.to_string(),
        profil: published.profile.name(),
        lagar: order.acts.iter().map(|act| act.name()).collect(),
        correction: correction.map(Corrected::from),
        counted: published.cells.counted(),
        followed: followed(published),
        siffror: cells.filter_map(|(key, cell)| number(key, cell)).collect(),
        beslut: rows.map(row).collect(),
    };
    let mut bytes = serde_json::to_vec(&file).expect("plain data can always be written");
    bytes.push(b'\n');
    bytes
}

/// Returns every published figure of a quarter, whatever its documents are
/// about.
pub fn told(published: &Published) -> Told {
    let cells = published.cells.iter().filter(|(key, _)| is_told(key));
    let figures = cells.filter_map(|(key, cell)| match cell {
        Cell::Shown(count) => Some((key.clone(), Some(count))),
        Cell::Hidden => Some((key.clone(), None)),
        Cell::Missing => None,
    });
    Told {
        figures: figures.collect(),
        counted: published.cells.counted(),
        followed: followed(published),
        acts: vec![],
    }
}

/// Returns whether it is known who is new: then no figure means nobody.
fn followed(published: &Published) -> bool {
    published.cells.get(&Key::total(Measure::New)) != Cell::Missing && published.cells.counted()
}

fn row(row: &Listed) -> Row<'_> {
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let (executed, closed) = match row.status {
        Status::Executed(day) => (Some(day), None),
        Status::Closed(day) => (None, Some(day)),
        Status::Remaining { .. } => (None, None),
    };
    Row {
        nr: row.nr,
        kon: kon_word(row.sex, row.age),
        lag: row.act.name(),
        insats: &row.insats,
        beslutsdatum: date(row.decided_on),
        avbrott: date(row.avbrott_on),
        executed: date(executed),
        avslutat: date(closed),
        orsak: row.orsak.as_deref(),
        dagar: row.days,
    }
}

/// Returns whether a figure is one that documents tell: outcomes by sex and
/// age, everything else for whole groups, each total once.
fn is_told(key: &Key) -> bool {
    let outcome = matches!(
        key.measure,
        Measure::Reported
            | Measure::Executed
            | Measure::Closed
            | Measure::Ended
            | Measure::Remaining
            | Measure::Ongoing
    );
    outcome || (key.sex.is_none() && key.age.is_none())
}

fn number(key: &Key, cell: Cell) -> Option<Number<'_>> {
    let value = match cell {
        Cell::Shown(count) => Value::Shown(count),
        Cell::Hidden => Value::Hidden("utelämnad"),
        Cell::Missing => return None,
    };
    let (measure, avser) = key.measure.written();
    Some(Number {
        grupp: key.group.as_deref(),
        lag: key.act.map(Act::name),
        insats: key.insats.as_deref(),
        sex: key.sex.map(|sex| match sex {
            Sex::Kvinna => "kvinnor",
            Sex::Man => "män",
            Sex::Annat => "annat",
        }),
        age: key.age.map(|age| match age {
            Age::Barn => "barn",
            Age::Vuxen => "vuxna",
        }),
        measure,
        avser,
        value,
    })
}
