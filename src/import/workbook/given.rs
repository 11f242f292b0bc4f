//! The rows of a sheet as somebody has left them: each under the keys of the
//! headers.

use std::sync::Arc;

use crate::import::book;
use crate::import::book::Cell;
use crate::import::columns::plain;
use crate::import::told::IMPORT_KOLUMN;
use crate::import::told::IMPORT_VARDE;
use crate::import::told::Told;
use crate::import::told::quoted;
use crate::import::workbook::Desk;
use crate::import::workbook::Line;
use crate::import::workbook::Sheet;
use crate::load::keys::Key;
use crate::model::catalogue::fold;

/// A sheet with its columns found.
pub(super) struct Given<'b> {
    sheet: &'b book::Sheet,
    /// The keys, each with its column, if the sheet has it.
    columns: Vec<(&'static Key, Option<u32>)>,
    rows: Vec<&'b book::Row>,
}

impl<'b> Given<'b> {
    /// Finds the columns of a sheet; nothing if the workbook has no such sheet or
    /// nothing in it can be told apart.
    pub(super) fn of(desk: &mut Desk<'b>, which: Sheet) -> Option<Self> {
        let sheet = desk.book.sheet(which.name())?;
        let told = &mut desk.told;
        let (header, rows) = sheet.rows.split_first()?;
        let mut columns: Vec<_> = which.columns().into_iter().map(|key| (key, None)).collect();
        for (at, cell) in &header.cells {
            let said = cell.written();
            let known = columns
                .iter_mut()
                .find(|(key, place)| place.is_none() && plain(key.name) == plain(&said));
            match known {
                Some((_, place)) => *place = Some(*at),
                None => {
                    let message = format!("kolumnen {} läses inte", quoted(&said));
                    let help = "ta bort den, eller döp om den till en av rubrikerna";
                    let cell = sheet.at(header.number, *at);
                    told.look(&IMPORT_KOLUMN, &cell, &message, help);
                }
            }
        }
        let given = Self {
            sheet,
            columns,
            rows: rows.iter().collect(),
        };
        let (first, place) = given.columns.first()?;
        if place.is_none() {
            given.lacks(first, &mut desk.told);
            return None;
        }
        Some(given)
    }

    /// Tells that the sheet lacks a column.
    pub(super) fn lacks(&self, key: &Key, told: &mut Told) {
        let message = format!("bladet {} saknar kolumnen «{}»", self.sheet.name, key.name);
        let help = "skriv tillbaka rubriken, eller gör en ny arbetsbok med «evb ny --excel»";
        told.cell(&IMPORT_KOLUMN, &self.sheet.at(0, 0), &message, help);
    }

    /// Returns whether the sheet has a column.
    pub(super) fn has(&self, column: usize) -> bool {
        self.columns
            .get(column)
            .is_some_and(|(_, place)| place.is_some())
    }

    /// Returns the keys the sheet has columns for, but the first.
    pub(super) fn keys(&self) -> impl Iterator<Item = (usize, &'static Key)> {
        let found = self.columns.iter().enumerate().skip(1);
        found.filter_map(|(at, (key, place))| place.map(|_| (at, *key)))
    }

    /// Returns the cell of a row in a column, if something stands there.
    pub(super) fn cell(&self, row: &'b book::Row, column: usize) -> Option<&'b Cell> {
        row.get(self.columns.get(column)?.1?)
    }

    /// Returns the name of the cell of a row in a column.
    pub(super) fn at(&self, row: &book::Row, column: usize) -> Arc<str> {
        let place = self.columns.get(column).and_then(|(_, place)| *place);
        self.sheet.at(row.number, place.unwrap_or_default())
    }

    /// Holds the rows against the lines of a file, by what they are about: the
    /// lines with their rows, and the rows that have no line.
    pub(super) fn held<'l>(&self, lines: &'l [Line], told: &mut Told) -> Held<'b, 'l> {
        let mut held = Held {
            both: lines.iter().map(|line| (line, None)).collect(),
            new: vec![],
        };
        let mut met: Vec<String> = vec![];
        for row in &self.rows {
            let Some(name) = self.cell(row, 0).map(Cell::written) else {
                // Without a name nobody knows what the row is about.
                if (1..self.columns.len()).any(|at| self.cell(row, at).is_some()) {
                    let (key, _) = self.columns[0];
                    let message = format!("raden saknar «{}»", key.name);
                    let help = "fyll i den första kolumnen, eller töm raden";
                    told.cell(&IMPORT_VARDE, &self.at(row, 0), &message, help);
                }
                continue;
            };
            let name = fold(&name);
            let standing = held.both.iter_mut().find(|(line, row)| {
                let first = line.cells.first();
                row.is_none() && first.is_some_and(|first| fold(first) == name)
            });
            if let Some((_, place)) = standing {
                *place = Some(*row);
            } else if met.contains(&name) {
                let message = format!("{} står på två rader", quoted(&name));
                let help = "ta bort den ena raden";
                told.cell(&IMPORT_VARDE, &self.at(row, 0), &message, help);
            } else {
                held.new.push(*row);
            }
            met.push(name);
        }
        held
    }
}

/// Rows held against the lines of a file.
pub(super) struct Held<'b, 'l> {
    /// The lines, each with its row, if it has one.
    pub(super) both: Vec<(&'l Line, Option<&'b book::Row>)>,
    /// The rows that the file has no line for.
    pub(super) new: Vec<&'b book::Row>,
}

/// Returns whether a cell says what stands in the file. Dashes and blanks say
/// nothing, and line breaks are those of the sheet.
pub(super) fn is_same(cell: Option<&Cell>, standing: &str) -> bool {
    let said = cell.map(Cell::written).unwrap_or_default();
    let standing = Cell::of(standing).map(|cell| cell.written());
    said.trim() == standing.unwrap_or_default().trim()
}
