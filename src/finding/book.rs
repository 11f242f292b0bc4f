//! Draws the rule book: every rule on its line, or one rule with why it is,
//! what breaks it and what does not.
//!
//! Rules with their examples come in; text for people, one line each (`kort`)
//! or JSON goes out. The text is always 80 characters wide, so that it is the same
//! in every window and in a file.

use serde_json::json;

use super::Level;
use super::Rule;

/// The columns of the smallest terminal people have; a wider one leaves a
/// margin, which reads better than long lines.
const WIDTH: usize = 80;

/// Blanks between columns, and before what stands apart from the text.
const GAP: &str = "  ";

/// A rule with what the rule book says of it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The rule.
    pub rule: &'static Rule,
    /// What breaks it, and what nearly does.
    pub example: Example,
    /// Whether a finding that somebody has looked at may be released.
    pub releasable: bool,
}

/// A broken example and its near miss: the least change that makes it right.
#[derive(Debug, Clone)]
pub struct Example {
    /// What the two are.
    pub form: Form,
    /// Breaks the rule.
    pub wrong: Box<str>,
    /// Breaks no rule.
    pub right: Box<str>,
}

/// What an example consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The keys that matter of one or several files.
    Fragment,
    /// Whole files, where what is not there is the point.
    Whole,
    /// A sentence, where no file can show it.
    Words,
}

/// Returns every rule on its line, errors first.
pub fn list(entries: &[Entry]) -> String {
    let mut out = String::new();
    for (level, heading) in [
        (
            Level::Error,
            "Fel: de handlingar som berörs görs inte förrän felet är rättat.",
        ),
        (
            Level::Warning,
            "Varningar: handlingarna görs, men någon bör titta.",
        ),
    ] {
        let rules = entries.iter().map(|entry| entry.rule);
        let rules: Vec<_> = rules.filter(|rule| rule.level == level).collect();
        out.push_str(&format!("{heading}\n\n{}\n", table(&rules)));
    }
    out.push_str(&paragraph(
        "Fast betyder att nämnden inte kan sänka regeln eller stänga av den. De andra ändras under \
         «regler» i namnd.yaml.",
    ));
    out.push_str("Mer om en regel: evb granska --förklara REGEL\n");
    out
}

/// Returns rules in aligned columns: name, level, summary.
fn table(rules: &[&Rule]) -> String {
    let widest = |of: fn(&Rule) -> String| {
        let widths = rules.iter().map(|rule| of(rule).chars().count());
        widths.max().unwrap_or_default()
    };
    let (name, level) = (widest(|rule| rule.slug.to_owned()), widest(standing));
    let left = name + level + 2 * GAP.len();
    let mut out = String::new();
    for rule in rules {
        let mut lines = wrapped(rule.summary(), WIDTH - left).into_iter();
        let first = lines.next().unwrap_or_default();
        let (slug, standing) = (rule.slug, standing(rule));
        out.push_str(&format!("{slug:name$}{GAP}{standing:level$}{GAP}{first}\n"));
        for line in lines {
            out.push_str(&format!("{:left$}{line}\n", ""));
        }
    }
    out
}

/// Returns one rule explained: its level, why it is, its source, its example,
/// and what a nämnd may do about it.
pub fn explained(entry: &Entry) -> String {
    let Entry { rule, example, .. } = entry;
    let drawn = |text: &str| match example.form {
        Form::Words => indented(&wrapped(text, WIDTH - GAP.len()).join("\n")),
        Form::Fragment | Form::Whole => indented(text),
    };
    let mut out = format!("{} ({})\n\n", rule.slug, standing(rule));
    out.push_str(&paragraph(rule.explain));
    out.push_str(&format!(
        "\n{}",
        paragraph(&format!("Källa: {}", rule.source))
    ));
    out.push_str(&format!("\nFel:\n\n{}", drawn(&example.wrong)));
    out.push_str(&format!("\nRätt:\n\n{}\n", drawn(&example.right)));
    out.push_str(&relevelled(rule));
    if entry.releasable {
        out.push('\n');
        out.push_str(&released(rule));
    }
    out
}

