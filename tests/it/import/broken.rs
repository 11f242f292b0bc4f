//! Files that are no table, or were one: told, and never a panic.

use std::io::Cursor;
use std::io::Write as _;

use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::kinds::ods;
use super::kinds::rewritten;
use super::read_with;
use super::told;

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..30 {
        let line = match row {
            0 => ["Beslutsnummer", "Kön", "Insats", "Beslutsdatum"],
            _ => ["B-1", "flicka", "Hemtjänst", "2023-06-16"],
        };
        for (column, cell) in (0..).zip(line) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Asserts that a file is told as a whole.
#[track_caller]
fn refused(bytes: &[u8], expected: &str) {
    let read = read_with("export.xlsx", bytes, "");
    assert_eq!(read.records.len(), 0);
    assert_eq!(told(&read), [format!(": fel[import-fil]: {expected}")]);
    assert_eq!(read.findings[0].file.as_ref(), "export.xlsx");
}

#[test]
fn a_file_of_another_kind_is_told() {
    let ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let locked: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    refused(b"", "filen är tom");
    refused(b"%PDF-1.7\n%\xE2\xE3", "filen är en PDF, ingen tabell");
    refused(
        &[ole.as_slice(), &[0; 600]].concat(),
        "filen är i Excels gamla format (.xls), som inte läses",
    );
    refused(
        &[ole.as_slice(), &[0; 600], &locked].concat(),
        "filen är skyddad med lösenord",
    );
    refused(
        b"<html><body><table>",
        "filen är en webbsida eller XML, fast den kan heta .xls",
    );
    refused(&[0; 100], "filen är varken en arbetsbok eller en textfil");
    refused(
        &vec![b'a'; 33 * 1024 * 1024],
        "filen är 33 MB; gränsen är 32 MB",
    );
    refused(&archive(), "filen är ett zip-arkiv, ingen arbetsbok");
    assert_eq!(
        told(&read_with("a.csv", b"bara;text\noch;mer\n", "")),
        [": fel[import-kolumn]: ingen rad har rubriker som känns igen"]
    );
    let mut book = Workbook::new();
    book.add_worksheet();
    refused(&book.save_to_buffer().unwrap(), "filen har inga rader");
}

/// Returns an archive with nothing of a workbook in it.
fn archive() -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(vec![]));
    file.start_file("bilder/hus.txt", SimpleFileOptions::default())
        .unwrap();
    file.write_all(b"hus").unwrap();
    file.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_refused_before_it_is_read() {
    let row = "<table:table-row table:number-rows-repeated=\"100000\"><table:table-cell \
               table:number-columns-repeated=\"1000\" office:value-type=\"float\" office:value=\"1\"/>\
               </table:table-row>";
    let too_much = "filen packas upp till mer än en lista över beslut kan vara";
    refused(
        &ods(&format!(
            "<table:table table:name=\"a\">{row}</table:table>"
        )),
        too_much,
    );
    let blanks = " ".repeat(300 * 1024 * 1024);
    refused(
        &rewritten(&workbook(), "xl/styles.xml", |text| {
            format!("{text}{blanks}")
        }),
        too_much,
    );
}

#[test]
fn a_torn_workbook_is_told() {
    let whole = workbook();
    assert_eq!(read_with("a.xlsx", &whole, "").records.len(), 29);
    let torn = "filen är skadad eller avbruten och kan inte läsas";
    for length in (4..whole.len()).step_by(97) {
        refused(&whole[..length], torn);
    }
    for part in [
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ] {
        refused(
            &rewritten(&whole, part, |text| text[..text.len() / 2].to_owned()),
            torn,
        );
    }
}

#[test]
fn a_panic_of_the_reader_is_a_fault_of_the_file() {
    // Its arithmetic on a backward extent overflows, where that is checked.
    let backward = rewritten(&workbook(), "xl/worksheets/sheet1.xml", |text| {
        let end = text.find("<dimension ref=\"A1:D30\"").unwrap();
        let (before, after) = text.split_at(end);
        before.to_owned() + &after.replacen("A1:D30", "D30:A1", 1)
    });
    let read = read_with("a.xlsx", &backward, "");
    let checked = cfg!(debug_assertions);
    assert_eq!(read.findings.len(), usize::from(checked));
    assert_eq!(read.records.len(), if checked { 0 } else { 29 });
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

#[test]
fn flipped_bytes_are_read_or_told() {
    let whole = workbook();
    let mut random = Random(1);
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..=random.below(4) {
            let at = random.below(bytes.len());
            bytes[at] ^= 1 << random.below(8);
        }
        let read = read_with("a.xlsx", &bytes, "");
        assert!(read.records.len() == 29 || !read.findings.is_empty());
    }
}

#[test]
fn flipped_characters_inside_are_read_or_told() {
    let whole = workbook();
    let text =
        "Beslutsnummer;Kön;Insats;Beslutsdatum\nB-1;flicka;\"Hemtjänst\";2023-06-16\n".repeat(20);
    let mut random = Random(2);
    let mut flip = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            bytes[at] = b" <>/\"=\0A9;\n"[random.below(11)];
        }
        bytes
    };
    for part in [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
    ] {
        for _ in 0..60 {
            let bytes = rewritten(&whole, part, |text| {
                String::from_utf8_lossy(&flip(text)).into_owned()
            });
            // Only that it comes to an end: a changed letter may be a sound file.
            read_with("a.xlsx", &bytes, "");
        }
    }
    for _ in 0..200 {
        read_with("a.csv", &flip(&text), "");
    }
}
