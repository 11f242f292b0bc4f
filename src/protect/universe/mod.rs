//! Every number that a public document may tell of a quarter, and how they add
//! up: what somebody who reads everything can reckon with.
//!
//! Levels are the whole, an act, an insats. On each, the outcomes of what is
//! reported, and of what remains whom it is for, why, and whether it has been
//! interrupted; for the whole and the acts also elapsed time, and what is new.
//! Figures outside this list are told to nobody.

use std::collections::BTreeMap;

use crate::model::beslut::Act;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Population::Remaining;
use crate::protect::coarse::Coarse;
use crate::protect::suppress::Cells;
use crate::protect::suppress::Role;

mod exempt;
mod layout;
mod left_out;
mod open;

/// The numbers of a quarter as cells.
pub(super) struct Universe {
    pub(super) cells: Cells,
    /// Where each figure is.
    pub(super) at: BTreeMap<Key, usize>,
    /// The acts of which only totals and names are told.
    pub(super) only_totals: Vec<Act>,
}

impl Universe {
    /// Lays out the cells of a quarter. What the nämnd's own texts ask for by a
    /// placeholder is told if it is large; what is `left_out` is told of no
    /// insats.
    pub(super) fn new(
        coarse: &Coarse,
        reasons: &[Key],
        t: u32,
        told: &Told,
        left_out: LeftOut,
    ) -> Self {
        let mut acts: Vec<Act> = coarse
            .figures
            .insatser
            .iter()
            .map(|(act, _)| *act)
            .collect();
        acts.dedup();
        let mut builder = Builder {
            coarse,
            t,
            acts,
            alone: &told.alone,
            statistics: &told.statistics,
            universe: Self {
                cells: Cells::default(),
                at: BTreeMap::new(),
                only_totals: vec![],
            },
        };
        builder.levels(reasons);
        builder.links();
        builder.members();
        builder.open();
        builder.leave_out(left_out);
        builder.thin();
        builder.exempt();
        builder.know(&told.known);
        builder.keep(&told.kept);
        builder.asked(&told.asked);
        builder.universe
    }
}

/// What the documents of a quarter tell beside the whole and each insats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The acts that have a document of their own.
    pub alone: Vec<Act>,
    /// The acts of which a document tells the statistics of the statute: whom the
    /// beslut are for, and how long it has been since them.
    pub statistics: Vec<Act>,
    /// The figures that the nämnd's own texts ask for.
    pub asked: Vec<Key>,
    /// The figures that are to stay told, if they are large.
    pub kept: Vec<Key>,
    /// The figures that an earlier version of the quarter's papers told.
    pub known: Vec<(Key, u32)>,
}

/// What is told of no insats, so that the rest can be told: each step holds
/// those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LeftOut {
    /// Nothing but the splits of insatser with few remaining.
    Small,
    /// Partly executed and interrupted.
    Features,
    /// Reasons.
    Reasons,
    /// Sex and age.
    People,
    /// Outcomes: the number reported and remaining are all.
    Outcomes,
    /// Of the whole, too, only what the statute asks.
    Whole,
}

impl LeftOut {
    /// The steps, mildest first.
    pub(super) const STEPS: [Self; 6] = [
        Self::Small,
        Self::Features,
        Self::Reasons,
        Self::People,
        Self::Outcomes,
        Self::Whole,
    ];
}

struct Builder<'a> {
    coarse: &'a Coarse,
    t: u32,
    acts: Vec<Act>,
    /// The acts that have a document of their own.
    alone: &'a [Act],
    /// The acts whose statistics are told.
    statistics: &'a [Act],
    universe: Universe,
}

/// Returns what counts a population.
fn whole_of(population: Population) -> Measure {
    match population {
        Population::Reported => Measure::Reported,
        Population::Remaining => Measure::Remaining,
        Population::Never => Measure::NeverExecuted,
        Population::Interrupted => Measure::Avbrott(Remaining),
    }
}

/// Returns the key of one measure on a level.
fn on(level: &Key, measure: Measure) -> Key {
    level.measuring(measure)
}

impl Builder<'_> {
    fn value(&self, key: &Key) -> u32 {
        let at = self.universe.at.get(key);
        at.map_or(0, |at| self.universe.cells.values[*at])
    }

    fn set(&mut self, key: &Key, role: Role) {
        if let Some(at) = self.universe.at.get(key) {
            self.universe.cells.roles[*at] = role;
        }
    }
}
