//! Whom a row is about, hidden; and what a personnummer says of sex and birth.
//!
//! A personnummer, a samordningsnummer (day + 60) or a temporary id of IVO's
//! comes in, as a text or as the number that a spreadsheet makes of it. Ten
//! digits mean the latest century in which the person was born on or before the
//! day of the decision; after `+` a person is a hundred years or more. The third
//! of the last four is odd for a man.
//!
//! Source: folkbokföringslagen (1991:481) 18 och 18 a §§; IVO on persons without
//! personnummer.

use std::fmt;

use chrono::Datelike as _;
use chrono::NaiveDate;

use super::book::Cell;
use crate::model::beslut::Sex;
use crate::personal;
use crate::personal::Kind;
use crate::personal::MASK;

/// A person, or a number that tells who a person is. It prints as «•••», cannot
/// be copied, and is read in one place only: where an id is made of it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Person(String);

impl Person {
    /// Returns the text itself, to make an id of.
    #[allow(dead_code, reason = "ids are made of it")]
    pub(crate) fn secret(&self) -> &str {
        &self.0
    }

    /// Returns a person by the case system's own id, or by any text that tells
    /// who somebody is: blanks and case mean nothing in it.
    pub(super) fn by(text: &str) -> Self {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        Self(bare.to_uppercase())
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

/// What a personnummer says.
pub(super) struct Numbered {
    /// Who it is.
    pub(super) person: Person,
    /// The day of birth.
    pub(super) born_on: NaiveDate,
    /// The sex.
    pub(super) sex: Sex,
    /// Whether the check digit is right.
    pub(super) sound: bool,
}

/// Reads a personnummer, given the day on which the person was certainly born;
/// or nothing, if the cell has none.
pub(super) fn numbered(cell: &Cell, on: NaiveDate) -> Option<Numbered> {
    let written = match cell {
        Cell::Text(text) => plain(text),
        Cell::Number(_) => cell.written(),
        Cell::Day(_) | Cell::Truth(_) | Cell::Fault => return None,
    };
    if written.chars().any(char::is_alphabetic) {
        return temporary(&written, on);
    }
    let known = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | '/');
    if !written.chars().all(known) {
        return None;
    }
    let bare: String = written.chars().filter(char::is_ascii_digit).collect();
    let old = written.contains('+');
    // A spreadsheet takes 0501012384 for a number and drops its zero.
    let cut = (7..=9).contains(&bare.len()) && bare == written;
    let bare = if cut { format!("{bare:0>10}") } else { bare };
    let digits: Vec<u32> = bare.chars().filter_map(|c| c.to_digit(10)).collect();
    let (_, sound) = personal::identity(&digits).filter(|(_, sound)| *sound || !cut)?;
    let (century, ten) = bare.split_at(bare.len() - 10);
    let born_on = born(century, ten, old, on)?;
    Some(Numbered {
        person: Person(format!("{}{}", born_on.year(), &ten[2..])),
        born_on,
        sex: sex(*digits.get(digits.len() - 2)?),
        sound,
    })
}

/// Returns a text with plain hyphens and without blanks.
fn plain(text: &str) -> String {
    let plain = text.chars().filter_map(|c| match c {
        '–' | '—' | '−' | '‐' | '‑' => Some('-'),
        c if c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}' | '\'') => None,
        c => Some(c),
    });
    plain.collect()
}

/// Returns the day of birth of ten digits and perhaps their century.
fn born(century: &str, ten: &str, old: bool, on: NaiveDate) -> Option<NaiveDate> {
    let two = |at: usize| ten.get(at..at + 2)?.parse::<u32>().ok();
    let (month, day) = (two(2)?, two(4)?);
    // A samordningsnummer may leave the month and the day open.
    let month = month.max(1);
    let day = if day >= 60 { day - 60 } else { day }.max(1);
    let year = two(0)?.cast_signed();
    if let Ok(century) = century.parse::<i32>() {
        return NaiveDate::from_ymd_opt(century * 100 + year, month, day);
    }
    let latest = on.year() / 100 * 100 + year;
    let years = (0..4).map(|back| latest - back * 100);
    let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.find(|day| *day <= on && (!old || on.year() - day.year() >= 100))
}

