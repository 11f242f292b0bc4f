//! Tables as values: columns, heads, rows and notes, every cell a finished
//! text.

use serde::Serialize;

use crate::narrate::number::grouped;
use crate::protect::Cell;

/// Stands for a number that may not be told: a word, so that it is read aloud
/// and looks like neither zero nor missing.
pub(crate) const HIDDEN: &str = "dolt";

/// A table.
#[derive(Debug, Serialize)]
pub struct Table {
    /// The title over it, if the text around does not name it.
    pub title: Option<String>,
    /// What the table shows, for those who do not see it.
    pub summary: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// One or two rows of heads.
    pub heads: Vec<Vec<Head>>,
    /// The rows.
    pub rows: Vec<Vec<Text>>,
    /// The sum row.
    pub sum: Option<Vec<Text>>,
    /// Notes under the table.
    pub notes: Vec<String>,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Column {
    /// Names: left, taking what is left of the width.
    Name,
    /// Words: left, as wide as they are.
    Word,
    /// Figures: right.
    Figure,
    /// Dates: left, as wide as they are.
    Date,
    /// Running text: left, sharing what is left of the width.
    Text,
}

/// A head cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The text.
    pub text: String,
    /// How many columns it stands over.
    pub columns: usize,
    /// How many rows it fills.
    pub rows: usize,
}

impl Head {
    /// Returns the head of one column, over all head rows.
    pub(crate) fn tall(text: impl Into<String>, rows: usize) -> Self {
        Self {
            text: text.into(),
            columns: 1,
            rows,
        }
    }

    /// Returns a head over several columns.
    pub(crate) fn wide(text: impl Into<String>, columns: usize) -> Self {
        Self {
            text: text.into(),
            columns,
            rows: 1,
        }
    }
}

/// A body cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Whether it is a zero, which is set softly.
    pub zero: bool,
}

impl Text {
    /// Returns a cell of words.
    pub(crate) fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            zero: false,
        }
    }

    /// Returns a cell of a figure.
    pub(crate) fn figure(cell: Cell) -> Self {
        match cell {
            Cell::Shown(n) => Self {
                text: grouped(n),
                zero: n == 0,
            },
            Cell::Hidden => Self::words(HIDDEN),
            // Two points, as in Kolada: the figure is not known.
            Cell::Missing => Self::words(".."),
        }
    }
}

/// Returns the columns of a table of names and so many figures.
pub(crate) fn columns_of(figures: usize) -> Vec<Column> {
    std::iter::once(Column::Name)
        .chain(std::iter::repeat_n(Column::Figure, figures))
        .collect()
}

/// Returns the notes on cells that are not numbers.
pub(crate) fn notes<'a>(cells: impl Iterator<Item = &'a Text> + Clone) -> Vec<String> {
    let has = |mark: &str| cells.clone().any(|cell| cell.text == mark);
    let hidden = has(HIDDEN).then(hidden_note);
    hidden
        .into_iter()
        .chain(has("..").then(missing_note))
        .collect()
}

pub(crate) fn hidden_note() -> String {
    "Dolt betyder att antalet inte visas, för att ingen ska kunna kännas igen.".to_owned()
}

pub(crate) fn missing_note() -> String {
    "Två punkter (..) betyder att uppgift saknas.".to_owned()
}
