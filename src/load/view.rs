//! A checked mapping, read by key: the raw record that `validate` turns into
//! values. What `schema` has refused reads as absent, so it is told once.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::finding::Route;
use crate::load::keys::Kind;
use crate::load::keys::Table;
use crate::load::schema::is_dated;
use crate::load::source::Source;
use crate::load::tree::Node;
use crate::load::tree::Value;
use crate::load::values;
use crate::model::quarter::Quarter;

/// A mapping with its table, its place and the day its dated values are read
/// for.
#[derive(Debug, Clone)]
pub struct View<'a> {
    node: Option<&'a Node>,
    table: &'static Table,
    on: Option<NaiveDate>,
    /// The way to the mapping.
    pub route: Route,
}

impl<'a> View<'a> {
    /// Returns the top of a file. Dated values are read as they stand on `on`.
    pub fn new(source: &'a Source, table: &'static Table, on: Option<NaiveDate>) -> Self {
        Self {
            node: source.root.as_ref(),
            table,
            on,
            route: Route::default(),
        }
    }

    /// Returns the value of a key with its route, dated values resolved.
    pub fn raw(&self, key: &str) -> Option<(&'a Node, Route)> {
        debug_assert!(self.table.key(key).is_some(), "«{key}» is in the key table");
        let node = self.node?.get(key)?;
        let (node, route) = resolve(node, self.route.key(key), self.on)?;
        let said = !node.is_empty() && !matches!(node.value, Value::Refused);
        said.then_some((node, route))
    }

    /// Returns whether the key is there, whatever stands after it.
    pub fn mentions(&self, key: &str) -> bool {
        self.node.is_some_and(|node| node.get(key).is_some())
    }

    /// Returns whether every key is one the table knows.
    pub fn is_known(&self) -> bool {
        let pairs = self.node.map_or(&[][..], Node::pairs);
        pairs.iter().all(|(key, _)| {
            key.text()
                .is_some_and(|name| self.table.key(name).is_some())
        })
    }

    /// Returns whether the key is there with a value.
    pub fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    /// Returns the route of a key's value.
    pub fn at(&self, key: &str) -> Route {
        self.raw(key)
            .map_or_else(|| self.route.key(key), |(_, route)| route)
    }

    /// Returns a text.
    pub fn text(&self, key: &str) -> Option<&'a str> {
        let text = self.raw(key)?.0.text()?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// Returns a text that is kept.
    pub fn name(&self, key: &str) -> Option<Arc<str>> {
        self.text(key).map(Into::into)
    }

    /// Returns a date.
    pub fn date(&self, key: &str) -> Option<NaiveDate> {
        values::date(self.text(key)?).ok()
    }

    /// Returns a number.
    pub fn number(&self, key: &str) -> Option<u32> {
        values::number(self.text(key)?)
    }

    /// Returns a quarter.
    pub fn quarter(&self, key: &str) -> Option<Quarter> {
        self.text(key)?.parse().ok()
    }

    /// Returns whether ja is written; absent is nej.
    pub fn yes(&self, key: &str) -> bool {
        self.text(key).and_then(values::yes).unwrap_or(false)
    }

