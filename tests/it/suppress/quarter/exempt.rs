//! Which cells a random quarter cannot guard, because a small total is told.

use super::OPEN;
use super::Quarter;
use super::Role;

/// Of a population too small for its names only the total and the names are
/// told.
pub(super) fn exempt(quarter: &mut Quarter, rows: &[String], acts: usize, t: u32) {
    for act in 0..acts {
        let prefix = format!("a{act} i");
        for population in OPEN {
            let total = quarter.cells.values[quarter.index[&format!("a{act} {population}")]];
            let cells: Vec<usize> = rows
                .iter()
                .filter(|row| row.starts_with(&prefix))
                .map(|row| quarter.index[&format!("{row} {population}")])
                .collect();
            let named = cells
                .iter()
                .filter(|&&cell| quarter.cells.values[cell] > 0)
                .count();
            let named = u32::try_from(named).expect("few");
            if total < t + named.saturating_sub(1) {
                if population == "kvar" {
                    let splits = quarter
                        .names
                        .iter()
                        .enumerate()
                        .filter(|(_, name)| name.starts_with(&format!("a{act} ")));
                    for (cell, _) in splits {
                        if quarter.cells.roles[cell] != Role::Open {
                            quarter.cells.roles[cell] = Role::Exempt;
                        }
                    }
                }
                for cell in cells {
                    quarter.cells.roles[cell] = Role::Exempt;
                }
                follow(quarter, rows, &prefix, population);
            }
        }
    }
}

/// Who is named in one small population and in no other is told by the names,
/// and a total over both acts tells of the act that is not split.
fn follow(quarter: &mut Quarter, rows: &[String], prefix: &str, population: &str) {
    let splits_of = |row: &str| format!("{row} ");
    let mut bound = vec![];
    if population == "kvar" {
        bound.push(splits_of("alla"));
    } else {
        for row in rows.iter().filter(|row| row.starts_with(prefix)) {
            let value = |key: &str| quarter.cells.values[quarter.index[&format!("{row} {key}")]];
            if value("kvar") > 0 && value("kvar") == value(population) {
                bound.push(splits_of(row));
            }
        }
    }
    for (cell, name) in quarter.names.iter().enumerate() {
        let is_bound = bound.iter().any(|prefix| name.starts_with(prefix.as_str()));
        if is_bound && quarter.cells.roles[cell] != Role::Open {
            quarter.cells.roles[cell] = Role::Exempt;
        }
    }
}
