//! The words of the schema's findings that more than one place needs: texts
//! shown in a message, names that are near, why a date is none.

use crate::finding::Rule;
use crate::load::keys::either;
use crate::load::schema::FEL_TYP;
use crate::load::schema::OKANT_ORD;
use crate::load::schema::OMOJLIGT_DATUM;
use crate::load::values;
use crate::load::values::BadDate;
use crate::model::clock::MONTHS;

/// A broken rule in words: the rule, what is wrong, what to do.
pub(crate) type Said = (&'static Rule, String, String);

/// Lists of at most this many words are always told in full.
const SHORT_LIST: usize = 6;

/// Returns a text as it is shown in a message: one line, not too long.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut line = String::new();
    for word in text.split_whitespace().take(LONGEST) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().take(LONGEST + 1));
    }
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST).chain(['…']).collect()
}

/// Returns the known name nearest to a misspelt one, if one is near enough.
///
/// Å, ä and ö count as their plain letters, so `pagaende` is `pågående`; among
/// names that are then equally near, the one nearest to what was written wins.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| crate::document::ascii(&text.to_lowercase()).replace(['_', ' '], "-");
    if name.chars().count() > 80 {
        return None;
    }
    let written = name.to_lowercase();
    let name = plain(name);
    let allowed = match name.chars().count() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    known
        .map(|candidate| (strsim::osa_distance(&name, &plain(candidate)), candidate))
        .filter(|(distance, candidate)| {
            *distance <= allowed && *distance < candidate.chars().count()
        })
        .min_by_key(|(distance, candidate)| {
            let undistorted = strsim::osa_distance(&written, &candidate.to_lowercase());
            (*distance, undistorted)
        })
        .map(|(_, candidate)| candidate)
}

/// Returns what to write instead of a word that is not in a closed list.
pub(crate) fn instead(text: &str, words: &[&str]) -> String {
    if let [only] = words {
        return format!("här kan bara stå «{only}»");
    }
    let near = nearest(text, words.iter().copied());
    // Among few words, or numbers, the nearest is too often another one.
    let listed = words.len() <= SHORT_LIST || text.contains(|c: char| c.is_ascii_digit());
    match near.filter(|_| !listed) {
        Some(near) => format!("menade du «{near}»?"),
        None => format!("skriv {}", either(words)),
    }
}

/// Returns that a word is not in a key's closed list.
pub(crate) fn unknown_word(text: &str, name: &str, words: &[&str]) -> Said {
    let message = format!("«{name}» kan inte vara «{}»", shown(text));
    (&OKANT_ORD, message, instead(text, words))
}

/// Returns why a text is not a date, and what to do.
pub(crate) fn bad_date(text: &str, bad: &BadDate) -> Said {
    let shown = shown(text);
    match bad {
        BadDate::Shape => {
            let message = format!("«{shown}» är inget datum");
            if text.contains(['–', '—', '−', '‐', '‑']) {
                let help = "datumet har tankstreck (–); skriv bindestreck (-)";
                return (&FEL_TYP, message, help.to_owned());
            }
            let help = match meant_date(text) {
                Some(day) => format!("menade du «{day}»?"),
                None => "skriv datum som år-månad-dag, till exempel 2024-01-05".to_owned(),
            };
            (&FEL_TYP, message, help)
        }
        BadDate::Year => (
            &OMOJLIGT_DATUM,
            format!("«{shown}» ligger utanför åren 1950–2150"),
            "rätta årtalet".to_owned(),
        ),
        BadDate::Month => (
            &OMOJLIGT_DATUM,
            format!("«{shown}» finns inte: månaden ska vara 01 till 12"),
            "rätta månaden; datum skrivs år-månad-dag".to_owned(),
        ),
        BadDate::Day { year, month, last } => (
            &OMOJLIGT_DATUM,
            format!(
                "«{shown}» finns inte: {} {year} har {last} dagar",
                month_name(*month)
            ),
            "rätta dagen".to_owned(),
        ),
    }
}

/// Returns the day that `20230601` or `2023-6-1` must mean.
fn meant_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = match text.len() {
        8 if text.bytes().all(|b| b.is_ascii_digit()) => {
            vec![&text[..4], &text[4..6], &text[6..]]
        }
        _ => text.split('-').collect(),
    };
    let [year, month, day] = parts[..] else {
        return None;
    };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let meant = format!("{year}-{:02}-{:02}", number(month)?, number(day)?);
    values::date(&meant).is_ok().then_some(meant)
}

/// Returns the key and the value of `nyckel:värde`, which lacks its blank.
pub(crate) fn glued(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    let word = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    (word && value.starts_with(|c: char| !c.is_whitespace())).then_some((key, value))
}

/// Returns how `nyckel:värde` is to be written.
pub(crate) fn spaced(key: &str, value: &str) -> String {
    format!(
        "efter kolon ska det stå ett blanksteg: «{key}: {}»",
        shown(value)
    )
}

fn month_name(month: u32) -> &'static str {
    MONTHS.get(month as usize - 1).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near() {
        let known = ["avbrott", "avslutat", "pågående", "orsak"];
        let near = |name| nearest(name, known.into_iter());
        assert_eq!(near("avbrot"), Some("avbrott"));
        assert_eq!(near("pagaende"), Some("pågående"));
        assert_eq!(near("Orsak"), Some("orsak"));
        assert_eq!(near("kommentar"), None);
    }

    #[test]
    fn equally_near_names_are_told_apart_by_their_dots() {
        let known = ["hemtjanst", "hemtjänst"];
        assert_eq!(nearest("hemtjäns", known.into_iter()), Some("hemtjänst"));
        assert_eq!(nearest("hemtjans", known.into_iter()), Some("hemtjanst"));
    }

    #[test]
    fn a_text_is_shown_on_one_short_line() {
        assert_eq!(shown("a \n b"), "a b");
        assert_eq!(shown(&"å".repeat(1000)).chars().count(), 61);
    }

    #[test]
    fn a_date_that_can_be_meant_is_proposed() {
        assert_eq!(meant_date("20230601").as_deref(), Some("2023-06-01"));
        assert_eq!(meant_date("2023-6-1").as_deref(), Some("2023-06-01"));
        assert_eq!(meant_date("2023-13-1"), None);
        assert_eq!(meant_date("5/1 2023"), None);
    }
}
