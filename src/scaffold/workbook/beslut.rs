//! The sheet «Beslut»: the rows of the quarter, and rows to fill in, each with an
//! id of its own.

use std::collections::BTreeSet;

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::import::workbook::BESLUT;
use crate::import::workbook::cell;
use crate::load::keys::Key;
use crate::load::keys::QUARTER;
use crate::model::quarter::Quarter;
use crate::scaffold::rows;
use crate::scaffold::workbook::Wanted;
use crate::scaffold::workbook::lists::Lists;
use crate::scaffold::workbook::look::Look;
use crate::scaffold::workbook::sheet;

/// So many rows have an id beforehand.
const NEW: usize = 200;

/// Writes the sheet.
pub(super) fn write(
    page: &mut Worksheet,
    wanted: &Wanted<'_>,
    lists: &Lists,
    look: &Look,
) -> Result<(), XlsxError> {
    let table = QUARTER.key("beslut").and_then(|key| key.kind.table());
    let keys: Vec<&'static Key> = table.map_or(vec![], |table| table.keys.iter().collect());
    sheet::begin(page, BESLUT, &keys, look)?;
    let root = wanted.source.root.as_ref();
    let list = root.and_then(|root| root.get("beslut"));
    let mut row = 0;
    for item in list.map_or(&[][..], rows::items) {
        row += 1;
        for (column, key) in (0..).zip(&keys) {
            if let Some(value) = item.get(key.name) {
                let text = cell::text(&key.kind, &cell::value_of(value));
                sheet::put(page, row, column, key, &text, look)?;
            }
        }
    }
    let ids = ids(wanted.quarter, wanted.taken);
    let place = (0..).zip(&keys).find(|(_, key)| key.name == "id");
    if let Some((column, key)) = place {
        for id in ids {
            row += 1;
            sheet::write_cell(page, row, column, key, &id, look.faint())?;
        }
    }
    sheet::end(page, &keys, row, lists)?;
    // The numbers and the ids stay in sight.
    page.set_freeze_panes(1, 2)?;
    let last = u16::try_from(keys.len()).unwrap_or(1).saturating_sub(1);
    page.autofilter(0, 0, row, last)?;
    Ok(())
}

/// Returns ids for new rows: `2026Q4-001` and on, but for those that are taken.
fn ids(quarter: Quarter, taken: &BTreeSet<String>) -> Vec<String> {
    let id = |n: usize| format!("{}Q{}-{n:03}", quarter.year(), quarter.number());
    let free = (1..).map(id).filter(|id| !taken.contains(id));
    free.take(NEW).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_taken_is_passed_over() {
        let quarter = "2026-Q4".parse().expect("a quarter");
        let taken = BTreeSet::from(["2026Q4-002".to_owned()]);
        let ids = ids(quarter, &taken);
        assert_eq!(ids.len(), NEW);
        assert_eq!(ids[..2], ["2026Q4-001", "2026Q4-003"]);
        assert_eq!(ids.last().map(String::as_str), Some("2026Q4-201"));
    }
}
