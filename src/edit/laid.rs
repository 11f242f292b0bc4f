//! A value as YAML: on one line, or on lines of its own below a key.

use unicode_normalization::UnicodeNormalization as _;

use crate::edit::Value;

/// Longer keys need a form of their own in YAML.
const LONGEST_KEY: usize = 1000;

/// A value as it stands after a key or a dash.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Laid {
    /// What stands on the line of the key.
    pub(super) head: String,
    /// Whole lines that follow.
    pub(super) tail: String,
}

/// Returns a value on one line: `{nr: 1, id: A-0137, rapporterat: [2023-10-02]}`.
pub fn flow(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Text(text) => out.push_str(&scalar(text, true)),
        Value::List(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                out.push_str(if n > 0 { ", " } else { "" });
                write(item, out);
            }
            out.push(']');
        }
        Value::Map(pairs) => {
            out.push('{');
            for (n, (key, value)) in pairs.iter().enumerate() {
                out.push_str(if n > 0 { ", " } else { "" });
                out.push_str(&self::key(key));
                out.push_str(": ");
                write(value, out);
            }
            out.push('}');
        }
    }
}

/// Returns a key, in quotes where it must be.
pub(super) fn key(name: &str) -> String {
    if name.len() > LONGEST_KEY {
        return quoted(name);
    }
    scalar(name, true)
}

/// Where a value shall stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    /// The column of its key or dash.
    pub(super) column: usize,
    /// Whether it has a key; below one, rows stand one to a line.
    pub(super) keyed: bool,
    /// Whether a text may stand on lines of its own.
    pub(super) lines: bool,
    pub(super) newline: &'static str,
}

/// Returns a value for the line of a key or a dash.
pub(super) fn block(value: &Value, spot: Spot) -> Laid {
    let newline = spot.newline;
    let indent = " ".repeat(spot.column + 2);
    let row = |item: &Value| matches!(item, Value::Map(_));
    match value {
        Value::Text(text) => match lines(text, &indent, newline).filter(|_| spot.lines) {
            Some(laid) => laid,
            None => alone(scalar(text, false)),
        },
        Value::List(items) if spot.keyed && items.iter().any(row) => {
            let line = |item: &Value| format!("{indent}- {}{newline}", flow(item));
            let (head, tail) = (String::new(), items.iter().map(line).collect());
            Laid { head, tail }
        }
        Value::Map(pairs) if spot.keyed && spot.lines && pairs.iter().any(is_long) => {
            let inner = Spot {
                column: spot.column + 2,
                ..spot
            };
            let line = |(name, value): &(String, Value)| {
                let Laid { head, tail } = block(value, inner);
                let blank = if head.is_empty() { "" } else { " " };
                format!("{indent}{}:{blank}{head}{newline}{tail}", key(name))
            };
            let (head, tail) = (String::new(), pairs.iter().map(line).collect());
            Laid { head, tail }
        }
        Value::List(_) | Value::Map(_) => alone(flow(value)),
    }
}

/// Returns whether a key's value makes a line of its own: a text of several lines,
/// or one more mapping.
fn is_long((_, value): &(String, Value)) -> bool {
    match value {
        Value::Text(text) => text.contains('\n'),
        Value::Map(_) => true,
        Value::List(_) => false,
    }
}

fn alone(head: String) -> Laid {
    let tail = String::new();
    Laid { head, tail }
}

/// Returns a text of several lines in the form `|`, if it can be written so.
fn lines(text: &str, indent: &str, newline: &str) -> Option<Laid> {
    let text: String = text.nfc().collect();
    let body = text.strip_suffix('\n').unwrap_or(&text);
    let head = if body.len() < text.len() { "|" } else { "|-" };
    let blank = |line: &str| !line.is_empty() && line.trim().is_empty();
    let unfit = !text.contains('\n')
        || body.is_empty()
        || body.starts_with(|c: char| c.is_whitespace())
        || body.ends_with('\n')
        || body.split('\n').any(blank)
        || body.chars().any(|c| c != '\n' && !printed(c));
    if unfit {
        return None;
    }
    let line = |line: &str| match line {
        "" => newline.to_owned(),
        _ => format!("{indent}{line}{newline}"),
    };
    let tail = body.split('\n').map(line).collect();
    let head = head.to_owned();
    Some(Laid { head, tail })
}

/// Returns a text on one line, plain where it is read as just that text.
fn scalar(text: &str, flow: bool) -> String {
    let text: String = text.nfc().collect();
    if plain(&text, flow) {
        text
    } else {
        quoted(&text)
    }
}

/// Returns whether a text is read as itself without quotes, in `{…}` or outside.
fn plain(text: &str, flow: bool) -> bool {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace()).len() == text.len();
    let begins = text.starts_with(|c| "-?:,[]{}#&*!|>'\"%@`".contains(c));
    let bracket = |c: char| ",[]{}".contains(c);
    let key = text.ends_with(':') || text.contains(": ");
    let pair = text.match_indices(':').any(|(at, _)| {
        let next = text[at + 1..].chars().next();
        next.is_some_and(bracket)
    });
    !text.is_empty()
        && trimmed
        && !begins
        && !key
        && !text.contains(" #")
        && text.chars().all(printed)
        // A lone dash at the end is valid, but the parser takes it for an item.
        && !(flow && (pair || text.contains(bracket) || text.ends_with(" -")))
}

/// Returns whether a character may stand for itself on a line.
fn printed(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
        )
}

/// Returns a text in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.nfc() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            _ if printed(c) => out.push(c),
            _ => out.push_str(&format!("\\u{:04X}", u32::from(c))),
        }
    }
    out + "\""
}
