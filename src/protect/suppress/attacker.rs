//! Somebody who calculates what is hidden.
//!
//! In: the cells, and a choice of what is hidden beside the small counts. Out:
//! for a guarded cell a possible table that has it at `t` or more, or which
//! further cells could bring one. Tables once found serve every later choice
//! that hides at least as much. Which cells to hide is decided in `greedy` and
//! `search`.

use super::Cells;
use super::Role;
use super::choice::Choice;
use super::choice::Cost;
use super::guarded;
use super::primary;
use super::reach::FEW;
use super::reach::Reach;
use super::reach::reach;
use super::simplex::ENDLESS;
use super::simplex::Simplex;
use super::tableau::Place;
use super::tableau::Tableau;

/// The answer for one guarded cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Attack {
    /// Nobody can exclude that it is `t` or more.
    Fails,
    /// It is less than `t`, until at least one of these is hidden.
    Wins(Choice),
}

/// A possible table, and the candidates that must be hidden for it.
#[derive(Debug)]
struct Table {
    values: Vec<i64>,
    moved: Choice,
}

/// The one who calculates.
#[derive(Debug)]
pub(super) struct Attacker {
    pub(super) t: i64,
    /// The true table.
    pub(super) truth: Vec<u32>,
    /// The cell of each variable; what is not a variable is told.
    pub(super) cell: Vec<usize>,
    /// The variables that can be shown or hidden.
    pub(super) candidates: Vec<usize>,
    /// What hiding each candidate costs.
    pub(super) cost: Vec<Cost>,
    /// The variables that are guarded.
    pub(super) guarded: Vec<usize>,
    /// Whether each cell is hidden whatever is chosen.
    primary: Vec<bool>,
    pub(super) simplex: Simplex,
    loaded: Choice,
    tables: Vec<Table>,
    /// Whether every question so far was answered.
    certain: bool,
}

impl Attacker {
    /// Knows the cells, with only the small counts hidden.
    pub(super) fn new(cells: &Cells, t: u32) -> Self {
        let primary = primary(cells, t).hidden;
        let optional = |cell: usize| cells.roles[cell] == Role::May && !primary[cell];
        Self::over(cells, t, primary.clone(), optional)
    }

    /// Knows the cells, with those hidden that `primary` names; others are
    /// optional.
    pub(super) fn over(
        cells: &Cells,
        t: u32,
        primary: Vec<bool>,
        optional: impl Fn(usize) -> bool,
    ) -> Self {
        let zero_is_told = |cell: usize| !matches!(cells.roles[cell], Role::Untold | Role::Free);
        let cell: Vec<usize> = (0..cells.values.len())
            .filter(|&cell| primary[cell] || optional(cell))
            .filter(|&cell| cells.values[cell] > 0 || !zero_is_told(cell))
            .collect();
        let mut variable = vec![None; cells.values.len()];
        for (index, &cell) in cell.iter().enumerate() {
            variable[cell] = Some(index);
        }
        let relations: Vec<_> = cells
            .sums
            .iter()
            .map(|sum| {
                let parts = sum.parts.iter().filter_map(|&part| variable[part]);
                (variable[sum.whole].into_iter().collect(), parts.collect())
            })
            .collect();
        let tableau = Tableau::new(cell.len(), &relations)
            .expect("relations of ones stay small while they are solved");
        let home = cell
            .iter()
            .map(|&cell| i64::from(cells.values[cell]))
            .collect();
        let mut simplex = Simplex::new(tableau, home);
        for (variable, &cell) in cell.iter().enumerate() {
            if primary[cell] {
                simplex.low[variable] = i64::from(zero_is_told(cell));
                simplex.high[variable] = ENDLESS;
            }
        }
        let wholes = |cell: usize| cells.sums.iter().filter(|sum| sum.whole == cell).count();
        let candidates: Vec<usize> = (0..cell.len()).filter(|&v| !primary[cell[v]]).collect();
        let cost = candidates
            .iter()
            .map(|&candidate| Cost {
                cells: 1,
                hides: u64::from(cells.values[cell[candidate]]),
                sums: u64::from(wholes(cell[candidate]) > 0),
            })
            .collect();
        let guarded = guarded(cells, t)
            .into_iter()
            .filter_map(|cell| variable[cell])
            .collect();
        Self {
            t: i64::from(t),
            truth: cells.values.clone(),
            loaded: Choice::none(candidates.len()),
            cell,
            candidates,
            cost,
            guarded,
            primary,
            simplex,
            tables: vec![],
            certain: true,
        }
    }

