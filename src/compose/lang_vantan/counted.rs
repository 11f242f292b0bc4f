//! How many waits each has: those who answer for them, and the units.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::compose::lang_vantan::Look;
use crate::compose::lang_vantan::Wait;
use crate::compose::lang_vantan::count;
use crate::compose::lang_vantan::heads;
use crate::compose::lang_vantan::knows_offers;
use crate::compose::table::Column;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::table::missing_note;
use crate::narrate::capital;
use crate::narrate::ivo::waits::DECLINED;
use crate::narrate::number::word;
use crate::protect::Cell;

/// Returns how many waits each has, by name; the one with most first.
pub(super) fn table(
    head: &str,
    waiting: &[&Wait<'_>],
    name: impl Fn(&Wait<'_>) -> String,
) -> Table {
    let declined = capital(&format!("{} nej eller fler", word(DECLINED)));
    let columns = [
        (head, Column::Name),
        ("Väntar", Column::Figure),
        ("Mer än ett år", Column::Figure),
        ("Inget erbjudande", Column::Figure),
        (&declined, Column::Figure),
        ("Avbrott, mer än ett år", Column::Figure),
        ("Längst, månader", Column::Figure),
    ];
    let mut groups: BTreeMap<String, Vec<&Wait<'_>>> = BTreeMap::new();
    for wait in waiting {
        groups.entry(name(wait)).or_default().push(wait);
    }
    let mut groups: Vec<(String, Vec<&Wait<'_>>)> = groups.into_iter().collect();
    groups.sort_by_key(|(_, waits)| Reverse(waits.len()));
    let rows = groups.iter().map(|(name, waits)| row(name, waits));
    let rows: Vec<Vec<Text>> = rows.collect();
    let missing = rows.iter().flatten().any(|cell| cell.text == "..");
    Table {
        title: None,
        summary: "Hur många beslut som väntar, hur länge, och hur erbjudandena står.".to_owned(),
        columns: columns.iter().map(|(_, column)| *column).collect(),
        heads: heads(&columns),
        sum: (rows.len() > 1).then(|| row("Alla", waiting)),
        rows,
        notes: missing.then(missing_note).into_iter().collect(),
    }
}

fn row(name: &str, waiting: &[&Wait<'_>]) -> Vec<Text> {
    let known = knows_offers(waiting);
    let cell = |look| Cell::Shown(count(waiting, look));
    let of_offers = |look| if known { cell(look) } else { Cell::Missing };
    let longest = waiting.iter().map(|wait| wait.months).max();
    let cells = [
        cell(Look::Any),
        cell(Look::Long),
        of_offers(Look::Unoffered),
        of_offers(Look::Declined),
        cell(Look::Avbrott),
        longest.map_or(Cell::Missing, Cell::Shown),
    ];
    let mut row = vec![Text::words(name)];
    row.extend(cells.map(Text::figure));
    row
}
