//! Keys of a mapping: replaced, filled in, added, taken away.

use crate::edit::Value;
use crate::edit::tests::case;
use crate::edit::tests::list;
use crate::edit::tests::map;
use crate::edit::tests::push;
use crate::edit::tests::remove;
use crate::edit::tests::set;
use crate::edit::tests::text;

#[test]
fn a_value_is_replaced_where_it_stands() {
    case(
        "a: 1 # k\n\nb: 2\n",
        &[set("a", text("3"))],
        "a: 3 # k\n\nb: 2\n",
    );
    case("a: \"1\" # k\n", &[set("a", text("3"))], "a: 3 # k\n");
    case(
        "a: en\n  lång # k\nb: 1\n",
        &[set("a", text("x"))],
        "a: x # k\nb: 1\n",
    );
    case("a:\n  b\nc: d\n", &[set("a", text("x"))], "a:\n  x\nc: d\n");
    case("'a':  1\n", &[set("a", text("x"))], "'a':  x\n");
    case(
        "a: {b: 1}  # k\n",
        &[set("a", list(&["x"]))],
        "a: [x]  # k\n",
    );
    case(
        "a: # k\n  b: 1\nc: 2\n",
        &[set("a", text("x"))],
        "a: x # k\nc: 2\n",
    );
    case("---\na: 1\n", &[set("a", text("2"))], "---\na: 2\n");
}

#[test]
fn an_empty_value_is_filled_in() {
    case("a:\nb: 1\n", &[set("a", text("2"))], "a: 2\nb: 1\n");
    case("a:  \nb: 1\n", &[set("a", text("2"))], "a: 2\nb: 1\n");
    case(
        "a:   # fyll i\n",
        &[set("a", text("2"))],
        "a: 2   # fyll i\n",
    );
    case(
        "a: {b: , c, d:}\n",
        &[set("a.b", text("2"))],
        "a: {b: 2, c, d:}\n",
    );
    case(
        "a: {b: , c, d: }\n",
        &[set("a.c", text("2"))],
        "a: {b: , c: 2, d: }\n",
    );
    case(
        "a: {b: , c, d: }\n",
        &[set("a.d", text("2"))],
        "a: {b: , c, d: 2}\n",
    );
}

#[test]
fn a_new_key_stands_last_in_its_mapping() {
    case(
        "a: {b: 1 }\n",
        &[set("a.c", text("2"))],
        "a: {b: 1, c: 2 }\n",
    );
    case(
        "a: {}\n",
        &[set("a.c", text("2")), set("a.b", text("1"))],
        "a: {c: 2, b: 1}\n",
    );
    case(
        "a: {b: 1, }\n",
        &[set("a.c", text("2"))],
        "a: {b: 1, c: 2, }\n",
    );
    case(
        "a: 1\n",
        &[set("b", text("2")), set("å b", text("3"))],
        "a: 1\nb: 2\nå b: 3\n",
    );
    let before = "a:\n  b: 1\n\n# om c\nc: 2\n";
    let after = "a:\n  b: 1\n  d: 3\n\n# om c\nc: 2\n";
    case(before, &[set("a.d", text("3"))], after);
    let both = [set("e", text("4")), set("a.d", text("3"))];
    case(before, &both, &format!("{after}e: 4\n"));
    let last = [set("e", text("4")), set("c.d", map(&[("q", "3")]))];
    case("c:\n  b: 1\n", &last, "c:\n  b: 1\n  d: {q: 3}\ne: 4\n");
    case("c:\n  b:\n", &[set("c.d", text("1"))], "c:\n  b:\n  d: 1\n");
}

