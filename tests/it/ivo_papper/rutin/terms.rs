//! The lengths that the rutin tells, and its language, whatever the rules are.

use evb::compose;
use evb::document::Kind;
use evb::load::catalogue::built_in;
use evb::model::clock::Clock;
use evb::model::namnd::Namnd;
use evb::model::profile::Profile;
use evb::narrate::rutin::Routine;
use evb::narrate::rutin::Terms;
use evb::narrate::texts::Told;
use evb::protect;

use crate::grammar;
use crate::grammar::grammatical;
use crate::grammar::quarters::report;

/// Returns every text of the routine with other lengths.
fn with(terms: Terms, change: impl Fn(&mut Namnd)) -> Vec<String> {
    let catalogue = built_in();
    let mut namnd = grammar::namnd(&catalogue, 12);
    namnd.ivo.responsibilities.usual = catalogue.ansvar.clone();
    namnd.ivo.windows = catalogue.law.windows(Default::default());
    change(&mut namnd);
    let report = report("2026-Q3".parse().unwrap(), vec![]);
    let published = protect::without_figures(report.quarter, Profile::Publik, std::iter::empty());
    let mut order = report.orders[0].clone();
    order.kind = Kind::Rutin;
    let input = compose::Input {
        namnd: &namnd,
        report: &report,
        order: &order,
        published: &published,
        law: &catalogue.law,
        families: &[],
        path: &"prov.yaml".into(),
        corrected: None,
        case_numbers: &Default::default(),
    };
    let voice = input.voice();
    let routine = Routine::new(&voice, &namnd, report.quarter, terms);
    let mut texts = vec![];
    for section in routine.sections() {
        texts.extend(section.note);
        for told in section.told {
            let all = match told {
                Told::Paragraph(runs) => vec![runs],
                Told::List { items, .. } => items,
            };
            texts.extend(all.into_iter().map(|runs| {
                let runs: String = runs.into_iter().map(|(_, text)| text).collect();
                runs.replace(['\u{a0}', '\u{202f}'], " ")
            }));
        }
    }
    texts
}

#[test]
fn every_length_is_taken_from_its_rule() {
    let usual = with(Terms::default(), |_| {}).join("\n");
    for said in [
        "tre månader",
        "två månader",
        "två veckor",
        "var tredje månad",
    ] {
        assert!(usual.contains(said), "{said}");
    }
    let other = Terms {
        months: 5,
        follow_up: 4,
        contact_days: 10,
    };
    let text = with(other, |_| {}).join("\n");
    for said in [
        "fem månader",
        "fyra månader",
        "tio dagar",
        "var femte månad",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for gone in ["tre månader", "två månader", "två veckor", "var tredje"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
}

#[test]
fn every_sentence_is_swedish() {
    let clocks = [Clock::Law, Clock::PreviousQuarter];
    for clock in clocks {
        for own in [false, true] {
            let texts = with(Terms::default(), |namnd| {
                namnd.clock = clock;
                if own {
                    namnd.ivo.reporter = Some("stabens utredare".into());
                    namnd.ivo.workdays.off.insert("2026-10-30".parse().unwrap());
                }
            });
            assert!(texts.len() > 60);
            for text in texts {
                // A line of a list may go on from what leads to it, which ends in a colon.
                if text.starts_with(char::is_uppercase) {
                    let sentence = text.trim_end_matches([':', '.']).to_owned() + ".";
                    grammatical(&sentence);
                }
            }
        }
    }
}
