//! Insatser, reasons and the law, in the case system's words.

use super::csv;
use super::read_with;
use super::rows;
use super::told;

/// Returns the insats and perhaps the act of one row each.
fn insatser(header: &str, cells: &[&str], mapping: &str) -> (Vec<String>, Vec<String>) {
    let lines = cells
        .iter()
        .map(|cells| format!("B-1;flicka;2023-06-16;{cells}\n"));
    let text = format!(
        "Beslutsnummer;Kön;Beslutsdatum;{header}\n{}",
        lines.collect::<String>()
    );
    let read = read_with("a.csv", text.as_bytes(), mapping);
    let words = rows(&read).into_iter().map(|row| {
        let after = row.split("insats: ").nth(1).unwrap();
        after.split(", beslutsdatum").next().unwrap().to_owned()
    });
    (words.collect(), told(&read))
}

#[test]
fn an_insats_is_known_by_any_name() {
    let (words, told) = insatser(
        "Insatstyp",
        &[
            "Ledsagarservice",
            "HEMTJÄNST",
            "hemtjanst",
            "BmSS",
            "Kontaktperson LSS",
            "Kontaktperson enl. SoL",
            "LSS 9 § 10 Daglig verksamhet",
            "LSS 9 § 5",
        ],
        "",
    );
    assert_eq!(
        words,
        [
            "ledsagarservice",
            "hemtjanst",
            "hemtjanst",
            "bostad-vuxna",
            "kontaktperson, lag: LSS",
            "kontaktperson, lag: SoL",
            "daglig-verksamhet",
            "avlosarservice",
        ]
    );
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn the_law_of_the_row_tells_insatser_of_one_name_apart() {
    let (words, told) = insatser(
        "Insats;Lag;Lagrum",
        &[
            "Kontaktperson;LSS;",
            "Kontaktperson;;4 kap. 1 § SoL",
            "SÄBO;SoL;",
            "SÄBO;Lagen om stöd och service;",
            ";;LSS 9 § 3",
            ";LSS;9 § 3 LSS",
            "Hemtjänst;;9 § 3 LSS",
            "Kontaktperson;;",
            "SÄBO;;",
            ";SoL;4 kap. 1 §",
            "Hemtjänst;LVU;",
            "Ledsagarn;;",
            "Xyzzy;;",
        ],
        "",
    );
    assert_eq!(
        words,
        [
            "kontaktperson, lag: LSS",
            "kontaktperson, lag: SoL",
            "sarskilt-boende",
            "bostad-vuxna",
            "ledsagarservice",
            "ledsagarservice",
        ]
    );
    assert_eq!(
        told,
        [
            "D8: fel[insats-i-annan-lag]: «Hemtjänst» är ingen insats enligt LSS",
            "D9: fel[tvetydig-insats]: insatsen «Kontaktperson» finns i både SoL och LSS",
            "D10: fel[tvetydig-insats]: «SÄBO» kan vara bostad-vuxna eller sarskilt-boende",
            "D11: fel[okand-insats]: raden har ingen insats",
            "E12: fel[import-varde]: lag kan inte vara «LVU»",
            "D13: fel[okand-insats]: okänd insats «Ledsagarn»",
            "D14: fel[okand-insats]: okänd insats «Xyzzy»",
        ]
    );
}

#[test]
fn words_of_the_case_system_are_read_by_import_yaml() {
    let mapping = "insatser: {Ledsagning LSS: ledsagarservice, KP: kontaktperson}\n\
                   orsaker: {Bostadsbrist: ledig-bostad}\n";
    let (words, told) = insatser(
        "Insats;Lag",
        &["ledsagning  lss;", "KP;SoL", "KP;"],
        mapping,
    );
    assert_eq!(words, ["ledsagarservice", "kontaktperson, lag: SoL"]);
    assert_eq!(
        told,
        ["D4: fel[tvetydig-insats]: insatsen «KP» finns i både SoL och LSS"]
    );
    let text = "Beslutsnummer;Kön;Beslutsdatum;Insats;Orsak;Avslutsorsak;Avslutat\n\
        B-1;flicka;2023-06-16;BmSS;bostadsbrist;;\n\
        B-2;flicka;2023-06-16;BmSS;Bostadsbris;behovet upphört;2023-11-01\n\
        B-3;flicka;2023-06-16;BmSS;;behoven upphört;2023-11-01\n";
    let read = read_with("a.csv", text.as_bytes(), mapping);
    assert_eq!(
        rows(&read),
        [
            "nummer B-1: kön: flicka, insats: bostad-vuxna, beslutsdatum: 2023-06-16, orsak: \
          ledig-bostad"
        ]
    );
    assert_eq!(
        super::told(&read),
        [
            "E3: fel[okand-orsak]: okänd orsak «Bostadsbris»",
            "F4: fel[okant-avslutsskal]: okänt avslutsskäl «behoven upphört»",
        ]
    );
}

#[test]
fn the_help_says_what_to_write() {
    let read = csv("Beslutsnummer;Kön;Beslutsdatum;Insats\n\
        B-1;flicka;2023-06-16;Ledsagarservis\n\
        B-2;flicka;2023-06-16;Xyzzy: 1\n");
    let helps: Vec<_> = read
        .findings
        .iter()
        .map(|finding| finding.help.as_str())
        .collect();
    assert_eq!(
        helps,
        [
            "menade du «ledsagarservice»? skriv i så fall «insatser: {Ledsagarservis: \
             ledsagarservice}» i import.yaml",
            "skriv i import.yaml vad det betyder: «insatser: {\"Xyzzy: 1\": …}»; listan finns i \
             data/README.md",
        ]
    );
}

#[test]
fn import_yaml_itself_is_checked() {
    let files: [(&str, &[u8]); 2] = [
        ("namnd.yaml", super::NAMND.as_bytes()),
        (
            "import.yaml",
            "format: 1\nkolumner: {beslutdatum: Dag}\nrubrikrad: tre\ninsatser: {A: hemtjnst, B: \
             kontaktperson, C: SÄBO}\norsaker: {D: personalbris}\navslutsskäl: {E: flyt}\n"
                .as_bytes(),
        ),
    ];
    let folder = evb::load::in_memory("prov", &files);
    let catalogue = evb::load::catalogue::built_in();
    let checked = evb::validate::folder(&folder, &catalogue);
    let all = folder.findings.iter().chain(&checked.findings);
    let told: Vec<_> = all
        .map(|finding| format!("{}: {}", finding.rule.slug, finding.message))
        .collect();
    assert_eq!(
        told,
        [
            "okant-ord: «beslutdatum» kan inte stå i «kolumner»",
            "fel-typ: «tre» är inget heltal",
            "okand-insats: okänd insats «hemtjnst»",
            "tvetydig-insats: «SÄBO» kan vara bostad-vuxna (LSS) eller sarskilt-boende (SoL)",
            "okand-orsak: okänd orsak «personalbris»",
            "okant-avslutsskal: okänt avslutsskäl «flyt»",
        ]
    );
}
