//! The cells, and how they add up.

use crate::derive::Basis;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::model::stated::Since;
use crate::protect::coarse::OVRIGA;
use crate::protect::coarse::POPULATIONS;
use crate::protect::suppress::Role;
use crate::protect::suppress::Sum;
use crate::protect::universe::Builder;
use crate::protect::universe::on;
use crate::protect::universe::whole_of;

impl Builder<'_> {
    /// The whole, every act, every insats.
    pub(super) fn all_levels(&self) -> Vec<Key> {
        let total = Key::total(Measure::Reported);
        let acts = self.acts.iter().map(|act| Key {
            act: Some(*act),
            ..total.clone()
        });
        let insatser = self.coarse.figures.insatser.iter();
        let insatser = insatser.map(|(act, id)| total.clone().of_insats(*act, id));
        std::iter::once(total.clone())
            .chain(acts)
            .chain(insatser)
            .collect()
    }

    /// Returns the cell of a figure, or nothing if the figure is not known.
    fn cell(&mut self, key: &Key) -> Option<usize> {
        if let Some(at) = self.universe.at.get(key) {
            return Some(*at);
        }
        let value = self.coarse.figures.get(key).and_then(Figure::exact)?;
        let at = self.push(value, Role::May);
        self.universe.at.insert(key.clone(), at);
        Some(at)
    }

    pub(super) fn push(&mut self, value: u32, role: Role) -> usize {
        self.universe.cells.values.push(value);
        self.universe.cells.roles.push(role);
        self.universe.cells.values.len() - 1
    }

    /// Says that parts add up to a whole. What is left over, of parts that are
    /// unknown or have no name, is a cell of its own.
    fn sum(&mut self, whole: &Key, parts: &[Key], rest: Role) {
        let Some(whole) = self.cell(whole) else {
            return;
        };
        let known: Vec<usize> = parts.iter().filter_map(|part| self.cell(part)).collect();
        if known.is_empty() {
            return;
        }
        let all_known = known.len() == parts.len();
        let values = &self.universe.cells.values;
        let told: u32 = known.iter().map(|part| values[*part]).sum();
        // Stated figures that contradict each other give nothing to reckon with.
        let Some(left) = values[whole].checked_sub(told) else {
            return;
        };
        let mut parts = known;
        if left > 0 || !all_known {
            parts.push(self.push(left, rest));
        }
        self.universe.cells.sums.push(Sum { whole, parts });
    }

    pub(super) fn levels(&mut self, reasons: &[Key]) {
        for level in self.all_levels() {
            let of = |measure| on(&level, measure);
            let remaining = of(Measure::Remaining);
            let rest = if level.insats.is_none() {
                Role::Open
            } else {
                Role::Untold
            };
            let never = of(Measure::NeverExecuted);
            self.sum(&remaining, &[of(Measure::Avbrott(Remaining)), never], rest);
            // Of an act without a document of its own only this is told, and its
            // statistics if a document tells them.
            let alone = level.act.is_none_or(|act| self.alone.contains(&act));
            if level.insats.is_none() && !alone {
                if level.act.is_some_and(|act| self.statistics.contains(&act)) {
                    self.people(&remaining);
                    self.elapsed(&level);
                }
                continue;
            }
            self.sum(
                &of(Measure::Reported),
                &[of(Measure::Ended), remaining.clone()],
                Role::Untold,
            );
            self.sum(
                &of(Measure::Ended),
                &[of(Measure::Executed), of(Measure::Closed)],
                Role::Untold,
            );
            self.sum(&remaining, &[of(Measure::Delvis(Remaining))], Role::Untold);
            let reasons: Vec<Key> = reasons.iter().map(|r| of(r.measure.clone())).collect();
            self.sum(&remaining, &reasons, Role::Untold);
            self.people(&remaining);
            if level.insats.is_none() {
                self.elapsed(&level);
                self.history(&level);
            }
        }
    }

    /// Whom the remaining are for: by sex, by age, by both.
    fn people(&mut self, remaining: &Key) {
        let by_sex = |key: &Key| Sex::ALL.map(|sex| key.clone().of_sex(sex));
        let by_age = |key: &Key| Age::ALL.map(|age| key.clone().of_age(age));
        self.sum(remaining, &by_sex(remaining), Role::Untold);
        self.sum(remaining, &by_age(remaining), Role::Untold);
        for key in by_sex(remaining) {
            self.sum(&key, &by_age(&key), Role::Untold);
        }
        for key in by_age(remaining) {
            self.sum(&key, &by_sex(&key), Role::Untold);
        }
    }

    /// How long the remaining have waited: all, and each of the two populations.
    fn elapsed(&mut self, level: &Key) {
        let band = |population, band| on(level, Measure::Waited(population, Since::Known, band));
        let bands = self.coarse.bands;
        for population in POPULATIONS {
            let whole = on(level, whole_of(population));
            let parts: Vec<Key> = bands.iter().map(|b| band(population, *b)).collect();
            self.sum(&whole, &parts, Role::Untold);
        }
        let [all, never, interrupted] = POPULATIONS;
        for b in bands {
            let parts = [band(never, *b), band(interrupted, *b)];
            self.sum(&band(all, *b), &parts, Role::Untold);
        }
        let remaining = on(level, Measure::Remaining);
        let undated = on(level, Measure::Undated(Remaining));
        self.sum(&remaining, &[undated], Role::Untold);
    }

    /// What is new, late and special among the reported.
    fn history(&mut self, level: &Key) {
        let of = |measure| on(level, measure);
        let reported = of(Measure::Reported);
        let followed = self.coarse.figures.basis == Basis::Followed;
        let new = if followed {
            self.sum(
                &reported,
                &[of(Measure::New), of(Measure::Again)],
                Role::Untold,
            );
            of(Measure::New)
        } else {
            let parts = [of(Measure::NewlyDue), of(Measure::DueEarlier)];
            self.sum(&reported, &parts, Role::Untold);
            reported
        };
        for part in [Measure::Late, Measure::Forhandsbesked, Measure::Renewed] {
            self.sum(&new, &[of(part)], Role::Untold);
        }
        self.cell(&of(Measure::Court));
    }

    /// The whole is the sum of the acts, an act the sum of its insatser; where an
    /// act is not told, the whole is the sum of the insatser.
    pub(super) fn links(&mut self) {
        let total: Vec<Key> = self
            .universe
            .at
            .keys()
            .filter(|key| key.act.is_none())
            .cloned()
            .collect();
        for whole in total {
            let mut parts = vec![];
            for act in self.acts.clone() {
                let of_act = Key {
                    act: Some(act),
                    ..whole.clone()
                };
                let list = self.coarse.figures.insatser.iter();
                let insatser: Vec<Key> = list
                    .filter(|(of, _)| *of == act)
                    .map(|(act, id)| whole.clone().of_insats(*act, id))
                    .filter(|key| self.universe.at.contains_key(key))
                    .collect();
                if self.universe.at.contains_key(&of_act) {
                    if !insatser.is_empty() {
                        self.sum(&of_act, &insatser, Role::Untold);
                    }
                    parts.push(of_act);
                } else {
                    parts.extend(insatser);
                }
            }
            if !parts.is_empty() {
                self.sum(&whole, &parts, Role::Untold);
            }
        }
    }

    /// The insatser told together: that each is there is known from its name.
    pub(super) fn members(&mut self) {
        for act in self.acts.clone() {
            let together = Key::total(Measure::Reported).of_insats(act, &OVRIGA.into());
            let Some(&whole) = self.universe.at.get(&together) else {
                continue;
            };
            let counts: Vec<u32> = self
                .coarse
                .members
                .iter()
                .filter(|((of, _), _)| *of == act)
                .map(|(_, count)| *count)
                .collect();
            let parts = counts
                .into_iter()
                .map(|n| self.push(n, Role::May))
                .collect();
            self.universe.cells.sums.push(Sum { whole, parts });
        }
    }
}
