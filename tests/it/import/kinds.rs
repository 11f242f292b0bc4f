//! The same table in every kind of file.

use std::io::Cursor;
use std::io::Write as _;

use encoding_rs::WINDOWS_1252;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::read_with;
use super::sound;

/// What the table is read as, whatever the file.
const ROWS: [&str; 2] = [
    "person •••: kön: kvinna, insats: hemtjanst, beslutsdatum: 2023-06-16, orsak: personal",
    "person •••: kön: pojke, insats: korttidsvistelse, avbrott: 2023-05-02, utförare: Åsgården",
];

/// The table as lines of cells.
const TABLE: [[&str; 6]; 3] = [
    [
        "Personnummer",
        "Insats",
        "Beslutsdatum",
        "Avbrott",
        "Orsak",
        "Utförare",
    ],
    [
        "19900101-2385",
        "Hemtjänst",
        "2023-06-16",
        "",
        "Personalbrist",
        "",
    ],
    [
        "20100615-2399",
        "Korttidsvistelse",
        "",
        "2 maj 2023",
        "",
        "Åsgården",
    ],
];

fn text(separator: &str) -> String {
    let lines = TABLE.map(|line| line.join(separator) + "\r\n");
    lines.concat()
}

#[test]
fn text_files_of_every_kind_are_read() {
    let utf_16 = |mark: &str| -> Vec<u8> {
        let units = format!("{mark}{}", text("\t"));
        units.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let files: [(&str, Vec<u8>); 7] = [
        ("a.csv", text(";").into_bytes()),
        ("a.csv", text(",").into_bytes()),
        ("a.txt", text("\t").into_bytes()),
        ("a.csv", format!("\u{feff}{}", text(";")).into_bytes()),
        ("a.csv", WINDOWS_1252.encode(&text(";")).0.into_owned()),
        ("unicode-text.txt", utf_16("\u{feff}")),
        ("a.csv", format!("sep=;\r\n{}", text(";")).into_bytes()),
    ];
    for (name, bytes) in files {
        sound(&read_with(name, &bytes, ""), &ROWS);
    }
}

#[test]
fn quoted_cells_may_have_line_breaks_and_separators() {
    let quoted = "Personnummer;Insats;\"Besluts-\ndatum\";Anteckning\n\
        19900101-2385;Hemtjänst;2023-06-16;\"ring; inte\nskriv \"\"nu\"\"\"\n";
    let read = read_with("a.csv", quoted.as_bytes(), "");
    sound(
        &read,
        &[
            "person •••: kön: kvinna, insats: hemtjanst, beslutsdatum: 2023-06-16, anteckning: \
           ring; inte\nskriv \"nu\"",
        ],
    );
    assert_eq!(read.records[0].cell.as_ref(), "A2");
}

#[test]
fn workbooks_of_excel_are_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Blad1").unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (row, line) in (0..).zip(TABLE) {
        for (column, cell) in (0..).zip(line) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    // A personnummer as a number, a day with its format and one without.
    sheet.write_number(1, 0, 9_001_012_385.0).unwrap();
    let decided = ExcelDateTime::from_ymd(2023, 6, 16).unwrap();
    sheet
        .write_datetime_with_format(1, 2, &decided, &day)
        .unwrap();
    sheet.write_number(2, 3, 45_048.0).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    // The ending decides nothing.
    for name in ["a.xlsx", "a.xlsm", "a.xls", "a.csv"] {
        let read = read_with(name, &bytes, "");
        sound(&read, &ROWS);
        assert_eq!(read.sheet, "Blad1");
        assert_eq!(
            read.records[0].at.get("avbrott").unwrap().as_ref(),
            "Blad1!D2"
        );
        assert_eq!(read.records[0].cell.as_ref(), "Blad1!A2");
    }
}

/// Returns an XLSX file of which one part is written anew.
pub(super) fn rewritten(
    bytes: &[u8],
    part: &str,
    mut change: impl FnMut(&str) -> String,
) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(vec![]));
    for index in 0..from.len() {
        let mut file = from.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = vec![];
        std::io::Read::read_to_end(&mut file, &mut content).unwrap();
        if name == part {
            content = change(&String::from_utf8(content).unwrap()).into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn days_may_be_counted_from_1904() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in (0..).zip(["Beslutsnummer", "Kön", "Insats", "Beslutsdatum"]) {
        sheet.write_string(0, column, header).unwrap();
    }
    for (column, cell) in (0..).zip(["B-1", "flicka", "Hemtjänst"]) {
        sheet.write_string(1, column, cell).unwrap();
    }
    sheet.write_number(1, 3, 45_093.0 - 1462.0).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let bytes = rewritten(&bytes, "xl/workbook.xml", |text| {
        text.replacen("<workbookPr", "<workbookPr date1904=\"1\"", 1)
    });
    sound(
        &read_with("mac.xlsx", &bytes, ""),
        &["nummer B-1: kön: flicka, insats: hemtjanst, beslutsdatum: 2023-06-16"],
    );
}

/// Returns an ODS file with this inside its spreadsheet.
pub(super) fn ods(inside: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet>{inside}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest \
        xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ];
    let mut file = ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in parts {
        file.start_file(name, SimpleFileOptions::default()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }
    file.finish().unwrap().into_inner()
}

#[test]
fn workbooks_of_libreoffice_are_read() {
    let cell = |text: &str| {
        match text {
        "" => "<table:table-cell/>".to_owned(),
        "2023-06-16" => "<table:table-cell office:value-type=\"date\" \
                         office:date-value=\"2023-06-16T00:00:00\"><text:p>16/6</text:p></table:table-cell>"
            .to_owned(),
        "20100615-2399" => "<table:table-cell office:value-type=\"float\" \
                            office:value=\"201006152399\"><text:p>x</text:p></table:table-cell>"
            .to_owned(),
        text => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        ),
    }
    };
    let line = |line: [&str; 6]| {
        let cells = line.map(cell).concat();
        format!(
            "<table:table-row>{cells}<table:table-cell table:number-columns-repeated=\"1018\"/>\
             </table:table-row>"
        )
    };
    let lines = TABLE.map(line).concat();
    let blank = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
                 table:number-columns-repeated=\"1024\"/></table:table-row>";
    let inside = format!("<table:table table:name=\"Blad 1\">{blank}{lines}</table:table>");
    let read = read_with("a.ods", &ods(&inside), "");
    sound(&read, &ROWS);
    assert_eq!(
        read.records[1].at.get("kön").unwrap().as_ref(),
        "'Blad 1'!A5"
    );
}
