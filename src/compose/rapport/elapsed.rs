//! Elapsed time per population, for papers without a list of beslut: those
//! never executed and those interrupted, as LSS 28 h § and SoL (2025:400)
//! 34 kap. 3 § have them.

use crate::compose::rapport::cell;
use crate::compose::rapport::columns_of;
use crate::compose::rapport::notes;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::band::Band;
use crate::model::profile::Profile;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;
use crate::narrate::Voice;
use crate::protect::Cell;

/// Composes the table, if the document is for everybody and elapsed time is
/// known.
pub(super) fn table(voice: &Voice<'_>) -> Option<Table> {
    if voice.published.profile != Profile::Publik {
        return None;
    }
    let columns = [
        (
            "aldrig verkställda",
            Population::Never,
            Measure::NeverExecuted,
        ),
        (
            "avbrott",
            Population::Interrupted,
            Measure::Avbrott(Population::Remaining),
        ),
        ("samtliga", Population::Remaining, Measure::Remaining),
    ];
    let of = |population, band| {
        let measure = Measure::Waited(population, Since::Known, band);
        cell(voice, &voice.all(measure))
    };
    let bands: Vec<Band> = voice
        .published
        .bands
        .iter()
        .copied()
        // A band for what should not be there is shown only when it is.
        .filter(|band| {
            let some = |population| matches!(of(population, *band), Cell::Shown(1..));
            *band != Band::Under3 || columns.iter().any(|(_, population, _)| some(*population))
        })
        .collect();
    let known = |band: &Band| of(Population::Remaining, *band) != Cell::Missing;
    let any = cell(voice, &voice.all(Measure::Remaining)) != Cell::Shown(0);
    if !any || !bands.iter().any(known) {
        return None;
    }
    let rows: Vec<Vec<Text>> = bands
        .iter()
        .map(|band| {
            let figures = columns
                .iter()
                .map(|(_, population, _)| Text::figure(of(*population, *band)));
            std::iter::once(Text::words(band.label()))
                .chain(figures)
                .collect()
        })
        .collect();
    let sum: Vec<Text> = std::iter::once(Text::words("Samtliga"))
        .chain(
            columns
                .iter()
                .map(|(.., whole)| Text::figure(cell(voice, &voice.all(whole.clone())))),
        )
        .collect();
    let mut told = vec![
        "Månader från beslutet, eller från avbrottet där beslutsdatum saknas, till kvartalets slut."
            .to_owned(),
    ];
    told.extend(notes::of(rows.iter().chain([&sum]).flatten()));
    let mut heads = vec![Head::tall("Månader", 1)];
    heads.extend(columns.iter().map(|(head, ..)| Head::tall(*head, 1)));
    Some(Table {
        title: Some("Tabell 2. Ej verkställda beslut efter väntetid".to_owned()),
        summary: "Hur länge de ej verkställda besluten har väntat.".to_owned(),
        columns: columns_of(columns.len()),
        heads: vec![heads],
        rows,
        sum: Some(sum),
        notes: told,
    })
}
