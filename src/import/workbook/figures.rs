//! The sheet «Pågående»: how many beslut there are of each insats, as one number
//! or by sex and age.

use crate::edit::Change;
use crate::edit::Value;
use crate::finding::Route;
use crate::import::book;
use crate::import::told::IMPORT_VARDE;
use crate::import::told::quoted;
use crate::import::workbook::Desk;
use crate::import::workbook::Line;
use crate::import::workbook::Sheet;
use crate::import::workbook::cell;
use crate::import::workbook::given::Given;
use crate::import::workbook::given::is_same;
use crate::import::workbook::records::UNKNOWN;
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::may;
use crate::load::keys::must;
use crate::load::source::Source;
use crate::load::tree;
use crate::load::tree::Node;
use crate::load::values;
use crate::model::beslut::Act;
use crate::model::catalogue::Meaning;

/// The columns of the sheet.
pub(super) static COLUMNS: [Key; 7] = [
    must(
        "insats",
        Kind::Insats,
        "Insatsen: id, namn eller alias.",
        "ledsagarservice",
    ),
    may(
        "totalt",
        Kind::Figure,
        "Alla pågående beslut, om de inte delas på kön.",
        "216",
    ),
    may(
        "män",
        Kind::Figure,
        "Alla män och pojkar; bara män om pojkar också anges.",
        "120",
    ),
    may(
        "kvinnor",
        Kind::Figure,
        "Alla kvinnor och flickor; bara kvinnor om flickor också anges.",
        "96",
    ),
    may("pojkar", Kind::Figure, "Pojkar under 18 år.", "16"),
    may("flickor", Kind::Figure, "Flickor under 18 år.", "12"),
    may("annat", Kind::Figure, "Annat kön.", "1"),
];

/// Where the column of the whole stands.
const WHOLE: usize = 1;

/// Returns what stands in a file.
pub(super) fn lines(source: &Source) -> Vec<Line> {
    let key = Sheet::Ongoing.key();
    let node = source.root.as_ref().and_then(|root| root.get(key));
    let route = Route::default().key(key);
    let pairs = node.map_or(&[][..], Node::pairs).iter();
    let line = |(name, figure): &(Node, Node)| {
        let name = name.text()?;
        let mut cells = vec![name.trim().to_owned()];
        for key in COLUMNS.iter().skip(1) {
            let part = figure.get(key.name).and_then(Node::text);
            cells.push(part.unwrap_or_default().trim().to_owned());
        }
        let split = figure
            .pairs()
            .iter()
            .all(|(name, _)| COLUMNS.iter().any(|key| name.text() == Some(key.name)));
        match &figure.value {
            tree::Value::Scalar { text, .. } => cells[WHOLE] = text.trim().to_owned(),
            // Bounds have no columns of their own.
            _ if !split => cells[WHOLE] = cell::text(&Kind::Figure, &cell::value_of(figure)),
            _ => {}
        }
        Some(Line {
            route: route.key(name),
            cells,
        })
    };
    pairs.filter_map(line).collect()
}

/// Reads the sheet.
pub(super) fn read(desk: &mut Desk<'_>) {
    let Some(given) = Given::of(desk, Sheet::Ongoing) else {
        return;
    };
    let lines = lines(desk.source);
    for (at, key) in COLUMNS.iter().enumerate() {
        let used = lines.iter().any(|line| !line.cells[at].is_empty());
        if used && !given.has(at) {
            given.lacks(key, &mut desk.told);
            return;
        }
    }
    let held = given.held(&lines, &mut desk.told);
    let mut stays = 0;
    let mut changes = vec![];
    for (line, row) in &held.both {
        let Some(row) = row else {
            changes.push(Change::Remove(line.route.clone()));
            continue;
        };
        let mut cells = line.cells.iter().enumerate().skip(1);
        if cells.all(|(at, standing)| is_same(given.cell(row, at), standing)) {
            stays += 1;
            continue;
        }
        match figure(desk, &given, row) {
            Some(value) => {
                stays += 1;
                changes.push(Change::Set(line.route.clone(), value));
            }
            None => changes.push(Change::Remove(line.route.clone())),
        }
    }
    let mut new = vec![];
    for row in held.new {
        let name = given.cell(row, 0).map(book::Cell::written);
        let (Some(name), Some(value)) = (name, figure(desk, &given, row)) else {
            continue;
        };
        if desk.vocabulary.insatser.find(&name, &Act::ALL) == Meaning::Unknown {
            let message = format!("insatsen {} känns inte igen", quoted(&name));
            let cell = given.at(row, 0);
            desk.told.cell(&IMPORT_VARDE, &cell, &message, UNKNOWN);
        }
        new.push((name, value));
    }
    let route = Route::default().key(Sheet::Ongoing.key());
    match (lines.is_empty(), stays) {
        (true, _) if new.is_empty() => {}
        // A mapping without keys is no mapping.
        (true, _) => desk.changes.push(Change::Set(route, Value::Map(new))),
        (false, 0) if new.is_empty() => desk.changes.push(Change::Remove(route)),
        (false, 0) => desk.changes.push(Change::Set(route, Value::Map(new))),
        (false, _) => {
            desk.changes.extend(changes);
            let new = new.into_iter();
            let new = new.map(|(name, value)| Change::Set(route.key(&name), value));
            desk.changes.extend(new);
        }
    }
}

/// Returns the figure of a row, or nothing if it has none.
fn figure(desk: &mut Desk<'_>, given: &Given<'_>, row: &book::Row) -> Option<Value> {
    let mut parts = vec![];
    let mut whole = None;
    for (at, key) in given.keys() {
        let Some(said) = given.cell(row, at) else {
            continue;
        };
        let place = given.at(row, at);
        let written = said.written();
        if values::number(&written).is_none() {
            let message = format!("{} är inget antal", quoted(&written));
            let help = "skriv bara siffror, till exempel 12";
            desk.told.cell(&IMPORT_VARDE, &place, &message, help);
            continue;
        }
        if at == WHOLE {
            whole = Some((place, Value::Text(written)));
        } else {
            parts.push((key.name.to_owned(), Value::Text(written)));
        }
    }
    match (whole, parts.is_empty()) {
        (Some((_, whole)), true) => Some(whole),
        (None, false) => Some(Value::Map(parts)),
        (Some((place, _)), false) => {
            let message = "raden har både totalt och delar";
            let help = "skriv antingen totalt, eller män, kvinnor, pojkar, flickor och annat";
            desk.told.cell(&IMPORT_VARDE, &place, message, help);
            None
        }
        (None, true) => None,
    }
}
