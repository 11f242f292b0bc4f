//! What may stand for each kind of value.
//!
//! YAML guesses types: `12` is a number to an editor and `12 §` a text, but both
//! are texts to this program. So every form that reads as a text the program
//! takes is let through, and only the plain one is proposed.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::load::json_schema::Writer;
use crate::load::json_schema::described;
use crate::load::json_schema::object;
use crate::load::json_schema::patterns;
use crate::load::keys::Kind;
use crate::load::keys::PARTS;
use crate::load::keys::YES_NO;
use crate::load::reference::sections;
use crate::load::values::MOST_DIGITS;
use crate::model::catalogue::Insats;

impl Writer<'_> {
    /// Returns what may stand as a value of a kind, at one time.
    pub(super) fn plain(&mut self, kind: &'static Kind, place: &str) -> Value {
        let error = format!("ska {}", kind.demand());
        let pattern = patterns::of(kind).unwrap_or_default();
        match kind {
            // The one value there is, so it is written when the key is completed.
            Kind::Format => json!({
                "type": ["integer", "string"],
                "minimum": 1,
                "maximum": 1,
                "pattern": pattern,
                "default": 1,
                "errorMessage": error,
            }),
            Kind::Text => self.once("text", |writer| {
                writer.or_flag(json!({"type": ["string", "number"], "errorMessage": error}))
            }),
            Kind::Id => self.once("id", |writer| {
                writer.or_flag(json!({
                    "type": ["string", "number"],
                    "minimum": 0,
                    "pattern": pattern,
                    "errorMessage": error,
                }))
            }),
            Kind::Date => self.once("datum", |_| text_of(&pattern, &error)),
            Kind::Quarter => self.once("kvartal", |_| text_of(&pattern, &error)),
            Kind::Colour => self.once("farg", |_| text_of(&pattern, &error)),
            Kind::Number => self.once("heltal", |_| whole_number(&pattern, &error).into()),
            Kind::YesNo => self.once("ja-eller-nej", |_| one_of(&YES_NO, &pattern, &error)),
            Kind::Word(words) => one_of(words, &pattern, &error),
            Kind::Insats => self.once("insats", |writer| writer.proposed(kind)),
            Kind::Orsak => self.once("orsak", |writer| writer.proposed(kind)),
            Kind::Avslutsskal => self.once("avslutsskal", |writer| writer.proposed(kind)),
            // One schema for both forms: of two, the editor tells the first one's fault.
            Kind::Figure => self.once("antal", |writer| {
                let number = writer.plain(&Kind::Number, place);
                let part = |part: &&str| ((*part).to_owned(), number.clone());
                let mut figure = object(PARTS.iter().map(part).collect(), false.into());
                figure.extend(whole_number(&pattern, &error));
                figure.insert("type".to_owned(), json!(["string", "integer", "object"]));
                figure.into()
            }),
            Kind::Counted(table) => {
                let one = self.table(table);
                json!({"anyOf": [one, or_list_of(&one)]})
            }
            Kind::Figures(of) => {
                let figure = self.value(&Kind::Figure, place);
                self.map(of, &figure).into()
            }
            Kind::Record(table) => self.table(table),
            Kind::List(of) => {
                let items = self.value(of, &format!("{place}.post"));
                json!({"type": "array", "items": items, "errorMessage": error})
            }
            Kind::Map(of, to) => {
                let mut value = self.value(to, &format!("{place}.post"));
                if matches!(to, Kind::Record(_)) {
                    // An insats may be named without its figures.
                    value = json!({"anyOf": [value, {"type": ["null"]}]});
                }
                self.map(of, &value).into()
            }
            Kind::IdOr(table) => {
                let id = self.plain(&Kind::Id, place);
                json!({"anyOf": [id, self.table(table)]})
            }
        }
    }

    /// Returns a mapping from names of a kind to a value.
    fn map(&mut self, of: &'static Kind, value: &Value) -> Map<String, Value> {
        let named = |(name, meaning): (String, String)| {
            if meaning.is_empty() {
                return (name, value.clone());
            }
            (name, described(&meaning, value.clone()))
        };
        let known = self.known(of).into_iter().map(named).collect();
        let Some(pattern) = patterns::of(of) else {
            return object(known, value.clone());
        };
        let mut schema = object(known, false.into());
        schema.insert("patternProperties".to_owned(), json!({pattern: value}));
        schema
    }

    /// Returns names to propose, each with its meaning, where any text may
    /// stand: a nämnd may have names of its own.
    fn proposed(&mut self, kind: &'static Kind) -> Value {
        let (ids, meanings): (Vec<_>, Vec<_>) = self.known(kind).into_iter().unzip();
        let any = self.plain(&Kind::Text, "");
        let known = json!({
            "enum": ids,
            "enumDescriptions": meanings,
            "errorMessage": format!("ska {}", kind.demand()),
        });
        json!({"anyOf": [known, any]})
    }

    /// Returns the names of a kind that the program knows, with their meaning.
    fn known(&self, kind: &Kind) -> Vec<(String, String)> {
        let catalogue = self.catalogue;
        match kind {
            Kind::Word(words) => {
                let words = words.iter();
                words
                    .map(|word| ((*word).to_owned(), String::new()))
                    .collect()
            }
            Kind::Insats => {
                let named = |insats: &Insats| {
                    let sections = sections(insats).join("; ");
                    (
                        insats.id.to_string(),
                        format!("{}: {sections}", insats.name),
                    )
                };
                catalogue.insatser.list().iter().map(named).collect()
            }
            Kind::Orsak => {
                let list = catalogue.orsaker.list().iter();
                list.map(|orsak| (orsak.id.to_string(), orsak.name.to_string()))
                    .collect()
            }
            Kind::Avslutsskal => {
                let list = catalogue.avslutsskal.iter();
                list.map(|skal| (skal.id.to_string(), skal.name.to_string()))
                    .collect()
            }
            _ => vec![],
        }
    }

    /// Returns a schema that also takes what YAML reads as a flag: `true` is a
    /// text here. Said by what it is not, since an editor proposes named types.
    fn or_flag(&mut self, schema: Value) -> Value {
        let flag = self.once(
            "sant-eller-falskt",
            |_| json!({"not": {"type": ["string", "number", "object", "array", "null"]}}),
        );
        json!({"anyOf": [schema, flag]})
    }
}

