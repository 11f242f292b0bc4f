//! Counts rows, once at the finest and then along every margin.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::Left;
use crate::model::band::Band;
use crate::model::beslut::Beslut;
use crate::model::beslut::Status;
use crate::model::catalogue::Orsaker;
use crate::model::clock::Clock;
use crate::model::clock::whole_months;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;

/// What rows are counted by.
pub(crate) struct Counting<'a> {
    pub(crate) report: &'a Report,
    pub(crate) orsaker: &'a Orsaker,
    pub(crate) clock: Clock,
    /// The beslut that remained when the quarter before ended, if they are known.
    pub(crate) left: Option<&'a Left<'a>>,
}

impl Counting<'_> {
    /// Counts the rows of the quarter.
    pub(crate) fn tally(&self) -> BTreeMap<Key, Figure> {
        let mut finest: BTreeMap<Key, u32> = BTreeMap::new();
        for beslut in self.report.beslut.iter().flatten() {
            let key = Key {
                group: beslut.avdelning.clone(),
                sex: Some(beslut.sex),
                age: Some(beslut.age),
                ..Key::total(Measure::Reported).of_insats(beslut.act, &beslut.insats)
            };
            let measures = if beslut.court {
                vec![Measure::Court]
            } else {
                self.measures(beslut)
            };
            for measure in measures {
                *finest.entry(key.measuring(measure)).or_default() += 1;
            }
        }
        with_margins(finest)
    }

    /// Returns everything one row adds one to.
    fn measures(&self, beslut: &Beslut) -> Vec<Measure> {
        let quarter = self.report.quarter;
        let due = self.clock.reportable_from(beslut.waiting.clock_start());
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
        let known = beslut.id.as_deref().zip(self.left);
        let new = known.map(|(id, left)| !left.contains_key(id));
        match new {
            Some(true) => list.push(Measure::New),
            Some(false) => list.push(Measure::Again),
            None => {}
        }
        // Without ids only what the row says of itself is known to be late.
        let late = beslut.due_in.is_some() || new == Some(true) && due < quarter.first_day();
        if late && new != Some(false) {
            list.push(Measure::Late);
        }
        if beslut.forhandsbesked && new != Some(false) {
            list.push(Measure::Forhandsbesked);
        }
        if beslut.replaces.is_some() && new != Some(false) {
            list.push(Measure::Renewed);
        }
        let mut populations = vec![Population::Reported];
        if beslut.status.remains() {
            populations.push(Population::Remaining);
        }
        for population in populations {
            list.extend(self.features(beslut, population));
        }
        if beslut.status.remains() {
            if beslut.waiting.avbrott_on().is_none() {
                list.push(Measure::NeverExecuted);
            }
            list.extend(waited(beslut, quarter));
        }
        list
    }

    /// Returns what a row is counted as beside its outcome.
    fn features(&self, beslut: &Beslut, population: Population) -> Vec<Measure> {
        let mut list = vec![];
        if beslut.waiting.avbrott_on().is_some() {
            list.push(Measure::Avbrott(population));
        }
        if beslut.waiting.decided_on().is_none() {
            list.push(Measure::Undated(population));
        }
        if beslut.delvis.is_some() {
            list.push(Measure::Delvis(population));
        }
        if let Some(orsak) = beslut.orsak.as_ref().and_then(|id| self.orsaker.get(id)) {
            list.push(Measure::Orsak(population, Arc::clone(&orsak.id)));
            if orsak.main != orsak.id {
                list.push(Measure::Orsak(population, Arc::clone(&orsak.main)));
            }
        }
        list
    }
}

/// Returns the bands of elapsed time a remaining row is in.
fn waited(beslut: &Beslut, quarter: Quarter) -> Vec<Measure> {
    let waiting = beslut.waiting;
    let population = if waiting.avbrott_on().is_some() {
        Population::Interrupted
    } else {
        Population::Never
    };
    [
        (Since::Decision, waiting.decided_on()),
        (Since::Avbrott, waiting.avbrott_on()),
        (
            Since::Known,
            Some(waiting.decided_on().unwrap_or(waiting.clock_start())),
        ),
    ]
    .into_iter()
    .filter_map(|(since, day)| {
        let band = Band::of(whole_months(day?, quarter.last_day()));
        Some((since, band))
    })
    .flat_map(|(since, band)| {
        [Population::Remaining, population]
            .map(|population| Measure::Waited(population, since, band))
    })
    .collect()
}

/// Adds every margin.
fn with_margins(mut finest: BTreeMap<Key, u32>) -> BTreeMap<Key, Figure> {
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
