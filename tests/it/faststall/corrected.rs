//! A corrected version: beside the decided one, with its mark and its table.

use std::path::Path;

use evb::load;
use evb::pipeline;

use crate::faststall::Desk;
use crate::faststall::REPORT;

const CORRECTED: &str = "exempel-lss/2023-Q4/publik/rapport-rattad-1.pdf";

/// Returns the composed value that a PDF was made of, as the pipeline sees it.
fn composed(data: &Path, id: &str) -> serde_json::Value {
    let (folder, errors) = load::read(data);
    assert!(errors.is_empty());
    let press = evb::render::Press::new(&[], &load::fonts::BUILT_IN, load::templates::all(&[]));
    let (documents, _) = pipeline::check(folder, &load::catalogue::built_in(), &press);
    let mut documents = documents.into_iter();
    documents
        .find(|document| document.envelope.id == id)
        .unwrap()
        .value
}

#[test]
fn a_correction_is_made_beside_and_shows_what_has_changed() {
    let desk = Desk::decided();
    let decided = desk.file(REPORT);
    desk.find_a_fault();
    desk.correct("2024-03-01");
    let outcome = desk.build();
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    assert!(desk.file(REPORT) == decided);
    let corrected = desk.file(CORRECTED);

    let value = composed(&desk.data, "rapport-rattad-1");
    assert_eq!(
        value["frame"]["correction"],
        "Rättad version den 1\u{a0}mars 2024. Skäl: Ett beslut var inte verkställt."
    );
    let rows = value["changes"]["table"]["rows"].as_array().unwrap();
    let told: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| {
            let cells = row.as_array().unwrap().iter();
            cells.map(|cell| cell["text"].as_str().unwrap()).collect()
        })
        .collect();
    for row in [
        ["Verkställda", "18", "17"],
        ["Ej verkställda", "57", "58"],
        ["Ej verkställda, ledsagarservice, män", "2", "3"],
    ] {
        assert!(
            told.iter().any(|known| known == &row),
            "{row:?} in {told:?}"
        );
    }
    assert!(told.iter().all(|row| row[1] != row[2]));

    // Decided as well, it stays as it is, and so does the first one.
    desk.decide();
    assert!(std::fs::read(desk.kept("2023-Q4-rattad-1/rapport.pdf")).unwrap() == corrected);
    std::fs::remove_dir_all(&desk.out).unwrap();
    assert_eq!(desk.standing(), [(true, false), (true, false)]);
    desk.build();
    assert!(desk.file(REPORT) == decided && desk.file(CORRECTED) == corrected);
    assert!(!desk.decide().unmatched.is_empty());

    // The next one is later, and counts from the one before.
    desk.change("2023-Q4.yaml", "datum: 2024-03-01", "datum: 2024-04-02");
    desk.build();
    let value = composed(&desk.data, "rapport-rattad-2");
    assert_eq!(
        value["frame"]["correction"],
        "Rättad version den 2\u{a0}april 2024. Skäl: Ett beslut var inte verkställt. Inga siffror \
         har ändrats sedan den förra rättade versionen."
    );
    assert!(value["changes"].is_null());
    assert!(desk.file(CORRECTED) == corrected);
}

#[test]
fn a_correction_of_nothing_is_told_and_marks_nothing() {
    let desk = Desk::new();
    desk.correct("2024-03-01");
    let outcome = desk.build();
    let rules: Vec<_> = outcome
        .findings
        .iter()
        .map(|placed| placed.finding.rule.slug)
        .collect();
    assert!(rules.contains(&"rattelse-utan-verkan"), "{rules:?}");
    assert!(composed(&desk.data, "rapport")["frame"]["correction"].is_null());
    // Decided with it, it is no new correction afterwards.
    desk.decide();
    assert_eq!(desk.standing(), [(false, false)]);
}
