//! Findings that somebody has looked at: `granskad` in a quarter file.
//!
//! A release names a rule and a place, and takes away every finding of that
//! rule there. Only rules that ask for a person's judgement can be released,
//! and only after all rooms of the quarter have looked.

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Rule;
use crate::load::Folder;
use crate::load::keys;
use crate::load::schema::shown;
use crate::load::source::Source;
use crate::load::view::View;
use crate::validate::Findings;

/// A release that releases nothing.
pub const GRANSKAD_UTAN_VERKAN: Rule = Rule {
    slug: "granskad-utan-verkan",
    level: Level::Warning,
    fixed: false,
    explain: "Posten under «granskad» träffar ingen anmärkning. Texten har ändrats, eller så är \
              regeln eller stället felskrivet.",
    source: "Dataformat 1",
};

/// Takes away what has been released in every quarter, and tells of releases
/// that meet nothing.
pub fn apply(findings: &mut Vec<Finding>, folder: &Folder, releasable: &[&'static Rule]) {
    for (_, source) in &folder.quarters {
        quarter(source, findings, releasable);
    }
}

fn quarter(source: &Source, found: &mut Vec<Finding>, releasable: &[&'static Rule]) {
    let can = |slug: &str| releasable.iter().any(|rule| rule.slug == slug);
    let here = |finding: &Finding| finding.file == source.path;
    let view = View::new(source, &keys::QUARTER, None);
    let mut findings = Findings::new(source);
    for entry in view.records("granskad") {
        let (Some(slug), Some(place)) = (entry.text("regel"), entry.text("ställe")) else {
            continue;
        };
        let before = found.len();
        found.retain(|finding| {
            let released = here(finding)
                && finding.rule.slug == slug
                && can(slug)
                && finding
                    .route()
                    .is_some_and(|route| route.to_string() == place);
            !released
        });
        if found.len() < before {
            continue;
        }
        let (message, help) = if can(slug) {
            (
                format!("ingen anmärkning «{slug}» finns vid «{place}»"),
                "ta bort posten, eller skriv regeln och stället som de står i anmärkningen \
                 (--format json visar stället)"
                    .to_owned(),
            )
        } else {
            (
                format!("regeln «{}» kan inte släppas", shown(slug)),
                format!("de som kan släppas är {}", names(releasable)),
            )
        };
        findings.value(&GRANSKAD_UTAN_VERKAN, &entry.route, message, help);
    }
    // A fault elsewhere can hide what was released: without a row that could
    // not be read, the figures are other ones.
    let hidden = found
        .iter()
        .any(|finding| here(finding) && finding.level == Level::Error && !can(finding.rule.slug));
    if !hidden {
        found.extend(findings.into_list());
    }
}

/// Returns the names of rules as a list in a sentence.
fn names(rules: &[&Rule]) -> String {
    let mut names: Vec<_> = rules.iter().map(|rule| rule.slug).collect();
    names.sort_unstable();
    let last = names.pop().unwrap_or_default();
    format!("{} och {last}", names.join(", "))
}
