//! What is watched until it is reportable: moved to the quarter, and never lost.

use crate::build::files;
use crate::ny::Desk;
use crate::ny::quarter::reports;
use crate::ny::why;

const FILE: &str = "data/exempelkommun/bevakning.yaml";
const QUARTER: &str = "data/exempelkommun/2026-Q4.yaml";

/// What was decided by 2026-09-30 is reportable by the end of 2026-Q4.
const WATCHED: &str = "\
# Allt som är beviljat och inte verkställt.
format: 1
nyckelavtryck: bcdfghjk
beslut:
  # Hemtjänst
  - {id: B-1, kön: kvinna, insats: hemtjanst, avdelning: Äldreomsorg, beslutsdatum: 2026-09-30, orsak: personal}
  - {id: B-2, kön: man, insats: hemtjanst, avdelning: Äldreomsorg, beslutsdatum: 2026-12-31}   # nästa gång
  # Insatser som kvartalet inte har haft
  - {id: B-3, kön: pojke, insats: korttidstillsyn, beslutsdatum: 2026-07-01, orsak: personal}
  - {id: B-4, kön: man, insats: boendestod, beslutsdatum: 2026-08-01, verkställt: 2026-09-01}
";

fn desk() -> Desk {
    let desk = Desk::new(&["exempelkommun"]);
    desk.write(FILE, WATCHED);
    desk
}

#[test]
fn what_has_become_reportable_is_moved() {
    let desk = desk();
    let begun = desk.quarter(None);
    assert!(
        begun
            .said
            .iter()
            .any(|said| said.ends_with("2 rader är flyttade till 2026-Q4"))
    );
    let left = WATCHED
        .lines()
        .filter(|line| !line.contains("B-1") && !line.contains("B-3"))
        .map(|line| format!("{line}\n"))
        .collect::<String>();
    assert_eq!(desk.text(FILE), left);
    let text = desk.text(QUARTER);
    assert!(text.contains("\nnyckelavtryck: bcdfghjk\n"));
    let report = reports(&desk).pop().unwrap();
    let ids: Vec<_> = report
        .beslut
        .iter()
        .flatten()
        .map(|it| it.id.clone().unwrap())
        .collect();
    let at = ids.iter().position(|id| id.as_ref() == "B-1").unwrap();
    assert_eq!(
        ids[at - 1].as_ref(),
        "A-0406",
        "with the others of its insats and unit"
    );
    assert_eq!(ids.last().unwrap().as_ref(), "B-3");
    assert!(text.contains("\n  # Korttidstillsyn, 9 § 7\n  - {nr: 34, id: B-3, "));
}

/// The quarter is written first. A run that is killed before `bevakning.yaml` is
/// leaves the file as it was.
#[test]
fn a_run_that_was_killed_is_finished_by_the_next() {
    let desk = desk();
    desk.quarter(None);
    let whole = files(&desk.data());
    desk.write(FILE, WATCHED);
    let begun = desk.quarter(Some("2026-Q4"));
    assert!(begun.refused.is_none());
    assert!(begun.said[0].ends_with("2026-Q4.yaml fanns redan och är som den var"));
    assert!(files(&desk.data()) == whole);
    let again = desk.quarter(Some("2026-Q4"));
    assert!(why(&again).contains("finns redan"));
}

#[test]
fn a_row_without_id_stops_the_move_before_anything_is_written() {
    let desk = desk();
    desk.write(FILE, &WATCHED.replace("id: B-3, ", ""));
    let before = files(&desk.data());
    let begun = desk.quarter(None);
    let said: Vec<_> = begun
        .findings
        .iter()
        .map(|it| &it.finding.message)
        .collect();
    assert_eq!(
        said,
        ["raden ska rapporteras för 2026-Q4, men saknar id och kan inte flyttas"]
    );
    assert_eq!(begun.findings[0].place.as_ref().unwrap().line, 9);
    assert!(files(&desk.data()) == before);
}

#[test]
fn what_has_been_told_as_ended_is_not_taken_up_again() {
    let desk = desk();
    // A-0107 remains and A-0112 was executed in 2026-Q3.
    let watched = WATCHED.replace("B-1", "A-0112").replace("B-3", "A-0107");
    desk.write(FILE, &watched);
    let begun = desk.quarter(None);
    assert_eq!(begun.warned.len(), 1);
    assert!(begun.warned[0].starts_with("«A-0112» står i bevakning.yaml men rapporterades"));
    let left = desk.text(FILE);
    assert!(left.contains("A-0112") && !left.contains("A-0107"));
    assert_eq!(desk.text(QUARTER).matches("A-0107").count(), 1);
    assert_eq!(desk.text(QUARTER).matches("A-0112").count(), 0);
}

#[test]
fn the_nämnds_clock_decides() {
    // Three months and a day from 2026-12-31 is 2027-04-01.
    let next = |desk: &Desk| {
        desk.quarter(Some("2027-Q1"));
        desk.text("data/exempelkommun/2027-Q1.yaml")
    };
    assert!(!next(&desk()).contains("id: B-2,"));
    let desk = desk();
    let file = "data/exempelkommun/namnd.yaml";
    let text = desk
        .text(file)
        .replace("klocka: lag", "klocka: föregående-kvartal");
    desk.write(file, &text);
    assert!(next(&desk).contains("id: B-2,"));
}

#[test]
fn a_list_that_becomes_empty_can_still_be_read() {
    let desk = desk();
    let rows = "  - {id: B-1, kön: kvinna, insats: hemtjanst, beslutsdatum: 2026-08-01, orsak: personal}\n";
    desk.write(FILE, &format!("format: 1\nbeslut:\n{rows}"));
    desk.quarter(None);
    assert!(desk.text(QUARTER).contains("id: B-1,"));
    assert!(!desk.text(FILE).contains("B-1"));
    assert!(desk.broken().iter().all(|(slug, _)| *slug != "tomt-varde"));
}
