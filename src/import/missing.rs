//! Columns that are needed and missing, doubled, or not where `import.yaml`
//! says: each with the header that is nearest.

use std::sync::Arc;

use super::Column;
use super::Mapping;
use super::book::Book;
use super::book::Sheet;
use super::columns;
use super::columns::plain;
use super::header;
use super::header::Layout;
use super::told::IMPORT_FIL;
use super::told::IMPORT_KOLUMN;
use super::told::IMPORT_RAD;
use super::told::Told;
use super::told::quoted;
use super::told::yaml;
use crate::load::keys::either;

/// What every table must say: the words for it, and the columns that say it.
const NEEDED: [(&str, &[&str]); 4] = [
    ("insats", &["insats", "lagrum"]),
    ("beslutsdatum", &["beslutsdatum", "avbrott"]),
    (
        "vem eller vilket beslut raden gäller",
        &["beslutsnummer", "personnummer", "person_id", "id"],
    ),
    ("kön", &["kön", "personnummer"]),
];

/// Tells that no sheet has a row of headers.
pub(super) fn no_header(book: &Book, mapping: &Mapping, told: &mut Told) {
    if no_sheet(book, mapping, told) {
        return;
    }
    if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        told.file(
            &IMPORT_FIL,
            "filen har inga rader",
            "exportera listan igen, eller kontrollera vilket blad som är ifyllt",
        );
        return;
    }
    let message = match mapping.header_row {
        Some(row) => format!("rad {row} har inga rubriker som känns igen"),
        None => "ingen rad har rubriker som känns igen".to_owned(),
    };
    told.file(
        &IMPORT_KOLUMN,
        &message,
        "tabellen ska ha en rad med rubriker som «Personnummer», «Insats» och «Beslutsdatum»; \
         heter de annat, skriv dem under «kolumner» i import.yaml",
    );
}

/// Tells that the sheet that `import.yaml` names is not there; returns whether
/// it is so.
pub(super) fn no_sheet(book: &Book, mapping: &Mapping, told: &mut Told) -> bool {
    let names: Vec<_> = book.sheets.iter().map(|s| quoted(&s.name)).collect();
    let Some(name) = &mapping.sheet else {
        return false;
    };
    // A text file has one sheet without a name.
    if book.sheet(name).is_some() || book.sheets.iter().any(|sheet| sheet.name.is_empty()) {
        return false;
    }
    let message = format!(
        "filen har inget blad {}, som import.yaml säger",
        quoted(name)
    );
    let help = format!("rätta «blad» i import.yaml; filen har {}", names.join(", "));
    told.file(&IMPORT_KOLUMN, &message, &help);
    true
}

/// Tells the sheets that look like lists of decisions too, and are not read.
pub(super) fn beside(book: &Book, sheet: &Sheet, mapping: &Mapping, told: &mut Told) {
    for other in header::beside(book, mapping, sheet) {
        let (read, name) = (quoted(&sheet.name), quoted(&other.name));
        let message = format!("bladet {name} ser också ut som en lista, men bara {read} läses");
        let wanted = yaml(&other.name);
        let help = format!("är det {name} som gäller, skriv «blad: {wanted}» i import.yaml");
        told.look(&IMPORT_RAD, &other.at(0, 0), &message, &help);
    }
}

/// Tells what is missing and what is doubled in a layout.
pub(super) fn check(sheet: &Sheet, layout: &Layout, mapping: &Mapping, told: &mut Told) {
    doubled(sheet, layout, told);
    for (what, keys) in NEEDED {
        let unnamed = !keys.iter().any(|key| layout.has(key));
        if unnamed || misspelt(layout, keys[0], mapping) {
            needed(sheet, layout, what, keys, told);
        }
    }
    // Our own workbook has its own headers, whatever the case system's are.
    if layout.is_ours() {
        return;
    }
    for (key, header) in &mapping.columns {
        let spoken_of = NEEDED.iter().any(|(_, keys)| keys.contains(key));
        if layout.has(key) || spoken_of {
            continue;
        }
        let header = quoted(header);
        let message = format!("ingen rubrik heter {header}, som import.yaml säger för {key}");
        let help = match nearest(layout, &[key]) {
            Some((column, _)) => format!(
                "närmast är {} i {}; rätta «kolumner» i import.yaml",
                quoted(&column.header),
                column.cell
            ),
            None => "rätta eller ta bort den under «kolumner» i import.yaml".to_owned(),
        };
        told.look(&IMPORT_KOLUMN, &first(sheet, layout), &message, &help);
    }
}

