//! What must hold for any input, whoever wrote it.
//!
//! Bytes go in as a nämnd's files, all in memory, through every room up to
//! `compose`; nothing comes out but a panic where a promise is broken. libFuzzer
//! calls these functions with bytes of its own, and `cargo test` with the files
//! of `corpus/`. Setting pages is not here: Typst has its own fuzzers.

use std::sync::LazyLock;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use evb::compose::Document;
use evb::finding::draw;
use evb::finding::draw::Placed;
use evb::load;
use evb::load::catalogue;
use evb::load::catalogue::Catalogue;
use evb::load::tree::Node;
use evb::personal;
use evb::personal::Kind;
use evb::pipeline;
use evb::render::Press;

const NAMND: &str = "\
format: 1
kommun: Provköping
nämnd: Provnämnden
profiler: {rapport: öppen}
";

/// A quarter that is in order, without texts and without documents.
const QUARTER: &str = "\
format: 1
kvartal: 2023-Q4
uppgifter_daterade: 2024-01-10
beslut:
  - {nr: 1, kön: man, insats: ledsagarservice, avbrott: 2023-01-12, orsak: tackat-nej}
  - {nr: 2, kön: flicka, insats: ledsagarservice, beslutsdatum: 2023-05-02}
";

const ORDER: &str = "handlingar:\n  - {id: rapport, slag: rapport}\n";

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(catalogue::built_in);

/// Only asked for the names of its fonts.
static PRESS: LazyLock<Press> =
    LazyLock::new(|| Press::new(&[], &load::fonts::BUILT_IN, load::templates::all(&[])));

/// Takes bytes as one of a nämnd's two files, beside another that is in order:
/// after an `n` as `namnd.yaml`, after any other byte as a quarter.
pub fn yaml(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    if *first == b'n' {
        let quarter = format!("{QUARTER}{ORDER}");
        check(&[("namnd.yaml", rest), ("2023-Q4.yaml", quarter.as_bytes())]);
    } else {
        check(&[("namnd.yaml", NAMND.as_bytes()), ("2023-Q4.yaml", rest)]);
    }
}

/// Takes bytes as what a person may write freely: the texts of a document, a
/// note about a row, and the id of a row.
pub fn texter(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let quoted = quoted(text);
    let row = |key: &str| {
        let beslut = "kön: man, insats: ledsagarservice, avbrott: 2023-01-12";
        format!("  - {{{beslut}, {key}: {quoted}}}\n")
    };
    let texts = format!("texter:\n  analys: {quoted}\n  ledsagarservice: {quoted}\n{ORDER}");
    let of = |quarter: &str, rest: &str| QUARTER.replace("2023-Q4", quarter) + rest;
    let (told, noted, named) = (
        of("2023-Q4", &texts),
        of("2023-Q3", &row("anteckning")),
        of("2023-Q2", &row("id")),
    );
    let files: [(&str, &[u8]); 4] = [
        ("namnd.yaml", NAMND.as_bytes()),
        ("2023-Q4.yaml", told.as_bytes()),
        ("2023-Q3.yaml", noted.as_bytes()),
        ("2023-Q2.yaml", named.as_bytes()),
    ];
    is_read_as_written(&files, text);
    for document in check(&files) {
        let placeholders = text.contains('{');
        for printed in printed(&document.value) {
            may_be_printed(&printed, placeholders);
        }
    }
}

/// Runs the rooms over a nämnd's files, twice, and looks at all that is said.
fn check(files: &[(&str, &[u8])]) -> Vec<Document> {
    let run = || pipeline::check(load::in_memory("prov", files), &CATALOGUE, &PRESS);
    let drawn = |findings: &[Placed]| {
        [
            draw::human(findings, false),
            draw::human(findings, true),
            draw::short(findings),
            draw::as_json(findings),
            draw::summary(findings),
        ]
    };
    let ((documents, findings), (again, found_again)) = (run(), run());
    let said = drawn(&findings);
    assert_eq!(said, drawn(&found_again), "said otherwise the second time");
    let values = |documents: &[Document]| {
        let values = documents.iter().map(|document| document.value.clone());
        values.collect::<Vec<_>>()
    };
    assert_eq!(values(&documents), values(&again), "composed otherwise");
    let json: Value = serde_json::from_str(&said[3]).expect("what is told as JSON is JSON");
    for text in texts(&json) {
        shows_nobody(text);
    }
    for placed in &findings {
        stands_in_its_file(placed, files);
    }
    documents
}

