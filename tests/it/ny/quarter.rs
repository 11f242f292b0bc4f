//! The next quarter: what remained is carried over, and nothing else.

use std::collections::BTreeSet;

use evb::finding::Level;
use evb::load;
use evb::load::catalogue::built_in;
use evb::load::tree::Node;
use evb::model::report::Report;
use evb::validate;

use crate::ny::Desk;
use crate::ny::why;

/// Returns the reports of the only nämnd of a desk.
pub(super) fn reports(desk: &Desk) -> Vec<Report> {
    let loaded = load::load(&desk.data()).unwrap();
    let checked = validate::folder(&loaded.folders[0], &built_in());
    checked.reports.into_iter().map(|(_, it)| it).collect()
}

/// Returns the keys and values of the rows of a quarter file, by id.
fn rows(desk: &Desk, file: &str) -> Vec<(String, Vec<(String, String)>)> {
    let text = desk.text(file);
    let (root, faults) = load::tree::read(&text);
    assert!(faults.is_empty());
    let root = root.unwrap();
    let said = |node: &Node| text[node.span.clone()].trim().to_owned();
    let items = root.get("beslut").unwrap().items().iter();
    items
        .map(|item| {
            let pairs = item.pairs().iter();
            let pairs = pairs.map(|(key, value)| (said(key), said(value)));
            (said(item.get("id").unwrap()), pairs.collect())
        })
        .collect()
}

#[test]
fn what_remained_is_carried_over() {
    let desk = Desk::new(&["exempelkommun"]);
    // What is watched comes beside it; see `watched`.
    std::fs::remove_file(desk.at("data/exempelkommun/bevakning.yaml")).unwrap();
    let begun = desk.quarter(None);
    assert!(begun.refused.is_none() && begun.findings.is_empty());
    let reports = reports(&desk);
    let (before, after) = (&reports[3], &reports[4]);
    let ids = |report: &Report, all: bool| -> Vec<_> {
        let rows = report.beslut.iter().flatten();
        rows.filter(|beslut| all || beslut.status.remains())
            .map(|beslut| beslut.id.clone().unwrap())
            .collect()
    };
    assert_eq!(ids(before, false), ids(after, true));
    assert_eq!(ids(after, true).len(), 32);
    let old = rows(&desk, "data/exempelkommun/2026-Q3.yaml");
    let new = rows(&desk, "data/exempelkommun/2026-Q4.yaml");
    for (at, (id, pairs)) in new.iter().enumerate() {
        let (_, mut expected) = old.iter().find(|(known, _)| known == id).unwrap().clone();
        expected.retain(|(key, _)| key != "rapporterat");
        expected[0].1 = (at + 1).to_string();
        assert_eq!(*pairs, expected, "{id}");
    }
    let ended = new.iter().find(|(id, _)| id == "A-0203").unwrap();
    assert!(
        ended
            .1
            .contains(&("verkställt".into(), "2026-10-05".into()))
    );
}

#[test]
fn the_new_file_says_what_is_left_to_fill_in() {
    let desk = Desk::new(&["exempelkommun"]);
    desk.quarter(None);
    let file = "data/exempelkommun/2026-Q4.yaml";
    let text = desk.text(file);
    insta::assert_snapshot!(text);
    let broken: BTreeSet<_> = desk.broken().into_iter().map(|(slug, _)| slug).collect();
    let left = ["handling-utan-datum"];
    assert_eq!(broken, BTreeSet::from(left));
    // The lines to fill in are right as they stand, but for the dots.
    let filled = text
        .replace("# uppgifter_daterade:", "uppgifter_daterade:")
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(line) if line.contains("{namn: Utförare") => {
                line.replace("]}", "], rapporterat: ja}")
            }
            Some(line) if ["pågående:", "utförare:"].contains(&line) => line.to_owned(),
            Some(line) if line.starts_with("  ") => {
                if line.contains(" # ") { "" } else { line }.replace('…', "400")
            }
            _ => line.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("\n");
    let filled = filled
        .replace("# texter:", "texter:")
        .replace("    400", "    Text.");
    desk.write(file, &filled);
    assert_eq!(desk.broken(), []);
}

