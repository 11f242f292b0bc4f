//! Values of the samples, of every broken file and of every seed are changed, one
//! by one: only what is no mapping, or cannot be read, is refused, and the
//! change of one value changes one line.

use std::path::Path;

use evb::edit::Change;
use evb::edit::Value;
use evb::edit::Why;
use evb::edit::apply;
use evb::finding::Route;
use evb::load::source::Source;
use evb::load::tree::Node;

use crate::facts::root;

/// At most about so many values of a file are changed, evenly spread.
const MOST: usize = 25;

/// Collects the routes of a tree with their nodes.
fn routes<'n>(node: &'n Node, route: &Route, out: &mut Vec<(Route, &'n Node)>) {
    let items = node.items().iter().enumerate();
    let items = items.map(|(index, item)| (route.index(index), item));
    let named = |(key, value): &'n (Node, Node)| Some((route.key(key.text()?), value));
    let pairs = node.pairs().iter().filter_map(named);
    for (route, inner) in items.chain(pairs) {
        routes(inner, &route, out);
        out.push((route, inner));
    }
}

/// Changes values of a file; returns how many changes were made.
fn changed(bytes: &[u8]) -> usize {
    let (source, _) = Source::read("prov.yaml".into(), bytes);
    let mut all = vec![];
    if let Some(root) = &source.root {
        routes(root, &Route::default(), &mut all);
    }
    let mut made = 0;
    for (route, node) in all.iter().step_by(all.len() / MOST + 1) {
        let value = Value::Text("en: \"ny\" #text".into());
        let row = Value::Map(vec![("nr".into(), value.clone())]);
        let set = Change::Set(route.clone(), value.clone());
        let mut changes = vec![
            set.clone(),
            Change::Set(route.key("ny"), value),
            Change::Remove(route.clone()),
        ];
        if !node.items().is_empty() {
            changes.push(Change::Push(route.clone(), row));
        }
        for change in changes {
            let text = match apply(&source, std::slice::from_ref(&change)) {
                Ok(text) => text,
                Err(refused) => {
                    // Of a key written twice only the first can be meant.
                    let fine = matches!(refused.why, Why::NoMap | Why::Unread | Why::Missing);
                    assert!(fine, "{refused:?}\n{}", source.text);
                    continue;
                }
            };
            made += 1;
            let short = node.text().is_some() && !source.text[node.span.clone()].contains('\n');
            if change == set && short && !node.is_empty() {
                let lines = source.text.lines().zip(text.lines());
                assert_eq!(source.text.lines().count(), text.lines().count());
                assert_eq!(lines.filter(|(a, b)| a != b).count(), 1, "{route}\n{text}");
            }
        }
    }
    made
}

#[track_caller]
fn case(folder: &str, least: usize) {
    let walk = walkdir::WalkDir::new(root().join(Path::new(folder))).sort_by_file_name();
    let files = walk.into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    let made: usize = files
        .map(|entry| changed(&std::fs::read(entry.path()).unwrap()))
        .sum();
    assert!(made >= least, "{folder}: only {made} changes");
}

#[test]
fn values_of_any_file_are_changed_one_by_one() {
    case("data", 300);
    case("tests/invalid", 3000);
    case("fuzz/corpus", 200);
}
