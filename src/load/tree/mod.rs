//! YAML with places: text in, a located tree and the syntax findings out.
//!
//! Every scalar stays the text that was written: `NO`, `1e3` and `0123` are not
//! guessed at. Mappings keep their pairs in order, so a key written twice is
//! seen twice. Anchors, aliases and tags are findings, which also means that
//! nothing can be expanded without bound. Keys and values are normalised to
//! NFC. Types, known keys and meaning are not here: see `schema`. What a parse
//! error means in the user's words is `syntax`'s.

use std::ops::Range;

use crate::finding::Level;
use crate::finding::Rule;

mod brackets;
mod build;
mod structure;
mod syntax;

/// YAML that cannot be read.
pub const YAML_FEL: Rule = Rule {
    slug: "yaml-fel",
    level: Level::Error,
    fixed: true,
    explain: "Filen följer inte YAML, så programmet kan inte veta vad den säger.",
    source: "YAML 1.2",
};

/// Anchors, aliases, tags and several documents in a file.
pub const YAML_FINESS: Rule = Rule {
    slug: "yaml-finess",
    level: Level::Error,
    fixed: true,
    explain: "Ankare, alias, taggar och flera dokument i en fil gör att det som läses inte är \
              det som står. Formatet använder dem inte.",
    source: "Dataformat 1",
};

/// Too deep.
pub const FOR_DJUPT: Rule = Rule {
    slug: "for-djupt",
    level: Level::Error,
    fixed: true,
    explain: "Ingen riktig fil har så många nivåer inuti varandra; något har blivit fel när den \
              skrevs.",
    source: "Dataformat 1",
};

/// An empty file.
pub const TOM_FIL: Rule = Rule {
    slug: "tom-fil",
    level: Level::Error,
    fixed: true,
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
    /// What the format does not have; it has a finding, and says nothing more.
    Refused,
}

impl Node {
    /// Returns the text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            Value::List(_) | Value::Map(_) | Value::Refused => None,
        }
    }

    /// Returns the pairs of a mapping; none for anything else.
    pub fn pairs(&self) -> &[(Self, Self)] {
        match &self.value {
            Value::Map(pairs) => pairs,
            _ => &[],
        }
    }

    /// Returns the items of a list; none for anything else.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
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
    build::Builder::new(text).run()
}
