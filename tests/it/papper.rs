//! Tjänsteutlåtande and protokollsutdrag: headings in the order of the form, the
//! chain, drafts, quarters with nothing, matters that are only reported.

use std::path::Path;
use std::path::PathBuf;

use evb::load;
use evb::load::catalogue::built_in;
use evb::pipeline;
use evb::render::Press;

use crate::build::build;
use crate::build::files;

const NAMND: &str = "format: 1\nkommun: Provköping\nnämnd: Provnämnden\nprofiler: {rapport: öppen, \
                     tjänsteutlåtande: öppen, protokollsutdrag: öppen}\n";
const NIL: &str =
    "format: 1\nkvartal: 2023-Q4\nuppgifter_daterade: 2024-01-10\nbeslut: []\nhandlingar:\n";
const FINAL: &str =
    "  - {id: prov, slag: protokollsutdrag, sammanträde: 2024-02-01, paragraf: 12}\n";
const DRAFT: &str = "  - {id: prov, slag: protokollsutdrag, sammanträde: 2024-02-01}\n";

/// Composes the paper `prov` of the quarter; nothing may be found.
fn composed(namnd: &str, quarter: &str) -> serde_json::Value {
    let files = [
        ("namnd.yaml", namnd.as_bytes()),
        ("2023-Q4.yaml", quarter.as_bytes()),
    ];
    let press = Press::new(&[], &load::fonts::BUILT_IN, load::templates::all(&[]));
    let folder = load::in_memory("prov", &files);
    let (documents, findings) = pipeline::check(folder, &built_in(), &press);
    let said = evb::finding::draw::human(&findings, false);
    assert!(findings.is_empty(), "{said}");
    let prov = |document: &evb::compose::Document| document.envelope.id.starts_with("prov");
    documents.into_iter().find(prov).unwrap().value
}

/// Returns the paper as it is read: headings, and what stands under them.
fn read(value: &serde_json::Value) -> String {
    let text = |runs: &serde_json::Value| -> String {
        let runs = runs.as_array().unwrap().iter();
        runs.map(|run| run["text"].as_str().unwrap()).collect()
    };
    let mut lines = vec![];
    for section in value["sections"].as_array().unwrap() {
        lines.push(format!("# {}", section["title"].as_str().unwrap()));
        for block in section["blocks"].as_array().unwrap() {
            match block["items"].as_array() {
                None => lines.push(text(&block["runs"])),
                Some(items) => lines.extend(items.iter().enumerate().map(|(at, item)| {
                    let mark = match block["ordered"].as_bool() {
                        Some(true) => format!("{}.", at + 1),
                        _ => "–".to_owned(),
                    };
                    format!("{mark} {}", text(item))
                })),
            }
        }
    }
    lines.join("\n").replace('\u{a0}', " ")
}

fn form(kind: &str, lines: &[&str]) -> String {
    let mut text = format!(
        "{NAMND}instanser:\n  nämnd:\n    namn: Provnämnden\n    handlingar:\n      {kind}:\n"
    );
    for line in lines {
        text.push_str(&format!("        {line}\n"));
    }
    text
}

#[test]
fn headings_stand_in_the_order_of_the_form() {
    #[track_caller]
    fn case(order: &[(&str, &str)]) {
        let rows: Vec<String> = order
            .iter()
            .map(|(title, block)| {
                format!("  - {{id: a, titel: {title}, block: [{{genererat: {block}}}]}}")
            })
            .collect();
        let mut lines = vec!["rubriker:"];
        lines.extend(rows.iter().map(String::as_str));
        let quarter = format!("{NIL}  - {{id: prov, slag: tjänsteutlåtande}}\n");
        let value = composed(&form("tjänsteutlåtande", &lines), &quarter);
        let sections = value["sections"].as_array().unwrap().iter();
        let titles: Vec<_> = sections.map(|it| it["title"].as_str().unwrap()).collect();
        let expected: Vec<_> = order.iter().map(|(title, _)| *title).collect();
        assert_eq!(titles, expected);
    }
    let proposal = ("Förslag till beslut", "forslag");
    let summary = ("Sammanfattning", "sammanfattning");
    let background = ("Bakgrund", "lagkrav");
    let economy = ("Ekonomisk bedömning", "avgift");
    case(&[proposal, summary, background, economy]);
    case(&[
        background,
        ("Ärendebeskrivning", "sammanfattning"),
        economy,
        proposal,
    ]);
    case(&[summary, ("Juridisk bedömning", "lagkrav"), proposal]);
}

