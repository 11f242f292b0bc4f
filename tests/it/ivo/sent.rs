//! `evb ivo --klar`: one day is added to one row, and nothing else is touched.

use evb::pipeline::desk;

use super::FOLDER;
use super::missed;
use super::on;
use super::sample;
use crate::cli::run;
use crate::ny::Desk;

/// Says that a report was sent, on 2026-10-20.
fn done(sample: &Desk, arguments: &[&str]) -> (i32, String, String) {
    let all = [&["ivo", "--datum", "2026-10-20", "--klar"], arguments].concat();
    run(&sample.at(""), &all)
}

/// Returns the lines of a file that are not as in the sample: before and now.
fn changed(sample: &Desk, file: &str) -> Vec<(String, String)> {
    let before = super::sample().text(&format!("{FOLDER}/{file}"));
    let now = sample.text(&format!("{FOLDER}/{file}"));
    assert_eq!(before.lines().count(), now.lines().count());
    let lines = before.lines().zip(now.lines());
    let changed = lines.filter(|(before, now)| before != now);
    changed.map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn a_day_is_added_to_the_newest_row_of_a_beslut() {
    let sample = sample();
    let said = "2026-10-20 står nu vid A-0203 i data/exempelkommun/2026-Q3.yaml\n";
    assert_eq!(
        done(&sample, &["A-0203", "2026-10-20"]),
        (0, said.to_owned(), String::new())
    );
    let lines = changed(&sample, "2026-Q3.yaml");
    assert_eq!(lines.len(), 1);
    let (before, now) = &lines[0];
    let (old, new) = (
        "rapporterat: [2026-10-13]",
        "rapporterat: [2026-10-13, 2026-10-20]",
    );
    assert_eq!(*now, before.replace(old, new));
    for file in ["2026-Q2.yaml", "bevakning.yaml"] {
        assert_eq!(changed(&sample, file), [], "{file}");
    }
    // Once more: it is there already.
    let said = "2026-10-20 står redan vid A-0203 i data/exempelkommun/2026-Q3.yaml; inget har \
                ändrats\n";
    assert_eq!(
        done(&sample, &["A-0203", "2026-10-20"]),
        (0, said.to_owned(), String::new())
    );
    assert_eq!(changed(&sample, "2026-Q3.yaml"), lines);
    // The quarter is as free of faults as before.
    let (status, _, err) = run(&sample.at(""), &["granska", "data/exempelkommun"]);
    assert!(status == 0 && err.starts_with("inga anmärkningar"), "{err}");
}

#[test]
fn a_watched_row_gets_its_first_day() {
    let sample = sample();
    let said = "2026-10-12 står nu vid A-0501 i data/exempelkommun/bevakning.yaml\n";
    assert_eq!(
        done(&sample, &["A-0501", "2026-10-12"]),
        (0, said.to_owned(), String::new())
    );
    let lines = changed(&sample, "bevakning.yaml");
    assert_eq!(lines.len(), 1);
    let (before, now) = &lines[0];
    assert_eq!(
        *now,
        before.replace("star-i-ko}", "star-i-ko, rapporterat: [2026-10-12]}")
    );
}

#[test]
fn what_cannot_be_right_is_not_written() {
    let sample = sample();
    let case = |arguments: &[&str], said: &str| {
        let (status, out, err) = done(&sample, arguments);
        let first = err.lines().next().unwrap_or_default();
        assert_eq!((status, out.as_str(), first), (2, "", said));
    };
    case(
        &["A-203", "2026-10-20"],
        "fel: inget beslut har id «A-203»; menade du «A-0203»?",
    );
    case(&["zzz", "2026-10-20"], "fel: inget beslut har id «zzz»");
    case(
        &["A-0203", "2026-10-21"],
        "fel: 2026-10-21 har inte varit än",
    );
    case(
        &["A-0203", "20 oktober"],
        "fel: «20 oktober» kan inte stå efter --klar: skriv till exempel 2026-10-15",
    );
    case(
        &["A-0203", "2026-02-30"],
        "fel: «2026-02-30» kan inte stå efter --klar: skriv till exempel 2026-10-15",
    );
    case(
        &["A-0501", "2026-10-09"],
        "fel: «A-0501» rapporteras tidigast 2026-10-10, när tre månader har gått; 2026-10-09 är \
         före det",
    );
    case(
        &["A-0158", "2026-10-20"],
        "fel: «A-0158» är beviljat av domstol och rapporteras inte",
    );
    case(&["A-0203"], "fel: --klar <ID> <DATUM> har fel antal värden");
    case(
        &["A-0203", "2026-10-20", "--nämnd", "ingen"],
        "fel: det finns ingen nämnd «ingen»",
    );
    for file in ["2026-Q2.yaml", "2026-Q3.yaml", "bevakning.yaml"] {
        assert_eq!(changed(&sample, file), [], "{file}");
    }
}

#[test]
fn an_id_of_two_namnder_needs_the_namnd() {
    let sample = sample();
    for file in ["namnd.yaml", "2026-Q3.yaml"] {
        let text = sample.text(&format!("{FOLDER}/{file}"));
        sample.write(&format!("data/andra/{file}"), &text);
    }
    let (status, _, err) = done(&sample, &["A-0203", "2026-10-20"]);
    let said = "fel: «A-0203» finns i flera nämnder (andra, exempelkommun); välj en med --nämnd\n";
    assert_eq!((status, err.as_str()), (2, said));
    let (status, out, _) = done(&sample, &["A-0203", "2026-10-20", "--nämnd", "andra"]);
    let said = "2026-10-20 står nu vid A-0203 i data/andra/2026-Q3.yaml\n";
    assert_eq!((status, out.as_str()), (0, said));
    assert_eq!(changed(&sample, "2026-Q3.yaml"), []);
}

#[test]
fn what_is_sent_is_known_when_the_row_has_moved_to_its_quarter() {
    let sample = sample();
    assert_eq!(done(&sample, &["A-0501", "2026-10-12"]).0, 0);
    let arguments = ["ny", "--nämnd", "exempelkommun", "--kvartal", "2026-Q4"];
    let (status, _, err) = run(&sample.at(""), &arguments);
    assert_eq!(status, 0, "{err}");
    let text = sample.text(&format!("{FOLDER}/2026-Q4.yaml"));
    let row = text
        .lines()
        .find(|line| line.contains("id: A-0501,"))
        .unwrap();
    assert!(row.contains("rapporterat: [2026-10-12]"), "{row}");
    let desk = desk::desk(&sample.data(), on("2027-02-02")).unwrap();
    let missed = missed(&desk.lines);
    assert!(
        missed.contains(&"A-0503") && !missed.contains(&"A-0501"),
        "{missed:?}"
    );
}
