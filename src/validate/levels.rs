//! The nämnd's own levels: `regler` in `namnd.yaml`.
//!
//! A nämnd may raise any rule, and lower or turn off those that only ask
//! somebody to look. It cannot lower a rule the figures rest on: the row or
//! value it is about would silently fall away, or be told to everybody.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Rule;
use crate::load::Folder;
use crate::load::keys;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::load::view::Entry;
use crate::load::view::View;
use crate::validate::Findings;
use crate::validate::newest_day;

/// A level set for a rule that does not exist.
pub const OKAND_REGEL: Rule = Rule {
    slug: "okand-regel",
    level: Level::Error,
    fixed: true,
    explain: "En ändrad nivå för en regel som inte finns har ingen verkan.",
    source: "Regelboken",
};
/// A level set for a rule that cannot be lowered.
pub const FAST_REGEL: Rule = Rule {
    slug: "fast-regel",
    level: Level::Error,
    fixed: true,
    explain: "En regel som siffrorna vilar på kan inte sänkas eller stängas av. Då skulle rader \
              och värden tyst falla bort, eller uppgifter om enskilda röjas.",
    source: "Regelboken",
};

/// What a nämnd has chosen for its rules; nothing means «av».
type Levels<'a> = BTreeMap<&'a str, Option<Level>>;

/// Checks every version of `regler` against the rule book.
pub fn check(folder: &Folder, rules: &[&'static Rule]) -> Vec<Finding> {
    let mut findings = Findings::new(&folder.namnd);
    let view = View::new(&folder.namnd, &keys::NAMND, None);
    for (slug, entry) in view.every_entry("regler") {
        let Some(rule) = rules.iter().find(|rule| rule.slug == slug) else {
            let help = match nearest(slug, rules.iter().map(|rule| rule.slug)) {
                Some(near) => format!("menade du «{near}»?"),
                None => "«evb granska --lista» visar alla regler".to_owned(),
            };
            let message = format!("det finns ingen regel «{}»", shown(slug));
            findings.key(&OKAND_REGEL, &entry.route, message, help);
            continue;
        };
        if level(&entry).is_some_and(|level| lowers(rule, level)) {
            let why = "uppgifter annars skulle falla bort eller röjas";
            let message = format!("regeln «{slug}» kan inte ändras, eftersom {why}");
            let help = "ta bort den ur «regler»";
            findings.value(&FAST_REGEL, &entry.route, message, help);
        }
    }
    findings.into_list()
}

/// Gives findings the levels that hold on the last day of their quarter, and
/// drops those that are turned off.
pub fn apply(findings: &mut Vec<Finding>, folder: &Folder) {
    let newest = on(folder, newest_day(folder));
    let quarters: BTreeMap<_, _> = folder
        .quarters
        .iter()
        .map(|(quarter, source)| (source.path.as_ref(), on(folder, quarter.last_day())))
        .collect();
    findings.retain_mut(|finding| {
        let levels = quarters.get(finding.file.as_ref()).unwrap_or(&newest);
        match levels.get(finding.rule.slug) {
            Some(level) if !lowers(finding.rule, *level) => {
                finding.level = level.unwrap_or(finding.level);
                level.is_some()
            }
            _ => true,
        }
    });
}

fn on(folder: &Folder, day: NaiveDate) -> Levels<'_> {
    View::new(&folder.namnd, &keys::NAMND, Some(day))
        .entries("regler")
        .into_iter()
        .filter_map(|(slug, entry)| Some((slug, level(&entry)?)))
        .collect()
}

/// Returns the level that is written, or nothing if it is no level.
fn level(entry: &Entry<'_>) -> Option<Option<Level>> {
    match entry.node.text()?.trim().to_lowercase().as_str() {
        "fel" => Some(Some(Level::Error)),
        "varning" => Some(Some(Level::Warning)),
        "av" => Some(None),
        _ => None,
    }
}

/// Returns whether a level is lower than the rule can have.
fn lowers(rule: &Rule, level: Option<Level>) -> bool {
    rule.fixed && level.is_none_or(|level| level > rule.level)
}
