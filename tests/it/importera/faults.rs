//! What is wrong with a table is told at its cell, and nothing is written.

use crate::importera::Office;
use crate::importera::Said;
use crate::importera::export::Cell;
use crate::importera::export::Export;

#[track_caller]
fn stops(change: impl FnOnce(&mut Export), said: &[&str]) {
    let office = Office::new();
    let before = office.text();
    let mut export = Export::of_the_sample();
    change(&mut export);
    let Said { status, out, err } = office.import("uttag.xlsx", &export.xlsx());
    assert_eq!(status, 1, "{out}{err}");
    for text in said {
        assert!(err.contains(text), "{text} is not in\n{err}");
    }
    assert_eq!(office.text(), before);
    assert!(!office.at("data/exempel-lss/bevakning.yaml").exists());
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[test]
fn a_wrong_date_in_row_41_is_told_as_its_cell() {
    // Row 41 of the beslut stands in row 46 of the sheet.
    stops(
        |export| export.rows[40][6] = text("2023-06-31"),
        &["uttag.xlsx: Blad1!G46", "2023-06-31"],
    );
    stops(
        |export| export.rows[35][5] = text("den 3 blarch"),
        &["Blad1!F41"],
    );
}

#[test]
fn a_missing_column_is_named_with_the_nearest() {
    stops(
        |export| export.headers[3] = "Inssatz".to_owned(),
        &["insats", "«Inssatz»"],
    );
}

#[test]
fn all_bad_cells_are_told_at_once() {
    stops(
        |export| {
            export.rows[0][6] = text("i går");
            export.rows[1][3] = text("Simskola");
            export.rows[2][9] = text("regn");
        },
        &["Blad1!G6", "Blad1!D7", "Blad1!J8"],
    );
}

#[test]
fn one_beslut_twice_names_both_rows() {
    stops(
        |export| {
            let copy = export.rows[2].clone();
            export.rows.push(copy);
        },
        &[
            "raderna Blad1!A8 och Blad1!A94",
            "samma person, insats och datum",
        ],
    );
}

#[test]
fn a_row_that_cannot_be_is_told_at_its_cell() {
    stops(
        |export| export.rows[0][7] = Cell::Day("2020-01-01".parse().unwrap()),
        &["uttag.xlsx: Blad1!H6"],
    );
}

#[test]
fn a_quarter_that_is_not_there_is_not_made() {
    let office = Office::new();
    office.write("uttag.xlsx", &Export::of_the_sample().xlsx());
    let said = office.run(&["importera", "uttag.xlsx", "--kvartal", "2024-Q1"]);
    assert_eq!(said.status, 2);
    assert!(
        said.err.contains("evb ny --kvartal 2024-Q1"),
        "{}",
        said.err
    );
    let said = office.run(&["importera", "finns-inte.xlsx"]);
    assert_eq!(said.status, 2);
    assert!(
        said.err.contains("filen eller mappen finns inte"),
        "{}",
        said.err
    );
}
