//! Figures without rows: what the nämnd states, and what follows from it.

use std::collections::BTreeMap;

use crate::derive::Basis;
use crate::derive::groups;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::beslut::Sex;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;

/// Returns the stated figures, with sums and differences of outcomes where they
/// are not stated themselves: a stated figure always wins.
pub(crate) fn alone(report: &Report) -> BTreeMap<Key, Figure> {
    let mut figures: BTreeMap<Key, Figure> = BTreeMap::new();
    for stated in &report.stated.figures {
        figures.entry(stated.key.clone()).or_insert(stated.figure);
    }
    groups::add_up(&report.stated, &mut figures);
    let sets: Vec<Key> = figures
        .keys()
        .map(|key| key.measuring(Measure::Reported))
        .collect();
    for set in sets {
        let exact = |figures: &BTreeMap<Key, Figure>, measure| {
            figures
                .get(&set.measuring(measure))
                .and_then(|figure| figure.exact())
        };
        let add = |figures: &mut BTreeMap<Key, Figure>, measure, value: Option<u32>| {
            if let Some(value) = value {
                figures
                    .entry(set.measuring(measure))
                    .or_insert(Figure::Exact(value));
            }
        };
        let (executed, closed) = (
            exact(&figures, Measure::Executed),
            exact(&figures, Measure::Closed),
        );
        add(
            &mut figures,
            Measure::Ended,
            executed.zip(closed).map(|(a, b)| a + b),
        );
        let (reported, ended, remaining) = (
            exact(&figures, Measure::Reported),
            exact(&figures, Measure::Ended),
            exact(&figures, Measure::Remaining),
        );
        match (reported, ended, remaining) {
            (Some(all), None, Some(left)) => {
                add(&mut figures, Measure::Ended, all.checked_sub(left));
            }
            (Some(all), Some(out), None) => {
                add(&mut figures, Measure::Remaining, all.checked_sub(out));
            }
            (None, Some(out), Some(left)) => add(&mut figures, Measure::Reported, Some(out + left)),
            _ => {}
        }
    }
    figures
}

/// Adds what rows cannot give, such as the number of ongoing beslut.
pub(crate) fn beside_rows(report: &Report, basis: Basis, figures: &mut BTreeMap<Key, Figure>) {
    for stated in report
        .stated
        .figures
        .iter()
        .filter(|stated| !basis.gives(&stated.key.measure))
    {
        figures.entry(stated.key.clone()).or_insert(stated.figure);
    }
}

/// Where every insats has its number of ongoing beslut, the sum of them is the
/// number in all, by sex where each is given by sex.
pub(crate) fn all_ongoing(figures: &mut BTreeMap<Key, Figure>, insatser: &[(Act, InsatsId)]) {
    for sex in [None, Some(Sex::Kvinna), Some(Sex::Man), Some(Sex::Annat)] {
        let total = Key {
            sex,
            ..Key::total(Measure::Ongoing)
        };
        let parts: Option<Vec<(Act, u32)>> = insatser
            .iter()
            .map(|(act, id)| {
                let figure = figures.get(&total.clone().of_insats(*act, id));
                // The third sex is often left out where there is nobody.
                let none = (sex == Some(Sex::Annat)).then_some(0);
                Some((*act, figure.and_then(|figure| figure.exact()).or(none)?))
            })
            .collect();
        let Some(parts) = parts.filter(|parts| !parts.is_empty()) else {
            continue;
        };
        for act in [None, Some(Act::Sol), Some(Act::Lss)] {
            let of_act = parts
                .iter()
                .filter(|(known, _)| act.is_none_or(|act| act == *known));
            let sum: u32 = of_act.map(|(_, count)| count).sum();
            let key = Key {
                act,
                ..total.clone()
            };
            figures.entry(key).or_insert(Figure::Exact(sum));
        }
    }
}

/// Where every insats of a quarter is of the same act, the totals are that
/// act's totals too.
pub(crate) fn of_the_only_act(
    mut figures: BTreeMap<Key, Figure>,
    insatser: &[(Act, InsatsId)],
) -> BTreeMap<Key, Figure> {
    let Some((act, _)) = insatser.first() else {
        return figures;
    };
    if insatser.iter().any(|(other, _)| other != act) {
        return figures;
    }
    let totals: Vec<(Key, Figure)> = figures
        .iter()
        .filter(|(key, _)| key.act.is_none() && key.insats.is_none())
        .map(|(key, figure)| {
            (
                Key {
                    act: Some(*act),
                    ..key.clone()
                },
                *figure,
            )
        })
        .collect();
    for (key, figure) in totals {
        figures.entry(key).or_insert(figure);
    }
    figures
}
