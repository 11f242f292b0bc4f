//! What is told: what the statute asks, and what is to stay told.

use crate::derive::Basis;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::protect::suppress::Role;
use crate::protect::suppress::Sum;
use crate::protect::universe::Builder;
use crate::protect::universe::on;

impl Builder<'_> {
    /// What the statute asks is told: each population, per act. What last
    /// quarter's paper told is known.
    pub(super) fn open(&mut self) {
        for level in self.all_levels() {
            if level.insats.is_some() {
                continue;
            }
            for measure in [
                Measure::Remaining,
                Measure::NeverExecuted,
                Measure::Avbrott(Remaining),
            ] {
                self.set(&on(&level, measure), Role::Open);
            }
            if self.coarse.figures.basis == Basis::Followed {
                self.set(&on(&level, Measure::Again), Role::Known);
            }
        }
    }

    /// What an earlier version told is known, as long as it is the same.
    pub(super) fn know(&mut self, known: &[(Key, u32)]) {
        for (key, count) in known {
            let at = self.universe.at.get(key).copied();
            let same = at.is_some_and(|at| self.universe.cells.values[at] == *count);
            let role = at.map(|at| self.universe.cells.roles[at]);
            if same && *count > 0 && matches!(role, Some(Role::May | Role::Untold)) {
                self.set(key, Role::Known);
            }
        }
    }

    pub(super) fn keep(&mut self, kept: &[Key]) {
        for key in kept {
            let at = self.universe.at.get(key).copied();
            let role = at.map(|at| self.universe.cells.roles[at]);
            let many = at.is_some_and(|at| self.universe.cells.values[at] >= self.t);
            if many && role == Some(Role::May) {
                self.set(key, Role::Open);
            }
        }
    }

    /// What a text asks for stays told where it is large. Where it is small the
    /// text says that it is less than the threshold, and that is known as well.
    pub(super) fn asked(&mut self, asked: &[Key]) {
        for key in asked {
            let Some(&at) = self.universe.at.get(key) else {
                continue;
            };
            if self.universe.cells.roles[at] != Role::May {
                continue;
            }
            match self.universe.cells.values[at] {
                0 => {}
                value if value >= self.t => self.universe.cells.roles[at] = Role::Open,
                value => {
                    let most = self.push(self.t - 1, Role::Known);
                    let rest = self.push(self.t - 1 - value, Role::Free);
                    self.universe.cells.roles[at] = Role::Exempt;
                    let parts = vec![at, rest];
                    self.universe.cells.sums.push(Sum { whole: most, parts });
                }
            }
        }
    }
}
