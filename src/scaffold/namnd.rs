//! The text of a new `namnd.yaml`: what is known, and every other key as a
//! comment with its meaning and an example, all from the key table.

use crate::document::Kind as Document;
use crate::edit;
use crate::edit::Value;
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::NAMND;
use crate::load::keys::Table;
use crate::scaffold::comment;

/// What a new nämnd is.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The kommun.
    pub kommun: &'a str,
    /// The nämnd.
    pub namnd: &'a str,
    /// The path of the key to the rows' ids, from the nämnd's folder.
    pub key: Option<&'a str>,
    /// The line that shows an editor the file's schema, if there is one.
    pub modeline: Option<&'a str>,
}

/// Returns the text of a new `namnd.yaml`.
pub fn text(wanted: &Wanted<'_>) -> String {
    let head = "# Nämnden: det som är lika kvartal efter kvartal.\n\
                # Det som nämnden inte behöver står efter #: ta bort # och blanksteget för att använda det.\n\
                # Alla nycklar förklaras i data/README.md.\n";
    let modeline = wanted
        .modeline
        .map_or(String::new(), |it| format!("{it}\n"));
    let parts: Vec<String> = NAMND.keys.iter().map(|key| part(key, wanted)).collect();
    format!("{modeline}{head}{}", parts.join("\n"))
}

/// Returns one key with its meaning: as it shall be, or as a comment.
fn part(key: &'static Key, wanted: &Wanted<'_>) -> String {
    let said = match key.name {
        "format" => return format!("{}\n", key.example),
        "kommun" => Some(flow(wanted.kommun)),
        "nämnd" => Some(flow(wanted.namnd)),
        "nyckel" => wanted.key.map(|path| {
            let path = ("sökväg".to_owned(), Value::Text(path.to_owned()));
            edit::flow(&Value::Map(vec![path]))
        }),
        _ => None,
    };
    let meaning = comment::meaning(&NAMND, key.name);
    if let Some(said) = said {
        return format!("{meaning}{}: {said}\n", key.name);
    }
    match &key.kind {
        Kind::Map(Kind::Word(names), Kind::Record(table)) => {
            format!("{meaning}{}", organ(key, names, table, wanted))
        }
        Kind::Record(table) if table.keys.len() > 1 => {
            let keys: String = table.keys.iter().map(|it| comment::key(it, "  ")).collect();
            format!("{meaning}# {}:\n{keys}", key.name)
        }
        _ => format!("{meaning}{}", comment::lines(key.example)),
    }
}

/// Returns the nämnd as an instans, as a comment.
fn organ(key: &Key, names: &[&str], table: &'static Table, wanted: &Wanted<'_>) -> String {
    let (first, others) = names.split_first().unwrap_or((&"", &[]));
    let others: Vec<_> = others.iter().map(|name| format!("«{name}»")).collect();
    let mut out = format!(
        "# {} skrivs på samma sätt som «{first}», om ärendet går vidare dit.\n# {}:\n#   {first}:\n",
        others.join(" och "),
        key.name
    );
    for key in table.keys {
        match (key.name, &key.kind) {
            ("namn", _) => out.push_str(&format!("#     namn: {}\n", flow(wanted.namnd))),
            (name, Kind::Map(Kind::Word(_), Kind::Record(form))) => {
                out.push_str(&format!("#     {name}:  # {}\n", key.meaning));
                out.push_str(&format!("#       {}:\n", Document::Tjansteutlatande.name()));
                for key in form.keys {
                    out.push_str(&comment::key(key, "        "));
                }
            }
            _ => out.push_str(&comment::key(key, "    ")),
        }
    }
    out
}

fn flow(text: &str) -> String {
    edit::flow(&Value::Text(text.to_owned()))
}
