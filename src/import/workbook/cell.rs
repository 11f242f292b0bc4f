//! One value of a file as the text of a cell, and what a cell says as a value.
//!
//! Values of several parts have the forms of [`compact`]; a list has `; `
//! between its items; an earlier paper is `Socialnämnden 2026-09-15 § 87, SN
//! 2026/00065`.

use chrono::NaiveDate;

use crate::edit;
use crate::edit::Value;
use crate::import::book::Cell;
use crate::import::compact;
use crate::import::date;
use crate::import::told::quoted;
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::tree;
use crate::load::tree::Node;
use crate::load::values;
use crate::model::offer::Answer;

/// Why a cell cannot be read: what is wrong, and what to do.
pub(super) type Unread = (String, String);

/// Returns the value of a node.
pub fn value_of(node: &Node) -> Value {
    match &node.value {
        tree::Value::Scalar { text, .. } => Value::Text(text.clone()),
        tree::Value::List(items) => Value::List(items.iter().map(value_of).collect()),
        tree::Value::Map(pairs) => {
            let pairs = pairs.iter();
            let name = |node: &Node| node.text().unwrap_or_default().to_owned();
            Value::Map(pairs.map(|(k, v)| (name(k), value_of(v))).collect())
        }
        tree::Value::Refused => Value::Text(String::new()),
    }
}

/// Returns a value as the text of a cell.
pub fn text(kind: &Kind, value: &Value) -> String {
    if let Value::Text(text) = value {
        return text.trim().to_owned();
    }
    let parts = match (kind, value) {
        (Kind::Record(_), Value::Map(_)) => delvis(value),
        (Kind::List(inner), Value::List(items)) => {
            let items: Option<Vec<_>> = items.iter().map(|item| part(inner, item)).collect();
            items.map(|items| items.join("; "))
        }
        (Kind::List(inner), Value::Map(_)) => part(inner, value),
        _ => None,
    };
    // What has no form of its own is written as in the file.
    parts.unwrap_or_else(|| edit::flow(value))
}

/// Returns one item of a list.
fn part(kind: &Kind, value: &Value) -> Option<String> {
    match (kind, value) {
        (_, Value::Text(text)) => Some(text.trim().to_owned()),
        (Kind::Record(_), Value::Map(_)) => {
            let answer = Answer::named(get(value, "svar")?)?;
            Some(compact::offers_text(&[(day(value, "datum")?, answer)]))
        }
        (Kind::IdOr(_), Value::Map(_)) => earlier(value),
        _ => None,
    }
}

fn delvis(value: &Value) -> Option<String> {
    let from = match get(value, "från") {
        Some(_) => Some(day(value, "från")?),
        None => None,
    };
    Some(compact::delvis_text(from, get(value, "omfattning")?))
}

/// Returns a paper before another, decided elsewhere.
fn earlier(value: &Value) -> Option<String> {
    let mut text = format!("{} {}", get(value, "instans")?, day(value, "datum")?);
    if let Some(paragraph) = get(value, "paragraf") {
        text.push_str(&format!(" § {paragraph}"));
    }
    if let Some(number) = get(value, "diarienummer") {
        text.push_str(&format!(", {number}"));
    }
    Some(text)
}

fn get<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    let Value::Map(pairs) = value else {
        return None;
    };
    pairs.iter().find_map(|(name, value)| match value {
        Value::Text(text) if name == key => Some(text.trim()),
        _ => None,
    })
}

fn day(value: &Value, key: &str) -> Option<NaiveDate> {
    values::date(get(value, key)?).ok()
}

/// Returns what a cell says under a key.
pub(super) fn read(key: &Key, cell: &Cell, from_1904: bool) -> Result<Value, Unread> {
    match key.kind {
        Kind::Date => {
            let day = date::cell(cell, from_1904, date::FIRST).map_err(|bad| {
                let (why, help) = bad.told();
                (
                    format!("{} {why}", quoted(&cell.written())),
                    help.to_owned(),
                )
            })?;
            Ok(Value::Text(day.to_string()))
        }
        Kind::List(inner) => {
            let written = cell.written();
            let items = written.split([';', '\n']);
            // Names of insatser and ids have no comma; papers elsewhere do.
            let commas = !matches!(inner, Kind::IdOr(_));
            let items = items.flat_map(|item| match commas {
                true => item.split(',').collect(),
                false => vec![item],
            });
            let items = items.map(str::trim).filter(|item| !item.is_empty());
            let items: Result<Vec<_>, _> = items.map(|item| one(key, inner, item)).collect();
            Ok(Value::List(items?))
        }
        _ => scalar(key, &key.kind, &cell.written()),
    }
}

fn one(key: &Key, kind: &Kind, item: &str) -> Result<Value, Unread> {
    match kind {
        Kind::IdOr(_) => Ok(elsewhere(item).unwrap_or_else(|| Value::Text(item.to_owned()))),
        _ => scalar(key, kind, item),
    }
}

