//! Swedish that must hold for any figures: every sentence of many quarters,
//! small ones systematically and random ones besides.

use std::sync::Arc;

use evb::compose;
use evb::derive;
use evb::document::Envelope;
use evb::load::catalogue::Catalogue;
use evb::load::catalogue::built_in;
use evb::model::clock::Clock;
use evb::model::namnd::Namnd;
use evb::model::namnd::Style;
use evb::model::profile::Profile;
use evb::model::quarter::Quarter;
use evb::model::report::Order;
use evb::model::report::Report;
use evb::protect;
use evb::protect::Known;
use evb::protect::Published;

pub(crate) mod quarters;

use quarters::Dice;
use quarters::some_quarters;

pub(crate) fn namnd(catalogue: &Catalogue, words_to: u32) -> Namnd {
    Namnd {
        kommun: "Provköping".into(),
        name: "Provnämnden".into(),
        forvaltning: None,
        marking: None,
        style: Style {
            words_to,
            ..Style::default()
        },
        profiles: Default::default(),
        statistics: Default::default(),
        clock: Clock::Law,
        insatser: catalogue.insatser.clone(),
        orsaker: {
            let mut orsaker = catalogue.orsaker.clone();
            orsaker.tell_at_zero("covid-19");
            orsaker.tell_at_zero("studier");
            orsaker
        },
        avslutsskal: catalogue.avslutsskal.clone(),
        instanser: Default::default(),
        ivo: Default::default(),
    }
}

/// Composes the last of some quarters and returns every text in it.
fn told(catalogue: &Catalogue, words_to: u32, quarters: Vec<Report>) -> Vec<String> {
    let namnd = namnd(catalogue, words_to);
    let figures: Vec<_> = quarters
        .iter()
        .enumerate()
        .map(|(at, report)| {
            let before = at.checked_sub(1).map(|at| &quarters[at]);
            derive::figures(report, before, &namnd.insatser, &namnd.orsaker, Clock::Law)
        })
        .collect();
    let trend: Vec<_> = quarters
        .iter()
        .zip(&figures)
        .map(|(report, figures)| {
            let guarded = None;
            (report.quarter, Some(Known { figures, guarded }))
        })
        .collect();
    let published = protect::protect(&trend, Profile::Oppen).unwrap();
    let report = quarters.last().unwrap();
    let mut orders = vec![report.orders[0].clone()];
    // One act alone is told beside both.
    if let Some((act, _)) = published.insatser.first() {
        let mut alone = report.orders[0].clone();
        alone.acts = vec![*act];
        orders.push(alone);
    }
    let told = |order| of_order(catalogue, &namnd, report, order, &published);
    orders.iter().flat_map(told).collect()
}

/// Composes one document and returns every text in it.
fn of_order(
    catalogue: &Catalogue,
    namnd: &Namnd,
    report: &Report,
    order: &Order,
    published: &Published,
) -> Vec<String> {
    let path: Arc<str> = "prov.yaml".into();
    let input = compose::Input {
        namnd,
        report,
        order,
        published,
        law: &catalogue.law,
        families: &["Noto Sans".to_owned()],
        path: &path,
        corrected: None,
        case_numbers: &Default::default(),
    };
    let envelope = Envelope {
        namnd: "prov".to_owned(),
        quarter: report.quarter,
        id: "rapport".to_owned(),
        profile: Profile::Oppen,
        overridden: false,
    };
    let (document, findings) = compose::compose(&input, envelope);
    assert!(findings.is_empty());
    let mut texts = vec![];
    for section in ["law", "summary", "analysis", "conclusion"] {
        gather(&document.value[section]["blocks"], &mut texts);
        for chart in document.value[section]["charts"]
            .as_array()
            .into_iter()
            .flatten()
        {
            texts.push(chart["alt"].as_str().unwrap().to_owned());
        }
    }
    for part in ["insatser", "groups"] {
        for one in document.value[part].as_array().unwrap() {
            gather(&one["blocks"], &mut texts);
        }
    }
    gather(&document.value["ungrouped"], &mut texts);
    texts
}

/// Gathers the text of every paragraph and list item.
fn gather(blocks: &serde_json::Value, texts: &mut Vec<String>) {
    let text = |runs: &serde_json::Value| -> String {
        runs.as_array()
            .unwrap()
            .iter()
            .map(|run| run["text"].as_str().unwrap())
            .collect()
    };
    for block in blocks.as_array().into_iter().flatten() {
        match block["kind"].as_str() {
            Some("paragraph") => texts.push(text(&block["runs"])),
            _ => texts.extend(block["items"].as_array().unwrap().iter().map(text)),
        }
    }
}

