//! The clean sample `exempelkommun`, spoiled in one place at a time: each time
//! exactly the rule that is about it is broken, and no other.

use std::path::Path;

/// What is done to a line.
enum Row {
    /// It is taken out.
    Gone,
    /// Another comes after it.
    Followed(&'static str),
    /// Some of its words are others.
    Said(&'static str, &'static str),
}

/// The file, what its line is known by, what is done to the line, and the rule.
type Mutation = (&'static str, &'static str, Row, &'static str);

#[rustfmt::skip]
const MUTATIONS: [Mutation; 40] = [
    ("2026-Q3.yaml", "id: A-0402", Row::Said("beslutsdatum: 2026-04-21,", "beslutsdatum: 2026-04-21, avbrott: 2026-04-14,"), "avbrott-fore-beslut"),
    ("2025-Q4.yaml", "id: A-0118", Row::Said("verkställt: 2025-12-08", "verkställt: 2025-11-24"), "aldrig-tre-manader"),
    ("2025-Q4.yaml", "id: A-0140", Row::Said("verkställt: 2025-11-19", "verkställt: 2025-09-19"), "handelse-fore-kvartalet"),
    ("2026-Q3.yaml", "id: A-0404", Row::Said("beslutsdatum: 2026-06-29", "beslutsdatum: 2026-06-30"), "annu-inte-tre-manader"),
    ("2026-Q3.yaml", "id: A-0426", Row::Said("beslutsdatum: 2024-10-08, ", ""), "beslutsdatum-saknas"),
    ("2026-Q3.yaml", "id: A-0401", Row::Said("orsak: ledig-bostad, ", ""), "orsak-saknas"),
    ("2026-Q3.yaml", "id: A-0407", Row::Said("orsak: ingen-ledig-plats", "orsak: ledig-bostad"), "osannolik-orsak"),
    ("2026-Q3.yaml", "id: A-0402", Row::Said("insats: sarskilt-boende,", "insats: sarskilt-boende, lag: LSS,"), "insats-i-annan-lag"),
    ("namnd.yaml", "id: digital-tillsyn", Row::Said("lagrum: {SoL: 11 kap. 1 §}", "lagrum: {SoL: 9 § 3}"), "lagrum-passar-inte"),
    ("2026-Q3.yaml", "id: A-0422", Row::Said("orsak: matchning-pagar,", "orsak: matchning-pagar, förhandsbesked: ja,"), "forhandsbesked-i-annan-lag"),
    ("2026-Q3.yaml", "id: A-0205", Row::Said(", omfattning: halva den beviljade tiden", ""), "saknad-nyckel"),
    ("2026-Q3.yaml", "id: A-0158", Row::Said("svar: ja}]}", "svar: ja}], rapporterat: [2026-10-15]}"), "dom-rapporterad"),
    ("2026-Q3.yaml", "id: A-0402", Row::Said("id: A-0402", "id: A-0401"), "dubbelt-id"),
    ("2026-Q1.yaml", "    delvis: {avser", Row::Said("antal: 3", "antal: 2"), "angivet-mot-rader"),
    ("2026-Q3.yaml", "{minst: 4", Row::Said("minst: 4", "minst: 9"), "minst-och-hogst"),
    ("2026-Q3.yaml", "  ledsagning:", Row::Said("kvinnor: 20", "kvinnor: 0"), "namnare-under-antalet"),
    ("namnd.yaml", "roll: revisorer}", Row::Gone, "mottagare-saknas"),
    ("2026-Q3.yaml", "id: A-0302", Row::Gone, "forsvunnet-beslut"),
    ("2026-Q3.yaml", "id: A-0158", Row::Followed("  - {nr: 48, id: A-0101, kön: kvinna, insats: sarskilt-boende, avdelning: Äldreomsorg, beslutsdatum: 2025-02-11, orsak: star-i-ko, rapporterat: [2026-10-13]}"), "aterkommet-beslut"),
    ("2026-Q3.yaml", "id: A-0302", Row::Said("kön: kvinna,", "kön: man,   "), "andrad-uppgift"),
    ("2026-Q3.yaml", "id: A-0302", Row::Said("insats: sarskilt-boende", "insats: profilboende"), "andrad-uppgift"),
    ("2026-Q3.yaml", "id: A-0302", Row::Said("beslutsdatum: 2026-02-10", "beslutsdatum: 2026-02-12"), "andrad-uppgift"),
    ("2026-Q3.yaml", "id: A-0401", Row::Said("beslutsdatum: 2026-03-30", "beslutsdatum: 2026-03-27"), "missad-rapport"),
    ("2026-Q2.yaml", "id: A-0302", Row::Said("orsak: ledig-bostad,", "verkställt: 2026-07-06, orsak: ledig-bostad,"), "rapporterat-efter-slut"),
    ("2026-Q2.yaml", "id: A-0326", Row::Said("borde_rapporterats: 2026-Q1", "borde_rapporterats: 2025-Q4"), "fel-borde-rapporterats"),
    ("2025-Q4.yaml", "id: A-0136", Row::Said("avslutat: 2025-11-30", "avslutat: 2025-11-27"), "fornyat-stammer-inte"),
    ("2026-Q3.yaml", "Vid egenkontrollen har inga", Row::Said("Vid egenkontrollen", "Totalt kvarstår 45 beslut. Vid egenkontrollen"), "siffra-mot-rader"),
    ("2026-Q3.yaml", "id: A-0203", Row::Said("Inflyttad i oktober, därför kvar i kvartalet", "Se 19121212-1212"), "personuppgift"),
    ("2026-Q3.yaml", "namn: Utförare F", Row::Said("\"Klar redovisning.\"", "\"Klar redovisning från kontakt@example.se.\""), "personuppgift"),
    ("2026-Q3.yaml", "semestern. Den som inte har svarat", Row::Said("De flesta utförare svarade i tid trots semestern.", "En familj har klagat på väntan."), "text-om-enskild"),
    ("2026-Q3.yaml", "I {orsak-ledig-bostad:siffra} fall", Row::Said("{orsak-ledig-bostad:siffra}", "11"), "siffra-i-text"),
    ("2026-Q3.yaml", "{ledsagarservice.kvarstår}", Row::Said("{ledsagarservice.kvarstår} fall väntar den enskilde ännu på hela eller delar", "{ledsagarservice.kvarstår} fall väntar den enskilde. I två saknas ledsagare, i två passar tiderna inte. Det gäller hela eller delar"), "text-redovisar-farre"),
    ("2026-Q3.yaml", "starta insatser som hade väntat länge", Row::Said("hade väntat länge", "hade väntat länge, ibland efter en vräkning"), "text-om-enskild"),
    ("2026-Q3.yaml", "id: A-0425", Row::Said("nybyggnationen blir klar", "nybyggnationen på Storgatan 12 blir klar"), "gatuadress"),
    ("2026-Q3.yaml", "kontaktas på nytt, och", Row::Said("Den som inte har svarat kontaktas på nytt", "Frågor besvaras på 070-174 06 05. Utföraren kontaktas på nytt"), "personuppgift"),
    ("2026-Q3.yaml", "id: A-0402", Row::Said("id: A-0402", "id: 20080415-TF12"), "personuppgift"),
    ("2026-Q2.yaml", "id: A-0326", Row::Said("borde_rapporterats: 2026-Q1, ", ""), "missad-rapport"),
    ("2026-Q3.yaml", "id: A-0401", Row::Said("rapporterat: [2026-10-13]", "rapporterat: [2026-06-15]"), "rapporterat-i-fel-tid"),
    ("2026-Q3.yaml", "nr: 9,", Row::Said("nr: 9, ", "nr: 8, "), "dubbelt-lopnummer"),
    ("2026-Q3.yaml", "id: A-0403", Row::Said("verkställt: 2026-09-21", "verkställt: 2026-10-02"), "orsak-saknas"),
];

fn sample() -> std::path::PathBuf {
    crate::facts::root().join("data/exempelkommun")
}

/// Returns the rules that a copy of the sample breaks.
fn broken(folder: &Path) -> Vec<&'static str> {
    let found = crate::hostile::check(folder).findings;
    found
        .iter()
        .map(|placed| placed.finding.rule.slug)
        .collect()
}

/// Returns a file of the sample with one line changed.
fn spoiled(text: &str, line: &str, row: &Row) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = lines.iter().position(|known| known.contains(line));
    let at = at.unwrap_or_else(|| panic!("no line has «{line}»"));
    match row {
        Row::Gone => drop(lines.remove(at)),
        Row::Followed(new) => lines.insert(at + 1, (*new).to_owned()),
        Row::Said(old, new) => {
            assert!(lines[at].contains(old), "«{line}» has no «{old}»");
            lines[at] = lines[at].replacen(old, new, 1);
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_clean_sample_breaks_no_rule() {
    assert!(broken(&sample()).is_empty());
}

#[test]
fn every_fault_breaks_its_own_rule_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("exempelkommun");
    std::fs::create_dir(&copy).unwrap();
    let mut wrong = vec![];
    for (file, line, row, rule) in &MUTATIONS {
        for entry in std::fs::read_dir(sample()).unwrap() {
            let from = entry.unwrap().path();
            std::fs::copy(&from, copy.join(from.file_name().unwrap())).unwrap();
        }
        let text = std::fs::read_to_string(copy.join(file)).unwrap();
        std::fs::write(copy.join(file), spoiled(&text, line, row)).unwrap();
        let found = broken(&copy);
        if found != [*rule] {
            wrong.push(format!(
                "{file}, «{line}»: {rule} expected, {found:?} found"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