/// Returns a list beside another form. Its type stands in a list, or the editor
/// would put its own message for both in the place of the other form's.
pub(super) fn or_list_of(items: &Value) -> Map<String, Value> {
    Map::from_iter([
        ("type".to_owned(), json!(["array"])),
        ("items".to_owned(), items.clone()),
    ])
}

/// Text is the first type, since the editor would write 0 for a number.
fn whole_number(pattern: &str, error: &str) -> Map<String, Value> {
    Map::from_iter([
        ("type".to_owned(), json!(["string", "integer"])),
        ("minimum".to_owned(), json!(0)),
        ("maximum".to_owned(), json!(10_u64.pow(MOST_DIGITS) - 1)),
        ("pattern".to_owned(), json!(pattern)),
        ("errorMessage".to_owned(), json!(error)),
    ])
}

fn text_of(pattern: &str, error: &str) -> Value {
    json!({"type": "string", "pattern": pattern, "errorMessage": error})
}

/// Proposes words as their list spells them, and takes every other spelling.
fn one_of(words: &[&str], pattern: &str, error: &str) -> Value {
    let written = |word: &&str| word.parse::<u32>().map_or(json!(word), Value::from);
    let words: Vec<Value> = words.iter().map(written).collect();
    json!({
        "anyOf": [
            {"enum": words, "errorMessage": error},
            {"type": "string", "pattern": pattern},
        ]
    })
}