#[test]
fn a_heading_with_nothing_under_it_is_left_out_unless_it_is_asked_for_alone() {
    let namnd = form(
        "tjänsteutlåtande",
        &[
            "rubriker:",
            "  - {id: a, titel: Ärendet, block: [{genererat: sammanfattning}]}",
            "  - {id: b, titel: Väntetid, block: [{genererat: vantetid}]}",
            "  - {id: c, titel: Underskrift}",
        ],
    );
    let value = composed(
        &namnd,
        &format!("{NIL}  - {{id: prov, slag: tjänsteutlåtande}}\n"),
    );
    insta::assert_snapshot!(read(&value), @r"
    # Ärendet
    För kvartalet rapporterades inga beslut till IVO. Vid kvartalets slut återstod inga ej verkställda beslut.
    # Underskrift
    ");
}

#[test]
fn a_quarter_without_beslut_gives_an_extract_all_the_same() {
    let value = composed(NAMND, &format!("{NIL}{FINAL}"));
    assert_eq!(value["draft"], serde_json::Value::Null);
    insta::assert_snapshot!(read(&value), @r"
    # Beslut
    Provnämnden godkänner rapporten om ej verkställda beslut för fjärde kvartalet 2023 och överlämnar den till kommunfullmäktige och kommunens revisorer.
    # Sammanfattning
    För kvartalet rapporterades inga beslut till IVO. Vid kvartalets slut återstod inga ej verkställda beslut.
    ");
}

#[test]
fn an_anmalan_has_no_proposal() {
    let namnd = form("tjänsteutlåtande", &["ärendeklass: anmälningsärende"]);
    let value = composed(
        &namnd,
        &format!("{NIL}  - {{id: prov, slag: tjänsteutlåtande}}\n"),
    );
    assert_eq!(value["class"], "Anmälningsärende");
    assert!(!read(&value).contains("Förslag"));
    // What the nämnd does with it stands in its minutes.
    let value = composed(&namnd, &format!("{NIL}{FINAL}"));
    assert!(read(&value).contains("Provnämnden lägger anmälan om rapporten"));
}

#[test]
fn points_are_numbered_and_their_placeholders_told() {
    let lines = [
        "förslag:",
        "  - \"{nämnd} godkänner rapporten för {kvartal:ord}.\"",
        "  - \"{kommun}: den {kvartal} och § {paragraf} den dag som är {sammanträde}.\"",
        "rubriker:",
        "  - {id: a, titel: Beslut, block: [{genererat: beslut}]}",
        "  - {id: b, titel: Förslaget, block: [{text: \"Förslaget löd: {förslag}\"}]}",
    ];
    let value = composed(&form("protokollsutdrag", &lines), &format!("{NIL}{FINAL}"));
    insta::assert_snapshot!(read(&value), @r"
    # Beslut
    1. Provnämnden godkänner rapporten för fjärde kvartalet 2023.
    2. Provköping: den kvartal 4 2023 och § 12 den dag som är den 1 februari 2024.
    # Förslaget
    Förslaget löd: Provnämnden godkänner rapporten för fjärde kvartalet 2023. Provköping: den kvartal 4 2023 och § 12 den dag som är den 1 februari 2024.
    ");
    let value = composed(&form("protokollsutdrag", &lines), &format!("{NIL}{DRAFT}"));
    assert!(read(&value).contains("§ [paragraf] den dag"));
    assert_eq!(value["draft"]["mark"], "UTKAST");
    assert_eq!(value["draft"]["lacks"], "Paragraf saknas ännu.");
}

#[test]
fn the_chain_is_told_from_its_beginning() {
    let namnd = format!("{NAMND}instanser: {{ks: {{namn: Kommunstyrelsen}}}}\n");
    let quarter = format!(
        "{NIL}  - {{id: tj, slag: tjänsteutlåtande, datum: 2024-01-15, diarienummer: A 1}}\n  \
         - {{id: namnd, slag: protokollsutdrag, sammanträde: 2024-01-24, paragraf: 12, \
         tidigare: [tj, {{instans: Arbetsutskottet, paragraf: 3, datum: 2024-01-20}}]}}\n  \
         - {{id: prov, slag: protokollsutdrag, instans: ks, sammanträde: 2024-02-14, paragraf: 50, \
         tidigare: [namnd]}}\n"
    );
    let told = read(&composed(&namnd, &quarter));
    let (_, told) = told.split_once("# Ärendets tidigare behandling\n").unwrap();
    let (told, _) = told.split_once("\n# ").unwrap();
    insta::assert_snapshot!(told, @r"
    – Tjänsteutlåtande till provnämnden är från den 15 januari 2024 (diarienummer A 1).
    – Arbetsutskottet behandlade ärendet den 20 januari 2024, § 3.
    – Provnämnden behandlade ärendet den 24 januari 2024, § 12.
    ");
}

/// Lays out a nämnd with one quarter.
pub(crate) fn laid(folder: &Path, quarter: &str) -> PathBuf {
    let namnd = folder.join("prov");
    std::fs::create_dir_all(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), NAMND).unwrap();
    std::fs::write(namnd.join("2023-Q4.yaml"), quarter).unwrap();
    namnd
}

#[test]
fn a_draft_says_so_in_its_name_and_is_gone_when_the_final_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("ut");
    let namnd = laid(folder.path(), &format!("{NIL}{DRAFT}"));
    let outcome = build(&namnd, &out);
    assert!(outcome.findings.is_empty() && outcome.errors.is_empty());
    let names = |out: &Path| files(out).into_keys().collect::<Vec<_>>();
    assert_eq!(names(&out), ["prov/2023-Q4/publik/prov-UTKAST.pdf"]);
    laid(folder.path(), &format!("{NIL}{FINAL}"));
    build(&namnd, &out);
    assert_eq!(names(&out), ["prov/2023-Q4/publik/prov.pdf"]);
}

#[test]
fn a_draft_is_never_decided() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("ut");
    let rapport = "  - {id: rapport, slag: rapport}\n";
    let namnd = laid(folder.path(), &format!("{NIL}{DRAFT}{rapport}"));
    crate::faststall::decide(&namnd, &out);
    let kept = files(&namnd.join("faststallt"));
    let kept: Vec<_> = kept.into_keys().collect();
    assert_eq!(kept, ["2023-Q4.json", "2023-Q4/rapport.pdf"]);
    // A quarter with nothing but drafts is not decided at all.
    let other = tempfile::tempdir().unwrap();
    let namnd = laid(other.path(), &format!("{NIL}{DRAFT}"));
    let outcome = crate::faststall::decide(&namnd, &out);
    assert!(
        outcome.unmatched[0].contains("bara utkast"),
        "{:?}",
        outcome.unmatched
    );
    assert!(!namnd.join("faststallt").exists());
}
