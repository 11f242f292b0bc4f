//! Units, offers, reasons for closing, and the acts together or apart: what a
//! report tells of them, and what one for everybody does not.

use evb::model::profile::Profile;

use crate::composed::papers;

const ROWS: &str = "beslut:
  - {nr: 1, id: A-1, kön: kvinna, insats: sarskilt-boende, avdelning: Norr, beslutsdatum: 2025-03-01, orsak: ledig-bostad}
  - {nr: 2, id: A-2, kön: man, insats: sarskilt-boende, avdelning: Norr, beslutsdatum: 2025-03-02, orsak: tackat-nej, erbjudanden: [{datum: 2025-08-01, svar: nej}]}
  - {nr: 3, id: A-3, kön: man, insats: sarskilt-boende, avdelning: Norr, beslutsdatum: 2025-03-03, orsak: ledig-bostad, erbjudanden: [{datum: 2025-08-01, svar: nej}, {datum: 2025-11-01, svar: ja}]}
  - {nr: 4, id: A-4, kön: man, insats: sarskilt-boende, avdelning: Söder, beslutsdatum: 2025-03-04, orsak: ledig-bostad, erbjudanden: [{datum: 2025-11-20, svar: väntar}]}
  - {nr: 5, id: A-5, kön: man, insats: hemtjanst, avdelning: Norr, beslutsdatum: 2025-03-05, avslutat: 2025-11-05, avslutsskäl: felrapporterat}
  - {nr: 6, id: A-6, kön: man, insats: ledsagarservice, avdelning: Söder, beslutsdatum: 2025-03-05, avslutat: 2025-11-05, avslutsskäl: behovet-upphort}
  - {nr: 7, id: A-7, kön: man, insats: ledsagarservice, avdelning: Söder, beslutsdatum: 2025-03-06, orsak: personal}
  - {nr: 8, id: A-8, kön: man, insats: hemtjanst, beslutsdatum: 2025-03-07, orsak: personal}
uppgifter_daterade: 2026-01-12
";

fn orders(lines: &str) -> String {
    format!("{ROWS}handlingar:\n{lines}")
}

#[track_caller]
fn says(said: &str, texts: &[&str]) {
    for text in texts {
        assert!(said.contains(text), "«{text}» is not in\n{said}");
    }
}

/// Returns the text of each unit, by its name.
fn groups(value: &serde_json::Value) -> Vec<(String, String)> {
    let paper = |one: &serde_json::Value| crate::composed::Paper {
        value: one["blocks"].clone(),
        findings: vec![],
    };
    let list = value["groups"].as_array().unwrap().iter();
    list.map(|one| (one["name"].as_str().unwrap().to_owned(), paper(one).text()))
        .collect()
}

#[test]
fn each_unit_is_told_and_then_its_insatser() {
    let text = orders("  - {id: rapport, slag: rapport}\n");
    let papers = papers("", &[("2025-Q4", &text)], Profile::Oppen);
    let groups = groups(&papers[0].value);
    let [(north, of_north), (south, of_south)] = groups.as_slice() else {
        panic!("two units, not {groups:?}");
    };
    assert_eq!((north.as_str(), south.as_str()), ("Norr", "Söder"));
    says(
        of_north,
        &[
            "För kvartalet rapporterades fyra beslut. Av dem avslutades ett, medan inget verkställdes.",
            "Som skäl till avslutet anges att beslutet var felaktigt rapporterat.",
            "återstod tre ej verkställda beslut",
            "Hemtjänst. För kvartalet rapporterades ett beslut. Det avslutades utan att ha verkställts.",
            "Särskilt boende. För kvartalet rapporterades tre beslut.",
            "I ett fall har inget erbjudande lämnats, i ett fall har den enskilde tackat nej och i ett \
             fall har den enskilde tackat ja och väntar på inflyttning.",
        ],
    );
    says(
        of_south,
        &[
            "För kvartalet rapporterades tre beslut.",
            "Särskilt boende. För kvartalet rapporterades ett beslut.",
            "Ett erbjudande har lämnats och väntar på svar.",
            "Ledsagarservice. För kvartalet rapporterades två beslut.",
        ],
    );
    says(
        &papers[0].text(),
        &["Av de rapporterade besluten är ett inte fört till någon avdelning"],
    );
}

#[test]
fn new_and_reported_before_are_told_for_each_unit() {
    let before = "uppgifter_daterade: 2025-10-13\nbeslut:
  - {nr: 1, id: A-1, kön: kvinna, insats: sarskilt-boende, avdelning: Norr, beslutsdatum: 2025-03-01, orsak: ledig-bostad}
handlingar: []
";
    let text = orders("  - {id: rapport, slag: rapport}\n");
    let papers = papers(
        "",
        &[("2025-Q3", before), ("2025-Q4", &text)],
        Profile::Oppen,
    );
    let groups = groups(&papers[0].value);
    says(
        &groups[0].1,
        &[
            "rapporterades fyra beslut, tre fler än för kvartal 3",
            "var tre nya, medan ett hade rapporterats tidigare",
            "I tre fall borde beslutet ha rapporterats redan för ett tidigare kvartal.",
        ],
    );
    // A unit that was not there before is compared with nothing.
    says(
        &groups[1].1,
        &["För kvartalet rapporterades tre beslut. Av dem"],
    );
}

