//! One file as text, with its tree, and the answer to «which line is that».

use std::ops::Range;
use std::sync::Arc;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::finding::Step;
use crate::finding::draw::Place;
use crate::load::lines::Lines;
use crate::load::tree;
use crate::load::tree::Node;

/// Larger files are refused unread: 20 000 rows need four megabytes.
pub(crate) const LARGEST: u64 = 16 * 1024 * 1024;

/// A file that is too large.
pub const FOR_STOR_FIL: Rule = Rule {
    slug: "for-stor-fil",
    level: Level::Error,
    fixed: true,
    explain: "Filen är så stor att den är något annat än ett kvartal. Ett kvartal med 20 000 \
              beslut ryms i fyra megabyte.",
    source: "Dataformat 1",
};

/// A file that is not UTF-8.
pub const INTE_UTF8: Rule = Rule {
    slug: "inte-utf8",
    level: Level::Error,
    fixed: true,
    explain: "Bara UTF-8 läses, så att å, ä och ö blir rätt. Gissningar om teckenkodning ger \
              förvanskade namn i ett beslut.",
    source: "Dataformat 1",
};

/// A YAML file of the user's.
#[derive(Debug)]
pub struct Source {
    /// The path as the user sees it, with `/`.
    pub path: Arc<str>,
    /// The text, without byte order mark.
    pub text: String,
    /// Whether the file begins with a byte order mark.
    pub marked: bool,
    /// The lines of the text.
    pub lines: Lines,
    /// The tree, unless the text is not YAML.
    pub root: Option<Node>,
}

impl Source {
    /// Reads a file's bytes. What is wrong with them is told, never thrown.
    pub fn read(path: Arc<str>, bytes: &[u8]) -> (Self, Vec<Finding>) {
        let unmarked = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]);
        let mut source = Self::without_text(path);
        source.marked = unmarked.is_some();
        let bytes = unmarked.unwrap_or(bytes);
        let text = match decode(bytes) {
            Ok(text) => text,
            Err(Undecoded { at, what }) => {
                let locus = match at {
                    // Up to the fault the bytes are the text, so the place is right.
                    Some(at) => {
                        source.text = String::from_utf8_lossy(bytes).into_owned();
                        source.lines = Lines::of(&source.text);
                        Locus::Bytes(at..at + 1)
                    }
                    None => Locus::File,
                };
                let finding = Finding::new(
                    &INTE_UTF8,
                    &source.path,
                    locus,
                    format!("filen är inte UTF-8: {what}"),
                    "spara om filen med kodningen UTF-8 (i Anteckningar: Spara som, Kodning UTF-8)",
                );
                return (source, vec![finding]);
            }
        };
        let (root, faults) = tree::read(text);
        source.text = text.to_owned();
        source.lines = Lines::of(text);
        source.root = root;
        let findings = faults
            .into_iter()
            .map(|f| {
                let locus = Locus::Bytes(f.span);
                Finding::new(f.rule, &source.path, locus, f.message, f.help)
            })
            .collect();
        (source, findings)
    }

    /// Returns a source for a file that is missing or was not read.
    pub fn without_text(path: Arc<str>) -> Self {
        Self {
            path,
            text: String::new(),
            marked: false,
            lines: Lines::default(),
            root: None,
        }
    }

    /// Returns a source for a file that is too large to be read.
    pub fn too_large(path: Arc<str>, bytes: u64) -> (Self, Vec<Finding>) {
        let finding = Finding::new(
            &FOR_STOR_FIL,
            &path,
            Locus::File,
            format!(
                "filen är {} MB; gränsen är {} MB",
                bytes >> 20,
                LARGEST >> 20
            ),
            "lägg bara kvartalets egna rader i filen, och annat utanför mappen data",
        );
        (Self::without_text(path), vec![finding])
    }

    /// Returns where a finding is, or nothing for the file as a whole.
    pub fn place(&self, locus: &Locus) -> Option<Place> {
        let bytes = match locus {
            Locus::File | Locus::Cell(_) => return None,
            Locus::Bytes(range) => range.clone(),
            Locus::Key(route) => self.find(route, true)?,
            Locus::Value(route) => self.find(route, false)?,
            Locus::Brace(route, nth) => self.brace(self.find(route, false)?, *nth),
            Locus::Character(route, c) => self.character(self.find(route, false)?, *c),
            Locus::Words(route, words) => self.words(self.find(route, false)?, words),
        };
        Some(self.lines.place(&self.text, bytes))
    }

    /// Returns the bytes of a placeholder in a value, from its `{` to its `}`.
    fn brace(&self, value: Range<usize>, nth: usize) -> Range<usize> {
        let braced = self.text.get(value.clone()).and_then(|text| {
            let start = text.match_indices('{').nth(nth)?.0;
            let end = text[start..]
                .find(['}', '\n'])
                .map_or(text.len(), |at| start + at + 1);
            Some(value.start + start..value.start + end)
        });
        braced.unwrap_or(value)
    }

    /// Returns the line of a route's last key or value, from 1.
    pub fn line(&self, route: &Route) -> Option<usize> {
        self.find(route, false)
            .map(|bytes| self.lines.line(bytes.start))
    }

    /// Returns the bytes of a route's last key or of its value; where the way
    /// ends early, of the last thing that exists.
    fn find(&self, route: &Route, key: bool) -> Option<Range<usize>> {
        let mut node = self.root.as_ref()?;
        let mut span = node.span.start..node.span.start;
        for step in &route.0 {
            let next = match step {
                Step::Index(index) => node.items().get(*index).map(|item| (None, item)),
                Step::Key(name) => node
                    .pairs()
                    .iter()
                    .find(|(k, _)| k.text() == Some(name))
                    .map(|(k, value)| (Some(k), value)),
            };
            let Some((named, value)) = next else { break };
            span = match named {
                Some(name) if key || value.is_empty() => name.span.clone(),
                _ => value.span.clone(),
            };
            node = value;
        }
        Some(span)
    }

    /// Returns the bytes of some words in a value.
    fn words(&self, value: Range<usize>, wanted: &str) -> Range<usize> {
        let text = self.text.get(value.clone()).unwrap_or_default();
        let found = words(text, wanted);
        found.map_or(value.clone(), |at| {
            value.start + at.start..value.start + at.end
        })
    }

    /// Returns the bytes of a character in a value, or of the escape that may
    /// stand for it.
    fn character(&self, value: Range<usize>, c: char) -> Range<usize> {
        let text = self.text.get(value.clone()).unwrap_or_default();
        let found = text
            .find(c)
            .map(|at| (at, c.len_utf8()))
            .or_else(|| text.find(['\\']).map(|at| (at, 1)));
        found.map_or(value.clone(), |(at, length)| {
            value.start + at..value.start + at + length
        })
    }
}