    /// Returns a word of the key's closed list, as the list spells it.
    pub fn word(&self, key: &str) -> Option<&'static str> {
        let Kind::Word(words) = self.table.key(key)?.kind else {
            return None;
        };
        values::word(self.text(key)?, words)
    }

    /// Returns the mapping of a key.
    pub fn record(&self, key: &str) -> Option<Self> {
        let (node, route) = self.raw(key)?;
        let table = self.table.key(key)?.kind.table()?;
        matches!(node.value, Value::Map(_)).then_some(Self {
            node: Some(node),
            table,
            on: self.on,
            route,
        })
    }

    /// Returns the mappings in a key's list; a single mapping counts as one.
    pub fn records(&self, key: &str) -> Vec<Self> {
        let Some((node, route)) = self.raw(key) else {
            return vec![];
        };
        let Some(table) = self.table.key(key).and_then(|key| key.kind.table()) else {
            return vec![];
        };
        let view = |node, route| Self {
            node: Some(node),
            table,
            on: self.on,
            route,
        };
        match &node.value {
            Value::Map(_) => vec![view(node, route)],
            Value::List(items) => items
                .iter()
                .enumerate()
                .filter(|(_, item)| matches!(item.value, Value::Map(_)))
                .map(|(index, item)| view(item, route.index(index)))
                .collect(),
            Value::Scalar { .. } | Value::Refused => vec![],
        }
    }

    /// Returns the texts in a key's list, with their routes.
    pub fn texts(&self, key: &str) -> Vec<(&'a str, Route)> {
        let Some((node, route)) = self.raw(key) else {
            return vec![];
        };
        node.items()
            .iter()
            .enumerate()
            .filter_map(|(index, item)| Some((item.text()?, route.index(index))))
            .collect()
    }

    /// Returns the dates of a list, with the route of each.
    pub fn dates(&self, key: &str) -> Vec<(NaiveDate, Route)> {
        self.texts(key)
            .into_iter()
            .filter_map(|(text, route)| Some((values::date(text).ok()?, route)))
            .collect()
    }

    /// Returns the pairs of a key's map, with the route of each value. Words of
    /// a closed list are returned as the list spells them.
    pub fn entries(&self, key: &str) -> Vec<(&'a str, Entry<'a>)> {
        let Some((node, route)) = self.raw(key) else {
            return vec![];
        };
        let words = match self.table.key(key).map(|key| &key.kind) {
            Some(Kind::Map(Kind::Word(words), _) | Kind::Figures(Kind::Word(words))) => *words,
            _ => &[],
        };
        let mut seen = BTreeSet::new();
        node.pairs()
            .iter()
            .filter_map(|(name, value)| {
                let written = name.text()?;
                let name = values::word(written, words).unwrap_or(written.trim());
                if !seen.insert(name) {
                    return None;
                }
                let (node, route) = resolve(value, route.key(written), self.on)?;
                Some((name, self.entry(key, node, route)))
            })
            .collect()
    }

    /// Returns the pairs of a key's map in every version of it, with every
    /// version of each value.
    pub fn every_entry(&self, key: &str) -> Vec<(&'a str, Entry<'a>)> {
        let whole = self.node.and_then(|node| node.get(key));
        let mut entries = vec![];
        for (map, route) in whole.map_or(vec![], |node| versions(node, self.route.key(key))) {
            for (name, value) in map.pairs() {
                let Some(name) = name.text() else { continue };
                for (node, route) in versions(value, route.key(name)) {
                    entries.push((name, self.entry(key, node, route)));
                }
            }
        }
        entries
    }

    fn entry(&self, key: &str, node: &'a Node, route: Route) -> Entry<'a> {
        Entry {
            node,
            table: self.table.key(key).and_then(|key| key.kind.table()),
            on: self.on,
            route,
        }
    }
}

/// One value of a map.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The value.
    pub node: &'a Node,
    table: Option<&'static Table>,
    on: Option<NaiveDate>,
    /// The way to it.
    pub route: Route,
}

impl<'a> Entry<'a> {
    /// Returns the value as a mapping with known keys. A name without a value
    /// is an empty one.
    pub fn record(&self) -> Option<View<'a>> {
        let node = matches!(self.node.value, Value::Map(_)).then_some(self.node);
        if node.is_none() && !self.node.is_empty() {
            return None;
        }
        Some(View {
            node,
            table: self.table?,
            on: self.on,
            route: self.route.clone(),
        })
    }
}

/// Returns the value in force on a day, if the node is a list of dated values.
fn resolve(node: &Node, route: Route, on: Option<NaiveDate>) -> Option<(&Node, Route)> {
    let Some(day) = on.filter(|_| is_dated(node)) else {
        return Some((node, route));
    };
    let from = |item: &Node| {
        item.get("från")
            .and_then(Node::text)
            .and_then(|t| values::date(t).ok())
    };
    let (index, item) = node
        .items()
        .iter()
        .enumerate()
        .filter(|(_, item)| from(item).is_none_or(|from| from <= day))
        .max_by_key(|(index, item)| (from(item), *index))?;
    Some((item.get("värde")?, route.index(index).key("värde")))
}

/// Returns the values of a node at all times: itself, or each dated value.
fn versions(node: &Node, route: Route) -> Vec<(&Node, Route)> {
    if !is_dated(node) {
        return vec![(node, route)];
    }
    node.items()
        .iter()
        .enumerate()
        .filter_map(|(index, item)| Some((item.get("värde")?, route.index(index).key("värde"))))
        .collect()
}

/// Returns every day on which some dated value of a file begins to hold.
pub fn turning_days(node: &Node, days: &mut Vec<NaiveDate>) {
    if is_dated(node) {
        let from = node
            .items()
            .iter()
            .filter_map(|item| item.get("från").and_then(Node::text));
        days.extend(from.filter_map(|text| values::date(text).ok()));
    }
    for inner in node
        .items()
        .iter()
        .chain(node.pairs().iter().map(|(_, value)| value))
    {
        turning_days(inner, days);
    }
}
