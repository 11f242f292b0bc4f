//! Waits in a list: which, since when, why, and who answers for them.

use crate::compose::Desk;
use crate::compose::lang_vantan::Wait;
use crate::compose::lang_vantan::heads;
use crate::compose::table::Column;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::narrate::capital;
use crate::narrate::revisor;

/// Stands for a day that is not told of a person with protected details.
const CONCEALED: &str = "skyddat";

/// Marks the first day of an interruption.
const AVBROTT: &str = "*";

/// Returns some waits as a list.
pub(super) fn table(desk: &Desk<'_>, waiting: &[&Wait<'_>]) -> Table {
    let columns = [
        ("Nr", Column::Figure),
        ("Id", Column::Word),
        ("Insats", Column::Name),
        ("Väntat sedan", Column::Date),
        ("Månader", Column::Figure),
        ("Skäl", Column::Text),
        ("Ansvarig", Column::Name),
    ];
    let row = |wait: &&Wait<'_>| {
        let row = &wait.case.beslut;
        [
            wait.case.nr.to_string(),
            row.id.as_deref().unwrap_or_default().to_owned(),
            desk.voice.short(row.act, &row.insats),
            since(wait),
            wait.months.to_string(),
            reason(desk, wait),
            wait.responsible.clone(),
        ]
        .map(Text::words)
        .into()
    };
    let notes = [
        waiting
            .iter()
            .any(|wait| since(wait).ends_with(AVBROTT))
            .then(|| format!("{AVBROTT} Avbrottets första dag; tiden räknas från den.")),
        waiting
            .iter()
            .any(|wait| wait.case.beslut.protected)
            .then(|| {
                "Skyddat betyder att den enskilde har skyddade personuppgifter. Då anges ingen dag."
                    .to_owned()
            }),
    ];
    Table {
        title: None,
        summary: "Beslut som väntar, de som har väntat längst först.".to_owned(),
        columns: columns.iter().map(|(_, column)| *column).collect(),
        heads: heads(&columns),
        rows: waiting.iter().map(row).collect(),
        sum: None,
        notes: notes.into_iter().flatten().collect(),
    }
}

fn since(wait: &Wait<'_>) -> String {
    let row = &wait.case.beslut;
    match (row.protected, row.waiting.avbrott_on()) {
        (true, _) => CONCEALED.to_owned(),
        (false, Some(on)) => format!("{on}{AVBROTT}"),
        (false, None) => wait.since.to_string(),
    }
}

/// Returns why a beslut waits, and what has become of it since.
fn reason(desk: &Desk<'_>, wait: &Wait<'_>) -> String {
    let row = &wait.case.beslut;
    let why = revisor::reason(&desk.voice, row.orsak.as_ref());
    let later = match row.status {
        Status::Remaining {
            later: Some((outcome, day)),
        } => {
            let became = match outcome {
                Outcome::Executed => "verkställt",
                Outcome::Closed => "avslutat",
            };
            if row.protected {
                Some(format!("{became} sedan dess"))
            } else {
                Some(format!("{became} {day}"))
            }
        }
        Status::Remaining { later: None } | Status::Executed(_) | Status::Closed(_) => None,
    };
    match later {
        None => why,
        Some(later) if why.is_empty() => capital(&later),
        Some(later) => format!("{why}; {later}"),
    }
}
