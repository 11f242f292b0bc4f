//! A large export is read at once.

use std::time::Instant;

use rust_xlsxwriter::Workbook;

use super::read_with;

#[test]
fn twenty_thousand_rows_are_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headers = [
        "Personnummer",
        "Beslutsnummer",
        "Insats",
        "Lag",
        "Beslutsdatum",
        "Avbrott",
        "Verkställt",
        "Avslutat",
        "Orsak",
        "Utförare",
        "Avdelning",
        "Regi",
        "Namn",
        "Handläggare",
        "Skyddad",
    ];
    for (column, header) in (0..).zip(headers) {
        sheet.write_string(0, column, header).unwrap();
    }
    let rows: u32 = if cfg!(debug_assertions) {
        2_000
    } else {
        20_000
    };
    for row in 1..=rows {
        let number = format!("B-{row}");
        let line = [
            "19900101-2385",
            &number,
            "Hemtjänst",
            "SoL",
            "",
            "",
            "",
            "",
            "personal",
            "Utförare A",
            "Norr",
            "egen",
            "A",
            "B",
            "nej",
        ];
        for (column, cell) in (0..).zip(line) {
            sheet.write_string(row, column, cell).unwrap();
        }
        sheet
            .write_number(row, 4, f64::from(45_000 + row % 90))
            .unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let start = Instant::now();
    let read = read_with("a.xlsx", &bytes, "");
    let spent = start.elapsed();
    assert_eq!(
        (read.records.len(), read.findings.len()),
        (20_000.min(rows as usize), 0)
    );
    assert!(spent.as_secs() < 5, "{spent:?}");
}
