//! What is to be reported of a beslut, and what is to be done before it is:
//! the types, and the days of one round.
//!
//! A round is three months long and ends with a mark (`clock::mark`), counted
//! from the decision or from the interruption. Two months in, the beslut is
//! followed up; the individual is contacted within two weeks; a summary is
//! written by the last day at work before the mark; the message to the
//! IVO-rapportör is sent on the first day at work on or after it; and the
//! individrapport in the window of the quarter. Source: a kommun's routine of
//! July 2024, and IVO's page on reporting. What of it holds for whom is
//! `derive::duty`'s.

use std::sync::Arc;

use chrono::Days;
use chrono::Months;
use chrono::NaiveDate;

use crate::model::clock::REPORTING_MONTHS;
use crate::model::clock::mark;
use crate::model::quarter::Quarter;
use crate::model::workdays::Workdays;

/// Months into a round when the beslut is followed up.
pub const FOLLOW_UP_MONTHS: u32 = 2;

/// Days from the follow-up within which the individual is contacted.
pub const CONTACT_DAYS: u32 = 14;

/// The kind of an individrapport.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportType {
    /// The first: never executed since the decision.
    New,
    /// The first: execution interrupted.
    NewAvbrott,
    /// Every later one, while the beslut is not executed.
    Again,
    /// The last: executed.
    Executed,
    /// The last: closed without having been executed.
    Closed,
}

impl ReportType {
    /// All, with what they are called in a title, in the order of the routine.
    pub const NAMES: [(&str, Self); 5] = [
        ("Nyrapportering", Self::New),
        ("Nyrapportering avbrott", Self::NewAvbrott),
        ("Återrapportering", Self::Again),
        ("Slutrapportering, verkställt", Self::Executed),
        ("Slutrapportering, avslutat", Self::Closed),
    ];

    /// Returns what it is called in a title.
    pub fn name(self) -> &'static str {
        let mut names = Self::NAMES.iter();
        let found = names.find(|(_, known)| *known == self);
        found.map(|(name, _)| *name).unwrap_or_default()
    }

    /// Returns whether it is the first of a beslut.
    pub fn is_first(self) -> bool {
        matches!(self, Self::New | Self::NewAvbrott)
    }

    /// Returns whether it is the last of a beslut.
    pub fn is_last(self) -> bool {
        matches!(self, Self::Executed | Self::Closed)
    }
}

/// One individrapport: one beslut, one quarter, one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Individrapport {
    /// The kind.
    pub kind: ReportType,
    /// The day in its title: the mark passed this time, or the day the beslut
    /// was executed or closed.
    pub dated_on: NaiveDate,
    /// Which mark that is; nothing of a last one.
    pub number: Option<u32>,
    /// Whether it says that this is a förhandsbesked: only a first one does.
    pub forhandsbesked: bool,
    /// The quarter in which the beslut was to be reported first, if this first
    /// report is late.
    pub late_since: Option<Quarter>,
    /// The beslut it renews, which never was executed: a first one notes it.
    pub renews: Option<Arc<str>>,
}

/// Something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// Follow the beslut up.
    FollowUp,
    /// Contact the individual.
    Contact,
    /// Tell of what is offered while waiting.
    Meanwhile,
    /// Write the summary of the last three months.
    Summary,
    /// Tell whoever decides on them of needs while waiting.
    Needs,
    /// Send the message to the IVO-rapportör.
    Message,
    /// Send the individrapport to IVO.
    Report,
}

impl Task {
    /// All with their ids, in the order of a round.
    pub const NAMES: [(&str, Self); 7] = [
        ("uppfoljning", Self::FollowUp),
        ("kontakt", Self::Contact),
        ("under-tiden", Self::Meanwhile),
        ("sammanfattning", Self::Summary),
        ("behov", Self::Needs),
        ("meddelande", Self::Message),
        ("rapport", Self::Report),
    ];

