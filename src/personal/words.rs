//! Sensitive circumstances, by a list of word beginnings.
//!
//! In go a text and the list, out come places. A beginning counts at the start
//! of a word or after a hyphen, in any case: «häkt» finds «häktad», not
//! «nyhäktad». It can be several words, with any space between them. An entry
//! that opens with `!` is an exception: «!operationell» keeps «operation» from
//! finding it. Where several entries fit, the longest decides, and of two alike
//! the exception.
//!
//! Deliberately not here: the list itself, which is a catalogue, and whether a
//! place is a fault.

use std::collections::BTreeMap;
use std::ops::Range;

use super::glyph::Glyph;
use super::glyph::glyphs;
use super::glyph::range;

/// One entry of the list, as it is compared.
struct Stem {
    letters: Vec<char>,
    entry: usize,
    exception: bool,
}

/// Finds words that begin as an entry of `list` does: the whole word, and the
/// number of the entry.
pub fn sensitive(text: &str, list: &[&str]) -> Vec<(Range<usize>, usize)> {
    let stems = stems(list);
    let glyphs = glyphs(text);
    let mut found = vec![];
    let mut at = 0;
    while at < glyphs.len() {
        let starts = glyphs[at].is_word() && (at == 0 || !glyphs[at - 1].is_word());
        let best = starts.then(|| longest(&stems, &glyphs, at)).flatten();
        let Some((stem, mut end)) = best else {
            at += 1;
            continue;
        };
        while end < glyphs.len() && glyphs[end].is_word() {
            end += 1;
        }
        if !stem.exception {
            found.push((range(&glyphs[at..end]), stem.entry));
        }
        at = end;
    }
    found
}

/// Sorts the entries by their first letter.
fn stems(list: &[&str]) -> BTreeMap<char, Vec<Stem>> {
    let mut stems: BTreeMap<char, Vec<Stem>> = BTreeMap::new();
    for (entry, written) in list.iter().enumerate() {
        let exception = written.starts_with('!');
        let plain = glyphs(written.trim_start_matches('!').trim());
        let letters: Vec<char> = plain.iter().map(|glyph| glyph.lower()).collect();
        if let Some(first) = letters.first() {
            stems.entry(*first).or_default().push(Stem {
                letters,
                entry,
                exception,
            });
        }
    }
    stems
}

/// Returns the entry that fits best at the start of a word, and where it ends.
fn longest<'a>(
    stems: &'a BTreeMap<char, Vec<Stem>>,
    glyphs: &[Glyph],
    at: usize,
) -> Option<(&'a Stem, usize)> {
    let fitting = stems.get(&glyphs[at].lower())?.iter();
    fitting
        .filter_map(|stem| Some((stem, fits(&stem.letters, glyphs, at)?)))
        .max_by_key(|(stem, _)| (stem.letters.len(), stem.exception))
}

/// Says where an entry ends that stands at a place.
fn fits(letters: &[char], glyphs: &[Glyph], at: usize) -> Option<usize> {
    let mut at = at;
    for letter in letters {
        let glyph = glyphs.get(at)?;
        if *letter == ' ' {
            if !glyph.is_space() {
                return None;
            }
            // A line break may be followed by a margin.
            at += glyphs[at..]
                .iter()
                .take(20)
                .take_while(|g| g.is_space())
                .count();
        } else if glyph.lower() == *letter {
            at += 1;
        } else {
            return None;
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: [&str; 8] = [
        "frihetsberöv",
        "rättspsyk",
        "vräk",
        "operation",
        "!operationell",
        "operera",
        "våld i nära",
        "LVU",
    ];

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sensitive(text, &LIST)
            .into_iter()
            .map(|(at, _)| &text[at])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_are_found_by_their_beginning() {
        case("Den enskilde är frihetsberövad.", &["frihetsberövad"]);
        case("återinskriven hos Rättspsykiatrin", &["Rättspsykiatrin"]);
        case("familjen riskerade att bli vräkt", &["vräkt"]);
        case("VRÄKNING", &["VRÄKNING"]);
        case("den enskilde ska opereras", &["opereras"]);
        case("efter operationen", &["operationen"]);
        case("efter en höft-operation", &["operation"]);
        case("vård enligt LVU", &["LVU"]);
        case("lvu-placerad", &["lvu"]);
        case("vra\u{308}kt och fria\u{30a}", &["vra\u{308}kt"]);
        case("vräkt,vräkt", &["vräkt", "vräkt"]);
        case(
            "fri\u{ad}hets\u{ad}berövad",
            &["fri\u{ad}hets\u{ad}berövad"],
        );
    }

    #[test]
    fn several_words_may_stand_on_two_lines() {
        case("våld i nära relation", &["våld i nära"]);
        case("Våld i\n    nära relationer", &["Våld i\n    nära"]);
        case("våld på nära håll", &[]);
    }

    #[test]
    fn other_words_are_left_alone() {
        case("den operationella nivån", &[]);
        case("det operativa arbetet", &[]);
        case("en operatör", &[]);
        case("bortvräkt", &[]);
        case("friheten", &[]);
        case("", &[]);
        case("rättspsy", &[]);
    }

    #[test]
    fn the_entry_is_told() {
        assert_eq!(sensitive("LVU", &LIST), [(0..3, 7)]);
        assert_eq!(sensitive("x opererad", &["", "!", "operera"]), [(2..10, 2)]);
        assert_eq!(sensitive("vräkt", &["vräk", "!vräk"]), []);
    }
}
