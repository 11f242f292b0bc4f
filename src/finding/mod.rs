//! A broken rule in the user's data, as a value: which rule, where, what to do.
//!
//! Rooms speak of a *route* (`beslut[3].avbrott`); only `load` knows which
//! line and column that is, and only [`draw`] knows what a message looks like.
//! Levels may be changed by a nämnd's `regler`.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub mod book;
pub mod draw;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The document would be wrong: exit status 1.
    Error,
    /// Somebody should look: exit status 0, or 1 with `--strikt`.
    Warning,
}

impl Level {
    /// Returns the Swedish word for the level.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "fel",
            Self::Warning => "varning",
        }
    }
}

/// One rule of the rule book, written beside its check.
#[derive(Debug)]
pub struct Rule {
    /// Public name: ASCII, kebab-case, never renamed.
    pub slug: &'static str,
    /// The level when the nämnd says nothing else.
    pub level: Level,
    /// Whether the figures rest on it: a nämnd may raise it, never lower it.
    pub fixed: bool,
    /// Why the rule exists, in Swedish.
    pub explain: &'static str,
    /// The section of law, the convention or the format the rule rests on.
    pub source: &'static str,
}

impl Rule {
    /// Returns the first sentence of why the rule exists.
    pub fn summary(&self) -> &'static str {
        let begins = |c: char| c.is_uppercase() || c == '«';
        let end = self
            .explain
            .match_indices(". ")
            .find(|(at, _)| self.explain[at + 2..].starts_with(begins));
        end.map_or(self.explain, |(at, _)| &self.explain[..=at])
    }
}

/// One step of a route.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into a mapping.
    Key(Arc<str>),
    /// Into a list, counted from 0.
    Index(usize),
}

/// The way from the top of a file to a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route(pub Vec<Step>);

impl Route {
    /// Returns the route one key further in.
    pub fn key(&self, key: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(key.into()));
        Self(steps)
    }

    /// Returns the route one list item further in.
    pub fn index(&self, index: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Index(index));
        Self(steps)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if n == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Where in a file a finding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Locus {
    /// The file as a whole.
    File,
    /// The key at the end of a route.
    Key(Route),
    /// The value at the end of a route.
    Value(Route),
    /// A placeholder in the text at the end of a route: from its `{`, counted
    /// from 0, to its `}`.
    Brace(Route, usize),
    /// The first such character in the value at the end of a route.
    Character(Route, char),
    /// The first place where these words stand in the value at the end of a
    /// route, or the whole value.
    Words(Route, String),
    /// A cell of a table that was read: `Blad1!D7`.
    Cell(Arc<str>),
    /// Bytes of the text, for what has no route (broken YAML, a duplicate key).
    Bytes(Range<usize>),
}

/// A rule broken at a place.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The level, after the nämnd's own setting.
    pub level: Level,
    /// The file, as the user wrote its path, with `/`.
    pub file: Arc<str>,
    /// The place in the file.
    pub locus: Locus,
    /// What is wrong: lower case, no full stop, values in «…».
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Finding {
    /// Returns a finding at the rule's own level.
    pub fn new(
        rule: &'static Rule,
        file: &Arc<str>,
        locus: Locus,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            level: rule.level,
            file: Arc::clone(file),
            locus,
            message: message.into(),
            help: help.into(),
        }
    }
}

impl Finding {
    /// Returns the route of the place, if it has one.
    pub fn route(&self) -> Option<&Route> {
        match &self.locus {
            Locus::Key(route)
            | Locus::Value(route)
            | Locus::Brace(route, _)
            | Locus::Character(route, _)
            | Locus::Words(route, _) => Some(route),
            Locus::File | Locus::Cell(_) | Locus::Bytes(_) => None,
        }
    }

    /// Returns the cell of the place, if it is one.
    pub fn cell(&self) -> Option<&Arc<str>> {
        match &self.locus {
            Locus::Cell(cell) => Some(cell),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_summed_up_in_its_first_sentence() {
        let rule = Rule {
            slug: "prov",
            level: Level::Error,
            fixed: false,
            explain: "Se 34 kap. 1 § och «a. b». Mer står här. Och här.",
            source: "Prov",
        };
        assert_eq!(rule.summary(), "Se 34 kap. 1 § och «a. b».");
    }

    #[test]
    fn a_route_reads_like_a_path() {
        let route = Route::default().key("beslut").index(3).key("avbrott");
        assert_eq!(route.to_string(), "beslut[3].avbrott");
        assert_eq!(Route::default().to_string(), "");
    }
}
