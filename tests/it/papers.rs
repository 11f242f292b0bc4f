//! Papers composed from files, for the tests of single kinds of document: their
//! values, and these as text in the order it is read.

use evb::compose::Document;
use evb::finding::draw::short;
use evb::load;
use evb::load::catalogue::built_in;
use evb::pipeline;
use evb::render::Press;
use serde_json::Value;

use crate::facts::root;

/// Composes every document of a nämnd whose files are given; returns what was
/// found as well.
pub(crate) fn composed(files: &[(&str, String)]) -> (Vec<Document>, String) {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let press = Press::new(&[], &load::fonts::BUILT_IN, load::templates::all(&[]));
    let folder = load::in_memory("prov", &files);
    let (documents, findings) = pipeline::check(folder, &built_in(), &press);
    (documents, short(&findings))
}

/// Returns the files of a sample nämnd.
pub(crate) fn sample(name: &str) -> Vec<(String, String)> {
    let folder = root().join("data").join(name);
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// Returns the value of one document of a sample.
pub(crate) fn of_sample(name: &str, quarter: &str, id: &str) -> Value {
    let files = sample(name);
    let files: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    one(&composed(&files).0, quarter, id)
}

/// Returns the value of one document.
#[track_caller]
pub(crate) fn one(documents: &[Document], quarter: &str, id: &str) -> Value {
    let mut documents = documents.iter();
    let found = documents.find(|document| {
        document.envelope.id == id && document.envelope.quarter.to_string() == quarter
    });
    found
        .unwrap_or_else(|| panic!("no {id} of {quarter}"))
        .value
        .clone()
}

/// Returns a value as text, in the order it is read, with plain spaces.
pub(crate) fn told(value: &Value) -> String {
    let mut lines = vec![];
    tell(value, &mut lines);
    lines.join("\n").replace(['\u{a0}', '\u{202f}'], " ")
}

fn tell(value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| tell(item, lines)),
        Value::Object(map) if map.contains_key("runs") => lines.push(runs(&map["runs"])),
        Value::Object(map) if map.contains_key("items") => {
            let items = map["items"].as_array().unwrap().iter();
            lines.extend(items.map(|item| format!("– {}", runs(item))));
        }
        Value::Object(map) if map.contains_key("heads") => table(value, lines),
        Value::Object(map) => {
            for key in [
                "kicker", "title", "heading", "subtitle", "value", "label", "note",
            ] {
                lines.extend(map.get(key).and_then(Value::as_str).map(str::to_owned));
            }
            let parts = map.iter().filter(|(key, _)| *key != "frame");
            map.get("frame").iter().for_each(|frame| tell(frame, lines));
            for part in [
                "secrecy",
                "key_figures",
                "law",
                "counts",
                "changed",
                "blocks",
                "tables",
                "sections",
                "list",
                "table",
                "apart",
            ] {
                let found = parts.clone().find(|(key, _)| *key == part);
                found.iter().for_each(|(_, part)| tell(part, lines));
            }
        }
        _ => {}
    }
}

fn runs(runs: &Value) -> String {
    let runs = runs.as_array().unwrap().iter();
    runs.map(|run| run["text"].as_str().unwrap()).collect()
}

fn table(table: &Value, lines: &mut Vec<String>) {
    let line = |row: &Value| -> String {
        let cells = row.as_array().unwrap().iter();
        let cells: Vec<&str> = cells.map(|cell| cell["text"].as_str().unwrap()).collect();
        cells.join(" | ").trim_end().to_owned()
    };
    lines.extend(table["title"].as_str().map(str::to_owned));
    for part in ["heads", "rows"] {
        lines.extend(table[part].as_array().unwrap().iter().map(line));
    }
    lines.extend(table["sum"].as_array().map(|_| line(&table["sum"])));
    let notes = table["notes"].as_array().unwrap().iter();
    lines.extend(notes.map(|note| note.as_str().unwrap().to_owned()));
}
