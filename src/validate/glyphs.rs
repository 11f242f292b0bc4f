//! Characters that cannot be printed, found where they were written.

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
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
    fixed: true,
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
    // An escape such as \u0008 is plain in the file, but not in the text it makes.
    let suspect = coverage.missing(&source.text).is_some() || source.text.contains('\\');
    if let (Some(root), true) = (&source.root, suspect) {
        walk(root, &Route::default(), coverage, &mut findings);
    }
    findings.into_list()
}

/// Returns whether a character leaves nothing to see in an editor.
fn is_invisible(c: char) -> bool {
    let format = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}');
    c.is_control() || format
}

fn walk(node: &Node, route: &Route, coverage: &Coverage<'_>, findings: &mut Findings<'_>) {
    if let Some(c) = node.text().and_then(|text| coverage.missing(text)) {
        let code = u32::from(c);
        let (message, help) = if is_invisible(c) {
            let message = format!("texten har ett osynligt tecken (U+{code:04X})");
            (message, "ta bort det")
        } else {
            let message = format!("typsnittet har inte tecknet «{c}» (U+{code:04X})");
            (message, "byt tecknet mot ord eller ett vanligt tecken")
        };
        let locus = Locus::Character(route.clone(), c);
        findings.at(&TECKEN_SAKNAS, &locus, message, help);
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
