//! The key table against its schemas, key by key.

use evb::load::catalogue::built_in;
use evb::load::json_schema;
use evb::load::keys;
use evb::load::keys::Table;

use crate::schema::Checks;
use crate::schema::READINGS;
use crate::schema::json;
use crate::schema::schema_of;

/// Returns the tables below a file's table, each once.
fn tables(table: &'static Table) -> Vec<&'static Table> {
    let mut found: Vec<&'static Table> = vec![table];
    let mut at = 0;
    while at < found.len() {
        let inner = found[at].keys.iter().filter_map(|key| key.kind.table());
        for table in inner.collect::<Vec<_>>() {
            if !found.iter().any(|known| std::ptr::eq(*known, table)) {
                found.push(table);
            }
        }
        at += 1;
    }
    found
}

#[test]
fn every_example_is_taken_in_its_place() {
    let mut checks = Checks::new();
    for (file, top) in keys::FILES {
        let name = schema_of(file);
        for table in tables(top) {
            let place = if std::ptr::eq(table, top) {
                String::new()
            } else {
                let slug = evb::document::ascii(table.what).replace([' ', '.'], "-");
                format!("/definitions/{slug}")
            };
            for key in table.keys {
                let (example, _) = evb::load::tree::read(key.example);
                let example = example.unwrap();
                for reading in READINGS {
                    let value = json(&example.pairs()[0].1, reading);
                    let pointer = format!("{place}/properties/{}", key.name);
                    let why = checks.refused(name, &pointer, &value);
                    assert_eq!(why, None, "{}", key.example);
                }
            }
        }
    }
}

#[test]
fn every_table_is_there_with_its_own_keys() {
    for (schema, (_, top)) in json_schema::all().zip(keys::FILES) {
        let text = schema.text(&built_in());
        let written: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(written["title"], top.what);
        for table in tables(top) {
            // Two tables of one name would be one in the schema.
            let definitions = written["definitions"].as_object().unwrap().values();
            let mut all = definitions.chain([&written]);
            let found = all.find(|found| found["title"] == table.what).unwrap();
            let properties = found["properties"].as_object().unwrap();
            let keys: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
            assert_eq!(
                properties.keys().collect::<Vec<_>>(),
                keys,
                "{}",
                table.what
            );
            for key in table.keys {
                let said = properties[key.name]["description"].as_str().unwrap();
                assert!(said.starts_with(key.meaning) && said.ends_with(key.example));
                let required = found["required"].as_array().unwrap();
                assert_eq!(required.iter().any(|name| name == key.name), key.required);
            }
        }
    }
}