#[test]
fn nothing_is_written_over() {
    let desk = Desk::new(&["exempelkommun"]);
    desk.quarter(None);
    let file = "data/exempelkommun/2026-Q4.yaml";
    desk.write(file, &format!("{}# min\n", desk.text(file)));
    let before = desk.text(file);
    let begun = desk.quarter(Some("2026-Q4"));
    assert!(why(&begun).ends_with("2026-Q4.yaml finns redan; ingenting har ändrats"));
    assert_eq!(desk.text(file), before);
}

#[test]
fn a_quarter_that_is_skipped_is_told() {
    let desk = Desk::new(&["exempelkommun"]);
    let begun = desk.quarter(Some("2027-Q1"));
    assert_eq!(begun.warned.len(), 1);
    assert!(begun.warned[0].starts_with("2026-Q4 saknas: raderna är från 2026-Q3"));
}

#[test]
fn rows_that_cannot_be_read_are_told_and_nothing_is_made() {
    let desk = Desk::new(&["exempelkommun"]);
    let file = "data/exempelkommun/2026-Q3.yaml";
    let text = desk.text(file);
    desk.write(
        file,
        &text.replacen("beslutsdatum: 2025-06-30", "beslutsdatum: 2025-06-31", 1),
    );
    let begun = desk.quarter(None);
    assert_eq!(begun.findings.len(), 1);
    assert_eq!(begun.findings[0].finding.rule.slug, "omojligt-datum");
    assert!(begun.said.is_empty());
    assert!(!desk.at("data/exempelkommun/2026-Q4.yaml").exists());
}

#[test]
fn a_nämnd_with_totals_begins_with_room_for_totals() {
    let desk = Desk::new(&["exempel-stadsdel"]);
    desk.quarter(None);
    let text = desk.text("data/exempel-stadsdel/2023-Q2.yaml");
    assert!(text.contains("\n# sammanställning: {"));
    assert!(text.contains("\n# beslut:\n") && !text.contains("\nbeslut:"));
    let dated = text.replace("# uppgifter_daterade", "uppgifter_daterade");
    desk.write("data/exempel-stadsdel/2023-Q2.yaml", &dated);
    let broken = desk.broken();
    assert!(
        broken.contains(&("kvartal-utan-uppgifter", Level::Error)),
        "{broken:?}"
    );
}

#[test]
fn a_wider_heading_stays_when_its_first_group_is_gone() {
    let desk = Desk::new(&[]);
    desk.write(
        "data/prov/namnd.yaml",
        "format: 1\nkommun: Exempelstad\nnämnd: Provnämnden\n",
    );
    desk.write(
        "data/prov/2025-Q4.yaml",
        "format: 1\nkvartal: 2025-Q4\nbeslut:\n  # Vuxna\n  # Hemtjänst\n  \
         - {kön: man, insats: hemtjanst, beslutsdatum: 2025-02-01, verkställt: 2025-11-01}\n  \
         # Boendestöd\n  \
         - {kön: man, insats: boendestod, beslutsdatum: 2025-02-01, orsak: personal}   # ring\n  \
         # bara om den första\n  \
         - {kön: man, insats: boendestod, beslutsdatum: 2025-03-01, avslutat: 2025-12-01}\n  \
         - {kön: man, insats: boendestod, beslutsdatum: 2025-04-01, orsak: personal}\n",
    );
    desk.quarter(None);
    let text = desk.text("data/prov/2026-Q1.yaml");
    let list = text.split("\nbeslut:\n").nth(1).unwrap();
    let list: Vec<_> = list.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(
        list,
        [
            "  # Vuxna",
            "  # Boendestöd",
            "  - {kön: man, insats: boendestod, beslutsdatum: 2025-02-01, orsak: personal}   # ring",
            "  - {kön: man, insats: boendestod, beslutsdatum: 2025-04-01, orsak: personal}",
        ]
    );
}
