//! The course of the year: the populations at the end of each of four quarters.

use crate::compose::paragraphs;
use crate::compose::statistik::Section;
use crate::compose::statistik::tables::HEADS;
use crate::compose::statistik::tables::POPULATIONS;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::table::columns_of;
use crate::compose::table::notes;
use crate::model::quarter::Quarter;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::statistik;
use crate::protect::Cell;

/// A year is so many quarters.
const YEAR: usize = 4;

/// Composes the section, if there is a quarter to compare with and anything to
/// tell of it.
pub(super) fn section(voice: &Voice<'_>) -> Option<Section> {
    let own = voice.published.quarter;
    let mut quarters: Vec<Quarter> = voice.published.earlier.iter().map(|(q, _)| *q).collect();
    quarters.push(own);
    let quarters = quarters.split_off(quarters.len().saturating_sub(YEAR));
    let rows: Vec<(Quarter, Vec<Cell>)> = quarters
        .into_iter()
        .map(|quarter| (quarter, cells(voice, quarter)))
        .skip_while(|(_, cells)| cells.iter().all(|cell| *cell == Cell::Missing))
        .collect();
    let something = |cell: &Cell| !matches!(cell, Cell::Shown(0) | Cell::Missing);
    if rows.len() < 2 || !rows.iter().flat_map(|(_, cells)| cells).any(something) {
        return None;
    }
    let rows: Vec<Vec<Text>> = rows
        .into_iter()
        .map(|(quarter, cells)| {
            let figures = cells.into_iter().map(Text::figure);
            let name = capital(&date::quarter(quarter));
            std::iter::once(Text::words(name)).chain(figures).collect()
        })
        .collect();
    let acts = voice.acts.iter();
    let mut over = vec![Head::tall("Kvartal", 2)];
    over.extend(acts.clone().map(|act| Head::wide(act.name(), HEADS.len())));
    let under = acts.flat_map(|_| HEADS.map(|head| Head::tall(head, 1)));
    let told = notes(rows.iter().flatten());
    let table = Table {
        title: Some("Beslut vid slutet av varje kvartal".to_owned()),
        summary: "De ej verkställda besluten vid slutet av varje kvartal.".to_owned(),
        columns: columns_of(HEADS.len() * voice.acts.len()),
        heads: vec![over, under.collect()],
        rows,
        sum: None,
        notes: told,
    };
    Some(Section {
        heading: "Utvecklingen det senaste året".to_owned(),
        blocks: paragraphs(statistik::course(voice)),
        tables: vec![table],
    })
}

/// Returns the populations of each act when a quarter ended.
fn cells(voice: &Voice<'_>, quarter: Quarter) -> Vec<Cell> {
    let known = voice.cells(quarter);
    let of = |act, population| {
        known.map_or(Cell::Missing, |cells| {
            statistik::total(cells, act, population)
        })
    };
    let acts = voice.acts.iter();
    acts.flat_map(|act| POPULATIONS.map(|population| of(*act, population)))
        .collect()
}
