//! Guards of the house: who may use whom, and what must not grow.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use crate::facts::root;

/// What each room may use, besides itself and the ground floor.
const ROOMS: [(&str, &[&str]); 20] = [
    ("model", &[]),
    ("personal", &[]),
    ("load", &["model", "personal"]),
    ("validate", &["model", "personal", "load"]),
    ("derive", &["model"]),
    ("reconcile", &["model", "derive"]),
    ("protect", &["model", "derive"]),
    ("narrate", &["model", "protect"]),
    ("chart", &[]),
    ("compose", &["model", "protect", "narrate", "chart"]),
    ("export", &["model", "protect", "narrate"]),
    ("render", &[]),
    ("write", &[]),
    // From tables and questions to YAML.
    ("edit", &["model", "load"]),
    ("import", &["model", "personal", "load", "validate", "edit"]),
    (
        "scaffold",
        &["model", "load", "validate", "derive", "edit", "import"],
    ),
    // The ground floor: the envelope speaks of quarters and profiles.
    ("error", &[]),
    ("finding", &["personal"]),
    ("document", &["model"]),
    // The roof.
    ("cli", &["model", "pipeline"]),
];

const GROUND: [&str; 3] = ["error", "finding", "document"];
const ROOF: [&str; 5] = ["pipeline", "cli", "ask", "main", "lib"];

fn files(below: &str, ending: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, ending: &str, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, ending, out);
            } else if path.extension().is_some_and(|end| end == ending) {
                out.push(path);
            }
        }
    }
    let mut out = vec![];
    walk(&root().join(below), ending, &mut out);
    out.sort();
    out
}

fn room(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).unwrap();
    let first = inside
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// Returns the code of a file without comments and without its unit tests.
fn code(file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap();
    text.lines()
        .map(|line| line.split("//").next().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn data_flows_one_way() {
    let allowed: BTreeMap<_, _> = ROOMS.into_iter().collect();
    for file in files("src", "rs") {
        let room = room(&file);
        if ["pipeline", "ask", "main", "lib"].contains(&room.as_str()) {
            continue;
        }
        let may = allowed
            .get(room.as_str())
            .unwrap_or_else(|| panic!("{room} is not in the table"));
        for used in code(&file).split("crate::").skip(1) {
            let used: String = used
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let ground = GROUND.contains(&used.as_str()) && room != "render" && room != "write"
                || used == "error"
                || used == "finding";
            let fine = used == room || used.is_empty() || ground || may.contains(&used.as_str());
            assert!(fine, "{} uses crate::{used}", file.display());
        }
    }
    let rooms: Vec<_> = files("src", "rs").iter().map(|file| room(file)).collect();
    for (name, _) in ROOMS {
        assert!(
            rooms.iter().any(|room| room == name),
            "{name} is in the table but not in src"
        );
    }
    assert!(
        ROOF.iter()
            .all(|name| rooms.iter().any(|room| room == name))
    );
}

#[test]
fn only_the_pipeline_starts_threads_and_only_load_and_write_touch_files() {
    for file in files("src", "rs") {
        let (room, code) = (room(&file), code(&file));
        assert!(
            room == "pipeline" || !code.contains("thread::"),
            "{}",
            file.display()
        );
        let files = code.contains("std::fs") || code.contains("WalkDir");
        assert!(
            !files || ["load", "write"].contains(&room.as_str()),
            "{}",
            file.display()
        );
        assert!(
            !code.contains("serde::Deserialize") || ["load", "write"].contains(&room.as_str()),
            "{}",
            file.display()
        );
    }
}

#[test]
fn templates_do_no_arithmetic() {
    for file in files("templates", "typ") {
        let text = std::fs::read_to_string(&file).unwrap();
        let is_page = !file.starts_with(root().join("templates/lib"));
        for sign in ["calc.", " + 1", "str(", ".len() ==", "if ctx.count"] {
            // The library measures columns; a document's template measures nothing.
            assert!(
                !is_page || !text.contains(sign),
                "{} has «{sign}»",
                file.display()
            );
        }
    }
}

#[test]
fn every_rule_is_registered() {
    let known: Vec<_> = evb::pipeline::rules()
        .iter()
        .map(|rule| rule.slug)
        .collect();
    let mut written = vec![];
    for file in files("src", "rs") {
        let text = code(&file);
        for part in text.split(": Rule = Rule {").skip(1) {
            let slug = part
                .split("slug: \"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap();
            assert!(
                known.contains(&slug),
                "{slug} in {} is not registered",
                file.display()
            );
            written.push(slug.to_owned());
        }
    }
    let mut sorted = known.clone();
    sorted.dedup();
    assert_eq!(sorted.len(), known.len(), "a slug is used twice");
    assert_eq!(written.len(), known.len());
    for rule in evb::pipeline::rules() {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(rule.slug.chars().all(plain), "{}", rule.slug);
        assert!(
            rule.explain.ends_with('.') && !rule.source.is_empty(),
            "{}",
            rule.slug
        );
    }
}

#[test]
fn every_file_has_a_header() {
    for file in files("src", "rs")
        .into_iter()
        .chain(files("tests/it", "rs"))
        .chain(files("fuzz/src", "rs"))
        .chain(files("fuzz/targets", "rs"))
    {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//! "), "{} has no header", file.display());
        for line in text.lines() {
            assert!(
                !line.ends_with(' '),
                "{}: a line ends in a space",
                file.display()
            );
        }
    }
}

#[test]
fn no_junk_drawers() {
    for file in files("src", "rs") {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(!["util", "utils", "helper", "helpers", "common", "misc"].contains(&name.as_str()));
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 320, "{} has {lines} lines", file.display());
    }
}

#[test]
fn the_changelog_knows_this_version() {
    let text = std::fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(text.contains(&format!("## {}", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn nothing_reads_outside_the_tree() {
    let outside = concat!("../", "shared");
    let tests = files("src", "rs").into_iter().chain(files("tests", "rs"));
    for file in tests
        .chain(files("templates", "typ"))
        .chain(files("data", "yaml"))
    {
        assert!(
            !std::fs::read_to_string(&file).unwrap().contains(outside),
            "{}",
            file.display()
        );
    }
}