#[test]
fn units_of_a_quarter_without_rows_are_told_from_what_is_stated() {
    let text = "uppgifter_daterade: 2026-01-12
sammanställning:
  grupper:
    - namn: Äldreomsorg
      lag: SoL
      totalt: {rapporterade: 9, nya: 2, återrapportering: 7, verkställda: 3, avslutade: 1, kvarstår: 5}
      insatser:
        sarskilt-boende: {rapporterade: 6, kvarstår: 4, erbjudanden: {antal: {utan-erbjudande: 3, tackat-ja: 1}}}
        hemtjanst: {rapporterade: 3, kvarstår: 1}
    - namn: Funktionsstöd
      lag: SoL
      totalt: {rapporterade: 4, verkställda: 4, avslutade: 0, kvarstår: 0}
      insatser:
        boendestod: {rapporterade: 4, kvarstår: 0}
handlingar: [{id: rapport, slag: rapport}]
";
    let papers = papers("", &[("2025-Q4", text)], Profile::Oppen);
    let groups = groups(&papers[0].value);
    assert_eq!(groups.len(), 2);
    says(
        &groups[0].1,
        &[
            "rapporterades nio beslut. Av dem verkställdes tre och avslutades ett. Av de rapporterade \
             besluten var två nya, medan sju hade rapporterats tidigare.",
            "I tre fall har inget erbjudande lämnats och i ett fall har den enskilde tackat ja och \
             väntar på inflyttning.",
        ],
    );
    says(
        &groups[1].1,
        &["Samtliga verkställdes.", "Alla gäller boendestöd."],
    );
    // What units give together is the whole, and so is each insats.
    says(
        &papers[0].text(),
        &[
            "För kvartalet rapporterades 13 beslut till IVO.",
            "rapporterades sex beslut",
        ],
    );
}

#[test]
fn a_single_unit_is_not_told_twice() {
    let text = "uppgifter_daterade: 2026-01-12\nbeslut:
  - {nr: 1, kön: kvinna, insats: hemtjanst, avdelning: Norr, beslutsdatum: 2025-03-01, orsak: personal}
handlingar: [{id: rapport, slag: rapport}]
";
    let papers = papers("", &[("2025-Q4", text)], Profile::Oppen);
    assert!(groups(&papers[0].value).is_empty());
}

#[test]
fn a_public_report_has_neither_units_nor_offers_and_says_so() {
    let text = orders("  - {id: rapport, slag: rapport}\n");
    let papers = papers("", &[("2025-Q4", &text)], Profile::Publik);
    assert!(groups(&papers[0].value).is_empty());
    let said = papers[0].text();
    says(
        &said,
        &[
            "Uppgifter per avdelning, om erbjudanden och om varför beslut har avslutats lämnas inte.",
        ],
    );
    for untold in [
        "Norr",
        "Söder",
        "tackat ja",
        "inget erbjudande",
        "felaktigt",
        "skäl till avslut",
    ] {
        assert!(!said.contains(untold), "«{untold}» is in\n{said}");
    }
}

#[test]
fn each_act_has_a_report_of_its_own() {
    let text = orders(
        "  - {id: lss, slag: rapport, lag: [LSS]}\n  - {id: sol, slag: rapport, lag: [SoL]}\n",
    ) + "utförare:
  - {namn: Utförare A, insatser: [ledsagarservice], rapporterat: ja}
  - {namn: Utförare B, insatser: [hemtjanst], rapporterat: nej}
";
    let papers = papers("", &[("2025-Q4", &text)], Profile::Revisor);
    let of = |at: usize| {
        (
            papers[at].text(),
            papers[at].value["frame"]["title"].clone(),
        )
    };
    let (lss, title) = of(0);
    assert_eq!(title, "Ej verkställda beslut enligt LSS");
    says(
        &lss,
        &[
            "Bestämmelserna finns i 28 f–h §§ LSS (1993:387).",
            "LSS, läget den 31 december 2025",
            "För kvartalet rapporterades två beslut till IVO.",
            "Utförare A",
            "9 § 3 LSS",
        ],
    );
    for other in ["SoL", "emtjänst", "ärskilt boende", "Norr", "Utförare B"] {
        assert!(!lss.contains(other), "«{other}» is in\n{lss}");
    }
    let (sol, title) = of(1);
    assert_eq!(title, "Ej verkställda beslut enligt SoL");
    says(
        &sol,
        &[
            "För kvartalet rapporterades sex beslut till IVO.",
            "Norr",
            "Utförare B",
        ],
    );
    for other in ["LSS", "edsagarservice", "Utförare A"] {
        assert!(!sol.contains(other), "«{other}» is in\n{sol}");
    }
}

#[test]
fn a_cause_is_told_also_where_nothing_has_it() {
    let zero = "visa_även_noll: [covid-19]\n";
    let text = orders("  - {id: rapport, slag: rapport}\n");
    let sentence = "Inget av besluten har covid-19 som orsak.";
    let said = |namnd, text: &str| papers(namnd, &[("2025-Q4", text)], Profile::Oppen)[0].text();
    says(&said(zero, &text), &[sentence]);
    assert!(!said("", &text).contains(sentence));
    let some = text.replace("orsak: personal}", "orsak: covid-19}");
    says(
        &said(zero, &some),
        &["Av besluten har två covid-19 som orsak."],
    );
    // A beslut without a reason may have any.
    let unknown = text.replacen(", orsak: personal}", "}", 1);
    assert!(!said(zero, &unknown).contains("covid"));
}
