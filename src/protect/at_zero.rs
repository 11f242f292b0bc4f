//! That nothing has a certain finer reason, where the nämnd wants it told.
//!
//! Finer reasons are told to nobody in public papers. That one of them is nobody's
//! is told only beside its main reason, where that is shown and is zero or not
//! small: then a reader who does not find the sentence learns no more than that
//! one of many may have it, and no hidden number has a narrower range.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::Figures;
use crate::model::catalogue::Orsaker;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::protect::Telling;

/// Adds the zeros that may be told.
pub(super) fn tell(
    figures: &Figures,
    orsaker: &Orsaker,
    t: u32,
    told: &mut BTreeMap<Key, Telling>,
) {
    let reason = |id: &Arc<str>| Measure::Orsak(Remaining, Arc::clone(id));
    let exact = |key: &Key| figures.get(key).and_then(Figure::exact);
    let finer = orsaker
        .list()
        .iter()
        .filter(|orsak| orsak.at_zero && orsak.main != orsak.id);
    let mut zeros = vec![];
    for orsak in finer {
        let main = reason(&orsak.main);
        let levels = told.iter().filter(|(key, telling)| {
            key.measure == main && key.insats.is_none() && **telling == Telling::Shown
        });
        for (level, _) in levels {
            // A beslut without a reason may have any.
            let given: Option<u32> = orsaker
                .main()
                .map(|main| exact(&level.measuring(reason(&main.id))))
                .sum();
            let complete = given == exact(&level.measuring(Measure::Remaining));
            let own = level.measuring(reason(&orsak.id));
            let harmless = exact(level).is_some_and(|count| count == 0 || count >= t);
            if complete && harmless && exact(&own) == Some(0) {
                zeros.push(own);
            }
        }
    }
    told.extend(zeros.into_iter().map(|key| (key, Telling::Shown)));
}