/// Splits a text into sentences: at a stop before a capital.
fn sentences(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let chars: Vec<char> = text.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let begins = at > 1
            && chars[at - 1] == ' '
            && chars[at - 2] == '.'
            && (c.is_uppercase() || c.is_ascii_digit())
            && !out.last().is_some_and(|s| s.ends_with("kap. "));
        if begins {
            out.push(String::new());
        }
        out.last_mut().unwrap().push(*c);
    }
    out.into_iter()
        .map(|s| s.trim_end().to_owned())
        .filter(|s| !s.is_empty())
        .collect()
}

/// What no sentence may hold.
const WRONG: [&str; 34] = [
    "  ",
    " ,",
    " .",
    "..",
    " ;",
    ",,",
    "( ",
    " )",
    "1 beslut har verkställda",
    "ett beslut verkställda",
    "ett ej verkställda",
    "inga ej verkställt",
    "en män",
    "en kvinnor",
    "ett män",
    "ett flickor",
    "en pojkar",
    "en flickor",
    "ett personer",
    "1 ej verkställda",
    "1 kvinnor",
    "1 män ",
    "1 flickor",
    "1 pojkar",
    "1 dagar",
    "2 dag ",
    "noll beslut",
    "0 beslut",
    "NaN",
    "{",
    "}",
    "beslut beslut",
    "0 fall",
    "noll fall",
];

/// Returns whether a sentence holds words, on their own.
fn has(sentence: &str, words: &str) -> bool {
    sentence.match_indices(words).any(|(at, _)| {
        let before = sentence[..at].chars().next_back();
        !words.starts_with(char::is_alphanumeric) || !before.is_some_and(char::is_alphanumeric)
    })
}

#[track_caller]
pub(crate) fn grammatical(text: &str) {
    let plain = text.replace(['\u{a0}', '\u{202f}'], " ");
    let fail = |why: &str, sentence: &str| panic!("{why}: «{sentence}»\nin «{plain}»");
    for sentence in sentences(&plain) {
        let first = sentence.chars().next().unwrap();
        if !first.is_uppercase() {
            fail(
                "a sentence begins with a small letter or a figure",
                &sentence,
            );
        }
        if !sentence.ends_with('.') {
            fail("a sentence does not end", &sentence);
        }
        for wrong in WRONG {
            if has(&sentence, wrong) {
                fail(&format!("«{wrong}»"), &sentence);
            }
        }
        for plural in ["två", "tre", "fyra", "elva", "12", "57"] {
            for singular in ["ej verkställt beslut", " kvinna ", " pojke ", " dag."] {
                if sentence.contains(&format!("{plural} {}", singular.trim_start())) {
                    fail("a plural with a singular", &sentence);
                }
            }
        }
    }
}

#[test]
fn small_quarters_are_told_in_swedish() {
    let catalogue = built_in();
    let mut dice = Dice(1);
    let last: Quarter = "2025-Q4".parse().unwrap();
    for rows in 0..=40 {
        for words_to in [12, 0] {
            for _ in 0..4 {
                let quarters = some_quarters(&catalogue, &mut dice, last, rows);
                for text in told(&catalogue, words_to, quarters) {
                    grammatical(&text);
                }
            }
        }
    }
}

#[test]
fn two_hundred_random_quarters_are_told_in_swedish() {
    let catalogue = built_in();
    let mut dice = Dice(2);
    let mut seen = 0;
    for number in 0..200 {
        let last = Quarter::new(2009 + number % 17, 1 + (number as u32 % 4)).unwrap();
        let rows = dice.below(90);
        for text in told(
            &catalogue,
            12,
            some_quarters(&catalogue, &mut dice, last, rows),
        ) {
            grammatical(&text);
            seen += 1;
        }
    }
    assert!(seen > 1000, "only {seen} texts");
}

#[test]
fn the_grammar_test_sees_faults() {
    for wrong in [
        "Tre ärenden är kvar",
        "3 ärenden är kvar.",
        "Det återstod  två beslut.",
        "Det återstod två ej verkställt beslut.",
        "Av dem gäller en män.",
    ] {
        let seen = std::panic::catch_unwind(|| grammatical(wrong)).is_err();
        assert!(seen, "{wrong}");
    }
}
