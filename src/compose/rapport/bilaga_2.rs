//! Bilaga 2: the list of beslut.

use crate::compose::Input;
use crate::compose::rapport::capital;
use crate::compose::rapport::covers;
use crate::compose::rapport::name;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::Status;
use crate::model::beslut::kon_word;

/// Composes the list, if the quarter has rows.
pub(super) fn table(input: &Input<'_>) -> Option<Table> {
    let rows: Vec<_> = input
        .published
        .rows
        .iter()
        .filter(|row| covers(input, row.act))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let date = |day: Option<chrono::NaiveDate>| {
        Text::words(day.map(|day| day.to_string()).unwrap_or_default())
    };
    let body = rows.iter().map(|row| {
        let section = input
            .namnd
            .insatser
            .get(&row.insats)
            .and_then(|insats| {
                let on = row.decided_on.or(row.avbrott_on)?;
                insats
                    .section(row.act, on)
                    .map(|section| format!("{section}\u{a0}{}", row.act.name()))
            })
            .unwrap_or_default();
        let (executed, closed) = match row.status {
            Status::Executed(day) => (Some(day), None),
            Status::Closed(day) => (None, Some(day)),
            Status::Remaining { .. } => (None, None),
        };
        vec![
            Text::words(row.nr.to_string()),
            Text::words(capital(kon_word(row.sex, row.age))),
            Text::words(name(input, &row.insats)),
            Text::words(section),
            date(row.decided_on),
            date(row.avbrott_on),
            date(executed),
            date(closed),
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
    ];
    Some(Table {
        summary: "Alla rapporterade beslut med datum.".to_owned(),
        columns: vec![
            Column::Figure,
            Column::Word,
            Column::Name,
            Column::Word,
            Column::Date,
            Column::Date,
            Column::Date,
            Column::Date,
        ],
        heads: vec![heads.into_iter().map(|head| Head::tall(head, 1)).collect()],
        rows: body.collect(),
        sum: None,
        notes: vec![],
    })
}
