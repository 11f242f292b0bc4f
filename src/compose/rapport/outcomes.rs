//! Reported beslut per insats and what has become of them.

use crate::compose::rapport::cell;
use crate::compose::rapport::known;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::table::columns_of;
use crate::compose::table::notes;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::narrate::Voice;
use crate::protect::Cell;

/// Composes the table; columns that no insats has a figure for are left out.
pub(super) fn table(voice: &Voice<'_>) -> Option<Table> {
    let columns = [
        ("rapporterade", Measure::Reported),
        ("verkställda", Measure::Executed),
        ("avslutade", Measure::Closed),
        ("verkställda eller avslutade", Measure::Ended),
        ("ej verkställda", Measure::Remaining),
        ("varav avbrott", Measure::Avbrott(Remaining)),
        ("varav delvis verkställda", Measure::Delvis(Remaining)),
    ];
    let has = |measure: &Measure| known(voice, &Key::total(measure.clone()));
    // The sum of the two outcomes is a column only where they are not known apart.
    let apart = has(&Measure::Executed) && has(&Measure::Closed);
    let columns: Vec<_> = columns
        .into_iter()
        .filter(|(_, measure)| has(measure) && !(apart && *measure == Measure::Ended))
        .collect();
    if columns.is_empty() {
        return None;
    }
    let mut heads = vec![Head::tall("Insats", 1)];
    heads.extend(columns.iter().map(|(head, _)| Head::tall(*head, 1)));
    let row = |name: String, at: &dyn Fn(&Measure) -> Cell| {
        let figures = columns.iter().map(|(_, measure)| Text::figure(at(measure)));
        std::iter::once(Text::words(name))
            .chain(figures)
            .collect::<Vec<_>>()
    };
    let rows: Vec<_> = voice
        .covered()
        .iter()
        .map(|(act, id)| {
            row(voice.short(*act, id), &|measure| {
                cell(voice, &Key::total(measure.clone()).of_insats(*act, id))
            })
        })
        .collect();
    let sum = row("Samtliga".to_owned(), &|measure| {
        cell(voice, &voice.all(measure.clone()))
    });
    let notes = notes(rows.iter().chain([&sum]).flatten());
    Some(Table {
        title: Some("Tabell 1. Beslut per insats".to_owned()),
        summary: "Rapporterade beslut per insats och vad som har hänt med dem.".to_owned(),
        columns: columns_of(columns.len()),
        heads: vec![heads],
        rows,
        sum: Some(sum),
        notes,
    })
}
