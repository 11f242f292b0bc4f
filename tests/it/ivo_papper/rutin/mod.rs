//! The rutin: told from the rules the program goes by, so that a change of them
//! changes it, and telling nothing of the quarter.

use evb::document::Kind;
use serde_json::Value;

use crate::ivo_papper::papers;
use crate::ivo_papper::text;
use crate::papers::of_sample;

mod apart;
mod terms;

/// A quarter without beslut, with the routine.
const NIL: &str =
    "uppgifter_daterade: 2026-10-10\nbeslut: []\nhandlingar: [{id: r, slag: rutin}]\n";

/// Returns the routine of a nämnd with this in its `namnd.yaml`.
fn rutin(namnd: &str) -> Value {
    rutin_of(namnd, NIL)
}

fn rutin_of(namnd: &str, quarter: &str) -> Value {
    let documents = papers(namnd, &[("2026-Q3", quarter.to_owned())]);
    let mut of_kind = documents.iter().filter(|it| it.kind == Kind::Rutin);
    of_kind.next().unwrap().value.clone()
}

fn headings(value: &Value) -> Vec<String> {
    let sections = value["sections"].as_array().unwrap().iter();
    sections
        .map(|section| section["heading"].as_str().unwrap().replace('\u{a0}', " "))
        .collect()
}

/// Returns a routine as it is read: heading, note, text, tables.
fn told(value: &Value) -> String {
    let mut lines = vec![
        text(&value["frame"]["title"]),
        text(&value["frame"]["subtitle"]),
    ];
    for section in value["sections"].as_array().unwrap() {
        lines.push(String::new());
        for part in ["heading", "note", "blocks", "tables"] {
            lines.push(text(&section[part]));
        }
        lines.retain({
            let mut last = true;
            move |line| {
                let keep = last || !line.is_empty();
                last = !line.is_empty();
                keep
            }
        });
    }
    lines.join("\n")
}

#[track_caller]
fn says(namnd: &str, said: &[&str]) {
    let text = told(&rutin(namnd));
    for said in said {
        assert!(text.contains(said), "«{said}» is not in\n{text}");
    }
}

#[track_caller]
fn is_silent_on(namnd: &str, unsaid: &[&str]) {
    let text = told(&rutin(namnd));
    for unsaid in unsaid {
        assert!(!text.contains(unsaid), "«{unsaid}» is in\n{text}");
    }
}

#[test]
fn the_samples_are_told_as_before() {
    let value = of_sample("exempelkommun", "2026-Q3", "rutin");
    insta::assert_snapshot!("rutin_exempelkommun", told(&value));
    let value = of_sample("exempel-lss", "2023-Q4", "rutin");
    insta::assert_snapshot!("rutin_exempel-lss", told(&value));
}

#[test]
fn the_headings_stand_in_the_order_of_the_published_routine() {
    let value = rutin("");
    // A nämnd that has granted nothing may grant something under either act.
    let subtitle = text(&value["frame"]["subtitle"]);
    assert_eq!(subtitle, "SoL och LSS, gäller från den 10 oktober 2026");
    assert_eq!(
        headings(&value),
        [
            "Syfte",
            "Genomförande",
            "Vilka beslut ska rapporteras till IVO?",
            "När ska rapporteringen göras?",
            "Vad händer efter ett gynnande beslut enligt LSS, 9 § 2–7 och 9 § 8 i egen regi?",
            "Avbrott i verkställigheten",
            "Vad händer efter ett gynnande beslut enligt LSS, 9 § 8 i extern regi och 9 § 9?",
            "Vad händer efter ett gynnande beslut enligt LSS, 9 § 10?",
            "Dokumentation inför rapporteringen",
            "Meddelande till IVO-rapportören",
            "Vad gör IVO-rapportören?",
            "Hur hanteras rapporteringen av särskilt boende och andra insatser enligt SoL?",
        ]
    );
}

#[test]
fn another_ansvar_is_another_routine() {
    let own = "ivo: {ansvar: [{lagrum: 9 § 10, ansvarig: jobbcentrum}, \
               {lagrum: 9 § 4, regi: extern, ansvarig: kontaktpersonsgruppen}]}\n";
    says(
        own,
        &[
            "9 § 10 | Daglig verksamhet | all | jobbcentrum | jobbcentrum | LSS-handläggaren",
            "9 § 4 | Kontaktperson | extern | kontaktpersonsgruppen | utföraren | –",
            "LSS-handläggaren skickar en beställning till jobbcentrum, som lägger in",
            "Jobbcentrum arbetar med att verkställa beslutet",
            "Vad händer efter ett gynnande beslut enligt LSS, 9 § 4 i extern regi?",
            "enligt LSS, 9 § 2–3, 9 § 4 i egen regi, 9 § 5–7 och 9 § 8 i egen regi?",
        ],
    );
    is_silent_on(own, &["centralen för sysselsättning"]);
    // Who decides is told of no need that is known already.
    let own = "ivo: {ansvar: [{lagrum: 9 § 9–10, ansvarig: LSS-handläggaren}]}\n";
    says(
        own,
        &[
            "9 § 9 | Bostad med särskild service, vuxna | all | LSS-handläggaren | LSS-handläggaren | –",
        ],
    );
    let own = "ivo: {ansvar: [{lagrum: 12 kap. 1 §, ansvarig: ekonomienheten}]}\n";
    says(
        own,
        &[
            "12 kap. 1 § | Insatser enligt lagrummet | all | ekonomienheten",
            "Insatser enligt 12 kap. 1 §: ekonomienheten följer upp beslutet",
        ],
    );
}

