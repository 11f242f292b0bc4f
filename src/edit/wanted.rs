//! The tree that a file shall have after its changes, to hold what was written
//! against.

use unicode_normalization::UnicodeNormalization as _;

use crate::edit::Value;
use crate::edit::branch::Branch;
use crate::finding::Route;
use crate::load::tree;
use crate::load::tree::Node;

/// Returns what a tree says; nothing where it holds what the format does not
/// have.
pub(super) fn value(node: &Node) -> Option<Value> {
    let value = match &node.value {
        tree::Value::Scalar { text, .. } => Value::Text(text.clone()),
        tree::Value::List(items) => Value::List(items.iter().map(value).collect::<Option<_>>()?),
        tree::Value::Map(pairs) => {
            let pair = |(key, held): &(Node, Node)| Some((key.text()?.to_owned(), value(held)?));
            Value::Map(pairs.iter().map(pair).collect::<Option<_>>()?)
        }
        tree::Value::Refused => return None,
    };
    Some(value)
}

/// Returns a value with its changes made.
pub(super) fn changed(value: Value, branch: &Branch<'_>) -> Value {
    if let Some(set) = branch.set {
        return read(set);
    }
    match value {
        Value::Map(pairs) => {
            let mut seen = vec![];
            let mut out = vec![];
            for (name, value) in pairs {
                match branch.keys.get(name.as_str()) {
                    // Of a key written twice the first is meant.
                    Some(inner) if !seen.contains(&name) => {
                        seen.push(name.clone());
                        if !inner.remove {
                            out.push((name, changed(value, inner)));
                        }
                    }
                    _ => out.push((name, value)),
                }
            }
            let mut new: Vec<_> = branch
                .keys
                .iter()
                .filter(|(name, _)| !seen.iter().any(|seen| seen.as_str() == &***name))
                .collect();
            new.sort_by_key(|(_, inner)| inner.order);
            let nothing = || Value::Text(String::new());
            out.extend(
                new.into_iter()
                    .map(|(name, inner)| (name.nfc().collect(), changed(nothing(), inner))),
            );
            Value::Map(out)
        }
        Value::List(items) => {
            let mut out = vec![];
            for (index, item) in items.into_iter().enumerate() {
                match branch.items.get(&index) {
                    Some(inner) if inner.remove => {}
                    Some(inner) => out.push(changed(item, inner)),
                    None => out.push(item),
                }
            }
            out.extend(branch.push.iter().map(|value| read(value)));
            Value::List(out)
        }
        Value::Text(_) if !branch.push.is_empty() => {
            Value::List(branch.push.iter().map(|value| read(value)).collect())
        }
        Value::Text(text) => Value::Text(text),
    }
}

/// Returns a value as it is read once it has been written.
pub(super) fn read(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(text.nfc().collect()),
        Value::List(items) => Value::List(items.iter().map(read).collect()),
        Value::Map(pairs) => {
            let pair = |(name, value): &(String, Value)| (name.nfc().collect(), read(value));
            Value::Map(pairs.iter().map(pair).collect())
        }
    }
}

/// Returns the first place where two values differ.
pub(super) fn difference(wanted: &Value, read: &Value) -> Option<Route> {
    let mut route = Route::default();
    let (mut wanted, mut read) = (wanted, read);
    if wanted == read {
        return None;
    }
    loop {
        let inner = match (wanted, read) {
            (Value::Map(a), Value::Map(b)) if a.len() == b.len() => {
                let differs = a.iter().zip(b).find(|(a, b)| a != b);
                differs
                    .filter(|((a, _), (b, _))| a == b)
                    .map(|((name, a), (_, b))| (route.key(name), a, b))
            }
            (Value::List(a), Value::List(b)) if a.len() == b.len() => {
                let differs = a.iter().zip(b).enumerate().find(|(_, (a, b))| a != b);
                differs.map(|(index, (a, b))| (route.index(index), a, b))
            }
            _ => None,
        };
        let Some(next) = inner else {
            return Some(route);
        };
        (route, wanted, read) = next;
    }
}
