//! One cell at a time: what it says under its key, or a finding at it.

use std::sync::Arc;

use chrono::Datelike as _;
use chrono::NaiveDate;

use super::book::Cell;
use super::book::Row;
use super::book::Sheet;
use super::columns::plain;
use super::date;
use super::date::Bad;
use super::header::Layout;
use super::told::IMPORT_DATUM;
use super::told::IMPORT_PERSON;
use super::told::IMPORT_VARDE;
use super::told::Told;
use super::told::quoted;
use crate::load::keys::either;
use crate::model::quarter::Quarter;
use crate::personal;
use crate::personal::Kind;

/// Years from which on a day means that there is no end.
const NO_END: i32 = 2900;

/// One row that is being read, with where its findings go.
pub(super) struct Line<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) layout: &'a Layout,
    pub(super) row: &'a Row,
    pub(super) from_1904: bool,
    pub(super) told: &'a mut Told,
}

impl<'a> Line<'a> {
    /// Returns the name of the cell of a key, or the row's first cell.
    pub(super) fn at(&self, key: &str) -> Arc<str> {
        match self.layout.column(key) {
            Some(column) => self.place(column),
            None => self.first(),
        }
    }

    /// Returns the name of the row's cell in a column.
    pub(super) fn place(&self, column: u32) -> Arc<str> {
        self.sheet.at(self.row.number, column)
    }

    /// Returns the name of the row's first filled cell.
    pub(super) fn first(&self) -> Arc<str> {
        let first = self.row.cells.first().map_or(0, |(column, _)| *column);
        self.place(first)
    }

