//! The nämnd's own levels: what `regler` may change, and for which quarter.

use std::path::Path;

use evb::finding::Level;

/// A row that was executed before the quarter, a warning, and one without a
/// date, an error.
const ROWS: &str = "uppgifter_daterade: 2024-01-10
beslut:
  - {nr: 1, kön: man, insats: hemtjänst, beslutsdatum: 2022-01-01, verkställt: 2023-01-01}
  - {nr: 2, kön: man, insats: hemtjänst}
";

/// Returns the rules of a quarter file with their levels, in order.
fn told(folder: &Path, quarter: &str) -> Vec<(&'static str, Level)> {
    let outcome = crate::hostile::check(folder);
    outcome
        .findings
        .iter()
        .map(|placed| &placed.finding)
        .filter(|finding| finding.file.contains(quarter))
        .map(|finding| (finding.rule.slug, finding.level))
        .collect()
}

#[track_caller]
fn case(rules: &str, quarter: &str, expected: &[(&str, Level)]) {
    let folder = tempfile::tempdir().unwrap();
    let namnd = folder.path().join("prov");
    std::fs::create_dir(&namnd).unwrap();
    let text = format!("format: 1\nkommun: Provköping\nnämnd: Provnämnden\nregler: {rules}\n");
    std::fs::write(namnd.join("namnd.yaml"), text).unwrap();
    for quarter in ["2023-Q3", "2023-Q4"] {
        let text = format!("format: 1\nkvartal: {quarter}\n{ROWS}");
        std::fs::write(namnd.join(format!("{quarter}.yaml")), text).unwrap();
    }
    assert_eq!(told(&namnd, quarter), expected);
}

const BEFORE: &str = "handelse-fore-kvartalet";
const UNDATED: (&str, Level) = ("datum-saknas", Level::Error);

#[test]
fn a_warning_may_be_raised_or_turned_off() {
    let raise = "{handelse-fore-kvartalet: fel}";
    case(raise, "2023-Q4", &[(BEFORE, Level::Error), UNDATED]);
    case("{handelse-fore-kvartalet: av}", "2023-Q4", &[UNDATED]);
}

#[test]
fn what_the_figures_rest_on_stays_an_error() {
    for lower in ["{datum-saknas: av}", "{datum-saknas: varning}"] {
        case(lower, "2023-Q4", &[(BEFORE, Level::Warning), UNDATED]);
        case(lower, "namnd.yaml", &[("fast-regel", Level::Error)]);
    }
    case("{datum-saknas: fel}", "namnd.yaml", &[]);
}

#[test]
fn a_level_holds_for_the_quarters_of_its_time() {
    let dated = "[{värde: {handelse-fore-kvartalet: av}}, {från: 2023-10-01, värde: {}}]";
    case(dated, "2023-Q3", &[UNDATED]);
    case(dated, "2023-Q4", &[(BEFORE, Level::Warning), UNDATED]);
}

#[test]
fn a_hit_that_somebody_has_looked_at_is_released() {
    let folder = tempfile::tempdir().unwrap();
    let namnd = folder.path().join("prov");
    std::fs::create_dir(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), "format: 1\nkommun: K\nnämnd: N\n").unwrap();
    let text = "format: 1\nkvartal: 2023-Q4\nbeslut: []\n\
                texter: {analys: \"Huset på Storgatan 12 är fullt.\"}\n";
    let rules = |text: &str| {
        std::fs::write(namnd.join("2023-Q4.yaml"), text).unwrap();
        let found = crate::hostile::check(&namnd).findings;
        found
            .iter()
            .map(|placed| placed.finding.rule.slug)
            .collect::<Vec<_>>()
    };
    assert_eq!(rules(text), ["gatuadress"]);
    let release = "granskad: [{regel: gatuadress, ställe: texter.analys, titel: Enhetschef, \
                   datum: 2024-01-12, skäl: En verksamhets adress}]\n";
    assert!(rules(&format!("{text}{release}")).is_empty());
}

/// Without a row that could not be read the figures are other ones, and what
/// was released is not told for a while.
#[test]
fn a_release_is_not_in_vain_while_the_file_has_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let namnd = folder.path().join("prov");
    std::fs::create_dir(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), "format: 1\nkommun: K\nnämnd: N\n").unwrap();
    let rules = |row: &str, text: &str| {
        let text = format!(
            "format: 1\nkvartal: 2023-Q4\nbeslut:\n  - {{kön: man, insats: hemtjanst, {row}}}\n\
             texter: {{analys: \"{text}\"}}\n\
             granskad: [{{regel: siffra-mot-rader, ställe: texter.analys, titel: Enhetschef, \
             datum: 2024-01-12, skäl: Prövad}}]\n"
        );
        std::fs::write(namnd.join("2023-Q4.yaml"), text).unwrap();
        told(&namnd, "2023-Q4")
    };
    let (sound, undated) = (
        "beslutsdatum: 2023-05-01, orsak: personal",
        "orsak: annat-skal",
    );
    let (wrong, changed) = ("Totalt kvarstår nio beslut.", "Flera beslut kvarstår.");
    assert_eq!(rules(sound, wrong), []);
    let vain = ("granskad-utan-verkan", Level::Warning);
    assert_eq!(rules(sound, changed), [vain]);
    assert_eq!(rules(undated, wrong), [UNDATED]);
}

#[test]
fn a_number_that_only_shows_in_print_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let namnd = folder.path().join("prov");
    std::fs::create_dir(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), "format: 1\nkommun: K\nnämnd: N\n").unwrap();
    let rules = |text: &str| {
        let head = "format: 1\nkvartal: 2023-Q4\nbeslut: []\ntexter:\n  analys: |\n";
        std::fs::write(namnd.join("2023-Q4.yaml"), format!("{head}    {text}\n")).unwrap();
        let found = crate::hostile::check(&namnd).findings;
        let rules = found.iter().map(|placed| placed.finding.rule.slug);
        rules.collect::<Vec<_>>()
    };
    assert_eq!(rules("Se 19900101-2384."), ["personuppgift"]);
    assert_eq!(rules("Se 199*001*01-2384."), ["personuppgift"]);
    assert_eq!(rules("- Se 19900101\\-**2384**."), ["personuppgift"]);
    assert_eq!(rules("Se &#49;9900101-2384."), ["for-mycket-markdown"]);
    assert!(rules("Se *19* av 2384.").is_empty());
}

#[test]
fn no_form_of_output_shows_what_was_found() {
    let fixture = crate::facts::root().join("tests/invalid/personuppgift--id.yaml");
    let text = std::fs::read_to_string(fixture).unwrap();
    let number = text.split('"').nth(1).unwrap().to_owned();
    let folder = tempfile::tempdir().unwrap();
    let namnd = folder.path().join("prov");
    std::fs::create_dir(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), "format: 1\nkommun: K\nnämnd: N\n").unwrap();
    std::fs::write(namnd.join("2023-Q4.yaml"), text).unwrap();
    let found = crate::hostile::check(&namnd).findings;
    assert!(found.len() > 1);
    use evb::finding::draw;
    for said in [
        draw::human(&found, false),
        draw::short(&found),
        draw::as_json(&found),
    ] {
        assert!(
            !said.contains(&number) && !said.contains("900101"),
            "{said}"
        );
    }
}
