//! The quarters up to one of them, with gaps as gaps.

use std::collections::BTreeMap;

use crate::derive::Figures;
use crate::model::quarter::Quarter;

/// Returns every quarter from the first on disk to `until`, and nothing for
/// those that are not there. A report knows no later quarter than its own, so
/// that it can be made again as it was.
pub fn until(all: &BTreeMap<Quarter, Figures>, until: Quarter) -> Vec<(Quarter, Option<&Figures>)> {
    let Some(first) = all.keys().next().copied().filter(|first| *first <= until) else {
        return vec![];
    };
    std::iter::successors(Some(first), |quarter| Some(quarter.next()))
        .take_while(|quarter| *quarter <= until)
        .map(|quarter| (quarter, all.get(&quarter)))
        .collect()
}
