//! What a scalar's text means: dates, numbers, words. Used both to check a
//! value and to read it, so that the two cannot differ.

use chrono::NaiveDate;

use crate::finding::Rule;
use crate::load::keys::Kind;
use crate::load::keys::either;
use crate::load::schema;
use crate::load::schema::FEL_TYP;
use crate::load::schema::NYARE_FORMAT;
use crate::load::schema::OKANT_ORD;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::model::quarter::Quarter;

/// Why a text is not a date.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BadDate {
    /// It is not four, two and two digits with hyphens.
    Shape,
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

/// Reads a date in the form 2024-01-10.
pub(crate) fn date(text: &str) -> Result<NaiveDate, BadDate> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, b)| match at {
            4 | 7 => *b == b'-',
            _ => b.is_ascii_digit(),
        });
    if !shaped {
        return Err(BadDate::Shape);
    }
    let number = |range| {
        text.get(range)
            .and_then(|part: &str| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    let (year, month, day) = (number(0..4).cast_signed(), number(5..7), number(8..10));
    if !(1950..=2150).contains(&year) {
        return Err(BadDate::Year);
    }
    if !(1..=12).contains(&month) {
        return Err(BadDate::Month);
    }
    let last = schema::last_day(year, month);
    NaiveDate::from_ymd_opt(year, month, day).ok_or(BadDate::Day { year, month, last })
}

/// Reads a whole number from 0, at most nine digits.
pub(crate) fn number(text: &str) -> Option<u32> {
    let digits = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    // «0123» is not a number anybody counts with.
    let plain = text == "0" || !text.starts_with('0');
    (digits && plain).then(|| text.parse().ok()).flatten()
}

/// Reads ja or nej.
pub(crate) fn yes(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    }
}

/// Reads one of a few words, in any case.
pub(crate) fn word(text: &str, words: &'static [&'static str]) -> Option<&'static str> {
    let folded = text.to_lowercase().replace('-', "–");
    words
        .iter()
        .copied()
        .find(|word| word.to_lowercase().replace('-', "–") == folded)
}

fn is_id(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.bytes().all(allowed)
}

/// Checks a text; says which rule it breaks, what is wrong and what to do.
pub(crate) fn check(
    text: &str,
    kind: &Kind,
    example: &str,
) -> Result<(), (&'static Rule, String, String)> {
    let wrong = |rule: &'static Rule| {
        let message = format!("«{}» är inte {}", shown(text), kind.describe());
        (rule, message, format!("skriv till exempel «{example}»"))
    };
    let ok = match kind {
        Kind::Format => {
            // A newer version has a finding of its own.
            let newer = text.parse::<u32>().is_ok_and(|version| version > 1);
            return if text == "1" || newer {
                Ok(())
            } else {
                Err((
                    &NYARE_FORMAT,
                    format!("«{}» är inget format som evb känner", shown(text)),
                    "skriv «format: 1»".to_owned(),
                ))
            };
        }
        Kind::Date => {
            return date(text)
                .map(|_| ())
                .map_err(|bad| schema::date_message(text, &bad));
        }
        Kind::Word(words) => {
            return match word(text, words) {
                Some(_) => Ok(()),
                None => {
                    let help = match nearest(text, words.iter().copied()) {
                        Some(near) => format!("menade du «{near}»?"),
                        None => format!("skriv {}", either(words)),
                    };
                    let message = format!("«{}» kan inte stå här", shown(text));
                    Err((&OKANT_ORD, message, help))
                }
            };
        }
        Kind::YesNo => yes(text).is_some(),
        Kind::Quarter => text.parse::<Quarter>().is_ok(),
        Kind::Number => number(text).is_some(),
        Kind::Id => is_id(text),
        Kind::Colour => {
            text.len() == 7
                && text.starts_with('#')
                && text.bytes().skip(1).all(|b| b.is_ascii_hexdigit())
        }
        Kind::Text | Kind::Insats | Kind::Orsak | Kind::Avslutsskal => !text.trim().is_empty(),
        Kind::Figure
        | Kind::Counted(_)
        | Kind::Figures(_)
        | Kind::Record(_)
        | Kind::List(_)
        | Kind::Map(..)
        | Kind::IdOr(_) => false,
    };
    if ok { Ok(()) } else { Err(wrong(&FEL_TYP)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn bad(text: &str, why: BadDate) {
        assert_eq!(date(text), Err(why));
    }

    #[test]
    fn only_real_days_are_dates() {
        assert!(date("2024-02-29").is_ok());
        bad(
            "2023-02-30",
            BadDate::Day {
                year: 2023,
                month: 2,
                last: 28,
            },
        );
        bad(
            "2023-02-29",
            BadDate::Day {
                year: 2023,
                month: 2,
                last: 28,
            },
        );
        bad("2023-13-45", BadDate::Month);
        bad("2023-00-10", BadDate::Month);
        bad("0203-01-01", BadDate::Year);
        for text in [
            "2024-1-5",
            "5/1 2024",
            "20240105",
            "2024-01-05 ",
            "2024–01–05",
            "idag",
            "",
        ] {
            bad(text, BadDate::Shape);
        }
    }

    #[test]
    fn numbers_are_what_they_look_like() {
        assert_eq!(number("0"), Some(0));
        assert_eq!(number("88"), Some(88));
        for text in ["-1", "1e3", "0123", "1,5", "1 000", "", "12345678901"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn norway_is_not_nej() {
        assert_eq!(yes("NO"), None);
        assert_eq!(yes("false"), None);
        assert_eq!(yes("Nej"), Some(false));
    }
}
