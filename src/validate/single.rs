//! Texts that tell of a single case: «ett ärende», «två av dem», or a sensitive
//! circumstance such as an eviction.
//!
//! Looked at is what is printed as it was written: `texter` and how good an
//! utförare's report was. Notes and finer reasons are never printed. What a
//! placeholder tells is `protect`'s. A text can tell of somebody in a hundred
//! other ways; the words found are the plain ones (see `personal`).

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::model::catalogue::Circumstance;
use crate::model::catalogue::compared;
use crate::model::profile::Profile;
use crate::model::report::Report;
use crate::personal;
use crate::validate::Findings;
use crate::validate::namnd;

/// A text about one person or a few.
pub const TEXT_OM_ENSKILD: Rule = Rule {
    slug: "text-om-enskild",
    level: Level::Warning,
    fixed: false,
    explain: "En text om ett enskilt fall kan röja vem det gäller, också utan namn. Det är ett fel \
              om någon av kvartalets handlingar har profilen publik. Är texten prövad kan den \
              släppas.",
    source: "26 kap. 1 § OSL (2009:400); 28 h § LSS och 34 kap. 3 § SoL (2025:400): statistik",
};

/// Looks through the texts of a quarter file that are told to others.
pub(crate) fn check(
    source: &Source,
    namnd: &Source,
    report: &Report,
    circumstances: &[Circumstance],
) -> Vec<Finding> {
    let few = namnd::threshold(namnd, report.quarter.last_day());
    let (entries, meanings) = compared(circumstances);
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    let mut findings = Findings::new(source);
    for (written, route) in told(source) {
        let text = without_placeholders(written);
        if let Some((words, message)) = cases(&text, few) {
            let help = "skriv om texten så att ingen kan kännas igen, till exempel «enstaka fall»; \
                        är den prövad och får stå kan den släppas under «granskad»";
            let locus = Locus::Words(route.clone(), words);
            findings.at(&TEXT_OM_ENSKILD, &locus, message, help);
        }
        if let Some((words, message)) = circumstance(&text, &entries, &meanings) {
            let help = "utelämna omständigheten eller skriv allmänt, till exempel «personliga \
                        skäl»; är texten prövad och får stå kan den släppas under «granskad»";
            let locus = Locus::Words(route, words);
            findings.at(&TEXT_OM_ENSKILD, &locus, message, help);
        }
    }
    let mut list = findings.into_list();
    let publik = |order| namnd::profile(namnd, order) == Profile::Publik;
    if report.orders.iter().any(publik) {
        for finding in &mut list {
            finding.level = Level::Error;
        }
    }
    list
}

/// Returns the texts that are printed as they were written.
fn told(source: &Source) -> Vec<(&str, Route)> {
    let view = View::new(source, &keys::QUARTER, None);
    let texts = view.entries("texter").into_iter();
    let mut list: Vec<_> = texts
        .filter_map(|(_, entry)| Some((entry.node.text()?, entry.route)))
        .collect();
    for provider in view.records("utförare") {
        list.extend(
            provider
                .text("kvalitet")
                .map(|text| (text, provider.at("kvalitet"))),
        );
    }
    list
}

/// Returns a text with nothing in its braces: a placeholder is not the nämnd's
/// own words.
fn without_placeholders(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        inside &= !matches!(c, '}' | '\n');
        if !inside {
            plain.push(c);
        }
        inside |= c == '{';
    }
    plain
}

/// Returns the first words for few cases, and what to say of them.
fn cases(text: &str, few: u32) -> Option<(String, String)> {
    let hits = personal::cases(text, few);
    let (range, count) = hits.first()?.clone();
    let what = match (count, few) {
        (1, _) => "ett enskilt fall",
        (_, 3) => "färre än tre fall",
        (_, 4) => "färre än fyra fall",
        _ => "färre än fem fall",
    };
    let words = text[range].to_owned();
    let message = format!("texten talar om {what}: {}", quoted(&words, hits.len()));
    Some((words, message))
}

/// Returns the first word for a circumstance, and what to say of it.
fn circumstance(text: &str, entries: &[&str], meanings: &[&str]) -> Option<(String, String)> {
    let hits = personal::sensitive(text, entries);
    let (range, entry) = hits.first()?.clone();
    let words = text[range].to_owned();
    let what = meanings.get(entry)?;
    let message = format!("texten nämner {what}: {}", quoted(&words, hits.len()));
    Some((words, message))
}

/// Returns the words on one line, and how many such places there are.
fn quoted(words: &str, places: usize) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = personal::mask(&words);
    match places {
        1 => format!("«{words}»"),
        2 => format!("«{words}» (och på ett ställe till)"),
        more => format!("«{words}» (och på {} ställen till)", more - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, few: u32, expected: Option<&str>) {
        let told = cases(&without_placeholders(text), few).map(|(_, message)| message);
        assert_eq!(told.as_deref(), expected, "{text}");
    }

    #[test]
    fn few_cases_are_told_by_their_words() {
        let one = "texten talar om ett enskilt fall: «En familj»";
        case("En\n    familj väntar.", 5, Some(one));
        let few = "texten talar om färre än fem fall: «två av dem»";
        case("Det gäller två av dem.", 5, Some(few));
        let few = "texten talar om färre än tre fall: «två fall» (och på ett ställe till)";
        case("I två fall, och i två fall.", 3, Some(few));
        let many = "texten talar om ett enskilt fall: «en man» (och på 2 ställen till)";
        case("en man, en man och en kvinna", 5, Some(many));
        case("I fyra fall saknas bostad.", 4, None);
        case("I enstaka fall saknas bostad.", 5, None);
    }

    #[test]
    fn a_placeholder_is_not_looked_into() {
        case("I {orsak-sjukhus} fall och {kvarstår} fall.", 5, None);
        assert_eq!(without_placeholders("a {b} c {d\ne} f"), "a {} c {\ne} f");
        let words = "texten talar om ett enskilt fall: «enda beslut»";
        case("Det gäller {kvarstår} enda beslut.", 5, Some(words));
    }
}
