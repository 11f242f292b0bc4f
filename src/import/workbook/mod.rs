//! The workbook that `evb ny --excel` writes: what its sheets hold, and what has
//! been changed in them.
//!
//! Every sheet has the keys of the file as its headers, and in each cell the text
//! that [`cell`] makes of a value. A cell that still says the same is no change,
//! so a workbook that nobody has touched changes nothing. «Beslut» is read as
//! any table is. How the workbook looks is `scaffold`'s.

use crate::edit::Change;
use crate::finding::Finding;
use crate::finding::Route;
use crate::import::Book;
use crate::import::book;
use crate::import::book::Cell;
use crate::import::told::Told;
use crate::load::keys::Key;
use crate::load::source::Source;
use crate::model::quarter::Quarter;
use crate::validate::vocabulary::Vocabulary;

pub mod cell;
mod figures;
mod given;
mod records;
mod texts;

pub use texts::TOO_LONG;

/// The sheet that says what the workbook is and how to fill it in.
pub const GUIDE: &str = "Läs mig";
/// The rows of the quarter.
pub const BESLUT: &str = "Beslut";

/// What stands before the name of the nämnd's folder in the guide.
pub const FOLDER: &str = "mapp";
/// What stands before the quarter in the guide.
pub const QUARTER: &str = "kvartal";

/// The sheets that are read against the file, in the order of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// How many beslut there are of each insats.
    Ongoing,
    /// How the utförare have reported.
    Providers,
    /// The nämnd's own texts.
    Texts,
    /// The documents to make.
    Orders,
}

impl Sheet {
    /// All, in the order of the workbook.
    pub const ALL: [Self; 4] = [Self::Ongoing, Self::Providers, Self::Texts, Self::Orders];

    /// Returns the sheet's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ongoing => "Pågående",
            Self::Providers => "Utförare",
            Self::Texts => "Texter",
            Self::Orders => "Handlingar",
        }
    }

    /// Returns the key of the quarter file that the sheet holds.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ongoing => "pågående",
            Self::Providers => "utförare",
            Self::Texts => "texter",
            Self::Orders => "handlingar",
        }
    }

    /// Returns the columns, the first of which says what a row is about.
    pub fn columns(self) -> Vec<&'static Key> {
        match self {
            Self::Ongoing => figures::COLUMNS.iter().collect(),
            Self::Texts => texts::COLUMNS.iter().collect(),
            Self::Providers | Self::Orders => records::columns(self.key()),
        }
    }

    /// Returns what stands in a file, as lines of the sheet.
    pub fn lines(self, source: &Source) -> Vec<Line> {
        match self {
            Self::Ongoing => figures::lines(source),
            Self::Texts => texts::lines(source),
            Self::Providers | Self::Orders => records::lines(self.key(), source),
        }
    }
}

/// One line of a sheet, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The way to it in the file.
    pub route: Route,
    /// What stands in each column.
    pub cells: Vec<String>,
}

/// What reading the sheets is done with.
pub(super) struct Desk<'a> {
    pub(super) book: &'a Book,
    pub(super) source: &'a Source,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) told: Told,
    pub(super) changes: Vec<Change>,
}

/// Returns what has been changed in the sheets beside «Beslut», and what is wrong
/// with them: the file's name for messages, the workbook, and the quarter's file
/// as it stands.
pub fn sheets(
    name: &str,
    book: &Book,
    source: &Source,
    vocabulary: &Vocabulary,
) -> (Vec<Change>, Vec<Finding>) {
    let mut desk = Desk {
        book,
        source,
        vocabulary,
        told: Told::new(name),
        changes: vec![],
    };
    for sheet in Sheet::ALL {
        let errors = desk.told.errors();
        let before = desk.changes.len();
        match sheet {
            Sheet::Ongoing => figures::read(&mut desk),
            Sheet::Texts => texts::read(&mut desk),
            Sheet::Providers | Sheet::Orders => records::read(&mut desk, sheet),
        }
        // Of a sheet with a fault nothing is changed.
        if desk.told.errors() > errors {
            desk.changes.truncate(before);
        }
    }
    (desk.changes, desk.told.into_list())
}

/// Returns the nämnd's folder and the quarter of a workbook that `evb` has
/// written, or nothing for any other file.
pub fn is_ours(bytes: &[u8]) -> Option<(String, Quarter)> {
    marked(&book::open(bytes).ok()?)
}

/// Returns the same of a file that is already open.
pub fn marked(book: &Book) -> Option<(String, Quarter)> {
    book.sheet(BESLUT)?;
    let guide = book.sheet(GUIDE)?;
    let said = |name: &str| {
        let row = guide.rows.iter().find(|row| {
            let first = row.get(0).and_then(Cell::text);
            first.is_some_and(|text| text.trim() == name)
        })?;
        Some(row.get(1)?.written())
    };
    Some((said(FOLDER)?, said(QUARTER)?.parse().ok()?))
}
