//! Which change of a column helps.
//!
//! In: a simplex that is driven to a goal, with or without prices. Out: the
//! column to change, and in which direction. With prices the sums are kept from
//! step to step and rounded where rows have scales, so the drive may miss the
//! cheapest way; without, they are exact, and nothing found means that nothing
//! helps.

use super::simplex::Simplex;
use super::tableau::Place;

/// What a step of the goal is worth: more than any way there can cost.
const WORTH: i64 = 1 << 40;

/// In what parts prices are counted: most scales divide it.
const PARTS: i64 = 5040;

impl Simplex {
    /// Returns what a step upwards of a row variable costs.
    fn slope(&self, variable: usize, (goal, way): (usize, i64)) -> i64 {
        match self.above[variable] {
            _ if variable == goal => -WORTH * way,
            true => self.price[variable] * PARTS,
            false => -self.price[variable] * PARTS,
        }
    }

    /// Takes only the goal's row for what each column costs, which is exact.
    pub(super) fn goal_slopes(&mut self, goal: usize, way: i64) {
        self.slopes.clear();
        match self.tableau.place[goal] {
            Place::Row(row) => {
                let entries = self.tableau.rows[row].entries.iter();
                self.slopes.extend(entries.map(|entry| -way * entry));
            }
            Place::Column(_) => self.slopes.resize(self.tableau.columns.len(), 0),
        }
    }

    /// Adds up what each column costs through the rows.
    pub(super) fn add_slopes(&mut self, goal: usize, way: i64) {
        self.slopes.clear();
        self.slopes.resize(self.tableau.columns.len(), 0);
        for row in &self.tableau.rows {
            let slope = match self.slope(row.variable, (goal, way)) {
                slope if row.variable == goal => slope,
                slope => slope / row.scale,
            };
            if slope != 0 {
                for (sum, entry) in self.slopes.iter_mut().zip(&row.entries) {
                    *sum += slope * entry;
                }
            }
        }
    }

    /// Chooses the column whose change helps most; or, in Bland's order, the
    /// first that helps.
    pub(super) fn entering(&self, goal: usize, way: i64, bland: bool) -> Option<(usize, i64)> {
        let mut best: Option<(i64, usize, usize, i64)> = None;
        for (column, &variable) in self.tableau.columns.iter().enumerate() {
            let slope = self.slopes[column];
            if slope == 0 && self.price[variable] == 0 && variable != goal {
                continue;
            }
            for step in [1, -1] {
                if self.room(variable, step) == 0 {
                    continue;
                }
                let own = if variable == goal {
                    -WORTH * way * step
                } else if (self.point[variable] - self.home[variable]) * step < 0 {
                    -self.price[variable] * PARTS
                } else {
                    self.price[variable] * PARTS
                };
                let change = slope * step + own;
                let rank = if bland { 0 } else { change };
                let better =
                    best.is_none_or(|(least, first, ..)| (rank, variable) < (least, first));
                if change < 0 && better {
                    best = Some((rank, variable, column, step));
                }
            }
        }
        best.map(|(_, _, column, step)| (column, step))
    }

    /// Changes what columns cost as a pivot will; where that has fractions, it
    /// is forgotten and added up anew.
    pub(super) fn turn_slopes(&mut self, index: usize, column: usize, aim: (usize, i64)) {
        let row = &self.tableau.rows[index];
        let pivot = row.entries[column];
        if pivot.abs() != 1 || row.scale != 1 {
            self.slopes.clear();
            return;
        }
        let entering = self.slope(self.tableau.columns[column], aim);
        let change = (self.slopes[column] + entering) * pivot;
        let leaving = self.slope(row.variable, aim);
        if change != 0 {
            for (slope, entry) in self.slopes.iter_mut().zip(&row.entries) {
                *slope -= entry * change;
            }
        }
        self.slopes[column] = change - leaving;
    }
}
