//! The lines of a text, indexed once: which line and column a byte is on, and
//! the part of the line to show. A place costs the same in a text of one
//! enormous line as in a short one. A message may be printed, logged and mailed,
//! so personal data on the line is hidden.

use std::ops::Range;

use crate::finding::draw::Place;
use crate::personal;

/// Characters are counted once per block of this many bytes.
const BLOCK: usize = 1024;

/// A place keeps at most this many bytes of its line.
const WINDOW: usize = 400;

/// Personal data is looked for this many bytes outside what is kept, so that half
/// an address is known for one: the longest has 330 characters.
const AROUND: usize = 1400;

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
        let wide = floor(text, first.saturating_sub(AROUND)).max(from)
            ..floor(text, last + AROUND).clamp(last, to);
        let shown = without_names(&text[wide.clone()], first - wide.start..last - wide.start);
        // A hidden character is still one, so that the caret stays where it is.
        let byte = |at: usize| {
            let chars = text[first..at].chars().count();
            let nth = shown.char_indices().nth(chars);
            nth.map_or(shown.len(), |(at, _)| at)
        };
        Place {
            line,
            column: self.before(text, start) - self.before(text, from) + 1,
            range: byte(start)..byte(end.min(last)),
            text: shown,
        }
    }

    /// Returns how many characters come before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        let block = (byte / BLOCK).min(self.chars.len().saturating_sub(1));
        let counted = self.chars.get(block).copied().unwrap_or_default();
        counted + characters(&text.as_bytes()[block * BLOCK..byte])
    }
}

/// Returns a part of a line with a «•» for every character of personal data.
fn without_names(line: &str, part: Range<usize>) -> String {
    let named = named(line);
    let mut shown = dotted(&line[part.clone()], |at| {
        named.iter().any(|range| range.contains(&(part.start + at)))
    });
    // A number can hide the one beside it; and half a text can look like another.
    loop {
        let named = self::named(&shown);
        if named.is_empty() {
            return shown;
        }
        shown = dotted(&shown, |at| named.iter().any(|range| range.contains(&at)));
    }
}

/// Returns where personal data stands in a line, also where emphasis or a
/// backslash splits it.
fn named(line: &str) -> Vec<Range<usize>> {
    let ranges = |text: &str| personal::find(text).into_iter().map(|hit| hit.range);
    let mut named: Vec<_> = ranges(line).collect();
    let sign = |c: char| matches!(c, '*' | '_' | '\\' | '`');
    if line.contains(sign) {
        let (mut bare, mut written) = (String::new(), vec![]);
        for (at, c) in line.char_indices().filter(|(_, c)| !sign(*c)) {
            bare.push(c);
            written.extend(std::iter::repeat_n(at, c.len_utf8()));
        }
        named.extend(ranges(&bare).map(|hit| written[hit.start]..written[hit.end - 1] + 1));
    }
    named
}

fn dotted(text: &str, hidden: impl Fn(usize) -> bool) -> String {
    let dot = |(at, c)| if hidden(at) { '•' } else { c };
    text.char_indices().map(dot).collect()
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

    #[track_caller]
    fn hides(text: &str, at: usize, number: &str) {
        let place = Lines::of(text).place(text, at..at + 1);
        assert_eq!(personal::find(&place.text), []);
        for length in 6..number.len() {
            assert!(!place.text.contains(&number[number.len() - length..]));
            assert!(!place.text.contains(&number[..length]));
        }
    }

    #[test]
    fn a_number_split_by_emphasis_is_hidden() {
        let place = Lines::of("Se 199*001*01-2384.").place("Se 199*001*01-2384.", 0..1);
        assert_eq!(place.text, "Se •••••••••••••••.");
    }

    #[test]
    fn no_part_of_a_number_is_shown() {
        let number = "19900101-2384";
        hides(number, 0, number);
        hides(&format!("{number} {number},{number}"), 3, number);
        for before in 180..220 {
            let text = format!("{} {number} {}", "å".repeat(500), "o ".repeat(800));
            let at = 1002 + number.len() + before;
            hides(&text, at, number);
            let text = format!("{} {number} {}", "o ".repeat(400), "ö".repeat(900));
            hides(&text, 800 - before, number);
        }
    }
}
