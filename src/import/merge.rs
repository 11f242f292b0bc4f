//! Imported rows against those that stand in a file, by id: what is added,
//! changed and gone, and the changes that make the file so.
//!
//! Only what differs is changed. A key that the table has no column for stays as
//! it is; an empty cell takes a value away only in our own workbook, since an
//! export knows nothing of what has been written by hand. A row that is gone from
//! the table stays, and is told.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::edit::Change;
use crate::edit::Value;
use crate::finding::Route;
use crate::import::Record;
use crate::import::Who;
use crate::import::workbook::cell::value_of;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::tree;
use crate::load::tree::Node;
use crate::model::beslut::Act;
use crate::model::catalogue::Meaning;
use crate::model::catalogue::fold;
use crate::validate::vocabulary::Vocabulary;

/// One imported row with its id.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The id.
    pub id: &'a str,
    /// The row.
    pub record: &'a Record,
}

/// A value that is another one now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The row.
    pub id: String,
    /// The key.
    pub key: &'static str,
    /// What stood there.
    pub from: Option<String>,
    /// What stands there now.
    pub to: Option<String>,
}

/// What an import does to a file.
#[derive(Debug, Default)]
pub struct Merged {
    /// The changes.
    pub changes: Vec<Change>,
    /// The rows that are new, by their place among those imported.
    pub added: Vec<usize>,
    /// What is changed in rows that stand there.
    pub changed: Vec<Changed>,
    /// How many rows stand there just so.
    pub same: usize,
    /// The ids of rows that are not in the table.
    pub gone: Vec<String>,
}

/// Returns the ids of a file's rows.
pub fn ids(source: &Source) -> Vec<&str> {
    rows(source).map(|(id, _)| id).collect()
}

/// Returns the id and the place of each of a file's rows that has an id.
pub fn rows(source: &Source) -> impl Iterator<Item = (&str, usize)> {
    let rows = list(source).iter().enumerate();
    rows.filter_map(move |(at, row)| Some((row.get("id")?.text()?.trim(), at)))
}

fn list(source: &Source) -> &[Node] {
    let list = source.root.as_ref().and_then(|root| root.get(LIST));
    list.map_or(&[], Node::items)
}

const LIST: &str = "beslut";

/// What imported rows are held against.
#[derive(Debug, Clone, Copy)]
pub struct Against<'a> {
    /// The file.
    pub source: &'a Source,
    /// Another file, from which rows come here: what has been written in them by
    /// hand comes too.
    pub moved_from: Option<&'a Source>,
    /// The keys that the table has columns for.
    pub columns: &'a BTreeSet<&'static str>,
    /// The insatser and reasons that may be written.
    pub vocabulary: &'a Vocabulary,
}

/// Holds imported rows against a file's.
pub fn merge(against: Against<'_>, entries: &[Entry<'_>]) -> Merged {
    let Against {
        source,
        columns,
        vocabulary,
        ..
    } = against;
    let elsewhere: BTreeMap<&str, &Node> = against
        .moved_from
        .into_iter()
        .flat_map(|source| rows(source).filter_map(|(id, at)| Some((id, list(source).get(at)?))))
        .collect();
    let standing = list(source);
    let place: BTreeMap<&str, usize> = rows(source).collect();
    let list = Route::default().key(LIST);
    // Rows are numbered where all that stand there are: in a quarter, whose list is
    // printed, from the first.
    let quarter = source
        .root
        .as_ref()
        .is_some_and(|root| root.get("kvartal").is_some());
    let number = |row: &Node| row.get("nr")?.text()?.trim().parse::<u32>().ok();
    let numbers: Option<Vec<u32>> = standing.iter().map(number).collect();
    let numbers = numbers.filter(|numbers| quarter || !numbers.is_empty());
    let mut next = numbers.map(|numbers| numbers.into_iter().max().unwrap_or(0) + 1);
    let mut merged = Merged::default();
    let mut met = BTreeSet::new();
    for (at, entry) in entries.iter().enumerate() {
        met.insert(entry.id);
        let Some(row) = place.get(entry.id) else {
            let nr = entry.record.nr.or(next);
            next = next.map(|next| next + 1);
            let value = written(entry, nr, elsewhere.get(entry.id).copied());
            merged.changes.push(Change::Push(list.clone(), value));
            merged.added.push(at);
            continue;
        };
        let route = list.index(*row);
        let before = merged.changed.len();
        compare(entry, &standing[*row], columns, vocabulary, |key, to| {
            let was = standing[*row].get(key);
            merged.changed.push(Changed {
                id: entry.id.to_owned(),
                key,
                from: was.filter(|node| !node.is_empty()).map(shown),
                to: to.map(told),
            });
            let at = route.key(key);
            merged.changes.push(match to {
                Some(value) => Change::Set(at, value.clone()),
                None => Change::Remove(at),
            });
        });
        if merged.changed.len() == before {
            merged.same += 1;
        }
    }
    let gone = ids(source).into_iter().filter(|id| !met.contains(id));
    merged.gone = gone.map(str::to_owned).collect();
    merged
}