fn scalar(key: &Key, kind: &Kind, text: &str) -> Result<Value, Unread> {
    let said = values::check(text, kind, key.name);
    said.map_err(|(_, message, help)| (message, help))?;
    Ok(Value::Text(text.trim().to_owned()))
}

/// Reads a paper that was decided elsewhere: `Socialnämnden 2026-09-15 § 87, SN
/// 2026/00065`.
fn elsewhere(text: &str) -> Option<Value> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let dated = |word: &&str| values::date(word.trim_end_matches(',')).is_ok();
    let at = words.iter().position(dated).filter(|at| *at > 0)?;
    let pair = |key: &str, text: String| (key.to_owned(), Value::Text(text));
    let mut pairs = vec![pair("instans", words[..at].join(" "))];
    let on = words[at].trim_end_matches(',').to_owned();
    let rest = words[at + 1..].join(" ");
    let rest = rest.trim_start_matches([',', ' ']);
    let (paragraph, number) = match rest.strip_prefix('§') {
        Some(rest) => {
            let (paragraph, number) = rest.split_once(',').unwrap_or((rest, ""));
            (paragraph.trim(), number.trim())
        }
        None => ("", rest.trim()),
    };
    if !paragraph.is_empty() {
        values::number(paragraph)?;
        pairs.push(pair("paragraf", paragraph.to_owned()));
    }
    pairs.push(pair("datum", on));
    if !number.is_empty() {
        pairs.push(pair("diarienummer", number.to_owned()));
    }
    Some(Value::Map(pairs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::keys::QUARTER;

    /// Holds a value of a file against its cell, and the cell against the value.
    #[track_caller]
    fn case(list: &str, name: &str, yaml: &str, expected: &str) {
        let key = QUARTER.key(list).and_then(|key| key.kind.table());
        let key = key.and_then(|table| table.key(name)).expect("a key");
        let (root, faults) = tree::read(&format!("a: {yaml}\n"));
        assert!(faults.is_empty());
        let node = root
            .as_ref()
            .and_then(|root| root.get("a"))
            .expect("a value");
        let written = text(&key.kind, &value_of(node));
        assert_eq!(written, expected);
        let cell = Cell::Text(expected.into());
        if !matches!(key.kind, Kind::Record(_)) && list != "beslut" {
            assert_eq!(read(key, &cell, false), Ok(value_of(node)));
        }
    }

    #[test]
    fn a_value_is_one_cell() {
        case("beslut", "nr", "12", "12");
        case("beslut", "beslutsdatum", "2024-01-05", "2024-01-05");
        let delvis = "{från: 2026-02-16, omfattning: halva tiden}";
        case("beslut", "delvis", delvis, "2026-02-16: halva tiden");
        case("beslut", "delvis", "{omfattning: halva}", "halva");
        let offers = "[{datum: 2026-05-19, svar: nej}, {datum: 2026-06-02, svar: ja}]";
        case(
            "beslut",
            "erbjudanden",
            offers,
            "2026-05-19 nej; 2026-06-02 ja",
        );
        case(
            "beslut",
            "rapporterat",
            "[2026-07-14, 2026-10-13]",
            "2026-07-14; 2026-10-13",
        );
        case(
            "utförare",
            "insatser",
            "[hemtjanst, ledsagning]",
            "hemtjanst; ledsagning",
        );
        case("handlingar", "lag", "[SoL, LSS]", "SoL; LSS");
        case(
            "handlingar",
            "tidigare",
            "[tjansteskrivelse, {instans: Socialnämnden, paragraf: 87, datum: 2026-09-15, diarienummer: SN 2026/00065}]",
            "tjansteskrivelse; Socialnämnden 2026-09-15 § 87, SN 2026/00065",
        );
        case(
            "handlingar",
            "tidigare",
            "[{instans: Nämnden för funktionsstöd, datum: 2026-09-15}]",
            "Nämnden för funktionsstöd 2026-09-15",
        );
        case(
            "handlingar",
            "tidigare",
            "[{instans: KS, datum: 2026-09-15, diarienummer: KS 4}]",
            "KS 2026-09-15, KS 4",
        );
    }

    #[test]
    fn what_a_key_cannot_hold_is_told() {
        let orders = QUARTER.key("handlingar").and_then(|key| key.kind.table());
        let key = |name| orders.and_then(|table| table.key(name)).expect("a key");
        let said = |name, text: &str| read(key(name), &Cell::Text(text.into()), false);
        assert!(said("slag", "raport").is_err());
        assert!(said("paragraf", "tolv").is_err());
        assert!(said("datum", "igår").is_err());
        assert!(said("lag", "SoL; HSL").is_err());
        assert_eq!(
            said("datum", "5/1 2024"),
            Ok(Value::Text("2024-01-05".to_owned()))
        );
    }
}
