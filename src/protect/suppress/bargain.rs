//! A cheap way to make one cell safe.
//!
//! In: a guarded cell that is told by what is shown, and what each candidate
//! costs. Out: the candidates that a possible table moves. Prices are counted
//! for each step and not for each cell, so this is a good proposal and not the
//! best one; `greedy` takes back what proves unnecessary.

use super::attacker::Attack;
use super::attacker::Attacker;
use super::choice::Choice;
use super::reach::MANY;
use super::reach::Reach;

impl Attacker {
    /// Returns the candidates to hide for a guarded variable to reach `t`, as
    /// few as a calculation with fractions can tell, and nothing if not even
    /// all of them suffice. `prices` are what each costs for each step away from
    /// its true count.
    pub(super) fn way_out(
        &mut self,
        variable: usize,
        hidden: &Choice,
        prices: &[i64],
    ) -> Option<Choice> {
        let mut all = Choice::none(self.candidates.len());
        (0..self.candidates.len()).for_each(|candidate| all.add(candidate));
        self.load(&all);
        self.simplex.go_home();
        for (index, &candidate) in self.candidates.iter().enumerate() {
            if !hidden.has(index) {
                self.simplex.price[candidate] = prices[index];
            }
        }
        let arrived = self.simplex.drive(variable, self.t);
        self.simplex.price.fill(0);
        if arrived == Ok(true) {
            if let Some(values) = self.simplex.whole() {
                return Some(self.keep(values));
            }
            let mut wider = hidden.clone();
            for (index, &candidate) in self.candidates.iter().enumerate() {
                let (value, scale) = self.simplex.value(candidate);
                if value != self.simplex.home[candidate] * scale {
                    wider.add(index);
                }
            }
            if self.attack(variable, &wider) == Attack::Fails {
                return Some(wider);
            }
        }
        self.load(&all);
        match self.reach(variable, self.t, MANY) {
            Reach::Table(values) => Some(self.keep(values)),
            Reach::Short | Reach::Split | Reach::Unknown => None,
        }
    }
}
