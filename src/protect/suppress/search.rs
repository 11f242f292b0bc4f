//! The smallest choice, by search.
//!
//! In: the attacker, a safe choice to beat, and a number of steps. Out: the
//! best choice found, and whether none is better. Each lost attack names cells
//! of which one must be hidden; the cheapest choice that meets all such demands
//! is attacked in turn, until one is safe: nothing cheaper can be (implicit
//! hitting sets; Moreno-Centeno and Karp 2013).

use super::attacker::Attack;
use super::attacker::Attacker;
use super::choice::Choice;
use super::choice::Cost;
use super::greedy;

/// Looks for a safe choice that costs less than the first, until the attacker
/// and the search have taken `budget` steps together.
pub(super) fn fewest(attacker: &mut Attacker, first: Choice, budget: usize) -> (Choice, bool) {
    let limit = greedy::cost(attacker, &first);
    let mut demands: Vec<Choice> = vec![];
    let mut nodes = 0;
    loop {
        let left = budget.saturating_sub(attacker.steps() + nodes);
        let mut search = Search {
            cost: &attacker.cost,
            best: None,
            limit,
            left,
        };
        let start = Choice::none(attacker.candidates.len());
        search.meet(&demands, start.clone(), start, Cost::default());
        if search.left == 0 {
            return (first, false);
        }
        nodes += left - search.left;
        let Some(choice) = search.best else {
            return (first, attacker.is_certain());
        };
        let before = demands.len();
        for variable in attacker.guarded.clone() {
            if let Attack::Wins(demand) = attacker.attack(variable, &choice)
                && !demands.contains(&demand)
            {
                demands.push(demand);
            }
            if attacker.steps() + nodes >= budget {
                return (first, false);
            }
        }
        if demands.len() == before {
            return (choice, attacker.is_certain());
        }
    }
}

/// A search for the cheapest choice that meets all demands.
struct Search<'a> {
    cost: &'a [Cost],
    best: Option<Choice>,
    /// Only what costs less is of interest.
    limit: Cost,
    left: usize,
}

impl Search<'_> {
    /// Adds to a choice until it meets all demands, without what is barred.
    fn meet(&mut self, demands: &[Choice], chosen: Choice, mut barred: Choice, cost: Cost) {
        // A step of the attacker looks at as much as this does.
        self.left = self.left.saturating_sub(1 + demands.len() / 4);
        if self.left == 0 {
            return;
        }
        // Demands that share nothing each cost at least their cheapest cell.
        let mut least = cost;
        let mut counted = Choice::none(self.cost.len());
        let mut tightest: Option<Vec<usize>> = None;
        for demand in demands.iter().filter(|demand| !demand.meets(&chosen)) {
            let mut free: Vec<usize> = demand
                .members()
                .filter(|&member| !barred.has(member))
                .collect();
            free.sort_by_key(|&member| (self.cost[member], member));
            let Some(&cheapest) = free.first() else {
                return;
            };
            if !demand.meets(&counted) {
                least = least + self.cost[cheapest];
                free.iter().for_each(|&member| counted.add(member));
            }
            if tightest
                .as_ref()
                .is_none_or(|tightest| free.len() < tightest.len())
            {
                tightest = Some(free);
            }
        }
        if least >= self.limit {
            return;
        }
        let Some(tightest) = tightest else {
            (self.limit, self.best) = (cost, Some(chosen));
            return;
        };
        for member in tightest {
            let mut more = chosen.clone();
            more.add(member);
            self.meet(demands, more, barred.clone(), cost + self.cost[member]);
            barred.add(member);
        }
    }
}
