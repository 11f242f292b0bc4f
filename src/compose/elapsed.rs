//! Elapsed time per population, for papers without a list of beslut: those
//! never executed and those interrupted, as LSS 28 h § and SoL (2025:400)
//! 34 kap. 3 § have them.

use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::table::columns_of;
use crate::compose::table::notes;
use crate::model::band::Band;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;
use crate::narrate::Voice;
use crate::narrate::statistik::whole_of;
use crate::protect::Cell;

/// How the populations are called over their columns: those never executed,
/// those interrupted, all.
pub(super) type Heads = [&'static str; 3];

/// Composes the table, if elapsed time is known. `since` says from when it is
/// counted.
pub(super) fn table(
    voice: &Voice<'_>,
    heads: Heads,
    title: String,
    since: String,
) -> Option<Table> {
    let populations = [
        Population::Never,
        Population::Interrupted,
        Population::Remaining,
    ];
    let of = |population, band| waited(voice, population, band);
    let bands: Vec<Band> = voice
        .published
        .bands
        .iter()
        .copied()
        // A band for what should not be there is shown only when it is.
        .filter(|band| {
            *band != Band::Under3
                || of(Population::Never, *band) != Cell::Shown(0)
                || of(Population::Remaining, *band)
                    .shown()
                    .is_some_and(|n| n > 0)
        })
        .collect();
    let known = |band: &Band| of(Population::Remaining, *band) != Cell::Missing;
    let whole = |population| voice.published.cells.get(&voice.all(whole_of(population)));
    let any = whole(Population::Remaining) != Cell::Shown(0);
    if !any || !bands.iter().any(known) {
        return None;
    }
    let rows: Vec<Vec<Text>> = bands
        .iter()
        .map(|band| {
            let figures = populations.map(|population| Text::figure(of(population, *band)));
            std::iter::once(Text::words(band.label()))
                .chain(figures)
                .collect()
        })
        .collect();
    let sum: Vec<Text> = std::iter::once(Text::words("Samtliga"))
        .chain(populations.map(|population| Text::figure(whole(population))))
        .collect();
    let mut told = vec![since];
    told.extend(notes(rows.iter().chain([&sum]).flatten()));
    let heads = std::iter::once("Månader").chain(heads);
    let heads = heads.map(|head| Head::tall(head, 1)).collect();
    Some(Table {
        title: Some(title),
        summary: "Hur länge de ej verkställda besluten har väntat.".to_owned(),
        columns: columns_of(populations.len()),
        heads: vec![heads],
        rows,
        sum: Some(sum),
        notes: told,
    })
}

/// Returns how many of a population have waited so long.
pub(super) fn waited(voice: &Voice<'_>, population: Population, band: Band) -> Cell {
    let measure = Measure::Waited(population, Since::Known, band);
    voice.published.cells.get(&voice.all(measure))
}
