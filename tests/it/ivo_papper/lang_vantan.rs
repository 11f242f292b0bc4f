//! The lång-väntan: who has waited longest, for what, and who answers for it.

use serde_json::Value;

use crate::grammar::grammatical;
use crate::ivo_papper::papers;
use crate::ivo_papper::text;
use crate::papers::of_sample;

/// Returns the paper of a quarter with these rows.
fn vantan(namnd: &str, rows: &str) -> Value {
    let quarter = format!(
        "uppgifter_daterade: 2026-07-10\nbeslut:{rows}handlingar: [{{id: v, slag: lång-väntan}}]\n"
    );
    let documents = papers(namnd, &[("2026-Q2", quarter)]);
    documents[0].value.clone()
}

/// Returns a row of an insats with places to offer.
fn row(id: u32, what: &str) -> String {
    format!("  - {{id: A-{id}, kön: man, insats: sarskilt-boende, orsak: ledig-bostad, {what}}}\n")
}

/// Returns the paper as it is read.
fn told(value: &Value) -> String {
    let mut lines = vec![text(&value["overview"])];
    for section in value["sections"].as_array().unwrap() {
        lines.push(format!("\n{}", section["heading"].as_str().unwrap()));
        lines.push(text(&section["table"]));
    }
    lines.join("\n")
}

/// Returns the ids under a heading, or nothing if it is not there.
fn ids(value: &Value, heading: &str) -> Option<Vec<String>> {
    let mut sections = value["sections"].as_array().unwrap().iter();
    let section = sections.find(|section| section["heading"] == heading)?;
    let rows = section["table"]["rows"].as_array().unwrap().iter();
    Some(
        rows.map(|row| row[1]["text"].as_str().unwrap().to_owned())
            .collect(),
    )
}

#[test]
fn the_sample_is_told_as_before() {
    let value = of_sample("exempelkommun", "2026-Q3", "lang-vantan");
    insta::assert_snapshot!("lang-vantan_2026-Q3", told(&value));
    let secrecy = text(&value["secrecy"]);
    assert!(
        secrecy.contains("Sekretess, 26 kap. 1 § OSL (2009:400)"),
        "{secrecy}"
    );
}

#[test]
fn nobody_waits() {
    let said = "Vid slutet av kvartal 2 2026 väntade inga beslut på att verkställas.";
    let value = vantan("", " []\n");
    assert_eq!(told(&value), said);
    // What has ended in the quarter does not wait, and what a court has granted is told apart.
    let rows = row(1, "beslutsdatum: 2025-12-01, verkställt: 2026-05-04")
        + &row(2, "beslutsdatum: 2025-12-01, avslutat: 2026-05-04")
        + &row(3, "beslutsdatum: 2025-12-01, dom: ja");
    let value = vantan("", &format!("\n{rows}"));
    assert_eq!(
        told(&value),
        format!("{said}\nInsatser som domstol har beviljat är inte med.")
    );
}

#[test]
fn the_longest_wait_stands_first_and_fifteen_are_listed() {
    let rows: String = (1..=20)
        .map(|at| row(at, &format!("beslutsdatum: 2026-01-{at:02}")))
        .rev()
        .collect();
    let value = vantan("", &format!("\n{rows}"));
    let expected: Vec<String> = (1..=15).map(|at| format!("A-{at}")).collect();
    assert_eq!(ids(&value, "Längst väntan").unwrap(), expected);
    let said = told(&value);
    assert!(said.contains("väntade 20 beslut på att verkställas. Längst väntan hade A-1 (särskilt boende): 5 månader."), "{said}");
}

#[test]
fn a_year_has_passed_the_day_after() {
    let rows = row(1, "beslutsdatum: 2024-01-10, avbrott: 2025-06-29")
        + &row(2, "beslutsdatum: 2024-01-10, avbrott: 2025-06-30")
        + &row(3, "beslutsdatum: 2025-06-29")
        + &row(4, "beslutsdatum: 2025-06-30");
    let value = vantan("", &format!("\n{rows}"));
    assert_eq!(ids(&value, "Avbrott i mer än ett år").unwrap(), ["A-1"]);
    let said = told(&value);
    assert!(
        said.contains("Av besluten hade två väntat i mer än ett år."),
        "{said}"
    );
    assert!(
        said.contains("I ett fall har ett avbrott varat i mer än ett år."),
        "{said}"
    );
    // The interruption is what is waited from, and the note says so.
    assert!(
        said.contains("| A-1 | Särskilt boende | 2025-06-29* | 12 |"),
        "{said}"
    );
    assert!(
        said.contains("* Avbrottets första dag; tiden räknas från den."),
        "{said}"
    );
}

