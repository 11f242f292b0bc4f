//! What twenty thousand rows cost: an export read and merged into a quarter, and
//! the desk of whoever reports to IVO.

#![expect(
    clippy::disallowed_methods,
    reason = "a bench lays its nämnd out on disk"
)]

use std::fmt::Write as _;
use std::path::Path;

use chrono::Duration;
use chrono::NaiveDate;
use divan::Bencher;
use evb::import::key::Key;
use evb::pipeline::bring;
use evb::pipeline::desk;
use rust_xlsxwriter::Workbook;

fn main() {
    divan::main();
}

const ROWS: u32 = 20_000;
const INSATSER: [&str; 5] = [
    "Särskilt boende",
    "Hemtjänst",
    "Daglig verksamhet",
    "Ledsagarservice",
    "Korttidsvistelse",
];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn decided_on(n: u32) -> NaiveDate {
    day("2024-01-01") + Duration::days(i64::from(n * 7 % 900))
}

/// Lays out a nämnd with an empty quarter and its key.
fn office(folder: &Path, rows: &str) {
    let namnd = folder.join("data/prov");
    std::fs::create_dir_all(&namnd).expect("a folder");
    let head =
        "format: 1\nkommun: Provköping\nnämnd: Provnämnden\nnyckel: {sökväg: ../../nyckel.txt}\n";
    std::fs::write(namnd.join("namnd.yaml"), head).expect("a file");
    let quarter = format!("format: 1\nkvartal: 2026-Q3\nuppgifter_daterade: 2026-10-12\n{rows}");
    std::fs::write(namnd.join("2026-Q3.yaml"), quarter).expect("a file");
    std::fs::write(folder.join("nyckel.txt"), Key::generate([7; 32]).text()).expect("a file");
}

/// Returns an export with a person of its own on each row.
fn export() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heads = [
        "Person-id",
        "Födelsedatum",
        "Kön",
        "Insats",
        "Beslutsdatum",
        "Orsak",
    ];
    sheet.write_row(0, 0, heads).expect("a row");
    for n in 0..ROWS {
        let born = day("1930-01-01") + Duration::days(i64::from(n));
        let insats = INSATSER[n as usize % INSATSER.len()];
        let cells = [
            format!("P-{n}"),
            born.to_string(),
            if n % 2 == 0 { "Kvinna" } else { "Man" }.to_owned(),
            insats.to_owned(),
            decided_on(n).to_string(),
            "Personal".to_owned(),
        ];
        sheet.write_row(n + 1, 0, cells).expect("a row");
    }
    book.save_to_buffer().expect("a workbook")
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn import(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    office(folder.path(), "beslut: []\n");
    let file = folder.path().join("uttag.xlsx");
    std::fs::write(&file, export()).expect("a file");
    let wish = bring::Wish {
        file: &file,
        namnd: None,
        quarter: None,
        everything: false,
        case_list: false,
        reasons: None,
    };
    bencher.bench_local(|| {
        let brought = bring::prepare(&folder.path().join("data"), wish).expect("a table");
        assert!(brought.writes());
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn due(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut rows = "beslut:\n".to_owned();
    for n in 0..ROWS {
        let insats = ["sarskilt-boende", "hemtjanst", "ledsagarservice"][n as usize % 3];
        let decided = day("2024-01-01") + Duration::days(i64::from(n % 900));
        writeln!(
            rows,
            "  - {{nr: {}, id: R-{n}, kön: kvinna, insats: {insats}, beslutsdatum: {decided}, orsak: personal}}",
            n + 1
        )
        .expect("a text can be written to");
    }
    office(folder.path(), &rows);
    let wish = desk::Wish {
        namnder: &[],
        today: day("2026-10-15"),
        ahead: 30,
        key_list: None,
        ics: None,
        csv: None,
    };
    bencher.bench_local(|| {
        let desk = desk::desk(&folder.path().join("data"), wish).expect("a desk");
        assert!(!desk.lines.is_empty());
    });
}
