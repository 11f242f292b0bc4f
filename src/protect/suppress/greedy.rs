//! A good choice, quickly: a way out for each cell in turn, then whatever
//! proves unnecessary is shown again.
//!
//! In: the attacker. Out: a safe choice from which nothing can be shown again
//! by itself, or the cells that not even hiding everything protects. Several
//! orders are tried, always the same ones, and the best result is kept.

use super::attacker::Attack;
use super::attacker::Attacker;
use super::choice::Choice;
use super::choice::Cost;

/// In which order cells are seen to, and what a sum costs more than a part. No
/// order is best for every quarter.
const TRIES: [(Order, i64); 3] = [
    (Order::Backwards, 300),
    (Order::Smallest, -600),
    (Order::Forwards, 0),
];

/// What hiding a cell costs for each step away from its true count, so high
/// that the number of cells weighs more than what they hold.
const PRICE: i64 = 1000;

/// Above this a larger count costs nothing more.
const LARGE: u64 = 200;

/// In which order cells are seen to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// As they come.
    Forwards,
    /// The last first.
    Backwards,
    /// The smallest first: they need most.
    Smallest,
}

/// Finds a safe choice, or names the cells that block one. The first try is
/// always made, the others while less than `budget` steps are taken.
pub(super) fn widen(attacker: &mut Attacker, budget: usize) -> Result<Choice, Vec<usize>> {
    let mut best: Option<(Cost, Choice)> = None;
    for (order, sum) in TRIES {
        if best.is_none() || attacker.steps() < budget {
            let choice = attempt(attacker, order, sum)?;
            let found = (cost(attacker, &choice), choice);
            best = Some(match best {
                Some(best) => best.min(found),
                None => found,
            });
        }
    }
    Ok(best.expect("the first try is always made").1)
}

/// Returns what a choice costs.
pub(super) fn cost(attacker: &Attacker, choice: &Choice) -> Cost {
    choice
        .members()
        .fold(Cost::default(), |sum, member| sum + attacker.cost[member])
}

/// Shows again whatever need not be hidden, the dearest first.
fn prune(attacker: &mut Attacker, mut choice: Choice) -> Choice {
    let mut members: Vec<usize> = choice.members().collect();
    members.sort_by_key(|&member| {
        let Cost { hides, sums, .. } = attacker.cost[member];
        std::cmp::Reverse((sums, hides, member))
    });
    for member in members {
        let mut fewer = choice.clone();
        fewer.remove(member);
        if is_safe(attacker, &fewer) {
            choice = fewer;
        }
    }
    choice
}

/// Returns whether every guarded cell is safe under a choice.
fn is_safe(attacker: &mut Attacker, choice: &Choice) -> bool {
    attacker
        .guarded
        .clone()
        .into_iter()
        .all(|variable| attacker.attack(variable, choice) == Attack::Fails)
}

/// Sees to every cell in one order, then prunes.
fn attempt(attacker: &mut Attacker, order: Order, sum: i64) -> Result<Choice, Vec<usize>> {
    let mut variables = attacker.guarded.clone();
    match order {
        Order::Forwards => {}
        Order::Backwards => variables.reverse(),
        Order::Smallest => variables.sort_by_key(|&variable| attacker.truth_of(variable)),
    }
    let price = |cost: &Cost| {
        let hides = i64::try_from(cost.hides.min(LARGE)).expect("it is not large");
        PRICE + hides + if cost.sums > 0 { sum } else { 0 }
    };
    let prices: Vec<i64> = attacker.cost.iter().map(price).collect();
    let mut choice = Choice::none(attacker.candidates.len());
    let mut blocked = vec![];
    for variable in variables {
        if attacker.attack(variable, &choice) != Attack::Fails {
            match attacker.way_out(variable, &choice, &prices) {
                Some(more) => choice.join(&more),
                None => blocked.push(attacker.cell_of(variable)),
            }
        }
    }
    if blocked.is_empty() {
        Ok(prune(attacker, choice))
    } else {
        blocked.sort_unstable();
        Err(blocked)
    }
}
