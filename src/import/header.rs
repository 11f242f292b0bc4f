//! Which sheet and which row have the headers, and what each column is.
//!
//! The header row is the one among the first rows in which most columns are
//! known. A header that says too little alone («Datum») is read together with
//! what stands over it («Beslut»).

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Column;
use super::Mapping;
use super::book::Book;
use super::book::Cell;
use super::book::Row;
use super::book::Sheet;
use super::columns;
use super::columns::plain;
use crate::personal;

/// The header row is looked for among so many filled rows.
const LOOKED_AT: usize = 25;

/// Fewer known headers than this may be chance.
const FEWEST: usize = 2;

/// The columns of a sheet.
#[derive(Debug)]
pub(super) struct Layout {
    /// The row of the headers.
    pub(super) row: u32,
    /// Where each key stands, with the number in its header.
    pub(super) keys: BTreeMap<&'static str, Vec<(u32, Option<u32>)>>,
    /// The columns as they stand, with their places.
    pub(super) columns: Vec<(u32, Column)>,
}

/// Returns the sheet and the row that fit best, if any does.
pub(super) fn best<'b>(book: &'b Book, mapping: &Mapping) -> Option<(&'b Sheet, Layout)> {
    let mut best = None;
    for (sheet, layout) in all(book, mapping) {
        let more = best
            .as_ref()
            .is_none_or(|(_, most): &(_, Layout)| layout.keys.len() > most.keys.len());
        if more {
            best = Some((sheet, layout));
        }
    }
    best
}

/// Returns the sheets beside one that look like lists of decisions too.
pub(super) fn beside<'b>(book: &'b Book, mapping: &Mapping, sheet: &Sheet) -> Vec<&'b Sheet> {
    let mut sheets = all(book, mapping);
    sheets.retain(|(other, layout)| {
        let dated = layout.has("beslutsdatum") || layout.has("avbrott");
        let rows = other.rows.last().is_some_and(|row| row.number > layout.row);
        !std::ptr::eq(*other, sheet) && dated && layout.has("insats") && rows
    });
    sheets.into_iter().map(|(other, _)| other).collect()
}

/// Returns every sheet that may be read and has known headers, with the row that
/// has most.
fn all<'b>(book: &'b Book, mapping: &Mapping) -> Vec<(&'b Sheet, Layout)> {
    let named = mapping.sheet.as_deref().and_then(|name| book.sheet(name));
    let looked_at = |sheet: &&Sheet| match named {
        Some(named) => std::ptr::eq(*sheet, named),
        None => !sheet.hidden,
    };
    let mut list = vec![];
    for sheet in book.sheets.iter().filter(looked_at) {
        let numbered = mapping.header_row.and_then(|row| row.checked_sub(1));
        let mut best: Option<Layout> = None;
        let rows = sheet.rows.iter().take(match numbered {
            Some(_) => usize::MAX,
            None => LOOKED_AT,
        });
        for row in rows.filter(|row| numbered.is_none_or(|number| row.number == number)) {
            let layout = layout(sheet, row, mapping);
            let known = layout.keys.len();
            let more = best.as_ref().is_none_or(|most| known > most.keys.len());
            if more && known >= FEWEST {
                best = Some(layout);
            }
        }
        list.extend(best.map(|layout| (sheet, layout)));
    }
    list
}

/// One header: where it stands, what is written, what it means.
struct Label {
    column: u32,
    header: String,
    key: Option<(&'static str, Option<u32>)>,
    by: By,
}

/// What a header is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// `import.yaml`.
    Mapping,
    /// Itself and what stands over it.
    Both,
    /// Itself.
    Own,
    /// What stands over it, as it is empty.
    Above,
}

