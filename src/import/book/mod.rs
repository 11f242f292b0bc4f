//! A file of tables as sheets of cells, whatever its kind: the bytes tell.
//!
//! XLSX, XLSM and ODS are read by calamine, text by the csv crate. Whatever a
//! file holds, what comes of it is sheets or a reason in words why there are
//! none.

use std::sync::Arc;

use chrono::NaiveDate;

mod delimited;
mod encoding;
mod workbook;
mod zipped;

/// Larger files are refused unread: 20 000 rows need two megabytes.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// A sheet with more cells is something else than a list of decisions: 20 000
/// rows of a hundred columns.
const MOST_CELLS: usize = 2_000_000;

/// Why a file cannot be read: what is wrong, and what to do.
pub type Unreadable = (String, String);

/// The sheets of a file.
#[derive(Debug)]
pub struct Book {
    /// The sheets, in the order of the file.
    pub sheets: Vec<Sheet>,
    /// Whether days are counted from 1904, as on old Macs.
    pub from_1904: bool,
}

/// One sheet.
#[derive(Debug)]
pub struct Sheet {
    /// Its name; empty for CSV.
    pub name: Arc<str>,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The rows that have something in them, from the top.
    pub rows: Vec<Row>,
    /// Cells that are drawn as one, where the file tells.
    merged: Option<Vec<Area>>,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Its number, from 0.
    pub number: u32,
    /// Its filled cells with their columns, from 0, from the left.
    pub cells: Vec<(u32, Cell)>,
}

/// Cells that are drawn as one: the first and the last row and column.
#[derive(Debug, Clone, Copy)]
struct Area {
    rows: (u32, u32),
    columns: (u32, u32),
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text, without blanks around it.
    Text(Box<str>),
    /// A number.
    Number(f64),
    /// A day; the time of day is dropped.
    Day(NaiveDate),
    /// True or false.
    Truth(bool),
    /// A formula that failed, such as `#REF!`.
    Fault,
}

/// Reads the sheets of a file.
pub fn open(bytes: &[u8]) -> Result<Book, Unreadable> {
    if bytes.len() > LARGEST {
        let message = format!(
            "filen är {} MB; gränsen är {} MB",
            bytes.len() >> 20,
            LARGEST >> 20
        );
        return Err((
            message,
            "exportera bara de kolumner och den tid som behövs".to_owned(),
        ));
    }
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if begins(b"PK\x03\x04") {
        return zipped::open(bytes);
    }
    if begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(compound(bytes));
    }
    if begins(b"%PDF") {
        return Err((
            "filen är en PDF, ingen tabell".to_owned(),
            "exportera listan som Excel eller CSV ur ärendesystemet".to_owned(),
        ));
    }
    delimited::open(bytes)
}

/// Says what an OLE file is: an encrypted workbook, or one of before 2007.
fn compound(bytes: &[u8]) -> Unreadable {
    let encrypted: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes
        .windows(encrypted.len())
        .any(|window| window == encrypted)
    {
        return locked();
    }
    (
        "filen är i Excels gamla format (.xls), som inte läses".to_owned(),
        "öppna filen i Excel och spara den som «Excel-arbetsbok (.xlsx)»".to_owned(),
    )
}

/// Says that a file asks for a password.
fn locked() -> Unreadable {
    (
        "filen är skyddad med lösenord".to_owned(),
        "öppna filen och spara en kopia utan lösenord".to_owned(),
    )
}

impl Book {
    /// Returns the sheet of a name, in any case.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        let folded = name.trim().to_lowercase();
        self.sheets
            .iter()
            .find(|sheet| sheet.name.trim().to_lowercase() == folded)
    }
}

impl Sheet {
    /// Returns a sheet of cells in any order, each with its row and column.
    fn new(
        name: &str,
        hidden: bool,
        mut cells: Vec<(u32, u32, Cell)>,
        merged: Option<Vec<Area>>,
    ) -> Self {
        if !cells.is_sorted_by_key(|(row, column, _)| (*row, *column)) {
            cells.sort_by_key(|(row, column, _)| (*row, *column));
        }
        let mut rows: Vec<Row> = vec![];
        for (number, column, cell) in cells {
            match rows.last_mut() {
                Some(row) if row.number == number => row.cells.push((column, cell)),
                _ => rows.push(Row {
                    number,
                    cells: vec![(column, cell)],
                }),
            }
        }
        Self {
            name: name.into(),
            hidden,
            rows,
            merged,
        }
    }

