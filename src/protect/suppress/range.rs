//! What can be calculated about one cell.
//!
//! In: a pattern that is decided. Out: the least and the most a cell can be.
//! This explains a pattern and tests it; `attacker` needs less to judge one.

use super::Cells;
use super::Pattern;
use super::attacker::Attacker;
use super::reach::MANY;
use super::reach::Reach;

impl Attacker {
    /// Faces a pattern that is decided.
    pub(super) fn facing(cells: &Cells, pattern: &Pattern) -> Self {
        Self::over(cells, 0, pattern.hidden.clone(), |_| false)
    }

    /// Returns the least and the most a cell can be.
    pub(super) fn range(&mut self, cell: usize) -> (u32, u32) {
        let Some(variable) = self.cell.iter().position(|&other| other == cell) else {
            return (self.truth[cell], self.truth[cell]);
        };
        let truth = i64::from(self.truth[cell]);
        let [least, most] = [0, i64::from(u32::MAX)].map(|end| {
            self.simplex.go_home();
            if self.simplex.drive(variable, end).is_err() {
                return self.truth[cell];
            }
            // The last whole number that fractions reach, then inwards.
            let (value, scale) = self.simplex.value(variable);
            let up = i64::from(end == 0 && value % scale != 0);
            let mut target = value.div_euclid(scale) + up;
            while target != truth && !matches!(self.reach(variable, target, MANY), Reach::Table(_))
            {
                target += (truth - target).signum();
            }
            u32::try_from(target).unwrap_or(u32::MAX)
        });
        (least, most)
    }
}
