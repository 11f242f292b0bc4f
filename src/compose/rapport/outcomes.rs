//! Reported beslut per insats and what has become of them.

use crate::compose::Input;
use crate::compose::rapport::columns_of;
use crate::compose::rapport::known;
use crate::compose::rapport::missing_note;
use crate::compose::rapport::name;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;

/// One column of figures: its head and what it counts.
struct Counted {
    head: &'static str,
    key: Key,
}

/// Composes the table; columns that no insats has a figure for are left out.
pub(super) fn table(input: &Input<'_>, insatser: &[(Act, InsatsId)]) -> Option<Table> {
    let counted = |head, measure| Counted {
        head,
        key: Key::total(measure),
    };
    let columns = [
        counted("rapporterade", Measure::Reported),
        counted("verkställda", Measure::Executed),
        counted("avslutade", Measure::Closed),
        counted("verkställda eller avslutade", Measure::Ended),
        counted("ej verkställda", Measure::Remaining),
        counted("varav avbrott", Measure::Avbrott(Population::Remaining)),
        counted(
            "varav delvis verkställda",
            Measure::Delvis(Population::Remaining),
        ),
    ];
    let cells = &input.published.cells;
    let known = |key: &Key| known(input, insatser, key);
    // The sum of the two outcomes is a column only where they are not known apart.
    let apart = known(&columns[1].key) && known(&columns[2].key);
    let columns: Vec<_> = columns
        .into_iter()
        .filter(|column| known(&column.key) && !(apart && column.key.measure == Measure::Ended))
        .collect();
    if columns.is_empty() {
        return None;
    }
    let mut heads = vec![Head::tall("Insats", 1)];
    heads.extend(columns.iter().map(|column| Head::tall(column.head, 1)));
    let row = |name: String, at: &dyn Fn(&Key) -> Key| {
        let figures = columns
            .iter()
            .map(|column| Text::figure(cells.get(&at(&column.key))));
        std::iter::once(Text::words(name))
            .chain(figures)
            .collect::<Vec<_>>()
    };
    let rows: Vec<_> = insatser
        .iter()
        .map(|(act, id)| row(name(input, id), &|key| key.clone().of_insats(*act, id)))
        .collect();
    let missing = rows.iter().flatten().any(|cell| cell.text == "..");
    Some(Table {
        summary: "Rapporterade beslut per insats och vad som har hänt med dem.".to_owned(),
        columns: columns_of(columns.len()),
        heads: vec![heads],
        rows,
        sum: Some(row("Samtliga".to_owned(), &Key::clone)),
        notes: missing.then(missing_note).into_iter().collect(),
    })
}
