//! A section of law as it stands in an export: which act, and which point of
//! 9 § LSS.

use super::columns::plain;
use crate::model::beslut::Act;

/// What a section says of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lagrum {
    /// The act.
    pub(super) act: Act,
    /// The point of 9 § LSS, 1 to 10.
    pub(super) point: Option<u32>,
}

/// Reads «LSS», «LSS 9 § 4», «9 § 4 p.», «4 kap. 1 § SoL» and the like.
pub(super) fn read(text: &str) -> Option<Lagrum> {
    let sol = has(text, "sol")
        || ["socialtjanstlag", "2001453", "2025400"]
            .iter()
            .any(|name| plain(text).contains(name));
    let lss = has(text, "lss")
        || ["stodochservice", "1993387"]
            .iter()
            .any(|name| plain(text).contains(name));
    let numbers = numbers(text);
    let point = match numbers.as_slice() {
        [9, point @ 1..=10] | [9, 1, point @ 1..=10] => Some(*point),
        _ => None,
    };
    let section = text.contains('§');
    let act = match (sol, lss) {
        (true, true) => return None,
        (true, false) => Act::Sol,
        (false, true) => Act::Lss,
        (false, false) if section && point.is_some() => Act::Lss,
        (false, false) if section && plain(text).contains("kap") => Act::Sol,
        (false, false) => return None,
    };
    Some(Lagrum {
        act,
        point: point.filter(|_| act == Act::Lss),
    })
}

/// Returns the act that a text names by its abbreviation.
pub(super) fn act(text: &str) -> Option<Act> {
    match (has(text, "sol"), has(text, "lss")) {
        (true, false) => Some(Act::Sol),
        (false, true) => Some(Act::Lss),
        (true, true) | (false, false) => None,
    }
}

/// Returns a text without the act and the section before and after the words of
/// it: «Kontaktperson enl. LSS 9 § 4» is «Kontaktperson».
pub(super) fn without(text: &str) -> String {
    let marks = |c: char| matches!(c, '(' | ')' | '[' | ']' | ',' | '.' | ';' | ':' | '-' | '–');
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(marks))
        .collect();
    let of_law = |word: &&str| {
        let number = word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '§' | ':' | '.'));
        let plain = plain(word);
        number || ["lss", "sol", "enligt", "enl", "kap", "p", "punkt"].contains(&plain.as_str())
    };
    let from = words
        .iter()
        .position(|word| !of_law(word))
        .unwrap_or(words.len());
    let to = words
        .iter()
        .rposition(|word| !of_law(word))
        .map_or(from, |at| at + 1);
    words[from..to].join(" ")
}

/// Returns whether a word stands alone in a text.
fn has(text: &str, word: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|one| one.eq_ignore_ascii_case(word))
}

/// Returns the numbers of a text, without those of the acts themselves.
fn numbers(text: &str) -> Vec<u32> {
    let mut text = text.to_owned();
    for act in ["1993:387", "2001:453", "2025:400"] {
        text = text.replace(act, "");
    }
    let digits = text.split(|c: char| !c.is_ascii_digit());
    digits.filter_map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<(Act, Option<u32>)>) {
        let read = read(text).map(|lagrum| (lagrum.act, lagrum.point));
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn sections_are_known_however_they_are_written() {
        for text in [
            "LSS 9 § 4",
            "9 § 4 LSS",
            "9§4",
            "LSS 9:4",
            "9 § p. 4 LSS",
            "9 § 4 p.",
            "9 § 1 st 4 p LSS",
            "9 § 4 LSS (1993:387)",
        ] {
            case(text, Some((Act::Lss, Some(4))));
        }
        case("LSS 9 § 10", Some((Act::Lss, Some(10))));
        case("LSS", Some((Act::Lss, None)));
        case("LSS 9 § 11", Some((Act::Lss, None)));
        case("Lagen om stöd och service", Some((Act::Lss, None)));
        for text in [
            "SoL",
            "sol",
            "4 kap. 1 § SoL",
            "11 kap. 1 §",
            "Socialtjänstlagen",
            "SFS 2025:400",
        ] {
            case(text, Some((Act::Sol, None)));
        }
        for text in ["LVU", "", "SoL/LSS", "Solgården", "9"] {
            case(text, None);
        }
    }

    #[test]
    fn the_law_around_a_name_is_taken_away() {
        for (text, expected) in [
            ("Kontaktperson enl. LSS 9 § 4", "Kontaktperson"),
            ("LSS - Daglig verksamhet", "Daglig verksamhet"),
            ("9 § 10 Daglig verksamhet", "Daglig verksamhet"),
            ("Hemtjänst (SoL)", "Hemtjänst"),
            (
                "Korttidstillsyn för skolungdom över 12 år",
                "Korttidstillsyn för skolungdom över 12 år",
            ),
            ("LSS 9 § 4", ""),
        ] {
            assert_eq!(without(text), expected, "{text}");
        }
    }
}
