//! What is told beside the cells: denominators, and the median and the longest
//! wait, where nothing they rest on is small or hidden.

use std::collections::BTreeMap;

use crate::derive::Figures;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Since;
use crate::protect::Telling;
use crate::protect::coarse::Coarse;
use crate::protect::coarse::POPULATIONS;
use crate::protect::universe::Universe;

/// The denominators: where any of an insats is few, none of it is told, and
/// then no sum either.
pub(super) fn ongoing(figures: &Figures, t: u32, told: &mut BTreeMap<Key, Telling>) {
    let all: Vec<(&Key, u32)> = figures
        .figures
        .iter()
        .filter(|(key, _)| key.measure == Measure::Ongoing)
        .filter_map(|(key, figure)| Some((key, figure.exact()?)))
        .collect();
    let few = |count: u32| (1..t).contains(&count);
    let any = all.iter().any(|(_, count)| few(*count));
    for (key, count) in &all {
        let hidden = *count > 0
            && match &key.insats {
                Some(_) => all.iter().any(|(other, n)| {
                    few(*n) && other.insats == key.insats && other.act == key.act
                }),
                None => any,
            };
        let telling = if hidden {
            Telling::Hidden
        } else {
            Telling::Shown
        };
        told.insert((*key).clone(), telling);
    }
}

/// Median and longest wait, where nothing of the group's elapsed time is hidden
/// and the group is not small.
pub(super) fn waits(
    coarse: &Coarse,
    universe: &Universe,
    t: u32,
    told: &mut BTreeMap<Key, Telling>,
) {
    let keys: Vec<Key> = coarse
        .figures
        .figures
        .keys()
        .filter(|key| key.insats.is_none() && key.group.is_none())
        .filter(|key| {
            matches!(
                key.measure,
                Measure::MedianDays(..) | Measure::LongestDays(..)
            )
        })
        .cloned()
        .collect();
    for key in keys {
        let all = coarse.figures.get(&key.measuring(Measure::Remaining));
        let many = all.and_then(Figure::exact).is_some_and(|all| all >= t);
        let hidden = coarse.bands.iter().any(|band| {
            POPULATIONS.iter().any(|population| {
                let band = Measure::Waited(*population, Since::Known, *band);
                let band = key.measuring(band);
                universe.at.contains_key(&band) && told.get(&band) != Some(&Telling::Shown)
            })
        });
        let telling = if many && !hidden {
            Telling::Shown
        } else {
            Telling::Hidden
        };
        told.insert(key, telling);
    }
}
