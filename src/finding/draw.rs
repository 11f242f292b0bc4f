//! Draws findings: for people (source line and caret), one line each (`kort`)
//! or as JSON. The only place that knows what a message looks like.

use std::ops::Range;

use annotate_snippets::AnnotationKind;
use annotate_snippets::Level as Drawn;
use annotate_snippets::Origin;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;
use serde_json::json;

use super::Finding;
use super::Level;
use super::Locus;

/// Source lines longer than this many bytes are cut around the place.
const WIDEST_LINE: usize = 160;

/// A finding whose place has been looked up.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The finding.
    pub finding: Finding,
    /// The place, or nothing for the file as a whole.
    pub place: Option<Place>,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The source line, without its end.
    pub text: String,
    /// The bytes of `text` that are meant.
    pub range: Range<usize>,
}

/// Returns the findings as text for people, with colour if asked for.
pub fn human(findings: &[Placed], colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut out = String::new();
    for placed in findings {
        let finding = &placed.finding;
        let level = match finding.level {
            Level::Error => Drawn::ERROR,
            Level::Warning => Drawn::WARNING,
        };
        let title = level
            .with_name(finding.level.word())
            .primary_title(finding.message.as_str())
            .id(finding.rule.slug);
        let help = Drawn::HELP
            .with_name("hjälp")
            .message(finding.help.as_str());
        let group = match &placed.place {
            Some(place) => {
                let (text, range) = shortened(&place.text, place.range.clone());
                let cut = text.len() != place.text.len();
                let snippet = Snippet::source(text)
                    .line_start(place.line)
                    .annotation(AnnotationKind::Primary.span(range));
                if cut {
                    // A cut line must still tell its own column.
                    let origin = Origin::path(finding.file.as_ref())
                        .line(place.line)
                        .char_column(place.column);
                    title
                        .element(origin)
                        .element(snippet.path(None::<&str>))
                        .element(help)
                } else {
                    title
                        .element(snippet.path(finding.file.as_ref()))
                        .element(help)
                }
            }
            None => title
                .element(Origin::path(finding.file.as_ref()))
                .element(help),
        };
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

/// Returns the findings, one line each: `fil:rad:kolumn: fel[regel]: text`.
pub fn short(findings: &[Placed]) -> String {
    let mut out = String::new();
    for placed in findings {
        let finding = &placed.finding;
        out.push_str(&finding.file);
        if let Some(place) = &placed.place {
            out.push_str(&format!(":{}:{}", place.line, place.column));
        }
        out.push_str(&format!(
            ": {}[{}]: {}\n",
            finding.level.word(),
            finding.rule.slug,
            finding.message
        ));
    }
    out
}

/// Returns the findings as JSON, `format: 1`.
pub fn as_json(findings: &[Placed]) -> String {
    let list: Vec<_> = findings
        .iter()
        .map(|placed| {
            let finding = &placed.finding;
            let route = match &finding.locus {
                Locus::Key(route) | Locus::Value(route) | Locus::Brace(route, _) => {
                    Some(route.to_string())
                }
                Locus::File | Locus::Bytes(_) => None,
            };
            json!({
                "regel": finding.rule.slug,
                "nivå": finding.level.word(),
                "fil": finding.file.as_ref(),
                "rad": placed.place.as_ref().map(|p| p.line),
                "kolumn": placed.place.as_ref().map(|p| p.column),
                "ställe": route,
                "text": finding.message,
                "hjälp": finding.help,
            })
        })
        .collect();
    let value = json!({ "format": 1, "anmärkningar": list });
    serde_json::to_string_pretty(&value).expect("a JSON value can always be written") + "\n"
}

/// Returns the closing line: «3 fel, 7 varningar i 2 filer».
pub fn summary(findings: &[Placed]) -> String {
    let errors = findings
        .iter()
        .filter(|p| p.finding.level == Level::Error)
        .count();
    let warnings = findings.len() - errors;
    let mut files: Vec<_> = findings.iter().map(|p| &p.finding.file).collect();
    files.sort();
    files.dedup();
    let errors_text = (errors > 0).then(|| format!("{errors} fel"));
    let warnings_text = (warnings > 0).then(|| {
        format!(
            "{warnings} {}",
            if warnings == 1 {
                "varning"
            } else {
                "varningar"
            }
        )
    });
    let what = [errors_text, warnings_text]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    if what.is_empty() {
        return "inga anmärkningar".to_owned();
    }
    let files_word = if files.len() == 1 { "fil" } else { "filer" };
    format!("{} i {} {files_word}", what.join(", "), files.len())
}

/// Returns a window of a very long line around the place.
fn shortened(text: &str, range: Range<usize>) -> (String, Range<usize>) {
    if text.len() <= WIDEST_LINE {
        return (text.to_owned(), range);
    }
    let mut from = range.start.saturating_sub(WIDEST_LINE / 2);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (from + WIDEST_LINE).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let to = to.max(range.start);
    let lead = if from > 0 { "…" } else { "" };
    let tail = if to < text.len() { "…" } else { "" };
    let start = range.start - from + lead.len();
    let end = (range.end.min(to) - from + lead.len()).max(start);
    (format!("{lead}{}{tail}", &text[from..to]), start..end)
}
