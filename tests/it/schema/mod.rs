//! The JSON Schemas: they are what the program knows, take what it takes, and
//! refuse what they can.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use boon::Compiler;
use boon::SchemaIndex;
use boon::Schemas;
use evb::load::catalogue::built_in;
use evb::load::json_schema;
use evb::load::source::Source;
use evb::load::tree::Node;
use evb::load::tree::Value;
use serde_json::json;

use crate::facts::root;

mod examples;
mod faults;
mod places;

/// How a scalar is read before the schema sees it.
#[derive(Debug, Clone, Copy)]
enum Reading {
    /// As YAML 1.2 has it, and so VS Code: `12` is a number, `~` is nothing.
    Core,
    /// As this program has it: everything is text, and nothing is nothing.
    Texts,
}

const READINGS: [Reading; 2] = [Reading::Core, Reading::Texts];

/// The schemas of all files, ready to be asked.
struct Checks {
    schemas: Schemas,
    compiler: Compiler,
}

impl Checks {
    fn new() -> Self {
        let mut compiler = Compiler::new();
        for schema in json_schema::all() {
            let text = schema.text(&built_in());
            let value = serde_json::from_str(&text).unwrap();
            let place = format!("evb:{}", schema.name);
            compiler.add_resource(&place, value).unwrap();
        }
        Self {
            schemas: Schemas::new(),
            compiler,
        }
    }

    fn index(&mut self, name: &str, pointer: &str) -> SchemaIndex {
        let place = format!("evb:{name}#{pointer}");
        self.compiler.compile(&place, &mut self.schemas).unwrap()
    }

    /// Returns why a value is refused, if it is.
    fn refused(&mut self, name: &str, pointer: &str, value: &serde_json::Value) -> Option<String> {
        let index = self.index(name, pointer);
        let checked = self.schemas.validate(value, index);
        checked.err().map(|error| error.to_string())
    }
}

/// Returns the name of the schema of a file.
fn schema_of(file: &str) -> &'static str {
    let stem = file.trim_end_matches(".yaml");
    let mut names = json_schema::all().map(|schema| schema.name);
    names.find(|name| *name == stem).unwrap_or("kvartal")
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Returns the samples with their schemas.
fn samples() -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(root().join("data"))
        .min_depth(2)
        .sort_by_file_name();
    let mut paths: Vec<_> = files
        .into_iter()
        .map(|file| file.unwrap().into_path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "yaml"));
    assert!(paths.len() > 15);
    paths
}

/// Returns the tree of a file, if it is the YAML that the format uses.
fn tree(bytes: &[u8]) -> Option<Node> {
    let (source, faults) = Source::read("fil".into(), bytes);
    source.root.filter(|_| faults.is_empty())
}

fn json(node: &Node, reading: Reading) -> serde_json::Value {
    match &node.value {
        Value::Scalar { text, plain } => match reading {
            Reading::Core if *plain => core(text),
            Reading::Texts if node.is_empty() => json!(null),
            Reading::Core | Reading::Texts => json!(text),
        },
        Value::List(items) => items.iter().map(|item| json(item, reading)).collect(),
        Value::Map(pairs) => {
            let pair = |(key, value): &(Node, Node)| {
                let key = key.text().unwrap_or_default().to_owned();
                (key, json(value, reading))
            };
            // Of a doubled key the first holds, as in the program and the editor.
            serde_json::Value::Object(pairs.iter().rev().map(pair).collect())
        }
        Value::Refused => json!(null),
    }
}

/// Returns a plain scalar as YAML 1.2 reads it (its «core schema»).
fn core(text: &str) -> serde_json::Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return json!(null),
        "true" | "True" | "TRUE" => return json!(true),
        "false" | "False" | "FALSE" => return json!(false),
        _ => {}
    }
    for (prefix, radix) in [("0o", 8), ("0x", 16)] {
        let number = text.strip_prefix(prefix);
        if let Some(number) = number.and_then(|digits| u64::from_str_radix(digits, radix).ok()) {
            return json!(number);
        }
    }
    if let Ok(number) = text.parse::<i64>() {
        return json!(number);
    }
    let numeric = text
        .chars()
        .all(|c| c.is_ascii_digit() || "+-.eE".contains(c));
    match text.parse::<f64>() {
        Ok(number) if numeric => json!(number),
        _ => json!(text),
    }
}

/// `data/schema/` is what the program writes. Run with `EVB_UPDATE=1` to write
/// it anew.
#[test]
fn the_schemas_in_data_are_what_the_program_writes() {
    let folder = root().join("data/schema");
    if std::env::var_os("EVB_UPDATE").is_some() {
        evb::pipeline::schema::write(&folder).unwrap();
        return;
    }
    let there = crate::build::files(&folder);
    let text = |schema: json_schema::Schema| schema.text(&built_in()).into_bytes();
    let expected: BTreeMap<String, Vec<u8>> = json_schema::all()
        .map(|schema| (json_schema::file_name(schema.name), text(schema)))
        .collect();
    assert!(
        there == expected,
        "data/schema is not what the program writes; run with EVB_UPDATE=1"
    );
}

#[test]
fn every_sample_points_at_its_schema_and_is_taken() {
    let mut checks = Checks::new();
    for path in samples() {
        let name = path.display();
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let first = text.lines().next().unwrap();
        assert_eq!(first, json_schema::modeline(&file_name(&path)), "{name}");
        let target = first.split_once("$schema=").unwrap().1;
        assert!(
            path.parent().unwrap().join(target).is_file(),
            "{name}: {target}"
        );

        let schema = schema_of(&file_name(&path));
        let root = tree(&bytes).unwrap();
        for reading in READINGS {
            let why = checks.refused(schema, "", &json(&root, reading));
            assert_eq!(why, None, "{name}, {reading:?}");
        }
        // A second reader of YAML, so that ours is not held against itself only.
        let other: serde_json::Value = serde_yaml::from_str(&text).unwrap();
        assert_eq!(checks.refused(schema, "", &other), None, "{name}");
    }
}

#[test]
fn the_command_shows_one_and_writes_all() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evb"));
        let output = command
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let told = run(&["schema", "--ut", "här/schema"]);
    let mut lines = vec![];
    for schema in json_schema::all() {
        let file = format!("här/schema/evb-{}.schema.json", schema.name);
        let written = std::fs::read_to_string(folder.path().join(&file)).unwrap();
        assert_eq!(written, run(&["schema", schema.name]));
        assert_eq!(written, schema.text(&built_in()));
        lines.push(file);
    }
    assert_eq!(told.replace('\\', "/").lines().collect::<Vec<_>>(), lines);
    assert_eq!(run(&["schema", "Nämnd"]), run(&["schema", "namnd"]));
}
