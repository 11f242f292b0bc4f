//! Rows as they stand in a file, with the comments around them, and the same rows
//! as lines of a new one.

use crate::edit;
use crate::edit::Value;
use crate::import::workbook::cell::value_of;
use crate::load::source::Source;
use crate::load::tree;
use crate::load::tree::Node;
use crate::scaffold::aligned::Cell;
use crate::scaffold::aligned::aligned;

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The comment lines above it, each from its `#`.
    pub above: Vec<String>,
    /// Its keys and values, in order.
    pub pairs: Vec<(String, Value)>,
    /// The comment after it on its line, from its `#`.
    pub after: Option<String>,
}

/// Returns the keys and values of a mapping.
pub(super) fn pairs(node: &Node) -> Vec<(String, Value)> {
    match value_of(node) {
        Value::Map(pairs) => pairs,
        Value::Text(_) | Value::List(_) => vec![],
    }
}

/// Returns the items of a list; a mapping alone counts as one.
pub(super) fn items(node: &Node) -> &[Node] {
    match &node.value {
        tree::Value::List(items) => items,
        tree::Value::Map(_) => std::slice::from_ref(node),
        tree::Value::Scalar { .. } | tree::Value::Refused => &[],
    }
}

/// Returns the rows of a file's list, as they stand.
pub(super) fn read(source: &Source, key: &str) -> Vec<Row> {
    let text = &source.text;
    let Some((name, list)) = source.root.as_ref().and_then(|root| {
        let mut pairs = root.pairs().iter();
        pairs.find(|(name, _)| name.text() == Some(key))
    }) else {
        return vec![];
    };
    let mut rows: Vec<Row> = vec![];
    let mut before = name.span.end;
    let maps = |item: &&Node| matches!(item.value, tree::Value::Map(_));
    for item in items(list).iter().filter(maps) {
        let between = text.get(before..item.span.start).unwrap_or_default();
        let mut lines = between.lines();
        let rest = lines.next();
        if let (Some(row), Some(rest)) = (rows.last_mut(), rest) {
            row.after = after(rest);
        }
        rows.push(Row {
            above: lines.filter_map(comment).collect(),
            pairs: pairs(item),
            after: None,
        });
        before = end(item);
    }
    if let Some(row) = rows.last_mut() {
        let rest = text.get(before..).and_then(|rest| rest.lines().next());
        row.after = rest.and_then(after);
    }
    rows
}

/// Returns what a line says as a comment, if it is one.
fn comment(line: &str) -> Option<String> {
    let line = line.trim();
    line.starts_with('#').then(|| line.to_owned())
}

/// Returns the comment after a row, if the rest of its line is one.
fn after(rest: &str) -> Option<String> {
    comment(rest.trim_start_matches(['"', '\'', '}', ']']))
}

/// Returns where the last text in a node ends. A mapping itself is said to end
/// where the next thing begins.
fn end(node: &Node) -> usize {
    let pairs = node.pairs().last().map(|(_, value)| value);
    match pairs.or(node.items().last()) {
        Some(last) => end(last),
        None => node.span.end,
    }
}

/// Returns rows as the lines of a list in flow form, with their comments.
pub(super) fn written(rows: &[Row]) -> String {
    let cells: Vec<Vec<Cell>> = rows.iter().map(|row| cells(&row.pairs)).collect();
    let mut out = String::new();
    for (row, line) in rows.iter().zip(aligned(&cells)) {
        for above in &row.above {
            out.push_str(&format!("  {above}\n"));
        }
        let after = row.after.as_ref().map(|after| format!("   {after}"));
        out.push_str(&format!("  - {{{line}}}{}\n", after.unwrap_or_default()));
    }
    out
}

/// Returns each key with its value as it is written between `{` and `}`.
fn cells(pairs: &[(String, Value)]) -> Vec<Cell> {
    let cell = |(key, value): &(String, Value)| {
        let written = edit::flow(&Value::Map(vec![(key.clone(), value.clone())]));
        let inside = written.strip_prefix('{').and_then(|w| w.strip_suffix('}'));
        Cell {
            key: key.clone(),
            text: inside.unwrap_or(&written).to_owned(),
        }
    };
    pairs.iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(list: &str, expected: &str) {
        let text = format!("beslut:\n{list}texter: {{}}\n");
        let (source, findings) = Source::read("prov.yaml".into(), text.as_bytes());
        assert!(findings.is_empty());
        assert_eq!(written(&read(&source, "beslut")), expected);
    }

    #[test]
    fn rows_keep_their_comments() {
        let flow = "  # Ledsagarservice\n  - {nr: 1, id: A}   # osäker\n  # Boende\n  # SoL\n  - {nr: 2, id: \"B, c\"}\n";
        case(flow, flow);
    }

    #[test]
    fn a_row_over_several_lines_becomes_one() {
        case(
            "  - nr: 1\n    delvis:\n      från: 2024-01-05   # början\n  # Boende\n  - nr: 2\n    \
             erbjudanden:\n      - datum: 2024-02-01\n        svar: nej\n\n",
            "  - {nr: 1, delvis: {från: 2024-01-05}}   # början\n  # Boende\n  \
             - {nr: 2, erbjudanden: [{datum: 2024-02-01, svar: nej}]}\n",
        );
    }

    #[test]
    fn a_list_in_brackets_is_a_list() {
        case(" [{nr: 1}, {nr: 2}]\n", "  - {nr: 1}\n  - {nr: 2}\n");
    }
}
