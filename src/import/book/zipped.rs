//! Workbooks that are zip files: looked through before they are trusted.
//!
//! Every part is unpacked once and counted, so that a small file cannot fill the
//! memory, and a torn one is told. Only then is it read.

use std::io::Cursor;
use std::io::Read as _;

use zip::ZipArchive;

use super::Book;
use super::MOST_CELLS;
use super::Unreadable;
use super::locked;
use super::workbook;

/// What the parts of a workbook may unpack to together: ten times what 20 000
/// rows need.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// Reads the sheets of a zip file.
pub(super) fn open(bytes: &[u8]) -> Result<Book, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| torn())?;
    let mut names = vec![];
    let mut unpacked = 0;
    let mut chunk = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| torn())?;
        names.push(part.name().map_err(|_| torn())?.into_owned());
        loop {
            let read = part.read(&mut chunk).map_err(|_| torn())?;
            if read == 0 {
                break;
            }
            unpacked += u64::try_from(read).unwrap_or(u64::MAX);
            if unpacked > MOST_UNPACKED {
                return Err(too_much());
            }
        }
    }
    let has = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    if has("xl/workbook.bin") {
        return Err((
            "filen är i Excels binära format (.xlsb), som inte läses".to_owned(),
            "öppna filen i Excel och spara den som «Excel-arbetsbok (.xlsx)»".to_owned(),
        ));
    }
    if has("mimetype") && has("content.xml") {
        let mut content = vec![];
        let part = archive.by_name("content.xml");
        part.map_err(|_| torn())?
            .read_to_end(&mut content)
            .map_err(|_| torn())?;
        if cells(&content) > MOST_CELLS {
            return Err(too_much());
        }
        return workbook::ods(bytes);
    }
    if has("[Content_Types].xml") && names.iter().any(|name| name.starts_with("xl/")) {
        return workbook::xlsx(bytes);
    }
    Err((
        "filen är ett zip-arkiv, ingen arbetsbok".to_owned(),
        "packa upp arkivet och importera filen i det".to_owned(),
    ))
}

/// Says that a file is broken.
pub(super) fn torn() -> Unreadable {
    (
        "filen är skadad eller avbruten och kan inte läsas".to_owned(),
        "exportera eller kopiera den igen; går den att öppna i Excel, spara om den som .xlsx"
            .to_owned(),
    )
}

/// Says that a file holds more than a list of decisions can.
pub(super) fn too_much() -> Unreadable {
    (
        "filen packas upp till mer än en lista över beslut kan vara".to_owned(),
        "ta bort de blad, rader och kolumner som inte hör till listan".to_owned(),
    )
}

/// Returns why a workbook cannot be read, given whether it asks for a password.
pub(super) fn failed(password: bool) -> Unreadable {
    if password { locked() } else { torn() }
}

/// Returns how many cells an ODS file's tables have when repeated ones are laid
/// out, which is what reading it costs.
fn cells(content: &[u8]) -> usize {
    let mut sheet = Extent::default();
    let mut total: usize = 0;
    let mut rest = content;
    while let Some(start) = find(rest, b"<table:") {
        rest = &rest[start..];
        let end = rest.iter().position(|b| *b == b'>').unwrap_or(rest.len());
        let tag = &rest[..end];
        rest = &rest[end..];
        if tag.starts_with(b"<table:table-row") {
            sheet.end_row();
            sheet.repeats = repeats(tag, b"table:number-rows-repeated=\"");
        } else if tag.starts_with(b"<table:table-cell")
            || tag.starts_with(b"<table:covered-table-cell")
        {
            let filled = find(tag, b"office:").is_some() || find(tag, b"table:formula").is_some();
            let columns = repeats(tag, b"table:number-columns-repeated=\"");
            sheet.column = sheet.column.saturating_add(columns);
            // A text may stand inside a cell that says nothing of its kind.
            if filled || !tag.ends_with(b"/") {
                sheet.filled = sheet.column;
            }
        } else if tag.starts_with(b"<table:table ") {
            total = total.saturating_add(sheet.size());
            sheet = Extent::default();
        }
    }
    total.saturating_add(sheet.size())
}

/// How far a sheet reaches.
#[derive(Default)]
struct Extent {
    rows: usize,
    /// The rows up to the last that is filled.
    filled_rows: usize,
    columns: usize,
    /// How often the row that is being read is repeated.
    repeats: usize,
    column: usize,
    filled: usize,
}

impl Extent {
    fn end_row(&mut self) {
        self.rows = self.rows.saturating_add(self.repeats);
        if self.filled > 0 {
            self.filled_rows = self.rows;
            self.columns = self.columns.max(self.filled);
        }
        (self.column, self.filled) = (0, 0);
    }

    fn size(&mut self) -> usize {
        self.end_row();
        self.filled_rows.saturating_mul(self.columns)
    }
}

/// Returns how often something is repeated, by an attribute of its tag.
fn repeats(tag: &[u8], attribute: &[u8]) -> usize {
    let Some(at) = find(tag, attribute) else {
        return 1;
    };
    let digits = tag[at + attribute.len()..]
        .iter()
        .take_while(|b| b.is_ascii_digit());
    digits.fold(0, |sum: usize, digit| {
        sum.saturating_mul(10)
            .saturating_add(usize::from(digit - b'0'))
    })
}

/// Returns where some bytes first stand in others.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_cells_are_counted_as_they_are_laid_out() {
        let row = b"<table:table t=\"\"><table:table-row><table:table-cell office:value=\"1\"/>\
            <table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>\
            <table:table-row table:number-rows-repeated=\"1048575\">\
            <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        assert_eq!(cells(row), 1);
        let bomb = b"<table:table t=\"\"><table:table-row table:number-rows-repeated=\"1000\">\
            <table:table-cell table:number-columns-repeated=\"16384\" office:value=\"1\"/>";
        assert_eq!(cells(bomb), 16_384_000);
    }
}