/// Reads a temporary id: a date and then `T123`, `TF10` or the like.
fn temporary(written: &str, on: NaiveDate) -> Option<Numbered> {
    let hits = personal::find(written);
    let whole =
        |hit: &personal::Hit| hit.kind == Kind::TillfalligtId && hit.range == (0..written.len());
    if !hits.iter().any(whole) {
        return None;
    }
    let id: String = written.chars().filter(|c| c.is_alphanumeric()).collect();
    let (date, last) = id.split_at_checked(id.len().checked_sub(4)?)?;
    let (century, date) = date.split_at_checked(date.len().checked_sub(6)?)?;
    let born_on = born(century, &format!("{date}0000"), false, on)?;
    let third = last.chars().nth(2)?.to_digit(10)?;
    Some(Numbered {
        person: Person(format!("{}{}{last}", born_on.year(), &date[2..]).to_uppercase()),
        born_on,
        sex: sex(third),
        sound: true,
    })
}

fn sex(digit: u32) -> Sex {
    if digit.is_multiple_of(2) {
        Sex::Kvinna
    } else {
        Sex::Man
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[track_caller]
    fn case(cell: &Cell, expected: Option<(&str, &str, Sex, bool)>) {
        let read = numbered(cell, day("2023-06-16"));
        let read = read.as_ref().map(|one| {
            let born_on = one.born_on.to_string();
            (one.person.secret(), born_on, one.sex, one.sound)
        });
        let expected = expected.map(|(who, born, sex, sound)| (who, born.to_owned(), sex, sound));
        assert_eq!(read, expected, "{cell:?}");
    }

    #[track_caller]
    fn text(written: &str, expected: Option<(&str, &str, Sex, bool)>) {
        case(&Cell::Text(written.into()), expected);
    }

    #[test]
    fn every_form_of_a_number_is_the_same_person() {
        let woman = Some(("199001012385", "1990-01-01", Sex::Kvinna, true));
        for written in [
            "19900101-2385",
            "900101-2385",
            "199001012385",
            "9001012385",
            "19900101 2385",
            "1990-01-01-2385",
            "900101–2385",
            "'900101-2385",
        ] {
            text(written, woman);
        }
        case(&Cell::Number(199_001_012_385.0), woman);
        case(&Cell::Number(9_001_012_385.0), woman);
    }

    #[test]
    fn zeros_that_a_spreadsheet_drops_are_put_back() {
        let boy = Some(("201006152399", "2010-06-15", Sex::Man, true));
        case(&Cell::Number(1_006_152_399.0), boy);
        let girl = Some(("200501012389", "2005-01-01", Sex::Kvinna, true));
        case(&Cell::Number(501_012_389.0), girl);
        text("501012389", girl);
        text("0501012389", girl);
        case(&Cell::Number(501_012_383.0), None);
    }

    #[test]
    fn the_century_is_the_latest_that_can_be() {
        text(
            "230616-2390",
            Some(("202306162390", "2023-06-16", Sex::Man, false)),
        );
        text(
            "230617-2392",
            Some(("192306172392", "1923-06-17", Sex::Man, true)),
        );
        text(
            "900101+2385",
            Some(("189001012385", "1890-01-01", Sex::Kvinna, true)),
        );
        text(
            "150722+2394",
            Some(("191507222394", "1915-07-22", Sex::Man, true)),
        );
    }

    #[test]
    fn a_samordningsnummer_keeps_its_day() {
        text(
            "19900161-2382",
            Some(("199001612382", "1990-01-01", Sex::Kvinna, true)),
        );
        text(
            "191500722390",
            Some(("191500722390", "1915-01-12", Sex::Man, true)),
        );
    }

    #[test]
    fn a_temporary_id_tells_birth_and_sex() {
        text(
            "20100615-T123",
            Some(("20100615T123", "2010-06-15", Sex::Kvinna, true)),
        );
        text(
            "20100615-TF10",
            Some(("20100615TF10", "2010-06-15", Sex::Man, true)),
        );
    }

    #[test]
    fn a_wrong_check_digit_is_told_and_other_numbers_are_none() {
        text(
            "900101-2384",
            Some(("199001012384", "1990-01-01", Sex::Kvinna, false)),
        );
        for none in [
            "900230-2384",
            "Anna",
            "123",
            "A-0137",
            "900101",
            "skyddad",
            "556677-8899",
            "",
        ] {
            text(none, None);
        }
        case(&Cell::Number(45_296.0), None);
        case(&Cell::Truth(true), None);
    }

    #[test]
    fn a_person_never_prints() {
        let person = Person::by(" kund 17 ");
        assert_eq!(format!("{person:?} {:?}", Some(&person)), "••• Some(•••)");
        assert_eq!(person.secret(), "KUND17");
    }
}
