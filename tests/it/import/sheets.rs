//! What exports have around their rows: titles, merged headers, sums, sheets
//! beside the one that is meant.

use rust_xlsxwriter::Format;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;

use super::csv;
use super::read_with;
use super::rows;
use super::sound;
use super::told;

fn lines(sheet: &mut Worksheet, from: u32, lines: &[&[&str]]) {
    for (row, line) in (from..).zip(lines) {
        for (column, cell) in (0..).zip(*line) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
}

const ROW: &str = "nummer B-1: kön: flicka, insats: hemtjanst, beslutsdatum: 2023-06-16";

#[test]
fn titles_blank_rows_and_sums_are_no_rows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    sheet
        .merge_range(0, 0, 0, 3, "Ej verkställda beslut", &bold)
        .unwrap();
    lines(sheet, 1, &[&["Utskriven 2024-01-10"]]);
    lines(
        sheet,
        3,
        &[
            &["Beslutsnummer", "Kön", "Insats", "Beslutsdatum"],
            &["B-1", "flicka", "Hemtjänst", "2023-06-16"],
            &[],
            &["Beslutsnummer", "Kön", "Insats", "Beslutsdatum"],
            &["B-2", "pojke", "Hemtjänst", "2023-06-16"],
            &["Enhet Norr"],
            &["", "", "-", "–"],
            &["Summa", "2", "", ""],
            &["Totalt: 2"],
        ],
    );
    let read = read_with("a.xlsx", &book.save_to_buffer().unwrap(), "");
    assert_eq!(
        told(&read),
        [
            "Sheet1!A9: varning[import-rad]: raden har inte mer än en ifylld cell i de kolumner som läses, \
          och hoppas över"
        ]
    );
    assert_eq!(
        rows(&read),
        [ROW, &ROW.replace("B-1", "B-2").replace("flicka", "pojke")]
    );
    assert_eq!(read.columns[3].cell.as_ref(), "Sheet1!D4");
}

#[test]
fn a_group_header_tells_what_the_one_below_means() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    for (column, name) in [(0, "Personnummer"), (1, "Insats")] {
        sheet
            .merge_range(1, column, 2, column, name, &plain)
            .unwrap();
    }
    sheet.merge_range(1, 2, 1, 3, "Beslut", &plain).unwrap();
    sheet
        .merge_range(1, 4, 1, 5, "Verkställighet", &plain)
        .unwrap();
    sheet.merge_range(1, 6, 1, 7, "Avslut", &plain).unwrap();
    lines(
        sheet,
        2,
        &[
            &[
                "", "", "Datum", "Typ", "Datum", "Enhet", "Datum", "Orsak", "Datum",
            ],
            &[
                "19900101-2385",
                "Hemtjänst",
                "2023-06-16",
                "Bifall",
                "2023-11-01",
                "Norr",
                "",
                "",
                "x",
            ],
            &[
                "20100615-2399",
                "Hemtjänst",
                "2023-06-16",
                "Bifall",
                "",
                "Syd",
                "2023-11-02",
                "avliden",
                "",
            ],
        ],
    );
    let read = read_with("a.xlsx", &book.save_to_buffer().unwrap(), "");
    sound(
        &read,
        &[
            "person •••: kön: kvinna, insats: hemtjanst, beslutsdatum: 2023-06-16, verkställt: \
             2023-11-01, avdelning: Norr",
            "person •••: kön: pojke, insats: hemtjanst, beslutsdatum: 2023-06-16, avslutat: 2023-11-02, \
             avslutsskäl: avliden, avdelning: Syd",
        ],
    );
    let columns: Vec<_> = read
        .columns
        .iter()
        .map(|column| (column.cell.as_ref(), column.header.as_str(), column.key))
        .collect();
    assert_eq!(
        columns,
        [
            ("Sheet1!A2", "Personnummer", Some("personnummer")),
            ("Sheet1!B2", "Insats", Some("insats")),
            ("Sheet1!C3", "Beslut Datum", Some("beslutsdatum")),
            ("Sheet1!D3", "Typ", None),
            ("Sheet1!E3", "Verkställighet Datum", Some("verkställt")),
            ("Sheet1!F3", "Enhet", Some("avdelning")),
            ("Sheet1!G3", "Avslut Datum", Some("avslutat")),
            ("Sheet1!H3", "Avslut Orsak", Some("avslutsskäl")),
            ("Sheet1!I3", "Datum", None),
        ]
    );
}

