//! What an import would do, told before anything is written.
//!
//! Personal data is masked; long lists are cut unless the whole is asked for.

use std::fmt::Write as _;

use crate::import::Column;
use crate::import::merge::Changed;
use crate::import::merge::Merged;
use crate::model::quarter::Quarter;
use crate::personal;

/// Rows of a list that are shown when not all are asked for: about a screen.
const SHOWN: usize = 12;

/// What an import would do.
#[derive(Debug)]
pub struct Preview {
    /// The table's name.
    pub file: String,
    /// The quarter's file.
    pub target: String,
    /// The quarter.
    pub quarter: Quarter,
    /// The sheet that was read, if the file has sheets.
    pub sheet: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows that were read.
    pub rows: usize,
    /// The rows that are new in the quarter, as they will stand.
    pub added: Vec<String>,
    /// What changes in the quarter.
    pub merged: Merged,
    /// What changes in `bevakning.yaml`.
    pub watched: Watched,
    /// The rows that belong nowhere, and why.
    pub left_out: LeftOut,
    /// The rows of the quarter that remain without a reason.
    pub without_reason: Vec<String>,
    /// Values of the workbook's other sheets that change.
    pub other_sheets: usize,
}

/// What an import does to `bevakning.yaml`.
#[derive(Debug, Default)]
pub struct Watched {
    /// Rows that are new.
    pub added: usize,
    /// Rows with another value.
    pub changed: usize,
    /// Rows that stand there just so.
    pub same: usize,
    /// Rows that are moved to the quarter, or have ended.
    pub moved: usize,
    /// Rows that are not in the table.
    pub gone: usize,
}

/// The rows that belong nowhere, by their cells.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// They ended before the quarter.
    pub ended_before: Vec<String>,
    /// They were executed or closed before they were reportable.
    pub in_time: Vec<String>,
}

impl Preview {
    /// Returns the preview as text; with `all`, every row.
    pub fn text(&self, all: bool) -> String {
        let mut out = String::new();
        self.table(&mut out);
        self.quarter(&mut out, all);
        self.beside(&mut out, all);
        personal::mask(&out)
    }

    fn table(&self, out: &mut String) {
        let sheet = match self.sheet.as_str() {
            "" => String::new(),
            sheet => format!(", bladet «{sheet}»"),
        };
        line(out, &format!("{}{sheet}: {}", self.file, rows(self.rows)));
        // Our own headers need no translation.
        let own = |column: &Column| column.key == Some(column.header.as_str());
        if !self.columns.iter().all(own) {
            let used: Vec<_> = self.columns.iter().filter_map(used).collect();
            line(out, &format!("  läses: {}", used.join(", ")));
        }
        let unused = self.columns.iter().filter(|column| column.key.is_none());
        let unused: Vec<_> = unused.map(|c| format!("«{}»", c.header)).collect();
        if !unused.is_empty() {
            line(out, &format!("  används inte: {}", unused.join(", ")));
        }
    }

    fn quarter(&self, out: &mut String, all: bool) {
        let merged = &self.merged;
        line(out, &format!("\n{} ({})", self.quarter, self.target));
        let mut changed: Vec<&str> = merged.changed.iter().map(|c| c.id.as_str()).collect();
        changed.dedup();
        for (count, one, many) in [
            (merged.added.len(), "ny rad", "nya rader"),
            (changed.len(), "ändrad rad", "ändrade rader"),
            (merged.same, "oförändrad rad", "oförändrade rader"),
        ] {
            if count > 0 {
                line(out, &format!("  {}", counted(count, one, many)));
            }
        }
        if self.other_sheets > 0 {
            let values = counted(self.other_sheets, "värde", "värden");
            line(out, &format!("  {values} ur arbetsbokens andra blad"));
        }
        list(out, "Nya rader:", &self.added, all);
        let changes: Vec<_> = merged.changed.iter().map(told).collect();
        list(out, "Ändrat:", &changes, all);
        if !merged.gone.is_empty() {
            let heading = "Finns i kvartalet men inte i filen (raderna står kvar; har beslutet \
                           verkställts eller avslutats behöver de ett datum):";
            list(out, heading, &merged.gone, all);
        }
    }

    fn beside(&self, out: &mut String, all: bool) {
        let watched = &self.watched;
        let parts = [
            (watched.added, "ny rad", "nya rader"),
            (watched.changed, "ändrat värde", "ändrade värden"),
            (watched.same, "oförändrad rad", "oförändrade rader"),
            (
                watched.moved,
                "rad tas bort ur den",
                "rader tas bort ur den",
            ),
            (
                watched.gone,
                "rad som inte finns i filen",
                "rader som inte finns i filen",
            ),
        ];
        let parts: Vec<_> = parts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| counted(count, one, many))
            .collect();
        if !parts.is_empty() {
            let heading = "\nbevakning.yaml (ännu inte tre månader)";
            line(out, &format!("{heading}: {}", parts.join(", ")));
        }
        list(
            out,
            "Inte med, eftersom de tog slut före kvartalet (--alla tar med dem):",
            &self.left_out.ended_before,
            all,
        );
        list(
            out,
            "Inte med, eftersom de verkställdes eller avslutades inom tre månader (--alla tar med \
             dem):",
            &self.left_out.in_time,
            all,
        );
        let heading = "Saknar orsak (--orsaker FIL skriver en lista att fylla i och importera):";
        list(out, heading, &self.without_reason, all);
    }
}

/// Returns a column that is read: «Beslutsdatum», or «Beslutdat som
/// beslutsdatum» where it is called something else.
fn used(column: &Column) -> Option<String> {
    let key = column.key?;
    Some(match column.header.to_lowercase() == key {
        true => format!("«{}»", column.header),
        false => format!("«{}» som {key}", column.header),
    })
}

fn told(changed: &Changed) -> String {
    let value = |value: &Option<String>| match value {
        Some(value) => format!("«{value}»"),
        None => "inget".to_owned(),
    };
    let Changed { id, key, from, to } = changed;
    format!("{id}  {key}: {} blir {}", value(from), value(to))
}

fn rows(count: usize) -> String {
    counted(count, "rad", "rader")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn list(out: &mut String, heading: &str, items: &[String], all: bool) {
    if items.is_empty() {
        return;
    }
    line(out, &format!("\n{heading}"));
    let shown = if all { items.len() } else { SHOWN };
    for item in items.iter().take(shown) {
        line(out, &format!("  {item}"));
    }
    if items.len() > shown {
        let left = items.len() - shown;
        line(out, &format!("  … och {left} till (--detaljer visar alla)"));
    }
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{text}").expect("a text can always be written to");
}
