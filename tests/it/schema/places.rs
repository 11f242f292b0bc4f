//! Every kind of value at every place of the format: what the program takes, the
//! schema takes.

use std::ops::Range;

use evb::load::keys;
use evb::load::keys::Key;
use evb::load::keys::Kind;
use evb::load::keys::Table;
use evb::load::tree;
use evb::load::tree::Node;

use crate::schema::Checks;
use crate::schema::READINGS;
use crate::schema::Reading;
use crate::schema::faults::broken;
use crate::schema::json;
use crate::schema::schema_of;

/// What is tried at each place; `…` is what stood there.
const VALUES: [&str; 46] = [
    "12",
    "\"12\"",
    "\" 7 \"",
    "0",
    "01",
    "1e3",
    "-1",
    "+1",
    "1.5",
    "12345678",
    "0x1F",
    "ja",
    "NEJ",
    "true",
    "False",
    "\"\"",
    "\" \"",
    "\" … \"",
    "2024-02-29",
    "2023-02-30",
    "2023-04-31",
    "2151-01-01",
    "\" 1950-12-31 \"",
    "20240110",
    "2023-Q4",
    "2023-k1",
    "2023-Q5",
    "SoL",
    "lss",
    "Öppen",
    "ANNAT–BARN",
    "0-2",
    "18+",
    "a-3A",
    "föregående–kvartal",
    "\"#0B5a7A\"",
    "con",
    "-a",
    "Ett namn, inte ett id",
    "[]",
    "[…]",
    "{}",
    "{män: 1, HÖGST: 2}",
    "{minst: \"3\", högst: 4}",
    "[{från: 2024-01-01, värde: …}, {värde: …}]",
    "[{från: [{värde: 2024-01-01}], värde: [{värde: …}]}]",
];

/// What is tried instead of each key.
const KEYS: [&str; 8] = [
    "okänd",
    "RAPPORT",
    "Sol",
    "3-6",
    "\" nämnd \"",
    "2026-q2",
    "Hemtjänst",
    "\"12\"",
];

/// Every so many of the values is tried, another selection at each place; with
/// 1, all of them, which takes most of a minute.
const STEP: usize = 7;

/// Returns a mapping with every key of a table, and below it every other.
fn whole(table: &'static Table) -> String {
    let keys = table.keys.iter().map(filled);
    format!("{{{}}}", keys.collect::<Vec<_>>().join(", "))
}

fn filled(key: &'static Key) -> String {
    let name = key.name;
    match &key.kind {
        Kind::Record(table) | Kind::Counted(table) => format!("{name}: {}", whole(table)),
        Kind::List(Kind::Record(table)) => format!("{name}: [{}]", whole(table)),
        Kind::List(Kind::IdOr(table)) => format!("{name}: [ett-id, {}]", whole(table)),
        Kind::Map(_, Kind::Record(table)) => {
            let (example, _) = tree::read(key.example);
            let example = example.unwrap();
            let inner = example.pairs()[0].1.pairs()[0].0.text().unwrap().to_owned();
            format!("{name}: {{{inner}: {}}}", whole(table))
        }
        _ => key.example.to_owned(),
    }
}

/// Collects the bytes of all values and of all keys.
fn places(node: &Node, values: &mut Vec<Range<usize>>, keys: &mut Vec<Range<usize>>) {
    values.push(node.span.clone());
    for item in node.items() {
        places(item, values, keys);
    }
    for (key, value) in node.pairs() {
        keys.push(key.span.clone());
        places(value, values, keys);
    }
}

/// How often the two agreed that something is wrong, and how often only the
/// program saw it.
#[derive(Default)]
struct Seen {
    caught: usize,
    missed: usize,
}

fn compare(checks: &mut Checks, file: &str, text: &str, seen: &mut Seen) {
    let wrong = broken(file, text.as_bytes());
    let (root, faults) = tree::read(text);
    let Some(root) = root.filter(|_| faults.is_empty()) else {
        return;
    };
    for reading in READINGS {
        let why = checks.refused(schema_of(file), "", &json(&root, reading));
        match why {
            Some(why) if wrong.is_empty() => panic!("{reading:?} refuses: {why}\n{text}"),
            Some(_) => seen.caught += 1,
            None if wrong.is_empty() => {}
            None => seen.missed += 1,
        }
    }
}

#[test]
fn what_the_program_takes_the_schema_takes() {
    let mut checks = Checks::new();
    let mut seen = Seen::default();
    for (file, table) in keys::FILES {
        let lines = table.keys.iter().map(filled).collect::<Vec<_>>();
        let text = lines.join("\n") + "\n";
        assert_eq!(broken(file, text.as_bytes()), Vec::<&str>::new(), "{text}");
        let (root, faults) = tree::read(&text);
        assert!(faults.is_empty(), "{faults:?}");
        let (mut values, mut names) = (vec![], vec![]);
        places(&root.unwrap(), &mut values, &mut names);
        let tried = |places: Vec<Range<usize>>, with: &'static [&str]| {
            places
                .into_iter()
                .flat_map(move |place| with.iter().map(move |new| (place.clone(), *new)))
        };
        let all = tried(values, &VALUES).chain(tried(names, &KEYS));
        for (place, new) in all.step_by(STEP) {
            let mut changed = text.clone();
            let new = new.replace('…', &text[place.clone()]);
            changed.replace_range(place, &new);
            compare(&mut checks, file, &changed, &mut seen);
        }
    }
    let Seen { caught, missed } = seen;
    // Missed is what YAML reads as a number, and quoted nothing.
    assert!(caught > 30 * missed, "{caught} caught, {missed} missed");
    assert!(caught > 3000, "{caught} caught");
}

/// `~` and `null` without quotes are texts to the program and nothing to an
/// editor. There the schema sides with the editor: an empty value is a fault.
#[test]
fn the_word_null_is_nothing_to_an_editor() {
    let mut checks = Checks::new();
    let text = "format: 1\nkommun: null\nnämnd: ~\n";
    assert_eq!(broken("namnd.yaml", text.as_bytes()), Vec::<&str>::new());
    let (root, _) = tree::read(text);
    let root = root.unwrap();
    let mut refused = |reading| checks.refused("namnd", "", &json(&root, reading)).is_some();
    assert!(refused(Reading::Core));
    assert!(!refused(Reading::Texts));
}
