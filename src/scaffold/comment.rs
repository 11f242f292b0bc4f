//! Comments made of the key table: what a key means and how it is written.

use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::Table;

/// Examples shorter than this have their meaning in one column.
const COLUMN: usize = 32;

/// Returns what a key means, as comment lines.
pub(super) fn meaning(table: &'static Table, name: &str) -> String {
    let meaning = table.key(name).map_or("", |key| key.meaning);
    format!("# {meaning}\n")
}

/// Returns a key as a comment: an example, and what it means. Without its first `#`
/// the line can be read.
pub(super) fn key(key: &Key, indent: &str) -> String {
    let words = match key.kind {
        Kind::Word(words) if words.len() > 1 => format!(" Skriv {}.", either(words)),
        _ => String::new(),
    };
    let blanks = COLUMN.saturating_sub(indent.len() + key.example.chars().count());
    format!(
        "#{indent} {}{:blanks$}  # {}{words}\n",
        key.example, "", key.meaning
    )
}

fn either(words: &[&str]) -> String {
    crate::load::keys::either(words)
}

/// Returns a text as comment lines, with what each begins with.
pub(super) fn lines(text: &str) -> String {
    text.lines()
        .map(|line| match line {
            "" => "#\n".to_owned(),
            line => format!("# {line}\n"),
        })
        .collect()
}
