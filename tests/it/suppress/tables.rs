//! Small random tables that share their margins.

use evb::protect::suppress::Role;

use crate::suppress::quarter::Chance;
use crate::suppress::quarter::Quarter;

/// Makes insatser × several splits, with row totals, column totals and an open
/// sum of all. `most` is the largest count of an insats.
pub(crate) fn table(chance: &mut Chance, insatser: usize, splits: &[usize], most: u32) -> Quarter {
    let mut quarter = Quarter::default();
    let all = quarter.cell("alla", Role::Open);
    let rows: Vec<usize> = (0..insatser)
        .map(|row| quarter.cell(&format!("i{row}"), Role::May))
        .collect();
    for &row in &rows {
        quarter.cells.values[row] = chance.below(most + 1);
        quarter.cells.values[all] += quarter.cells.values[row];
    }
    quarter.sum(all, rows.clone());
    for (split, &width) in splits.iter().enumerate() {
        let mut columns = vec![vec![]; width];
        for (row, &whole) in rows.iter().enumerate() {
            let parts: Vec<usize> = (0..width)
                .map(|column| {
                    let untold = column + 1 == width && chance.below(4) == 0;
                    let role = if untold { Role::Untold } else { Role::May };
                    quarter.cell(&format!("i{row} {split}.{column}"), role)
                })
                .collect();
            for _ in 0..quarter.cells.values[whole] {
                let column = chance.below(u32::try_from(width).expect("few")) as usize;
                quarter.cells.values[parts[column]] += 1;
            }
            parts
                .iter()
                .zip(&mut columns)
                .for_each(|(&part, column)| column.push(part));
            quarter.sum(whole, parts);
        }
        let totals: Vec<usize> = columns
            .into_iter()
            .enumerate()
            .map(|(index, column)| {
                let role = if chance.below(8) == 0 {
                    Role::Known
                } else {
                    Role::May
                };
                let total = quarter.cell(&format!("alla {split}.{index}"), role);
                quarter.cells.values[total] =
                    column.iter().map(|&part| quarter.cells.values[part]).sum();
                quarter.sum(total, column);
                total
            })
            .collect();
        quarter.sum(all, totals);
    }
    quarter
}

/// Makes a cube of `side`, 2 and 2 cells with all its two-way margins, whose
/// possible tables have corners that are no whole numbers.
pub(crate) fn cube(chance: &mut Chance, side: usize) -> Quarter {
    let mut quarter = Quarter::default();
    let sizes = [side, 2, 2];
    let name = |at: [Option<usize>; 3]| {
        at.map(|index| index.map_or("·".to_owned(), |index| index.to_string()))
            .join("")
    };
    let mut cells = vec![];
    for x in 0..side {
        for (y, z) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let cell = quarter.cell(&name([Some(x), Some(y), Some(z)]), Role::May);
            quarter.cells.values[cell] = chance.below(7);
            cells.push(([x, y, z], cell));
        }
    }
    for axis in 0..3 {
        let others: Vec<usize> = (0..3).filter(|&other| other != axis).collect();
        for one in 0..sizes[others[0]] {
            for two in 0..sizes[others[1]] {
                let parts: Vec<usize> = (cells.iter())
                    .filter(|(at, _)| at[others[0]] == one && at[others[1]] == two)
                    .map(|(_, cell)| *cell)
                    .collect();
                let mut at = [None; 3];
                (at[others[0]], at[others[1]]) = (Some(one), Some(two));
                let total = quarter.cell(&name(at), Role::May);
                quarter.cells.values[total] =
                    parts.iter().map(|&part| quarter.cells.values[part]).sum();
                quarter.sum(total, parts);
            }
        }
    }
    // One grand total, open, over one of the margins, and over all cells.
    let all = quarter.cell("alla", Role::Open);
    let parts: Vec<usize> = cells.iter().map(|(_, cell)| *cell).collect();
    quarter.cells.values[all] = parts.iter().map(|&part| quarter.cells.values[part]).sum();
    quarter.sum(all, parts);
    quarter
}
