//! Published figures as data for other programs: the JSON that travels with
//! every PDF.
//!
//! Its own `format: 1`. Counts that are not listed are zero where `räknat` is
//! true, else unknown. Takes `Published` only, as everything that speaks.

use serde_json::Value;
use serde_json::json;

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

/// Returns the published figures of a document.
pub fn figures(namnd: &Namnd, order: &Order, published: &Published) -> Vec<u8> {
    let covered = |act: Option<crate::model::beslut::Act>| {
        order.acts.is_empty() || act.is_none_or(|act| order.acts.contains(&act))
    };
    let figures: Vec<_> = published
        .cells
        .iter()
        .filter(|(key, cell)| covered(key.act) && *cell != Cell::Missing && told(key))
        .map(|(key, cell)| figure(key, cell))
        .collect();
    let rows: Vec<_> = published
        .rows
        .iter()
        .filter(|row| covered(Some(row.act)))
        .map(|row| {
            let (executed, closed) = match row.status {
                Status::Executed(day) => (Some(day), None),
                Status::Closed(day) => (None, Some(day)),
                Status::Remaining { .. } => (None, None),
            };
            let date = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
            drop_null(json!({
                "nr": row.nr,
                "kön": kon_word(row.sex, row.age),
                "lag": row.act.name(),
                "insats": row.insats.as_ref(),
                "beslutsdatum": date(row.decided_on),
                "avbrott": date(row.avbrott_on),
                "verkställt": date(executed),
                "avslutat": date(closed),
                "orsak": row.orsak.as_deref(),
                "dagar": row.days,
            }))
        })
        .collect();
    let value = json!({
        "format": 1,
        "program": concat!("evb ", env!("CARGO_PKG_VERSION")),
        "kommun": namnd.kommun.as_ref(),
        "nämnd": namnd.name.as_ref(),
        "märkning": namnd.marking.as_deref(),
        "kvartal": published.quarter.to_string(),
        "handling": order.id.as_ref(),
        "datum": order.dated_on.to_string(),
        "profil": published.profile.name(),
        "räknat": published.cells.counted(),
        "siffror": figures,
        "beslut": rows,
    });
    let mut bytes =
        serde_json::to_vec(&drop_null(value)).expect("a JSON value can always be written");
    bytes.push(b'\n');
    bytes
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

fn figure(key: &Key, cell: Cell) -> Value {
    let sex = key.sex.map(|sex| match sex {
        Sex::Kvinna => "kvinnor",
        Sex::Man => "män",
        Sex::Annat => "annat",
    });
    let age = key.age.map(|age| match age {
        Age::Barn => "barn",
        Age::Vuxen => "vuxna",
    });
    let value = match cell {
        Cell::Shown(n) => json!(n),
        Cell::Hidden => json!("utelämnad"),
        Cell::Missing => Value::Null,
    };
    let (name, of) = measure(&key.measure);
    drop_null(json!({
        "grupp": key.group.as_deref(),
        "lag": key.act.map(|act| act.name()),
        "insats": key.insats.as_deref(),
        "kön": sex,
        "ålder": age,
        "mått": name,
        "avser": of,
        "värde": value,
    }))
}

/// Returns the name of a measure and the population it is of.
fn measure(measure: &Measure) -> (String, Option<&'static str>) {
    let since = |since: Since| match since {
        Since::Decision => "från-beslut",
        Since::Avbrott => "från-avbrott",
        Since::Known => "från-det-som-finns",
    };
    let of = |population: Population| match population {
        Population::Reported => Some("rapporterade"),
        Population::Remaining => Some("kvarstår"),
    };
    match measure {
        Measure::Reported => ("rapporterade".to_owned(), None),
        Measure::Executed => ("verkställda".to_owned(), None),
        Measure::Closed => ("avslutade".to_owned(), None),
        Measure::Ended => ("verkställda_eller_avslutade".to_owned(), None),
        Measure::Remaining => ("kvarstår".to_owned(), None),
        Measure::New => ("nya".to_owned(), None),
        Measure::Again => ("återrapportering".to_owned(), None),
        Measure::Late => ("sena".to_owned(), None),
        Measure::NewlyDue => ("först_rapporterbara_i_kvartalet".to_owned(), None),
        Measure::DueEarlier => ("rapporterbara_tidigare".to_owned(), None),
        Measure::Avbrott(p) => ("avbrott".to_owned(), of(*p)),
        Measure::Delvis(p) => ("delvis".to_owned(), of(*p)),
        Measure::Undated(p) => ("utan_beslutsdatum".to_owned(), of(*p)),
        Measure::Orsak(p, id) => (format!("orsak:{id}"), of(*p)),
        Measure::Avslutsskal(id) => (format!("avslutsskäl:{id}"), None),
        Measure::Erbjudande(id) => (format!("erbjudande:{id}"), None),
        Measure::Waited(p, s, band) => (format!("månader:{}:{}", since(*s), band.label()), of(*p)),
        Measure::MedianDays(p, s) => (format!("dagar_median:{}", since(*s)), of(*p)),
        Measure::LongestDays(p, s) => (format!("dagar_längst:{}", since(*s)), of(*p)),
        Measure::Ongoing => ("pågående".to_owned(), None),
    }
}

fn drop_null(mut value: Value) -> Value {
    if let Value::Object(map) = &mut value {
        map.retain(|_, inner| !inner.is_null());
    }
    value
}
