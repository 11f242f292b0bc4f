//! A choice among the cells that can be hidden beside the small ones.
//!
//! In: numbers of candidates. Out: sets of them, what they cost, and which is
//! the better.

/// What a choice costs; the first difference decides: how many cells, the sum
/// of what they hide, and how many of them are sums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    pub(super) cells: u64,
    pub(super) hides: u64,
    pub(super) sums: u64,
}

impl std::ops::Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            cells: self.cells + other.cells,
            hides: self.hides + other.hides,
            sums: self.sums + other.sums,
        }
    }
}

/// A set of candidates.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choice(Vec<u64>);

impl Choice {
    /// Nothing, of so many candidates.
    pub(super) fn none(candidates: usize) -> Self {
        Self(vec![0; candidates.div_ceil(64)])
    }

    /// Adds a candidate.
    pub(super) fn add(&mut self, candidate: usize) {
        self.0[candidate / 64] |= 1 << (candidate % 64);
    }

    /// Takes a candidate away.
    pub(super) fn remove(&mut self, candidate: usize) {
        self.0[candidate / 64] &= !(1 << (candidate % 64));
    }

    /// Adds all of another choice.
    pub(super) fn join(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    /// Returns whether a candidate is chosen.
    pub(super) fn has(&self, candidate: usize) -> bool {
        self.0[candidate / 64] >> (candidate % 64) & 1 == 1
    }

    /// Returns whether every candidate here is in the other choice too.
    pub(super) fn within(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(&other.0)
            .all(|(word, all)| word & !all == 0)
    }

    /// Returns whether the two share a candidate.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(&other.0)
            .any(|(word, that)| word & that != 0)
    }

    /// Returns the candidates, rising.
    pub(super) fn members(&self) -> impl Iterator<Item = usize> {
        (0..self.0.len() * 64).filter(|&candidate| self.has(candidate))
    }
}
