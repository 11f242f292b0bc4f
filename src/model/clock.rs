//! When a beslut is reportable: calendar months, counted from the decision or
//! from the interruption.
//!
//! A beslut is reportable from the day after three calendar months have passed:
//! `add_months(d, 3) + 1 day`, and mark *n* of a re-report is
//! `add_months(d, 3·n) + 1 day`, always counted from *d*. A month that lacks
//! the day ends on its last day. Source: SoL (2001:453) 16 kap. 6 f §, SoL
//! (2025:400) 34 kap. 1 § and LSS 28 f § (not executed within three months from
//! the day of the decision); IVO's form says three months + 1 day.
//!
//! The municipal shortcut (decided by the end of the previous quarter) is a
//! named alternative, chosen by `klocka` in namnd.yaml.

use chrono::DateTime;
use chrono::Datelike;
use chrono::Days;
use chrono::Months;
use chrono::NaiveDate;
use chrono::TimeDelta;

use crate::model::quarter::Quarter;

/// The months of the year, as they are written in Swedish.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// Calendar months before a beslut must be reported.
pub const REPORTING_MONTHS: u32 = 3;

/// Which clock decides when a beslut is reportable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// Three months and a day from the decision or the interruption.
    #[default]
    Law,
    /// Decided or interrupted by the last day of the previous quarter, and not
    /// executed on the last day of this one.
    PreviousQuarter,
}

impl Clock {
    /// Returns the first day on which a beslut that started to wait on
    /// `since` is reportable.
    pub fn reportable_from(self, since: NaiveDate) -> NaiveDate {
        match self {
            Self::Law => mark(since, 1),
            Self::PreviousQuarter => Quarter::of(since).next().last_day(),
        }
    }

    /// Returns which report a quarter's is, of a beslut that has waited since
    /// a day: 1 in the quarter in which it is reportable first, nothing before.
    ///
    /// A beslut is reported once a quarter, and report *n* goes with mark *n*.
    /// Where months end on different days, mark *n* may be the day before the
    /// quarter or the day after it: from 2025-12-30, mark 1 is 2026-03-31 and
    /// mark 2 2026-07-01, but there is a report for the second quarter.
    pub fn turn(self, since: NaiveDate, quarter: Quarter) -> Option<u32> {
        let first = Quarter::of(self.reportable_from(since));
        quarter.after(first).map(|quarters| quarters + 1)
    }
}

/// Returns mark `n` of a beslut: the first day after 3·`n` whole months.
pub fn mark(since: NaiveDate, n: u32) -> NaiveDate {
    since
        .checked_add_months(Months::new(REPORTING_MONTHS * n))
        .and_then(|day| day.succ_opt())
        .expect("dates have four-digit years")
}

/// Returns the whole calendar months from `since` to `to`, 0 if `to` is earlier.
pub fn whole_months(since: NaiveDate, to: NaiveDate) -> u32 {
    if to < since {
        return 0;
    }
    let months =
        (to.year() - since.year()) * 12 + to.month0().cast_signed() - since.month0().cast_signed();
    let months = months.unsigned_abs();
    // The last month counts only when it is whole.
    let reached = since
        .checked_add_months(Months::new(months))
        .is_some_and(|day| day <= to);
    if reached { months } else { months - 1 }
}

/// Returns the day it is in Sweden so many seconds after 1970 began, UTC:
/// summer time from one in the morning on the last Sunday of March to the last
/// of October, as in the whole union since 1996 (directive 2000/84/EC). Every
/// computer knows UTC; the time zone it is set to is not asked.
pub fn swedish_day(seconds: u64) -> Option<NaiveDate> {
    let utc = DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?.naive_utc();
    let turn = |month| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
        let after_sunday = last.weekday().num_days_from_sunday();
        last.checked_sub_days(Days::new(after_sunday.into()))?
            .and_hms_opt(1, 0, 0)
    };
    let summer = turn(3)? <= utc && utc < turn(10)?;
    let hours = if summer { 2 } else { 1 };
    Some((utc + TimeDelta::hours(hours)).date())
}

