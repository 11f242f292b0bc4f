//! YAML with places: text in, a located tree and the syntax findings out.
//!
//! Every scalar stays the text that was written: `NO`, `1e3` and `0123` are not
//! guessed at. Mappings keep their pairs in order, so a key written twice is
//! seen twice. Anchors, aliases and tags are findings, which also means that
//! nothing can be expanded without bound. Keys and values are normalised to
//! NFC. Types, known keys and meaning are not here: see `schema`.

use std::ops::Range;

use saphyr_parser::Event;
use saphyr_parser::Parser;
use saphyr_parser::ScalarStyle;
use unicode_normalization::UnicodeNormalization;

use crate::finding::Level;
use crate::finding::Rule;

/// Deeper nesting than this is refused. The format itself needs ten levels.
const DEEPEST: usize = 48;

/// YAML that cannot be read.
pub const YAML_FEL: Rule = Rule {
    slug: "yaml-fel",
    level: Level::Error,
    explain: "Filen följer inte YAML, så programmet kan inte veta vad den säger.",
    source: "YAML 1.2",
};

/// Anchors, aliases, tags and several documents in a file.
pub const YAML_FINESS: Rule = Rule {
    slug: "yaml-finess",
    level: Level::Error,
    explain: "Ankare, alias, taggar och flera dokument i en fil gör att det som läses inte är \
              det som står. Formatet använder dem inte.",
    source: "Dataformat 1",
};

/// Too deep.
pub const FOR_DJUPT: Rule = Rule {
    slug: "for-djupt",
    level: Level::Error,
    explain: "Ingen riktig fil har så många nivåer; något har blivit fel när den skrevs.",
    source: "Dataformat 1",
};

/// An empty file.
pub const TOM_FIL: Rule = Rule {
    slug: "tom-fil",
    level: Level::Error,
    explain: "En fil utan innehåll säger inget om kvartalet, inte ens att det saknar beslut.",
    source: "Dataformat 1",
};

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// The bytes of the source text.
    pub span: Range<usize>,
    /// What stands there.
    pub value: Value,
}

/// What a node holds.
#[derive(Debug, Clone)]
pub enum Value {
    /// A text, as written.
    Scalar {
        /// The text, quotes and folding undone, in NFC.
        text: String,
        /// Whether it was written without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Pairs, in the order written.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// Returns the text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            Value::List(_) | Value::Map(_) => None,
        }
    }

    /// Returns the pairs of a mapping; none for anything else.
    pub fn pairs(&self) -> &[(Self, Self)] {
        match &self.value {
            Value::Map(pairs) => pairs,
            Value::Scalar { .. } | Value::List(_) => &[],
        }
    }

    /// Returns the items of a list; none for anything else.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Scalar { .. } | Value::Map(_) => &[],
        }
    }

    /// Returns the value of a key; the first, if it is written twice.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.pairs()
            .iter()
            .find(|(k, _)| k.text() == Some(key))
            .map(|(_, value)| value)
    }

    /// Returns whether nothing was written: `nyckel:` and the end of the line.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if text.is_empty())
    }
}

/// A syntax finding: which rule, which bytes, what is wrong, what to do.
#[derive(Debug)]
pub struct Fault {
    /// The rule.
    pub rule: &'static Rule,
    /// The bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Reads a text. Without a tree the file cannot be checked further.
pub fn read(text: &str) -> (Option<Node>, Vec<Fault>) {
    Builder::new(text).run()
}

struct Builder<'t> {
    text: &'t str,
    /// The last place asked for, in characters and in bytes. Places come almost
    /// in order, so walking from here is cheap even on one enormous line.
    cursor: (usize, usize),
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    faults: Vec<Fault>,
}

