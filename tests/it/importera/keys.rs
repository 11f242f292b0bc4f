//! One key per nämnd: the same ids everywhere, and never another key by mistake.

use crate::importera::Office;
use crate::importera::export::Export;

fn ids(text: &str) -> Vec<&str> {
    let rows = text.lines().filter(|line| line.contains("insats: "));
    let rows = rows.filter_map(|line| line.split("id: ").nth(1));
    rows.map(|rest| &rest[..14]).collect()
}

#[test]
fn two_machines_with_one_key_give_the_same_ids() {
    let (one, two, other) = (Office::new(), Office::new(), Office::with_key(8));
    let export = Export::of_the_sample().xlsx();
    for office in [&one, &two, &other] {
        assert_eq!(office.import("uttag.xlsx", &export).status, 0);
    }
    let (a, b, c) = (one.text(), two.text(), other.text());
    assert_eq!(a, b);
    assert_eq!(ids(&a).len(), 88);
    assert!(ids(&a).iter().all(|id| !ids(&c).contains(id)));
}

#[track_caller]
fn stops(spoil: impl FnOnce(&Office), said: &str) {
    let office = Office::new();
    let export = Export::of_the_sample().xlsx();
    assert_eq!(office.import("uttag.xlsx", &export).status, 0);
    let before = office.text();
    spoil(&office);
    let refused = office.import("uttag.xlsx", &export);
    assert_eq!(refused.status, 1, "{}", refused.err);
    assert!(refused.err.contains(said), "{}", refused.err);
    assert_eq!(office.text(), before);
}

#[test]
fn another_key_stops_with_the_old_file_intact() {
    stops(|office| office.write_key(8), "[fel-nyckel]");
}

#[test]
fn a_lost_key_stops_and_no_new_one_is_made() {
    let lost = |office: &Office| std::fs::remove_file(office.at("nycklar/lss.txt")).unwrap();
    stops(lost, "[nyckel-saknas]");
    let office = Office::new();
    lost(&office);
    office.import("uttag.xlsx", &Export::of_the_sample().xlsx());
    assert!(!office.at("nycklar/lss.txt").exists());
}

#[test]
fn a_damaged_key_stops() {
    let cut = |office: &Office| {
        let path = office.at("nycklar/lss.txt");
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replacen("0707", "07", 1)).unwrap();
    };
    stops(cut, "[nyckel-trasig]");
}

#[test]
fn a_key_among_the_data_stops() {
    let move_in = |office: &Office| {
        let from = office.at("nycklar/lss.txt");
        std::fs::rename(from, office.at("data/lss.txt")).unwrap();
        let path = office.at("data/exempel-lss/namnd.yaml");
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("../../nycklar/lss.txt", "../lss.txt")).unwrap();
    };
    stops(move_in, "[nyckel-bland-data]");
}

#[test]
fn the_list_of_case_numbers_lies_beside_the_key_and_nowhere_else() {
    let office = Office::new();
    office.write("uttag.xlsx", &Export::of_the_sample().xlsx());
    let said = office.run(&["importera", "uttag.xlsx", "--alla", "--ja", "--nyckellista"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let list = std::fs::read_to_string(office.at("nycklar/lss-lista.csv")).unwrap();
    assert_eq!(list.lines().count(), 89);
    assert!(list.contains(";2023-0088"));
    assert!(!office.text().contains("2023-0088"));
}

/// Killed at any moment, the quarter is the old one or the new one.
#[cfg(unix)]
#[test]
fn a_killed_import_leaves_the_old_or_the_new_file() {
    use std::process::Command;
    use std::process::Stdio;

    let export = Export::of_the_sample().xlsx();
    let whole = Office::new();
    let before = whole.text();
    assert_eq!(whole.import("uttag.xlsx", &export).status, 0);
    let after = whole.text();
    let mut met = [0, 0];
    for delay in 0..40 {
        let office = Office::new();
        office.write("uttag.xlsx", &export);
        let mut child = Command::new(env!("CARGO_BIN_EXE_evb"))
            .args(["importera", "uttag.xlsx", "--alla", "--ja"])
            .current_dir(office.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(delay * 4));
        let _ = child.kill();
        child.wait().unwrap();
        let text = office.text();
        assert!(text == before || text == after);
        met[usize::from(text == after)] += 1;
        // Whatever it was, doing it again finishes it.
        if delay % 10 == 0 {
            assert_eq!(office.import("uttag.xlsx", &export).status, 0);
            assert_eq!(office.text(), after);
        }
    }
    assert!(met[0] > 0, "no run was killed in time");
}
