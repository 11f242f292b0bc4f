//! Rows of a list: replaced, added, taken away.

use crate::edit::Value;
use crate::edit::Why;
use crate::edit::tests::case;
use crate::edit::tests::edited;
use crate::edit::tests::list;
use crate::edit::tests::map;
use crate::edit::tests::push;
use crate::edit::tests::refuses;
use crate::edit::tests::remove;
use crate::edit::tests::set;
use crate::edit::tests::text;

const ROWS: &str = "\
format: 1
beslut:   # en per rad
  # Ledsagarservice
  - {nr: 1,  kön: man,    insats: x}   # den första
  - {nr: 22, kön: kvinna, insats: y}

  # Slut
texter: {}
";

#[test]
fn a_row_is_replaced_and_its_comment_stays() {
    let after = ROWS.replace(
        "{nr: 1,  kön: man,    insats: x}",
        "{nr: 1, orsak: tackat-nej}",
    );
    let row = map(&[("nr", "1"), ("orsak", "tackat-nej")]);
    case(ROWS, &[set("beslut[0]", row)], &after);
}

#[test]
fn a_value_of_a_row_is_replaced_alone() {
    let after = ROWS.replace("man,   ", "flicka,   ");
    case(ROWS, &[set("beslut[0].kön", text("flicka"))], &after);
    let after = ROWS.replace("insats: y}", "insats: y, delvis: {från: 2023-01-02}}");
    let delvis = map(&[("från", "2023-01-02")]);
    case(ROWS, &[set("beslut[1].delvis", delvis)], &after);
    let after = ROWS.replace(",  kön: man,    insats: x", ",  kön: man");
    case(ROWS, &[remove("beslut[0].insats")], &after);
    let after = ROWS.replace("{nr: 1,  kön", "{kön");
    case(ROWS, &[remove("beslut[0].nr")], &after);
    let all = [
        remove("beslut[0].nr"),
        remove("beslut[0].kön"),
        remove("beslut[0].insats"),
        set("beslut[0].id", text("A-1")),
    ];
    let after = ROWS.replace("nr: 1,  kön: man,    insats: x", "id: A-1");
    case(ROWS, &all, &after);
    case(ROWS, &all[..3], &after.replace("id: A-1", ""));
}

#[test]
fn a_row_is_added_after_the_last() {
    let last = "  - {nr: 22, kön: kvinna, insats: y}\n";
    let after = ROWS.replace(last, &format!("{last}  - {{nr: 3}}\n  - {{nr: 4}}\n"));
    let rows = [
        push("beslut", map(&[("nr", "3")])),
        push("beslut", map(&[("nr", "4")])),
    ];
    case(ROWS, &rows, &after);
    let mut exchanged = vec![remove("beslut[0]"), remove("beslut[1]")];
    exchanged.extend(rows);
    let after = after.replace(last, "");
    let after = after.replace("  - {nr: 1,  kön: man,    insats: x}   # den första\n", "");
    case(ROWS, &exchanged, &after);
}

#[test]
fn rows_are_taken_away_line_by_line() {
    let after = ROWS.replace("  - {nr: 22, kön: kvinna, insats: y}\n", "");
    case(ROWS, &[remove("beslut[1]")], &after);
    let first = "  - {nr: 1,  kön: man,    insats: x}   # den första\n";
    let after = after.replace(first, "").replace("beslut:", "beslut: []");
    case(ROWS, &[remove("beslut[0]"), remove("beslut[1]")], &after);
    case("b:\n- {a: 1}\n", &[remove("b[0]")], "b: []\n");
    let block = "b:\n  - a: 1\n    c: |\n      hej\n\n  - a: 2\nd: 1\n";
    case(block, &[remove("b[0]")], "b:\n\n  - a: 2\nd: 1\n");
    case(
        block,
        &[remove("b[1]")],
        "b:\n  - a: 1\n    c: |\n      hej\n\nd: 1\n",
    );
}

