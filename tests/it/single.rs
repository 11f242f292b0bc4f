//! Texts about a single case: under which number cases are few, and for whom it
//! is a fault.

use evb::finding::Level;

/// Returns the levels of what is told of a text, for a nämnd with these keys
/// and a quarter with these.
fn told(namnd: &str, quarter: &str) -> Vec<Level> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prov");
    std::fs::create_dir(&path).unwrap();
    let namnd = format!("format: 1\nkommun: Provköping\nnämnd: Provnämnden\n{namnd}\n");
    std::fs::write(path.join("namnd.yaml"), namnd).unwrap();
    let quarter = format!(
        "format: 1\nkvartal: 2023-Q4\nuppgifter_daterade: 2024-01-10\nbeslut: []\n\
         texter: {{analys: \"I fyra fall dröjer besked.\"}}\n{quarter}\n"
    );
    std::fs::write(path.join("2023-Q4.yaml"), quarter).unwrap();
    crate::hostile::check(&path)
        .findings
        .iter()
        .filter(|placed| placed.finding.rule.slug == "text-om-enskild")
        .map(|placed| placed.finding.level)
        .collect()
}

const REPORT: &str = "handlingar: [{id: rapport, slag: rapport}]";

#[test]
fn cases_under_the_threshold_of_the_quarter_are_few() {
    assert_eq!(told("", ""), [Level::Warning]);
    assert_eq!(told("tröskel: 5", ""), [Level::Warning]);
    assert_eq!(told("tröskel: 4", ""), []);
    let dated = "tröskel: [{värde: 5}, {från: 2023-11-01, värde: 4}]";
    assert_eq!(told(dated, ""), []);
    let later = "tröskel: [{värde: 5}, {från: 2024-01-01, värde: 4}]";
    assert_eq!(told(later, ""), [Level::Warning]);
}

#[test]
fn a_text_in_a_public_document_is_at_fault() {
    let open = "profiler: {rapport: öppen}";
    assert_eq!(told(open, REPORT), [Level::Warning]);
    assert_eq!(told("", REPORT), [Level::Error]);
    let dated = "profiler: [{värde: {rapport: öppen}}, {från: 2024-01-10, värde: {}}]";
    assert_eq!(told(dated, REPORT), [Level::Error]);
    let public = "handlingar: [{id: rapport, slag: rapport, profil: publik}]";
    assert_eq!(told(open, public), [Level::Error]);
    let lowered = "regler: {text-om-enskild: varning}";
    assert_eq!(told(lowered, REPORT), [Level::Warning]);
}
