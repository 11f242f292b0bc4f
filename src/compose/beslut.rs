//! What lists of single beslut have in common: the section a beslut was granted
//! under, how it ended, and what there is to say of it beside its dates.

use chrono::NaiveDate;

use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::model::quarter::Quarter;
use crate::narrate::Voice;
use crate::narrate::date;
use crate::narrate::list;
use crate::protect::Row;

/// Marks a date after the quarter's end.
const LATER: &str = "*";

/// Returns the section a beslut was granted under on its own day.
pub(super) fn section(voice: &Voice<'_>, row: &Row) -> String {
    let section = voice.insatser.get(&row.insats).and_then(|insats| {
        let section = insats.section(row.act, row.decided_on.or(row.avbrott_on)?)?;
        Some(format!("{section}\u{a0}{}", row.act.name()))
    });
    section.unwrap_or_default()
}

/// Returns a date as it stands in a list.
pub(super) fn date(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Returns the days on which a beslut was executed and closed.
pub(super) fn ended(status: Status) -> (String, String) {
    match status {
        Status::Executed(day) => (day.to_string(), String::new()),
        Status::Closed(day) => (String::new(), day.to_string()),
        Status::Remaining {
            later: Some((Outcome::Executed, day)),
        } => (format!("{day}{LATER}"), String::new()),
        Status::Remaining {
            later: Some((Outcome::Closed, day)),
        } => (String::new(), format!("{day}{LATER}")),
        Status::Remaining { later: None } => (String::new(), String::new()),
    }
}

/// Returns the note on days after the quarter's end, if there are any.
pub(super) fn later_note<'a>(mut rows: impl Iterator<Item = &'a Row>) -> Option<String> {
    let later = |row: &Row| matches!(row.status, Status::Remaining { later: Some(_) });
    rows.any(later).then(|| {
        format!("{LATER} Efter periodens slut; beslutet räknas som ej verkställt i rapporten.")
    })
}

/// Returns what there is to say of single rows beside their dates.
pub(super) fn remarks(rows: &[&Row]) -> Vec<String> {
    let numbers = |test: &dyn Fn(&Row) -> bool| {
        let rows = rows.iter().filter(|row| test(row));
        let numbers: Vec<String> = rows.map(|row| row.nr.to_string()).collect();
        (!numbers.is_empty()).then(|| list::and(&numbers))
    };
    let mut due: Vec<Quarter> = rows.iter().filter_map(|row| row.due_in).collect();
    due.sort();
    due.dedup();
    let late = due.into_iter().map(|quarter| {
        let told = format!("borde ha rapporterats redan {}", date::quarter(quarter));
        (numbers(&|row| row.due_in == Some(quarter)), told)
    });
    let others = [
        (
            numbers(&|row| row.renewed),
            "förnyar ett tidigare beslut, och tiden är räknad från det nya",
        ),
        (
            numbers(&|row| row.forhandsbesked),
            "gäller förhandsbesked enligt 16\u{a0}§\u{a0}LSS",
        ),
    ];
    let others = others
        .into_iter()
        .map(|(numbers, what)| (numbers, what.to_owned()));
    late.chain(others)
        .filter_map(|(numbers, what)| Some(format!("Nr\u{a0}{} {what}.", numbers?)))
        .collect()
}
