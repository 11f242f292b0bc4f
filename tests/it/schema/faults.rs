//! `tests/invalid/` against the schemas: what they catch, and that they say
//! nothing of what is no fault of form.

use std::path::Path;

use evb::load::json_schema;
use evb::load::keys;
use evb::load::schema;
use evb::load::source::Source;
use evb::model::quarter::Quarter;

use crate::facts::root;
use crate::schema::Checks;
use crate::schema::Reading;
use crate::schema::json;
use crate::schema::schema_of;
use crate::schema::tree;

/// The rules whose fixtures a schema refuses.
const CAUGHT: [&str; 8] = [
    "fel-typ",
    "format-saknas",
    "nyare-format",
    "okand-nyckel",
    "okant-ord",
    "omojligt-datum",
    "saknad-nyckel",
    "tomt-varde",
];

/// Fixtures of those rules that a schema lets through, and why.
const NOT_CAUGHT: [(&str, &str); 3] = [
    ("fel-typ--exponent", "to YAML 1e3 is the number 1000"),
    ("fel-typ--inledande-nolla", "to YAML 0123 is the number 123"),
    (
        "tomt-varde--lagrum",
        "{} is a mapping, and empty ones are taken elsewhere",
    ),
];

/// An editor tells this itself: to it, a doubled key is no YAML.
const DOUBLED: &str = "dubbel-nyckel";

/// Returns the files of a fixture, each with the name it would have.
fn files(fixture: &Path) -> Vec<(String, Vec<u8>)> {
    if fixture.is_dir() {
        let mut all: Vec<_> = crate::build::files(fixture).into_iter().collect();
        all.retain(|(name, _)| ours(name));
        return all;
    }
    let namnd = fixture.to_string_lossy().ends_with(".namnd.yaml");
    let name = if namnd { "namnd.yaml" } else { "2023-Q4.yaml" };
    vec![(name.to_owned(), std::fs::read(fixture).unwrap())]
}

/// Returns whether a file is one of the format's, by its name.
fn ours(name: &str) -> bool {
    let stem = name.strip_suffix(".yaml").unwrap_or_default();
    json_schema::all().any(|schema| schema.name == stem) || stem.parse::<Quarter>().is_ok()
}

/// Returns the rules that a file breaks by itself, as `load` sees it.
pub(super) fn broken(name: &str, bytes: &[u8]) -> Vec<&'static str> {
    let schemas = json_schema::all().zip(keys::FILES);
    let mut tables = schemas.map(|(schema, (_, table))| (schema.name, table));
    let (_, table) = tables.find(|(known, _)| *known == schema_of(name)).unwrap();
    let (mut source, mut findings) = Source::read(name.into(), bytes);
    findings.extend(schema::check(&mut source, table, keys::is_dated(table)));
    findings.iter().map(|finding| finding.rule.slug).collect()
}

#[test]
fn a_schema_catches_what_is_a_fault_of_form_and_nothing_else() {
    let mut checks = Checks::new();
    let mut caught = 0;
    for fixture in crate::invalid::fixtures() {
        let name = crate::invalid::name(&fixture);
        let rule = name.split("--").next().unwrap();
        let mut refused = None;
        for (file, bytes) in files(&fixture) {
            let Some(root) = tree(&bytes) else {
                continue;
            };
            let why = checks.refused(schema_of(&file), "", &json(&root, Reading::Core));
            let broken = broken(&file, &bytes);
            let form = |slug: &&str| CAUGHT.contains(slug) || *slug == DOUBLED;
            let form = broken.iter().any(form);
            if let Some(why) = why.as_ref().filter(|_| !form) {
                panic!("{name}: {file} is in order, but refused: {why}");
            }
            refused = refused.or(why);
        }
        let through = NOT_CAUGHT.iter().any(|(fixture, _)| *fixture == name);
        if CAUGHT.contains(&rule) {
            assert_eq!(refused.is_none(), through, "{name}: {refused:?}");
            caught += 1;
        }
    }
    assert!(caught > 40, "{caught}");
    let folder = root().join("tests/invalid");
    for (name, why) in NOT_CAUGHT {
        let file = folder.join(format!("{name}.snap"));
        assert!(file.is_file() && !why.is_empty(), "{name} is gone");
    }
}
