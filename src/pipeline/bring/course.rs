//! Where each imported row belongs, by its dates and by what the nämnd's files
//! say of it.

use std::collections::BTreeSet;

use crate::import::merge;
use crate::import::merge::Entry;
use crate::import::preview::LeftOut;
use crate::import::sort;
use crate::import::sort::Course;
use crate::import::sort::Place;
use crate::model::clock::Clock;
use crate::model::quarter::Quarter;
use crate::pipeline::bring::Work;
use crate::validate;

/// Returns the ids that belong to the quarter whatever their dates: those in it,
/// and those that remained when the quarter before ended.
pub(super) fn known(work: &Work<'_>) -> BTreeSet<String> {
    let own = merge::ids(work.source()).into_iter().map(str::to_owned);
    let checked = validate::folder(work.folder, work.catalogue);
    let mut earlier = checked.reports.into_iter().rev();
    let before = earlier.find(|(quarter, _)| *quarter < work.quarter);
    let remained = before
        .into_iter()
        .flat_map(|(_, report)| report.beslut.unwrap_or_default())
        .filter(|beslut| beslut.status.remains())
        .filter_map(|beslut| beslut.id)
        .map(|id| id.to_string());
    own.chain(remained).collect()
}

/// Returns where a row belongs.
pub(super) fn place(
    entry: &Entry<'_>,
    known: &BTreeSet<String>,
    quarter: Quarter,
    clock: Clock,
) -> Place {
    let record = entry.record;
    let Some(since) = record.avbrott_on.or(record.decided_on) else {
        // Only a row that stands in a file can lack both dates.
        return Place::Quarter;
    };
    let course = Course {
        since,
        ended: record.executed_on.or(record.closed_on),
        known: known.contains(entry.id),
    };
    sort::place(course, quarter, clock)
}

/// Returns the rows that belong nowhere.
pub(super) fn left_out(entries: &[Entry<'_>], placed: &[Place]) -> LeftOut {
    let mut left = LeftOut::default();
    for (entry, place) in entries.iter().zip(placed) {
        let record = entry.record;
        let told = |day| format!("{}  {}, {day}", record.cell, record.insats);
        match place {
            Place::Quarter | Place::NotYet(_) => {}
            Place::EndedBefore(day) => left.ended_before.push(told(day)),
            Place::InTime(day) => left.in_time.push(told(day)),
        }
    }
    left
}