enum Open {
    List(usize, Vec<Node>),
    Map(usize, Vec<(Node, Node)>, Option<Node>),
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            cursor: (0, 0),
            open: vec![],
            root: None,
            documents: 0,
            faults: vec![],
        }
    }

    fn run(mut self) -> (Option<Node>, Vec<Fault>) {
        for event in Parser::new_from_str(self.text) {
            let (event, span) = match event {
                Ok(pair) => pair,
                Err(error) => {
                    let at = self.byte(error.marker().index());
                    self.fault(&YAML_FEL, at..at + 1, syntax_message(error.info()));
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
            let message = (
                "filen är tom".to_owned(),
                "skriv minst «format: 1» i den".to_owned(),
            );
            self.fault(&TOM_FIL, 0..0, message);
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
                    self.fault(&YAML_FINESS, span, fancy("ett andra dokument (---)"));
                    return false;
                }
            }
            Event::Alias(_) => {
                self.fault(&YAML_FINESS, span.clone(), fancy("ett alias (*)"));
                self.place(scalar(span, String::new(), true));
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(&span, anchor, tag.is_some());
                let text = text.nfc().collect();
                self.place(scalar(span, text, style == ScalarStyle::Plain));
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse(&span, anchor, tag.is_some());
                self.open.push(Open::List(span.start, vec![]));
                return self.shallow(span);
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse(&span, anchor, tag.is_some());
                self.open.push(Open::Map(span.start, vec![], None));
                return self.shallow(span);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let node = match self.open.pop() {
                    Some(Open::List(start, items)) => Node {
                        span: start..span.end.max(start),
                        value: Value::List(items),
                    },
                    Some(Open::Map(start, pairs, _)) => {
                        // A block mapping's first event may point past its first key.
                        let start = pairs
                            .first()
                            .map_or(start, |(key, _)| key.span.start.min(start));
                        Node {
                            span: start..span.end.max(start),
                            value: Value::Map(pairs),
                        }
                    }
                    None => return true,
                };
                self.place(node);
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        true
    }

    fn shallow(&mut self, span: Range<usize>) -> bool {
        if self.open.len() <= DEEPEST {
            return true;
        }
        let message = format!("mer än {DEEPEST} nivåer i varandra");
        let help = "kontrollera parenteserna och indragen på raden".to_owned();
        self.fault(&FOR_DJUPT, span, (message, help));
        false
    }

    fn refuse(&mut self, span: &Range<usize>, anchor: usize, tag: bool) {
        if anchor != 0 {
            self.fault(&YAML_FINESS, span.clone(), fancy("ett ankare (&)"));
        }
        if tag {
            self.fault(&YAML_FINESS, span.clone(), fancy("en tagg (!)"));
        }
    }

    fn place(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, pairs, key)) => match key.take() {
                None => *key = Some(node),
                Some(key) => pairs.push((key, node)),
            },
        }
    }

    fn fault(&mut self, rule: &'static Rule, span: Range<usize>, text: (String, String)) {
        self.faults.push(Fault {
            rule,
            span,
            message: text.0,
            help: text.1,
        });
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

fn scalar(span: Range<usize>, text: String, plain: bool) -> Node {
    Node {
        span,
        value: Value::Scalar { text, plain },
    }
}

fn fancy(what: &str) -> (String, String) {
    (
        format!("filen använder {what}, som formatet inte har"),
        "skriv ut värdet, eller sätt citattecken om tecknet hör till texten".to_owned(),
    )
}

/// Returns what the parser said, in a Swedish frame, and what to do.
fn syntax_message(info: &str) -> (String, String) {
    let help = if info.contains('\t') || info.contains("tab") {
        "tabbar får inte användas som indrag i YAML; byt dem mot blanksteg"
    } else if info.contains("flow") || info.contains("','") || info.contains("']'") {
        "kontrollera att varje { och [ har sin } eller ], och att kommatecknen finns"
    } else if info.contains("quoted") || info.contains("string") {
        "kontrollera att varje citattecken har ett slut"
    } else if info.contains("mapping values") || info.contains("':'") || info.contains("key") {
        "kontrollera indraget och att det står ett blanksteg efter kolon; text med kolon behöver \
         citattecken"
    } else {
        "kontrollera indraget och tecknen på raden och raden före"
    };
    (
        format!("raden kan inte läsas som YAML («{info}»)"),
        help.to_owned(),
    )
}
