//! Parts against what they are parts of: insatser, groups, reasons, bands.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Finding;
use crate::model::beslut::Act;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;
use crate::model::stated::Stated;
use crate::model::stated::StatedFigure;
use crate::reconcile::DELAR_OVER_SUMMAN;
use crate::reconcile::LOOK;
use crate::reconcile::at;

/// The figures that are told both for a whole and for its parts.
const MEASURES: [Measure; 7] = [
    Measure::Reported,
    Measure::New,
    Measure::Again,
    Measure::Executed,
    Measure::Closed,
    Measure::Ended,
    Measure::Remaining,
];

/// Checks that no parts are more than their whole.
pub(super) fn check(stated: &Stated, path: &Arc<str>) -> Vec<Finding> {
    let mut wrong = insatser(stated);
    wrong.extend(groups(stated));
    wrong.extend(breakdowns(stated));
    wrong
        .into_iter()
        .map(|(figure, message)| at(&DELAR_OVER_SUMMAN, path, figure, message, LOOK))
        .collect()
}

type Wrong<'a> = Vec<(&'a StatedFigure, String)>;

/// Returns the figures of all sexes and ages together.
fn wholes(stated: &Stated) -> impl Iterator<Item = &StatedFigure> {
    stated
        .figures
        .iter()
        .filter(|figure| figure.key.sex.is_none() && figure.key.age.is_none())
}

/// Returns the most a number can be.
fn at_most(figure: Figure) -> Option<u64> {
    match figure {
        Figure::Exact(n) => Some(n.into()),
        Figure::Between(_, high) => high.map(u64::from),
    }
}

/// Insatser of a quarter or a group over its total.
fn insatser(stated: &Stated) -> Wrong<'_> {
    let mut wrong = vec![];
    for total in wholes(stated).filter(|figure| figure.key.insats.is_none()) {
        let Some(all) = at_most(total.figure).filter(|_| MEASURES.contains(&total.key.measure))
        else {
            continue;
        };
        let least: u64 = wholes(stated)
            .filter(|part| {
                part.key.insats.is_some()
                    && part.key.group == total.key.group
                    && total.key.act.is_none_or(|act| part.key.act == Some(act))
                    && part.key.measure == total.key.measure
            })
            .map(|part| u64::from(part.figure.at_least()))
            .sum();
        if least > all {
            let whose = total.key.group.as_ref();
            let whose = whose.map_or("totalen är".to_owned(), |name| format!("«{name}» har"));
            let message = format!("{whose} {all}, men insatserna blir minst {least}");
            wrong.push((total, message));
        }
    }
    wrong
}

/// Groups over the total, or together another number where all have one. A
/// group may be told twice, once for each act.
fn groups(stated: &Stated) -> Wrong<'_> {
    let named = stated
        .named
        .iter()
        .map(|(group, act, _)| (group, Some(*act)));
    let told: Vec<(&Arc<str>, Option<Act>)> = wholes(stated)
        .map(|figure| (&figure.key.group, figure.key.act))
        .chain(named)
        .filter_map(|(group, act)| Some((group.as_ref()?, act)))
        .collect();
    let mut wrong = vec![];
    for measure in MEASURES {
        let Some(total) = stated.get(&Key::total(measure.clone())) else {
            continue;
        };
        let Some(all) = total.figure.exact().map(u64::from) else {
            continue;
        };
        let parts: Vec<_> = wholes(stated)
            .filter(|part| {
                let key = &part.key;
                key.group.is_some() && key.insats.is_none() && key.measure == measure
            })
            .collect();
        let least: u64 = parts
            .iter()
            .map(|part| u64::from(part.figure.at_least()))
            .sum();
        let exact = parts.iter().all(|part| part.figure.exact().is_some());
        let has_a_part = |(name, act): &(&Arc<str>, Option<Act>)| {
            let of = |key: &Key| key.group.as_ref() == Some(*name);
            let mut own = parts.iter().filter(|part| of(&part.key));
            own.any(|part| part.key.act.is_none() || part.key.act == *act)
        };
        let complete = exact && !told.is_empty() && told.iter().all(has_a_part);
        if least > all || complete && least != all {
            let about = if complete { "" } else { "minst " };
            let message =
                format!("totalen är {all}, men grupperna blir tillsammans {about}{least}");
            wrong.push((total, message));
        }
    }
    wrong
}

/// Reasons, avbrott and bands over the beslut they are about.
fn breakdowns(stated: &Stated) -> Wrong<'_> {
    let mut sums: BTreeMap<(Key, &str, Option<Since>), (&StatedFigure, u64)> = BTreeMap::new();
    for part in wholes(stated) {
        let (of, what, since) = match &part.key.measure {
            Measure::Orsak(population, _) => (whole(*population), "orsakerna", None),
            Measure::Avslutsskal(_) => (Measure::Closed, "avslutsskälen", None),
            Measure::Avbrott(population) => (whole(*population), "avbrotten", None),
            Measure::Delvis(population) => (whole(*population), "delvis verkställda", None),
            Measure::Waited(population, since, _) => {
                (whole(*population), "tidsbanden", Some(*since))
            }
            _ => continue,
        };
        let key = (part.key.measuring(of), what, since);
        let (_, sum) = sums.entry(key).or_insert((part, 0));
        *sum += u64::from(part.figure.at_least());
    }
    let mut wrong = vec![];
    for ((key, what, _), (part, least)) in sums {
        let whole = stated.get(&key).and_then(|whole| at_most(whole.figure));
        let Some(all) = whole.filter(|all| least > *all) else {
            continue;
        };
        let name = match key.measure {
            Measure::Reported => "rapporterade",
            Measure::Closed => "avslutade",
            _ => "kvarstår",
        };
        wrong.push((
            part,
            format!("{what} blir minst {least}, men «{name}» är {all}"),
        ));
    }
    wrong
}

fn whole(population: Population) -> Measure {
    match population {
        Population::Reported => Measure::Reported,
        Population::Remaining => Measure::Remaining,
        Population::Never => Measure::NeverExecuted,
        Population::Interrupted => Measure::Avbrott(Population::Remaining),
    }
}
