//! Whether a whole table has a cell at a target or beyond it.
//!
//! In: a simplex with its bounds, a variable and a target. Out: such a table, or
//! why there is none. Where the simplex ends at a fraction the question is split
//! in two, below the fraction and above it (branch and bound; Land and Doig
//! 1960).

use super::simplex::Simplex;
use super::tableau::Overflow;

/// How many times a question that another choice may answer is split. Nearly
/// all need no split, and most others one or two.
pub(super) const FEW: u32 = 6;

/// How many times a question is split that decides whether a cell can be
/// protected at all.
pub(super) const MANY: u32 = 1000;

/// How a question ends.
#[derive(Debug)]
pub(super) enum Reach {
    /// A whole table has it at the target.
    Table(Vec<i64>),
    /// Not even fractions reach the target.
    Short,
    /// Fractions do, whole tables do not.
    Split,
    /// It was not found out.
    Unknown,
}

/// A variable, a bound, and whether it is a lower one.
type Demand = (usize, i64, bool);

/// Looks for a whole table that has a variable at a target or beyond it, seen
/// from its true value. A question left open after so many splits counts as
/// «the cell is not safe».
pub(super) fn reach(simplex: &mut Simplex, variable: usize, target: i64, splits: u32) -> Reach {
    let goal = (variable, target, target >= simplex.home[variable]);
    match insist(simplex, goal) {
        Ok(false) => return Reach::Short,
        Ok(true) => {}
        Err(Overflow) => return Reach::Unknown,
    }
    if let Some(values) = simplex.whole() {
        return Reach::Table(values);
    }
    let bounds = (simplex.low.clone(), simplex.high.clone());
    let found = split(simplex, goal, splits, &bounds);
    (simplex.low, simplex.high) = bounds;
    simplex.go_home();
    match found {
        Ok(reach) => reach,
        Err(Overflow) => Reach::Unknown,
    }
}

/// Splits a question over variables that are fractions, until a whole table is
/// found or no part is left.
fn split(
    simplex: &mut Simplex,
    goal: Demand,
    splits: u32,
    bounds: &(Vec<i64>, Vec<i64>),
) -> Result<Reach, Overflow> {
    let mut open: Vec<Vec<Demand>> = vec![vec![]];
    for _ in 0..splits {
        let Some(demands) = open.pop() else {
            return Ok(Reach::Split);
        };
        simplex.low.clone_from(&bounds.0);
        simplex.high.clone_from(&bounds.1);
        simplex.go_home();
        if !insist_on_all(simplex, &demands, goal)? {
            continue;
        }
        if let Some(values) = simplex.whole() {
            return Ok(Reach::Table(values));
        }
        let fraction = (0..simplex.home.len())
            .map(|variable| (variable, simplex.value(variable)))
            .find(|(_, (value, scale))| value % scale != 0);
        if let Some((variable, (value, scale))) = fraction {
            let below = value.div_euclid(scale);
            let mut halves = [(variable, below, false), (variable, below + 1, true)];
            // The half with the true value is looked at first.
            if simplex.home[variable] <= below {
                halves.reverse();
            }
            for demand in halves {
                open.push(demands.iter().copied().chain([demand]).collect());
            }
        }
    }
    Ok(Reach::Unknown)
}

/// Makes every demand a bound as soon as it is met, then drives to the goal.
fn insist_on_all(
    simplex: &mut Simplex,
    demands: &[Demand],
    goal: Demand,
) -> Result<bool, Overflow> {
    for &demand in demands {
        if !insist(simplex, demand)? {
            return Ok(false);
        }
        let (variable, bound, is_lower) = demand;
        if is_lower {
            simplex.low[variable] = simplex.low[variable].max(bound);
        } else {
            simplex.high[variable] = simplex.high[variable].min(bound);
        }
    }
    insist(simplex, goal)
}

/// Drives a variable to a bound unless it is within already.
fn insist(simplex: &mut Simplex, (variable, bound, is_lower): Demand) -> Result<bool, Overflow> {
    let (value, scale) = simplex.value(variable);
    let within = if is_lower {
        value >= bound * scale
    } else {
        value <= bound * scale
    };
    if within {
        Ok(true)
    } else {
        simplex.drive(variable, bound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protect::suppress::simplex::ENDLESS;
    use crate::protect::suppress::tableau::Tableau;

    /// Three sums of two, with the sums told: what the first part can be.
    #[track_caller]
    fn case(values: [i64; 3], target: i64, expected: Option<[i64; 3]>) {
        let [x, y, z] = values;
        // The true parts solve it alone, until the last sum may change too.
        let relations = [
            (vec![3], vec![0, 1]),
            (vec![4], vec![1, 2]),
            (vec![5], vec![2, 0]),
        ];
        let tableau = Tableau::new(6, &relations).expect("it is small");
        let mut simplex = Simplex::new(tableau, vec![x, y, z, x + y, y + z, z + x]);
        for part in [0, 1, 2, 5] {
            (simplex.low[part], simplex.high[part]) = (1, ENDLESS);
        }
        let found = match reach(&mut simplex, 0, target, MANY) {
            Reach::Table(values) => Some([values[0], values[1], values[2]]),
            Reach::Short | Reach::Split | Reach::Unknown => None,
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn a_part_goes_as_far_as_the_others_give_way() {
        case([2, 4, 3], 5, Some([5, 1, 6]));
        case([2, 4, 3], 6, None);
        case([2, 4, 3], 1, Some([1, 5, 2]));
        case([2, 4, 3], 0, None);
    }
}
