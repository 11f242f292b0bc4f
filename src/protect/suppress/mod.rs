//! Hides small counts in tables that share cells, and proves that they stay
//! hidden.
//!
//! In: cells, the sums among them, and what may happen to each. Out: which
//! cells are hidden, with a proof, or the cells that cannot be protected. The
//! rule: a count of 1 up to `t − 1` is hidden, and so are as few others as
//! needed for somebody who knows all shown numbers, the sums, `t`, and that a
//! hidden count is at least 1, to find each small count possible at `t` or
//! more (cell suppression; Fischetti and Salazar-González 2001). The true table
//! is possible too, so such a count is never told exactly.
//!
//! The proof is plain: tables of whole numbers, one of them for each small
//! count, that agree with everything shown. [`proves`] only adds and compares.
//! Which cells a document has, and what they are called, is not known here.

mod choice;
mod tableau;
mod simplex;
mod pricing;
mod reach;
mod attacker;
mod range;
mod bargain;
mod greedy;
mod search;

use attacker::Attacker;

/// One cell that is the sum of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The index of the sum.
    pub whole: usize,
    /// The indices of what it adds.
    pub parts: Vec<usize>,
}

/// What may happen to a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is always told, as the statute asks.
    Open,
    /// It was told earlier, or somewhere else.
    Known,
    /// It is told if it can be.
    May,
    /// It is told nowhere, not even that it is hidden; but it can be
    /// calculated, and is guarded as if it were hidden.
    Untold,
    /// It is hidden for certain, and need not be guarded: the names and the
    /// total are told, and that may give it away. That it is 0 is no secret.
    Exempt,
    /// It is told nowhere, like `Untold`, and need not be guarded.
    Free,
}

/// The cells of everything that is published together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// The true counts.
    pub values: Vec<u32>,
    /// What they add up to.
    pub sums: Vec<Sum>,
    /// What may happen to each.
    pub roles: Vec<Role>,
}

/// What is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Whether each cell is hidden; `Untold`, `Exempt` and `Free` cells are.
    pub hidden: Vec<bool>,
    /// Possible tables that together make each small count `t` or more.
    pub proof: Vec<Vec<u32>>,
    /// Whether the search showed that no fewer cells would do.
    pub fewest: bool,
}

/// The cells that nothing can protect, because what must be told gives them
/// away. There is at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// Their indices, rising.
    pub cells: Vec<usize>,
}

/// Hides what has to be hidden. After `budget` steps of calculation it takes
/// the best pattern so far, which is then not proved to be the smallest; one is
/// always looked for, whatever the budget.
///
/// # Panics
///
/// If a sum is not the sum of its parts, or a cell has no role.
pub fn protect(cells: &Cells, t: u32, budget: usize) -> Result<Pattern, Blocked> {
    assert!(
        adds_up(cells, &cells.values),
        "a whole is the sum of its parts"
    );
    let mut attacker = Attacker::new(cells, t);
    let first = greedy::widen(&mut attacker, budget / 2).map_err(|cells| Blocked { cells })?;
    let (choice, fewest) = search::fewest(&mut attacker, first, budget);
    let pattern = Pattern {
        hidden: attacker.hidden(&choice),
        proof: attacker.proof(&choice),
        fewest,
    };
    // What the solver says is never believed: fail closed.
    match unproved(cells, t, &pattern) {
        missing if missing.is_empty() => Ok(pattern),
        missing => Err(Blocked { cells: missing }),
    }
}

/// Hides the small counts and nothing else, which is not enough.
pub fn primary(cells: &Cells, t: u32) -> Pattern {
    let hidden = |(role, &value): (&Role, &u32)| match role {
        Role::Open | Role::Known => false,
        Role::May => value > 0 && value < t,
        Role::Untold | Role::Exempt | Role::Free => true,
    };
    Pattern {
        hidden: cells.roles.iter().zip(&cells.values).map(hidden).collect(),
        proof: vec![],
        fewest: false,
    }
}

/// Returns whether the proof holds: every table in it is possible, every small
/// count is hidden, and some table has it at `t` or more.
pub fn proves(cells: &Cells, t: u32, pattern: &Pattern) -> bool {
    unproved(cells, t, pattern).is_empty()
}

/// Returns the least and the most a cell can be for somebody who knows all that
/// is shown. [`u32::MAX`] means that nothing bounds it. If the calculation
/// outgrows its limits the range is too narrow, never too wide.
pub fn range(cells: &Cells, pattern: &Pattern, cell: usize) -> (u32, u32) {
    Attacker::facing(cells, pattern).range(cell)
}

/// Returns the cells that are to be guarded: small, and not told by the
/// statute or earlier.
pub fn guarded(cells: &Cells, t: u32) -> Vec<usize> {
    (0..cells.values.len())
        .filter(|&cell| matches!(cells.roles[cell], Role::May | Role::Untold))
        .filter(|&cell| (1..t).contains(&cells.values[cell]))
        .collect()
}

/// Returns the guarded cells that the proof does not cover.
fn unproved(cells: &Cells, t: u32, pattern: &Pattern) -> Vec<usize> {
    let possible = |table: &&Vec<u32>| {
        let agrees = (0..cells.values.len()).all(|cell| {
            let (value, truth) = (table[cell], cells.values[cell]);
            match cells.roles[cell] {
                Role::Untold | Role::Free => true,
                _ if !pattern.hidden[cell] || truth == 0 => value == truth,
                _ => value >= 1,
            }
        });
        agrees && adds_up(cells, table)
    };
    let tables: Vec<&Vec<u32>> = pattern.proof.iter().filter(possible).collect();
    guarded(cells, t)
        .into_iter()
        .filter(|&cell| !pattern.hidden[cell] || !tables.iter().any(|table| table[cell] >= t))
        .collect()
}

/// Returns whether every whole is the sum of its parts.
fn adds_up(cells: &Cells, table: &[u32]) -> bool {
    cells.sums.iter().all(|sum| {
        let parts: u64 = sum.parts.iter().map(|&part| u64::from(table[part])).sum();
        u64::from(table[sum.whole]) == parts
    })
}
