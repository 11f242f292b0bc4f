//! `--klar`: a day on which an individrapport was sent is written beside the
//! beslut, in its newest quarter or among the watched.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::edit;
use crate::edit::Change;
use crate::edit::Value;
use crate::error::Error;
use crate::finding::Route;
use crate::load;
use crate::load::Folder;
use crate::load::catalogue;
use crate::load::catalogue::Catalogue;
use crate::load::schema::nearest;
use crate::load::source::Source;
use crate::model::beslut::Beslut;
use crate::model::clock::Clock;
use crate::validate;
use crate::write;

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// The day stands in this file now.
    Written(PathBuf),
    /// It stood there already.
    Already(PathBuf),
    /// It cannot be written, and why.
    Refused(String),
}

/// A beslut, and the file it is written in.
struct Found {
    namnd: String,
    path: PathBuf,
    source: Source,
    beslut: Beslut,
    clock: Clock,
}

/// Writes that an individrapport of a beslut was sent on a day.
pub fn done(
    path: &Path,
    namnder: &[String],
    id: &str,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Done, Error> {
    if day > today {
        return Ok(Done::Refused(format!("{day} har inte varit än")));
    }
    let catalogue = catalogue::built_in();
    let mut found = vec![];
    let mut ids = vec![];
    let mut seen = vec![];
    for path in load::find(path)?.folders {
        let name = load::name_of(&path);
        if namnder.is_empty() || namnder.contains(&name) {
            let (mut folder, errors) = load::read(&path);
            if let Some(error) = errors.into_iter().next() {
                return Err(error);
            }
            found.extend(newest(&path, &mut folder, &catalogue, id, &mut ids));
        }
        seen.push(name);
    }
    if let Some(unknown) = namnder.iter().find(|name| !seen.contains(name)) {
        return Ok(Done::Refused(format!("det finns ingen nämnd «{unknown}»")));
    }
    let names: Vec<String> = found.iter().map(|one| one.namnd.clone()).collect();
    match (found.pop(), found.is_empty()) {
        (None, _) => {
            let near = nearest(id, ids.iter().map(AsRef::as_ref));
            let hint = near.map(|near| format!("; menade du «{near}»?"));
            Ok(Done::Refused(format!(
                "inget beslut har id «{id}»{}",
                hint.unwrap_or_default()
            )))
        }
        (Some(one), true) => write_in(one, id, day),
        (Some(_), false) => Ok(Done::Refused(format!(
            "«{id}» finns i flera nämnder ({}); välj en med --nämnd",
            names.join(", ")
        ))),
    }
}

/// Returns the newest row of a beslut in a nämnd; else remembers what ids
/// there are.
fn newest(
    path: &Path,
    folder: &mut Folder,
    catalogue: &Catalogue,
    id: &str,
    ids: &mut Vec<Arc<str>>,
) -> Option<Found> {
    let checked = validate::rows(folder, catalogue);
    let of = |rows: &[Beslut]| {
        let mut rows = rows.iter();
        rows.find(|row| row.id.as_deref() == Some(id)).cloned()
    };
    let quarter = checked.reports.iter().rev().find_map(|(quarter, report)| {
        let beslut = of(report.beslut.as_deref().unwrap_or_default())?;
        Some((*quarter, beslut))
    });
    let (beslut, name, source, day) = if let Some((quarter, beslut)) = quarter {
        let at = folder.quarters.iter().position(|(q, _)| *q == quarter)?;
        let (_, source) = folder.quarters.swap_remove(at);
        (
            beslut,
            format!("{quarter}.yaml"),
            source,
            quarter.last_day(),
        )
    } else if let Some(beslut) = of(&checked.watched) {
        let day = validate::newest_day(folder);
        (
            beslut,
            "bevakning.yaml".to_owned(),
            folder.bevakning.take()?,
            day,
        )
    } else {
        let rows = checked
            .reports
            .iter()
            .filter_map(|(_, r)| r.beslut.as_ref());
        let rows = rows.flatten().chain(&checked.watched);
        ids.extend(rows.filter_map(|row| row.id.clone()));
        return None;
    };
    Some(Found {
        namnd: folder.name.clone(),
        path: path.join(name),
        source,
        beslut,
        clock: validate::clock(folder, day),
    })
}

/// Writes the day in the file of a beslut.
fn write_in(found: Found, id: &str, day: NaiveDate) -> Result<Done, Error> {
    let beslut = &found.beslut;
    if beslut.court {
        let why = "är beviljat av domstol och rapporteras inte";
        return Ok(Done::Refused(format!("«{id}» {why}")));
    }
    if beslut.reported_on.contains(&day) {
        return Ok(Done::Already(found.path));
    }
    let due = found.clock.reportable_from(beslut.waiting.clock_start());
    if day < due {
        return Ok(Done::Refused(format!(
            "«{id}» rapporteras tidigast {due}, när tre månader har gått; {day} är före det"
        )));
    }
    let route = Route::default().key("beslut").index(beslut.index);
    let route = route.key("rapporterat");
    let text = Value::Text(day.to_string());
    let change = if has_days(&found.source, beslut.index) {
        Change::Push(route, text)
    } else {
        Change::Set(route, Value::List(vec![text]))
    };
    match edit::apply(&found.source, &[change]) {
        Ok(text) => {
            write::file(&found.path, &edit::bytes(&found.source, &text))?;
            Ok(Done::Written(found.path))
        }
        Err(refused) => Ok(Done::Refused(format!(
            "{} i {}; skriv «rapporterat: [{day}]» för hand",
            refused,
            found.path.display()
        ))),
    }
}

/// Returns whether a row has a list of days that one can be added to.
fn has_days(source: &Source, index: usize) -> bool {
    let rows = source.root.as_ref().and_then(|root| root.get("beslut"));
    let row = rows.and_then(|rows| rows.items().get(index));
    let days = row.and_then(|row| row.get("rapporterat"));
    days.is_some_and(|days| !days.items().is_empty())
}
