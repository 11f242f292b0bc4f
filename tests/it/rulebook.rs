//! The examples of the rule book: each breaks its rule and no other, and each
//! near miss breaks none.

use std::path::Path;

use evb::finding::Level;
use evb::finding::Route;
use evb::finding::book;
use evb::finding::book::Entry;
use evb::finding::book::Form;
use evb::load::catalogue::examples;
use evb::model::quarter::Quarter;
use evb::pipeline;

use crate::hostile::check;

/// The files that an example may give.
const FILES: [&str; 4] = [
    "namnd.yaml",
    "2023-Q3.yaml",
    "2023-Q4.yaml",
    "bevakning.yaml",
];

/// The longest line that fits in a terminal, moved in from the edge.
const LONGEST_LINE: usize = 76;

/// A finding of a run: its rule, its level, its place.
type Told = (&'static str, Level, Option<Route>);

fn with_files() -> Vec<Entry> {
    let mut entries = pipeline::book();
    entries.retain(|entry| entry.example.form != Form::Words);
    entries
}

/// Returns the files of an example, each with its name.
fn parts(text: &str) -> Vec<(&str, String)> {
    let mut parts: Vec<(&str, String)> = vec![];
    for line in text.lines() {
        let named = line.strip_prefix("# ").filter(|name| FILES.contains(name));
        if let Some(name) = named {
            parts.push((name, String::new()));
            continue;
        }
        if parts.is_empty() {
            parts.push(("2023-Q4.yaml", String::new()));
        }
        let (_, part) = parts.last_mut().unwrap();
        part.push_str(line);
        part.push('\n');
    }
    parts
}

/// Returns what is laid around a fragment: the keys of a whole file that it
/// does not give itself.
fn around(name: &str, fragment: &str) -> String {
    let gives = |key: &str| fragment.lines().any(|line| line.starts_with(key));
    let mut lines = vec!["format: 1".to_owned()];
    if name == "namnd.yaml" {
        lines.extend(["kommun: Provköping", "nämnd: Provnämnden"].map(str::to_owned));
        lines.push("profiler: {rapport: öppen}".to_owned());
    } else if let Ok(quarter) = name.trim_end_matches(".yaml").parse::<Quarter>() {
        lines.push(format!("kvartal: {quarter}"));
        let dated_on = quarter.last_day() + chrono::Days::new(10);
        lines.push(format!("uppgifter_daterade: {dated_on}"));
        if !gives("beslut:") && !gives("sammanställning:") {
            lines.push("beslut: []".to_owned());
        }
    }
    lines.retain(|line| !gives(&line[..=line.find(':').unwrap()]));
    lines.join("\n") + "\n"
}

/// Lays an example out as a nämnd's folder and returns what is found.
fn told(text: &str, form: Form) -> Vec<Told> {
    let folder = tempfile::tempdir().unwrap();
    let namnd = folder.path().join("prov");
    std::fs::create_dir(&namnd).unwrap();
    let lay = |name: &str, text: &str| std::fs::write(Path::new(&namnd).join(name), text).unwrap();
    for name in ["namnd.yaml", "2023-Q4.yaml"] {
        lay(name, &around(name, ""));
    }
    for (name, fragment) in parts(text) {
        let around = match form {
            Form::Whole => String::new(),
            Form::Fragment | Form::Words => around(name, &fragment),
        };
        lay(name, &(around + &fragment));
    }
    let outcome = check(&namnd);
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let findings = outcome.findings.into_iter().map(|placed| {
        let finding = placed.finding;
        (finding.rule.slug, finding.level, finding.route().cloned())
    });
    findings.collect()
}

#[test]
fn every_rule_has_one_entry_in_order() {
    let listed = examples::built_in();
    let listed: Vec<_> = listed.iter().map(|(slug, _)| slug.as_ref()).collect();
    let rules: Vec<_> = pipeline::rules().iter().map(|rule| rule.slug).collect();
    for slug in &rules {
        assert!(listed.contains(slug), "{slug} has no entry in exempel.yaml");
    }
    for slug in &listed {
        assert!(rules.contains(slug), "no rule is called {slug}");
    }
    assert_eq!(listed, rules, "one entry each, in the order of the slugs");
}

#[test]
fn every_broken_example_breaks_its_rule_and_no_other() {
    let mut wrong = vec![];
    for Entry { rule, example, .. } in with_files() {
        let found = told(&example.wrong, example.form);
        let own = |(slug, level, _): &Told| (*slug, *level) == (rule.slug, rule.level);
        if found.is_empty() || !found.iter().all(own) {
            wrong.push(format!("{}: {found:?}", rule.slug));
        }
    }
    assert!(
        wrong.is_empty(),
        "not broken, or not alone:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_near_miss_is_in_order() {
    let mut wrong = vec![];
    for Entry { rule, example, .. } in with_files() {
        let found = told(&example.right, example.form);
        if !found.is_empty() {
            wrong.push(format!("{}: {found:?}", rule.slug));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_near_miss_is_near() {
    for Entry { rule, example, .. } in with_files() {
        let more = |one: &str, other: &str| {
            let others: Vec<_> = other.lines().collect();
            one.lines().filter(|line| !others.contains(line)).count()
        };
        let (gone, new) = (
            more(&example.wrong, &example.right),
            more(&example.right, &example.wrong),
        );
        assert!(gone <= 2 && new <= 3, "{}: {gone} and {new}", rule.slug);
        assert_ne!(example.wrong, example.right, "{}", rule.slug);
        assert!(
            parts(&example.right)
                .iter()
                .all(|(_, text)| !text.is_empty())
        );
    }
}

#[test]
fn every_example_fits_in_a_terminal() {
    for Entry { rule, example, .. } in with_files() {
        for text in [&example.wrong, &example.right] {
            let long = text
                .lines()
                .find(|line| line.chars().count() > LONGEST_LINE);
            assert_eq!(long, None, "{}", rule.slug);
        }
    }
    for Entry { rule, example, .. } in pipeline::book() {
        let sentence = |text: &str| text.ends_with('.') && !text.contains('\n');
        let fits =
            example.form != Form::Words || sentence(&example.wrong) && sentence(&example.right);
        assert!(fits, "{} has no sentence", rule.slug);
    }
}

#[test]
fn what_can_be_released_is_gone_when_it_is_released() {
    let entries = with_files();
    let releasable: Vec<_> = entries.iter().filter(|entry| entry.releasable).collect();
    assert!(!releasable.is_empty());
    for Entry { rule, example, .. } in releasable {
        let found = told(&example.wrong, example.form);
        let routes = found.iter().filter(|(slug, ..)| *slug == rule.slug);
        let mut text = format!("{}granskad:\n", example.wrong);
        for (slug, _, route) in routes {
            let route = route.as_ref().unwrap();
            text.push_str(&format!(
                "  - {{regel: {slug}, ställe: \"{route}\", titel: Enhetschef, datum: 2024-01-12, \
                 skäl: Prövad}}\n"
            ));
        }
        assert_eq!(told(&text, example.form), [], "{}", rule.slug);
    }
}

#[test]
fn the_level_that_is_proposed_is_accepted() {
    let mut text = "# namnd.yaml\nregler:\n".to_owned();
    for entry in pipeline::book() {
        let drawn = book::explained(&entry);
        let line = drawn.lines().find_map(|line| {
            let inner = line.strip_prefix("  regler: {")?;
            inner.strip_suffix('}')
        });
        let lasts = entry.rule.fixed && entry.rule.level == Level::Error;
        let own = entry.example.wrong.contains("regler: ");
        assert_eq!(line.is_none(), lasts && !own, "{drawn}");
        if let Some(line) = line.filter(|_| !lasts) {
            text.push_str(&format!("  {line}\n"));
        }
    }
    assert!(text.lines().count() > 10);
    assert_eq!(told(&text, Form::Fragment), []);
}
