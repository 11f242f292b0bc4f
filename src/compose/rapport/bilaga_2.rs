//! Bilaga 2: the list of beslut, with the time elapsed.

use chrono::NaiveDate;

use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::model::beslut::kon_word;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::number::grouped;

/// Marks a date after the quarter's end.
const LATER: &str = "*";

/// Composes the list, if the profile has one and the quarter has rows.
pub(super) fn table(voice: &Voice<'_>) -> Option<Table> {
    let rows: Vec<_> = voice
        .published
        .rows
        .iter()
        .filter(|row| voice.acts.contains(&row.act))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let body = rows.iter().map(|row| {
        let section = voice.insatser.get(&row.insats).and_then(|insats| {
            let section = insats.section(row.act, row.decided_on.or(row.avbrott_on)?)?;
            Some(format!("{section}\u{a0}{}", row.act.name()))
        });
        let (executed, closed) = match row.status {
            Status::Executed(day) => (day.to_string(), String::new()),
            Status::Closed(day) => (String::new(), day.to_string()),
            Status::Remaining {
                later: Some((Outcome::Executed, day)),
            } => (format!("{day}{LATER}"), String::new()),
            Status::Remaining {
                later: Some((Outcome::Closed, day)),
            } => (String::new(), format!("{day}{LATER}")),
            Status::Remaining { later: None } => (String::new(), String::new()),
        };
        vec![
            Text::words(row.nr.to_string()),
            Text::words(capital(kon_word(row.sex, row.age))),
            Text::words(voice.short(row.act, &row.insats)),
            Text::words(section.unwrap_or_default()),
            Text::words(date(row.decided_on)),
            Text::words(date(row.avbrott_on)),
            Text::words(executed),
            Text::words(closed),
            Text::words(grouped(row.days)),
        ]
    });
    let heads = [
        "Nr",
        "Kön",
        "Insats",
        "Lagrum",
        "Beslut",
        "Avbrott",
        "Verkställt",
        "Avslutat",
        "Dagar",
    ];
    let mut notes = vec![
        "Dagar är tiden från beslutet, eller från avbrottet där beslutsdatum saknas, till dess att \
         beslutet verkställdes eller avslutades, annars till kvartalets slut."
            .to_owned(),
    ];
    let later = |status| matches!(status, Status::Remaining { later: Some(_) });
    if rows.iter().any(|row| later(row.status)) {
        notes.push(format!(
            "{LATER} Efter periodens slut; beslutet räknas som ej verkställt i rapporten."
        ));
    }
    Some(Table {
        title: None,
        summary: "Alla rapporterade beslut med datum och förfluten tid.".to_owned(),
        columns: vec![
            Column::Figure,
            Column::Word,
            Column::Name,
            Column::Word,
            Column::Date,
            Column::Date,
            Column::Date,
            Column::Date,
            Column::Figure,
        ],
        heads: vec![heads.into_iter().map(|head| Head::tall(head, 1)).collect()],
        rows: body.collect(),
        sum: None,
        notes,
    })
}
