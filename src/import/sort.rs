//! An export of all open decisions, row by row: what is to be reported for the
//! quarter, what not yet, and what never is.
//!
//! Source: SoL (2025:400) 34 kap. 1 § and LSS 28 f § (not executed within three
//! months), 34 kap. 2 § and 28 g § (executed afterwards: notified). A beslut that
//! remained when the quarter before ended belongs to this one, however it ended.

use chrono::NaiveDate;

use crate::model::clock::Clock;
use crate::model::quarter::Quarter;

/// Where a row belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the quarter.
    Quarter,
    /// In `bevakning.yaml`: reportable from this day, after the quarter.
    NotYet(NaiveDate),
    /// Nowhere: it ended before the quarter began.
    EndedBefore(NaiveDate),
    /// Nowhere: it ended before it was reportable.
    InTime(NaiveDate),
}

/// What a row is sorted by.
#[derive(Debug, Clone, Copy)]
pub struct Course {
    /// The decision, or the interruption.
    pub since: NaiveDate,
    /// The execution or the closing.
    pub ended: Option<NaiveDate>,
    /// Whether it remained when the quarter before ended, or stands in the quarter
    /// already.
    pub known: bool,
}

/// Returns where a row belongs.
pub fn place(course: Course, quarter: Quarter, clock: Clock) -> Place {
    let due = clock.reportable_from(course.since);
    match course.ended {
        _ if course.known => Place::Quarter,
        Some(end) if end < due => Place::InTime(end),
        Some(end) if end < quarter.first_day() => Place::EndedBefore(end),
        _ if due > quarter.last_day() => Place::NotYet(due),
        _ => Place::Quarter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[track_caller]
    fn case(since: &str, ended: Option<&str>, known: bool, expected: Place) {
        let quarter = "2026-Q3".parse().expect("a quarter");
        let course = Course {
            since: day(since),
            ended: ended.map(day),
            known,
        };
        assert_eq!(place(course, quarter, Clock::Law), expected);
    }

    #[test]
    fn rows_go_where_they_belong() {
        case("2026-06-29", None, false, Place::Quarter);
        case("2026-06-30", None, false, Place::NotYet(day("2026-10-01")));
        case("2026-09-01", None, false, Place::NotYet(day("2026-12-02")));
        case("2026-01-10", Some("2026-07-01"), false, Place::Quarter);
        case("2026-01-10", Some("2026-10-05"), false, Place::Quarter);
        let before = Place::EndedBefore(day("2026-06-30"));
        case("2026-01-10", Some("2026-06-30"), false, before);
        let in_time = Place::InTime(day("2026-08-14"));
        case("2026-05-14", Some("2026-08-14"), false, in_time);
        // A day later three months had passed.
        case("2026-05-14", Some("2026-08-15"), false, Place::Quarter);
    }

    #[test]
    fn what_remained_belongs_to_the_next_quarter_however_it_ended() {
        case("2026-01-10", Some("2026-06-29"), true, Place::Quarter);
        case("2026-07-20", None, true, Place::Quarter);
    }
}