    /// Returns the row of a number, from 0, if something stands in it.
    pub fn row(&self, number: u32) -> Option<&Row> {
        let at = self.rows.binary_search_by_key(&number, |row| row.number);
        self.rows.get(at.ok()?)
    }

    /// Returns the name of a cell, rows and columns from 0: «Blad1!D7», or «D7»
    /// in a table without sheets.
    pub fn at(&self, row: u32, column: u32) -> Arc<str> {
        cell_name(&self.name, row, column)
    }

    /// Returns what stands over a cell: the text right above it, or that of the
    /// merged cells above. Where the file does not tell what is merged, the
    /// nearest text to the left in the row above.
    pub(super) fn above(&self, row: u32, column: u32) -> Option<&str> {
        let above = row.checked_sub(1)?;
        if let Some(text) = self.row(above).and_then(|row| row.text(column)) {
            return Some(text);
        }
        match &self.merged {
            Some(areas) => {
                let inside = |area: &&Area| {
                    (area.rows.0..=area.rows.1).contains(&above)
                        && (area.columns.0..=area.columns.1).contains(&column)
                };
                let area = areas.iter().find(inside)?;
                self.row(area.rows.0)?.text(area.columns.0)
            }
            None => {
                let cells = &self.row(above)?.cells;
                let left = cells.iter().rev().find(|(at, _)| *at < column)?;
                left.1.text()
            }
        }
    }
}

impl Row {
    /// Returns the cell in a column, if something stands there.
    pub fn get(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(at, _)| *at);
        Some(&self.cells.get(at.ok()?)?.1)
    }

    fn text(&self, column: u32) -> Option<&str> {
        self.get(column)?.text()
    }
}

impl Cell {
    /// Returns a text as a cell, or nothing if it says nothing: blanks, dashes,
    /// and the word for nothing of a database.
    pub(in crate::import) fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let dashes = text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−'));
        let nothing = dashes || matches!(text, "NULL" | "(null)" | "(NULL)");
        (!nothing).then(|| Self::Text(text.into()))
    }

    /// Returns the text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Day(_) | Self::Truth(_) | Self::Fault => None,
        }
    }

    /// Returns what the cell says as a text, as a person would write it.
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) => text.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Truth(true) => "ja".to_owned(),
            Self::Truth(false) => "nej".to_owned(),
            Self::Fault => String::new(),
        }
    }
}

/// Returns the name of a cell, rows and columns from 0.
pub(super) fn cell_name(sheet: &str, row: u32, column: u32) -> Arc<str> {
    let mut letters = vec![];
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    let plain = sheet.chars().all(|c| c.is_alphanumeric() || c == '_');
    match sheet {
        "" => format!("{letters}{}", row + 1),
        _ if plain => format!("{sheet}!{letters}{}", row + 1),
        _ => format!("'{}'!{letters}{}", sheet.replace('\'', "''"), row + 1),
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_the_spreadsheet_names_them() {
        assert_eq!(cell_name("Blad1", 6, 3).as_ref(), "Blad1!D7");
        assert_eq!(cell_name("", 0, 25).as_ref(), "Z1");
        assert_eq!(cell_name("", 9, 26).as_ref(), "AA10");
        assert_eq!(cell_name("", 0, 16_383).as_ref(), "XFD1");
        assert_eq!(
            cell_name("Ej verkställda", 1, 0).as_ref(),
            "'Ej verkställda'!A2"
        );
    }

    #[test]
    fn dashes_and_blanks_say_nothing() {
        for text in ["", " ", "\u{a0}", "-", "–", "--", "NULL"] {
            assert_eq!(Cell::of(text), None, "{text:?}");
        }
        assert_eq!(Cell::of(" nej "), Some(Cell::Text("nej".into())));
    }

    #[test]
    fn numbers_are_written_without_a_point() {
        assert_eq!(Cell::Number(199_001_012_384.0).written(), "199001012384");
        assert_eq!(Cell::Number(0.5).written(), "0.5");
    }
}
