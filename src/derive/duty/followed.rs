//! One beslut through all quarters, by its id.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::beslut::Beslut;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::model::quarter::Quarter;
use crate::model::report::Report;

/// One beslut, as the quarters and the list of watched ones know it.
#[derive(Debug, Clone)]
pub struct Followed<'a> {
    /// The id.
    pub id: &'a str,
    /// Its rows, by quarter.
    pub rows: BTreeMap<Quarter, &'a Beslut>,
    /// Its row among the watched ones.
    pub watched: Option<&'a Beslut>,
    /// Whether the data also has the quarter before its first row, so that its
    /// first row is known to be its first.
    pub since_first: bool,
    /// The day it is seen from: what happened later is not known.
    pub today: NaiveDate,
}

/// Puts the rows of every beslut with an id together, by id, as they are seen
/// from a day; courts' decisions, and what was decided later, are left out.
pub fn follow<'a>(
    reports: &[&'a Report],
    watched: &'a [Beslut],
    today: NaiveDate,
) -> Vec<Followed<'a>> {
    let known: BTreeSet<Quarter> = reports
        .iter()
        .filter(|report| report.beslut.is_some())
        .map(|report| report.quarter)
        .collect();
    let mut all: BTreeMap<&str, Followed<'a>> = BTreeMap::new();
    let new = |id| Followed {
        id,
        rows: BTreeMap::new(),
        watched: None,
        since_first: true,
        today,
    };
    let known_by = |beslut: &&Beslut| beslut.waiting.clock_start() <= today;
    for report in reports {
        for beslut in report.counted().filter(known_by) {
            if let Some(id) = beslut.id.as_deref() {
                let followed = all.entry(id).or_insert_with(|| new(id));
                followed.rows.insert(report.quarter, beslut);
            }
        }
    }
    for beslut in watched.iter().filter(|b| !b.court).filter(known_by) {
        if let Some(id) = beslut.id.as_deref() {
            all.entry(id).or_insert_with(|| new(id)).watched = Some(beslut);
        }
    }
    let mut list: Vec<Followed<'a>> = all.into_values().collect();
    for followed in &mut list {
        let first = followed.rows.keys().next();
        followed.since_first = first.is_none_or(|first| known.contains(&first.previous()));
    }
    list
}

impl<'a> Followed<'a> {
    /// Returns the row that knows most: the newest quarter's, else the watched.
    pub fn newest(&self) -> Option<&'a Beslut> {
        let row = self.rows.values().next_back().copied();
        row.or(self.watched)
    }

    /// Returns how and when it ended, if it has by today, also after the
    /// quarter.
    pub fn ended(&self) -> Option<(Outcome, NaiveDate)> {
        let rows = self.rows.values().rev().take(1).copied();
        let ended = rows.chain(self.watched).find_map(|row| match row.status {
            Status::Executed(day) => Some((Outcome::Executed, day)),
            Status::Closed(day) => Some((Outcome::Closed, day)),
            Status::Remaining { later } => later,
        });
        ended.filter(|(_, day)| *day <= self.today)
    }

    /// Returns the days until today on which an individrapport was sent, in
    /// order.
    pub fn sent(&self) -> Vec<NaiveDate> {
        let rows = self.rows.values().copied().chain(self.watched);
        let days = rows.flat_map(|row| &row.reported_on).copied();
        let days: BTreeSet<NaiveDate> = days.filter(|day| *day <= self.today).collect();
        days.into_iter().collect()
    }
}
