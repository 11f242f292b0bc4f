//! Personal data in free text: what must never slip into a public paper.
//!
//! In goes a text as a person wrote it, out come byte ranges: identity numbers,
//! temporary ids, telephone numbers, e-mail addresses and street addresses
//! ([`find`]), the text without them ([`mask`]), words for single cases
//! ([`cases()`]) and sensitive circumstances ([`sensitive`]).
//!
//! 1. `glyph`: what looks the same becomes the same (spaces, dashes, digits).
//! 2. `number`, `telephone`, `email`, `address`: one look at the glyphs each.
//! 3. [`find`] joins what overlaps; the more serious kind wins.
//!
//! Source: Lag (1993:387) 28 h § and SoL (2025:400) 34 kap. 3 § (the report to
//! fullmäktige is statistics, without persons); OSL 26 kap. 1 §.
//!
//! Deliberately not here: names (no list is complete, and signers' names are
//! wanted), birth dates without a number, the reading of files, levels, words
//! for the reader, `granskad`. The caller knows the place and decides.

mod address;
mod cases;
mod email;
mod glyph;
mod group;
mod number;
mod roles;
mod telephone;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

pub use cases::cases;
pub(crate) use number::identity;
pub use words::sensitive;

/// What a hit is replaced by: says neither length nor kind.
pub const MASK: &str = "•••";

/// A kind of personal data, the most serious first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A personnummer.
    Personnummer,
    /// A samordningsnummer.
    Samordningsnummer,
    /// IVO's id for a person without a personnummer, or another interim number.
    TillfalligtId,
    /// A telephone number.
    Telefon,
    /// An e-mail address.
    Epost,
    /// A street address, or a postal code with its place.
    Adress,
}

impl Kind {
    /// Returns the Swedish word for a message.
    pub fn name(self) -> &'static str {
        match self {
            Self::Personnummer => "personnummer",
            Self::Samordningsnummer => "samordningsnummer",
            Self::TillfalligtId => "tillfälligt id",
            Self::Telefon => "telefonnummer",
            Self::Epost => "e-postadress",
            Self::Adress => "adress",
        }
    }
}

/// A place in a text with personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The bytes, always on character boundaries.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// False for a number with a wrong check digit or with its last four
    /// written as `XXXX`; still personal data, but perhaps something else.
    pub certain: bool,
}

/// Finds all personal data in a text, sorted, without overlaps.
pub fn find(text: &str) -> Vec<Hit> {
    let glyphs = glyph::glyphs(text);
    let mut hits = vec![];
    number::find(&glyphs, &mut hits);
    telephone::find(&glyphs, &mut hits);
    email::find(&glyphs, &mut hits);
    address::find(&glyphs, &mut hits);
    joined(hits)
}

/// Returns the text with every hit replaced by «•••», nothing of it kept.
///
/// What is masked stays masked: a second call changes nothing. A text is looked
/// through again as long as something was found, since a number can hide the
/// one beside it; each time there is less left to find.
pub fn mask(text: &str) -> String {
    let mut masked = text.to_owned();
    loop {
        let hits = find(&masked);
        if hits.is_empty() {
            return masked;
        }
        let mut next = String::with_capacity(masked.len());
        let mut from = 0;
        for hit in hits {
            next.push_str(&masked[from..hit.range.start]);
            next.push_str(MASK);
            from = hit.range.end;
        }
        next.push_str(&masked[from..]);
        masked = next;
    }
}

/// Joins hits that overlap: all their bytes, under the most serious kind.
fn joined(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.range.start, hit.range.end, hit.kind, !hit.certain));
    let mut list: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        match list.last_mut() {
            Some(last) if hit.range.start < last.range.end => {
                last.range.end = last.range.end.max(hit.range.end);
                if hit.kind < last.kind {
                    last.kind = hit.kind;
                    last.certain = hit.certain;
                } else if hit.kind == last.kind {
                    last.certain |= hit.certain;
                }
            }
            _ => list.push(hit),
        }
    }
    list
}
