//! A row of a list on one line, with places to fill in instead of values: rows
//! stand so in the samples, and an editor would else spread them over lines.

use crate::load::tree::Node;
use crate::load::tree::Value;

/// Returns the first row of a list that is a key's example, as the editor's
/// places to fill in. No value of the example is kept: it could be left there.
pub(super) fn to_fill_in(example: &Node) -> Option<String> {
    let (_, list) = example.pairs().first()?;
    let pairs = list.items().first()?.pairs();
    let place = |(at, (key, value)): (usize, &(Node, Node))| {
        let (open, close) = match value.value {
            Value::List(_) => ("[", "]"),
            Value::Map(_) => ("{", "}"),
            Value::Scalar { .. } | Value::Refused => ("", ""),
        };
        let key = key.text().unwrap_or_default();
        format!("{key}: {open}${}{close}", at + 1)
    };
    let places: Vec<String> = pairs.iter().enumerate().map(place).collect();
    Some(format!("{{{}}}", places.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::tree;

    #[test]
    fn a_row_keeps_its_keys_and_no_value() {
        let (example, _) = tree::read("rader: [{nr: 1, lag: [SoL], del: {a: b}}, {id: 2}]");
        let row = example.as_ref().and_then(to_fill_in);
        assert_eq!(row.as_deref(), Some("{nr: $1, lag: [$2], del: {$3}}"));
        let (none, _) = tree::read("rader: []");
        assert_eq!(none.as_ref().and_then(to_fill_in), None);
    }
}
