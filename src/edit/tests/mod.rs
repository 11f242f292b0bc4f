//! What is written, change by change: the text before and after, whole.

use crate::edit::Change;
use crate::edit::Refused;
use crate::edit::Value;
use crate::edit::Why;
use crate::edit::apply;
use crate::edit::bytes;
use crate::finding::Route;
use crate::finding::Step;
use crate::load::source::Source;

mod keys;
mod random;
mod rows;
mod texts;

/// Returns the route of `beslut[3].avbrott`.
fn route(written: &str) -> Route {
    let step = |part: &str| match part.strip_suffix(']') {
        Some(index) => Step::Index(index.parse().expect("an index")),
        None => Step::Key(part.into()),
    };
    let parts = written.split(['.', '[']);
    Route(parts.filter(|part| !part.is_empty()).map(step).collect())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn list(items: &[&str]) -> Value {
    Value::List(items.iter().map(|item| text(item)).collect())
}

fn map(pairs: &[(&str, &str)]) -> Value {
    let pair = |(key, value): &(&str, &str)| ((*key).to_owned(), text(value));
    Value::Map(pairs.iter().map(pair).collect())
}

fn set(at: &str, value: Value) -> Change {
    Change::Set(route(at), value)
}

fn push(at: &str, value: Value) -> Change {
    Change::Push(route(at), value)
}

fn remove(at: &str) -> Change {
    Change::Remove(route(at))
}

fn edited(before: &str, changes: &[Change]) -> Result<String, Refused> {
    let (source, _) = Source::read("prov.yaml".into(), before.as_bytes());
    apply(&source, changes)
}

/// Holds a change against the text after it, with every kind of line end and
/// without the last one.
#[track_caller]
fn case(before: &str, changes: &[Change], after: &str) {
    for end in ["\n", "\r\n", "\r"] {
        let (before, after) = (before.replace('\n', end), after.replace('\n', end));
        assert_eq!(edited(&before, changes).as_ref(), Ok(&after), "{before:?}");
        let (before, after) = (before.trim_end_matches(end), after.trim_end_matches(end));
        if before.contains(end) {
            let done = edited(before, changes);
            assert_eq!(done.as_deref(), Ok(after), "{before:?}");
        }
    }
}

#[track_caller]
fn refuses(before: &str, changes: &[Change], at: &str, why: Why) {
    let route = route(at);
    assert_eq!(edited(before, changes), Err(Refused { route, why }));
}

#[test]
fn nothing_to_change_changes_nothing() {
    for text in ["", "a: 1", "a: [", "# bara en kommentar\r\n"] {
        assert_eq!(edited(text, &[]).as_deref(), Ok(text));
    }
}

#[test]
fn a_byte_order_mark_is_put_back() {
    let (source, _) = Source::read("prov.yaml".into(), b"\xEF\xBB\xBFa: 1\r\n");
    let text = apply(&source, &[set("a", text("2"))]).expect("an edit");
    assert_eq!(bytes(&source, &text), b"\xEF\xBB\xBFa: 2\r\n");
    let (source, _) = Source::read("prov.yaml".into(), b"a: 1");
    assert_eq!(bytes(&source, "a: 2"), b"a: 2");
}

#[test]
fn what_cannot_be_done_is_refused() {
    refuses("a: [\n", &[set("a", text("1"))], "a", Why::Unread);
    refuses("# tom\n", &[set("a", text("1"))], "a", Why::Unread);
    refuses("a: &x 1\n", &[set("b", text("1"))], "b", Why::Unread);
    refuses("a: 1\n", &[set("b.c", text("1"))], "b", Why::Missing);
    refuses("a: 1\n", &[remove("b")], "b", Why::Missing);
    refuses("a: [1]\n", &[set("a[1]", text("2"))], "a[1]", Why::Missing);
    refuses("a: 1\n", &[push("a", text("2"))], "a", Why::NoList);
    refuses("a: {b: 1}\n", &[remove("a[0]")], "a[0]", Why::NoList);
    refuses("a: [1]\n", &[set("a.b", text("2"))], "a.b", Why::NoMap);
    refuses("a: 1\n", &[set("a.b", text("2"))], "a.b", Why::NoMap);
    refuses("a: 1\n", &[remove("a")], "", Why::Form);
    refuses("- 1\n", &[remove("")], "", Why::Form);
    refuses(
        "a: [b: 1]\n",
        &[set("a[0].c", text("2"))],
        "a[0]",
        Why::Form,
    );
}

#[test]
fn changes_of_the_same_bytes_are_refused() {
    let before = "a: {b: 1, c: 2}\nd: [1]\n";
    let twice = [set("a.b", text("2")), set("a.b", text("2"))];
    refuses(before, &twice, "a.b", Why::Overlap);
    let inside = [set("a", text("1")), set("a.b", text("2"))];
    refuses(before, &inside, "a.b", Why::Overlap);
    let around = [set("a.b", text("2")), remove("a")];
    refuses(before, &around, "a", Why::Overlap);
    let pushed = [push("d", text("2")), remove("d")];
    refuses(before, &pushed, "d", Why::Overlap);
    let replaced = [set("d", text("2")), push("d", text("3"))];
    refuses(before, &replaced, "d", Why::Overlap);
    let fine = [push("d", text("2")), remove("d[0]"), push("d", text("3"))];
    case(before, &fine, "a: {b: 1, c: 2}\nd: [2, 3]\n");
}

#[test]
fn twenty_thousand_rows_are_changed_at_once() {
    let row = |n: usize| format!("  - {{nr: {n}, kön: man}} # rad {n}\n");
    let before: String = (0..20_000).map(row).collect();
    let before = format!("format: 1\nbeslut:\n{before}");
    let mut changes: Vec<_> = (0..20_000)
        .map(|n| set(&format!("beslut[{n}].orsak"), text("personal")))
        .collect();
    changes.extend((0..20_000).map(|n| push("beslut", map(&[("nr", &n.to_string())]))));
    let after = edited(&before, &changes).expect("an edit");
    assert!(after.contains("  - {nr: 777, kön: man, orsak: personal} # rad 777\n"));
    assert!(after.ends_with("  - {nr: 19999}\n"));
    assert_eq!(after.lines().count(), 40_002);
}
