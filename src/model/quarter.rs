//! A quarter of a year, the period every report is about.

use std::fmt;
use std::str::FromStr;

use chrono::Datelike;
use chrono::NaiveDate;

/// A quarter of a year; ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    year: i32,
    number: u32,
}

impl Quarter {
    /// Returns the quarter, if the year has four digits and the number is 1 to 4.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        ((1000..=9999).contains(&year) && (1..=4).contains(&number))
            .then_some(Self { year, number })
    }

    /// Returns the quarter a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            number: day.month0() / 3 + 1,
        }
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Returns the number in the year, 1 to 4.
    pub fn number(self) -> u32 {
        self.number
    }

    /// Returns the first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.number * 3 - 2, 1)
            .expect("the first of a month exists")
    }

    /// Returns the last day.
    pub fn last_day(self) -> NaiveDate {
        self.next()
            .first_day()
            .pred_opt()
            .expect("a day before a four-digit year exists")
    }

    /// Returns the quarter after this one.
    pub fn next(self) -> Self {
        match self.number {
            4 => Self {
                year: self.year + 1,
                number: 1,
            },
            n => Self {
                year: self.year,
                number: n + 1,
            },
        }
    }

    /// Returns the quarter before this one.
    pub fn previous(self) -> Self {
        match self.number {
            1 => Self {
                year: self.year - 1,
                number: 4,
            },
            n => Self {
                year: self.year,
                number: n - 1,
            },
        }
    }

    /// Returns how many quarters this one is after another, nothing if it is
    /// before.
    pub fn after(self, other: Self) -> Option<u32> {
        let count = |quarter: Self| quarter.year * 4 + quarter.number.cast_signed();
        u32::try_from(count(self) - count(other)).ok()
    }

    /// Returns the quarter a number of quarters after this one.
    pub fn plus(self, quarters: u32) -> Self {
        (0..quarters).fold(self, |quarter, _| quarter.next())
    }

    /// Returns whether a day lies in the quarter.
    pub fn contains(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}

impl FromStr for Quarter {
    type Err = ();

    /// Reads `2023-Q4`; a small `q` and the Swedish `K` are accepted too.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, number) = text.split_once('-').ok_or(())?;
        let number = number.strip_prefix(['Q', 'q', 'K', 'k']).ok_or(())?;
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(number, 1) {
            return Err(());
        }
        Self::new(
            year.parse().map_err(|_| ())?,
            number.parse().map_err(|_| ())?,
        )
        .ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, first: &str, last: &str, next: &str) {
        let quarter: Quarter = text.parse().expect(text);
        assert_eq!(quarter.to_string(), text);
        assert_eq!(quarter.first_day().to_string(), first);
        assert_eq!(quarter.last_day().to_string(), last);
        assert_eq!(quarter.next().to_string(), next);
        assert_eq!(quarter.next().previous(), quarter);
        assert!(quarter.contains(quarter.first_day()) && quarter.contains(quarter.last_day()));
    }

    #[test]
    fn quarters_begin_and_end_where_the_calendar_says() {
        case("2023-Q1", "2023-01-01", "2023-03-31", "2023-Q2");
        case("2024-Q1", "2024-01-01", "2024-03-31", "2024-Q2");
        case("2023-Q4", "2023-10-01", "2023-12-31", "2024-Q1");
    }

    #[test]
    fn quarters_are_counted_over_the_turn_of_the_year() {
        let quarter = |text: &str| text.parse::<Quarter>().expect(text);
        let (first, later) = (quarter("2023-Q3"), quarter("2025-Q1"));
        assert_eq!(later.after(first), Some(6));
        assert_eq!(first.plus(6), later);
        assert_eq!(first.after(first), Some(0));
        assert_eq!(first.after(later), None);
    }

    #[test]
    fn nothing_else_is_a_quarter() {
        for text in [
            "2023", "2023-Q5", "2023-Q0", "2023Q4", "23-Q4", "2023-Q44", "+023-Q1", "",
        ] {
            assert!(text.parse::<Quarter>().is_err(), "{text}");
        }
    }
}
