//! Which individrapporter a row gives in a quarter.
//!
//! The first is a nyrapportering, after the decision or after an interruption;
//! then an återrapportering every quarter while the beslut is not executed; and
//! a slutrapportering when it is executed or closed. A beslut that was executed
//! after more than three months, and never reported before, is reported as new
//! and as executed at once: 34 kap. 1 § SoL and 28 f § LSS ask for all that are
//! not executed within three months. A court's decision is not reported.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::beslut::Beslut;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::model::clock::Clock;
use crate::model::clock::mark;
use crate::model::duty::Individrapport;
use crate::model::duty::ReportType;
use crate::model::quarter::Quarter;
use crate::model::report::Report;

/// Whether a beslut has been reported in an earlier quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// It has.
    Reported,
    /// It has not.
    Never,
    /// There is nothing to see it by: the row has no id, or the data begins
    /// with this quarter. The day it was due decides.
    Unknown,
}

/// Returns every row of a quarter with its individrapporter. `before` are the
/// quarters before it, in any order.
pub fn of_quarter<'a>(
    report: &'a Report,
    before: &[&Report],
    clock: Clock,
) -> Vec<(&'a Beslut, Vec<Individrapport>)> {
    let previous = report.quarter.previous();
    let followed = before
        .iter()
        .any(|earlier| earlier.quarter == previous && earlier.beslut.is_some());
    let remained: BTreeSet<&str> = before
        .iter()
        .filter(|earlier| earlier.quarter < report.quarter)
        .flat_map(|earlier| earlier.beslut.iter().flatten())
        .filter(|beslut| beslut.status.remains())
        .filter_map(|beslut| beslut.id.as_deref())
        .collect();
    let rows = report.beslut.iter().flatten();
    rows.map(|beslut| {
        let earlier = match beslut.id.as_deref() {
            Some(id) if remained.contains(id) => Earlier::Reported,
            Some(_) if followed => Earlier::Never,
            Some(_) | None => Earlier::Unknown,
        };
        let reports = individrapporter(beslut, report.quarter, earlier, clock);
        (beslut, reports)
    })
    .collect()
}

/// Returns the individrapporter of a row in its quarter.
pub fn individrapporter(
    beslut: &Beslut,
    quarter: Quarter,
    earlier: Earlier,
    clock: Clock,
) -> Vec<Individrapport> {
    if beslut.court {
        return vec![];
    }
    let due = clock.reportable_from(beslut.waiting.clock_start());
    let is_first = match (earlier, beslut.due_in) {
        (Earlier::Reported, _) => false,
        (Earlier::Never, _) | (Earlier::Unknown, Some(_)) => true,
        (Earlier::Unknown, None) => Quarter::of(due) >= quarter,
    };
    let ended = ended(beslut.status);
    // What never waited for three months is not reported.
    let until = ended.map_or(quarter.last_day(), |(_, day)| day);
    if is_first && due > until {
        return vec![];
    }
    let mut reports = vec![];
    if is_first {
        reports.push(first(beslut, quarter, ended.map(|(_, day)| day), clock));
    } else if ended.is_none() {
        reports.push(again(beslut, quarter, clock));
    }
    reports.extend(ended.map(|(outcome, day)| last(outcome, day)));
    reports
}

/// Returns how and when a beslut ended within its quarter, if it did.
fn ended(status: Status) -> Option<(Outcome, NaiveDate)> {
    match status {
        Status::Executed(day) => Some((Outcome::Executed, day)),
        Status::Closed(day) => Some((Outcome::Closed, day)),
        Status::Remaining { .. } => None,
    }
}

/// Returns the nyrapportering of a row. The mark of one that has ended is the
/// last that was passed by then.
fn first(
    beslut: &Beslut,
    quarter: Quarter,
    ended_on: Option<NaiveDate>,
    clock: Clock,
) -> Individrapport {
    let since = beslut.waiting.clock_start();
    let turn = clock.turn(since, quarter).unwrap_or(1);
    let passed = |number: &u32| ended_on.is_none_or(|end| mark(since, *number) <= end);
    let number = (1..=turn).rev().find(passed).unwrap_or(1);
    let due_in = Quarter::of(clock.reportable_from(since));
    Individrapport {
        kind: if beslut.waiting.avbrott_on().is_some() {
            ReportType::NewAvbrott
        } else {
            ReportType::New
        },
        dated_on: mark(since, number),
        number: Some(number),
        forhandsbesked: beslut.forhandsbesked,
        late_since: beslut
            .due_in
            .or_else(|| (due_in < quarter).then_some(due_in)),
        renews: beslut.replaces.clone(),
    }
}

/// Returns the återrapportering of a quarter.
fn again(beslut: &Beslut, quarter: Quarter, clock: Clock) -> Individrapport {
    let since = beslut.waiting.clock_start();
    let number = clock.turn(since, quarter).unwrap_or(1);
    Individrapport {
        kind: ReportType::Again,
        dated_on: mark(since, number),
        number: Some(number),
        forhandsbesked: false,
        late_since: None,
        renews: None,
    }
}

/// Returns the slutrapportering.
fn last(outcome: Outcome, day: NaiveDate) -> Individrapport {
    Individrapport {
        kind: match outcome {
            Outcome::Executed => ReportType::Executed,
            Outcome::Closed => ReportType::Closed,
        },
        dated_on: day,
        number: None,
        forhandsbesked: false,
        late_since: None,
        renews: None,
    }
}
