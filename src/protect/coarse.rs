//! Coarser figures before any are hidden: small insatser together, bands
//! together, small insatser without sex, in the order the nämnd has chosen.
//!
//! A table of large counts tells more than one of hidden ones. The names of
//! all insatser are told all the same: the statute asks for them.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::derive::Figures;
use crate::model::band::Band;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::profile::Coarsening;
use crate::model::profile::Safeguards;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;

/// The id of the small insatser together.
pub const OVRIGA: &str = "ovriga-insatser";

/// The figures of a quarter as they are told to everybody.
pub(super) struct Coarse {
    pub(super) figures: Figures,
    /// The insatser that are told together, by act.
    pub(super) merged: Vec<(Act, InsatsId)>,
    /// How many were reported of each of them.
    pub(super) members: BTreeMap<(Act, InsatsId), u32>,
    /// The bands of elapsed time.
    pub(super) bands: &'static [Band],
    /// The insatser that are not told by sex and age.
    pub(super) without_sex: BTreeSet<(Act, InsatsId)>,
}

/// Makes the figures as coarse as they need to be.
pub(super) fn coarse(figures: &Figures, safeguards: &Safeguards) -> Coarse {
    let mut coarse = Coarse {
        figures: figures.clone(),
        merged: vec![],
        members: BTreeMap::new(),
        bands: &Band::ALL,
        without_sex: BTreeSet::new(),
    };
    for step in &safeguards.coarsening {
        match step {
            Coarsening::Insatser => coarse.merge_insatser(safeguards.threshold),
            Coarsening::Bands => coarse.merge_bands(safeguards.threshold),
            Coarsening::Sex => coarse.drop_sex(safeguards.threshold),
        }
    }
    coarse
}

impl Coarse {
    fn get(&self, key: &Key) -> Option<u32> {
        self.figures.get(key).and_then(Figure::exact)
    }

    /// Tells the insatser with few reported together, act by act; one alone
    /// would be no secret under another name.
    fn merge_insatser(&mut self, t: u32) {
        for act in Act::ALL {
            let small: Vec<(InsatsId, u32)> = self
                .figures
                .insatser
                .iter()
                .filter(|(of, _)| *of == act)
                .filter_map(|(_, id)| {
                    let key = Key::total(Measure::Reported).of_insats(act, id);
                    Some((Arc::clone(id), self.get(&key)?))
                })
                .filter(|(_, count)| (1..t).contains(count))
                .collect();
            if small.len() < 2 {
                continue;
            }
            self.join(act, &small);
        }
    }

    /// Adds the figures of some insatser up under one name.
    fn join(&mut self, act: Act, small: &[(InsatsId, u32)]) {
        let is_small = |of: Option<Act>, id: &InsatsId| {
            of == Some(act) && small.iter().any(|(known, _)| known == id)
        };
        let mut sums: BTreeMap<Key, (u32, usize)> = BTreeMap::new();
        let mut kept: BTreeMap<Key, Figure> = BTreeMap::new();
        for (key, figure) in self.figures.figures.iter() {
            let Some(id) = key.insats.as_ref().filter(|id| is_small(key.act, id)) else {
                kept.insert(key.clone(), *figure);
                continue;
            };
            debug_assert!(is_small(key.act, id));
            let summed = !matches!(
                key.measure,
                Measure::MedianDays(..) | Measure::LongestDays(..)
            );
            if let Some(count) = figure.exact().filter(|_| summed) {
                let entry = sums.entry(key.clone().of_insats(act, &OVRIGA.into()));
                let (sum, parts) = entry.or_insert((0, 0));
                *sum += count;
                *parts += 1;
            }
        }
        for (key, (sum, parts)) in sums {
            // Without rows a part that is missing is not zero.
            if parts == small.len() || self.figures.basis.gives(&key.measure) {
                kept.insert(key, Figure::Exact(sum));
            }
        }
        self.figures.figures = Arc::new(kept);
        let list = &mut self.figures.insatser;
        let last = list.iter().rposition(|(of, _)| *of == act).unwrap_or(0);
        list.insert(last + 1, (act, OVRIGA.into()));
        list.retain(|(of, id)| !is_small(Some(*of), id));
        for (id, count) in small {
            self.merged.push((act, Arc::clone(id)));
            self.members.insert((act, Arc::clone(id)), *count);
        }
    }

    /// Tells bands together while any of them has few.
    fn merge_bands(&mut self, t: u32) {
        for bands in Band::COARSER {
            if !self.has_few_waiting(t) {
                return;
            }
            self.bands = bands;
            let mut figures: BTreeMap<Key, Figure> = BTreeMap::new();
            for (key, figure) in self.figures.figures.iter() {
                let Measure::Waited(population, since, band) = &key.measure else {
                    figures.insert(key.clone(), *figure);
                    continue;
                };
                let wider = Measure::Waited(*population, *since, band.among(bands));
                let key = key.measuring(wider);
                let sum = figures.get(&key).and_then(|sum| sum.exact()).unwrap_or(0);
                if let Some(count) = figure.exact() {
                    figures.insert(key, Figure::Exact(sum + count));
                }
            }
            self.figures.figures = Arc::new(figures);
        }
    }

    /// Whether some band of those never executed has few; the interrupted are
    /// often few themselves.
    fn has_few_waiting(&self, t: u32) -> bool {
        self.figures.figures.iter().any(|(key, figure)| {
            let of_all = key.insats.is_none() && key.act.is_none() && key.group.is_none();
            of_all
                && key.sex.is_none()
                && key.age.is_none()
                && matches!(
                    key.measure,
                    Measure::Waited(Population::Never, Since::Known, _)
                )
                && figure.exact().is_some_and(|count| (1..t).contains(&count))
        })
    }

    /// Leaves sex and age out where few remain.
    fn drop_sex(&mut self, t: u32) {
        for (act, id) in &self.figures.insatser {
            let key = Key::total(Measure::Remaining).of_insats(*act, id);
            if self.get(&key).is_some_and(|count| (1..t).contains(&count)) {
                self.without_sex.insert((*act, Arc::clone(id)));
            }
        }
    }
}

/// Returns the populations whose elapsed time is told.
pub(super) const POPULATIONS: [Population; 3] = [
    Population::Remaining,
    Population::Never,
    Population::Interrupted,
];
