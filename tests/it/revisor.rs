//! The revisorsrapport: every beslut in a list, marked as secret, with nothing in
//! it that says who somebody is.

use evb::model::profile::Profile;
use serde_json::Value;

use crate::papers::composed;
use crate::papers::of_sample;
use crate::papers::one;
use crate::papers::told;

const NAMND: &str = "format: 1\nkommun: Provköping\nnämnd: Provnämnden\n";

/// Returns the revisorsrapport of a quarter, and all that was found.
fn revisor(day: &str, quarters: &[(&'static str, &str)]) -> Value {
    let mut files = vec![("namnd.yaml", NAMND.to_owned())];
    files.extend(quarters.iter().map(|(name, text)| {
        let quarter = name.trim_end_matches(".yaml");
        let text = format!(
            "format: 1\nkvartal: {quarter}\nuppgifter_daterade: {day}\n{text}\
             handlingar: [{{id: r, slag: revisorsrapport, datum: {day}}}]\n"
        );
        (*name, text)
    }));
    let (documents, found) = composed(&files);
    assert_eq!(documents.len(), quarters.len(), "{found}");
    let last = quarters.last().unwrap().0.trim_end_matches(".yaml");
    one(&documents, last, "r")
}

#[test]
fn the_sample_is_told_as_before() {
    for quarter in ["2025-Q4", "2026-Q3"] {
        let value = of_sample("exempelkommun", quarter, "revisorsrapport");
        insta::assert_snapshot!(format!("revisor_{quarter}"), told(&value));
    }
}

#[test]
fn it_says_that_it_is_secret_when_and_by_whom() {
    let value = revisor("2025-06-30", &[("2025-Q2.yaml", "beslut: []\n")]);
    assert_eq!(
        value["secrecy"]["title"],
        "Sekretess enligt 26 kap. 1 § OSL"
    );
    let note = told(&value["secrecy"]);
    assert!(
        note.contains(
            "Anteckning enligt 5 kap. 5 § offentlighets- och sekretesslagen (2009:400) (OSL) gjord den \
             30 juni 2025 av Provnämnden i Provköping."
        ),
        "{note}"
    );
    // Before the act there was another one, which is not cited.
    let value = revisor("2009-04-08", &[("2009-Q1.yaml", "beslut: []\n")]);
    assert_eq!(value["secrecy"]["title"], "Sekretess");
}

#[test]
fn the_duty_is_cited_by_the_day_of_the_document() {
    let note = |day| {
        let quarter = [("2025-Q2.yaml", "beslut: []\n")];
        revisor(day, &quarter)["law"]["note"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        note("2025-06-30"),
        "Bestämmelserna finns i 16 kap. 6 f–g §§ SoL (2001:453) och 28 f–g §§ LSS (1993:387)."
    );
    assert_eq!(
        note("2025-07-01"),
        "Bestämmelserna finns i 34 kap. 1–2 §§ SoL (2025:400) och 28 f–g §§ LSS (1993:387)."
    );
}

#[test]
fn each_beslut_is_cited_by_its_own_day() {
    let value = revisor(
        "2025-10-10",
        &[(
            "2025-Q3.yaml",
            "beslut:\n  \
             - {nr: 1, kön: man, insats: hemtjanst, beslutsdatum: 2025-06-20, orsak: personal}\n  \
             - {nr: 2, kön: man, insats: hemtjanst, beslutsdatum: 2025-05-20, avbrott: 2025-06-20, orsak: personal}\n",
        )],
    );
    let text = told(&value);
    assert!(
        text.contains("1 | Hemtjänst | 4 kap. 1 § SoL | 2025-06-20"),
        "{text}"
    );
}

#[test]
fn a_quarter_without_beslut_has_no_list() {
    let value = revisor("2025-07-10", &[("2025-Q2.yaml", "beslut: []\n")]);
    assert!(value["list"].is_null() && value["changed"].is_null());
    let text = told(&value);
    assert!(
        text.contains("rapporterades inga beslut enligt SoL"),
        "{text}"
    );
    assert!(
        text.contains("rapporterades inga beslut enligt LSS"),
        "{text}"
    );
}

#[test]
fn nothing_in_it_says_who_somebody_is() {
    let quarter = "beslut:\n  \
         - {nr: 4, id: A-0815, kön: flicka, insats: ledsagarservice, beslutsdatum: 2024-11-04, \
         skyddad: ja, delvis: {från: 2024-12-05, omfattning: varannan helg}, orsak: personal}\n  \
         - {nr: 5, id: A-0816, kön: man, insats: ledsagarservice, beslutsdatum: 2024-11-05, orsak: personal, \
         anteckning: Ringer i mars}\n  \
         - {nr: 6, id: A-0817, kön: kvinna, insats: ledsagarservice, beslutsdatum: 2024-11-06, skyddad: ja, \
         verkställt: 2025-04-07}\n";
    let value = revisor("2025-07-10", &[("2025-Q2.yaml", quarter)]);
    let text = told(&value);
    for secret in [
        "A-08",
        "Ringer",
        "flicka",
        "Flicka",
        "2024-11-04",
        "2024-12-05",
        "varannan",
        "2024-11-06",
        "2025-04-07",
    ] {
        assert!(!value.to_string().contains(secret), "{secret}: {text}");
    }
    for line in [
        "4 | Ledsagarservice | LSS | skyddat |  | Personal eller uppdragstagare saknas | ja",
        "5 | Ledsagarservice | 9 § 3 LSS | 2024-11-05",
        "6 | Ledsagarservice | LSS | skyddat |  |  |  | skyddat",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn changes_are_told_where_beslut_can_be_followed() {
    let rows = |second: &str, third: &str| {
        format!(
            "beslut:\n  \
             - {{nr: 1, id: A-1, kön: man, insats: hemtjanst, beslutsdatum: 2024-08-01, {second}}}\n  \
             - {{nr: 2, {third}kön: man, insats: hemtjanst, beslutsdatum: 2024-08-01, orsak: personal}}\n"
        )
    };
    let told_of = |now: &str| {
        let before = rows("orsak: personal", "id: A-2, ");
        let quarters = [("2025-Q1.yaml", before.as_str()), ("2025-Q2.yaml", now)];
        told(&revisor("2025-07-10", &quarters)["changed"])
    };
    let same = told_of(&rows("orsak: personal", "id: A-2, "));
    assert_eq!(same, "Inget har ändrats sedan kvartal 1.");
    let other = told_of(&rows("orsak: tackat-nej", "id: A-2, "));
    assert!(other.contains("Ändrat skäl: nr 1, från «"), "{other}");
    let ended = told_of(&rows("verkställt: 2025-05-06", "id: A-2, "));
    assert!(ended.contains("– Verkställda: nr 1."), "{ended}");
    let third = "  - {nr: 3, id: A-3, kön: man, insats: hemtjanst, beslutsdatum: 2025-02-01, \
                 orsak: personal}\n";
    let new = told_of(&(rows("orsak: personal", "id: A-2, ") + third));
    assert!(new.contains("– Nya sedan kvartal 1: nr 3."), "{new}");
    let lost = told_of(&rows("avslutat: 2025-05-06", ""));
    assert!(lost.contains("går inte att följa från kvartal 1"), "{lost}");
    assert!(
        lost.contains("– Avslutade utan att ha verkställts: nr 1."),
        "{lost}"
    );
}

#[test]
fn it_is_for_the_revisorer_and_lies_inside() {
    let files = [
        ("namnd.yaml", NAMND.to_owned()),
        (
            "2025-Q2.yaml",
            "format: 1\nkvartal: 2025-Q2\nuppgifter_daterade: 2025-07-10\nbeslut: []\n\
             handlingar: [{id: r, slag: revisorsrapport}]\n"
                .to_owned(),
        ),
    ];
    let (documents, _) = composed(&files);
    assert_eq!(documents[0].envelope.profile, Profile::Revisor);
    assert!(documents[0].envelope.path().ends_with("intern/r"));
}
