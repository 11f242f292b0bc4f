//! Draws findings: for people (source line and caret), one line each (`kort`)
//! or as JSON. The only place that knows what a message looks like.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::AnnotationKind;
use annotate_snippets::Level as Drawn;
use annotate_snippets::Origin;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;
use serde_json::json;

use super::Finding;
use super::Level;
use crate::personal;

/// Source lines longer than this many bytes are cut around the place.
const WIDEST_LINE: usize = 160;

/// So many findings of one rule in one file are drawn for people; a fault in
/// every row of a large file would hide all other findings.
const MOST_DRAWN: usize = 20;

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
    /// The source line, without its end; of a very long line, the part around
    /// the place.
    pub text: String,
    /// The bytes of `text` that are meant.
    pub range: Range<usize>,
}

impl Place {
    /// Returns the place of one character, by line and column from 1.
    pub fn at(text: &str, line: usize, column: usize) -> Option<Self> {
        let text = text.lines().nth(line.checked_sub(1)?)?.to_owned();
        let from = text
            .char_indices()
            .nth(column.checked_sub(1)?)
            .map_or(text.len(), |(at, _)| at);
        let to = text[from..]
            .chars()
            .next()
            .map_or(from, |c| from + c.len_utf8());
        Some(Self {
            line,
            column,
            text,
            range: from..to,
        })
    }
}

/// Returns the findings as text for people, with colour if asked for. Of one
/// rule in one file only the first are drawn; the rest are counted.
pub fn human(findings: &[Placed], colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let of = |placed: &Placed| (placed.finding.file.clone(), placed.finding.rule.slug);
    let mut left: BTreeMap<_, usize> = BTreeMap::new();
    for placed in findings {
        *left.entry(of(placed)).or_default() += 1;
    }
    let mut drawn: BTreeMap<_, usize> = BTreeMap::new();
    let mut out = String::new();
    for placed in findings {
        let (nth, left) = (
            drawn.entry(of(placed)).or_default(),
            left.entry(of(placed)).or_default(),
        );
        match (*nth).cmp(&MOST_DRAWN) {
            Ordering::Less => out.push_str(&one(placed, &renderer)),
            Ordering::Equal => out.push_str(&format!(
                "… och {} till av samma slag ({})",
                grouped(*left),
                placed.finding.rule.slug
            )),
            Ordering::Greater => continue,
        }
        out.push_str("\n\n");
        *nth += 1;
        *left -= 1;
    }
    out
}

/// Draws one finding: the message, the source line with a caret, the help.
fn one(placed: &Placed, renderer: &Renderer) -> String {
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
    let Some(place) = &placed.place else {
        let path = match finding.cell() {
            Some(cell) => format!("{}: {cell}", finding.file),
            None => finding.file.to_string(),
        };
        let origin = Origin::path(path);
        return renderer.render(&[title.element(origin).element(help)]);
    };
    let (text, range) = shortened(&place.text, place.range.clone());
    let shown_column = text[..range.start].chars().count() + 1;
    let snippet = Snippet::source(text)
        .line_start(place.line)
        .path(finding.file.as_ref())
        .annotation(AnnotationKind::Primary.span(range));
    let drawn = renderer.render(&[title.element(snippet).element(help)]);
    // A line shown in part must still tell its own column.
    let at = |column| format!("{}:{}:{column}", finding.file, place.line);
    drawn.replacen(&at(shown_column), &at(place.column), 1)
}

/// Returns a number with a space between the thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let lead = digits.len() % 3;
    let groups = std::iter::once(&digits[..lead]).chain(
        (lead..digits.len())
            .step_by(3)
            .map(|at| &digits[at..at + 3]),
    );
    let groups: Vec<_> = groups.filter(|group| !group.is_empty()).collect();
    groups.join(" ")
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
        if let Some(cell) = finding.cell() {
            out.push_str(&format!(": {cell}"));
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
            let route = finding
                .route()
                .map(|route| personal::mask(&route.to_string()));
            json!({
                "regel": finding.rule.slug,
                "nivå": finding.level.word(),
                "fil": finding.file.as_ref(),
                "rad": placed.place.as_ref().map(|p| p.line),
                "kolumn": placed.place.as_ref().map(|p| p.column),
                "ställe": route.as_deref().or(finding.cell().map(AsRef::as_ref)),
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
    let warnings_word = match warnings {
        1 => "varning",
        _ => "varningar",
    };
    let what: Vec<_> = [(errors, "fel"), (warnings, warnings_word)]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::finding::Locus;
    use crate::finding::Rule;

    static RULE: Rule = Rule {
        slug: "prov",
        level: Level::Error,
        fixed: false,
        explain: "Ett prov.",
        source: "Prov",
    };

    fn faults(count: usize) -> Vec<Placed> {
        let file: Arc<str> = "prov/2023-Q4.yaml".into();
        let place = Place {
            line: 1,
            column: 5001,
            text: "x".repeat(400),
            range: 200..201,
        };
        let placed = Placed {
            finding: Finding::new(&RULE, &file, Locus::File, "fel", "rätta"),
            place: Some(place),
        };
        vec![placed; count]
    }

    #[test]
    fn many_findings_of_a_rule_are_counted() {
        let drawn = human(&faults(1990), false);
        assert_eq!(drawn.matches("fel[prov]").count(), MOST_DRAWN);
        assert!(drawn.ends_with("… och 1 970 till av samma slag (prov)\n\n"));
        assert_eq!(short(&faults(1990)).lines().count(), 1990);
        let twelve_more = human(&faults(MOST_DRAWN + 12), false);
        assert!(twelve_more.ends_with("\n\n… och 12 till av samma slag (prov)\n\n"));
        assert!(!human(&faults(MOST_DRAWN), false).contains("till av samma"));
    }

    #[test]
    fn a_line_in_part_tells_its_own_column() {
        let drawn = human(&faults(1), false);
        assert!(drawn.contains(" --> prov/2023-Q4.yaml:1:5001\n"), "{drawn}");
        assert!(!drawn.contains(":::"), "{drawn}");
    }

    #[test]
    fn thousands_are_spaced() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(970), "970");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }
}
