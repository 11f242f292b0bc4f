//! The same beslut again: what is the same stays byte for byte, and only what
//! differs is another.

use crate::importera::Office;
use crate::importera::export::Cell;
use crate::importera::export::Export;

/// Returns the lines that are in one text and not in the other.
fn changed(before: &str, after: &str) -> Vec<(String, String)> {
    assert_eq!(before.lines().count(), after.lines().count());
    let both = before.lines().zip(after.lines());
    both.filter(|(one, two)| one != two)
        .map(|(one, two)| (one.to_owned(), two.to_owned()))
        .collect()
}

#[test]
fn the_same_export_changes_nothing() {
    let office = Office::new();
    let export = Export::of_the_sample().xlsx();
    office.import("uttag.xlsx", &export);
    let before = office.text();
    let said = office.import("uttag.xlsx", &export);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("88 oförändrade rader"), "{}", said.out);
    assert!(said.out.contains("allt står redan så"), "{}", said.out);
    assert_eq!(office.text(), before);
}

#[test]
fn only_the_rows_that_differ_are_replaced() {
    let office = Office::new();
    let mut export = Export::of_the_sample();
    office.import("uttag.xlsx", &export.xlsx());
    // By hand: a comment beside a row, and a reason that the system does not know.
    let written = office.text().replacen("}\n", "}   # ring i maj\n", 1);
    std::fs::write(office.quarter(), &written).unwrap();
    export.rows[0][7] = Cell::Day("2023-12-20".parse().unwrap());
    export.rows[0][9] = Cell::Empty;
    let said = office.import("uttag.xlsx", &export.xlsx());
    assert!(
        said.out.contains("verkställt: inget blir «2023-12-20»"),
        "{}",
        said.out
    );
    let after = office.text();
    let changed = changed(&written, &after);
    assert_eq!(changed.len(), 1);
    let (before, now) = &changed[0];
    let expected = before.replacen('}', "", 0);
    let (row, comment) = expected.rsplit_once("}   # ring").unwrap();
    assert_eq!(
        *now,
        format!("{row}, verkställt: 2023-12-20}}   # ring{comment}")
    );
}

#[test]
fn a_row_that_is_gone_stays_and_is_told() {
    let office = Office::new();
    let mut export = Export::of_the_sample();
    office.import("uttag.xlsx", &export.xlsx());
    let before = office.text();
    export.rows.remove(3);
    let said = office.import("uttag.xlsx", &export.xlsx());
    assert!(
        said.out.contains("Finns i kvartalet men inte i filen"),
        "{}",
        said.out
    );
    assert_eq!(office.text(), before);
}

/// The decision date turns up for a row that was known by its interruption.
#[test]
fn an_id_once_written_is_kept() {
    let office = Office::new();
    let mut export = Export::of_the_sample();
    office.import("uttag.xlsx", &export.xlsx());
    let before = office.text();
    export.rows[0][5] = Cell::Day("2021-05-03".parse().unwrap());
    let said = office.import("uttag.xlsx", &export.xlsx());
    assert_eq!(said.status, 0, "{}", said.err);
    let after = office.text();
    let lines = changed(&before, &after);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].1.contains("beslutsdatum: 2021-05-03"));
    let id = |line: &str| line.split("id: ").nth(1).unwrap()[..14].to_owned();
    assert_eq!(id(&lines[0].0), id(&lines[0].1));
}