#[test]
fn a_key_goes_with_its_lines() {
    let before = "a: 1\n# om b\nb: # k\n  c: 1\n  d: |\n    x\n\n    y\n\n# om e\ne: 2\n";
    case(before, &[remove("b")], "a: 1\n# om b\n\n# om e\ne: 2\n");
    case(before, &[remove("a")], &before["a: 1\n".len()..]);
    case(before, &[remove("e")], &before.replace("e: 2\n", ""));
    case(before, &[remove("b.c")], &before.replace("  c: 1\n", ""));
    let none = [remove("b.c"), remove("b.d")];
    case(before, &none, "a: 1\n# om b\nb: {} # k\n\n# om e\ne: 2\n");
    let exchange = [remove("a"), remove("e"), remove("b"), set("f", text("1"))];
    case(before, &exchange, "# om b\n\n# om e\nf: 1\n");
}

#[test]
fn a_text_of_several_lines_stands_below_its_key() {
    let long = || text("Hej.\n\n- ett\n- två\n");
    let laid = "a: |\n  Hej.\n\n  - ett\n  - två\nb: 1\n";
    case("a: x\nb: 1\n", &[set("a", long())], laid);
    case("a:\nb: 1\n", &[set("a", long())], laid);
    case(
        "a:\n  b: 1\n",
        &[set("a.c", text("x\ny"))],
        "a:\n  b: 1\n  c: |-\n    x\n    y\n",
    );
    case(
        "a: x # k\n",
        &[set("a", text("x\ny"))],
        "a: |- # k\n  x\n  y\n",
    );
    case(
        "a: {b: 1}\n",
        &[set("a.b", text("x\ny"))],
        "a: {b: \"x\\ny\"}\n",
    );
    case("a: []\n", &[push("a", text("x\ny"))], "a: [\"x\\ny\"]\n");
    case(
        "a:\n  - x\n",
        &[set("a[0]", text("x\ny"))],
        "a:\n  - |-\n    x\n    y\n",
    );
}

#[test]
fn a_text_on_lines_of_its_own_is_replaced() {
    let before = "a: |  # k\n  Hej\n\n  du.\n\n# om b\nb: 1\n";
    case(
        before,
        &[set("a", text("x"))],
        "a: x  # k\n\n# om b\nb: 1\n",
    );
    let after = before.replace("Hej\n\n  du.", "x\n  y");
    case(before, &[set("a", text("x\ny\n"))], &after);
    case(
        "a: >-\n  x\n  y\nb: 1\n",
        &[set("a", text("z"))],
        "a: z\nb: 1\n",
    );
    case(
        "a: |+\n  x\n\nb: 1\n",
        &[set("a", text("z"))],
        "a: z\nb: 1\n",
    );
    case("a: |\nb: 1\n", &[set("a", text("z"))], "a: z\nb: 1\n");
    case(
        "a:\n  |\n  x\nb: 1\n",
        &[set("a", text("z"))],
        "a:\n  z\nb: 1\n",
    );
    let list = Value::List(vec![map(&[("x", "1")])]);
    case(
        "a: | # k\n  x\n",
        &[set("a", list)],
        "a:  # k\n  - {x: 1}\n",
    );
}

#[test]
fn texts_and_figures_stand_one_to_a_line() {
    case(
        "a: 1\n",
        &[set(
            "b",
            map_of(&[("c", text("ett\ntvå\n")), ("d", text("x"))]),
        )],
        "a: 1\nb:\n  c: |\n    ett\n    två\n  d: x\n",
    );
    case(
        "a: {e: 1}  # k\nb: 2\n",
        &[set(
            "a",
            map_of(&[("c", map(&[("män", "1")])), ("d", map(&[("män", "2")]))]),
        )],
        "a:  # k\n  c: {män: 1}\n  d: {män: 2}\nb: 2\n",
    );
    // In braces everything stays on its line.
    case(
        "a: {b: 1}\n",
        &[set("a.b", map_of(&[("c", text("ett\ntvå"))]))],
        "a: {b: {c: \"ett\\ntvå\"}}\n",
    );
}

fn map_of(pairs: &[(&str, Value)]) -> Value {
    let pairs = pairs.iter();
    Value::Map(
        pairs
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect(),
    )
}
