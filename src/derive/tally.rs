//! Counts rows, once at the finest and then along every margin.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::beslut::Beslut;
use crate::model::beslut::Status;
use crate::model::catalogue::Orsaker;
use crate::model::clock::Clock;
use crate::model::clock::whole_months;
use crate::model::report::Report;
use crate::model::stated::Band;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;

/// Returns whether rows alone give a measure, so that no row means zero.
pub(crate) fn is_counted(measure: &Measure) -> bool {
    match measure {
        Measure::Reported
        | Measure::Executed
        | Measure::Closed
        | Measure::Ended
        | Measure::Remaining
        | Measure::NewlyDue
        | Measure::DueEarlier
        | Measure::Avbrott(_)
        | Measure::Delvis(_)
        | Measure::Undated(_)
        | Measure::Orsak(..)
        | Measure::Waited(..) => true,
        // These need ids, offers or a denominator that rows do not have.
        Measure::New
        | Measure::Again
        | Measure::Late
        | Measure::Avslutsskal(_)
        | Measure::Erbjudande(_)
        | Measure::Ongoing
        | Measure::MedianDays(..)
        | Measure::LongestDays(..) => false,
    }
}

/// Counts the rows of a quarter.
pub(crate) fn tally(report: &Report, orsaker: &Orsaker, clock: Clock) -> BTreeMap<Key, Figure> {
    let mut finest: BTreeMap<Key, u32> = BTreeMap::new();
    for beslut in report.counted() {
        let key = Key {
            group: beslut.avdelning.clone(),
            sex: Some(beslut.sex),
            age: Some(beslut.age),
            ..Key::total(Measure::Reported).of_insats(beslut.act, &beslut.insats)
        };
        for measure in measures(beslut, report, orsaker, clock) {
            *finest.entry(key.measuring(measure)).or_default() += 1;
        }
    }
    for wider in WIDER {
        let mut margins: BTreeMap<Key, u32> = BTreeMap::new();
        for (key, count) in &finest {
            if let Some(margin) = wider(key) {
                *margins.entry(margin).or_default() += count;
            }
        }
        // A row without the part is its own margin already.
        for (key, count) in margins {
            *finest.entry(key).or_default() += count;
        }
    }
    finest
        .into_iter()
        .map(|(key, count)| (key, Figure::Exact(count)))
        .collect()
}

/// Returns everything one row adds one to.
fn measures(beslut: &Beslut, report: &Report, orsaker: &Orsaker, clock: Clock) -> Vec<Measure> {
    let quarter = report.quarter;
    let due = clock.reportable_from(beslut.waiting.clock_start());
    let mut list = vec![
        Measure::Reported,
        if due >= quarter.first_day() {
            Measure::NewlyDue
        } else {
            Measure::DueEarlier
        },
    ];
    match beslut.status {
        Status::Executed(_) => list.extend([Measure::Executed, Measure::Ended]),
        Status::Closed(_) => list.extend([Measure::Closed, Measure::Ended]),
        Status::Remaining { .. } => list.push(Measure::Remaining),
    }
    let mut populations = vec![Population::Reported];
    if beslut.status.remains() {
        populations.push(Population::Remaining);
    }
    for population in populations {
        if beslut.waiting.avbrott_on().is_some() {
            list.push(Measure::Avbrott(population));
        }
        if beslut.waiting.decided_on().is_none() {
            list.push(Measure::Undated(population));
        }
        if beslut.delvis.is_some() {
            list.push(Measure::Delvis(population));
        }
        if let Some(orsak) = beslut.orsak.as_ref().and_then(|id| orsaker.get(id)) {
            list.push(Measure::Orsak(population, Arc::clone(&orsak.id)));
            if orsak.main != orsak.id {
                list.push(Measure::Orsak(population, Arc::clone(&orsak.main)));
            }
        }
    }
    if beslut.status.remains() {
        let waiting = beslut.waiting;
        for (since, day) in [
            (Since::Decision, waiting.decided_on()),
            (Since::Avbrott, waiting.avbrott_on()),
            (
                Since::Known,
                Some(waiting.decided_on().unwrap_or(waiting.clock_start())),
            ),
        ] {
            if let Some(day) = day {
                let band = Band::of(whole_months(day, quarter.last_day()));
                list.push(Measure::Waited(Population::Remaining, since, band));
            }
        }
    }
    list
}

/// One margin after the other: without unit, without insats, without act,
/// without sex, without age. An insats keeps its act.
const WIDER: [fn(&Key) -> Option<Key>; 5] = [
    |key| {
        key.group.is_some().then(|| Key {
            group: None,
            ..key.clone()
        })
    },
    |key| {
        key.insats.is_some().then(|| Key {
            insats: None,
            ..key.clone()
        })
    },
    |key| {
        (key.act.is_some() && key.insats.is_none()).then(|| Key {
            act: None,
            ..key.clone()
        })
    },
    |key| {
        key.sex.is_some().then(|| Key {
            sex: None,
            ..key.clone()
        })
    },
    |key| {
        key.age.is_some().then(|| Key {
            age: None,
            ..key.clone()
        })
    },
];
