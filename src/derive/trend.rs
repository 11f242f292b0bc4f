//! The quarters up to one of them, with gaps as gaps.

use std::collections::BTreeMap;

use crate::derive::Figures;
use crate::model::quarter::Quarter;

/// How many quarters a document looks back on: three years with its own.
pub const LONGEST: usize = 12;

/// Returns every quarter from the first on disk to `until`, at most the last
/// [`LONGEST`], and nothing for
/// those that are not there. A report knows no later quarter than its own, so
/// that it can be made again as it was.
pub fn until(all: &BTreeMap<Quarter, Figures>, until: Quarter) -> Vec<(Quarter, Option<&Figures>)> {
    let Some(first) = all.keys().next().copied().filter(|first| *first <= until) else {
        return vec![];
    };
    let mut quarters: Vec<_> = std::iter::successors(Some(until), |q| Some(q.previous()))
        .take_while(|quarter| *quarter >= first)
        .take(LONGEST)
        .map(|quarter| (quarter, all.get(&quarter)))
        .collect();
    quarters.reverse();
    quarters
}
