//! The statistikrapport: what the law asks and nothing else, act by act, with
//! nothing or with small groups as well.

use evb::model::profile::Profile;
use serde_json::Value;

use crate::papers::composed;
use crate::papers::of_sample;
use crate::papers::one;
use crate::papers::told;

const NAMND: &str = "format: 1\nkommun: Provköping\nnämnd: Provnämnden\n";

/// Returns the files of a nämnd with one quarter.
fn files(namnd: &str, quarter: &str) -> Vec<(&'static str, String)> {
    vec![
        ("namnd.yaml", format!("{NAMND}{namnd}")),
        (
            "2025-Q2.yaml",
            format!("format: 1\nkvartal: 2025-Q2\nuppgifter_daterade: 2025-06-30\n{quarter}"),
        ),
    ]
}

fn statistik(namnd: &str, quarter: &str) -> Value {
    let order = if quarter.contains("handlingar") {
        ""
    } else {
        "handlingar: [{id: s, slag: statistikrapport}]\n"
    };
    let (documents, found) = composed(&files(namnd, &format!("{quarter}{order}")));
    assert!(!documents.is_empty(), "{found}");
    one(&documents, "2025-Q2", "s")
}

/// Returns rows: so many women under each act, from a day on.
fn rows(sol: usize, lss: usize) -> String {
    let row = |insats: &str| {
        format!(
            "  - {{kön: kvinna, insats: {insats}, beslutsdatum: 2024-11-04, orsak: personal}}\n"
        )
    };
    format!(
        "beslut:\n{}{}",
        row("hemtjanst").repeat(sol),
        row("ledsagarservice").repeat(lss)
    )
}

#[test]
fn the_samples_are_told_as_before() {
    for (sample, quarter, id) in [
        ("exempel-lss", "2023-Q4", "statistik-kf"),
        ("exempelkommun", "2025-Q4", "statistikrapport"),
        ("exempelkommun", "2026-Q3", "statistikrapport"),
    ] {
        let value = of_sample(sample, quarter, id);
        insta::assert_snapshot!(format!("{sample}_{quarter}"), told(&value));
    }
}

#[test]
fn each_act_is_cited_by_the_day_of_the_document() {
    let of = |day: &str| {
        let order = format!("handlingar: [{{id: s, slag: statistikrapport, datum: {day}}}]\n");
        let value = statistik("", &(rows(6, 7) + &order));
        (
            value["law"]["note"].as_str().unwrap().to_owned(),
            told(&value),
        )
    };
    let (before, text) = of("2025-06-30");
    assert_eq!(
        before,
        "Rapporten lämnas enligt 16 kap. 6 h § SoL (2001:453) och 28 h § LSS (1993:387)."
    );
    assert!(!text.contains("2025:400"));
    let (after, text) = of("2025-07-01");
    assert_eq!(
        after,
        "Rapporten lämnas enligt 34 kap. 3 § SoL (2025:400) och 28 h § LSS (1993:387)."
    );
    assert!(!text.contains("2001:453") && !text.contains("16 kap."));
}

#[test]
fn a_single_act_is_told_in_its_own_words() {
    let order = "handlingar: [{id: s, slag: statistikrapport, lag: [SoL], datum: 2025-06-30}]\n";
    let value = statistik("", &(rows(6, 7) + order));
    let text = told(&value);
    assert!(text.contains("vilka typer av bistånd de gäller"), "{text}");
    assert!(!text.contains("LSS"), "{text}");
    let order = order.replace("06-30", "07-01");
    let text = told(&statistik("", &(rows(6, 7) + &order)));
    assert!(text.contains("vilka typer av insatser de gäller"), "{text}");
}

#[test]
fn a_quarter_without_beslut_is_a_report_of_none() {
    let value = statistik("", "beslut: []\n");
    insta::assert_snapshot!("nil", told(&value));
    for section in value["sections"].as_array().unwrap() {
        assert!(section["tables"].as_array().unwrap().is_empty());
    }
    // One act may have none while the other has some.
    let text = told(&statistik("", &(rows(0, 8))));
    assert!(!text.contains("SoL"), "{text}");
    let order = "handlingar: [{id: s, slag: statistikrapport, lag: [SoL, LSS]}]\n";
    let text = told(&statistik("", &(rows(0, 8) + order)));
    assert!(
        text.contains("inga beslut enligt SoL att redovisa"),
        "{text}"
    );
    assert!(
        text.contains("Beslutet gäller") || text.contains("8 | 0 | 8"),
        "{text}"
    );
}

