//! What a scalar's text means: dates, numbers, words. Used both to check a
//! value and to read it, so that the two cannot differ. Blanks around a value
//! never mean anything.

use chrono::Datelike;
use chrono::NaiveDate;

use crate::load::keys::Kind;
use crate::load::keys::YES_NO;
use crate::load::schema::FEL_TYP;
use crate::load::schema::message::Said;
use crate::load::schema::message::bad_date;
use crate::load::schema::message::shown;
use crate::load::schema::message::unknown_word;
use crate::model::quarter::Quarter;

/// Counts have at most seven digits, so that no sum of a file's counts can
/// overflow: Sweden has eleven million inhabitants.
pub(crate) const MOST_DIGITS: u32 = 7;

/// The longest id: with a folder, a quarter and an ending it fits in any path.
pub(crate) const LONGEST_ID: usize = 60;

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
    let text = text.trim();
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
    let last = last_day(year, month);
    NaiveDate::from_ymd_opt(year, month, day).ok_or(BadDate::Day { year, month, last })
}

/// Returns the last day of a month.
fn last_day(year: i32, month: u32) -> u32 {
    (28..=31)
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
        .map_or(0, |day| day.day())
}

/// Reads a whole number from 0.
pub(crate) fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = (1..=MOST_DIGITS as usize).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_digit());
    // «0123» is not a number anybody counts with.
    let plain = text == "0" || !text.starts_with('0');
    (digits && plain).then(|| text.parse().ok()).flatten()
}

/// Reads ja or nej.
pub(crate) fn yes(text: &str) -> Option<bool> {
    let text = text.trim().to_lowercase();
    YES_NO
        .iter()
        .position(|word| *word == text)
        .map(|at| at == 0)
}

/// Reads one of a few words, in any case.
pub(crate) fn word(text: &str, words: &'static [&'static str]) -> Option<&'static str> {
    let folded = text.trim().to_lowercase().replace('-', "–");
    words
        .iter()
        .copied()
        .find(|word| word.to_lowercase().replace('-', "–") == folded)
}

/// Returns why a text cannot be an id, which is a part of file names as well.
pub(crate) fn bad_id(text: &str) -> Option<&'static str> {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if text.is_empty() || !text.bytes().all(allowed) {
        return Some("ett id skrivs med a–z, 0–9 och bindestreck");
    }
    if text.starts_with('-') {
        return Some("ett id börjar med en bokstav eller en siffra");
    }
    if text.len() > LONGEST_ID {
        return Some("ett id har högst 60 tecken");
    }
    let numbered = text.strip_prefix("com").or(text.strip_prefix("lpt"));
    let port = numbered.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
    (port || ["con", "prn", "aux", "nul"].contains(&text))
        .then_some("Windows kan inte ha filer med det namnet; välj ett annat")
}

/// Checks a text, which stands under a name; says what is wrong.
pub(crate) fn check(text: &str, kind: &Kind, name: &str) -> Result<(), Said> {
    let text = text.trim();
    let wrong = |what: &str, help: &str| {
        let message = format!("«{}» är {what}", shown(text));
        Err((&FEL_TYP, message, help.to_owned()))
    };
    match kind {
        Kind::Date => date(text).map(|_| ()).map_err(|bad| bad_date(text, &bad)),
        Kind::Word(words) => word(text, words)
            .map(|_| ())
            .ok_or_else(|| unknown_word(text, name, words)),
        Kind::YesNo if yes(text).is_none() => {
            let message = format!("«{name}» kan inte vara «{}»", shown(text));
            Err((&FEL_TYP, message, "skriv ja eller nej".to_owned()))
        }
        Kind::Quarter if text.parse::<Quarter>().is_err() => wrong(
            "inget kvartal",
            "skriv år och kvartal, till exempel 2023-Q4",
        ),
        Kind::Figure | Kind::Number if number(text).is_none() => {
            let what = if matches!(kind, Kind::Figure) {
                "inget antal"
            } else {
                "inget heltal"
            };
            if text.len() > MOST_DIGITS as usize && text.bytes().all(|b| b.is_ascii_digit()) {
                return wrong(what, "skriv högst sju siffror");
            }
            wrong(
                what,
                "skriv bara siffror, utan blanksteg, tecken eller inledande nolla, till exempel 12",
            )
        }
        Kind::Id => bad_id(text).map_or(Ok(()), |why| wrong("inget id", why)),
        Kind::Colour if !is_colour(text) => wrong(
            "ingen färg",
            "skriv # och sex tecken, 0–9 eller a–f, inom citattecken: «färg: \"#0b5a7a\"»",
        ),
        _ => Ok(()),
    }
}

fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text.bytes().skip(1).all(|b| b.is_ascii_hexdigit())
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
        for text in ["2024-1-5", "5/1 2024", "20240105", "2024–01–05", "idag", ""] {
            bad(text, BadDate::Shape);
        }
    }

    #[test]
    fn numbers_are_what_they_look_like() {
        assert_eq!(number("0"), Some(0));
        assert_eq!(number("88"), Some(88));
        assert_eq!(number("9999999"), Some(9_999_999));
        for text in ["-1", "1e3", "0123", "1,5", "1 000", "", "10000000"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn norway_is_not_nej() {
        assert_eq!(yes("NO"), None);
        assert_eq!(yes("false"), None);
        assert_eq!(yes("Nej"), Some(false));
    }

    #[test]
    fn blanks_around_a_value_mean_nothing() {
        assert!(date("2024-01-05 ").is_ok());
        assert_eq!(number(" 4"), Some(4));
        assert_eq!(word("man ", &["kvinna", "man"]), Some("man"));
    }

    #[test]
    fn an_id_can_be_a_file_name_anywhere() {
        for good in ["rapport", "2-rapport", "con1", "com", "console", "lpt10"] {
            assert_eq!(bad_id(good), None, "{good}");
        }
        let long = "a".repeat(61);
        for bad in [
            "", "-", "-a", "Rapport", "å", "con", "nul", "com1", "lpt0", &long,
        ] {
            assert!(bad_id(bad).is_some(), "{bad}");
        }
    }
}
