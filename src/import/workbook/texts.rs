//! The sheet «Texter»: the nämnd's own texts, one to a row.
//!
//! In the file a paragraph is broken into lines; in a cell it is one line, as
//! the width of the cell breaks it. A text that says the same but for that is no
//! change.

use crate::edit::Change;
use crate::edit::Value;
use crate::finding::Route;
use crate::import::book::Cell;
use crate::import::workbook::Desk;
use crate::import::workbook::Line;
use crate::import::workbook::Sheet;
use crate::import::workbook::given::Given;
use crate::import::workbook::given::is_same;
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::may;
use crate::load::keys::must;
use crate::load::source::Source;
use crate::load::tree::Node;

/// The columns of the sheet.
pub(super) static COLUMNS: [Key; 2] = [
    must(
        "nyckel",
        Kind::Text,
        "Vad texten handlar om: en insats, sammanfattning, analys, utforare, slutsats eller en annan plats.",
        "analys",
    ),
    may(
        "text",
        Kind::Text,
        "Texten. Alt+Enter ger en ny rad, och en tom rad ger ett nytt stycke.",
        "Fler beslut har verkställts.",
    ),
];

/// What stands instead of a text that no cell has room for.
pub const TOO_LONG: &str = "(Texten är för lång för Excel och ändras i kvartalets fil.)";

/// The longest text of a cell, in the units of Excel.
const ROOM: usize = 32_767;

/// Lines of the file are no longer than this.
const WIDE: usize = 100;

/// Returns what stands in a file.
pub(super) fn lines(source: &Source) -> Vec<Line> {
    let key = Sheet::Texts.key();
    let node = source.root.as_ref().and_then(|root| root.get(key));
    let route = Route::default().key(key);
    let pairs = node.map_or(&[][..], Node::pairs).iter();
    let line = |(name, text): &(Node, Node)| {
        let name = name.text()?;
        let text = joined(text.text()?);
        let fits = text.encode_utf16().count() <= ROOM;
        let text = if fits { text } else { TOO_LONG.to_owned() };
        Some(Line {
            route: route.key(name),
            cells: vec![name.trim().to_owned(), text],
        })
    };
    pairs.filter_map(line).collect()
}

/// Reads the sheet.
pub(super) fn read(desk: &mut Desk<'_>) {
    let Some(given) = Given::of(desk, Sheet::Texts) else {
        return;
    };
    // Without the column nobody has said anything.
    if given.keys().next().is_none() {
        return;
    }
    let lines = lines(desk.source);
    let held = given.held(&lines, &mut desk.told);
    let said = |row| given.cell(row, 1).map(Cell::written);
    let mut stays = 0;
    let mut changes = vec![];
    for (line, row) in &held.both {
        let standing = line.cells.get(1).map_or("", String::as_str);
        let text = row.and_then(said);
        let same = text
            .as_ref()
            .is_some_and(|text| is_same(Some(&Cell::Text(joined(text).into())), standing));
        match text {
            Some(_) if same => stays += 1,
            Some(text) => {
                stays += 1;
                let value = Value::Text(broken(&text));
                changes.push(Change::Set(line.route.clone(), value));
            }
            None if standing.is_empty() => stays += 1,
            None => changes.push(Change::Remove(line.route.clone())),
        }
    }
    let new: Vec<_> = held
        .new
        .iter()
        .filter_map(|row| {
            let name = given.cell(row, 0).map(Cell::written)?;
            Some((name, Value::Text(broken(&said(row)?))))
        })
        .collect();
    let route = Route::default().key(Sheet::Texts.key());
    match (lines.is_empty(), stays) {
        (true, _) if new.is_empty() => {}
        (false, 0) if new.is_empty() => desk.changes.push(Change::Remove(route)),
        (true, _) | (false, 0) => {
            // Each text on lines of its own, which one long value cannot have.
            desk.changes.push(Change::Set(route, Value::Map(new)));
        }
        (false, _) => {
            desk.changes.extend(changes);
            let new = new.into_iter();
            let new = new.map(|(name, value)| Change::Set(route.key(&name), value));
            desk.changes.extend(new);
        }
    }
}

/// Returns whether a line begins something of its own, such as a list's item.
fn begins(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with("- ")
        || line.starts_with("* ")
        || number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") "))
}

/// Returns a text with each paragraph and each item of a list on one line.
fn joined(text: &str) -> String {
    let mut out: Vec<String> = vec![];
    for line in text.trim().lines().map(str::trim) {
        match out.last_mut() {
            Some(last) if !last.is_empty() && !line.is_empty() && !begins(line) => {
                last.push(' ');
                last.push_str(line);
            }
            // Several blank lines are one.
            Some(last) if last.is_empty() && line.is_empty() => {}
            _ => out.push(line.to_owned()),
        }
    }
    out.join("\n")
}

/// Returns a text with its paragraphs broken into lines, as in a file.
fn broken(text: &str) -> String {
    let mut out = String::new();
    for paragraph in joined(text).lines() {
        let indent = if begins(paragraph) { "  " } else { "" };
        let mut wide = 0;
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            // A word that would begin something of its own stays where it is.
            if wide > 0 && wide + 1 + length > WIDE && !begins(&format!("{word} ")) {
                out.push('\n');
                out.push_str(indent);
                wide = indent.len();
            } else if wide > 0 {
                out.push(' ');
                wide += 1;
            }
            out.push_str(word);
            wide += length;
        }
        out.push('\n');
    }
    // A text of one line stands on the line of its key.
    if out.lines().count() == 1 {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, cell: &str) {
        assert_eq!(joined(text), cell);
        assert_eq!(joined(&broken(cell)), cell, "a cell is read as itself");
        assert!(
            broken(cell)
                .lines()
                .all(|line| line.chars().count() <= WIDE + 20)
        );
    }

    #[test]
    fn a_paragraph_is_one_line_in_a_cell() {
        case("Ett\ntvå.\n\n\nTre.\n", "Ett två.\n\nTre.");
        case(
            "Detta:\n\n- ett\n  två\n- tre\n",
            "Detta:\n\n- ett två\n- tre",
        );
        case("1. ett\n2. två", "1. ett\n2. två");
        case("", "");
        let long = "ord ".repeat(60);
        case(&long, long.trim());
        let years = format!("{} 2024. Sedan", "år ".repeat(32).trim());
        case(&years, &years);
    }
}
