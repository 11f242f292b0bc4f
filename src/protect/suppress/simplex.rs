//! A point that obeys the relations, driven along them in whole numbers.
//!
//! In: a [`Tableau`], bounds for every variable, and the true values, which
//! obey both. Out: whether a variable can be driven to a target, and the point
//! where it ended. This is the primal simplex method with Bland's rule against
//! circling (1977). The point is always feasible for real numbers; whether it
//! is whole is asked by the `attacker`. A variable may have a price for every
//! step away from its true value; then the drive also looks for a cheap way.

use super::tableau::Overflow;
use super::tableau::Place;
use super::tableau::Row;
use super::tableau::Tableau;

/// Stands for «no upper bound»: far above any count, far below overflow.
pub(super) const ENDLESS: i64 = 1 << 40;

/// How many steps may lead nowhere before Bland's rule takes over.
const PATIENCE: u32 = 12;

/// How many steps a search for a cheap way may take before it rests where it
/// is: a dear way is only a worse proposal.
const LONGEST_BARGAIN: u32 = 4000;

/// A feasible point of a tableau.
#[derive(Debug)]
pub(super) struct Simplex {
    pub(super) tableau: Tableau,
    /// The relations as they were solved first, without fractions.
    first: Tableau,
    /// The true values.
    pub(super) home: Vec<i64>,
    /// The least each variable may be.
    pub(super) low: Vec<i64>,
    /// The most each variable may be.
    pub(super) high: Vec<i64>,
    /// The price of each step away from the true value.
    pub(super) price: Vec<i64>,
    /// Where each column variable stands; the rows know it of theirs.
    pub(super) point: Vec<i64>,
    /// On which side of its true value a priced row variable is paid for.
    pub(super) above: Vec<bool>,
    /// How many steps were taken since the beginning.
    pub(super) steps: usize,
    /// What a step of each column costs through the rows, in parts.
    pub(super) slopes: Vec<i64>,
    /// Whether a number outgrew its place, so that nothing here can be used.
    lost: bool,
}

impl Simplex {
    /// Starts at the true values, with everything fixed to them.
    pub(super) fn new(tableau: Tableau, home: Vec<i64>) -> Self {
        let mut simplex = Self {
            first: tableau.clone(),
            tableau,
            low: home.clone(),
            high: home.clone(),
            price: vec![0; home.len()],
            point: home.clone(),
            above: vec![true; home.len()],
            steps: 0,
            slopes: vec![],
            lost: false,
            home,
        };
        simplex.go_home();
        simplex
    }

    /// Returns to the true values. Rows that speak in fractions are solved
    /// anew, because one fraction brings the next.
    pub(super) fn go_home(&mut self) {
        if self.tableau.rows.iter().any(|row| row.scale > 1) {
            self.tableau.clone_from(&self.first);
        }
        self.point.copy_from_slice(&self.home);
        for row in &mut self.tableau.rows {
            row.amount = self.home[row.variable] * row.scale;
        }
        self.above.fill(true);
    }

    /// Returns a variable in parts of the returned scale.
    pub(super) fn value(&self, variable: usize) -> (i64, i64) {
        match self.tableau.place[variable] {
            Place::Row(row) => (self.tableau.rows[row].amount, self.tableau.rows[row].scale),
            Place::Column(_) => (self.point[variable], 1),
        }
    }

    /// Returns the point, if it is whole.
    pub(super) fn whole(&self) -> Option<Vec<i64>> {
        (0..self.home.len())
            .map(|variable| {
                let (value, scale) = self.value(variable);
                (value % scale == 0).then_some(value / scale)
            })
            .collect()
    }

    /// Drives a variable to a target and says whether it arrived. If it did
    /// not, it stands as near as any real point comes.
    pub(super) fn drive(&mut self, goal: usize, target: i64) -> Result<bool, Overflow> {
        if self.lost {
            return Err(Overflow);
        }
        let (value, scale) = self.value(goal);
        let way = (target * scale - value).signum();
        if way == 0 {
            return Ok(true);
        }
        let bounds = (self.low[goal], self.high[goal]);
        if way > 0 {
            self.high[goal] = target.min(bounds.1);
        } else {
            self.low[goal] = target.max(bounds.0);
        }
        let arrived = self.walk(goal, target, way);
        self.lost = arrived.is_err();
        (self.low[goal], self.high[goal]) = bounds;
        arrived
    }

