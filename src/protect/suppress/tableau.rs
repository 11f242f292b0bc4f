//! Linear relations solved for some of their variables, in whole numbers.
//!
//! In: relations `Σ ±x = constant`. Out: every *row* variable as a sum of the
//! *column* variables: `scale · x = Σ entry · column`, up to a constant that
//! nobody needs, because only changes are counted. A row that would need
//! fractions has a scale above 1 instead, so no floating point is needed.
//! Bounds, and where the columns stand, are in `simplex`.

/// Where a variable stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is told by the columns.
    Row(usize),
    /// It is one of those that tell.
    Column(usize),
}

/// One relation, solved for its variable.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) variable: usize,
    /// The denominator, above zero. It is 1 in nearly every row.
    pub(super) scale: i64,
    /// Where the variable stands, in parts of the scale.
    pub(super) amount: i64,
    /// What a step of each column adds to the amount.
    pub(super) entries: Vec<i64>,
}

/// The relations, solved.
#[derive(Debug, Clone)]
pub(super) struct Tableau {
    pub(super) rows: Vec<Row>,
    /// The variable of each column.
    pub(super) columns: Vec<usize>,
    /// Where each variable stands.
    pub(super) place: Vec<Place>,
}

/// No entry and no scale is larger, so that products with counts fit in 64 bits.
/// Random quarters with 40 insatser came to 109.
const LARGEST: i64 = 1 << 20;

/// An entry grew beyond [`LARGEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Overflow;

impl Tableau {
    /// Solves relations, each the variables it adds and those it takes away.
    pub(super) fn new(
        variables: usize,
        relations: &[(Vec<usize>, Vec<usize>)],
    ) -> Result<Self, Overflow> {
        // Each relation begins as a row of its own, whose variable stays 0.
        let rows = relations.iter().enumerate().map(|(index, (plus, minus))| {
            let mut entries = vec![0; variables];
            plus.iter().for_each(|&variable| entries[variable] += 1);
            minus.iter().for_each(|&variable| entries[variable] -= 1);
            Row {
                variable: variables + index,
                scale: 1,
                amount: 0,
                entries,
            }
        });
        let mut tableau = Self {
            rows: rows.collect(),
            columns: (0..variables).collect(),
            place: (0..variables).map(Place::Column).collect(),
        };
        tableau.place.extend((0..relations.len()).map(Place::Row));
        for row in 0..relations.len() {
            // The variable in the fewest rows keeps the tableau sparse.
            let best = (0..variables)
                .filter(|&column| tableau.columns[column] < variables)
                .filter(|&column| tableau.rows[row].entries[column] != 0)
                .min_by_key(|&column| {
                    let size = tableau.rows[row].entries[column].abs();
                    (
                        size,
                        tableau
                            .rows
                            .iter()
                            .filter(|row| row.entries[column] != 0)
                            .count(),
                    )
                });
            if let Some(column) = best {
                tableau.pivot(row, column, 0, 0)?;
            }
        }
        tableau.forget(variables);
        Ok(tableau)
    }

    /// Lets the variables of a row and of a column change places, while the
    /// one that leaves its row changes by `gap` parts of the row's scale.
    /// `at` is where the entering one stands.
    pub(super) fn pivot(
        &mut self,
        row: usize,
        column: usize,
        at: i64,
        gap: i64,
    ) -> Result<(), Overflow> {
        let pivot = self.rows[row].entries[column];
        debug_assert!(pivot != 0, "a variable is only told by one it depends on");
        let scale = self.rows[row].scale;
        let leaving: Vec<(usize, i64)> = (self.rows[row].entries.iter().copied().enumerate())
            .filter(|&(other, entry)| other != column && entry != 0)
            .collect();
        for (index, other) in self.rows.iter_mut().enumerate() {
            let entry = other.entries[column];
            if index == row || entry == 0 {
                continue;
            }
            // pivot · entering = scale · leaving − the rest, put in for it.
            let shared = divisor(pivot, entry) * pivot.signum();
            let (times, factor) = (pivot / shared, entry / shared);
            other.multiply(times)?;
            for &(at, entry) in &leaving {
                other.entries[at] -= factor * entry;
            }
            other.entries[column] = factor * scale;
            let change = factor.checked_mul(gap).ok_or(Overflow)?;
            other.amount = other.amount.checked_add(change).ok_or(Overflow)?;
            other.reduce();
            let mut changed = leaving.iter().map(|(at, _)| other.entries[*at]);
            if other.scale > LARGEST || changed.any(|entry| entry.abs() > LARGEST) {
                return Err(Overflow);
            }
        }
        let line = &mut self.rows[row];
        for &(at, entry) in &leaving {
            line.entries[at] = -pivot.signum() * entry;
        }
        line.entries[column] = pivot.signum() * scale;
        line.scale = pivot.abs();
        line.amount = at.checked_mul(line.scale).ok_or(Overflow)? + pivot.signum() * gap;
        line.reduce();
        std::mem::swap(&mut line.variable, &mut self.columns[column]);
        self.place[line.variable] = Place::Row(row);
        self.place[self.columns[column]] = Place::Column(column);
        Ok(())
    }

