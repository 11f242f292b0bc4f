//! From an export to the papers.

use std::path::Path;
use std::process::Command;

use evb::load;
use evb::load::catalogue::built_in;
use evb::pipeline;
use evb::render::Press;
use serde_json::Value;

use crate::facts::root;
use crate::importera::Office;
use crate::importera::export::Export;

/// Returns Bilaga 1 of the last quarter's report.
fn bilaga_1(namnd: &Path) -> Value {
    let loaded = load::load(namnd).unwrap();
    let folder = loaded.folders.into_iter().next().unwrap();
    let press = Press::new(&[], &load::fonts::BUILT_IN, load::templates::all(&[]));
    let (documents, _) = pipeline::check(folder, &built_in(), &press);
    let report = documents
        .iter()
        .find(|d| d.envelope.id == "rapport" && d.envelope.quarter.to_string() == "2023-Q4");
    report.unwrap().value["bilaga_1"].clone()
}

#[test]
fn eighty_eight_rows_become_the_samples_bilaga_1() {
    let office = Office::new();
    let export = Export::of_the_sample();
    let said = office.import("uttag.xlsx", &export.xlsx());
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("88 nya rader"), "{}", said.out);
    assert!(said.out.contains("används inte: «Namn»"), "{}", said.out);
    let (made, sample) = (
        bilaga_1(&office.namnd()),
        bilaga_1(&root().join("data/exempel-lss")),
    );
    assert!(!sample.is_null());
    assert_eq!(made, sample);
}

#[test]
fn no_personnummer_is_in_any_file_or_in_what_is_said() {
    let office = Office::new();
    let export = Export::of_the_sample();
    let bytes = export.xlsx();
    office.write("uttag.xlsx", &bytes);
    let arguments = [
        "importera",
        "uttag.xlsx",
        "--alla",
        "--ja",
        "--detaljer",
        "--nyckellista",
    ];
    let mut said = office.run(&arguments);
    let built = office.run(&["bygg", "--kvartal", "2023-Q4"]);
    said.out.push_str(&(said.err + &built.out + &built.err));
    std::fs::remove_file(office.at("uttag.xlsx")).unwrap();
    let mut texts = vec![said.out];
    let mut papers = 0;
    for entry in walkdir::WalkDir::new(office.folder.path()) {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap();
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "pdf")
        {
            papers += 1;
            let text = Command::new("pdftotext")
                .arg(entry.path())
                .arg("-")
                .output()
                .unwrap();
            texts.push(String::from_utf8_lossy(&text.stdout).into_owned());
        }
    }
    assert!(papers > 3);
    let numbers = export.numbers();
    assert_eq!(numbers.len(), 5 * 88);
    for text in &texts {
        for number in &numbers {
            assert!(!text.contains(number.as_str()), "{number}");
        }
        assert!(!text.contains("Testperson"));
    }
}

#[test]
fn csv_gives_the_same_quarter_as_xlsx() {
    let (one, two) = (Office::new(), Office::new());
    let export = Export::of_the_sample();
    assert_eq!(one.import("uttag.xlsx", &export.xlsx()).status, 0);
    let said = two.import("uttag.csv", &export.csv());
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(one.text(), two.text());
}

/// The four rows that ended too early are left out, and told.
#[test]
fn an_export_is_sorted_by_its_dates() {
    let office = Office::new();
    office.write("uttag.xlsx", &Export::of_the_sample().xlsx());
    let said = office.run(&["importera", "uttag.xlsx", "--ja"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("84 nya rader"), "{}", said.out);
    for row in [7, 14, 46, 18] {
        assert!(said.out.contains(&format!("Blad1!A{row}")), "{}", said.out);
    }
}

#[test]
fn without_a_yes_nothing_is_written() {
    let office = Office::new();
    let before = office.text();
    office.write("uttag.xlsx", &Export::of_the_sample().xlsx());
    let said = office.run(&["importera", "uttag.xlsx", "--alla"]);
    assert_eq!(said.status, 0);
    assert!(
        said.out.ends_with("lägg till --ja för att skriva\n"),
        "{}",
        said.out
    );
    assert_eq!(office.text(), before);
}
