//! The parser's events, put together to a tree, with what must be refused.

use std::ops::Range;

use saphyr_parser::Event;
use saphyr_parser::Parser;
use saphyr_parser::ScalarStyle;
use unicode_normalization::UnicodeNormalization;

use crate::load::source::FOR_STOR_FIL;
use crate::load::tree::FOR_DJUPT;
use crate::load::tree::Fault;
use crate::load::tree::Node;
use crate::load::tree::TOM_FIL;
use crate::load::tree::Value;
use crate::load::tree::YAML_FINESS;
use crate::load::tree::syntax;

/// Deeper nesting than this is refused. The format itself needs ten levels.
const DEEPEST: usize = 48;

/// More keys in one mapping are refused. The format knows some fifty insatser.
const MOST_KEYS: usize = 2000;

/// Collects the parser's events.
pub(super) struct Builder<'t> {
    text: &'t str,
    /// The last place asked for, in characters and in bytes. Places come almost
    /// in order, so walking from here is cheap even on one enormous line.
    cursor: (usize, usize),
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    faults: Vec<Fault>,
    /// The signs of YAML's own that have been told, each once per file.
    told: Vec<char>,
}

enum Open {
    /// Where it began, whether it is refused, its items.
    List(usize, bool, Vec<Node>),
    /// The same, and a key that waits for its value.
    Map(usize, bool, Vec<(Node, Node)>, Option<Node>),
}

impl<'t> Builder<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            cursor: (0, 0),
            open: vec![],
            root: None,
            documents: 0,
            faults: vec![],
            told: vec![],
        }
    }

    pub(super) fn run(mut self) -> (Option<Node>, Vec<Fault>) {
        for event in Parser::new_from_str(self.text) {
            let (event, span) = match event {
                Ok(pair) => pair,
                Err(error) => {
                    let at = self.byte(error.marker().index());
                    self.faults
                        .push(syntax::explain(self.text, at, error.info()));
                    return (None, self.faults);
                }
            };
            let start = self.byte(span.start.index());
            let end = self.byte(span.end.index()).max(start);
            if !self.take(event, start..end) {
                return (None, self.faults);
            }
        }
        if self.root.as_ref().is_none_or(Node::is_empty) {
            let written = self.text.lines().any(|line| !line.trim().is_empty());
            self.faults.push(Fault {
                rule: &TOM_FIL,
                span: 0..0,
                message: if written {
                    "filen har bara kommentarer".to_owned()
                } else {
                    "filen är tom".to_owned()
                },
                help: "fyll i filen; exemplen i data/ visar hur".to_owned(),
            });
            return (None, self.faults);
        }
        (self.root, self.faults)
    }

    /// Takes one event; returns false where reading must stop.
    fn take(&mut self, event: Event<'_>, span: Range<usize>) -> bool {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    let sign = if self.text[span.start..].starts_with("---") {
                        "---"
                    } else {
                        "..."
                    };
                    self.faults.push(Fault {
                        rule: &YAML_FINESS,
                        span,
                        message: format!("filen har ett andra dokument ({sign})"),
                        help: format!("lägg varje kvartal i en egen fil och ta bort raden {sign}"),
                    });
                    return false;
                }
            }
            Event::Alias(_) => {
                self.refuse(span.start, '*');
                self.place(Node {
                    span,
                    value: Value::Refused,
                });
            }
            Event::Scalar(text, style, anchor, tag) => {
                let value = if self.refused(span.start, anchor, tag.is_some()) {
                    Value::Refused
                } else {
                    Value::Scalar {
                        text: text.nfc().collect(),
                        plain: style == ScalarStyle::Plain,
                    }
                };
                self.place(Node { span, value });
            }
            Event::SequenceStart(anchor, tag) => {
                let refused = self.refused(span.start, anchor, tag.is_some());
                self.open.push(Open::List(span.start, refused, vec![]));
                return self.shallow(span);
            }
            Event::MappingStart(anchor, tag) => {
                let refused = self.refused(span.start, anchor, tag.is_some());
                self.open.push(Open::Map(span.start, refused, vec![], None));
                return self.shallow(span);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(node) = self.close(span.end) {
                    self.place(node);
                }
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        true
    }

    /// Returns the innermost open list or mapping, which ends here. One that
    /// holds what was refused in a list is refused with it.
    fn close(&mut self, end: usize) -> Option<Node> {
        let (start, refused, value) = match self.open.pop()? {
            Open::List(start, refused, items) => {
                let within = |item: &Node| matches!(item.value, Value::Refused);
                let refused = refused || items.iter().any(within);
                (start, refused, Value::List(items))
            }
            Open::Map(start, refused, pairs, _) => {
                // A block mapping's first event may point past its first key.
                let first = pairs.first().map_or(start, |(key, _)| key.span.start);
                let start = start.min(first);
                let many = pairs.len() > MOST_KEYS;
                if many {
                    self.faults.push(Fault {
                        rule: &FOR_STOR_FIL,
                        span: start..start + 1,
                        message: format!("{} nycklar på samma nivå", pairs.len()),
                        help: "skriv ett beslut per rad i listan «beslut»".to_owned(),
                    });
                }
                (start, refused || many, Value::Map(pairs))
            }
        };
        Some(Node {
            span: start..end.max(start),
            value: if refused { Value::Refused } else { value },
        })
    }

    fn shallow(&mut self, span: Range<usize>) -> bool {
        if self.open.len() <= DEEPEST {
            return true;
        }
        self.faults.push(Fault {
            rule: &FOR_DJUPT,
            span: span.start..span.start + 1,
            message: format!("mer än {DEEPEST} nivåer i varandra"),
            help: "kontrollera parenteserna och indragen på raden".to_owned(),
        });
        false
    }

    /// Tells an anchor and a tag; returns whether there was one.
    fn refused(&mut self, start: usize, anchor: usize, tag: bool) -> bool {
        if anchor != 0 {
            self.refuse(start, '&');
        }
        if tag {
            self.refuse(start, '!');
        }
        anchor != 0 || tag
    }

    fn refuse(&mut self, start: usize, sign: char) {
        if self.told.contains(&sign) {
            return;
        }
        self.told.push(sign);
        // The place of an anchored mapping may be its first key.
        let at = if self.text[start..].starts_with(['*', '&', '!']) {
            start
        } else {
            self.text[..start].rfind(sign).unwrap_or(start)
        };
        self.faults.push(syntax::sign(at, sign));
    }

    fn place(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, _, items)) => items.push(node),
            Some(Open::Map(_, _, pairs, key)) => match key.take() {
                None => *key = Some(node),
                Some(key) => pairs.push((key, node)),
            },
        }
    }

    /// Returns the byte of a character, counted from 0.
    fn byte(&mut self, index: usize) -> usize {
        let (mut chars, mut byte) = self.cursor;
        if chars <= index {
            let rest = self.text[byte..].chars().take(index - chars);
            let (walked, bytes) = rest.fold((0, 0), |(n, b), c| (n + 1, b + c.len_utf8()));
            chars += walked;
            byte += bytes;
        } else {
            let back = self.text[..byte].chars().rev().take(chars - index);
            let (walked, bytes) = back.fold((0, 0), |(n, b), c| (n + 1, b + c.len_utf8()));
            chars -= walked;
            byte -= bytes;
        }
        self.cursor = (chars, byte);
        byte
    }
}
