//! Days as people and programs write them → a day, or why it is none.
//!
//! `2024-01-05`, `20240105`, `5/1 2024`, `5.1.2024`, `05/01/2024` (the day
//! first), `5 januari 2024`, with or without a time of day, and the numbers of
//! Excel, counted from 1900 or from 1904. A year of two digits is none: nobody
//! can tell which century was meant.

use chrono::Datelike as _;
use chrono::Days;
use chrono::NaiveDate;

use super::book::Cell;
use crate::model::clock::MONTHS;

mod written;

pub(super) use written::text;

/// The first year of a decision, as in the YAML files.
pub(super) const FIRST: i32 = 1950;
/// The first year somebody can be born in.
pub(super) const FIRST_BIRTH: i32 = 1850;
/// The last year, as in the YAML files.
const LAST: i32 = 2150;

/// Why something is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bad {
    /// It is written in no known way.
    Shape,
    /// The year has two digits.
    TwoDigits,
    /// The year cannot be meant.
    Year,
    /// The month is not 1 to 12.
    Month,
    /// The month has fewer days.
    Day {
        /// The year.
        year: i32,
        /// The month.
        month: u32,
        /// The month's last day.
        last: u32,
    },
}

impl Bad {
    /// Returns what is wrong, after the value, and what to do.
    pub(super) fn told(self) -> (String, &'static str) {
        match self {
            Self::Shape => (
                "är inget datum".to_owned(),
                "skriv dagen som 2024-01-05, eller töm cellen",
            ),
            Self::TwoDigits => (
                "har bara två siffror i året".to_owned(),
                "skriv året med fyra siffror: 2024-01-05",
            ),
            Self::Year => (
                format!("ligger utanför åren {FIRST}–{LAST}"),
                "rätta året, eller töm cellen",
            ),
            Self::Month => (
                "finns inte: månaden ska vara 1 till 12".to_owned(),
                "rätta månaden; dagen läses före månaden i 5/1 2024",
            ),
            Self::Day { year, month, last } => (
                format!("finns inte: {} {year} har {last} dagar", name(month)),
                "rätta dagen",
            ),
        }
    }
}

/// Returns the day in a cell.
pub(super) fn cell(cell: &Cell, from_1904: bool, first: i32) -> Result<NaiveDate, Bad> {
    match cell {
        Cell::Day(day) => within(*day, first),
        Cell::Text(written) => text(written, first),
        Cell::Number(number) => self::number(*number, from_1904, first),
        Cell::Truth(_) | Cell::Fault => Err(Bad::Shape),
    }
}

/// Returns the day of a number: `20240105`, or what Excel counts.
fn number(number: f64, from_1904: bool, first: i32) -> Result<NaiveDate, Bad> {
    let written = number.to_string();
    if matches!(written.len(), 6 | 8) && written.bytes().all(|b| b.is_ascii_digit()) {
        return text(&written, first);
    }
    within(serial(number, from_1904).ok_or(Bad::Shape)?, first)
}

/// Returns the day that Excel means by a number, without its time of day.
pub(super) fn serial(number: f64, from_1904: bool) -> Option<NaiveDate> {
    // The last of December in the year 9999.
    const LAST: f64 = 2_958_465.0;
    if !(0.0..=LAST).contains(&number) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it has been held within its bounds"
    )]
    let days = number as u64;
    let (year, month, day) = match (from_1904, days) {
        (true, _) => (1904, 1, 1),
        // Excel believes that 1900 was a leap year.
        (false, 0..60) => (1899, 12, 31),
        (false, _) => (1899, 12, 30),
    };
    NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(Days::new(days))
}

fn name(month: u32) -> &'static str {
    let at = usize::try_from(month).unwrap_or_default();
    MONTHS.get(at.wrapping_sub(1)).copied().unwrap_or_default()
}

fn made(year: i32, month: u32, day: u32, first: i32) -> Result<NaiveDate, Bad> {
    if !(first..=LAST).contains(&year) {
        return Err(Bad::Year);
    }
    if !(1..=12).contains(&month) {
        return Err(Bad::Month);
    }
    let last = (28..=31)
        .rev()
        .find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some())
        .unwrap_or_default();
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Bad::Day { year, month, last })
}

fn within(day: NaiveDate, first: i32) -> Result<NaiveDate, Bad> {
    let known = (first..=LAST).contains(&day.year());
    known.then_some(day).ok_or(Bad::Year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_excel_are_days() {
        let day = |number, from_1904| serial(number, from_1904).map(|day| day.to_string());
        assert_eq!(day(45_296.0, false).as_deref(), Some("2024-01-05"));
        assert_eq!(day(45_296.75, false).as_deref(), Some("2024-01-05"));
        assert_eq!(day(43_834.0, true).as_deref(), Some("2024-01-05"));
        assert_eq!(day(61.0, false).as_deref(), Some("1900-03-01"));
        assert_eq!(day(59.0, false).as_deref(), Some("1900-02-28"));
        assert_eq!(day(1.0, false).as_deref(), Some("1900-01-01"));
        for none in [-1.0, f64::NAN, f64::INFINITY, 3.0e6] {
            assert_eq!(serial(none, false), None);
        }
        let cell = |number| cell(&Cell::Number(number), false, FIRST);
        assert_eq!(
            cell(20_240_105.0).map(|day| day.to_string()),
            Ok("2024-01-05".to_owned())
        );
        assert_eq!(cell(240_105.0), Err(Bad::TwoDigits));
        assert_eq!(cell(0.5), Err(Bad::Year));
        assert_eq!(cell(9_001_012_384.0), Err(Bad::Shape));
    }
}
