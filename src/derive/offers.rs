//! How the offers of the remaining beslut stand.
//!
//! Offers are made where there is a place to offer: they are counted for insatser
//! that are housing, and for those where any row of the quarter has one. There
//! «utan erbjudande» is a count as the others, and zero is known; elsewhere
//! nothing is. A quarter without a single offer is one of a nämnd that does not
//! write them down, and nothing is counted in it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::offer::Offered;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;

/// Returns the insatser whose offers are counted.
pub(super) fn counted(report: &Report, insatser: &Insatser) -> BTreeSet<(Act, InsatsId)> {
    let is_home = |id: &str| {
        let insats = insatser.get(id);
        insats.is_some_and(|insats| insats.housing == Some(true))
    };
    if report.counted().all(|beslut| beslut.offers.is_empty()) {
        return BTreeSet::new();
    }
    report
        .counted()
        .filter(|beslut| is_home(&beslut.insats) || !beslut.offers.is_empty())
        .map(|beslut| (beslut.act, Arc::clone(&beslut.insats)))
        .collect()
}

/// Returns how the offers of a row stand. Whoever has declined has had an offer,
/// also where it is not written down: then nothing is known of it.
pub(super) fn state(beslut: &Beslut, orsaker: &Orsaker) -> Option<Offered> {
    let orsak = beslut.orsak.as_ref().and_then(|id| orsaker.get(id));
    let declined = orsak.is_some_and(|orsak| orsak.main.as_ref() == "tackat-nej");
    (!declined || !beslut.offers.is_empty()).then(|| Offered::of(&beslut.offers))
}

/// Adds the states that no row is in, wherever offers are counted.
pub(super) fn fill(offered: &BTreeSet<(Act, InsatsId)>, figures: &mut BTreeMap<Key, Figure>) {
    let is_counted = |key: &Key| match (key.act, &key.insats) {
        (Some(act), Some(id)) => offered.contains(&(act, Arc::clone(id))),
        (Some(act), None) => offered.iter().any(|(of, _)| *of == act),
        (None, _) => !offered.is_empty(),
    };
    let levels: Vec<Key> = figures
        .keys()
        .filter(|key| key.measure == Measure::Remaining && is_counted(key))
        .cloned()
        .collect();
    for level in levels {
        for state in Offered::ALL {
            let key = level.measuring(Measure::Erbjudande(state.id().into()));
            figures.entry(key).or_insert(Figure::Exact(0));
        }
    }
}
