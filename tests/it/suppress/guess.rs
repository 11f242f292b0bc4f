//! An attacker of another kind: tries all numbers, and narrows bounds.
//!
//! Nothing here is shared with the solver that is tested.

use evb::protect::suppress::Cells;
use evb::protect::suppress::Role;

/// No count in a test is above this.
pub(crate) const MOST: i64 = 400;

/// Returns the least and the most a cell can be; the most is [`MOST`] where
/// nothing bounds it.
pub(crate) fn range(cells: &Cells, hidden: &[bool], cell: usize) -> (u32, u32) {
    let truth = cells.values[cell];
    let least = (0..truth).find(|&value| possible(cells, hidden, cell, value, value));
    let above = u32::try_from(MOST).expect("it is positive");
    let most = (truth + 1..=above)
        .rev()
        .find(|&value| possible(cells, hidden, cell, value, value));
    (least.unwrap_or(truth), most.unwrap_or(truth))
}

/// Returns whether some table agrees with all that is shown and has a cell
/// between two numbers.
pub(crate) fn possible(cells: &Cells, hidden: &[bool], cell: usize, low: u32, high: u32) -> bool {
    let mut bounds: Vec<(i64, i64)> = (0..cells.values.len())
        .map(|index| {
            let value = i64::from(cells.values[index]);
            match cells.roles[index] {
                Role::Untold => (0, MOST),
                _ if hidden[index] && value > 0 => (1, MOST),
                _ => (value, value),
            }
        })
        .collect();
    bounds[cell] = (
        bounds[cell].0.max(low.into()),
        bounds[cell].1.min(high.into()),
    );
    search(cells, bounds)
}

/// Narrows, then tries the tightest open cell, lowest number first.
fn search(cells: &Cells, mut bounds: Vec<(i64, i64)>) -> bool {
    if !narrow(cells, &mut bounds) {
        return false;
    }
    let open = (0..bounds.len()).filter(|&index| bounds[index].0 < bounds[index].1);
    let Some(open) = open.min_by_key(|&index| bounds[index].1 - bounds[index].0) else {
        return true;
    };
    let (low, high) = bounds[open];
    (low..=high).any(|value| {
        let mut tried = bounds.clone();
        tried[open] = (value, value);
        search(cells, tried)
    })
}

/// Draws what each sum says about its cells, until nothing changes.
fn narrow(cells: &Cells, bounds: &mut [(i64, i64)]) -> bool {
    loop {
        let before = bounds.to_vec();
        for sum in &cells.sums {
            let low: i64 = sum.parts.iter().map(|&part| bounds[part].0).sum();
            let high: i64 = sum.parts.iter().map(|&part| bounds[part].1).sum();
            let whole = &mut bounds[sum.whole];
            *whole = (whole.0.max(low), whole.1.min(high));
            let whole = *whole;
            for &part in &sum.parts {
                let (own_low, own_high) = bounds[part];
                bounds[part] = (
                    own_low.max(whole.0 - (high - own_high)),
                    own_high.min(whole.1 - (low - own_low)),
                );
            }
            // The sums of bounds above are from before this sum's own parts
            // narrowed; the next round sees to that.
        }
        if bounds.iter().any(|(low, high)| low > high) {
            return false;
        }
        if bounds == before.as_slice() {
            return true;
        }
    }
}
