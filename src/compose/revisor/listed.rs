//! The list of beslut for the revisorer: what each is, when it was decided, why it
//! has waited, and how it ended.

use crate::compose::beslut;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::Outcome;
use crate::narrate::Voice;
use crate::narrate::revisor;
use crate::protect::Concealed;
use crate::protect::Row;

/// Stands for a date that is not told of a person with protected details.
const CONCEALED: &str = "skyddat";

/// Composes the list, if the profile has one and the quarter has rows.
pub(super) fn table(voice: &Voice<'_>) -> Option<Table> {
    let mut table = of(voice, &voice.published.rows, false)?;
    table.summary = "Alla rapporterade beslut med datum, skäl och utfall.".to_owned();
    Some(table)
}

/// Composes the list of what courts have granted, if there is anything.
pub(super) fn of_courts(voice: &Voice<'_>) -> Option<Table> {
    let mut table = of(voice, &voice.published.of_courts, true)?;
    table.title = Some("Insatser som domstol har beviljat".to_owned());
    table.summary = "Insatser som domstol har beviljat, med datum, skäl och utfall.".to_owned();
    table
        .notes
        .push("De ingår inte i rapportens siffror.".to_owned());
    Some(table)
}

fn of(voice: &Voice<'_>, rows: &[Row], court: bool) -> Option<Table> {
    let rows: Vec<&Row> = rows
        .iter()
        .filter(|row| voice.acts.contains(&row.act))
        .collect();
    let concealed: Vec<&Concealed> = voice
        .published
        .concealed
        .iter()
        .filter(|row| row.court == court && voice.acts.contains(&row.act))
        .collect();
    let mut body: Vec<(u32, Vec<Text>)> = vec![];
    body.extend(rows.iter().map(|row| (row.nr, open(voice, row))));
    body.extend(concealed.iter().map(|row| (row.nr, closed(voice, row))));
    if body.is_empty() {
        return None;
    }
    body.sort_by_key(|(nr, _)| *nr);
    let columns = [
        ("Nr", Column::Figure),
        ("Insats", Column::Name),
        ("Lagrum", Column::Word),
        ("Beslut", Column::Date),
        ("Avbrott", Column::Date),
        ("Skäl till att det har dröjt", Column::Text),
        ("Delvis verkställt", Column::Text),
        ("Verkställt", Column::Date),
        ("Avslutat", Column::Date),
    ];
    let mut notes: Vec<String> = beslut::later_note(rows.iter().copied())
        .into_iter()
        .collect();
    if !concealed.is_empty() {
        notes.push(
            "Skyddat betyder att den enskilde har skyddade personuppgifter. Då anges inga datum."
                .to_owned(),
        );
    }
    notes.extend(beslut::remarks(&rows));
    Some(Table {
        title: None,
        summary: String::new(),
        columns: columns.iter().map(|(_, column)| *column).collect(),
        heads: vec![
            columns
                .iter()
                .map(|(head, _)| Head::tall(*head, 1))
                .collect(),
        ],
        rows: body.into_iter().map(|(_, cells)| cells).collect(),
        sum: None,
        notes,
    })
}

/// Returns the cells of a beslut.
fn open(voice: &Voice<'_>, row: &Row) -> Vec<Text> {
    let (executed, closed) = beslut::ended(row.status);
    let delvis = row.delvis.as_ref().map(|delvis| match delvis.from {
        Some(from) => format!("{from}: {}", delvis.extent),
        None => delvis.extent.to_string(),
    });
    [
        row.nr.to_string(),
        voice.short(row.act, &row.insats),
        beslut::section(voice, row),
        beslut::date(row.decided_on),
        beslut::date(row.avbrott_on),
        revisor::reason(voice, row.orsak.as_ref()),
        delvis.unwrap_or_default(),
        executed,
        closed,
    ]
    .map(Text::words)
    .into()
}

/// Returns the cells of a beslut of a person with protected details.
fn closed(voice: &Voice<'_>, row: &Concealed) -> Vec<Text> {
    let when = |outcome| {
        if row.outcome == Some(outcome) {
            CONCEALED
        } else {
            ""
        }
    };
    [
        row.nr.to_string(),
        voice.short(row.act, &row.insats),
        row.act.name().to_owned(),
        CONCEALED.to_owned(),
        String::new(),
        revisor::reason(voice, row.orsak.as_ref()),
        if row.delvis { "ja" } else { "" }.to_owned(),
        when(Outcome::Executed).to_owned(),
        when(Outcome::Closed).to_owned(),
    ]
    .map(Text::words)
    .into()
}
