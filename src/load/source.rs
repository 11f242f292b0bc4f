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
use crate::load::tree;
use crate::load::tree::Node;

/// Larger files are refused unread: 20 000 rows need four megabytes.
pub(crate) const LARGEST: u64 = 16 * 1024 * 1024;

/// A file that is too large.
pub const FOR_STOR_FIL: Rule = Rule {
    slug: "for-stor-fil",
    level: Level::Error,
    explain: "Ett kvartal med 20 000 beslut ryms i fyra megabyte. En större fil är något annat.",
    source: "Dataformat 1",
};

/// A file that is not UTF-8.
pub const INTE_UTF8: Rule = Rule {
    slug: "inte-utf8",
    level: Level::Error,
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
    /// The tree, unless the text is not YAML.
    pub root: Option<Node>,
}

impl Source {
    /// Reads a file's bytes. What is wrong with them is told, never thrown.
    pub fn read(path: Arc<str>, bytes: &[u8]) -> (Self, Vec<Finding>) {
        let text = match decode(bytes) {
            Ok(text) => text,
            Err((at, what)) => {
                // Up to the fault the bytes are the text, so the place is right.
                let text = String::from_utf8_lossy(bytes).into_owned();
                let finding = Finding::new(
                    &INTE_UTF8,
                    &path,
                    Locus::Bytes(at..at + 1),
                    format!("filen är inte UTF-8: {what}"),
                    "spara om filen med kodningen UTF-8 (i Anteckningar: Spara som, Kodning UTF-8)",
                );
                return (
                    Self {
                        path,
                        text,
                        root: None,
                    },
                    vec![finding],
                );
            }
        };
        let (root, faults) = tree::read(&text);
        let findings = faults
            .into_iter()
            .map(|f| Finding::new(f.rule, &path, Locus::Bytes(f.span), f.message, f.help))
            .collect();
        (Self { path, text, root }, findings)
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
        (
            Self {
                path,
                text: String::new(),
                root: None,
            },
            vec![finding],
        )
    }

    /// Returns where a finding is, or nothing for the file as a whole.
    pub fn place(&self, locus: &Locus) -> Option<Place> {
        match locus {
            Locus::File => None,
            Locus::Bytes(range) => Some(self.at(range.clone())),
            Locus::Key(route) => self.find(route, true).map(|range| self.at(range)),
            Locus::Value(route) => self.find(route, false).map(|range| self.at(range)),
            Locus::Brace(route, nth) => {
                let range = self.find(route, false)?;
                let braced = self.text.get(range.clone()).and_then(|text| {
                    let start = text.match_indices('{').nth(*nth)?.0;
                    let end = text[start..]
                        .find(['}', '\n'])
                        .map_or(text.len(), |at| start + at + 1);
                    Some(range.start + start..range.start + end)
                });
                Some(self.at(braced.unwrap_or(range)))
            }
        }
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

    fn at(&self, range: Range<usize>) -> Place {
        let boundary = |mut at: usize| {
            at = at.min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = boundary(range.start);
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &self.text[line_start..];
        let text = rest
            .split('\n')
            .next()
            .unwrap_or_default()
            .trim_end_matches('\r');
        let from = (start - line_start).min(text.len());
        let to = boundary(range.end)
            .saturating_sub(line_start)
            .clamp(from, text.len());
        // A place always has a caret: at least one character, if the line has one.
        let to = match text[from..].chars().next() {
            Some(c) if to == from => from + c.len_utf8(),
            _ => to,
        };
        Place {
            line: self.text[..line_start].matches('\n').count() + 1,
            column: text[..from].chars().count() + 1,
            text: text.to_owned(),
            range: from..to,
        }
    }
}

/// Returns the text, or the byte where it stops being UTF-8 and what is there.
fn decode(bytes: &[u8]) -> Result<String, (usize, &'static str)> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err((0, "den är sparad som UTF-16 («Unicode»)"));
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    std::str::from_utf8(bytes)
        .map(ToOwned::to_owned)
        .map_err(|error| {
            let at = error.valid_up_to();
            // Windows-1252 is what such a file nearly always is.
            let what = match bytes[at] {
                0xE5 | 0xC5 => "ett å i äldre Windows-kodning",
                0xE4 | 0xC4 => "ett ä i äldre Windows-kodning",
                0xF6 | 0xD6 => "ett ö i äldre Windows-kodning",
                _ => "ett okänt tecken",
            };
            (at, what)
        })
}