    /// Returns the cell of a variable.
    pub(super) fn cell_of(&self, variable: usize) -> usize {
        self.cell[variable]
    }

    /// Returns the true count of a variable.
    pub(super) fn truth_of(&self, variable: usize) -> u32 {
        self.truth[self.cell[variable]]
    }

    /// Attacks one guarded variable.
    pub(super) fn attack(&mut self, variable: usize, hidden: &Choice) -> Attack {
        if self.is_served(variable, hidden) {
            return Attack::Fails;
        }
        self.load(hidden);
        match self.reach(variable, self.t, FEW) {
            Reach::Table(values) => {
                self.keep(values);
                Attack::Fails
            }
            Reach::Short => Attack::Wins(self.helpers(variable, hidden)),
            Reach::Split | Reach::Unknown => Attack::Wins(self.others(hidden)),
        }
    }

    /// Returns whether a table found earlier already serves.
    pub(super) fn is_served(&self, variable: usize, hidden: &Choice) -> bool {
        self.tables
            .iter()
            .any(|table| table.values[variable] >= self.t && table.moved.within(hidden))
    }

    /// Returns whether each cell is hidden.
    pub(super) fn hidden(&self, choice: &Choice) -> Vec<bool> {
        let mut hidden = self.primary.clone();
        for candidate in choice.members() {
            hidden[self.cell[self.candidates[candidate]]] = true;
        }
        hidden
    }

    /// Returns tables that serve all guarded variables under a choice.
    pub(super) fn proof(&self, choice: &Choice) -> Vec<Vec<u32>> {
        let mut open = self.guarded.clone();
        let mut proof = vec![];
        for table in self
            .tables
            .iter()
            .filter(|table| table.moved.within(choice))
        {
            let before = open.len();
            open.retain(|&variable| table.values[variable] < self.t);
            if open.len() < before {
                let mut values = self.truth.clone();
                for (&cell, &value) in self.cell.iter().zip(&table.values) {
                    values[cell] = u32::try_from(value).unwrap_or(u32::MAX);
                }
                proof.push(values);
            }
        }
        proof
    }

    /// Hides exactly a choice.
    pub(super) fn load(&mut self, hidden: &Choice) {
        if self.loaded == *hidden {
            return;
        }
        for (index, &candidate) in self.candidates.iter().enumerate() {
            let home = self.simplex.home[candidate];
            let (low, high) = if hidden.has(index) {
                (1, ENDLESS)
            } else {
                (home, home)
            };
            self.simplex.low[candidate] = low;
            self.simplex.high[candidate] = high;
        }
        self.loaded = hidden.clone();
        self.simplex.go_home();
    }

    /// Keeps a table, and returns the candidates that must be hidden for it.
    pub(super) fn keep(&mut self, values: Vec<i64>) -> Choice {
        let mut moved = Choice::none(self.candidates.len());
        for (index, &candidate) in self.candidates.iter().enumerate() {
            if values[candidate] != self.simplex.home[candidate] {
                moved.add(index);
            }
        }
        self.tables.push(Table {
            values,
            moved: moved.clone(),
        });
        moved
    }

    /// Returns those candidates, of which one must be hidden before a variable
    /// that was driven as far as it goes can go farther: the others are not
    /// named by its row.
    fn helpers(&self, variable: usize, hidden: &Choice) -> Choice {
        let tableau = &self.simplex.tableau;
        let Place::Row(row) = tableau.place[variable] else {
            return self.others(hidden);
        };
        let mut helpers = Choice::none(self.candidates.len());
        for (index, &candidate) in self.candidates.iter().enumerate() {
            if let Place::Column(column) = tableau.place[candidate]
                && tableau.rows[row].entries[column] != 0
                && !hidden.has(index)
            {
                helpers.add(index);
            }
        }
        helpers
    }

    /// Returns all candidates that are not hidden.
    fn others(&self, hidden: &Choice) -> Choice {
        let mut others = Choice::none(self.candidates.len());
        (0..self.candidates.len())
            .filter(|&index| !hidden.has(index))
            .for_each(|index| others.add(index));
        others
    }

    /// Returns how many steps all calculations have taken so far.
    pub(super) fn steps(&self) -> usize {
        self.simplex.steps
    }

    /// Returns whether every question so far was answered.
    pub(super) fn is_certain(&self) -> bool {
        self.certain
    }

    /// Asks whether a whole table has a variable at a target or beyond it.
    pub(super) fn reach(&mut self, variable: usize, target: i64, splits: u32) -> Reach {
        let answer = reach(&mut self.simplex, variable, target, splits);
        self.certain &= !matches!(answer, Reach::Unknown);
        answer
    }
}
