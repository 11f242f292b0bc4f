//! The text of a new quarter file.
//!
//! What is known stands as it shall; what somebody must find out stands as a
//! comment, with what the key means, so that `evb granska` says what is left.
//! Texts, figures, dates and registration numbers of the quarter before are never
//! carried: they would be wrong and look right.

use chrono::NaiveDate;

use crate::edit;
use crate::edit::Value;
use crate::load::keys::QUARTER;
use crate::load::source::Source;
use crate::load::tree::Node;
use crate::model::quarter::Quarter;
use crate::scaffold::aligned::Cell;
use crate::scaffold::aligned::aligned;
use crate::scaffold::comment;
use crate::scaffold::orders::orders;
use crate::scaffold::rows;
use crate::scaffold::rows::Row;

/// What stands where a figure or a text is to be written.
const BLANK: &str = "…";

/// What a new quarter file says.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The quarter.
    pub quarter: Quarter,
    /// What the nämnd is called.
    pub namnd: &'a str,
    /// The day the figures were taken, if it is known.
    pub dated_on: Option<NaiveDate>,
    /// The newest quarter before it.
    pub before: Option<(Quarter, &'a Source)>,
    /// The rows it begins with.
    pub rows: &'a [Row],
    /// How many of the rows remained in the quarter before.
    pub remaining: usize,
    /// The fingerprint of the key to the rows' ids.
    pub fingerprint: Option<&'a str>,
    /// The line that shows an editor the file's schema, if there is one.
    pub modeline: Option<&'a str>,
}

