//! Kinds of scalars as regular expressions that JavaScript and Rust read alike:
//! a text goes through where `values` takes it. Blanks around it mean nothing.

use crate::load::keys::Kind;
use crate::load::keys::YES_NO;
use crate::load::values::LONGEST_ID;
use crate::load::values::MOST_DIGITS;

/// Returns the pattern of the texts of a kind, if they have a form.
pub(super) fn of(kind: &Kind) -> Option<String> {
    let form = match kind {
        Kind::Format => r"\+?0*1".to_owned(),
        Kind::Id => format!("[a-z0-9][a-z0-9-]{{0,{}}}", LONGEST_ID - 1),
        Kind::Date => date(),
        Kind::Quarter => "[1-9][0-9]{3}-[QqKk][1-4]".to_owned(),
        Kind::Number | Kind::Figure => format!("0|[1-9][0-9]{{0,{}}}", MOST_DIGITS - 1),
        Kind::YesNo => words(&YES_NO),
        Kind::Colour => "#[0-9a-fA-F]{6}".to_owned(),
        Kind::Word(list) => words(list),
        Kind::Text
        | Kind::Insats
        | Kind::Orsak
        | Kind::Avslutsskal
        | Kind::Counted(_)
        | Kind::Figures(_)
        | Kind::Record(_)
        | Kind::List(_)
        | Kind::Map(..)
        | Kind::IdOr(_) => return None,
    };
    Some(format!(r"^\s*(?:{form})\s*$"))
}

/// A day from 1950 to 2150 that its month has; February always has 29.
fn date() -> String {
    let year = "19[5-9][0-9]|20[0-9]{2}|21[0-4][0-9]|2150";
    let days = [
        "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
        "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
        "02-(?:0[1-9]|[12][0-9])",
    ];
    format!("(?:{year})-(?:{})", days.join("|"))
}

/// Any of a few words, in any case, with either dash.
fn words(list: &[&str]) -> String {
    let word = |word: &&str| word.chars().map(letter).collect::<String>();
    list.iter().map(word).collect::<Vec<_>>().join("|")
}

fn letter(c: char) -> String {
    let (small, large) = (c.to_lowercase(), c.to_uppercase());
    match c {
        '-' | '–' => "[-–]".to_owned(),
        _ if small.to_string() != large.to_string() => format!("[{small}{large}]"),
        _ if c.is_alphanumeric() || c == '_' => c.to_string(),
        _ => format!(r"\{c}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_in_any_case_and_with_either_dash() {
        assert_eq!(words(&["nej", "Å-1"]), "[nN][eE][jJ]|[åÅ][-–]1");
        assert_eq!(words(&["18+"]), r"18\+");
    }
}
