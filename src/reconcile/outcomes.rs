//! Outcomes of the same beslut against each other: what was reported is
//! executed, closed or remains, and is new or reported again.

use std::sync::Arc;

use crate::finding::Finding;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Stated;
use crate::model::stated::StatedFigure;
use crate::reconcile::LOOK;
use crate::reconcile::UTFALL_GAR_INTE_IHOP;
use crate::reconcile::at;

/// Checks every set of figures. A part by sex or age is only looked at where
/// the whole is in order, so that one fault is told once.
pub(super) fn check(stated: &Stated, path: &Arc<str>) -> Vec<Finding> {
    let mut sets: Vec<Key> = stated
        .figures
        .iter()
        .map(|figure| figure.key.measuring(Measure::Reported))
        .collect();
    sets.sort();
    sets.dedup();
    let (wholes, parts): (Vec<_>, Vec<_>) = sets.into_iter().partition(|set| *set == whole(set));
    let mut wrong: Vec<Key> = vec![];
    let mut findings = vec![];
    for set in wholes.into_iter().chain(parts) {
        let found = one(stated, &set);
        if found.is_empty() || wrong.contains(&whole(&set)) {
            continue;
        }
        let told = |(figure, message): (&StatedFigure, String)| {
            at(&UTFALL_GAR_INTE_IHOP, path, figure, message, LOOK)
        };
        findings.extend(found.into_iter().map(told));
        wrong.push(set);
    }
    findings
}

fn whole(set: &Key) -> Key {
    Key {
        sex: None,
        age: None,
        ..set.clone()
    }
}

/// Returns what does not add up in one set, at which figure.
fn one<'a>(stated: &'a Stated, set: &Key) -> Vec<(&'a StatedFigure, String)> {
    let figure = |measure| {
        let found = stated.get(&set.measuring(measure))?;
        Some((found, found.figure.exact()?))
    };
    let exact = |measure| figure(measure).map(|(_, n)| n);
    let (executed, closed) = (exact(Measure::Executed), exact(Measure::Closed));
    let both = executed.zip(closed);
    let reported = figure(Measure::Reported);
    let mut wrong = vec![];
    if let (Some((place, ended)), Some((executed, closed))) = (figure(Measure::Ended), both)
        && ended != executed + closed
    {
        let message = format!(
            "{ended} verkställda eller avslutade, men {executed} verkställda och {closed} \
             avslutade blir {}",
            executed + closed
        );
        wrong.push((place, message));
    }
    if let (Some((place, all)), Some((new, again))) =
        (reported, exact(Measure::New).zip(exact(Measure::Again)))
        && all != new + again
    {
        let message = format!(
            "{all} rapporterade, men {new} nya och {again} återrapporterade blir {}",
            new + again
        );
        wrong.push((place, message));
    }
    let ended = exact(Measure::Ended).or(both.map(|(executed, closed)| executed + closed));
    if let (Some((place, all)), Some(left)) = (reported, exact(Measure::Remaining)) {
        match ended {
            Some(ended) if all != ended + left => {
                let message = format!(
                    "{all} rapporterade, men {ended} verkställda eller avslutade och {left} som \
                     kvarstår blir {}",
                    ended + left
                );
                wrong.push((place, message));
            }
            None if left > all => {
                let message = format!("{all} rapporterade, men {left} kvarstår");
                wrong.push((place, message));
            }
            _ => {}
        }
    }
    wrong
}
