//! Tables of texts and what is found in them, one file per subject.
//!
//! Identity numbers are Skatteverket's test numbers, or made up around them with
//! the check digit computed; telephone numbers are of the series PTS keeps for
//! fiction (070-174 06 …, 08-465 004 …) or made up; all names and places but
//! those of statutes are invented.

mod addresses;
mod contacts;
mod lines;
mod numbers;
mod random;
mod single;

use super::find;
use super::mask;

/// Finds in `text` exactly `expected`, each «kind: the bytes found», with `?`
/// after the kind where it is uncertain.
#[track_caller]
fn case(text: &str, expected: &[&str]) {
    let found: Vec<String> = find(text)
        .into_iter()
        .map(|hit| {
            let doubt = if hit.certain { "" } else { "?" };
            format!("{}{doubt}: {}", hit.kind.name(), &text[hit.range])
        })
        .collect();
    assert_eq!(found, expected, "in {text:?}");
    let masked = mask(text);
    assert_eq!(mask(&masked), masked, "masked twice: {text:?}");
    assert_eq!(masked == text, expected.is_empty(), "{text:?}");
}

/// Finds nothing.
#[track_caller]
fn none(text: &str) {
    case(text, &[]);
}

/// Finds one personnummer, which is all of the text.
#[track_caller]
fn person(text: &str) {
    case(text, &[&format!("personnummer: {text}")]);
    let inside = format!("Ärendet gäller {text}, se ovan.");
    case(&inside, &[&format!("personnummer: {text}")]);
    assert_eq!(mask(&inside), "Ärendet gäller •••, se ovan.");
}
