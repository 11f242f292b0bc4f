//! The totals of the two populations under an act, which are always told.

use crate::model::beslut::Act;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::narrate::Voice;
use crate::protect::Cell;
use crate::protect::Cells;

/// The two populations, in the order of the statutes.
pub const POPULATIONS: [Population; 2] = [Population::Never, Population::Interrupted];

/// Returns what counts a population.
pub fn whole_of(population: Population) -> Measure {
    match population {
        Population::Reported => Measure::Reported,
        Population::Remaining => Measure::Remaining,
        Population::Never => Measure::NeverExecuted,
        Population::Interrupted => Measure::Avbrott(Population::Remaining),
    }
}

/// Returns how many of a population there are under an act. What follows from
/// the other totals is known as well.
pub fn total(cells: &Cells, act: Act, population: Population) -> Cell {
    let of = |measure| Key {
        act: Some(act),
        ..Key::total(measure)
    };
    let told = cells.get(&of(whole_of(population)));
    if told != Cell::Missing {
        return told;
    }
    let all = match cells.get(&of(Measure::Remaining)) {
        Cell::Missing => cells.get(&Key::total(Measure::Remaining)),
        all => all,
    };
    let interrupted = cells.get(&of(Measure::Avbrott(Population::Remaining)));
    match (population, all, interrupted) {
        (_, Cell::Shown(0), _) => Cell::Shown(0),
        (Population::Never, _, Cell::Shown(interrupted)) => {
            match cells.get(&of(Measure::Remaining)).shown() {
                Some(all) => all.checked_sub(interrupted).map_or(told, Cell::Shown),
                None => told,
            }
        }
        _ => told,
    }
}

/// Returns whether there is nothing under an act.
pub fn is_nil(voice: &Voice<'_>, act: Act) -> bool {
    total(&voice.published.cells, act, Population::Remaining) == Cell::Shown(0)
}
