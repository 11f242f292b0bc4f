//! The lines of a text, indexed once: which line and column a byte is on, and
//! the part of the line to show. A place costs the same in a text of one
//! enormous line as in a short one.

use std::ops::Range;

use crate::finding::draw::Place;

/// Characters are counted once per block of this many bytes.
const BLOCK: usize = 1024;

/// A place keeps at most this many bytes of its line.
const WINDOW: usize = 400;

/// Where the lines of a text begin. A line ends as in YAML: with LF, CR LF or CR.
#[derive(Debug, Default)]
pub struct Lines {
    starts: Vec<usize>,
    /// The number of characters before each block.
    chars: Vec<usize>,
}

impl Lines {
    /// Indexes a text.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let after = (0..bytes.len()).filter(ends).map(|at| at + 1);
        let blocks = bytes.chunks(BLOCK).scan(0, |before, block| {
            let here = *before;
            *before += characters(block);
            Some(here)
        });
        Self {
            starts: std::iter::once(0).chain(after).collect(),
            chars: blocks.collect(),
        }
    }

    /// Returns the line of a byte, from 1.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).max(1)
    }

    /// Returns the place of some bytes of the text. It always has a caret: at
    /// least one character, if the line has one.
    pub fn place(&self, text: &str, bytes: Range<usize>) -> Place {
        let start = floor(text, bytes.start);
        let line = self.line(start);
        let from = self.starts.get(line - 1).copied().unwrap_or_default();
        let to = self.starts.get(line).copied().unwrap_or(text.len());
        let whole = text[from..to].trim_end_matches(['\n', '\r']);
        let to = from + whole.len();
        let start = start.min(to);
        let one = text[start..to].chars().next().map_or(0, char::len_utf8);
        let end = floor(text, bytes.end).clamp(start, to).max(start + one);
        let (first, last) = if whole.len() <= WINDOW {
            (from, to)
        } else {
            let first = floor(text, start.saturating_sub(WINDOW / 2)).max(from);
            (first, floor(text, first + WINDOW).min(to))
        };
        Place {
            line,
            column: self.before(text, start) - self.before(text, from) + 1,
            text: text[first..last].to_owned(),
            range: start - first..end.min(last) - first,
        }
    }

    /// Returns how many characters come before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        let block = (byte / BLOCK).min(self.chars.len().saturating_sub(1));
        let counted = self.chars.get(block).copied().unwrap_or_default();
        counted + characters(&text.as_bytes()[block * BLOCK..byte])
    }
}

/// Counts the characters that begin in some bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b & 0xC0 != 0x80).count()
}

/// Returns the last character boundary up to a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, byte: usize, expected: (usize, usize, &str)) {
        let place = Lines::of(text).place(text, byte..byte + 1);
        assert_eq!((place.line, place.column, place.text.as_str()), expected);
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        case("a\nb\nc", 4, (3, 1, "c"));
        case("a\r\nb\r\nc", 6, (3, 1, "c"));
        case("a\rb\rc", 4, (3, 1, "c"));
        case("åb\nåäö", 6, (2, 2, "åäö"));
        case("", 0, (1, 1, ""));
        case("a\n", 2, (2, 1, ""));
    }

    #[test]
    fn a_long_line_is_shown_in_part_with_its_true_column() {
        let text = format!("{}x{}", "å".repeat(5000), "ä".repeat(5000));
        let place = Lines::of(&text).place(&text, 10_000..10_001);
        assert_eq!((place.line, place.column), (1, 5001));
        assert!(place.text.len() <= WINDOW);
        assert_eq!(&place.text[place.range], "x");
    }
}
