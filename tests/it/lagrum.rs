//! The law by date, in what a report says: sections, names and words of the day
//! of the document, and for each beslut those of its own.

use evb::model::profile::Profile;

use crate::composed::Paper;
use crate::composed::papers;

/// Returns a report of one quarter for each of some days.
fn dated(rows: &str, days: &[&str]) -> Vec<Paper> {
    let orders: Vec<String> = days
        .iter()
        .enumerate()
        .map(|(at, day)| format!("  - {{id: rapport-{at}, slag: rapport, datum: {day}}}\n"))
        .collect();
    let text = format!("beslut:\n{rows}handlingar:\n{}", orders.concat());
    papers("", &[("2025-Q1", &text)], Profile::Oppen)
}

const SOL: &str =
    "  - {nr: 1, kön: man, insats: hemtjanst, beslutsdatum: 2024-11-01, orsak: personal}\n";
const LSS: &str =
    "  - {nr: 2, kön: man, insats: ledsagarservice, beslutsdatum: 2024-11-01, orsak: personal}\n";

#[track_caller]
fn says(paper: &Paper, texts: &[&str]) {
    let said = paper.text();
    for text in texts {
        assert!(said.contains(text), "«{text}» is not in\n{said}");
    }
}

#[track_caller]
fn never_says(paper: &Paper, texts: &[&str]) {
    let said = paper.text();
    for text in texts {
        assert!(!said.contains(text), "«{text}» is in\n{said}");
    }
}

#[test]
fn the_same_quarter_cites_the_act_of_the_documents_day() {
    let papers = dated(SOL, &["2025-06-30", "2025-07-01"]);
    let [old, new] = papers.as_slice() else {
        panic!("two documents");
    };
    let of_old = [
        "16 kap. 6 f–h §§ SoL (2001:453)",
        "4 kap. 1 § SoL",
        "beviljats bistånd",
        "slags bistånd",
        "skälen till dröjsmålet",
    ];
    let of_new = [
        "34 kap. 1–3 §§ SoL (2025:400)",
        "11 kap. 1 § eller 12 kap. 1 § SoL",
        "beviljats en insats",
        "slags insatser",
        "skälen till fördröjningen",
    ];
    says(old, &of_old);
    never_says(old, &of_new);
    says(new, &of_new);
    // The list still cites the right under the act of the decision.
    never_says(new, &["16 kap. 6 f", "beviljats bistånd", "dröjsmål"]);
}

#[test]
fn with_both_acts_the_words_serve_both() {
    let both = format!("{SOL}{LSS}");
    let papers = dated(&both, &["2025-06-30", "2025-07-01"]);
    says(
        &papers[0],
        &[
            "16 kap. 6 f–h §§ SoL (2001:453) och 28 f–h §§ LSS (1993:387)",
            "beviljats en insats",
            "skälen till dröjsmålet",
        ],
    );
    says(
        &papers[1],
        &[
            "34 kap. 1–3 §§ SoL (2025:400) och 28 f–h §§ LSS (1993:387)",
            "varför det har dröjt",
        ],
    );
}

#[test]
fn the_receiver_is_the_one_of_the_day() {
    for (day, receiver, short) in [
        ("2009-12-31", "till länsstyrelsen och", "till länsstyrelsen"),
        (
            "2010-01-01",
            "till Socialstyrelsen och",
            "till Socialstyrelsen",
        ),
        (
            "2013-05-31",
            "till Socialstyrelsen och",
            "till Socialstyrelsen",
        ),
        (
            "2013-06-01",
            "Inspektionen för vård och omsorg (IVO) och",
            "till IVO",
        ),
    ] {
        let papers = dated(LSS, &[day]);
        let rapporterades = format!("rapporterades ett beslut {short}");
        says(&papers[0], &[receiver, &rapporterades]);
    }
}

#[test]
fn a_day_before_the_duty_has_no_document() {
    assert!(dated(SOL, &["2006-06-30"]).is_empty());
    assert!(dated(LSS, &["2008-06-30"]).is_empty());
    says(
        &dated(SOL, &["2006-07-01"])[0],
        &["16 kap. 6 f–h §§ SoL (2001:453)"],
    );
    says(
        &dated(LSS, &["2008-07-01"])[0],
        &["28 f–h §§ LSS (1993:387)"],
    );
}

