//! Populations too small to be split: only their totals and names are told.

use std::collections::BTreeSet;

use crate::model::beslut::Act;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Population::Remaining;
use crate::protect::suppress::Role;
use crate::protect::universe::Builder;

impl Builder<'_> {
    /// A population too small to be split is told as a total, with the names
    /// of its insatser, and nothing more.
    pub(super) fn exempt(&mut self) {
        for act in self.acts.clone() {
            for measure in [
                Measure::Remaining,
                Measure::NeverExecuted,
                Measure::Avbrott(Remaining),
            ] {
                if self.is_too_small(act, &measure) {
                    self.hide_splits(act, &measure);
                }
            }
        }
    }

    fn is_too_small(&self, act: Act, measure: &Measure) -> bool {
        let value = |key: &Key| {
            let at = self.universe.at.get(key)?;
            Some(self.universe.cells.values[*at])
        };
        let whole = Key {
            act: Some(act),
            ..Key::total(measure.clone())
        };
        let of_act = self
            .coarse
            .figures
            .insatser
            .iter()
            .filter(|(of, _)| *of == act);
        let named = of_act
            .filter(|(act, id)| {
                value(&Key::total(measure.clone()).of_insats(*act, id)).is_some_and(|n| n > 0)
            })
            .count();
        let named = u32::try_from(named).unwrap_or(u32::MAX);
        value(&whole).is_some_and(|total| {
            total > 0 && (total < self.t || named > 1 && total < self.t + named - 1)
        })
    }

    fn hide_splits(&mut self, act: Act, measure: &Measure) {
        if *measure == Measure::Remaining {
            self.universe.only_totals.push(act);
        }
        let whole = |key: &Key| key.insats.is_none() && key.sex.is_none() && key.age.is_none();
        let all = *measure == Measure::Remaining;
        let waited = match measure {
            Measure::NeverExecuted => Population::Never,
            _ => Population::Interrupted,
        };
        let of_it = |key: &Key| match &key.measure {
            Measure::Remaining | Measure::Orsak(..) | Measure::Delvis(_) | Measure::Undated(_) => {
                all
            }
            Measure::Avbrott(_) | Measure::NeverExecuted => !whole(key),
            Measure::Waited(population, ..) => {
                all || *population == waited || *population == Remaining
            }
            _ => false,
        };
        let told = [
            Measure::Remaining,
            Measure::NeverExecuted,
            Measure::Avbrott(Remaining),
        ];
        let keys: Vec<Key> = self
            .universe
            .at
            .keys()
            .filter(|key| key.act.is_none() || key.act == Some(act))
            .filter(|key| of_it(key) && !(whole(key) && told.contains(&key.measure)))
            .cloned()
            .collect();
        let whole = Key {
            act: Some(act),
            ..Key::total(measure.clone())
        };
        let total = Key::total(measure.clone());
        let mut free: BTreeSet<usize> = BTreeSet::new();
        free.extend(self.universe.at.get(&whole));
        free.extend(self.universe.at.get(&total));
        for key in keys {
            self.set(&key, Role::Free);
            free.extend(self.universe.at.get(&key));
        }
        self.free_rests(&free);
    }

    /// Frees what is left over of sums that are free themselves.
    fn free_rests(&mut self, free: &BTreeSet<usize>) {
        let named: BTreeSet<usize> = self.universe.at.values().copied().collect();
        let cells = &mut self.universe.cells;
        for sum in cells.sums.iter().filter(|sum| free.contains(&sum.whole)) {
            for &part in sum.parts.iter().filter(|part| !named.contains(part)) {
                if cells.roles[part] == Role::Untold {
                    cells.roles[part] = Role::Free;
                }
            }
        }
    }
}