    /// Takes away the rows' own variables, which stay 0, and the rows that say
    /// nothing.
    fn forget(&mut self, variables: usize) {
        let columns = std::mem::take(&mut self.columns);
        self.rows.retain(|row| row.variable < variables);
        for row in &mut self.rows {
            let entries = row.entries.iter().zip(&columns);
            row.entries = entries
                .filter(|(_, column)| **column < variables)
                .map(|(entry, _)| *entry)
                .collect();
        }
        self.columns = columns
            .into_iter()
            .filter(|&column| column < variables)
            .collect();
        self.place.truncate(variables);
        for (index, row) in self.rows.iter().enumerate() {
            self.place[row.variable] = Place::Row(index);
        }
        for (column, &variable) in self.columns.iter().enumerate() {
            self.place[variable] = Place::Column(column);
        }
    }
}

impl Row {
    /// Multiplies the whole relation.
    fn multiply(&mut self, times: i64) -> Result<(), Overflow> {
        if times != 1 {
            self.entries.iter_mut().for_each(|entry| *entry *= times);
            self.scale *= times;
            self.amount = self.amount.checked_mul(times).ok_or(Overflow)?;
            if self.entries.iter().any(|entry| entry.abs() > LARGEST) {
                return Err(Overflow);
            }
        }
        Ok(())
    }

    /// Divides the whole relation by what all its numbers share.
    fn reduce(&mut self) {
        let mut shared = divisor(self.scale, self.amount);
        for &entry in &self.entries {
            if shared == 1 {
                return;
            }
            shared = divisor(shared, entry);
        }
        if shared > 1 {
            self.entries.iter_mut().for_each(|entry| *entry /= shared);
            self.scale /= shared;
            self.amount /= shared;
        }
    }
}

/// Returns the greatest common divisor, above zero unless both are 0.
fn divisor(one: i64, other: i64) -> i64 {
    let (mut one, mut other) = (one.abs(), other.abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each row's entries keep the relations when columns change.
    fn keeps(tableau: &Tableau, relations: &[(Vec<usize>, Vec<usize>)]) -> bool {
        (0..tableau.columns.len()).all(|column| {
            // A step of one column, in parts that all scales divide.
            let parts: i64 = tableau.rows.iter().map(|row| row.scale).product();
            let mut change = vec![0; tableau.place.len()];
            change[tableau.columns[column]] = parts;
            for row in &tableau.rows {
                change[row.variable] = row.entries[column] * parts / row.scale;
            }
            relations.iter().all(|(plus, minus)| {
                let sum = |side: &[usize]| side.iter().map(|&at| change[at]).sum::<i64>();
                sum(plus) == sum(minus)
            })
        })
    }

    #[test]
    fn relations_hold_whatever_is_solved_for() {
        // A ring of odd length: solved for its sums it has halves.
        let relations = [
            (vec![0], vec![3, 4]),
            (vec![1], vec![4, 5]),
            (vec![2], vec![5, 3]),
        ];
        let mut tableau = Tableau::new(6, &relations).expect("it is small");
        let mut halves = 0;
        for round in 0..60 {
            let row = round % tableau.rows.len();
            let column = round * 7 % tableau.columns.len();
            if tableau.rows[row].entries[column] != 0 {
                tableau.pivot(row, column, 0, 0).expect("it is small");
            }
            assert!(keeps(&tableau, &relations), "round {round}: {tableau:?}");
            halves += usize::from(tableau.rows.iter().any(|row| row.scale == 2));
        }
        assert!(halves > 0);
    }

    #[test]
    fn a_relation_said_twice_is_one_row() {
        let relation = (vec![0], vec![1, 2]);
        let tableau = Tableau::new(3, &[relation.clone(), relation]).expect("it is small");
        assert_eq!(tableau.rows.len(), 1);
        assert_eq!(tableau.columns.len(), 2);
    }
}
