//! Tables of texts and what is found in them.
//!
//! The quarter is 2026-Q2, with hemtjänst and särskilt boende under SoL. All
//! sentences are made up.

mod accounted;
mod near_misses;
mod numbers;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::Basis;
use crate::derive::Figures;
use crate::finding::Locus;
use crate::finding::Route;
use crate::model::beslut::Act;
use crate::model::catalogue::Dated;
use crate::model::catalogue::Insats;
use crate::model::catalogue::Insatser;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::model::stated::Population::Reported;
use crate::model::stated::Stated;
use crate::model::text;
use crate::model::text::About;
use crate::model::text::Block;
use crate::model::text::Piece;
use crate::model::text::Placeholder;
use crate::model::text::Run;
use crate::model::text::Style;
use crate::model::text::Text;

fn insatser() -> Insatser {
    let insats = |(id, name): (&str, &str)| Insats {
        id: id.into(),
        name: name.into(),
        short: name.into(),
        lagrum: vec![(Act::Sol, Dated(vec![(None, "11 kap. 1 §".into())]))],
        alias: vec![],
        housing: Some(false),
    };
    let list = [
        ("hemtjanst", "Hemtjänst"),
        ("sarskilt-boende", "Särskilt boende"),
        ("ledsagning", "Ledsagning"),
        ("bostad", "Bostad"),
    ];
    list.map(insats).into_iter().collect()
}

fn figures(quarter: Quarter) -> Figures {
    let reason = |id: &str| Measure::Orsak(Remaining, id.into());
    let counts = [
        ("hemtjanst", Measure::Reported, 12),
        ("hemtjanst", Measure::Executed, 2),
        ("hemtjanst", Measure::Closed, 3),
        ("hemtjanst", Measure::Ended, 5),
        ("hemtjanst", Measure::Remaining, 7),
        ("hemtjanst", Measure::Avbrott(Remaining), 4),
        ("hemtjanst", Measure::Avbrott(Reported), 6),
        ("hemtjanst", Measure::Delvis(Remaining), 2),
        ("hemtjanst", reason("tackat-nej"), 4),
        ("hemtjanst", reason("personal"), 3),
        ("sarskilt-boende", Measure::Reported, 10),
        ("sarskilt-boende", Measure::Executed, 4),
        ("sarskilt-boende", Measure::Ended, 4),
        ("sarskilt-boende", Measure::Remaining, 6),
        ("sarskilt-boende", reason("ledig-bostad"), 6),
    ];
    let mut map: BTreeMap<Key, u32> = BTreeMap::new();
    for (insats, measure, n) in counts {
        let key = Key::total(measure);
        *map.entry(key.clone()).or_default() += n;
        let of_unit = Key {
            group: Some("Väster".into()),
            ..key.clone()
        };
        map.insert(of_unit, n);
        map.insert(key.of_insats(Act::Sol, &insats.into()), n);
    }
    let named = ["hemtjanst", "sarskilt-boende"];
    Figures {
        groups: vec![],
        quarter,
        basis: Basis::Rows,
        of_courts: vec![],
        cases: vec![],
        figures: Arc::new(
            map.into_iter()
                .map(|(key, n)| (key, Figure::Exact(n)))
                .collect(),
        ),
        insatser: named.map(|id| (Act::Sol, id.into())).to_vec(),
        rows: vec![],
    }
}

/// Reads `{insats.figur}` in a text.
fn run(text: &str) -> Vec<Run> {
    let mut pieces = vec![];
    let mut rest = text;
    while let Some((words, after)) = rest.split_once('{') {
        pieces.push(Piece::Words(words.to_owned()));
        let (written, after) = after.split_once('}').expect("closed");
        let (insats, name) = match written.split_once('.') {
            Some((insats, name)) => (Some(insats.into()), name),
            None => (None, written),
        };
        pieces.push(Piece::Placeholder(Placeholder {
            brace: 0,
            written: written.into(),
            insats,
            what: text::named(name, |id| Some(id.into())).expect("a name"),
            form: None,
        }));
        rest = after;
    }
    pieces.push(Piece::Words(rest.to_owned()));
    vec![Run {
        style: Style::Plain,
        pieces,
    }]
}

/// Paragraphs stand between empty lines, items of a list after a hyphen.
fn blocks(written: &str) -> Vec<Block> {
    let block = |part: &str| match part.strip_prefix("- ") {
        Some(items) => Block::List {
            ordered: false,
            items: items.split("\n- ").map(run).collect(),
        },
        None => Block::Paragraph(run(part)),
    };
    written.split("\n\n").map(block).collect()
}

/// Returns what is found: «tio: 7 {kvarstår}» for a contradiction, «{kvarstår}»
/// for what a placeholder gives, and the message of anything else.
fn found(about: &str, written: &str, counted: bool) -> Vec<String> {
    let quarter = Quarter::new(2026, 2).expect("a quarter");
    let section = text::SECTIONS.into_iter().find(|name| *name == about);
    let report = Report {
        quarter,
        dated_on: None,
        beslut: counted.then(Vec::new),
        complete: true,
        correction: None,
        stated: Stated::default(),
        orders: vec![],
        texts: vec![Text {
            about: section.map_or_else(|| About::Insats(about.into()), About::Section),
            route: Route::default().key("texter").key(about),
            blocks: blocks(written),
        }],
        providers: vec![],
    };
    let list = super::check(
        &report,
        &figures(quarter),
        &insatser(),
        &|_| false,
        &"prov.yaml".into(),
    );
    list.iter()
        .map(|finding| {
            let Locus::Words(_, words) = &finding.locus else {
                panic!("a finding points at words");
            };
            assert!(
                words.is_empty() || written.contains(words),
                "{words}: {written}"
            );
            let help = &finding.help;
            let placeholder = help
                .find('{')
                .and_then(|from| Some(&help[from..=help.find('}')?]))
                .unwrap_or("–");
            match finding.rule.slug {
                "siffra-i-text" => placeholder.to_owned(),
                "siffra-mot-rader" => {
                    let said = finding.message.strip_prefix("texten säger ").expect("so");
                    format!("{said} {placeholder}")
                }
                _ => finding.message.clone(),
            }
        })
        .collect()
}

#[track_caller]
fn case(about: &str, written: &str, expected: &[&str]) {
    assert_eq!(found(about, written, true), expected, "{written}");
}

/// Finds nothing in a text about hemtjänst, nor in an analysis.
#[track_caller]
fn none(written: &str) {
    case("hemtjanst", written, &[]);
    case("analys", written, &[]);
}
