//! Figures that are told by a rule of their own: denominators, the median and
//! the longest wait, and that there is nothing under an act.

use std::collections::BTreeMap;

use crate::derive::Figures;
use crate::model::beslut::Act;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
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

/// Median and longest wait, of all that remain, where nothing of their elapsed
/// time is hidden and they are not few; other medians are told to nobody.
pub(super) fn waits(
    coarse: &Coarse,
    universe: &Universe,
    t: u32,
    told: &mut BTreeMap<Key, Telling>,
) {
    let mut levels: Vec<Key> = universe.at.keys().cloned().collect();
    // Only what has a table of elapsed time has a median.
    levels.retain(|key| {
        matches!(
            key.measure,
            Measure::Waited(Population::Never, Since::Known, _)
        )
    });
    let mut levels: Vec<Key> = levels
        .iter()
        .map(|key| key.measuring(Measure::Remaining))
        .collect();
    levels.dedup();
    for level in levels {
        let all = coarse.figures.get(&level).and_then(Figure::exact);
        let hidden = coarse.bands.iter().any(|band| {
            POPULATIONS.iter().any(|population| {
                let band = level.measuring(Measure::Waited(*population, Since::Known, *band));
                universe.at.contains_key(&band) && told.get(&band) != Some(&Telling::Shown)
            })
        });
        if hidden || all.is_none_or(|all| all < t) {
            continue;
        }
        for measure in [
            Measure::MedianDays(Remaining, Since::Known),
            Measure::LongestDays(Remaining, Since::Known),
        ] {
            told.insert(level.measuring(measure), Telling::Shown);
        }
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
