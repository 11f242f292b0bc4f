//! The sheets of records: «Utförare» and «Handlingar», a row for each.

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
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::QUARTER;
use crate::load::source::Source;
use crate::load::tree;
use crate::load::tree::Node;
use crate::model::beslut::Act;
use crate::model::catalogue::Meaning;

/// What the workbook says beforehand of an utförare besides the name.
const ANSWERED_BEFOREHAND: &str = "insatser";

/// Returns the keys of a list's records.
pub(super) fn columns(list: &str) -> Vec<&'static Key> {
    let table = QUARTER.key(list).and_then(|key| key.kind.table());
    table.map_or(vec![], |table| table.keys.iter().collect())
}

/// Returns the records of a list, each as a line.
pub(super) fn lines(list: &str, source: &Source) -> Vec<Line> {
    let keys = columns(list);
    let Some(node) = get(source, list) else {
        return vec![];
    };
    let route = Route::default().key(list);
    let line = |route: Route, item: &Node| {
        let cells = keys.iter().map(|key| {
            let value = item.get(key.name).map(cell::value_of);
            value.map_or(String::new(), |value| cell::text(&key.kind, &value))
        });
        Line {
            route,
            cells: cells.collect(),
        }
    };
    match &node.value {
        tree::Value::Map(_) => vec![line(route, node)],
        tree::Value::List(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(at, item)| line(route.index(at), item))
                .collect()
        }
        tree::Value::Scalar { .. } | tree::Value::Refused => vec![],
    }
}

fn get<'a>(source: &'a Source, key: &str) -> Option<&'a Node> {
    source.root.as_ref()?.get(key)
}

/// Reads a sheet of records.
pub(super) fn read(desk: &mut Desk<'_>, which: Sheet) {
    let Some(given) = Given::of(desk, which) else {
        return;
    };
    let lines = lines(which.key(), desk.source);
    let held = given.held(&lines, &mut desk.told);
    for (line, row) in &held.both {
        match row {
            Some(row) => compare(desk, &given, line, row),
            None => desk.changes.push(Change::Remove(line.route.clone())),
        }
    }
    let mut new = vec![];
    for row in held.new {
        if is_begun(&given, row) {
            continue;
        }
        let mut pairs = vec![];
        let first = std::iter::once((0, which.columns()[0]));
        for (at, key) in first.chain(given.keys()) {
            let value = value(desk, &given, row, at, key);
            if key.required && given.cell(row, at).is_none() {
                empty(desk, &given, row, at, key);
            }
            pairs.extend(value.map(|value| (key.name.to_owned(), value)));
        }
        new.push(Value::Map(pairs));
    }
    if new.is_empty() {
        return;
    }
    let route = Route::default().key(which.key());
    match get(desk.source, which.key()).map(|node| &node.value) {
        Some(tree::Value::List(_)) => {
            let pushes = new.into_iter();
            let pushes = pushes.map(|value| Change::Push(route.clone(), value));
            desk.changes.extend(pushes);
        }
        Some(tree::Value::Map(_)) => {
            let sheet = which.name();
            let message = format!("bladet {sheet} har fler rader än filen har plats för");
            let help = format!(
                "skriv «{}» som en lista i kvartalets fil först",
                which.key()
            );
            desk.told.file(&IMPORT_VARDE, &message, &help);
        }
        _ => desk.changes.push(Change::Set(route, Value::List(new))),
    }
}

/// Changes what a row says otherwise than the file.
fn compare(desk: &mut Desk<'_>, given: &Given<'_>, line: &Line, row: &book::Row) {
    for (at, key) in given.keys() {
        let standing = line.cells.get(at).map_or("", String::as_str);
        let said = given.cell(row, at);
        if is_same(said, standing) {
            continue;
        }
        let route = line.route.key(key.name);
        if said.is_none() {
            if key.required {
                empty(desk, given, row, at, key);
            } else {
                desk.changes.push(Change::Remove(route));
            }
            continue;
        }
        if let Some(value) = value(desk, given, row, at, key)
            && cell::text(&key.kind, &value) != standing
        {
            desk.changes.push(Change::Set(route, value));
        }
    }
}

/// Returns whether a row only names an utförare that has not answered yet, as the
/// workbook does beforehand.
fn is_begun(given: &Given<'_>, row: &book::Row) -> bool {
    let mut filled = given
        .keys()
        .filter(|(at, _)| given.cell(row, *at).is_some());
    filled.all(|(_, key)| key.name == ANSWERED_BEFOREHAND)
}

/// Tells that a cell is empty that must not be.
fn empty(desk: &mut Desk<'_>, given: &Given<'_>, row: &book::Row, at: usize, key: &Key) {
    let message = format!("«{}» är tomt", key.name);
    let help = format!("skriv till exempel «{}»", key.example);
    desk.told
        .cell(&IMPORT_VARDE, &given.at(row, at), &message, &help);
}

/// Returns what a cell says; what cannot be read is told.
fn value(
    desk: &mut Desk<'_>,
    given: &Given<'_>,
    row: &book::Row,
    at: usize,
    key: &Key,
) -> Option<Value> {
    let said = given.cell(row, at)?;
    let place = given.at(row, at);
    let value = match cell::read(key, said, desk.book.from_1904) {
        Ok(value) => value,
        Err((message, help)) => {
            desk.told.cell(&IMPORT_VARDE, &place, &message, &help);
            return None;
        }
    };
    if let (Kind::List(Kind::Insats), Value::List(items)) = (&key.kind, &value) {
        for item in items {
            let Value::Text(name) = item else { continue };
            if desk.vocabulary.insatser.find(name, &Act::ALL) == Meaning::Unknown {
                let message = format!("insatsen {} känns inte igen", quoted(name));
                desk.told.cell(&IMPORT_VARDE, &place, &message, UNKNOWN);
            }
        }
    }
    Some(value)
}

/// What to do about an insats nobody knows.
pub(super) const UNKNOWN: &str = "välj en insats i listan; en egen insats läggs till i namnd.yaml";
