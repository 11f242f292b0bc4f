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

/// Returns the day in a text.
pub(super) fn text(text: &str, first: i32) -> Result<NaiveDate, Bad> {
    let plain = plain(text);
    let parts = parts(without_time(&plain)).ok_or(Bad::Shape)?;
    let (year, month, day) = match parts.as_slice() {
        [Part::Number(digits)] => return pressed(digits, first),
        [Part::Number(year), Part::Number(month), Part::Number(day)] if year.len() == 4 => {
            (year, short(month)?, day)
        }
        [Part::Number(day), Part::Number(month), Part::Number(year)] => (year, short(month)?, day),
        [Part::Number(year), Part::Month(month), Part::Number(day)] if year.len() == 4 => {
            (year, *month, day)
        }
        [Part::Number(day), Part::Month(month), Part::Number(year)]
        | [Part::Month(month), Part::Number(day), Part::Number(year)] => (year, *month, day),
        _ => return Err(Bad::Shape),
    };
    let day = short(day)?;
    match year.len() {
        4 => made(value(year).cast_signed(), month, day, first),
        2 => Err(Bad::TwoDigits),
        _ => Err(Bad::Shape),
    }
}

/// One part of a written day.
#[derive(Debug)]
enum Part<'a> {
    Number(&'a str),
    Month(u32),
}

/// Returns a text in small letters, with one kind of hyphen and of blank, and
/// without the words that may stand before a day.
fn plain(text: &str) -> String {
    let text: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '–' | '—' | '−' | '‐' | '‑' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let text = text.to_lowercase();
    match text.strip_prefix("den ") {
        Some(rest) => rest.trim_start().to_owned(),
        None => text,
    }
}

/// Returns the text before a time of day.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else {
        return text;
    };
    let hour = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let rest = &text[hour.len()..];
    let clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'z' | ' ');
    if !rest.chars().all(clock) {
        return text;
    }
    let day = ["t", " kl. ", " kl ", " "]
        .iter()
        .find_map(|between| hour.strip_suffix(between));
    day.map_or(text, str::trim_end)
}

/// Returns the numbers and the month of a text, if nothing else stands there.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let mut list = vec![];
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            list.push(Part::Number(&rest[..end]));
            rest = &rest[end..];
        } else if c.is_alphabetic() {
            let end = rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len());
            list.push(Part::Month(month(&rest[..end])?));
            rest = &rest[end..];
        } else if matches!(c, ' ' | '-' | '/' | '.' | ',') {
            rest = &rest[1..];
        } else {
            return None;
        }
    }
    Some(list)
}

/// Returns the month of a name or of its first three letters.
fn month(word: &str) -> Option<u32> {
    let english = match word {
        "may" => "maj",
        "oct" | "october" => "oktober",
        word => word,
    };
    let long = english.len() >= 3;
    let at = MONTHS
        .iter()
        .position(|name| long && name.starts_with(english));
    u32::try_from(at? + 1).ok()
}

fn name(month: u32) -> &'static str {
    let at = usize::try_from(month).unwrap_or_default();
    MONTHS.get(at.wrapping_sub(1)).copied().unwrap_or_default()
}

/// Returns the day of digits without marks.
fn pressed(digits: &str, first: i32) -> Result<NaiveDate, Bad> {
    match digits.len() {
        8 => made(
            value(&digits[..4]).cast_signed(),
            value(&digits[4..6]),
            value(&digits[6..]),
            first,
        ),
        6 => Err(Bad::TwoDigits),
        5 => within(
            serial(f64::from(value(digits)), false).ok_or(Bad::Shape)?,
            first,
        ),
        _ => Err(Bad::Shape),
    }
}

/// Returns the value of a day or a month.
fn short(digits: &str) -> Result<u32, Bad> {
    match digits.len() {
        1 | 2 => Ok(value(digits)),
        _ => Err(Bad::Shape),
    }
}

fn value(digits: &str) -> u32 {
    digits.parse().unwrap_or_default()
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

    #[track_caller]
    fn case(written: &str, expected: &str) {
        let day = text(written, FIRST).map(|day| day.to_string());
        assert_eq!(day.as_deref(), Ok(expected), "{written}");
    }

    #[track_caller]
    fn bad(written: &str, why: Bad) {
        assert_eq!(text(written, FIRST), Err(why), "{written}");
    }

    #[test]
    fn a_day_may_be_written_in_many_ways() {
        for written in [
            "2024-01-05",
            "2024–01–05",
            "20240105",
            "2024/01/05",
            "2024.01.05",
            "2024-1-5",
            "5/1 2024",
            "5/1-2024",
            "5.1.2024",
            "5. 1. 2024",
            "05/01/2024",
            "05-01-2024",
            "5 januari 2024",
            "5 jan 2024",
            "5 jan. 2024",
            "5-jan-2024",
            "den 5 januari 2024",
            "Jan 5, 2024",
            "2024-01-05 00:00",
            "2024-01-05 00:00:00",
            "2024-01-05T00:00:00",
            "2024-01-05T00:00:00.000Z",
            "2024-01-05T00:00:00+01:00",
            "5/1 2024 13:45",
            "5 januari 2024 kl. 13:45",
            "45296",
            " 2024-01-05\u{a0}",
        ] {
            case(written, "2024-01-05");
        }
        case("17 maj 2023", "2023-05-17");
        case("3 okt 2023", "2023-10-03");
        case("29/2 2024", "2024-02-29");
    }

    #[test]
    fn what_is_no_day_says_why() {
        for written in ["24-01-05", "5/1-24", "240105", "5 jan 24", "05/01/24"] {
            bad(written, Bad::TwoDigits);
        }
        let (year, month) = (2024, 2);
        bad(
            "30 februari 2024",
            Bad::Day {
                year,
                month,
                last: 29,
            },
        );
        bad(
            "2024-02-30",
            Bad::Day {
                year,
                month,
                last: 29,
            },
        );
        bad("01/25/2024", Bad::Month);
        bad("1924-01-05", Bad::Year);
        bad("9999-12-31", Bad::Year);
        for written in [
            "",
            "idag",
            "våren 2024",
            "jan 2024",
            "2024",
            "2024-01",
            "2024-01-05-06",
            "5/1",
            "2024-01-05 i Lund",
            "12:30",
            "5 mandag 2024",
            "199001012384",
            "1234567",
        ] {
            bad(written, Bad::Shape);
        }
    }

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