/// Holds a place against the file: the line is there, the column is on it, what
/// is shown is what stands there, and what is personal is hidden.
fn stands_in_its_file(placed: &Placed, files: &[(&str, &[u8])]) {
    shows_nobody(&placed.finding.message);
    shows_nobody(&placed.finding.help);
    let Some(place) = &placed.place else { return };
    shows_nobody(&place.text);
    shows_nobody(&place.text.replace(['*', '_', '\\', '`'], ""));
    let file = |(name, _): &&(&str, &[u8])| *placed.finding.file == format!("prov/{name}");
    let (_, bytes) = files.iter().find(file).expect("a finding's file exists");
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let line = text
        .split('\n')
        .nth(place.line - 1)
        .expect("the line is there");
    let before = place
        .text
        .get(..place.range.start)
        .expect("a range of text");
    let meant = place
        .text
        .get(place.range.clone())
        .expect("a range of text");
    let length = line.chars().count();
    assert!(
        (1..=length + 1).contains(&place.column),
        "column {}",
        place.column
    );
    let at_end = place.column == length + 1;
    assert_eq!(meant.is_empty(), at_end, "nothing is meant in «{line}»");
    let skipped = place.column - 1 - before.chars().count();
    let hits = personal::find(line);
    let hidden = |at: usize| hits.iter().any(|hit| hit.range.contains(&at));
    let mut written = line.char_indices().skip(skipped);
    for shown in place.text.chars() {
        let (at, c) = written.next().expect("what is shown stands on the line");
        assert!(shown == c || shown == '•', "«{shown}» is shown for «{c}»");
        assert!(shown == '•' || !hidden(at), "part of a hit is shown");
    }
}

#[track_caller]
fn shows_nobody(text: &str) {
    assert_eq!(personal::find(text), [], "personal data in what is told");
}

/// Holds the trees against what was quoted into the files.
fn is_read_as_written(files: &[(&str, &[u8])], text: &str) {
    let folder = load::in_memory("prov", files);
    let text: String = text.nfc().collect();
    let own = |root: &Node| Some(root.get("texter")?.get("analys")?.text()? == text);
    let last =
        |root: &Node, key| Some(root.get("beslut")?.items().last()?.get(key)?.text()? == text);
    let [(_, named), (_, noted), (_, told)] = folder.quarters.as_slice() else {
        panic!("three quarters are read");
    };
    let is = [
        told.root.as_ref().and_then(own),
        noted
            .root
            .as_ref()
            .and_then(|root| last(root, "anteckning")),
        named.root.as_ref().and_then(|root| last(root, "id")),
    ];
    assert_eq!(is, [Some(true); 3], "a quoted text is not read as written");
}

/// Looks at a paragraph or an item of a finished document. A street address is
/// a warning only; a figure in place of a placeholder is ours.
fn may_be_printed(printed: &str, placeholders: bool) {
    let coverage = load::fonts::Coverage::new(&[]);
    assert_eq!(coverage.missing(printed), None, "«{printed}»");
    let mut hits = personal::find(printed);
    hits.retain(|hit| hit.kind != Kind::Adress);
    assert!(placeholders || hits.is_empty(), "personal data is printed");
}

/// Returns the paragraphs and items of a value, each as one text.
fn printed(value: &Value) -> Vec<String> {
    let text = |run: &Value| run["text"].as_str().map(str::to_owned);
    match value {
        Value::Array(list) if list.first().and_then(text).is_some() => {
            vec![list.iter().filter_map(text).collect()]
        }
        Value::Array(list) => list.iter().flat_map(printed).collect(),
        Value::Object(map) => map.values().flat_map(printed).collect(),
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => vec![],
    }
}

/// Returns every text in a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(map) => map.values().flat_map(texts).collect(),
        Value::Number(_) | Value::Bool(_) | Value::Null => vec![],
    }
}

/// Returns a text in YAML's double quotes, on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            ' '..='~' | '\u{A1}'..='\u{17F}' => quoted.push(c),
            _ => quoted.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    quoted + "\""
}
