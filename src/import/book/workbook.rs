//! Sheets of workbooks, by calamine.
//!
//! XLSX is read cell by cell, so that a lone cell far out costs nothing. A panic
//! of the reader's is caught: the bytes are the user's, and the fault is told
//! as one of the file's.

use std::io::Cursor;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use calamine::Data;
use calamine::DataRef;
use calamine::ExcelDateTime;
use calamine::Ods;
use calamine::OdsError;
use calamine::Reader;
use calamine::SheetType;
use calamine::SheetVisible;
use calamine::Xlsx;
use calamine::XlsxError;

use super::Area;
use super::Book;
use super::Cell;
use super::MOST_CELLS;
use super::Sheet;
use super::Unreadable;
use super::zipped::failed;
use super::zipped::too_much;
use super::zipped::torn;
use crate::import::date;

/// Reads an XLSX or XLSM file.
pub(super) fn xlsx(bytes: &[u8]) -> Result<Book, Unreadable> {
    caught(|| {
        let why = |error: XlsxError| failed(matches!(error, XlsxError::Password));
        let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(why)?;
        let from_1904 = file.has_1904_epoch();
        let mut sheets = vec![];
        let listed = file.sheets_metadata().to_vec();
        let mut left = MOST_CELLS;
        for sheet in listed {
            if sheet.typ != SheetType::WorkSheet {
                continue;
            }
            let mut cells = vec![];
            let mut reader = file.worksheet_cells_reader(&sheet.name).map_err(why)?;
            while let Some(cell) = reader.next_cell().map_err(why)? {
                let (row, column) = cell.get_position();
                if let Some(value) = value_ref(cell.get_value(), from_1904) {
                    left = left.checked_sub(1).ok_or_else(too_much)?;
                    cells.push((row, column, value));
                }
            }
            drop(reader);
            let merged = file.merge_cells_by_sheet_name(&sheet.name).map_err(why)?;
            let areas = merged.iter().map(|area| Area {
                rows: (area.start.0, area.end.0),
                columns: (area.start.1, area.end.1),
            });
            let hidden = sheet.visible != SheetVisible::Visible;
            sheets.push(Sheet::new(
                &sheet.name,
                hidden,
                cells,
                Some(areas.collect()),
            ));
        }
        Ok(Book { sheets, from_1904 })
    })
}

/// Reads an ODS file.
pub(super) fn ods(bytes: &[u8]) -> Result<Book, Unreadable> {
    caught(|| {
        let why = |error: OdsError| failed(matches!(error, OdsError::Password));
        let mut file: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(why)?;
        let mut sheets = vec![];
        for sheet in file.sheets_metadata().to_vec() {
            let range = file.worksheet_range(&sheet.name).map_err(why)?;
            let (top, left) = range.start().unwrap_or_default();
            let mut cells = vec![];
            for (row, column, data) in range.used_cells() {
                let place = (u32::try_from(row), u32::try_from(column));
                if let ((Ok(row), Ok(column)), Some(value)) = (place, value(data, false)) {
                    cells.push((top + row, left + column, value));
                }
            }
            let hidden = sheet.visible != SheetVisible::Visible;
            sheets.push(Sheet::new(&sheet.name, hidden, cells, None));
        }
        Ok(Book {
            sheets,
            from_1904: false,
        })
    })
}

/// Runs a reader; its panic is a fault of the file.
fn caught(read: impl FnOnce() -> Result<Book, Unreadable>) -> Result<Book, Unreadable> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(torn()))
}

fn value_ref(data: &DataRef<'_>, from_1904: bool) -> Option<Cell> {
    match data {
        DataRef::Int(number) => Some(Cell::Number(whole(*number))),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::String(text) => Cell::of(text),
        DataRef::SharedString(text) => Cell::of(text),
        DataRef::Bool(truth) => Some(Cell::Truth(*truth)),
        DataRef::DateTime(moment) => Some(day(moment, from_1904)),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => Cell::of(text),
        DataRef::Error(_) => Some(Cell::Fault),
        DataRef::Empty => None,
    }
}

fn value(data: &Data, from_1904: bool) -> Option<Cell> {
    match data {
        Data::Int(number) => Some(Cell::Number(whole(*number))),
        Data::Float(number) => Some(Cell::Number(*number)),
        Data::String(text) => Cell::of(text),
        Data::Bool(truth) => Some(Cell::Truth(*truth)),
        Data::DateTime(moment) => Some(day(moment, from_1904)),
        Data::DateTimeIso(text) => iso(text),
        Data::DurationIso(text) => Cell::of(text),
        Data::Error(_) => Some(Cell::Fault),
        Data::Empty => None,
    }
}

/// Returns a whole number; what is too large for a number is no number anybody
/// has written.
#[expect(
    clippy::cast_precision_loss,
    reason = "beyond sixteen digits it is no number of anything"
)]
fn whole(number: i64) -> f64 {
    number as f64
}

/// Returns a day of the calendar, or the number it is stored as.
fn day(moment: &ExcelDateTime, from_1904: bool) -> Cell {
    let number = moment.as_f64();
    date::serial(number, from_1904).map_or(Cell::Number(number), Cell::Day)
}

/// Returns a day that is written as `2024-01-05` or `2024-01-05T00:00:00`.
fn iso(text: &str) -> Option<Cell> {
    match date::text(text, date::FIRST_BIRTH) {
        Ok(day) => Some(Cell::Day(day)),
        Err(_) => Cell::of(text),
    }
}