/// What is not yet to be reported waits beside, and moves when it is time.
#[test]
fn what_is_not_yet_due_waits_in_bevakning() {
    let office = Office::new();
    let mut export = Export::of_the_sample();
    export.rows.truncate(20);
    export.rows[10][5] = Cell::Day("2023-11-02".parse().unwrap());
    export.rows[10][7] = Cell::Empty;
    office.write("uttag.xlsx", &export.xlsx());
    let said = office.run(&["importera", "uttag.xlsx", "--ja"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(
        said.out
            .contains("bevakning.yaml (ännu inte tre månader): 1 ny rad"),
        "{}",
        said.out
    );
    let watched = std::fs::read_to_string(office.at("data/exempel-lss/bevakning.yaml")).unwrap();
    assert!(watched.contains("beslutsdatum: 2023-11-02") && watched.contains("nyckelavtryck:"));
    // Written by hand while it waited.
    let by_hand = watched.replace(
        "2023-11-02",
        "2023-11-02, rapporterat: [2023-12-01], anteckning: ringt",
    );
    std::fs::write(office.at("data/exempel-lss/bevakning.yaml"), by_hand).unwrap();
    // All of them belong to the quarter after all.
    let said = office.run(&["importera", "uttag.xlsx", "--ja", "--alla"]);
    assert!(said.out.contains("1 rad tas bort ur den"), "{}", said.out);
    let watched = std::fs::read_to_string(office.at("data/exempel-lss/bevakning.yaml")).unwrap();
    assert!(!watched.contains("2023-11-02"), "{watched}");
    let text = office.text();
    let row = text
        .lines()
        .find(|line| line.contains("2023-11-02"))
        .unwrap();
    assert!(
        row.contains("rapporterat: [2023-12-01], anteckning: ringt"),
        "{row}"
    );
}

/// Rows that lack a reason come back as a list; filled in, it is imported.
#[test]
fn missing_reasons_come_back_as_a_list_to_fill_in() {
    let office = Office::new();
    let mut export = Export::of_the_sample();
    export.rows[0][9] = Cell::Empty;
    export.rows[23][9] = Cell::Empty;
    office.write("uttag.xlsx", &export.xlsx());
    let said = office.run(&[
        "importera",
        "uttag.xlsx",
        "--ja",
        "--alla",
        "--orsaker",
        "fyll-i.csv",
    ]);
    assert_eq!(said.status, 0, "{}", said.err);
    let list = std::fs::read_to_string(office.at("fyll-i.csv")).unwrap();
    assert_eq!(list.lines().count(), 3, "{list}");
    let filled: Vec<_> = list
        .lines()
        .map(|line| match line.strip_suffix(';') {
            Some(row) => format!("{row};personal"),
            None => line.to_owned(),
        })
        .collect();
    office.write("fyll-i.csv", filled.join("\r\n").as_bytes());
    let before = office.text();
    let said = office.run(&["importera", "fyll-i.csv", "--ja"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let lines = changed(&before, &office.text());
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|(_, now)| now.contains("orsak: personal")));
}

/// Import, workbook, import: nothing has moved.
#[test]
fn the_workbook_of_an_import_changes_nothing() {
    let office = Office::new();
    office.import("uttag.xlsx", &Export::of_the_sample().xlsx());
    let before = std::fs::read(office.quarter()).unwrap();
    let made = office.run(&["ny", "--excel", "--kvartal", "2023-Q4"]);
    assert_eq!(made.status, 0, "{}", made.err);
    let book = "data/exempel-lss/exempel-lss-2023-Q4.xlsx";
    assert!(office.at(book).exists(), "{}", made.out);
    let said = office.run(&["importera", book, "--ja"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("88 oförändrade rader"), "{}", said.out);
    assert_eq!(std::fs::read(office.quarter()).unwrap(), before);
    // It belongs to this quarter and to no other.
    let said = office.run(&["importera", book, "--ja", "--kvartal", "2023-Q3"]);
    assert_eq!(said.status, 2);
    assert!(
        said.err.contains("arbetsboken hör till 2023-Q4"),
        "{}",
        said.err
    );
}

/// What is decided is not touched, and whoever imports is told.
#[test]
fn a_decided_quarter_is_told() {
    let office = Office::new();
    let mut export = Export::of_the_sample();
    office.import("uttag.xlsx", &export.xlsx());
    let decided = office.run(&["faststall", "2023-Q4"]);
    assert_eq!(decided.status, 0, "{}", decided.err);
    let same = office.import("uttag.xlsx", &export.xlsx());
    assert!(!same.err.contains("är fastställt"), "{}", same.err);
    export.rows[0][9] = Cell::Text("personal".to_owned());
    let said = office.import("uttag.xlsx", &export.xlsx());
    assert_eq!(said.status, 0);
    assert!(
        said.err.contains("obs: 2023-Q4 är fastställt"),
        "{}",
        said.err
    );
}
