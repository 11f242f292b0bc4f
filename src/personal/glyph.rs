//! Characters as they are compared: one form for what looks the same.
//!
//! In goes a text, out come its visible characters with the bytes they stand
//! on. A no-break space is a space, every dash is `-`, ０ and ٠ are `0`, `a` and
//! a loose ring are `å`, a ligature is its letters. What has no width (soft
//! hyphen, zero-width space, marks of direction) is left out, so that it cannot
//! hide a number, but it belongs to the bytes of the character before it.
//!
//! Not here: full Unicode normalisation. Letters other than å ä ö lose loose
//! accents, which is harmless, since nothing is printed from here.

use std::ops::Range;

/// One visible character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    /// First byte.
    at: usize,
    /// The byte after the last.
    end: usize,
    /// The character in its plain form.
    pub(super) c: char,
}

impl Glyph {
    /// Whether this is one of the ten digits.
    pub(super) fn is_digit(self) -> bool {
        self.c.is_ascii_digit()
    }

    /// Whether this is a space of any width or a line break.
    pub(super) fn is_space(self) -> bool {
        self.c == ' ' || self.c == '\n'
    }

    /// Whether this is a letter or a digit.
    pub(super) fn is_word(self) -> bool {
        self.c.is_ascii_alphanumeric() || (!self.c.is_ascii() && self.c.is_alphanumeric())
    }

    /// Returns the digit's value, 0 for anything else.
    pub(super) fn digit(self) -> u32 {
        self.c.to_digit(10).unwrap_or(0)
    }

    /// Returns the character in lower case, without the accent of é.
    pub(super) fn lower(self) -> char {
        if self.c.is_ascii() {
            return self.c.to_ascii_lowercase();
        }
        match self.c.to_lowercase().next() {
            Some('é' | 'è') => 'e',
            Some(low) => low,
            None => self.c,
        }
    }
}

/// Returns the bytes a run of glyphs stands on, nothing for an empty run.
pub(super) fn range(run: &[Glyph]) -> Range<usize> {
    match (run.first(), run.last()) {
        (Some(first), Some(last)) => first.at..last.end,
        _ => 0..0,
    }
}

/// Returns the visible characters of a text.
pub(super) fn glyphs(text: &str) -> Vec<Glyph> {
    let mut list: Vec<Glyph> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_ascii() {
            let c = match c {
                '\r' | '\u{b}' | '\u{c}' => '\n',
                '\t' => ' ',
                c => c,
            };
            // A line break of two characters is one.
            match list.last_mut() {
                Some(last) if c == '\n' && last.c == '\n' && text[..at].ends_with('\r') => {
                    last.end = end;
                }
                _ => list.push(Glyph { at, end, c }),
            }
        } else if is_loose(c) {
            if let Some(last) = list.last_mut() {
                last.c = with_mark(last.c, c);
                last.end = end;
            }
        } else if let Some(letters) = ligature(c) {
            list.extend(letters.chars().map(|c| Glyph { at, end, c }));
        } else {
            list.push(Glyph {
                at,
                end,
                c: plain(c),
            });
        }
    }
    list
}

/// Whether a character has no place of its own: it sits on the one before, or
/// cannot be seen.
fn is_loose(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20f0}' | '\u{fe00}'..='\u{fe0f}')
}

fn with_mark(letter: char, mark: char) -> char {
    match (letter, mark) {
        ('a', '\u{30a}') => 'å',
        ('A', '\u{30a}') => 'Å',
        ('a', '\u{308}') => 'ä',
        ('A', '\u{308}') => 'Ä',
        ('o', '\u{308}') => 'ö',
        ('O', '\u{308}') => 'Ö',
        _ => letter,
    }
}

fn ligature(c: char) -> Option<&'static str> {
    match c {
        '\u{fb00}' => Some("ff"),
        '\u{fb01}' => Some("fi"),
        '\u{fb02}' => Some("fl"),
        '\u{fb03}' => Some("ffi"),
        '\u{fb04}' => Some("ffl"),
        _ => None,
    }
}

fn plain(c: char) -> char {
    let code = u32::from(c);
    match c {
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{207b}'
        | '\u{2212}'
        | '\u{2796}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{2d7}' => '-',
        '\u{2024}' | '\u{2e31}' => '.',
        '\u{2795}' => '+',
        // The printed forms of ASCII in East Asian width.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(code - 0xfee0).unwrap_or(c),
        // Arabic, Persian and Devanagari digits; bold and other mathematical digits.
        '\u{660}'..='\u{669}' => figure(code - 0x660),
        '\u{6f0}'..='\u{6f9}' => figure(code - 0x6f0),
        '\u{966}'..='\u{96f}' => figure(code - 0x966),
        '\u{1d7ce}'..='\u{1d7ff}' => figure((code - 0x1d7ce) % 10),
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn figure(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let list = glyphs(text);
        let plain: String = list.iter().map(|glyph| glyph.c).collect();
        assert_eq!(plain, expected, "{text:?}");
        assert!(text.get(range(&list)).is_some(), "{text:?}");
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        case("a\u{a0}b\u{202f}c\td", "a b c d");
        case("1–2—3−4‐5‑6", "1-2-3-4-5-6");
        case("０１２＋＠", "012+@");
        case("٠١٢ 𝟎𝟏 𝟬𝟗", "012 01 09");
        case("a\u{30a}a\u{308}o\u{308}", "åäö");
        case("1\u{ad}9\u{200b}9\u{332}0", "1990");
        case("\u{feff}ﬂicka", "flicka");
        case("a\r\nb\rc", "a\nb\nc");
    }

    #[test]
    fn a_hidden_character_goes_with_the_one_before() {
        let list = glyphs("1\u{332}2");
        assert_eq!(range(&list[..1]), 0..3);
        assert_eq!(range(&list[1..]), 3..4);
        assert_eq!(range(&[]), 0..0);
    }
}