    /// Steps until the goal is reached as cheaply as can be, or no step helps.
    fn walk(&mut self, goal: usize, target: i64, way: i64) -> Result<bool, Overflow> {
        let (mut stalled, mut steps) = (0, 0);
        let mut plain = self.price.iter().all(|&price| price == 0);
        self.slopes.clear();
        loop {
            let (value, scale) = self.value(goal);
            let arrived = value == target * scale;
            if steps == LONGEST_BARGAIN {
                self.price.fill(0);
                plain = true;
            }
            if arrived && plain {
                return Ok(true);
            }
            if plain {
                self.goal_slopes(goal, way);
            } else if self.slopes.is_empty() {
                self.add_slopes(goal, way);
            }
            let bland = stalled > PATIENCE;
            let Some((column, step)) = self.entering(goal, way, bland) else {
                return Ok(arrived);
            };
            let moved = self.step(column, step, bland, (goal, way))?;
            stalled = if moved { 0 } else { stalled + 1 };
            steps += 1;
            self.steps += 1;
        }
    }

    /// Returns how far a column variable can go until its bound, or until its
    /// price changes.
    pub(super) fn room(&self, variable: usize, step: i64) -> i64 {
        let (at, home) = (self.point[variable], self.home[variable]);
        let priced = self.price[variable] > 0 && (at - home) * step < 0;
        match step {
            1 if priced => home - at,
            1 => self.high[variable] - at,
            _ if priced => at - home,
            _ => at - self.low[variable],
        }
    }

    /// Returns how far a row variable can go, in parts of its scale, and where
    /// it then stands.
    fn gap(&self, row: &Row, rises: bool) -> (i64, i64) {
        let variable = row.variable;
        let priced = self.price[variable] > 0;
        let end = match (rises, priced, self.above[variable]) {
            (true, true, false) | (false, true, true) => self.home[variable],
            (true, _, _) => self.high[variable],
            (false, _, _) => self.low[variable],
        };
        (end * row.scale - row.amount, end)
    }

    /// Changes a column as far as everything allows, and says whether anything
    /// moved.
    fn step(
        &mut self,
        column: usize,
        step: i64,
        bland: bool,
        aim: (usize, i64),
    ) -> Result<bool, Overflow> {
        let entering = self.tableau.columns[column];
        let room = self.room(entering, step);
        // The nearest end as a fraction, then what breaks ties, then the row.
        let mut nearest: Option<(i64, i64, (bool, usize), usize)> = None;
        for (index, row) in self.tableau.rows.iter().enumerate() {
            let entry = row.entries[column];
            if entry == 0 {
                continue;
            }
            let gap = self.gap(row, entry * step > 0).0.abs();
            let tie = (!bland && entry.abs() != row.scale, row.variable);
            let nearer = nearest.is_none_or(|(least, per, first, _)| {
                let product = |one, other| i128::from(one) * i128::from(other);
                let (this, that) = (product(gap, per), product(least, entry.abs()));
                this < that || this == that && tie < first
            });
            if nearer {
                nearest = Some((gap, entry.abs(), tie, index));
            }
        }
        match nearest {
            Some((gap, rate, _, index)) if gap < room * rate => {
                let row = &self.tableau.rows[index];
                let leaving = row.variable;
                let (gap, end) = self.gap(row, row.entries[column] * step > 0);
                let beyond = self.point[entering] - self.home[entering];
                self.above[entering] = beyond > 0 || beyond == 0 && step > 0;
                self.turn_slopes(index, column, aim);
                self.tableau
                    .pivot(index, column, self.point[entering], gap)?;
                self.point[leaving] = end;
                Ok(gap != 0)
            }
            _ => {
                for row in &mut self.tableau.rows {
                    row.amount += row.entries[column] * step * room;
                }
                self.point[entering] += step * room;
                Ok(true)
            }
        }
    }
}