/// Returns where some words first stand in a text, with any white space
/// between them: a long text is broken into lines.
fn words(text: &str, words: &str) -> Option<Range<usize>> {
    let mut list = words.split_whitespace();
    let first = list.next()?;
    let rest: Vec<_> = list.collect();
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let ends = |start: usize| {
        let mut at = start + first.len();
        for word in &rest {
            let space = text[at..].len() - text[at..].trim_start().len();
            at += space;
            if space == 0 || !text[at..].starts_with(word) {
                return None;
            }
            at += word.len();
        }
        let alone =
            !inside(text[..start].chars().next_back()) && !inside(text[at..].chars().next());
        alone.then_some(start..at)
    };
    text.match_indices(first).find_map(|(start, _)| ends(start))
}

/// Why bytes are not a text: where, if there is a place, and what is there.
struct Undecoded {
    at: Option<usize>,
    what: &'static str,
}

fn decode(bytes: &[u8]) -> Result<&str, Undecoded> {
    let utf16 = |what| Err(Undecoded { at: None, what });
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return utf16("den är sparad som UTF-16 («Unicode»)");
    }
    // In UTF-16 every other byte of ordinary text is zero.
    let zeros = bytes.iter().filter(|b| **b == 0).count();
    if zeros > bytes.len() / 4 {
        return utf16("den är troligen sparad som UTF-16 («Unicode»)");
    }
    let text = std::str::from_utf8(bytes);
    let valid = text.map_or_else(|error| error.valid_up_to(), str::len);
    // What comes first is told: only up to the first fault are the bytes the text.
    if let Some(at) = bytes[..valid].iter().position(|b| *b == 0) {
        let what = "ett nolltecken (U+0000)";
        return Err(Undecoded { at: Some(at), what });
    }
    text.map_err(|_| {
        // Windows-1252 is what such a file nearly always is.
        let what = match bytes[valid] {
            0xE5 | 0xC5 => "ett å i äldre Windows-kodning",
            0xE4 | 0xC4 => "ett ä i äldre Windows-kodning",
            0xF6 | 0xD6 => "ett ö i äldre Windows-kodning",
            _ => "ett tecken i äldre Windows-kodning",
        };
        let at = Some(valid);
        Undecoded { at, what }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_odd_bytes_the_first_is_told() {
        let (source, findings) = Source::read("prov.yaml".into(), b"a: \"\xF6\xF6\"\nb: \"\0\"\n");
        assert!(findings[0].message.contains("ett ö"));
        let place = source.place(&findings[0].locus).expect("a place");
        assert_eq!((place.line, place.column), (1, 5));
    }

    #[track_caller]
    fn case(text: &str, wanted: &str, expected: Option<&str>) {
        assert_eq!(
            words(text, wanted).map(|at| &text[at]),
            expected,
            "{text:?}"
        );
    }

    #[test]
    fn words_are_found_across_lines_and_whole() {
        case("I ett fall", "ett fall", Some("ett fall"));
        case("I ett\n    fall.", "ett fall", Some("ett\n    fall"));
        case("sådant brett fall, ett fall", "ett fall", Some("ett fall"));
        case("ett fallande, ett fall", "ett fall", Some("ett fall"));
        case("ettfall", "ett fall", None);
        case("(1) och 11", "(1)", Some("(1)"));
        case("åå ett", "ett", Some("ett"));
        case("", "ett", None);
        case("ett", "", None);
    }
}