/// Returns whether a column that is not used must be the one for a key: dates
/// would be lost silently because their header has a letter too many.
fn misspelt(layout: &Layout, key: &str, mapping: &Mapping) -> bool {
    let near = nearest(layout, &[key]).filter(|_| !layout.has(key));
    let meant = |column: &&Column| {
        let header = plain(&column.header);
        let known = mapping.unused.iter().any(|unused| plain(unused) == header);
        let far = columns::names(key).all(|name| distance(&header, &plain(name)) > MISSPELT);
        !known && !far
    };
    near.map(|(column, _)| column).filter(meant).is_some()
}

fn needed(sheet: &Sheet, layout: &Layout, what: &str, keys: &[&str], told: &mut Told) {
    let or = match (what, keys) {
        ("beslutsdatum", _) => " (eller avbrott)".to_owned(),
        ("kön", _) => " (eller personnummer)".to_owned(),
        ("insats", _) => String::new(),
        _ => format!(" ({})", either(keys)),
    };
    let near = nearest(layout, keys);
    let (cell, message, help) = match near {
        Some((column, key)) => (
            Arc::clone(&column.cell),
            format!(
                "ingen kolumn för {what}{or}; närmast är {} i {}",
                quoted(&column.header),
                column.cell
            ),
            format!(
                "är det den, skriv «kolumner: {{{key}: {}}}» i import.yaml i nämndens mapp, eller döp \
                 om kolumnen",
                yaml(&column.header)
            ),
        ),
        None => (
            first(sheet, layout),
            format!("ingen kolumn för {what}{or}; ingen rubrik liknar den"),
            format!(
                "lägg till den i exporten, eller skriv vad den heter i import.yaml i nämndens mapp: \
                 «kolumner: {{{}: …}}»",
                keys[0]
            ),
        ),
    };
    told.cell(&IMPORT_KOLUMN, &cell, &message, &help);
}

/// Tells keys that two columns have.
fn doubled(sheet: &Sheet, layout: &Layout, told: &mut Told) {
    for (key, places) in &layout.keys {
        let [(first, _), others @ ..] = places.as_slice() else {
            continue;
        };
        if columns::repeats(key) {
            continue;
        }
        for (other, _) in others {
            let header = |place: u32| {
                let found = layout.columns.iter().find(|(at, _)| *at == place);
                found.map_or("", |(_, column)| column.header.as_str())
            };
            let (one, two) = (header(*first), header(*other));
            let message = format!(
                "både {} i {} och {} läses som {key}",
                quoted(one),
                sheet.at(layout.row, *first),
                quoted(two)
            );
            let help = if plain(one) == plain(two) {
                "döp om eller ta bort en av kolumnerna".to_owned()
            } else {
                format!(
                    "skriv den rätta i import.yaml: «kolumner: {{{key}: {}}}», eller den andra \
                     under «används_inte»",
                    yaml(one)
                )
            };
            told.cell(
                &IMPORT_KOLUMN,
                &sheet.at(layout.row, *other),
                &message,
                &help,
            );
        }
    }
}

/// Returns the unused header nearest to any name of some keys, if one is near
/// enough to be worth a look, and the key it is near.
fn nearest<'l, 'k>(layout: &'l Layout, keys: &[&'k str]) -> Option<(&'l Column, &'k str)> {
    let unused = layout
        .columns
        .iter()
        .filter(|(_, column)| column.key.is_none());
    let pairs = unused.flat_map(|(_, column)| {
        let header = plain(&column.header);
        let names = keys.iter().flat_map(|key| {
            let names = columns::names(key).map(plain);
            names.map(move |name| (*key, name))
        });
        names
            .map(|(key, name)| (distance(&header, &name), column, key))
            .collect::<Vec<_>>()
    });
    let near = pairs.filter(|(distance, ..)| *distance <= FARTHEST);
    let (_, column, key) = near.min_by_key(|(distance, ..)| *distance)?;
    Some((column, key))
}

/// Headers further apart, in parts of a thousand of their letters, are not worth
/// a look.
const FARTHEST: usize = 450;

/// Headers this near, in parts of a thousand of their letters, are the same word:
/// two letters in seven.
const MISSPELT: usize = 300;

/// Returns how far two names are apart, in parts of a thousand of their letters.
/// A name that is a part of the other is worth a look.
fn distance(one: &str, other: &str) -> usize {
    if one.len() > 3 && other.contains(one) {
        return FARTHEST;
    }
    let longest = one.chars().count().max(other.chars().count());
    let changes = strsim::osa_distance(one, other);
    (changes * 1000).checked_div(longest).unwrap_or(usize::MAX)
}

/// Returns the first cell of the header row.
fn first(sheet: &Sheet, layout: &Layout) -> Arc<str> {
    let column = layout.columns.first().map_or(0, |(at, _)| *at);
    sheet.at(layout.row, column)
}