/// Returns the days from `since` to `to`, 0 if `to` is earlier.
pub fn days(since: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - since).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    /// DOMAIN b2: the decision, the first reportable day, the quarter's last
    /// day, and whether it stands in that quarter's report.
    #[track_caller]
    fn case(decided: &str, due: &str, report_per: &str, reported: bool) {
        let found = Clock::Law.reportable_from(day(decided));
        assert_eq!(found, day(due));
        assert_eq!(found <= day(report_per), reported);
    }

    #[test]
    fn three_months_and_a_day() {
        case("2024-09-30", "2024-12-31", "2024-12-31", true);
        case("2024-12-30", "2025-03-31", "2025-03-31", true);
        case("2024-12-31", "2025-04-01", "2025-03-31", false);
        case("2025-03-29", "2025-06-30", "2025-06-30", true);
        case("2025-03-30", "2025-07-01", "2025-06-30", false);
        case("2025-03-31", "2025-07-01", "2025-06-30", false);
        case("2025-06-29", "2025-09-30", "2025-09-30", true);
        case("2025-06-30", "2025-10-01", "2025-09-30", false);
        case("2024-11-30", "2025-03-01", "2025-03-31", true);
        case("2023-11-30", "2024-03-01", "2024-03-31", true);
    }

    #[test]
    fn marks_are_always_counted_from_the_start() {
        assert_eq!(mark(day("2024-06-30"), 1), day("2024-10-01"));
        assert_eq!(mark(day("2024-11-30"), 1), day("2025-03-01"));
        assert_eq!(mark(day("2024-11-30"), 2), day("2025-05-31"));
    }

    /// Report n of every beslut has mark n in its quarter, or a day beside it.
    #[test]
    fn a_report_a_quarter_and_a_mark_a_report() {
        let first = day("2023-12-01");
        for since in first.iter_days().take(366 + 365) {
            let first = Quarter::of(mark(since, 1));
            let quarters = std::iter::successors(Some(first), |quarter| Some(quarter.next()));
            for (at, quarter) in (1..=9).zip(quarters) {
                assert_eq!(Clock::Law.turn(since, quarter), Some(at), "{since}");
                let mark = mark(since, at);
                let near = [mark.pred_opt(), Some(mark), mark.succ_opt()];
                let near = near.into_iter().flatten();
                assert!(
                    near.clone().any(|day| quarter.contains(day)),
                    "{since} {at}"
                );
            }
            assert_eq!(Clock::Law.turn(since, first.previous()), None);
        }
        assert_eq!(mark(day("2025-12-30"), 2), day("2026-07-01"));
        let second: Quarter = "2026-Q2".parse().expect("a quarter");
        assert_eq!(Clock::Law.turn(day("2025-12-30"), second), Some(2));
    }

    #[test]
    fn the_shortcut_includes_decisions_the_law_does_not() {
        for decided in ["2024-12-31", "2025-03-30", "2025-03-31", "2025-06-30"] {
            let shortcut = Clock::PreviousQuarter.reportable_from(day(decided));
            assert_eq!(
                shortcut.succ_opt(),
                Some(Clock::Law.reportable_from(day(decided)))
            );
        }
    }

    #[test]
    fn the_day_turns_at_midnight_in_sweden() {
        #[track_caller]
        fn case(utc: &str, expected: &str) {
            let moment = utc.parse::<chrono::NaiveDateTime>().expect("a moment");
            let seconds = moment.and_utc().timestamp().unsigned_abs();
            assert_eq!(swedish_day(seconds), Some(day(expected)), "{utc}");
        }
        case("2026-01-31T22:59:59", "2026-01-31");
        case("2026-01-31T23:00:00", "2026-02-01");
        case("2026-07-31T21:59:59", "2026-07-31");
        case("2026-07-31T22:00:00", "2026-08-01");
        // The nights when the clocks are changed: 29 March and 25 October 2026.
        case("2026-03-28T22:30:00", "2026-03-28");
        case("2026-03-28T23:00:00", "2026-03-29");
        case("2026-03-29T22:00:00", "2026-03-30");
        case("2026-10-24T22:00:00", "2026-10-25");
        case("2026-10-25T22:30:00", "2026-10-25");
        case("2026-10-25T23:00:00", "2026-10-26");
    }

    #[test]
    fn months_are_whole() {
        let months = |a, b| whole_months(day(a), day(b));
        assert_eq!(months("2023-09-30", "2023-12-31"), 3);
        assert_eq!(months("2023-09-06", "2023-12-31"), 3);
        assert_eq!(months("2023-12-31", "2024-02-29"), 2);
        assert_eq!(months("2023-12-31", "2024-02-28"), 1);
        assert_eq!(months("2020-03-13", "2023-12-31"), 45);
        assert_eq!(months("2023-12-31", "2023-01-01"), 0);
        assert_eq!(days(day("2020-03-13"), day("2023-12-31")), 1388);
    }
}
