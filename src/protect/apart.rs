//! What is told beside the universe: denominators, median and longest wait, and
//! that there is nothing under an act.

use std::collections::BTreeMap;

use crate::derive::Figures;
use crate::model::beslut::Act;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
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

/// That there is no beslut under an act: no insats of it is named, so all know.
pub(super) fn without_beslut(figures: &Figures, told: &mut BTreeMap<Key, Telling>) {
    let absent = |act: &Act| figures.insatser.iter().all(|(of, _)| of != act);
    for act in Act::ALL.into_iter().filter(absent) {
        for measure in [
            Measure::Remaining,
            Measure::NeverExecuted,
            Measure::Avbrott(Remaining),
        ] {
            let key = Key {
                act: Some(act),
                ..Key::total(measure)
            };
            if figures.get(&key).and_then(Figure::exact) == Some(0) {
                told.insert(key, Telling::Shown);
            }
        }
    }
}
