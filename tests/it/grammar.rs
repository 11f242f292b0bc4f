//! Swedish that must hold for any figures: every sentence of many quarters,
//! small ones systematically and random ones besides.

use std::sync::Arc;

use evb::compose;
use evb::derive;
use evb::document::Envelope;
use evb::document::Kind;
use evb::load::catalogue::Catalogue;
use evb::load::catalogue::built_in;
use evb::model::beslut::Act;
use evb::model::beslut::Age;
use evb::model::beslut::Beslut;
use evb::model::beslut::Delvis;
use evb::model::beslut::Sex;
use evb::model::beslut::Status;
use evb::model::beslut::Waiting;
use evb::model::clock::Clock;
use evb::model::namnd::Namnd;
use evb::model::namnd::Style;
use evb::model::profile::Profile;
use evb::model::quarter::Quarter;
use evb::model::report::Order;
use evb::model::report::Report;
use evb::model::stated::Stated;
use evb::protect;

/// A small generator of our own: the same numbers every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

fn namnd(catalogue: &Catalogue, words_to: u32) -> Namnd {
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
        clock: Clock::Law,
        insatser: catalogue.insatser.clone(),
        orsaker: catalogue.orsaker.clone(),
        avslutsskal: catalogue.avslutsskal.clone(),
    }
}

fn report(quarter: Quarter, beslut: Vec<Beslut>) -> Report {
    let order = Order {
        index: 0,
        id: "rapport".into(),
        kind: Kind::Rapport,
        dated_on: quarter.next().first_day(),
        diarienummer: None,
        acts: vec![],
        profile: None,
    };
    Report {
        quarter,
        dated_on: Some(quarter.next().first_day()),
        beslut: Some(beslut),
        stated: Stated::default(),
        orders: vec![order],
        texts: vec![],
        providers: vec![],
    }
}

/// Composes the last of some quarters and returns every text in it.
fn told(catalogue: &Catalogue, words_to: u32, quarters: Vec<Report>) -> Vec<String> {
    let namnd = namnd(catalogue, words_to);
    let figures: Vec<_> = quarters
        .iter()
        .map(|report| derive::figures(report, None, &namnd.insatser, &namnd.orsaker, Clock::Law))
        .collect();
    let trend: Vec<_> = quarters
        .iter()
        .zip(&figures)
        .map(|(report, f)| (report.quarter, Some(f)))
        .collect();
    let published = protect::protect(&trend, Profile::Oppen).unwrap();
    let report = quarters.last().unwrap();
    let path: Arc<str> = "prov.yaml".into();
    let input = compose::Input {
        namnd: &namnd,
        report,
        order: &report.orders[0],
        published: &published,
        law: &catalogue.law,
        families: &["Noto Sans".to_owned()],
        path: &path,
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
    for insats in document.value["insatser"].as_array().unwrap() {
        gather(&insats["blocks"], &mut texts);
    }
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
fn grammatical(text: &str) {
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

fn row(
    dice: &mut Dice,
    quarter: Quarter,
    insatser: &[(Act, Arc<str>)],
    orsaker: &[Arc<str>],
) -> Beslut {
    let (act, insats) = insatser[dice.below(insatser.len() as u64) as usize].clone();
    let day = |days| quarter.first_day() - chrono::Duration::days(days);
    let since = day(1 + dice.below(900) as i64);
    let within = quarter.first_day() + chrono::Duration::days(dice.below(90) as i64);
    let status = match dice.below(4) {
        0 => Status::Executed(within),
        1 => Status::Closed(within),
        _ => Status::Remaining { later: None },
    };
    Beslut {
        index: 0,
        nr: None,
        id: None,
        sex: if dice.below(30) == 0 {
            Sex::Annat
        } else {
            Sex::ALL[dice.below(2) as usize]
        },
        age: Age::ALL[dice.below(2) as usize],
        insats,
        act,
        waiting: if dice.below(2) == 0 {
            Waiting::Decided(since)
        } else {
            Waiting::Interrupted(since)
        },
        status,
        orsak: (dice.below(5) > 0)
            .then(|| orsaker[dice.below(orsaker.len() as u64) as usize].clone()),
        delvis: (dice.below(6) == 0).then(|| Delvis {
            from: None,
            extent: "en del".into(),
        }),
        avdelning: None,
        court: false,
    }
}

fn some_quarters(catalogue: &Catalogue, dice: &mut Dice, last: Quarter, rows: u64) -> Vec<Report> {
    let all: Vec<(Act, Arc<str>)> = catalogue
        .insatser
        .list()
        .iter()
        .flat_map(|insats| insats.acts().map(|act| (act, insats.id.clone())))
        .collect();
    let from = dice.below(all.len() as u64 - 3) as usize;
    let insatser = &all[from..from + 1 + dice.below(3) as usize];
    let orsaker: Vec<Arc<str>> = catalogue
        .orsaker
        .main()
        .map(|orsak| orsak.id.clone())
        .collect();
    let count = 1 + dice.below(4);
    let mut quarters: Vec<Quarter> = std::iter::successors(Some(last), |q| Some(q.previous()))
        .take(count as usize)
        .collect();
    quarters.reverse();
    quarters
        .into_iter()
        .map(|quarter| {
            let rows = (0..rows + dice.below(3)).map(|_| row(dice, quarter, insatser, &orsaker));
            report(quarter, rows.collect())
        })
        .collect()
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