/// Returns a new row, its keys in the order of the key table: what the table says,
/// and what stood in the row it comes from and the table does not speak of.
fn written(entry: &Entry<'_>, nr: Option<u32>, before: Option<&Node>) -> Value {
    let known = keys::QUARTER.key(LIST).and_then(|key| key.kind.table());
    let keys = known.map_or(&[][..], |table| table.keys);
    let said: BTreeMap<&str, &Value> = entry.record.fields.iter().map(|(k, v)| (*k, v)).collect();
    let value = |key: &str| match key {
        "nr" => nr.map(|nr| Value::Text(nr.to_string())),
        "id" => Some(Value::Text(entry.id.to_owned())),
        _ => {
            let stood = || before?.get(key).filter(|node| !node.is_empty());
            let said = said.get(key).map(|value| (*value).clone());
            said.or_else(|| stood().map(value_of))
        }
    };
    let pairs = keys.iter();
    let pairs = pairs.filter_map(|key| Some((key.name.to_owned(), value(key.name)?)));
    Value::Map(pairs.collect())
}

/// Tells every key of a row whose value is another one, with the new value.
fn compare(
    entry: &Entry<'_>,
    row: &Node,
    columns: &BTreeSet<&'static str>,
    vocabulary: &Vocabulary,
    mut differs: impl FnMut(&'static str, Option<&Value>),
) {
    let fields: BTreeMap<&str, &Value> = entry.record.fields.iter().map(|(k, v)| (*k, v)).collect();
    for (key, value) in &entry.record.fields {
        let same = row
            .get(key)
            .is_some_and(|node| is_same(key, node, value, entry.record.act, vocabulary));
        if !same {
            differs(key, Some(value));
        }
    }
    let emptied = matches!(entry.record.who, Who::Id(_));
    for key in columns.iter().filter(|key| emptied && **key != "id") {
        let stands = row.get(key).is_some_and(|node| !node.is_empty());
        let nr = *key == "nr" && entry.record.nr.is_some();
        // Absent is nej.
        let no = row.get(key).and_then(Node::text).map(str::trim) == Some("nej");
        if stands && !nr && !no && !fields.contains_key(key) {
            differs(key, None);
        }
    }
    if let (Some(nr), true) = (entry.record.nr, columns.contains("nr")) {
        let nr = Value::Text(nr.to_string());
        if row.get("nr").is_none_or(|node| !is_text(node, &nr)) {
            differs("nr", Some(&nr));
        }
    }
}

/// Returns whether a node says what a value says, perhaps by another name.
fn is_same(key: &str, node: &Node, value: &Value, act: Act, vocabulary: &Vocabulary) -> bool {
    let (Some(written), Value::Text(wanted)) = (node.text(), value) else {
        return is_text(node, value);
    };
    let written = written.trim();
    let same = |one: Option<&Arc<str>>| one.is_some_and(|id| id.as_ref() == wanted);
    written == wanted
        || match key {
            "kön" | "lag" | "regi" => fold(written) == fold(wanted),
            "insats" => match vocabulary.insatser.find(written, &[act]) {
                Meaning::One(insats, _) => same(Some(&insats.id)),
                Meaning::Several(..) | Meaning::Unknown => false,
            },
            "orsak" => same(vocabulary.orsaker.find(written).map(|orsak| &orsak.id)),
            "avslutsskäl" => same(vocabulary.closing(written).map(|skal| &skal.id)),
            _ => false,
        }
}

/// Returns whether a node holds just the texts of a value.
fn is_text(node: &Node, value: &Value) -> bool {
    match (&node.value, value) {
        (tree::Value::Scalar { text, .. }, Value::Text(wanted)) => text.trim() == wanted.trim(),
        (tree::Value::List(items), Value::List(wanted)) => {
            items.len() == wanted.len() && items.iter().zip(wanted).all(|(n, v)| is_text(n, v))
        }
        (tree::Value::Map(pairs), Value::Map(wanted)) => {
            pairs.len() == wanted.len()
                && wanted
                    .iter()
                    .all(|(key, value)| node.get(key).is_some_and(|node| is_text(node, value)))
        }
        _ => false,
    }
}

/// Returns a value as it is told: on one line.
fn told(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::List(_) | Value::Map(_) => crate::edit::flow(value),
    }
}

/// Returns what stands in a node, on one line.
fn shown(node: &Node) -> String {
    match &node.value {
        tree::Value::Scalar { text, .. } => text.trim().to_owned(),
        tree::Value::List(items) => {
            let items: Vec<_> = items.iter().map(shown).collect();
            format!("[{}]", items.join(", "))
        }
        tree::Value::Map(pairs) => {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(key, value)| format!("{}: {}", shown(key), shown(value)))
                .collect();
            format!("{{{}}}", pairs.join(", "))
        }
        tree::Value::Refused => String::new(),
    }
}
