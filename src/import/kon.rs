//! Sex, and child or adult: from a personnummer, a birth date and a column.
//!
//! A child is under 18 on the quarter's last day. The birth date tells the age
//! where there is one; the column tells the sex where it says one, and else the
//! personnummer does.

use chrono::Months;
use chrono::NaiveDate;

use super::book::Cell;
use super::columns::plain;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::quarter::Quarter;

/// Years of childhood, in months.
const CHILDHOOD: Months = Months::new(18 * 12);

/// What a word of a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// The sex.
    pub(super) sex: Sex,
    /// The age, if the word says one.
    pub(super) age: Option<Age>,
}

/// Reads a cell of the column: `flicka`, `kvinna`, `K`, `annat-barn` and the
/// like. In `kvinna` and `man` there may be a child, if the file has no other
/// words.
pub(super) fn said(cell: &Cell) -> Option<Said> {
    let (sex, age) = match plain(&cell.written()).as_str() {
        "flicka" | "flickor" => (Sex::Kvinna, Some(Age::Barn)),
        "pojke" | "pojkar" => (Sex::Man, Some(Age::Barn)),
        "annatbarn" => (Sex::Annat, Some(Age::Barn)),
        "annatvuxen" => (Sex::Annat, Some(Age::Vuxen)),
        "kvinna" | "kvinnor" | "kvinnaflicka" | "flickakvinna" | "k" | "kv" | "f" | "female"
        | "2" => (Sex::Kvinna, None),
        "man" | "manpojke" | "pojkeman" | "m" | "male" | "1" => (Sex::Man, None),
        "annat" | "annan" | "ickebinar" => (Sex::Annat, None),
        _ => return None,
    };
    Some(Said { sex, age })
}

/// Returns whether somebody is a child when a quarter ends.
pub(super) fn age(born_on: NaiveDate, quarter: Quarter) -> Age {
    let grown = born_on.checked_add_months(CHILDHOOD);
    if grown.is_some_and(|grown| grown <= quarter.last_day()) {
        Age::Vuxen
    } else {
        Age::Barn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_systems_are_known() {
        let sex = |word: &str| said(&Cell::Text(word.into())).map(|said| said.sex);
        for word in ["K", "Kvinna", "F", "female", "Kvinna/Flicka", "flicka", "2"] {
            assert_eq!(sex(word), Some(Sex::Kvinna), "{word}");
        }
        for word in ["M", "Man", "male", "Man/Pojke", "pojke", "1"] {
            assert_eq!(sex(word), Some(Sex::Man), "{word}");
        }
        for word in ["annat", "Annat-barn", "annat vuxen"] {
            assert_eq!(sex(word), Some(Sex::Annat), "{word}");
        }
        for word in ["", "P", "okänt", "3", "Anna"] {
            assert_eq!(sex(word), None, "{word}");
        }
        let child = said(&Cell::Text("flicka".into())).and_then(|said| said.age);
        assert_eq!(child, Some(Age::Barn));
        assert_eq!(
            said(&Cell::Number(2.0)).map(|said| said.sex),
            Some(Sex::Kvinna)
        );
    }

    #[test]
    fn eighteen_on_the_last_day_is_grown_up() {
        let quarter = "2023-Q4".parse().expect("a quarter");
        let age = |day: &str| age(day.parse().expect("a date"), quarter);
        assert_eq!(age("2005-12-31"), Age::Vuxen);
        assert_eq!(age("2006-01-01"), Age::Barn);
        assert_eq!(age("2004-02-29"), Age::Vuxen);
        assert_eq!(age("2023-12-31"), Age::Barn);
    }
}