#[test]
fn a_list_tells_two_acts_of_one_name_apart() {
    let rows = "beslut:\n  \
        - {nr: 1, kön: man, insats: hemtjanst, beslutsdatum: 2025-06-29, orsak: personal}\n  \
        - {nr: 2, kön: man, insats: hemtjanst, beslutsdatum: 2025-07-02, orsak: personal}\n  \
        - {nr: 3, kön: man, insats: ledsagarservice, beslutsdatum: 2025-06-29, orsak: personal}\n  \
        - {nr: 4, kön: man, insats: hemtjanst, avbrott: 2025-07-02, orsak: personal}\n\
        handlingar: [{id: rapport, slag: rapport, datum: 2026-01-20}]\n";
    let papers = papers("", &[("2025-Q4", rows)], Profile::Oppen);
    says(
        &papers[0],
        &[
            "4 kap. 1 § SoL",
            "11 kap. 1 § SoL",
            "9 § 3 LSS",
            "Besluten enligt SoL är fattade till och med den 30 juni 2025 enligt socialtjänstlagen \
             (2001:453), därefter enligt socialtjänstlagen (2025:400).",
        ],
    );
    // Nobody knows under which act the interrupted one was decided.
    let rows = papers[0].value["bilaga_2"]["table"]["rows"]
        .as_array()
        .unwrap();
    let cited: Vec<_> = rows
        .iter()
        .map(|row| row[3]["text"].as_str().unwrap())
        .collect();
    assert_eq!(cited[3], "");
    let old = dated(SOL, &["2025-07-01"]);
    let note = "Besluten enligt SoL är fattade enligt socialtjänstlagen (2001:453), och lagrummen";
    says(&old[0], &[note]);
    never_says(&dated(SOL, &["2025-06-30"])[0], &[note]);
}

#[test]
fn a_fee_is_told_as_it_is_known_on_the_day() {
    let fee = |rows: &str, day: &str| {
        let text = format!(
            "beslut:\n{rows}texter: {{analys: \"Avgiften kan bli {{avgift}}.\"}}\n\
             handlingar: [{{id: rapport, slag: rapport, datum: {day}}}]\n"
        );
        let mut papers = papers("", &[("2025-Q1", &text)], Profile::Oppen);
        let paper = papers.remove(0);
        let said = paper.text();
        let told = said.lines().find(|line| line.starts_with("Avgiften"));
        let slugs: Vec<_> = paper.findings.iter().map(|(slug, _)| *slug).collect();
        (told.unwrap().to_owned(), slugs)
    };
    let both = format!("{SOL}{LSS}");
    let old = "Avgiften kan bli 10 000–1 000 000 kronor.";
    assert_eq!(fee(SOL, "2025-06-30"), (old.to_owned(), vec![]));
    assert_eq!(fee(&both, "2025-12-31"), (old.to_owned(), vec![]));
    let new = "Avgiften kan bli 15 000–1 500 000 kronor.";
    assert_eq!(fee(SOL, "2026-01-01"), (new.to_owned(), vec![]));
    let only_sol = "Avgiften kan bli 15 000–1 500 000 kronor enligt SoL.";
    assert_eq!(
        fee(&both, "2026-01-01"),
        (only_sol.to_owned(), vec!["obekraftat-lagrum"])
    );
    let (_, slugs) = fee(LSS, "2026-01-01");
    assert_eq!(slugs, ["siffra-saknas", "obekraftat-lagrum"]);
}

#[test]
fn names_are_those_of_the_documents_day() {
    let namnd = "format: 1\nkommun: Provköping\nnämnd:\n  - {värde: Omsorgsnämnden}\n  \
                 - {från: 2025-05-01, värde: Socialnämnden}\nmärkning:\n  - {värde: Prov}\n  \
                 - {från: 2025-05-01, värde: Nytt prov}\n";
    let text = format!(
        "beslut:\n{SOL}handlingar:\n  - {{id: ett, slag: rapport, datum: 2025-04-30}}\n  \
         - {{id: tva, slag: rapport, datum: 2025-05-01}}\n"
    );
    let papers = papers(namnd, &[("2025-Q1", &text)], Profile::Oppen);
    let frame = |at: usize, key: &str| papers[at].value["frame"][key].as_str().unwrap().to_owned();
    assert_eq!(frame(0, "namnd"), "Omsorgsnämnden");
    assert_eq!(frame(0, "marking"), "Prov");
    assert_eq!(frame(1, "namnd"), "Socialnämnden");
    assert_eq!(frame(1, "marking"), "Nytt prov");
}
