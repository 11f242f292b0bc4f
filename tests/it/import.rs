//! Tables into records: what an export may look like, and what is told of it.

use evb::edit::Value;
use evb::import;
use evb::import::Mapping;
use evb::import::Read;
use evb::import::Record;
use evb::import::Setting;
use evb::import::Who;
use evb::load;
use evb::load::Folder;
use evb::load::catalogue;
use evb::validate::vocabulary;
use evb::validate::vocabulary::Vocabulary;

mod broken;
mod cells;
mod columns;
mod kinds;
mod people;
mod sheets;
mod words;

/// The quarter of every test.
const QUARTER: &str = "2023-Q4";

const NAMND: &str = "format: 1\nkommun: Provköping\nnämnd: Provnämnden\n";

/// Returns a nämnd's folder with this `import.yaml`.
fn folder(mapping: &str) -> Folder {
    let yaml = format!("format: 1\n{mapping}");
    let files: [(&str, &[u8]); 2] = [
        ("namnd.yaml", NAMND.as_bytes()),
        ("import.yaml", yaml.as_bytes()),
    ];
    load::in_memory("prov", &files)
}

fn vocabulary() -> Vocabulary {
    let quarter: evb::model::quarter::Quarter = QUARTER.parse().unwrap();
    let folder = folder("");
    vocabulary::on(&folder.namnd, &catalogue::built_in(), quarter.last_day()).0
}

/// Reads a file of some name, with this `import.yaml`.
fn read_with(name: &str, bytes: &[u8], mapping: &str) -> Read {
    let folder = folder(mapping);
    assert!(folder.findings.is_empty(), "{:?}", folder.findings);
    let setting = Setting {
        vocabulary: &vocabulary(),
        quarter: QUARTER.parse().unwrap(),
        mapping: &Mapping::of(folder.import.as_ref()),
    };
    import::read(name, bytes, &setting)
}

/// Reads a text as a CSV file.
fn csv(text: &str) -> Read {
    read_with("export.csv", text.as_bytes(), "")
}

/// Returns the findings, one line each: cell, rule, message.
fn told(read: &Read) -> Vec<String> {
    let lines = read.findings.iter().map(|finding| {
        assert!(!finding.help.is_empty());
        let cell = finding.cell().map_or("", |cell| cell);
        let level = finding.level.word();
        format!(
            "{cell}: {level}[{}]: {}",
            finding.rule.slug, finding.message
        )
    });
    lines.collect()
}

/// Returns the records, one line each, as they would stand in a row.
fn rows(read: &Read) -> Vec<String> {
    read.records.iter().map(row).collect()
}

fn row(record: &Record) -> String {
    let who = match &record.who {
        Who::Id(id) => format!("id {id}"),
        Who::Number(number) => format!("nummer {number}"),
        Who::Person(person) => format!("person {person:?}"),
    };
    let pairs = record
        .fields
        .iter()
        .map(|(key, value)| format!("{key}: {}", written(value)));
    format!("{who}: {}", pairs.collect::<Vec<_>>().join(", "))
}

fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(pairs) => {
            let pairs = pairs
                .iter()
                .map(|(key, value)| format!("{key}: {}", written(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Asserts that a file is read without findings, and as what.
#[track_caller]
fn sound(read: &Read, expected: &[&str]) {
    assert_eq!(told(read), Vec::<String>::new());
    assert_eq!(rows(read), expected);
}