/// Returns the text of a new quarter file.
pub fn text(wanted: &Wanted<'_>) -> String {
    let root = wanted.before.and_then(|(_, source)| source.root.as_ref());
    let get = |key| root.and_then(|root| root.get(key));
    let mut parts = vec![
        head(wanted),
        dated(wanted),
        fingerprint(wanted),
        beslut(wanted, get("beslut").is_some() || root.is_none()),
        ongoing(wanted, get("pågående")),
    ];
    if get("sammanställning").is_some() && get("beslut").is_none() {
        parts.push(totals());
    }
    parts.push(texts(get("texter")));
    parts.push(providers(get("utförare")));
    parts.push(orders(get("handlingar")));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn head(wanted: &Wanted<'_>) -> String {
    let Wanted { namnd, quarter, .. } = wanted;
    let mut said = format!("{namnd}, kvartal {quarter}.");
    if let Some((before, _)) = wanted.before {
        match (wanted.remaining, wanted.rows.len()) {
            (0, _) => {}
            (1, _) => said.push_str(&format!(" Raden som kvarstod efter {before} är överförd.")),
            (n, _) => said.push_str(&format!(
                " De {n} rader som kvarstod efter {before} är överförda."
            )),
        }
    }
    let modeline = wanted
        .modeline
        .map_or(String::new(), |it| format!("{it}\n"));
    format!(
        "{modeline}# {said}\n\
         # Det som är kvar att fylla i står efter #: ta bort # och blanksteget, och skriv det som gäller.\n\
         # Alla nycklar förklaras i data/README.md.\n\
         format: 1\n\
         kvartal: {quarter}\n"
    )
}

fn dated(wanted: &Wanted<'_>) -> String {
    let meaning = comment::meaning(&QUARTER, "uppgifter_daterade");
    match wanted.dated_on {
        Some(day) => format!("{meaning}uppgifter_daterade: {day}\n"),
        None => format!(
            "{meaning}# Utan den görs inga handlingar.\n# uppgifter_daterade: {}\n",
            wanted.quarter.next().first_day()
        ),
    }
}

fn fingerprint(wanted: &Wanted<'_>) -> String {
    let meaning = comment::meaning(&QUARTER, "nyckelavtryck");
    wanted
        .fingerprint
        .map(|said| format!("{meaning}nyckelavtryck: {}\n", flow(said)))
        .unwrap_or_default()
}

/// Returns the rows; `used` says whether the nämnd has rows at all.
fn beslut(wanted: &Wanted<'_>, used: bool) -> String {
    let mut out = comment::meaning(&QUARTER, "beslut");
    out.push_str(
        "# Det som har verkställts eller avslutats får sin dag, och nya beslut får nya rader.\n\
         # Den som har fyllt 18 år före kvartalets slut skrivs som vuxen. Nycklarna i en rad:\n#\n",
    );
    let row = QUARTER.key("beslut").and_then(|key| key.kind.table());
    for key in row.map_or(&[][..], |table| table.keys) {
        out.push_str(&comment::key(key, "  "));
    }
    if !wanted.rows.is_empty() {
        return out + "beslut:\n" + &rows::written(wanted.rows);
    }
    let example = QUARTER.key("beslut").map_or("", |key| key.example);
    let row = example
        .trim_start_matches("beslut: [")
        .trim_end_matches(']');
    if used {
        out.push_str("#\n# Raderna skrivs så här, och då utan []:\n# beslut:\n");
        out.push_str(&format!("#   - {row}\nbeslut: []\n"));
    } else {
        out.push_str(&format!("# beslut:\n#   - {row}\n"));
    }
    out
}

/// Returns `pågående` without its figures, for the insatser in use.
fn ongoing(wanted: &Wanted<'_>, before: Option<&Node>) -> String {
    let mut lines: Vec<(String, String)> = before.map_or(vec![], |node| {
        let pairs = node.pairs().iter();
        pairs
            .filter_map(|(name, value)| Some((flow(name.text()?), blanks(value))))
            .collect()
    });
    if lines.is_empty() {
        for row in wanted.rows {
            let insats = row.pairs.iter().find(|(key, _)| key == "insats");
            if let Some((_, Value::Text(name))) = insats
                && !lines.iter().any(|(known, _)| *known == flow(name))
            {
                lines.push((flow(name), format!("{{män: {BLANK}, kvinnor: {BLANK}}}")));
            }
        }
    }
    let mut out = comment::meaning(&QUARTER, "pågående");
    if lines.is_empty() {
        let example = QUARTER.key("pågående").map_or("", |key| key.example);
        return out + &comment::lines(example);
    }
    let wide = lines.iter().map(|(name, _)| name.chars().count()).max();
    let wide = wide.unwrap_or_default() + 1;
    out.push_str("# pågående:\n");
    for (name, figure) in lines {
        let name = format!("{name}:");
        out.push_str(&format!("#   {name:wide$} {figure}\n"));
    }
    out
}

/// Returns a figure with the same parts and no numbers.
fn blanks(value: &Node) -> String {
    let parts: Vec<_> = value
        .pairs()
        .iter()
        .filter_map(|(name, _)| Some(format!("{}: {BLANK}", name.text()?)))
        .collect();
    if parts.is_empty() {
        BLANK.to_owned()
    } else {
        format!("{{{}}}", parts.join(", "))
    }
}

fn totals() -> String {
    let example = QUARTER.key("sammanställning").map_or("", |key| key.example);
    comment::meaning(&QUARTER, "sammanställning") + &comment::lines(example)
}

/// Returns the names of texts, each with room for a new one.
fn texts(before: Option<&Node>) -> String {
    let names: Vec<_> = before.map_or(vec![], |node| {
        let pairs = node.pairs().iter();
        pairs
            .filter_map(|(name, _)| name.text().map(flow))
            .collect()
    });
    let mut out = comment::meaning(&QUARTER, "texter");
    if names.is_empty() {
        let example = QUARTER.key("texter").map_or("", |key| key.example);
        return out + &comment::lines(example);
    }
    out.push_str("# texter:\n");
    for name in names {
        out.push_str(&format!("#   {name}: |\n#     {BLANK}\n"));
    }
    out
}

/// Returns the utförare, none of which has reported yet.
fn providers(before: Option<&Node>) -> String {
    let mut out = comment::meaning(&QUARTER, "utförare");
    let items = before.map_or(&[][..], rows::items);
    if items.is_empty() {
        let example = QUARTER.key("utförare").map_or("", |key| key.example);
        return out + &comment::lines(example);
    }
    let kept = |item: &Node| -> Vec<Cell> {
        let pairs = rows::pairs(item).into_iter();
        pairs
            .filter(|(key, _)| ["namn", "insatser"].contains(&key.as_str()))
            .map(|(key, value)| Cell {
                text: format!("{key}: {}", edit::flow(&value)),
                key,
            })
            .collect()
    };
    let cells: Vec<_> = items.iter().map(kept).collect();
    out.push_str(
        "# När utförarna har svarat, eller inte har gjort det i tid, läggs svaret till på varje rad:\n\
         # rapporterat: ja (eller nej) och kvalitet: \"Hur rapporteringen var.\"\n\
         # utförare:\n",
    );
    for line in aligned(&cells) {
        out.push_str(&format!("#   - {{{line}}}\n"));
    }
    out
}

fn flow(text: &str) -> String {
    edit::flow(&Value::Text(text.to_owned()))
}