fn layout(sheet: &Sheet, row: &Row, mapping: &Mapping) -> Layout {
    let words = Words::new(mapping);
    let over = row.number.checked_sub(1).and_then(|above| sheet.row(above));
    let own = row.cells.iter();
    let places = own.chain(over.into_iter().flat_map(|row| &row.cells));
    let places: BTreeSet<u32> = places.map(|(column, _)| *column).collect();
    let mut labels: Vec<Label> = places
        .into_iter()
        .filter_map(|column| words.label(sheet, row, column))
        .collect();
    // What stands over an empty cell is its header only in a row of headers.
    let count = |by| {
        labels
            .iter()
            .filter(|l| l.key.is_some() && l.by == by)
            .count()
    };
    let own = count(By::Own) + count(By::Mapping);
    if count(By::Both) == 0 && own < FEWEST {
        labels.retain(|label| label.by != By::Above);
    }
    let mapped: BTreeSet<_> = labels
        .iter()
        .filter(|label| label.by == By::Mapping)
        .filter_map(|label| label.key.map(|(key, _)| key))
        .collect();
    let mut layout = Layout {
        row: row.number,
        keys: BTreeMap::new(),
        columns: vec![],
    };
    for label in labels {
        // What the nämnd has pointed out stands in place of what is guessed.
        let key = label
            .key
            .filter(|(key, _)| label.by == By::Mapping || !mapped.contains(key));
        if let Some((key, number)) = key {
            let places = layout.keys.entry(key).or_default();
            places.push((label.column, number));
        }
        let at = match label.by {
            By::Above => row.number.saturating_sub(1),
            By::Mapping | By::Both | By::Own => row.number,
        };
        let column = Column {
            cell: personal::mask(&sheet.at(at, label.column)).into(),
            header: one_line(&personal::mask(&label.header)),
            key: key.map(|(key, _)| key),
        };
        layout.columns.push((label.column, column));
    }
    layout
}

/// Returns a header without its line breaks.
fn one_line(header: &str) -> String {
    header.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `import.yaml` says of headers, as they are compared.
struct Words {
    keys: BTreeMap<String, &'static str>,
    unused: BTreeSet<String>,
}

impl Words {
    fn new(mapping: &Mapping) -> Self {
        let keys = mapping.columns.iter();
        Self {
            keys: keys.map(|(key, header)| (plain(header), *key)).collect(),
            unused: mapping.unused.iter().map(|header| plain(header)).collect(),
        }
    }

    fn label(&self, sheet: &Sheet, row: &Row, column: u32) -> Option<Label> {
        let label = |header: String, key, by| {
            let unused = self.unused.contains(&plain(&header));
            let key = if unused { None } else { key };
            Some(Label {
                column,
                header,
                key,
                by,
            })
        };
        let over = sheet.above(row.number, column);
        let Some(own) = row.get(column).map(Cell::written) else {
            let right_above = sheet.row(row.number.checked_sub(1)?)?.get(column)?;
            let header = right_above.written();
            let mapped = self.keys.get(&plain(&header)).map(|key| (*key, None));
            let key = mapped.or_else(|| columns::named(&header));
            return label(header, key, By::Above);
        };
        let both = over.map(|over| format!("{over} {own}"));
        let mapped = |header: &str| self.keys.get(&plain(header)).map(|key| (*key, None));
        if let Some(key) = mapped(&own) {
            return label(own, Some(key), By::Mapping);
        }
        if let Some(both) = both.filter(|both| !self.unused.contains(&plain(both))) {
            if let Some(key) = mapped(&both) {
                return label(both, Some(key), By::Mapping);
            }
            if let Some(key) = columns::named(&both)
                && !self.unused.contains(&plain(&own))
            {
                return label(both, Some(key), By::Both);
            }
        }
        let key = columns::named(&own);
        label(own, key, By::Own)
    }
}

impl Layout {
    /// Returns the column of a key.
    pub(super) fn column(&self, key: &str) -> Option<u32> {
        Some(self.keys.get(key)?.first()?.0)
    }

    /// Returns whether the table is our own workbook: it has ids, and every
    /// header is a key as it is written.
    pub(super) fn is_ours(&self) -> bool {
        let mut used = self.columns.iter().map(|(_, column)| column);
        self.has("id") && used.all(|column| column.key.is_none_or(|key| key == column.header))
    }

    /// Returns whether a key has a column.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }
}