#[test]
fn another_clock_is_another_routine() {
    says(
        "klocka: lag\n",
        &[
            "Nyrapportering: beslutet väntar fortfarande när tre månader har gått.",
            "Ett beslut från den 30 juni 2026 ska alltså rapporteras från den 1 oktober 2026.",
        ],
    );
    says(
        "klocka: föregående-kvartal\n",
        &[
            "beslutet fattades senast den sista dagen i ett kvartal och väntar fortfarande den sista dagen i nästa",
            "Ett beslut från den 30 juni 2026 ska alltså rapporteras från den 30 september 2026.",
        ],
    );
}

#[test]
fn windows_days_off_and_names_are_the_namnds_own() {
    says(
        "fönster: {2026-Q4: {från: 2027-02-01, till: 2027-02-26}}\nivo: {rapportör: stabens utredare, \
         funktionsbrevlåda: IVO-rapportör VO, titel_sol: SoL ÄO, arbetsfria: [2026-10-30, 2027-05-07], \
         arbetsdagar: [2026-12-24]}\n",
        &[
            "i februari, april, juli–augusti och oktober.",
            "Kvartal 4 2026 | 2026-12-31 | den 1–26 februari 2027",
            "IVO-rapportör är stabens utredare.",
            "till funktionsbrevlådan «IVO-rapportör VO» av den som är ansvarig",
            "I titeln står «SoL ÄO» i stället för lagrummet.",
            "Dessutom är den 30 oktober 2026 och den 7 maj 2027 arbetsfria.",
            "Den 24 december 2026 är däremot en arbetsdag.",
        ],
    );
    // What is past is left out.
    is_silent_on("ivo: {arbetsfria: [2025-06-05]}\n", &["Dessutom"]);
}

#[test]
fn only_the_acts_of_the_namnd_are_told() {
    let of = |lag: &str| {
        let quarter = NIL.replace("slag: rutin", &format!("slag: rutin, lag: [{lag}]"));
        told(&rutin_of("", &quarter))
    };
    let lss = of("LSS");
    for unsaid in ["SoL", "särskilt boende", "biståndshandläggaren"] {
        assert!(!lss.contains(unsaid), "{unsaid}: {lss}");
    }
    let sol = of("SoL");
    for unsaid in [
        "LSS",
        "9 §",
        "9§",
        "örhandsbesked",
        "boendeteamet",
        "korttidsenhet",
        "regionens",
        "behov av",
    ] {
        assert!(!sol.contains(unsaid), "{unsaid}: {sol}");
    }
    assert!(
        sol.contains("Vad händer efter ett gynnande beslut enligt SoL om särskilt boende?"),
        "{sol}"
    );
    assert!(
        sol.contains("IVO – Nyrapportering 2026-07-11, SoL"),
        "{sol}"
    );
    // Nothing said: the acts the nämnd has granted something under.
    let row = "uppgifter_daterade: 2026-07-10\nbeslut: [{kön: man, insats: hemtjanst, beslutsdatum: 2026-02-03, \
               orsak: personal}]\n";
    let documents = papers(
        "",
        &[("2026-Q2", row.to_owned()), ("2026-Q3", NIL.to_owned())],
    );
    assert_eq!(told(&documents[0].value), sol);
}

#[test]
fn the_law_is_that_of_the_documents_day() {
    let of = |day: &str| {
        let quarter = NIL.replace("slag: rutin", &format!("slag: rutin, datum: {day}"));
        rutin_of("", &quarter)["sections"][0]["note"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        of("2025-06-30"),
        "Bestämmelserna finns i 16 kap. 6 f–g §§ SoL (2001:453) och 28 f–g §§ LSS (1993:387)."
    );
    assert_eq!(
        of("2025-07-01"),
        "Bestämmelserna finns i 34 kap. 1–2 §§ SoL (2025:400) och 28 f–g §§ LSS (1993:387)."
    );
}

#[test]
fn the_namnds_form_may_name_it() {
    let form = "instanser: {nämnd: {namn: Provnämnden, mottagare: [{namn: Kommunens revisorer, roll: revisorer}, \
                {namn: Kommunfullmäktige, roll: kf}], handlingar: {rutin: {titel: Rutin för stöd och omsorg}}}}\n";
    assert_eq!(rutin(form)["frame"]["title"], "Rutin för stöd och omsorg");
    assert_eq!(
        rutin("")["frame"]["title"],
        "Rapportering av ej verkställda beslut"
    );
}

#[test]
fn the_titles_are_the_five_and_the_days_are_the_calendars() {
    let value = rutin("");
    let text = told(&value);
    for said in [
        // A Saturday, and a Sunday.
        "Tre månader har gått | dagen i titeln | 2026-07-11 | 2026-10-11",
        "Sammanfattning | senast den sista arbetsdagen före | 2026-07-10 | 2026-10-09",
        "Meddelande till IVO-rapportören | den första arbetsdagen | 2026-07-13 | 2026-10-12",
        "Nyrapportering | IVO – Nyrapportering 2026-07-11, Förhandsbesked, 9§10",
        "Nyrapportering avbrott | IVO – Nyrapportering avbrott 2026-07-11, 9§10",
        "Återrapportering | IVO – Återrapportering 2026-10-11, 9§10",
        "Slutrapportering, verkställt | IVO – Slutrapportering, verkställt 2026-09-10, 9§10",
        "Slutrapportering, avslutat | IVO – Slutrapportering, avslutat 2026-09-10, 9§10",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}
