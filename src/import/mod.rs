//! A table (XLSX, ODS, CSV) → rows with ids, sorted and held against those
//! that are there already.
//!
//! The bytes of an export come in, with what the nämnd calls its columns; one
//! record per row goes out, and every finding with its cell. Who a row is about
//! stays in [`Person`], which prints as «•••»: a personnummer and a birth date
//! give sex and child or adult, and are dropped.
//!
//! Not here: files, the clock, ids.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::edit::Value;
use crate::finding::Finding;
use crate::finding::Rule;
use crate::import::told::Told;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::quarter::Quarter;
use crate::personal;
use crate::validate::vocabulary::Vocabulary;

pub mod book;
pub mod compact;
mod columns;
mod date;
mod end;
mod header;
pub mod id;
pub mod key;
mod kon;
mod lagrum;
pub mod lock;
pub mod mapping;
mod meaning;
pub mod merge;
mod missing;
mod offers;
pub mod person;
pub mod preview;
mod row;
pub mod sort;
pub mod told;
mod value;
mod who;
pub mod workbook;

pub use book::Book;
pub use columns::reference;
pub use mapping::Mapping;
pub use person::Person;

/// Every rule of this room.
pub static RULES: [&Rule; 12] = [
    &told::IMPORT_FIL,
    &told::IMPORT_KOLUMN,
    &told::IMPORT_DATUM,
    &told::IMPORT_VARDE,
    &told::IMPORT_PERSON,
    &told::IMPORT_KON_ALDER,
    &told::IMPORT_RAD,
    &id::SAMMA_BESLUT,
    &lock::NYCKEL_SAKNAS,
    &lock::NYCKEL_TRASIG,
    &lock::FEL_NYCKEL,
    &lock::NYCKEL_BLAND_DATA,
];

/// What a table is read against.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The insatser and reasons the nämnd may write.
    pub vocabulary: &'a Vocabulary,
    /// The quarter the rows are for: whoever is under 18 on its last day is a
    /// child.
    pub quarter: Quarter,
    /// What the nämnd has said of its columns and words.
    pub mapping: &'a Mapping,
}

/// What a table holds.
#[derive(Debug, Default)]
pub struct Read {
    /// The sheet that was read; empty for CSV.
    pub sheet: String,
    /// The columns, as they stand.
    pub columns: Vec<Column>,
    /// The rows that can be read, in the order of the file.
    pub records: Vec<Record>,
    /// What is wrong, each with its cell.
    pub findings: Vec<Finding>,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The cell of its header, «Blad1!D3».
    pub cell: Arc<str>,
    /// The header as it is written, on one line.
    pub header: String,
    /// What it is read as, or nothing if it is not used.
    pub key: Option<&'static str>,
}

/// One row of a table.
#[derive(Debug)]
pub struct Record {
    /// The first cell of the row, «Blad1!A7», for messages.
    pub cell: Arc<str>,
    /// The cell of each key.
    pub at: At,
    /// Whom and which decision the row is about.
    pub who: Who,
    /// The case number, for the list of keys only: never in a quarter file.
    pub case: Option<String>,
    /// The keys of `beslut` with their values, in the order of the key table,
    /// without `nr` and `id`.
    pub fields: Vec<(&'static str, Value)>,
    /// The insats.
    pub insats: InsatsId,
    /// The act it is granted under.
    pub act: Act,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// The first day of an interruption.
    pub avbrott_on: Option<NaiveDate>,
    /// The day the insats started.
    pub executed_on: Option<NaiveDate>,
    /// The day the beslut was closed without having been executed.
    pub closed_on: Option<NaiveDate>,
    /// The running number of the quarter's list.
    pub nr: Option<u32>,
}

/// Where the keys of one row stand.
#[derive(Debug, Clone)]
pub struct At {
    sheet: Arc<str>,
    columns: Arc<BTreeMap<&'static str, u32>>,
    row: u32,
}

impl At {
    /// Returns the cell of a key, «Blad1!D7», if the table has a column for it.
    pub fn get(&self, key: &str) -> Option<Arc<str>> {
        let column = self.columns.get(key)?;
        Some(book::cell_name(&self.sheet, self.row, *column))
    }
}

/// Whom and which decision a row is about.
#[derive(Debug, PartialEq, Eq)]
pub enum Who {
    /// The id of our own workbook.
    Id(String),
    /// The decision's number in the case system.
    Number(String),
    /// A person; which decision is told by the insats and the date.
    Person(Person),
}

/// Reads a table: the file's name for messages, its bytes, and what they are
/// read against.
pub fn read(name: &str, bytes: &[u8], setting: &Setting<'_>) -> Read {
    match book::open(bytes) {
        Ok(book) => read_book(name, &book, setting),
        Err((message, help)) => {
            let mut told = Told::new(name);
            told.file(&told::IMPORT_FIL, &message, &help);
            Read {
                findings: told.into_list(),
                ..Read::default()
            }
        }
    }
}

/// Reads the rows of a file that is already open.
pub fn read_book(name: &str, book: &Book, setting: &Setting<'_>) -> Read {
    let mut told = Told::new(name);
    let Some((sheet, layout)) = header::best(book, setting.mapping) else {
        missing::no_header(book, setting.mapping, &mut told);
        return Read {
            findings: told.into_list(),
            ..Read::default()
        };
    };
    // Our own workbook has sheets of its own.
    if !layout.is_ours() && missing::no_sheet(book, setting.mapping, &mut told) {
        return Read {
            findings: told.into_list(),
            ..Read::default()
        };
    }
    missing::beside(book, sheet, setting.mapping, &mut told);
    missing::check(sheet, &layout, setting.mapping, &mut told);
    let records = if told.errors() == 0 {
        row::all(book, sheet, &layout, setting, &mut told)
    } else {
        vec![]
    };
    Read {
        sheet: personal::mask(&sheet.name),
        columns: layout
            .columns
            .into_iter()
            .map(|(_, column)| column)
            .collect(),
        records,
        findings: told.into_list(),
    }
}
