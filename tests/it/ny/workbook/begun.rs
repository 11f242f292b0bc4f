//! A workbook of a quarter that is there, and of one that is begun with it.

use super::*;

fn begin(desk: &Desk, quarter: Option<&str>) -> Begun {
    let wish = Wish {
        namnd: None,
        quarter: quarter.map(|text| text.parse().unwrap()),
        dated_on: None,
    };
    pipeline::begin::workbook::begin(&desk.data(), wish).unwrap()
}

fn import(desk: &Desk, file: &Path) -> bring::Brought {
    let wish = bring::Wish {
        file,
        namnd: None,
        quarter: None,
        everything: false,
        case_list: false,
        reasons: None,
    };
    bring::prepare(&desk.data(), wish).unwrap()
}

#[test]
fn a_workbook_of_the_newest_quarter_is_read_again_without_a_change() {
    let desk = Desk::new(&["exempelkommun"]);
    let before = files(&desk.data());
    assert!(begin(&desk, None).refused.is_none());
    let file = desk.at("data/exempelkommun/exempelkommun-2026-Q3.xlsx");
    let brought = import(&desk, &file);
    let said: Vec<_> = brought
        .findings
        .iter()
        .map(|it| &it.finding.message)
        .collect();
    assert!(said.is_empty() && !brought.writes(), "{said:?}");
    let again = begin(&desk, None);
    assert!(why(&again).contains("finns redan, och ingenting har ändrats"));
    std::fs::remove_file(file).unwrap();
    assert!(files(&desk.data()) == before);
}

#[test]
fn a_workbook_of_the_next_quarter_begins_it() {
    let desk = Desk::new(&["exempelkommun"]);
    let begun = begin(&desk, Some("2026-Q4"));
    // The quarter, what is moved from bevakning.yaml, and the workbook.
    assert_eq!(begun.said.len(), 3, "{:?}", begun.said);
    let brought = import(
        &desk,
        &desk.at("data/exempelkommun/exempelkommun-2026-Q4.xlsx"),
    );
    assert!(brought.preview.is_some() && !brought.writes());
}

#[test]
fn rows_without_an_id_make_no_workbook() {
    let desk = Desk::new(&["exempel-lss"]);
    let begun = begin(&desk, None);
    assert!(why(&begun).starts_with("88 rader i "));
    assert!(
        !desk
            .at("data/exempel-lss/exempel-lss-2023-Q4.xlsx")
            .exists()
    );
}
