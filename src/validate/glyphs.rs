//! Characters that cannot be printed, found where they were written.

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::fonts::Coverage;
use crate::load::source::Source;
use crate::load::tree::Node;
use crate::validate::Findings;

/// A character the font lacks.
pub const TECKEN_SAKNAS: Rule = Rule {
    slug: "tecken-saknas",
    level: Level::Error,
    explain: "Typsnittet har inte tecknet, så det skulle bli en tom ruta, och standarderna för \
              tillgänglighet och arkivering godtar inte det.",
    source: "PDF/UA-1 7.21.7 och PDF/A-3a 6.2.11",
};

/// Keys whose values are never printed.
const UNPRINTED: [&str; 2] = ["anteckning", "nyckelavtryck"];

/// Finds every value with a character the fonts lack.
pub(crate) fn check(source: &Source, coverage: &Coverage<'_>) -> Vec<Finding> {
    let mut findings = Findings::new(source);
    // The whole file is asked first: nearly always there is nothing to find.
    if let (Some(root), Some(_)) = (&source.root, coverage.missing(&source.text)) {
        walk(root, &Route::default(), coverage, &mut findings);
    }
    findings.into_list()
}

fn walk(node: &Node, route: &Route, coverage: &Coverage<'_>, findings: &mut Findings<'_>) {
    if let Some(c) = node.text().and_then(|text| coverage.missing(text)) {
        let message = if c.is_control() {
            format!("texten innehåller styrtecknet U+{:04X}", u32::from(c))
        } else {
            format!("typsnittet har inte tecknet «{c}» (U+{:04X})", u32::from(c))
        };
        findings.value(
            &TECKEN_SAKNAS,
            route,
            message,
            "byt tecknet mot ord eller ett vanligt tecken",
        );
    }
    for (index, item) in node.items().iter().enumerate() {
        walk(item, &route.index(index), coverage, findings);
    }
    for (name, value) in node.pairs() {
        match name.text() {
            Some(key) if UNPRINTED.contains(&key) => {}
            Some(key) => walk(value, &route.key(key), coverage, findings),
            None => {}
        }
    }
}