#[test]
fn an_empty_list_becomes_rows() {
    let row = || push("b", map(&[("nr", "1")]));
    let rows = "b:\n  - {nr: 1}\nc: 2\n";
    case("b: []\nc: 2\n", &[row()], rows);
    case("b:\nc: 2\n", &[row()], rows);
    case("c: 2\n", &[row()], "c: 2\nb:\n  - {nr: 1}\n");
    case(
        "b: [] # inga\nc: 2\n",
        &[row()],
        "b: # inga\n  - {nr: 1}\nc: 2\n",
    );
    case(
        "b:   # inga\nc: 2\n",
        &[row()],
        "b:   # inga\n  - {nr: 1}\nc: 2\n",
    );
    case(
        "b: [{nr: 2}]\n",
        &[remove("b[0]"), row()],
        "b:\n  - {nr: 1}\n",
    );
    let inner = push("a[0].b", map(&[("nr", "1")]));
    case("a:\n  - {b: []}\n", &[inner], "a:\n  - {b: [{nr: 1}]}\n");
    let whole = Value::List(vec![map(&[("nr", "1")]), map(&[("nr", "2")])]);
    let after = "b: # k\n  - {nr: 1}\n  - {nr: 2}\n";
    case("b: [] # k\n", &[set("b", whole.clone())], after);
    case(
        "b:\n  - {nr: 9} # k\n",
        &[set("b", whole)],
        &after.replace(" # k", ""),
    );
}

#[test]
fn a_list_in_brackets_grows_inside_them() {
    case("b: []\n", &[push("b", text("x"))], "b: [x]\n");
    case("b: [x]\n", &[push("b", text("y, z"))], "b: [x, \"y, z\"]\n");
    case("b: [x, ]\n", &[push("b", text("y"))], "b: [x, y, ]\n");
    case(
        "b: [x # k\n  ]\n",
        &[push("b", text("y"))],
        "b: [x, y # k\n  ]\n",
    );
    case(
        "b: [{a: 1}]\n",
        &[push("b", map(&[("a", "2")]))],
        "b: [{a: 1}, {a: 2}]\n",
    );
    case("b: [x, y, z]\n", &[remove("b[1]")], "b: [x, z]\n");
    case(
        "b: [x, y, z]\n",
        &[remove("b[0]"), remove("b[1]")],
        "b: [z]\n",
    );
    case("b: [x, y]\n", &[remove("b[0]"), remove("b[1]")], "b: []\n");
    let exchange = [remove("b[1]"), push("b", text("q"))];
    case("b: [x, y]\n", &exchange, "b: [x, q]\n");
    case(
        "b:\n",
        &[push("b", text("x")), push("b", text("y"))],
        "b: [x, y]\n",
    );
}

#[test]
fn lists_without_indent_and_in_lists_keep_their_form() {
    case(
        "b:\n- x\nc: 1\n",
        &[push("b", text("y"))],
        "b:\n- x\n- y\nc: 1\n",
    );
    case(
        "b:\n-   x\n-\n",
        &[set("b[1]", text("y"))],
        "b:\n-   x\n- y\n",
    );
    let nested = "b:\n  - - x\n    - y\n";
    case(
        nested,
        &[push("b[0]", text("z"))],
        "b:\n  - - x\n    - y\n    - z\n",
    );
    case(nested, &[remove("b[0][0]")], "b:\n  - - y\n");
    case(
        nested,
        &[remove("b[0][0]"), remove("b[0][1]")],
        "b:\n  - []\n",
    );
    case(
        nested,
        &[push("b", list(&["q"]))],
        "b:\n  - - x\n    - y\n  - [q]\n",
    );
}

#[test]
fn a_row_on_several_lines_is_changed_where_it_must_be() {
    let before = "b:\n  - nr: 1 # ett\n    kön: man\n    # k\n    orsak: x\n  - nr: 2\n";
    let after = before.replace("    orsak: x\n", "    orsak: x\n    id: A\n");
    case(before, &[set("b[0].id", text("A"))], &after);
    case(
        before,
        &[remove("b[0].orsak")],
        &before.replace("    orsak: x\n", ""),
    );
    let after = before.replace("nr: 1 # ett\n    kön", "kön");
    case(before, &[remove("b[0].nr")], &after);
    refuses(
        before,
        &[remove("b[0].nr"), remove("b[0].kön")],
        "b[0]",
        Why::Form,
    );
    case(before, &[remove("b[1].nr")], &before.replace("nr: 2", "{}"));
    let row = set("b[0]", map(&[("nr", "1")]));
    case(before, &[row], "b:\n  - {nr: 1}\n  - nr: 2\n");
    let flow = edited(
        "b: [{nr: 1,\n  kön: man, # k\n}]\n",
        &[set("b[0].id", text("A"))],
    );
    assert_eq!(
        flow.as_deref(),
        Ok("b: [{nr: 1,\n  kön: man, id: A, # k\n}]\n")
    );
}