#[test]
fn the_nämnd_says_whether_sex_and_age_are_told() {
    let people = |namnd: &str| -> Option<String> {
        let value = statistik(namnd, &rows(0, 8));
        let tables = value["sections"][0]["tables"].as_array().unwrap().clone();
        let title = |table: &Value| table["title"].as_str().unwrap().to_owned();
        tables
            .iter()
            .map(title)
            .find(|title| title.contains("kön") || title.contains("ålder"))
    };
    let title = |by: &str| Some(format!("Tabell 3. Beslut enligt LSS efter {by}"));
    assert_eq!(people(""), title("kön och ålder"));
    assert_eq!(people("statistik: {ålder: nej}\n"), title("kön"));
    assert_eq!(people("statistik: {kön: nej}\n"), title("ålder"));
    assert_eq!(people("statistik: {kön: nej, ålder: nej}\n"), None);
}

#[test]
fn totals_and_names_are_told_whatever_is_hidden() {
    let quarter = "beslut:\n  \
         - {kön: kvinna, insats: hemtjanst, beslutsdatum: 2024-11-04, orsak: personal}\n  \
         - {kön: man, insats: sarskilt-boende, beslutsdatum: 2024-02-04, avbrott: 2025-01-02, orsak: ledig-bostad}\n  \
         - {kön: pojke, insats: ledsagarservice, beslutsdatum: 2024-11-04, orsak: personal}\n";
    let text = told(&statistik("", quarter));
    insta::assert_snapshot!("small", text);
    for name in ["hemtjänst", "särskilt boende", "ledsagarservice"] {
        assert!(text.contains(name), "{name}: {text}");
    }
    assert!(!text.contains("Tabell"), "{text}");
    let whole = told(&statistik("profiler: {statistikrapport: öppen}\n", quarter));
    assert!(
        whole.contains("ett beslut, som gäller hemtjänst."),
        "{whole}"
    );
}

#[test]
fn an_unknown_day_of_decision_is_counted_from_the_avbrott_and_said() {
    let quarter = |decided: &str| {
        let row = format!(
            "  - {{kön: man, insats: ledsagarservice, {decided}avbrott: 2024-12-03, orsak: personal}}\n"
        );
        format!("beslut:\n{}", row.repeat(6))
    };
    let text = told(&statistik("", &quarter("")));
    assert!(text.contains("3–6 | 0 | 6 | 6"), "{text}");
    assert!(
        text.contains(
            "Månader från avbrottets första dag till kvartalets slut, eftersom beslutsdatum saknas."
        ),
        "{text}"
    );
    let text = told(&statistik("", &quarter("beslutsdatum: 2023-12-03, ")));
    assert!(
        text.contains("18+ | 0 | 6 | 6") || text.contains("7+ | 0 | 6 | 6"),
        "{text}"
    );
}

#[test]
fn what_the_law_asks_and_the_quarter_lacks_stops_the_paper() {
    let totals = "sammanställning: {totalt: {kvarstår: 26}}\n\
                  handlingar: [{id: s, slag: statistikrapport}, {id: r, slag: rapport}]\n";
    let (documents, found) = composed(&files("", totals));
    assert!(documents.is_empty());
    assert!(
        found.contains("fel[ofullstandig-statistik]: uppgift saknas om slag av insatser, avbrott, förfluten tid och kön"),
        "{found}"
    );
    let report = totals.replace("{id: s, slag: statistikrapport}, ", "");
    let (documents, found) = composed(&files("", &report));
    assert_eq!(documents.len(), 1);
    assert!(found.contains("varning[ofullstandig-statistik]"), "{found}");
}

#[test]
fn it_is_for_everybody_unless_the_nämnd_says_otherwise() {
    let (documents, _) = composed(&files(
        "",
        &(rows(6, 0) + "handlingar: [{id: s, slag: statistikrapport}]\n"),
    ));
    assert_eq!(documents[0].envelope.profile, Profile::Publik);
}
