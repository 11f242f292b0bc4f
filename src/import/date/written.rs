//! A day in a text: numbers and a month in some order, with marks between them.

use chrono::NaiveDate;

use super::Bad;
use super::made;
use super::serial;
use super::within;
use crate::model::clock::MONTHS;

/// Returns the day in a text.
pub(in crate::import) fn text(text: &str, first: i32) -> Result<NaiveDate, Bad> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::date::FIRST;

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
}
