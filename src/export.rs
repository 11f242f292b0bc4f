//! Published figures as data for other programs: the JSON that travels with
//! every PDF.
//!
//! Its own `format: 1`. Counts that are not listed are zero where `räknat` is
//! true, else unknown. Takes `Published` only, as everything that speaks.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::beslut::Status;
use crate::model::beslut::kon_word;
use crate::model::namnd::Namnd;
use crate::model::report::Order;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;
use crate::protect::Cell;
use crate::protect::Published;
use crate::protect::Row as Listed;

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
    #[serde(rename = "räknat")]
    counted: bool,
    siffror: Vec<Number<'a>>,
    beslut: Vec<Row<'a>>,
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

/// Returns the published figures of a document.
pub fn figures(namnd: &Namnd, order: &Order, published: &Published) -> Vec<u8> {
    let covered =
        |act: Option<Act>| order.acts.is_empty() || act.is_none_or(|act| order.acts.contains(&act));
    let cells = published
        .cells
        .iter()
        .filter(|(key, _)| covered(key.act) && told(key));
    let rows = published.rows.iter().filter(|row| covered(Some(row.act)));
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
        counted: published.cells.counted(),
        siffror: cells.filter_map(|(key, cell)| number(key, cell)).collect(),
        beslut: rows.map(row).collect(),
    };
    let mut bytes = serde_json::to_vec(&file).expect("plain data can always be written");
    bytes.push(b'\n');
    bytes
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
fn told(key: &Key) -> bool {
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
    let (measure, avser) = measure(&key.measure);
    Some(Number {
        grupp: key.group.as_deref(),
        lag: key.act.map(Act::name),
        insats: key.insats.as_deref(),
        sex: key.sex.map(sex_word),
        age: key.age.map(age_word),
        measure,
        avser,
        value,
    })
}

/// Returns what a figure is called, in the words of the data format: «kvarstår,
/// LSS, ledsagarservice, kvinnor».
pub fn label(key: &Key) -> String {
    let (measure, avser) = measure(&key.measure);
    let act = key.act.filter(|_| key.insats.is_none()).map(Act::name);
    [
        Some(measure.into_owned()),
        avser.map(|of| format!("av {of}")),
        key.group.as_deref().map(str::to_owned),
        act.map(str::to_owned),
        key.insats.as_deref().map(str::to_owned),
        key.sex.map(|sex| sex_word(sex).to_owned()),
        key.age.map(|age| age_word(age).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

fn sex_word(sex: Sex) -> &'static str {
    match sex {
        Sex::Kvinna => "kvinnor",
        Sex::Man => "män",
        Sex::Annat => "annat",
    }
}

fn age_word(age: Age) -> &'static str {
    match age {
        Age::Barn => "barn",
        Age::Vuxen => "vuxna",
    }
}

/// Returns the name of a measure and the population it is of.
fn measure(measure: &Measure) -> (Cow<'static, str>, Option<&'static str>) {
    let since = |since: Since| match since {
        Since::Decision => "från-beslut",
        Since::Avbrott => "från-avbrott",
        Since::Known => "från-det-som-finns",
    };
    let of = |population: Population| match population {
        Population::Reported => Some("rapporterade"),
        Population::Remaining => Some("kvarstår"),
        Population::Never => Some("aldrig_verkställda"),
        Population::Interrupted => Some("avbrott"),
    };
    match measure {
        Measure::Reported => ("rapporterade".into(), None),
        Measure::Executed => ("verkställda".into(), None),
        Measure::Closed => ("avslutade".into(), None),
        Measure::Ended => ("verkställda_eller_avslutade".into(), None),
        Measure::Remaining => ("kvarstår".into(), None),
        Measure::New => ("nya".into(), None),
        Measure::Again => ("återrapportering".into(), None),
        Measure::Late => ("sena".into(), None),
        Measure::NewlyDue => ("först_rapporterbara_i_kvartalet".into(), None),
        Measure::DueEarlier => ("rapporterbara_tidigare".into(), None),
        Measure::NeverExecuted => ("aldrig_verkställda".into(), None),
        Measure::Avbrott(p) => ("avbrott".into(), of(*p)),
        Measure::Delvis(p) => ("delvis".into(), of(*p)),
        Measure::Undated(p) => ("utan_beslutsdatum".into(), of(*p)),
        Measure::Orsak(p, id) => (format!("orsak:{id}").into(), of(*p)),
        Measure::Avslutsskal(id) => (format!("avslutsskäl:{id}").into(), None),
        Measure::Erbjudande(id) => (format!("erbjudande:{id}").into(), None),
        Measure::Waited(p, s, band) => (
            format!("månader:{}:{}", since(*s), band.label()).into(),
            of(*p),
        ),
        Measure::MedianDays(p, s) => (format!("dagar_median:{}", since(*s)).into(), of(*p)),
        Measure::LongestDays(p, s) => (format!("dagar_längst:{}", since(*s)).into(), of(*p)),
        Measure::Forhandsbesked => ("förhandsbesked".into(), None),
        Measure::Renewed => ("förnyade".into(), None),
        Measure::Court => ("domar".into(), None),
        Measure::Ongoing => ("pågående".into(), None),
    }
}
