//! The papers of the IVO-rapportör's desk: the worksheets, the written routine
//! and the list of long waits.

use evb::compose::Document;
use serde_json::Value;

use crate::papers::composed;

mod lang_vantan;
mod rutin;
mod underlag;

pub(crate) const NAMND: &str = "format: 1\nkommun: Provköping\nnämnd: Provnämnden\n";

/// Composes the documents of a nämnd: what is added to its `namnd.yaml`, and
/// each quarter with what stands in it.
pub(crate) fn papers(namnd: &str, quarters: &[(&str, String)]) -> Vec<Document> {
    let mut files = vec![("namnd.yaml".to_owned(), format!("{NAMND}{namnd}"))];
    files.extend(quarters.iter().map(|(quarter, text)| {
        let text = format!("format: 1\nkvartal: {quarter}\n{text}");
        (format!("{quarter}.yaml"), text)
    }));
    let files: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    let (documents, found) = composed(&files);
    assert!(!found.contains("fel["), "{found}");
    documents
}

/// Returns every text of a value, a line each, in the order it is read, with
/// plain blanks.
pub(crate) fn text(value: &Value) -> String {
    let mut lines = vec![];
    gather(value, &mut lines);
    lines.join("\n").replace(['\u{a0}', '\u{202f}'], " ")
}

fn gather(value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::String(text) => lines.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|one| gather(one, lines)),
        Value::Object(map) if map.contains_key("runs") => {
            lines.push(of_runs(map["runs"].as_array().unwrap()));
        }
        Value::Object(map) if map.contains_key("items") => {
            lines.extend(
                map.get("heading")
                    .and_then(Value::as_str)
                    .map(str::to_owned),
            );
            let items = map["items"].as_array().unwrap().iter();
            lines.extend(items.map(|item| match item.as_array() {
                Some(runs) => format!("– {}", of_runs(runs)),
                None => format!("– {}", item.as_str().unwrap()),
            }));
        }
        Value::Object(map) if map.contains_key("rows") => {
            lines.extend(map["title"].as_str().map(str::to_owned));
            let rows = ["heads", "rows"].map(|part| map[part].as_array().unwrap());
            lines.extend(rows.into_iter().flatten().map(cells));
            lines.extend(map["sum"].as_array().map(|_| cells(&map["sum"])));
            gather(&map["notes"], lines);
        }
        Value::Object(map) => map.values().for_each(|one| gather(one, lines)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn of_runs(runs: &[Value]) -> String {
    let runs = runs.iter();
    runs.map(|run| run["text"].as_str().unwrap()).collect()
}

fn cells(row: &Value) -> String {
    let cells = row.as_array().unwrap().iter();
    let cells: Vec<&str> = cells.map(|cell| cell["text"].as_str().unwrap()).collect();
    cells.join(" | ").trim_end().to_owned()
}
