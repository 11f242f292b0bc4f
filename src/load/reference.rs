//! What may be written, as Markdown for `data/README.md`: the keys, the names
//! of the catalogues, the rule book. Written by the program, so it is true.

use std::fmt::Write as _;

use crate::finding::Rule;
use crate::load::catalogue::Catalogue;
use crate::load::keys;
use crate::load::keys::Table;
use crate::model::catalogue::Insats;

/// Where the lists are, for the helps of findings.
pub(crate) const PLACE: &str = "listan finns i data/README.md";

/// Returns the reference of all keys as Markdown tables.
pub fn keys() -> String {
    let mut out = String::new();
    let mut done: Vec<*const Table> = vec![];
    for (file, table) in &keys::FILES {
        let _ = writeln!(out, "## {file}\n");
        section(&mut out, table, "", &mut done);
    }
    out
}

fn section(out: &mut String, table: &'static Table, path: &str, done: &mut Vec<*const Table>) {
    done.push(std::ptr::from_ref(table));
    out.push_str("| nyckel | krävs | värde | betydelse | exempel |\n|---|---|---|---|---|\n");
    for key in table.keys {
        let required = if key.required { "ja" } else { "" };
        let _ = writeln!(
            out,
            "| `{}` | {required} | {} | {} | `{}` |",
            key.name,
            key.kind.describe().replace('|', "\\|"),
            key.meaning,
            key.example
        );
    }
    out.push('\n');
    for key in table.keys {
        let Some(inner) = key.kind.table() else {
            continue;
        };
        let path = if path.is_empty() {
            key.name.to_owned()
        } else {
            format!("{path}.{}", key.name)
        };
        if done.contains(&std::ptr::from_ref(inner)) {
            continue;
        }
        let _ = writeln!(out, "### {path}\n");
        section(out, inner, &path, done);
    }
}

/// Returns the insatser, the reasons and the reasons for closing as tables.
pub fn names(catalogue: &Catalogue) -> String {
    let mut out =
        String::from("## Insatser\n\n| id | namn | lagrum | andra namn |\n|---|---|---|---|\n");
    for insats in catalogue.insatser.list() {
        let mut also: Vec<&str> = vec![];
        if insats.short != insats.name {
            also.push(&insats.short);
        }
        also.extend(insats.alias.iter().map(|(_, alias)| alias.as_ref()));
        let sections = sections(insats).join("; ");
        row(
            &mut out,
            &insats.id,
            &[&insats.name, &sections, &also.join(", ")],
        );
    }
    out.push_str("\n## Orsaker\n\n| id | namn | räknas som | andra namn |\n|---|---|---|---|\n");
    for orsak in catalogue.orsaker.list() {
        let main = if orsak.main == orsak.id {
            ""
        } else {
            &orsak.main
        };
        row(
            &mut out,
            &orsak.id,
            &[&orsak.name, main, &orsak.alias.join(", ")],
        );
    }
    out.push_str("\n## Avslutsskäl\n\n| id | namn | andra namn |\n|---|---|---|\n");
    for skal in &catalogue.avslutsskal {
        row(&mut out, &skal.id, &[&skal.name, &skal.alias.join(", ")]);
    }
    out
}

/// Returns the sections of an insats, each with its act and from when.
pub(super) fn sections(insats: &Insats) -> Vec<String> {
    let dated = insats.lagrum.iter().flat_map(|(act, sections)| {
        sections.0.iter().map(move |(from, section)| match from {
            Some(day) => format!("{section} {} (från {day})", act.name()),
            None => format!("{section} {}", act.name()),
        })
    });
    dated.collect()
}

fn row(out: &mut String, id: &str, cells: &[&str]) {
    let _ = writeln!(out, "| `{id}` | {} |", cells.join(" | "));
}

/// Returns the rule book as a table, with the rules a person may release.
pub fn rules(rules: &[&Rule], releasable: &[&Rule]) -> String {
    let mut out = String::from(
        "## Regler\n\n| regel | nivå | kan sänkas | kan släppas | varför | källa |\n\
         |---|---|---|---|---|---|\n",
    );
    for rule in rules {
        let lowered = if rule.fixed { "" } else { "ja" };
        let released = if releasable.iter().any(|one| one.slug == rule.slug) {
            "ja"
        } else {
            ""
        };
        let level = rule.level.word();
        let cells = [level, lowered, released, rule.explain, rule.source];
        row(&mut out, rule.slug, &cells);
    }
    out
}
