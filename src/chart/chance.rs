//! Chance for tests: the same numbers every time, from a seed. In: a seed.
//! Out: numbers below a bound.

/// A linear congruential generator with Knuth's factor and addend.
#[derive(Debug, Clone)]
pub(super) struct Chance(pub(super) u64);

impl Chance {
    /// Returns a number from nought to one less than the bound.
    pub(super) fn below(&mut self, bound: i32) -> i32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = i64::try_from(self.0 >> 33).expect("31 bits");
        i32::try_from(high % i64::from(bound)).expect("below an i32")
    }
}
