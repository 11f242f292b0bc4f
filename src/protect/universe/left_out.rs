//! Splits that are left out, so that the rest can be told.

use std::collections::BTreeMap;

use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::protect::suppress::Role;
use crate::protect::universe::Builder;
use crate::protect::universe::LeftOut;
use crate::protect::universe::on;
use crate::protect::universe::whole_of;

impl Builder<'_> {
    /// Leaves splits out that are told of no insats, or not of this one. What
    /// is shown as zero in a small insats tells how many others are not zero,
    /// and so how many there are at least.
    pub(super) fn leave_out(&mut self, left_out: LeftOut) {
        let few = |key: &Key| {
            let remaining = Key {
                sex: None,
                age: None,
                ..key.measuring(Measure::Remaining)
            };
            let at = self.universe.at.get(&remaining);
            at.is_some_and(|at| (1..self.t).contains(&self.universe.cells.values[*at]))
        };
        let without_sex = |key: &Key| {
            let known = self.coarse.without_sex.iter();
            let mut known = known.map(|(act, id)| (Some(*act), Some(id)));
            known.any(|insats| insats == (key.act, key.insats.as_ref()))
        };
        let is_outcome = |key: &Key| {
            matches!(
                key.measure,
                Measure::Reported
                    | Measure::Executed
                    | Measure::Closed
                    | Measure::Ended
                    | Measure::New
                    | Measure::Late
                    | Measure::NewlyDue
                    | Measure::DueEarlier
                    | Measure::Forhandsbesked
                    | Measure::Renewed
            )
        };
        let is_split = |key: &Key| {
            key.sex.is_some()
                || key.age.is_some()
                || matches!(
                    key.measure,
                    Measure::Orsak(..)
                        | Measure::Delvis(_)
                        | Measure::Undated(_)
                        | Measure::Waited(..)
                )
        };
        let is_left_out = |key: &Key| match &key.measure {
            Measure::Remaining if key.sex.is_some() || key.age.is_some() => {
                left_out >= LeftOut::People || without_sex(key)
            }
            Measure::Avbrott(_) | Measure::NeverExecuted | Measure::Delvis(_) => {
                left_out >= LeftOut::Features || few(key)
            }
            Measure::Orsak(..) => left_out >= LeftOut::Reasons || few(key),
            Measure::Executed | Measure::Closed | Measure::Ended => left_out >= LeftOut::Outcomes,
            _ => false,
        };
        let keys: Vec<Key> = self
            .universe
            .at
            .keys()
            .filter(|key| match &key.insats {
                Some(_) => is_left_out(key),
                None => left_out == LeftOut::Whole && (is_outcome(key) || is_split(key)),
            })
            .cloned()
            .collect();
        for key in keys {
            self.set(&key, Role::Untold);
        }
    }

    /// Leaves a split of the whole out that has so many parts, for so few, that
    /// each part is known from there being the others.
    pub(super) fn thin(&mut self) {
        for level in self.all_levels() {
            if level.insats.is_some() {
                continue;
            }
            let mut splits: BTreeMap<(Key, u8), Vec<Key>> = BTreeMap::new();
            let of_level = |key: &&Key| key.insats.is_none() && key.act == level.act;
            for key in self.universe.at.keys().filter(of_level) {
                let (whole, kind) = match (&key.measure, key.sex, key.age) {
                    (Measure::Remaining, Some(_), None) => (Measure::Remaining, 0),
                    (Measure::Remaining, None, Some(_)) => (Measure::Remaining, 1),
                    (Measure::Remaining, Some(_), Some(_)) => (Measure::Remaining, 2),
                    (Measure::Orsak(..), ..) => (Measure::Remaining, 3),
                    (Measure::Delvis(_), ..) => (Measure::Remaining, 4),
                    (Measure::Undated(_), ..) => (Measure::Remaining, 5),
                    (Measure::Waited(population, ..), ..) => (whole_of(*population), 6),
                    _ => continue,
                };
                let whole = on(&level, whole);
                splits.entry((whole, kind)).or_default().push(key.clone());
            }
            for ((whole, _), parts) in splits {
                let all = self.value(&whole);
                let told: u32 = parts.iter().map(|part| self.value(part)).sum();
                let filled = parts.iter().filter(|part| self.value(part) > 0).count();
                let rest = usize::from(told < all);
                let filled = u32::try_from(filled + rest).unwrap_or(u32::MAX);
                if filled > 1 && all < self.t + filled - 1 {
                    for part in parts {
                        self.set(&part, Role::Untold);
                    }
                }
            }
        }
    }
}
