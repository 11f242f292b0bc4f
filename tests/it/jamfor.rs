//! Comparing published figures: quarters, papers, what was decided, folders.

use std::path::Path;
use std::process::Command;

use evb::pipeline::compare::compare;

use crate::build::build;
use crate::faststall::Desk;

const REPORT: &str = "exempel-lss/2023-Q4/publik/rapport.pdf";

fn run(a: &Path, b: &Path, more: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evb"));
    let output = command
        .arg("jamfor")
        .arg(a)
        .arg(b)
        .args(more)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn a_quarter_a_record_and_a_paper_hold_the_same_figures() {
    let desk = Desk::decided();
    let file = desk.out.join("bredvid.json");
    std::fs::write(&file, beside()).unwrap();
    let all = [
        desk.data.join("2023-Q4"),
        desk.data.join("2023-Q4.yaml"),
        desk.kept("2023-Q4.json"),
        desk.out.join(REPORT),
        file,
    ];
    for a in &all {
        for b in &all {
            let comparison = compare(a, b).unwrap();
            assert!(!comparison.differs(), "{a:?} {b:?}");
        }
    }
    // And so they differ alike when the quarter changes.
    desk.find_a_fault();
    let now = desk.data.join("2023-Q4.yaml");
    let said: Vec<_> = all[2..]
        .iter()
        .map(|before| compare(before, &now).unwrap().human())
        .collect();
    assert!(said.iter().all(|text| text == &said[0]));
    for line in [
        "Verkställda: 18 → 17",
        "Ej verkställda, ledsagarservice, män: 2 → 3",
    ] {
        assert!(said[0].lines().any(|known| known == line), "{}", said[0]);
    }
}

/// Returns the figures of the sample's paper as they are written beside it where
/// nothing may be attached.
fn beside() -> Vec<u8> {
    let desk = Desk::new();
    desk.change("namnd.yaml", "A-3a", "A-2a");
    build(&desk.data, &desk.out);
    desk.file("exempel-lss/2023-Q4/publik/rapport.json")
}

#[test]
fn a_paper_without_figures_inside_has_them_beside() {
    let desk = Desk::new();
    desk.change("namnd.yaml", "A-3a", "A-2a");
    build(&desk.data, &desk.out);
    let paper = desk.out.join(REPORT);
    let quarter = desk.data.join("2023-Q4");
    assert!(!compare(&paper, &quarter).unwrap().differs());
    std::fs::remove_file(paper.with_extension("json")).unwrap();
    let error = compare(&paper, &quarter).unwrap_err().to_string();
    assert!(error.contains("har inga siffror med sig"), "{error}");
}

#[test]
fn folders_are_compared_file_by_file_and_quarter_by_quarter() {
    let (one, two) = (Desk::decided(), Desk::decided());
    assert!(!compare(&one.out, &two.out).unwrap().differs());
    assert!(!compare(&one.data, &two.data).unwrap().differs());
    two.find_a_fault();
    let said = compare(&one.data, &two.data).unwrap().human();
    assert!(
        said.starts_with("2023-Q4 (öppen):\n  Verkställda: 18 → 17\n"),
        "{said}"
    );
    std::fs::remove_file(two.data.join("2023-Q3.yaml")).unwrap();
    let said = compare(&one.data, &two.data).unwrap().human();
    assert!(said.contains("bara i A: 2023-Q3\n"), "{said}");
    std::fs::remove_file(two.out.join(REPORT)).unwrap();
    let comparison = compare(&two.out, &one.out).unwrap();
    assert_eq!(comparison.only_b, [REPORT]);
}

#[test]
fn it_exits_as_diff_does() {
    let desk = Desk::decided();
    let (before, now) = (desk.kept("2023-Q4.json"), desk.data.join("2023-Q4"));
    assert_eq!(
        run(&before, &now, &[]),
        (0, "inga siffror skiljer sig\n".to_owned(), String::new())
    );
    desk.find_a_fault();
    let (status, out, err) = run(&before, &now, &["--format", "json"]);
    assert_eq!((status, err.as_str()), (1, ""));
    let value: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value["format"], 1);
    let list = value["skillnader"].as_array().unwrap();
    let total = list
        .iter()
        .find(|one| one["vad"] == "Ej verkställda")
        .unwrap();
    assert_eq!((&total["a"], &total["b"]), (&57.into(), &58.into()));
    assert_eq!(total["mått"], "kvarstår");

    for (a, b, said) in [
        (&before, &desk.out, "är inte av samma slag"),
        (
            &desk.data.join("2019-Q1"),
            &before,
            "filen eller mappen finns inte",
        ),
        (&desk.data.join("namnd.yaml"), &before, "hittar ingen nämnd"),
    ] {
        let (status, out, err) = run(a, b, &[]);
        assert_eq!((status, out.as_str()), (2, ""));
        assert!(err.contains(said), "{err}");
    }
}

#[test]
fn a_paper_of_one_act_is_compared_in_that_act() {
    let desk = Desk::new();
    let order = "{id: rapport, slag: rapport,";
    desk.change("2023-Q4.yaml", order, &format!("{order} lag: [LSS],"));
    let row = "  - {nr: 88, kön: pojke,   insats: korttidstillsyn,";
    let other = "  - {nr: 89, kön: man, insats: hemtjanst, lag: SoL, beslutsdatum: 2023-03-01, \
                 orsak: personal}\n";
    desk.change("2023-Q4.yaml", row, &format!("{other}{row}"));
    desk.change("2023-Q4.yaml", "rapporterade: 88,", "rapporterade: 89,");
    desk.change("2023-Q4.yaml", "kvarstår: 57}", "kvarstår: 58}");
    build(&desk.data, &desk.out);
    let (paper, quarter) = (desk.out.join(REPORT), desk.data.join("2023-Q4"));
    assert!(!compare(&paper, &quarter).unwrap().differs());
    // What happens under the other act is none of the paper's.
    desk.change(
        "2023-Q4.yaml",
        "insats: hemtjanst, lag: SoL,",
        "insats: ledsagarservice, lag: LSS,",
    );
    let said = compare(&paper, &quarter).unwrap().human();
    assert!(said.contains("Rapporterade, LSS: 88 → 89\n"), "{said}");
    assert!(!said.contains("SoL"), "{said}");
}

#[test]
fn another_profile_is_not_compared_with() {
    let desk = Desk::decided();
    let before = desk.kept("2023-Q4.json");
    desk.change("namnd.yaml", "rapport: öppen", "rapport: revisor");
    let error = compare(&before, &desk.data.join("2023-Q4")).unwrap_err();
    assert!(error.to_string().contains("olika profiler"), "{error}");
}

#[test]
fn a_broken_paper_is_told_and_never_a_panic() {
    let desk = Desk::decided();
    let whole = desk.file(REPORT);
    let record = desk.kept("2023-Q4.json");
    let broken = desk.out.join("trasig.pdf");
    let mut torn = 0;
    let mut look = |bytes: &[u8]| {
        std::fs::write(&broken, bytes).unwrap();
        torn += usize::from(compare(&broken, &record).is_err());
    };
    for part in 0..40 {
        look(&whole[..whole.len() * part / 40]);
    }
    // Every byte of what the reader goes by, and some of the rest.
    let mut chance: u64 = 7;
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..40 {
            chance = chance
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let at = (chance >> 33) as usize % bytes.len();
            bytes[at] = (chance >> 20) as u8;
        }
        look(&bytes);
    }
    look(b"");
    look(b"%PDF-1.7\n%%EOF\n");
    assert!(torn > 40, "{torn}");
}
