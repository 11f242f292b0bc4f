//! Bilaga 2: the list of beslut, with the time elapsed.

use crate::compose::beslut;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::kon_word;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::number::grouped;
use crate::protect::Row;

/// Composes the list, if the profile has one and the quarter has rows.
pub(super) fn table(voice: &Voice<'_>) -> Option<Table> {
    let mut table = listed(voice, &voice.published.rows)?;
    table.summary = "Alla rapporterade beslut med datum och förfluten tid.".to_owned();
    let withheld = voice.published.withheld;
    if withheld > 0 {
        let count = voice.numbers.among(&[withheld]).beslut(withheld, None);
        let counted = if withheld == 1 { "det" } else { "de" };
        table.notes.push(format!(
            "Förteckningen utelämnar {count} där den enskilde har skyddade personuppgifter; i \
             siffrorna ingår {counted}."
        ));
    }
    Some(table)
}

/// Composes the list of what courts have granted, if there is anything.
pub(super) fn of_courts(voice: &Voice<'_>) -> Option<Table> {
    let mut table = listed(voice, &voice.published.of_courts)?;
    table.title = Some("Insatser som domstol har beviljat".to_owned());
    table.summary = "Insatser som domstol har beviljat, med datum och förfluten tid.".to_owned();
    table.notes = vec!["De ingår inte i rapportens siffror.".to_owned()];
    Some(table)
}

fn listed(voice: &Voice<'_>, rows: &[Row]) -> Option<Table> {
    let rows: Vec<_> = rows
        .iter()
        .filter(|row| voice.acts.contains(&row.act))
        .collect();
    if rows.is_empty() {
        return None;
    }
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
    let columns = vec![
        Column::Figure,
        Column::Word,
        Column::Name,
        Column::Word,
        Column::Date,
        Column::Date,
        Column::Date,
        Column::Date,
        Column::Figure,
    ];
    let body = rows.iter().map(|row| cells(voice, row));
    let mut notes = vec![
        "Dagar är tiden från beslutet, eller från avbrottet där beslutsdatum saknas, till dess att \
         beslutet verkställdes eller avslutades, annars till kvartalets slut."
            .to_owned(),
    ];
    notes.extend(beslut::later_note(rows.iter().copied()));
    notes.extend(beslut::remarks(&rows));
    Some(Table {
        title: None,
        summary: String::new(),
        columns,
        heads: vec![heads.into_iter().map(|head| Head::tall(head, 1)).collect()],
        rows: body.collect(),
        sum: None,
        notes,
    })
}

fn cells(voice: &Voice<'_>, row: &Row) -> Vec<Text> {
    let (executed, closed) = beslut::ended(row.status);
    vec![
        Text::words(row.nr.to_string()),
        Text::words(capital(kon_word(row.sex, row.age))),
        Text::words(voice.short(row.act, &row.insats)),
        Text::words(beslut::section(voice, row)),
        Text::words(beslut::date(row.decided_on)),
        Text::words(beslut::date(row.avbrott_on)),
        Text::words(executed),
        Text::words(closed),
        Text::words(grouped(row.days)),
    ]
}
