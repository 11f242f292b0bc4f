//! A quarter is decided once, whole, and never with an error.

use std::process::Command;

use evb::load;
use evb::pipeline;
use evb::pipeline::Decision;
use evb::pipeline::decide::Wish;

use crate::build::files;
use crate::facts::root;
use crate::faststall::Desk;
use crate::faststall::REPORT;

#[test]
fn the_record_says_what_was_told_and_of_whom() {
    let desk = Desk::decided();
    let record = std::fs::read(desk.kept("2023-Q4.json")).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&record).unwrap();
    assert_eq!(value["format"], 1);
    assert_eq!(value["kvartal"], "2023-Q4");
    let open = &value["profiler"]["öppen"];
    assert_eq!(open["beslut"].as_array().unwrap().len(), 88);
    let pdf = std::fs::read(desk.kept("2023-Q4/rapport.pdf")).unwrap();
    let sha256 = evb::model::decided::fingerprint(&pdf);
    assert_eq!(value["handlingar"][0]["sha256"], sha256);

    let (folder, _) = load::read(&desk.data);
    assert!(folder.findings.is_empty());
    let decided = &folder.decided[&"2023-Q4".parse().unwrap()];
    let told = decided.told.values().next().unwrap();
    let reported = evb::model::stated::Key::total(evb::model::stated::Measure::Reported);
    assert_eq!(told.figures[&reported], Some(88));
    assert_eq!((decided.version, decided.documents.len()), (0, 1));
}

#[test]
fn a_profile_that_is_not_open_leaves_no_rows_behind() {
    let desk = Desk::new();
    desk.change("namnd.yaml", "rapport: öppen", "rapport: revisor");
    assert_eq!(desk.decide().decisions.len(), 1);
    let record = std::fs::read_to_string(desk.kept("2023-Q4.json")).unwrap();
    assert!(record.contains("\"revisor\"") && record.contains("\"siffror\""));
    assert!(!record.contains("\"beslut\"") && !record.contains("2022-12-03"));
}

#[test]
fn a_quarter_is_decided_once() {
    let desk = Desk::decided();
    let before = files(&desk.data);
    let outcome = desk.decide();
    assert!(outcome.decisions.is_empty());
    let [said] = outcome.unmatched.as_slice() else {
        panic!("{:?}", outcome.unmatched);
    };
    assert!(
        said.starts_with("2023-Q4 är redan fastställt för exempel-lss ("),
        "{said}"
    );
    assert!(files(&desk.data) == before);
}

#[test]
fn what_a_killed_run_left_is_no_decision_and_is_replaced() {
    let desk = Desk::new();
    let inside = desk.kept("2023-Q4");
    std::fs::create_dir_all(&inside).unwrap();
    std::fs::write(inside.join("rapport.pdf"), "%PDF-1.7 halv").unwrap();
    std::fs::write(inside.join("annan.pdf"), "%PDF-1.7 gammal").unwrap();
    desk.build();
    assert_eq!(desk.standing(), []);
    desk.decide();
    assert_eq!(
        files(&desk.data.join("faststallt"))
            .into_keys()
            .collect::<Vec<_>>(),
        ["2023-Q4.json", "2023-Q4/rapport.pdf"]
    );
    assert!(std::fs::read(inside.join("rapport.pdf")).unwrap() == desk.file(REPORT));
}

#[test]
fn a_run_killed_at_any_moment_leaves_nothing_half_decided() {
    let desk = Desk::new();
    desk.build();
    for pause in [1, 20, 60, 120, 200, 300] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_evb"))
            .args(["faststall", "2023-Q4", "--tyst"])
            .arg(&desk.data)
            .arg("--ut")
            .arg(&desk.out)
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(pause));
        let _ = child.kill();
        child.wait().unwrap();
        if desk.kept("2023-Q4.json").exists() {
            break;
        }
        assert_eq!(desk.standing(), []);
    }
    // Whether or not a run came to its end, what is decided is whole.
    desk.decide();
    let (folder, _) = load::read(&desk.data);
    let decided = &folder.decided[&"2023-Q4".parse().unwrap()];
    for paper in &decided.documents {
        assert!(load::decided::paper(decided, paper).is_ok());
    }
    assert!(folder.findings.is_empty());
}

#[test]
fn nothing_is_decided_with_an_error_or_from_an_old_file() {
    let desk = Desk::new();
    desk.build();
    let old = desk.file(REPORT);
    desk.change("2023-Q4.yaml", "avbrott: 2022-12-03", "avbrott: 2022-13-03");
    let outcome = desk.decide();
    assert_eq!(
        outcome.decisions,
        [Decision::Stopped("exempel-lss".to_owned())]
    );
    assert!(!desk.kept("2023-Q4.json").exists());
    desk.change("2023-Q4.yaml", "avbrott: 2022-13-03", "avbrott: 2022-12-04");
    // Built and decided in one go: the old file is not what is kept.
    desk.decide();
    let kept = std::fs::read(desk.kept("2023-Q4/rapport.pdf")).unwrap();
    assert!(kept != old && kept == desk.file(REPORT));
}

#[test]
fn both_samples_can_be_decided() {
    for (sample, quarter) in [("exempel-lss", "2023-Q4"), ("exempelkommun", "2026-Q3")] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join(sample);
        std::fs::create_dir(&data).unwrap();
        for file in files(&root().join("data").join(sample)).keys() {
            let from = root().join("data").join(sample).join(file);
            std::fs::copy(from, data.join(file)).unwrap();
        }
        let out = folder.path().join("ut");
        let run = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_evb"));
            let command = command.args(arguments).arg("--ut").arg(&out);
            command
                .arg("--tyst")
                .current_dir(folder.path())
                .status()
                .unwrap()
                .code()
        };
        // Å, ä and ö may be written.
        assert_eq!(run(&["fastställ", quarter, sample]), Some(0));
        let before = files(&out);
        std::fs::remove_dir_all(&out).unwrap();
        assert_eq!(run(&["bygg", sample, "--kvartal", quarter]), Some(0));
        assert!(files(&out) == before);
        assert_eq!(run(&["faststall", quarter, sample]), Some(2));
    }
}

#[test]
fn a_warning_stops_a_strict_decision() {
    let desk = Desk::new();
    let wish = Wish {
        quarter: "2023-Q4".parse().unwrap(),
        namnder: &[],
        out: &desk.out,
        strict: true,
    };
    let outcome = pipeline::decide::decide(&desk.data, wish, &|_, _| {}).unwrap();
    assert_eq!(
        outcome.decisions,
        [Decision::Stopped("exempel-lss".to_owned())]
    );
    assert!(!desk.data.join("faststallt").exists());
}
