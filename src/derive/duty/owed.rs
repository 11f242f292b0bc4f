//! The individrapporter a beslut owes, quarter by quarter, and which of them
//! are sent.
//!
//! A beslut owes from the quarter of its first row (one that is only watched,
//! from its first mark) a report every quarter until it has ended, and then a
//! last one, whether its rows are there or not: a quarter that has left it out
//! is no reason. A day in `rapporterat` pays for the quarter in whose window it
//! lies; outside every such window, for the last report if the beslut had
//! ended; else for all that are late; else, sent early, for the next whose mark
//! has passed. With the first day and with the last report all that is older is
//! settled: there is nothing more to send.

use chrono::NaiveDate;

use crate::derive::duty::Followed;
use crate::derive::duty::reports::Earlier;
use crate::derive::duty::reports::individrapporter;
use crate::model::beslut::Beslut;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::model::clock::Clock;
use crate::model::duty::Individrapport;
use crate::model::law::Windows;
use crate::model::quarter::Quarter;

/// What a beslut owes for one quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// The quarter.
    pub quarter: Quarter,
    /// The reports, in the order to send them: one, or new and last at once.
    pub reports: Vec<Individrapport>,
    /// The first day they can be sent.
    pub from: NaiveDate,
    /// The last day to send them.
    pub to: NaiveDate,
    /// Whether the quarter has left the row out, though quarters before and
    /// after have it.
    pub left_out: bool,
    /// Whether they are sent.
    pub sent: bool,
}

impl Owed {
    /// Returns whether the last report is among them.
    pub fn is_last(&self) -> bool {
        self.reports.iter().any(|report| report.kind.is_last())
    }

    /// Returns the first day on which one of them has a reason to be sent.
    fn reason_on(&self) -> Option<NaiveDate> {
        self.reports.iter().map(|report| report.dated_on).min()
    }
}

/// Returns what a beslut owes, in order, to the quarter `until`.
pub fn owed(followed: &Followed<'_>, clock: Clock, windows: &Windows, until: Quarter) -> Vec<Owed> {
    let Some(newest) = followed.newest() else {
        return vec![];
    };
    let since = newest.waiting.clock_start();
    let ended = followed.ended();
    let due = Quarter::of(clock.reportable_from(since));
    let first = followed.rows.keys().next().copied().unwrap_or(due);
    let last_row = followed.rows.keys().next_back().copied();
    let mut list = vec![];
    let end = ended.map(|(_, day)| Quarter::of(day));
    let to = end.unwrap_or(until).max(last_row.unwrap_or(first));
    let mut reported = false;
    let mut quarter = first;
    while quarter <= to {
        let earlier = match (reported, followed.since_first) {
            (true, _) => Earlier::Reported,
            (false, true) => Earlier::Never,
            (false, false) => Earlier::Unknown,
        };
        let row = followed.rows.get(&quarter).copied();
        let left_out = row.is_none() && last_row.is_some_and(|last| quarter < last);
        let reports = match (row, ended) {
            // It ends in the quarter, but that is not known today.
            (Some(row), None) if !row.status.remains() => as_if(row, quarter, earlier, clock, None),
            (Some(row), _) => individrapporter(row, quarter, earlier, clock),
            // A row that comes later tells how it ended.
            (None, Some((_, day))) if left_out && Quarter::of(day) <= quarter => vec![],
            (None, Some(end)) if Quarter::of(end.1) == quarter => {
                as_if(newest, quarter, earlier, clock, Some(end))
            }
            (None, _) => as_if(newest, quarter, earlier, clock, None),
        };
        if !reports.is_empty() {
            reported = true;
            let (opens, closes) = windows.of(quarter);
            let end = reports.iter().find(|report| report.kind.is_last());
            list.push(Owed {
                quarter,
                // A last report may be sent at any time.
                from: end.map_or(opens, |report| report.dated_on),
                to: closes,
                reports,
                left_out,
                sent: false,
            });
        }
        quarter = quarter.next();
    }
    pay(&mut list, &followed.sent());
    list
}

/// Returns the reports of a quarter in which a beslut remained, or ended as is
/// said, whatever its row says.
fn as_if(
    row: &Beslut,
    quarter: Quarter,
    earlier: Earlier,
    clock: Clock,
    end: Option<(Outcome, NaiveDate)>,
) -> Vec<Individrapport> {
    let status = match end {
        Some((Outcome::Executed, day)) => Status::Executed(day),
        Some((Outcome::Closed, day)) => Status::Closed(day),
        None => Status::Remaining { later: None },
    };
    let row = Beslut {
        status,
        ..row.clone()
    };
    individrapporter(&row, quarter, earlier, clock)
}

/// Lets each day on which something was sent pay for what it can.
fn pay(list: &mut [Owed], sent: &[NaiveDate]) {
    for (at, day) in sent.iter().enumerate() {
        if let Some(in_window) = list
            .iter()
            .rposition(|owed| !owed.sent && !owed.is_last() && owed.from <= *day && *day <= owed.to)
        {
            list[in_window].sent = true;
            if at == 0 {
                list[..in_window]
                    .iter_mut()
                    .for_each(|owed| owed.sent = true);
            }
        } else if list
            .iter()
            .any(|owed| owed.is_last() && !owed.sent && owed.from <= *day)
        {
            list.iter_mut().for_each(|owed| owed.sent = true);
        } else if list.iter().any(|owed| !owed.sent && owed.from <= *day) {
            let late = list.iter_mut().filter(|owed| owed.from <= *day);
            late.for_each(|owed| owed.sent = true);
        } else {
            let reason = |owed: &&mut Owed| owed.reason_on().is_some_and(|on| on <= *day);
            let mut next = list.iter_mut().filter(|owed| !owed.sent);
            if let Some(early) = next.next().filter(reason) {
                early.sent = true;
            }
        }
    }
}