#[test]
fn group_headers_of_a_text_file_hold_to_the_next() {
    let read = csv(
        "Beslutsnummer;Kön;Insats;Beslut;;Erbjudande 1;;Erbjudande 2;\n\
        ;;;Datum;Typ;Datum;Svar;Datum;Svar\n\
        B-1;flicka;Hemtjänst;2023-06-16;Bifall;2023-07-01;nej;2023-08-01;ja\n",
    );
    sound(
        &read,
        &[&format!(
            "{ROW}, erbjudanden: [{{datum: 2023-07-01, svar: nej}}, {{datum: 2023-08-01, svar: ja}}]"
        )],
    );
}

#[test]
fn the_sheet_that_fits_best_is_read() {
    let header: &[&str] = &["Beslutsnummer", "Kön", "Insats", "Beslutsdatum"];
    let mut book = Workbook::new();
    lines(
        book.add_worksheet().set_name("Läs mig").unwrap(),
        0,
        &[&["Insats", "Kön"], &["a", "b"]],
    );
    let hidden = book.add_worksheet().set_name("Gammal").unwrap();
    hidden.set_hidden(true);
    lines(
        hidden,
        0,
        &[
            &[header, &["Orsak"]].concat(),
            &["B-9", "man", "Hemtjänst", "2022-01-01"],
        ],
    );
    let sheet = book.add_worksheet().set_name("Ej verkställda").unwrap();
    lines(
        sheet,
        0,
        &[header, &["B-1", "flicka", "Hemtjänst", "2023-06-16"]],
    );
    let bytes = book.save_to_buffer().unwrap();
    let read = read_with("a.xlsx", &bytes, "");
    sound(&read, &[ROW]);
    assert_eq!(read.sheet, "Ej verkställda");
    assert_eq!(read.records[0].cell.as_ref(), "'Ej verkställda'!A2");
    let named = read_with("a.xlsx", &bytes, "blad: gammal\n");
    assert_eq!(named.sheet, "Gammal");
    assert_eq!(named.records.len(), 1);
    let missing = read_with("a.xlsx", &bytes, "blad: Blad1\n");
    assert_eq!(
        told(&missing),
        [": fel[import-kolumn]: filen har inget blad «Blad1», som import.yaml säger"]
    );
    assert_eq!(
        missing.findings[0].help,
        "rätta «blad» i import.yaml; filen har «Läs mig», «Gammal», «Ej verkställda»"
    );
}

#[test]
fn a_second_list_is_told() {
    let list: &[&[&str]] = &[
        &["Beslutsnummer", "Kön", "Insats", "Beslutsdatum"],
        &["B-1", "flicka", "Hemtjänst", "2023-06-16"],
    ];
    let mut book = Workbook::new();
    lines(book.add_worksheet().set_name("Kvartal 4").unwrap(), 0, list);
    lines(book.add_worksheet().set_name("Kvartal 3").unwrap(), 0, list);
    lines(book.add_worksheet().set_name("Tom").unwrap(), 0, &list[..1]);
    let bytes = book.save_to_buffer().unwrap();
    let read = read_with("a.xlsx", &bytes, "");
    assert_eq!(rows(&read), [ROW]);
    assert_eq!(
        told(&read),
        [
            "'Kvartal 3'!A1: varning[import-rad]: bladet «Kvartal 3» ser också ut som en lista, men bara \
          «Kvartal 4» läses"
        ]
    );
    let named = read_with("a.xlsx", &bytes, "blad: Kvartal 4\n");
    sound(&named, &[ROW]);
}

#[test]
fn the_row_of_the_headers_may_be_named() {
    let text = "Beslutsnummer;Kön;Insats;Beslutsdatum;Orsak\n\
        Nr;Kön;Insats;Beslutsdatum\n\
        1;flicka;Hemtjänst;2023-06-16\n";
    let mapping = "rubrikrad: 2\nkolumner: {beslutsnummer: Nr}\n";
    let read = read_with("a.csv", text.as_bytes(), mapping);
    sound(&read, &[&ROW.replace("B-1", "1")]);
    let none = read_with("a.csv", text.as_bytes(), "rubrikrad: 7\n");
    assert_eq!(
        told(&none),
        [": fel[import-kolumn]: rad 7 har inga rubriker som känns igen"]
    );
}

#[test]
fn a_cell_far_out_costs_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    lines(
        sheet,
        0,
        &[
            &["Beslutsnummer", "Kön", "Insats", "Beslutsdatum"],
            &["B-1", "flicka", "Hemtjänst", "2023-06-16"],
        ],
    );
    sheet.write_string(1_048_575, 16_383, "x").unwrap();
    let read = read_with("a.xlsx", &book.save_to_buffer().unwrap(), "");
    assert_eq!(rows(&read), [ROW]);
    assert_eq!(
        read.findings[0].cell().unwrap().as_ref(),
        "Sheet1!XFD1048576"
    );
}
