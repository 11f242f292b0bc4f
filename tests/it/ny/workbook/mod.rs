//! The workbook: what stands in the file stands in the sheets, what is left alone
//! changes nothing, and what is changed is changed in the file.

use std::collections::BTreeSet;
use std::path::Path;

use evb::edit;
use evb::edit::Change;
use evb::finding::Finding;
use evb::import::Book;
use evb::import::book;
use evb::import::merge;
use evb::import::workbook;
use evb::import::workbook::Sheet;
use evb::import::workbook::cell;
use evb::load;
use evb::load::catalogue::built_in;
use evb::load::keys;
use evb::load::source::Source;
use evb::model::quarter::Quarter;
use evb::pipeline;
use evb::pipeline::begin::Begun;
use evb::pipeline::begin::quarter::Wish;
use evb::pipeline::bring;
use evb::scaffold;
use evb::validate;
use evb::validate::vocabulary::Vocabulary;
use rust_xlsxwriter::Workbook;

use crate::build::files;
use crate::facts::root;
use crate::ny::Desk;
use crate::ny::why;

mod begun;
mod faults;

fn source(text: &str) -> Source {
    let (source, findings) = Source::read("2026-Q3.yaml".into(), text.as_bytes());
    assert!(findings.is_empty(), "{findings:?}");
    source
}

fn vocabulary(namnd: &str) -> Vocabulary {
    let loaded = load::load(&root().join("data").join(namnd)).unwrap();
    let day = "2026-09-30".parse().unwrap();
    validate::vocabulary::on(&loaded.folders[0].namnd, &built_in(), day).0
}

fn written(source: &Source, before: Option<&Source>, vocabulary: &Vocabulary) -> Vec<u8> {
    let taken: BTreeSet<String> = merge::ids(source).into_iter().map(str::to_owned).collect();
    let wanted = scaffold::workbook::Wanted {
        folder: "exempelkommun",
        namnd: "Socialnämnden",
        quarter: "2026-Q3".parse().unwrap(),
        source,
        before,
        vocabulary,
        taken: &taken,
    };
    let bytes = scaffold::workbook::bytes(&wanted).unwrap();
    assert!(
        bytes == scaffold::workbook::bytes(&wanted).unwrap(),
        "the same bytes"
    );
    bytes
}

/// Returns what a workbook changes in a file.
fn changes(bytes: &[u8], source: &Source) -> (Vec<Change>, Vec<Finding>) {
    let book = book::open(bytes).unwrap();
    workbook::sheets("bok.xlsx", &book, source, &vocabulary("exempelkommun"))
}

/// Returns the texts of a sheet below its headers, row by row.
fn texts(book: &Book, sheet: &str, columns: u32) -> Vec<Vec<String>> {
    let rows = book.sheet(sheet).unwrap().rows.iter().skip(1);
    rows.map(|row| {
        let cell = |column| row.get(column).map(book::Cell::written).unwrap_or_default();
        (0..columns).map(cell).collect()
    })
    .collect()
}

#[test]
fn a_workbook_nobody_has_touched_changes_nothing() {
    let mut quarters = 0;
    for folder in &load::load(&root().join("data")).unwrap().folders {
        let mut before = None;
        for (quarter, source) in &folder.quarters {
            let day = quarter.last_day();
            let vocabulary = validate::vocabulary::on(&folder.namnd, &built_in(), day).0;
            let bytes = written(source, before, &vocabulary);
            let expected: Quarter = "2026-Q3".parse().unwrap();
            let ours = workbook::is_ours(&bytes);
            assert_eq!(ours, Some(("exempelkommun".to_owned(), expected)));
            let book = book::open(&bytes).unwrap();
            let (changes, findings) = workbook::sheets("bok.xlsx", &book, source, &vocabulary);
            assert_eq!(changes, [], "{}", source.path);
            assert!(findings.is_empty(), "{findings:?}");
            rows_are_told(&book, source);
            before = Some(source);
            quarters += 1;
        }
    }
    assert!(quarters >= 11);
}

/// Holds the sheet «Beslut» against the rows of a file.
#[track_caller]
fn rows_are_told(book: &Book, source: &Source) {
    let table = keys::QUARTER.key("beslut").unwrap().kind.table().unwrap();
    let sheet = book.sheet("Beslut").unwrap();
    let heads: Vec<_> = sheet.rows[0]
        .cells
        .iter()
        .map(|(_, cell)| cell.written())
        .collect();
    let names: Vec<_> = table.keys.iter().map(|key| key.name).collect();
    assert_eq!(heads, names);
    let list = source.root.as_ref().unwrap().get("beslut");
    let items = list.map_or(&[][..], |list| list.items());
    let rows = texts(book, "Beslut", u32::try_from(names.len()).unwrap());
    for (item, row) in items.iter().zip(&rows) {
        for (key, said) in table.keys.iter().zip(row) {
            let value = item.get(key.name).map(cell::value_of);
            let value = value.map_or(String::new(), |value| cell::text(&key.kind, &value));
            assert_eq!(*said, value, "{}", key.name);
        }
    }
    let blank = &rows[items.len()..];
    assert_eq!(blank.len(), 200);
    assert!(
        blank
            .iter()
            .all(|row| row.iter().filter(|said| !said.is_empty()).count() == 1)
    );
}

const FILE: &str = "\
format: 1
kvartal: 2026-Q3
beslut: []
pågående:
  hemtjanst:  {män: 1, kvinnor: 2}   # kommun
  ledsagning: 30
texter:
  # behålls
  analys: |
    En rad
    och en till.

    Nytt stycke.
  barn: Kort.
