//! The key table as JSON Schema: what an editor completes, explains and checks
//! while somebody types.
//!
//! Draft-07, because the YAML extension of VS Code reads it in every version;
//! the newer drafts came in 2026. A schema never refuses what `schema` takes:
//! it reads no words of its own, and where the two cannot say the same (a date
//! in a leap year, a key written twice) it says yes. It has no `examples`: the
//! extension would write them into the file as values. Whether the figures are
//! right is `evb granska`'s to say.

use std::path::Path;

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::document::ascii;
use crate::load::catalogue::Catalogue;
use crate::load::keys;
use crate::load::keys::Kind;
use crate::load::keys::Table;
use crate::load::outside;
use crate::load::quarter_of;
use crate::load::schema::FROM;
use crate::load::schema::VALUE;
use crate::load::tree;

mod kinds;
mod patterns;
mod row;

/// Where the schemas are, beside the folders of the nämnder.
const FOLDER: &str = "schema";

/// What a quarter file is called, since its own name is a quarter.
const QUARTER: &str = "kvartal";

/// The schema of one file of the format.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// What it is called: the file's name, or «kvartal».
    pub name: &'static str,
    table: &'static Table,
}

/// Returns the schemas of all files.
pub fn all() -> impl Iterator<Item = Schema> {
    keys::FILES.iter().map(|(file, table)| Schema {
        name: name(file),
        table,
    })
}

/// Returns what the schema of a file is called.
fn name(file: &str) -> &str {
    match quarter_of(file) {
        Some(_) => QUARTER,
        None => file.trim_end_matches(".yaml"),
    }
}

/// Returns the name of the file that a schema is written in.
pub fn file_name(name: &str) -> String {
    format!("evb-{name}.schema.json")
}

/// Returns the line at the top of a file that shows an editor its schema. The
/// way is told from the file, so it holds wherever the folder lies.
pub fn modeline(file: &str) -> String {
    let schema = file_name(name(file));
    format!("# yaml-language-server: $schema=../{FOLDER}/{schema}")
}

/// Returns that line for a file of a nämnd's folder, if the schema is there.
pub fn modeline_if_there(folder: &Path, file: &str) -> Option<String> {
    let schema = folder.parent()?.join(FOLDER).join(file_name(name(file)));
    outside::exists(&schema).then(|| modeline(file))
}

impl Schema {
    /// Returns the schema as text.
    pub fn text(self, catalogue: &Catalogue) -> String {
        format!("{:#}\n", whole(self.table, catalogue))
    }
}

fn whole(table: &'static Table, catalogue: &Catalogue) -> Value {
    let mut writer = Writer {
        catalogue,
        dated: keys::is_dated(table),
        definitions: Map::new(),
    };
    let description = format!(
        "Hjälper den som skriver {}: visar nycklarna, föreslår ord och ser enkla fel. Om uppgifterna \
         stämmer säger bara «evb granska». Filen är skriven av «evb schema».",
        table.the
    );
    let mut schema = Map::new();
    schema.insert(
        "$schema".to_owned(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    schema.insert("description".to_owned(), json!(description));
    schema.extend(writer.record(table));
    schema.insert("definitions".to_owned(), writer.definitions.into());
    schema.into()
}

/// Writes schemas of kinds; each table and each kind of scalar once.
struct Writer<'a> {
    catalogue: &'a Catalogue,
    /// Whether any value may be a list of `{från, värde}`.
    dated: bool,
    definitions: Map<String, Value>,
}

impl Writer<'_> {
    fn record(&mut self, table: &'static Table) -> Map<String, Value> {
        let mut properties = Map::new();
        for key in table.keys {
            let place = format!("{}.{}", definition_name(table.what), ascii(key.name));
            let schema = self.value(&key.kind, &place);
            if let Kind::List(Kind::Record(inner)) = key.kind {
                self.row(inner, key.example);
            }
            let description = format!("{} Exempel: {}", key.meaning, key.example);
            properties.insert(key.name.to_owned(), described(&description, schema));
        }
        let required = table.keys.iter().filter(|key| key.required);
        let required: Vec<&str> = required.map(|key| key.name).collect();
        let mut schema = object(properties, false.into());
        schema.insert("required".to_owned(), json!(required));
        schema.insert("title".to_owned(), json!(table.what));
        schema
    }

    /// Returns a reference to what is written once under a name.
    fn once(&mut self, name: &str, write: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.definitions.contains_key(name) {
            // The name is taken first, so that what refers to itself ends.
            self.definitions.insert(name.to_owned(), Value::Null);
            let schema = write(self);
            self.definitions.insert(name.to_owned(), schema);
        }
        reference(name)
    }

    fn table(&mut self, table: &'static Table) -> Value {
        self.once(&definition_name(table.what), |writer| {
            writer.record(table).into()
        })
    }

    /// Proposes a row on one line, as in the example of its list, to fill in.
    fn row(&mut self, table: &'static Table, example: &str) {
        let body = tree::read(example).0.as_ref().and_then(row::to_fill_in);
        let schema = self.definitions.get_mut(&definition_name(table.what));
        if let (Some(body), Some(Value::Object(schema))) = (body, schema) {
            let snippet = json!({"label": format!("{} på en rad", table.what), "body": body});
            schema.insert("defaultSnippets".to_owned(), json!([snippet]));
        }
    }

    /// Returns what may stand as a value of a kind at a place.
    fn value(&mut self, kind: &'static Kind, place: &str) -> Value {
        let plain = self.plain(kind, place);
        if !self.dated {
            return plain;
        }
        // Scalars that are written once need only one dated form.
        let own = plain.get("$ref").and_then(Value::as_str);
        let own = own.and_then(|to| to.rsplit('/').next()).unwrap_or(place);
        let name = format!("{own}-daterat");
        self.once(&name, |writer| {
            let from = described("Från vilken dag.", writer.value(&Kind::Date, place));
            let value = described("Vad som gäller från den dagen.", reference(&name));
            let properties = [(FROM.to_owned(), from), (VALUE.to_owned(), value)];
            let mut version = object(Map::from_iter(properties), false.into());
            version.insert("required".to_owned(), json!([VALUE]));
            version.insert("title".to_owned(), json!("ett daterat värde"));
            let mut versions = kinds::or_list_of(&version.into());
            versions.insert("minItems".to_owned(), json!(1));
            json!({"anyOf": [plain, versions]})
        })
    }
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}

fn object(properties: Map<String, Value>, others: Value) -> Map<String, Value> {
    Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("properties".to_owned(), properties.into()),
        ("additionalProperties".to_owned(), others),
    ])
}

/// Puts a description first, where a reader of the file looks for it. Beside a
/// reference it is only shown, which is all it is for.
fn described(description: &str, schema: Value) -> Value {
    let mut said = Map::from_iter([("description".to_owned(), json!(description))]);
    if let Value::Object(schema) = schema {
        said.extend(schema);
    }
    said.into()
}

/// Returns the name a table's schema is written under.
fn definition_name(what: &str) -> String {
    ascii(what).replace([' ', '.'], "-")
}
