//! Texts on one line: plain or in quotes.

use crate::edit::Value;
use crate::edit::flow;
use crate::edit::tests::list;
use crate::edit::tests::map;
use crate::edit::tests::text;
use crate::load::source::Source;

/// Holds a text against how it is written in `{…}`, and both forms against how
/// they are read.
#[track_caller]
fn case(said: &str, written: &str) {
    assert_eq!(flow(&text(said)), written);
    let read = |yaml: String| {
        let (source, faults) = Source::read("prov.yaml".into(), yaml.as_bytes());
        assert!(faults.is_empty(), "{yaml}");
        source.root
    };
    let row = read(format!("b: [{{a: {written}, c: 1}}]\n")).expect("a tree");
    let value = row.get("b").expect("b").items()[0].get("a");
    assert_eq!(value.expect("a").text(), Some(said));
}

#[test]
fn what_reads_as_itself_is_plain() {
    for plain in [
        "1",
        "A-0137",
        "NF 2024/00004-8.0.5",
        "2023-02-30",
        "tackat-nej",
        "kl. 12:30",
        "a#b",
        "9 § 3",
        "ja",
        "~",
        "Säger \"nej\"",
        "(x)",
        "…",
        "a\u{A0}b",
        "=1",
        "0123",
    ] {
        case(plain, plain);
    }
}

#[test]
fn what_reads_as_something_else_is_quoted() {
    case("", "\"\"");
    for quoted in [
        "a: b", "a:", "a #b", "#b", "-", "-1", "- a", "? a", ": a", "a, b", "[a]", "a]", "{a}",
        "a}", "&a", "*a", "!a", "|", ">", "'a'", "%a", "@a", "`a", " a", "a ", ",", ":a", "a:,b",
        "\u{A0}a", "---", "...a, b",
    ] {
        case(quoted, &format!("\"{quoted}\""));
    }
    case("\"a\"", "\"\\\"a\\\"\"");
    case("a\\: b", "\"a\\\\: b\"");
    case("a\nb\tc\r", "\"a\\nb\\tc\\r\"");
    case(
        "a\u{7}\u{85}\u{2028}\u{FEFF}b",
        "\"a\\u0007\\u0085\\u2028\\uFEFFb\"",
    );
}

#[test]
fn a_row_stands_on_one_line() {
    let row = Value::Map(vec![
        ("nr".to_owned(), text("1")),
        (
            "delvis".to_owned(),
            map(&[("från", "2023-02-13"), ("omfattning", "två, tre")]),
        ),
        (
            "rapporterat".to_owned(),
            list(&["2023-10-02", "2024-01-10"]),
        ),
        ("a: b".to_owned(), Value::List(vec![])),
    ]);
    let written = "{nr: 1, delvis: {från: 2023-02-13, omfattning: \"två, tre\"}, rapporterat: \
                   [2023-10-02, 2024-01-10], \"a: b\": []}";
    assert_eq!(flow(&row), written);
}

#[test]
fn a_text_is_written_as_it_is_read() {
    assert_eq!(flow(&text("a\u{30A}")), "å");
    assert_eq!(flow(&map(&[("a\u{30A}", "o\u{308}:")])), "{å: \"ö:\"}");
}
