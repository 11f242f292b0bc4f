//! What cannot be read in a sheet is told at its cell.

use super::*;

/// Reads one sheet of a workbook against [`FILE`]; returns where each finding is
/// and what it says.
fn faults(sheet: &str, rows: &[&[&str]]) -> Vec<String> {
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name(sheet).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            page.write_string(row, column, *text).unwrap();
        }
    }
    let (changes, findings) = changes(&book.save_to_buffer().unwrap(), &source(FILE));
    let errors = findings
        .iter()
        .any(|it| it.level == evb::finding::Level::Error);
    assert!(
        !errors || changes.is_empty(),
        "nothing is changed of a sheet at fault"
    );
    let said = |finding: &Finding| format!("{}: {}", finding.cell().unwrap(), finding.message);
    findings.iter().map(said).collect()
}

#[test]
fn what_cannot_be_read_is_told_at_its_cell() {
    assert_eq!(
        faults(
            "Pågående",
            &[&["insats", "totalt", "män"], &["hemtjanst", "", "12"]]
        ),
        ["Pågående!A1: bladet Pågående saknar kolumnen «kvinnor»"]
    );
    let heads: &[&str] = &["insats", "totalt", "män", "kvinnor"];
    assert_eq!(
        faults(
            "Pågående",
            &[
                heads,
                &["hemtjanst", "", "tolv"],
                &["dansk", "4"],
                &["", "4"]
            ]
        ),
        [
            "Pågående!A4: raden saknar «insats»",
            "Pågående!C2: «tolv» är inget antal",
            "Pågående!A3: insatsen «dansk» känns inte igen",
        ]
    );
    assert_eq!(
        faults(
            "Pågående",
            &[heads, &["hemtjanst", "4", "3"], &["hemtjanst", "5"]]
        ),
        [
            "Pågående!A3: «hemtjanst» står på två rader",
            "Pågående!B2: raden har både totalt och delar",
        ]
    );
    let heads: &[&str] = &["id", "slag", "datum", "antal"];
    assert_eq!(
        faults(
            "Handlingar",
            &[
                heads,
                &["rapport", "raport", "igår"],
                &["ny", "", "2026-10-26"]
            ]
        ),
        [
            "Handlingar!D1: kolumnen «antal» läses inte",
            "Handlingar!B2: «slag» kan inte vara «raport»",
            "Handlingar!C2: «igår» är inget datum",
            "Handlingar!B3: «slag» är tomt",
        ]
    );
    let heads: &[&str] = &["namn", "insatser", "rapporterat"];
    assert_eq!(
        faults("Utförare", &[heads, &["Utförare A", "dansk", ""]]),
        [
            "Utförare!B2: insatsen «dansk» känns inte igen",
            "Utförare!C2: «rapporterat» är tomt",
        ]
    );
    assert_eq!(
        faults("Texter", &[&["rubrik", "text"]]),
        [
            "Texter!A1: kolumnen «rubrik» läses inte",
            "Texter!A1: bladet Texter saknar kolumnen «nyckel»",
        ]
    );
}