    /// Returns the id, which calendars know it by and which never changes.
    pub fn id(self) -> &'static str {
        let mut names = Self::NAMES.iter();
        let found = names.find(|(_, known)| *known == self);
        found.map(|(id, _)| *id).unwrap_or_default()
    }
}

/// The days of one round, before its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Which round, from 1.
    pub number: u32,
    /// The day to follow the beslut up, be it a day at work or not.
    pub follow_up_on: NaiveDate,
    /// The last day to contact the individual.
    pub contact_by: NaiveDate,
    /// The last day at work before the mark.
    pub summary_by: NaiveDate,
    /// The first day after the three months.
    pub mark: NaiveDate,
    /// The first day at work on or after the mark.
    pub message_on: NaiveDate,
}

impl Round {
    /// Returns round `number` of a beslut that has waited since a day.
    pub fn of(since: NaiveDate, number: u32, workdays: &Workdays) -> Self {
        let months = REPORTING_MONTHS * (number - 1) + FOLLOW_UP_MONTHS;
        let follow_up_on = since
            .checked_add_months(Months::new(months))
            .expect("dates have four-digit years");
        let contact_by = follow_up_on
            .checked_add_days(Days::new(CONTACT_DAYS.into()))
            .expect("dates have four-digit years");
        let mark = mark(since, number);
        Self {
            number,
            follow_up_on,
            contact_by,
            summary_by: workdays.last_workday_before(mark),
            mark,
            message_on: workdays.first_workday_on_or_after(mark),
        }
    }
}

/// Something that somebody is to do for a beslut, by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// What.
    pub task: Task,
    /// Who, in definite form.
    pub who: Arc<str>,
    /// The first day it can be done.
    pub from: NaiveDate,
    /// The last day to do it.
    pub due_on: NaiveDate,
    /// The quarter whose individrapport it leads to.
    pub quarter: Quarter,
    /// That individrapport.
    pub report: Individrapport,
    /// Whether the row is missing in its quarter, though it is there before
    /// and after.
    pub left_out: bool,
}

impl Duty {
    /// Returns whether it is an individrapport whose last day has passed: a
    /// missed one, until it has been sent.
    pub fn is_missed(&self, today: NaiveDate) -> bool {
        self.task == Task::Report && self.due_on < today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(since: &str, number: u32, expected: [&str; 5]) {
        let round = Round::of(since.parse().expect("a date"), number, &Workdays::default());
        let found = [
            round.follow_up_on,
            round.contact_by,
            round.summary_by,
            round.mark,
            round.message_on,
        ];
        assert_eq!(found.map(|day| day.to_string()), expected);
    }

    #[test]
    fn a_round_ends_with_its_mark() {
        case(
            "2026-07-14",
            1,
            [
                "2026-09-14",
                "2026-09-28",
                "2026-10-14",
                "2026-10-15",
                "2026-10-15",
            ],
        );
        // The second round is counted from the start, not from the first mark.
        case(
            "2024-06-30",
            2,
            [
                "2024-11-30",
                "2024-12-14",
                "2024-12-30",
                "2024-12-31",
                "2025-01-02",
            ],
        );
        // A mark on långfredagen: the summary by skärtorsdagen, the message after Easter.
        case(
            "2026-01-02",
            1,
            [
                "2026-03-02",
                "2026-03-16",
                "2026-04-02",
                "2026-04-03",
                "2026-04-07",
            ],
        );
        // A mark on midsommarafton.
        case(
            "2026-03-18",
            1,
            [
                "2026-05-18",
                "2026-06-01",
                "2026-06-18",
                "2026-06-19",
                "2026-06-22",
            ],
        );
        // A mark on annandag pingst is at work since 2005.
        case(
            "2026-02-24",
            1,
            [
                "2026-04-24",
                "2026-05-08",
                "2026-05-22",
                "2026-05-25",
                "2026-05-25",
            ],
        );
    }
}