    /// Returns the cell of a key, if something can be read there.
    pub(super) fn cell(&self, key: &str) -> Option<&'a Cell> {
        self.get(self.layout.column(key)?)
    }

    /// Returns the cell of a column, if something can be read there.
    pub(super) fn get(&self, column: u32) -> Option<&'a Cell> {
        self.row.get(column).filter(|cell| **cell != Cell::Fault)
    }

    /// Tells a cell that says something else than its column can hold.
    pub(super) fn wrong(&mut self, key: &str, message: &str, help: &str) {
        let cell = self.at(key);
        self.told.cell(&IMPORT_VARDE, &cell, message, help);
    }

    /// Tells the formulas of the row that have failed.
    pub(super) fn faults(&mut self) {
        let layout = self.layout;
        let used = layout.keys.values().flatten();
        for (column, _) in used {
            if self.row.get(*column) == Some(&Cell::Fault) {
                let cell = self.place(*column);
                let message = "formeln i cellen har gett ett fel";
                let help = "rätta formeln, eller skriv värdet i stället";
                self.told.cell(&IMPORT_VARDE, &cell, message, help);
            }
        }
    }

    /// Returns a day.
    pub(super) fn date(&mut self, key: &str) -> Option<NaiveDate> {
        let cell = self.cell(key)?;
        let column = self.layout.column(key)?;
        self.day(cell, column)
    }

    /// Returns the day on which something happened, where «nej» and a day at the
    /// end of time mean that it has not.
    pub(super) fn event(&mut self, key: &str) -> Option<NaiveDate> {
        let cell = self.cell(key)?;
        let not = cell
            .text()
            .is_some_and(|text| matches!(plain(text).as_str(), "nej" | "n"));
        let never = match cell {
            Cell::Day(day) => day.year() >= NO_END,
            Cell::Text(text) => text.starts_with("9999") || text.starts_with("2999"),
            Cell::Number(_) | Cell::Truth(_) | Cell::Fault => false,
        };
        if not || never || *cell == Cell::Truth(false) {
            return None;
        }
        self.date(key)
    }

    /// Returns the day in a cell of a column.
    pub(super) fn day(&mut self, cell: &Cell, column: u32) -> Option<NaiveDate> {
        match date::cell(cell, self.from_1904, date::FIRST) {
            Ok(day) => Some(day),
            Err(bad) => {
                let place = self.place(column);
                self.no_day(bad, &quoted(&cell.written()), &place);
                None
            }
        }
    }

    /// Tells that a cell holds no day.
    pub(super) fn no_day(&mut self, bad: Bad, what: &str, cell: &Arc<str>) {
        let (why, help) = bad.told();
        let message = format!("{what} {why}");
        self.told.cell(&IMPORT_DATUM, cell, &message, help);
    }

    /// Returns a text as it is written.
    pub(super) fn written(&self, key: &str) -> Option<String> {
        self.cell(key).map(Cell::written)
    }

    /// Returns a text that will stand in a file; nothing, and a finding, if it
    /// points out a person. A street may be that of a unit.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        let text = self.written(key)?;
        let hits = personal::find(&text);
        let Some(kind) = hits.iter().map(|hit| hit.kind).min() else {
            return Some(text);
        };
        let what = match kind {
            Kind::Epost | Kind::Adress => format!("en {}", kind.name()),
            Kind::Personnummer | Kind::Samordningsnummer | Kind::TillfalligtId | Kind::Telefon => {
                format!("ett {}", kind.name())
            }
        };
        let message = format!("i cellen för {key} står {what}");
        let help = "ta bort det ur cellen, eller skriv kolumnen under «används_inte» i import.yaml";
        let cell = self.at(key);
        if kind == Kind::Adress {
            self.told.look(&IMPORT_PERSON, &cell, &message, help);
            return Some(text);
        }
        self.told.cell(&IMPORT_PERSON, &cell, &message, help);
        None
    }

    /// Returns whether a cell says ja.
    pub(super) fn yes(&mut self, key: &str) -> bool {
        let Some(cell) = self.cell(key) else {
            return false;
        };
        let said = match cell {
            Cell::Truth(truth) => return *truth,
            Cell::Number(_) | Cell::Text(_) | Cell::Day(_) | Cell::Fault => plain(&cell.written()),
        };
        let marked = key == "skyddad" && ["sekretess", "skydd"].iter().any(|w| said.starts_with(w));
        match said.as_str() {
            "ja" | "j" | "x" | "1" | "sant" | "true" | "yes" => true,
            "nej" | "n" | "0" | "falskt" | "false" | "no" => false,
            _ if marked => true,
            _ => {
                let message = format!("{key} kan inte vara {}", quoted(&cell.written()));
                self.wrong(key, &message, "skriv ja, eller låt cellen vara tom");
                false
            }
        }
    }

    /// Returns a number.
    pub(super) fn number(&mut self, key: &str) -> Option<u32> {
        let written = self.written(key)?;
        let number = written.trim_end_matches('.').parse().ok();
        if number.is_none() {
            let message = format!("{} är inget löpnummer", quoted(&written));
            self.wrong(key, &message, "skriv ett heltal, eller töm cellen");
        }
        number
    }

    /// Returns a quarter: `2023-Q2`, `Q2 2023`, `kvartal 2 2023`.
    pub(super) fn quarter(&mut self, key: &str) -> Option<Quarter> {
        let written = self.written(key)?;
        let numbers: Vec<u32> = written
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let quarter = match numbers.as_slice() {
            [year, number] | [number, year] if *year > 1000 => {
                Quarter::new(year.cast_signed(), *number)
            }
            _ => None,
        };
        if quarter.is_none() {
            let message = format!("{} är inget kvartal", quoted(&written));
            self.wrong(key, &message, "skriv år och kvartal, till exempel 2023-Q4");
        }
        quarter
    }

    /// Returns the word that a cell means, given words and what they mean.
    pub(super) fn word(
        &mut self,
        key: &str,
        words: &[(&str, &'static str)],
    ) -> Option<&'static str> {
        let written = self.written(key)?;
        let folded = plain(&written);
        let found = words.iter().find(|(word, _)| *word == folded);
        if found.is_none() {
            let mut known: Vec<_> = words.iter().map(|(_, meant)| *meant).collect();
            known.dedup();
            let message = format!("{key} kan inte vara {}", quoted(&written));
            let help = format!("skriv {}, eller töm cellen", either(&known));
            self.wrong(key, &message, &help);
        }
        found.map(|(_, meant)| *meant)
    }
}