/// Returns how a nämnd changes the level of a rule, or why it cannot.
fn relevelled(rule: &Rule) -> String {
    let (text, level) = match (rule.fixed, rule.level) {
        (true, Level::Error) => (
            "Regeln är fast: nämnden kan inte sänka den eller stänga av den.",
            None,
        ),
        (true, Level::Warning) => (
            "Regeln är fast: nämnden kan inte stänga av den, men den kan göras till fel i \
             namnd.yaml:",
            Some("fel"),
        ),
        (false, Level::Error) => (
            "Nämnden får sänka regeln till varning eller stänga av den, i namnd.yaml:",
            Some("av"),
        ),
        (false, Level::Warning) => (
            "Nämnden får höja regeln till fel eller stänga av den, i namnd.yaml:",
            Some("av"),
        ),
    };
    let line = level.map(|level| format!("regler: {{{}: {level}}}", rule.slug));
    match line {
        Some(line) => format!("{}\n{}", paragraph(text), indented(&line)),
        None => paragraph(text),
    }
}

/// Returns how a finding that somebody has looked at is released.
fn released(rule: &Rule) -> String {
    let entry = format!(
        "granskad:\n  - regel: {}\n    ställe: texter.analys\n    titel: Enhetschef\n    datum: \
         2024-01-12\n    skäl: Prövad, pekar inte ut någon",
        rule.slug
    );
    format!(
        "{}\n{}\n{}",
        paragraph("En anmärkning som någon har prövat kan släppas i kvartalsfilen:"),
        indented(&entry),
        paragraph("Vilket ställe det är visar «evb granska --format json».")
    )
}

/// Returns the rules one line each: `regel: nivå: text`.
pub fn short(entries: &[Entry]) -> String {
    let lines = entries.iter().map(|Entry { rule, .. }| {
        format!("{}: {}: {}\n", rule.slug, standing(rule), rule.summary())
    });
    lines.collect()
}

/// Returns the rules as JSON, `format: 1`.
pub fn as_json(entries: &[Entry]) -> String {
    let list: Vec<_> = entries
        .iter()
        .map(|entry| {
            let (wrong, right) = match entry.example.form {
                Form::Fragment | Form::Whole => ("fel", "rätt"),
                Form::Words => ("fel_i_ord", "rätt_i_ord"),
            };
            json!({
                "regel": entry.rule.slug,
                "nivå": entry.rule.level.word(),
                "fast": entry.rule.fixed,
                "kan_släppas": entry.releasable,
                "kort": entry.rule.summary(),
                "varför": entry.rule.explain,
                "källa": entry.rule.source,
                wrong: entry.example.wrong,
                right: entry.example.right,
            })
        })
        .collect();
    let value = json!({ "format": 1, "regler": list });
    serde_json::to_string_pretty(&value).expect("a JSON value can always be written") + "\n"
}

/// Returns the level in words, and that it is fixed.
fn standing(rule: &Rule) -> String {
    let fixed = if rule.fixed { ", fast" } else { "" };
    format!("{}{fixed}", rule.level.word())
}

/// Returns a text as lines of at most [`WIDTH`].
fn paragraph(text: &str) -> String {
    wrapped(text, WIDTH).join("\n") + "\n"
}

/// Returns the lines of a text moved in from the edge.
fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("{GAP}{line}\n"),
    });
    lines.collect()
}

/// Returns a text as lines of at most so many characters, broken between
/// words, but not between a § and its number.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for word in text.replace(" §", "\u{a0}§").split(' ') {
        let word = word.replace('\u{a0}', " ");
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrapped("en två tre", 6), ["en två", "tre"]);
        assert_eq!(wrapped("förvaltningen är", 5), ["förvaltningen", "är"]);
        assert_eq!(wrapped("enligt 28 f § LSS", 12), ["enligt 28", "f § LSS"]);
    }
}
