//! Personal data where it must not stand: in texts, notes and ids.
//!
//! Letterheads, signers, receivers and registration numbers may hold names,
//! addresses and numbers. A hit that somebody has looked at is released with
//! `granskad` (see `release`), and with nothing else. The value itself is in no
//! message.

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Route;
use crate::finding::Rule;
use crate::finding::Step;
use crate::load::source::Source;
use crate::load::tree::Node;
use crate::model::text::Block;
use crate::model::text::Run;
use crate::personal;
use crate::personal::Hit;
use crate::personal::Kind;
use crate::validate::Findings;

/// A number, an address or a name of an account that points out a person.
pub const PERSONUPPGIFT: Rule = Rule {
    slug: "personuppgift",
    level: Level::Error,
    fixed: true,
    explain: "Ett personnummer, ett telefonnummer eller en e-postadress pekar ut en människa. \
              Rapporterna är avidentifierade och läses av många. Är uppgiften prövad kan den släppas.",
    source: "26 kap. 1 § OSL (2009:400); 28 h § LSS och 34 kap. 3 § SoL (2025:400): statistik",
};
/// A street address.
pub const GATUADRESS: Rule = Rule {
    slug: "gatuadress",
    level: Level::Warning,
    fixed: false,
    explain: "En gatuadress kan vara någons hem. Är det en verksamhets adress kan den släppas.",
    source: "26 kap. 1 § OSL (2009:400)",
};
/// Finds personal data in a quarter file or `bevakning.yaml`.
pub(crate) fn quarter(source: &Source) -> Vec<Finding> {
    let mut findings = Findings::new(source);
    if let Some(root) = &source.root {
        // Registration numbers stand under `handlingar`.
        walk(
            root,
            &Route::default(),
            &|route| !starts(route, "handlingar"),
            &mut findings,
        );
    }
    findings.into_list()
}

/// Finds personal data in the standing texts of `namnd.yaml`.
pub(crate) fn namnd(source: &Source) -> Vec<Finding> {
    let mut findings = Findings::new(source);
    if let Some(root) = &source.root {
        let texts = |route: &Route| {
            let has = |name: &str| {
                route
                    .0
                    .iter()
                    .any(|step| matches!(step, Step::Key(key) if key.as_ref() == name))
            };
            route.0.len() < 3 && !starts(route, "fönster")
                || has("handlingar") && !has("undertecknas") && !has("handläggare")
        };
        walk(root, &Route::default(), &texts, &mut findings);
    }
    findings.into_list()
}

fn starts(route: &Route, name: &str) -> bool {
    matches!(route.0.first(), Some(Step::Key(key)) if key.as_ref() == name)
}

fn walk(
    node: &Node,
    route: &Route,
    looked_at: &dyn Fn(&Route) -> bool,
    findings: &mut Findings<'_>,
) {
    if !looked_at(route) {
        return;
    }
    let hits = node.text().map(personal::find).unwrap_or_default();
    tell(hits, vec![], route, findings);
    for (index, item) in node.items().iter().enumerate() {
        walk(item, &route.index(index), looked_at, findings);
    }
    for (name, value) in node.pairs() {
        if let Some(key) = name.text() {
            walk(value, &route.key(key), looked_at, findings);
        }
    }
}

/// Finds what is in a text only when it is printed: a number with emphasis in
/// it, or over two lines.
pub(crate) fn printed(written: &str, blocks: &[Block], route: &Route, findings: &mut Findings<'_>) {
    let known = personal::find(written).iter().map(|hit| hit.kind).collect();
    let words = |runs: &Vec<Run>| runs.iter().map(Run::words).collect::<String>();
    let texts = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(runs) => vec![words(runs)],
        Block::List { items, .. } => items.iter().map(words).collect(),
    });
    let hits = texts.flat_map(|text| personal::find(&text)).collect();
    tell(hits, known, route, findings);
}

/// Tells of hits at a place, each kind once.
fn tell(hits: Vec<Hit>, mut told: Vec<Kind>, route: &Route, findings: &mut Findings<'_>) {
    for hit in hits {
        if told.contains(&hit.kind) {
            continue;
        }
        told.push(hit.kind);
        let rule = if hit.kind == Kind::Adress {
            &GATUADRESS
        } else {
            &PERSONUPPGIFT
        };
        let maybe = if hit.certain {
            ""
        } else {
            "något som liknar "
        };
        let message = format!("här står {maybe}{}", with_article(hit.kind));
        let help = "skriv om texten utan uppgiften; är den prövad och får stå kan den släppas \
                    under «granskad»";
        findings.value(rule, route, message, help);
    }
}

fn with_article(kind: Kind) -> &'static str {
    match kind {
        Kind::Personnummer => "ett personnummer",
        Kind::Samordningsnummer => "ett samordningsnummer",
        Kind::TillfalligtId => "ett tillfälligt id för en person",
        Kind::Telefon => "ett telefonnummer",
        Kind::Epost => "en e-postadress",
        Kind::Adress => "en gatuadress",
    }
}