utförare:
  - {namn: Utförare A, insatser: [hemtjanst], rapporterat: ja}   # den stora
  - {namn: Utförare B, rapporterat: nej, kvalitet: \"Svar saknas.\"}
handlingar:
  - {id: rapport, slag: rapport, datum: 2026-10-26, lag: [SoL, LSS]}
  - {id: tjut, slag: tjänsteutlåtande, tidigare: [rapport, {instans: KS, datum: 2026-01-02}]}
";

/// Writes a workbook of one file, reads it against [`FILE`], and holds the result
/// against what the file then should be.
#[track_caller]
fn case(changed: &[(&str, &str)], count: usize) -> String {
    let mut text = FILE.to_owned();
    for (from, to) in changed {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let wanted = source(&text);
    let bytes = written(&wanted, None, &vocabulary("exempelkommun"));
    let standing = source(FILE);
    let (changes, findings) = changes(&bytes, &standing);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(changes.len(), count, "{changes:?}");
    let after = edit::apply(&standing, &changes).unwrap();
    let read = source(&after);
    for sheet in Sheet::ALL {
        let cells = |source: &Source| -> Vec<_> {
            let lines = sheet.lines(source).into_iter();
            lines.map(|line| line.cells).collect()
        };
        assert_eq!(cells(&read), cells(&wanted), "{}", sheet.name());
    }
    after
}

#[test]
fn only_what_is_changed_is_written() {
    let after = case(&[("ledsagning: 30", "ledsagning: {män: 9, annat: 0}")], 1);
    assert_eq!(
        after,
        FILE.replace("ledsagning: 30", "ledsagning: {män: 9, annat: 0}")
    );
    let after = case(&[("rapporterat: nej", "rapporterat: ja")], 1);
    assert_eq!(after, FILE.replace("rapporterat: nej", "rapporterat: ja"));
    let after = case(
        &[(
            "datum: 2026-10-26, lag",
            "datum: 2026-10-27, paragraf: 12, lag",
        )],
        2,
    );
    assert!(after.contains(
        "{id: rapport, slag: rapport, datum: 2026-10-27, lag: [SoL, LSS], paragraf: 12}"
    ));
    case(&[(", {instans: KS, datum: 2026-01-02}", "")], 1);
    case(&[("insatser: [hemtjanst], ", "")], 1);
}

#[test]
fn rows_come_and_go() {
    let new = "  - {namn: Utförare C, rapporterat: ja, kvalitet: Bra.}\nhandlingar:";
    let after = case(&[("handlingar:", new)], 1);
    assert!(
        after.contains(
            "\"Svar saknas.\"}\n  - {namn: Utförare C, rapporterat: ja, kvalitet: Bra.}\n"
        )
    );
    case(
        &[("  ledsagning: 30\n", "  ledsagning: 30\n  boendestod: 4\n")],
        1,
    );
    let after = case(
        &[("  hemtjanst:  {män: 1, kvinnor: 2}   # kommun\n", "")],
        1,
    );
    assert!(!after.contains("hemtjanst:"));
    let both = "  hemtjanst:  {män: 1, kvinnor: 2}   # kommun\n  ledsagning: 30\n";
    let after = case(&[(&format!("pågående:\n{both}"), "")], 1);
    assert!(!after.contains("pågående"));
}

#[test]
fn texts_are_written_as_a_person_would() {
    let after = case(&[("    och en till.\n", "    och tre till.\n")], 1);
    assert!(
        after.contains("  # behålls\n  analys: |\n    En rad och tre till.\n\n    Nytt stycke.\n")
    );
    case(&[("  barn: Kort.\n", "")], 1);
    let item = format!("    - {}\n", "ett ord ".repeat(20).trim());
    let after = case(
        &[(
            "    Nytt stycke.\n",
            &format!("    Nytt stycke.\n\n{item}    - två\n"),
        )],
        1,
    );
    assert!(
        after.lines().all(|line| line.chars().count() <= 104),
        "{after}"
    );
}

#[test]
fn a_new_quarter_is_filled_in_from_nothing() {
    let bare = "format: 1\nkvartal: 2026-Q3\nbeslut: []\n# texter:\n";
    let bytes = written(&source(FILE), None, &vocabulary("exempelkommun"));
    let standing = source(bare);
    let (changes, findings) = changes(&bytes, &standing);
    assert!(findings.is_empty());
    let after = edit::apply(&standing, &changes).unwrap();
    insta::assert_snapshot!(after);
}

#[test]
fn what_the_quarter_before_had_is_suggested_and_changes_nothing() {
    let bare = source("format: 1\nkvartal: 2026-Q3\nbeslut: []\n");
    let bytes = written(&bare, Some(&source(FILE)), &vocabulary("exempelkommun"));
    let book = book::open(&bytes).unwrap();
    let first = |sheet: &str| -> Vec<_> {
        texts(&book, sheet, 2)
            .into_iter()
            .map(|row| row.join(" ").trim().to_owned())
            .collect()
    };
    assert_eq!(first("Pågående"), ["hemtjanst", "ledsagning"]);
    assert_eq!(first("Texter"), ["analys", "barn"]);
    assert_eq!(first("Utförare"), ["Utförare A hemtjanst", "Utförare B"]);
    assert!(first("Handlingar").is_empty());
    let (changes, findings) = changes(&bytes, &bare);
    assert!(
        changes.is_empty() && findings.is_empty(),
        "{changes:?} {findings:?}"
    );
}

#[test]
fn another_workbook_is_not_ours() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Beslut").unwrap();
    assert_eq!(workbook::is_ours(&book.save_to_buffer().unwrap()), None);
    assert_eq!(workbook::is_ours(b"kvartal;2026-Q3\n"), None);
}
