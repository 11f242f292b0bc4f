//! What is generated from the key table and the catalogues.

use evb::load::catalogue;
use evb::load::keys;
use evb::load::reference;
use evb::pipeline;

use crate::facts::root;

/// `data/README.md` ends with what may be written: keys, names and rules. Run
/// with `EVB_UPDATE=1` to write it anew.
#[test]
fn the_data_reference_is_what_the_program_knows() {
    const MARK: &str = "<!-- Det som följer skrivs av programmet: EVB_UPDATE=1 cargo test. -->\n\n";
    let path = root().join("data/README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let head = text.split("<!-- ").next().unwrap();
    let expected = [
        head,
        MARK,
        &reference::keys(),
        &reference::names(&catalogue::built_in()),
        "\n",
        &reference::rules(&pipeline::rules(), &pipeline::releasable()),
    ]
    .concat();
    if std::env::var_os("EVB_UPDATE").is_some() {
        std::fs::write(&path, &expected).unwrap();
        return;
    }
    assert!(
        text == expected,
        "data/README.md is not what the program knows; run with EVB_UPDATE=1"
    );
}

#[test]
fn every_example_in_the_key_table_is_read() {
    fn walk(table: &'static keys::Table, done: &mut Vec<*const keys::Table>) {
        if done.contains(&std::ptr::from_ref(table)) {
            return;
        }
        done.push(std::ptr::from_ref(table));
        for key in table.keys {
            let (root, faults) = evb::load::tree::read(key.example);
            assert!(faults.is_empty(), "{}: {faults:?}", key.example);
            let root = root.unwrap();
            assert_eq!(root.pairs()[0].0.text(), Some(key.name), "{}", key.example);
            assert!(key.meaning.ends_with('.'), "{}", key.name);
            if let Some(inner) = key.kind.table() {
                walk(inner, done);
            }
        }
    }
    let mut done = vec![];
    for (_, table) in &keys::FILES {
        walk(table, &mut done);
    }
    assert!(done.len() > 20);
}

#[test]
fn the_manual_names_every_placeholder_and_only_those() {
    let manual = std::fs::read_to_string(root().join("docs/handledning.md")).unwrap();
    for (name, _) in evb::model::text::NAMES {
        assert!(
            manual.contains(&format!("`{{{name}}}`")),
            "{name} is not in the manual"
        );
        let sample = name.replace('…', "tackat-nej");
        let known = evb::model::text::named(&sample, |orsak| Some(orsak.into()));
        assert!(known.is_some(), "{name} stands for nothing");
    }
}

#[test]
fn the_manual_names_every_block_of_a_form() {
    let manual = std::fs::read_to_string(root().join("docs/handledning.md")).unwrap();
    for (name, _) in evb::model::instans::Generated::NAMES {
        assert!(manual.contains(&format!("\n| `{name}` | ")), "{name}");
    }
}