#[test]
fn offers_count_where_they_are_written_down() {
    let no = "{datum: 2026-02-03, svar: nej}, {datum: 2026-03-03, svar: nej}";
    let rows = row(1, &format!("beslutsdatum: 2026-01-10, erbjudanden: [{no}]"))
        + &row(
            2,
            &format!(
                "beslutsdatum: 2026-01-10, erbjudanden: [{no}, {{datum: 2026-04-03, svar: nej}}]"
            ),
        )
        + &row(
            3,
            &format!(
                "beslutsdatum: 2026-01-10, erbjudanden: [{no}, {{datum: 2026-04-03, svar: ja}}]"
            ),
        )
        + &row(4, "beslutsdatum: 2026-01-10")
        + "  - {id: A-5, kön: man, insats: hemtjanst, orsak: personal, beslutsdatum: 2026-01-10}\n";
    let value = vantan("", &format!("\n{rows}"));
    assert_eq!(ids(&value, "Inget erbjudande").unwrap(), ["A-4"]);
    assert_eq!(
        ids(&value, "Tackat nej tre gånger eller fler").unwrap(),
        ["A-2"]
    );
    // Nobody offers home care: nothing is known of it, and that is no zero.
    let said = told(&value);
    assert!(
        said.contains("Biståndshandläggaren | 1 | 0 | .. | .. | 0 | 5"),
        "{said}"
    );
    // Where no offer is written down at all, nothing is said of them.
    let value = vantan("", &format!("\n{}", row(1, "beslutsdatum: 2026-01-10")));
    let said = told(&value);
    assert!(said.contains("Erbjudanden är inte antecknade"), "{said}");
    assert!(ids(&value, "Inget erbjudande").is_none());
}

#[test]
fn those_who_answer_have_their_counts() {
    let rows = row(1, "beslutsdatum: 2026-01-10, avdelning: Norr")
        + &row(2, "beslutsdatum: 2026-01-11")
        + "  - {id: A-3, kön: man, insats: daglig-verksamhet, orsak: matchning-pagar, beslutsdatum: 2026-01-12}\n";
    let own = "ivo: {ansvar: [{lagrum: SoL vårdboende, ansvarig: boendesamordnaren}]}\n";
    let said = told(&vantan(own, &format!("\n{rows}")));
    for line in [
        "Boendesamordnaren | 2 | 0 | .. | .. | 0 | 5",
        "Centralen för sysselsättning | 1 |",
        "Alla | 3 |",
        "Ingen avdelning | 2 |",
        "Norr | 1 |",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    // Without units there is no such table.
    let said = told(&vantan(
        own,
        &format!("\n{}", row(2, "beslutsdatum: 2026-01-11")),
    ));
    assert!(!said.contains("avdelning"), "{said}");
}

#[test]
fn no_day_of_a_protected_person_is_told() {
    let rows = row(
        1,
        "beslutsdatum: 2026-01-10, verkställt: 2026-07-02, skyddad: ja",
    );
    let value = vantan("", &format!("\n{rows}"));
    let said = told(&value);
    assert!(
        said.contains("A-1 | Särskilt boende | skyddat | 5 |"),
        "{said}"
    );
    assert!(
        said.contains("Skyddat betyder att den enskilde har skyddade personuppgifter."),
        "{said}"
    );
    for day in ["2026-01-10", "2026-07-02"] {
        assert!(!value.to_string().contains(day), "{said}");
    }
}

#[test]
fn the_overview_is_swedish_whatever_the_counts() {
    let kinds = [
        "beslutsdatum: 2026-01-10",
        "beslutsdatum: 2024-01-10",
        "beslutsdatum: 2024-01-10, avbrott: 2025-03-01",
        "beslutsdatum: 2026-01-10, erbjudanden: [{datum: 2026-02-03, svar: nej}, {datum: 2026-03-03, svar: nej}, \
         {datum: 2026-04-03, svar: nej}]",
        "beslutsdatum: 2026-03-10, erbjudanden: [{datum: 2026-04-03, svar: väntar}]",
    ];
    for (at, first) in kinds.iter().enumerate() {
        for n in [1, 2, 13] {
            for more in [0, 1, 3] {
                let other = kinds[(at + 1) % kinds.len()];
                let rows: String = (0..n)
                    .map(|id| row(id, first))
                    .chain((0..more).map(|id| row(100 + id, other)))
                    .collect();
                let value = vantan("", &format!("\n{rows}"));
                text(&value["overview"]).lines().for_each(grammatical);
            }
        }
    }
}
