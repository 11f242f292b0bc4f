//! The program as it is run: what it says and how it exits.

use std::path::Path;
use std::process::Command;
use std::process::Output;

use crate::facts::root;

mod places;

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_evb"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

#[test]
fn alone_it_shows_help_with_three_examples() {
    let (status, out, _) = run(root(), &[]);
    assert_eq!(status, 0);
    insta::assert_snapshot!(out);
}

#[test]
fn every_command_has_swedish_help() {
    for command in [
        "bygg",
        "granska",
        "plan",
        "komplettera",
        "faststall",
        "jamfor",
        "ivo",
        "importera",
        "ny",
        "schema",
    ] {
        let (status, out, _) = run(root(), &[command, "--hjälp"]);
        assert_eq!(status, 0);
        for english in [
            "Usage",
            "Options",
            "Arguments",
            "Print help",
            "default",
            "aliases",
        ] {
            assert!(!out.contains(english), "{command}: {english}\n{out}");
        }
        insta::assert_snapshot!(format!("hjälp_{command}"), out);
    }
}

#[test]
fn mistakes_are_told_in_swedish() {
    #[track_caller]
    fn case(arguments: &[&str], said: &str) {
        let (status, _, err) = run(root(), arguments);
        assert_eq!(status, 2, "{err}");
        assert_eq!(err.lines().next(), Some(said));
    }
    case(
        &["byg"],
        "fel: det finns inget kommando «byg»; menade du «bygg»?",
    );
    case(
        &["bygg", "--utt"],
        "fel: det finns ingen flagga eller plats för «--utt»; menade du «--ut»?",
    );
    case(&["bygg", "--ut"], "fel: --ut <MAPP> saknar värde");
    case(
        &["bygg", "--kvartal", "2023-Q5"],
        "fel: «2023-Q5» kan inte stå efter --kvartal <KVARTAL>: «2023-Q5» är inget kvartal; skriv 2023-Q4",
    );
    case(
        &["bygg", "--kvartal", "2023-Q4..2023-Q1"],
        "fel: «2023-Q4..2023-Q1» kan inte stå efter --kvartal <KVARTAL>: 2023-Q4 kommer efter 2023-Q1",
    );
    case(
        &["granska", "--format", "xml"],
        "fel: «xml» kan inte stå efter --format <FORM>: skriv läsbar, kort eller json",
    );
    case(
        &["granska", "--förklara", "datum-sakns"],
        "fel: «datum-sakns» kan inte stå efter --förklara <REGEL>: det finns ingen sådan regel; menade du «datum-saknas»?",
    );
    case(
        &["granska", "--förklara", "väder"],
        "fel: «väder» kan inte stå efter --förklara <REGEL>: det finns ingen sådan regel; «evb granska --lista» visar alla",
    );
    case(
        &["granska", "--lista", "--förklara", "datum-saknas"],
        "fel: --lista kan inte stå tillsammans med --förklara <REGEL>",
    );
    case(
        &["granska", "--forklara", "datum-saknas", "data"],
        "fel: --förklara <REGEL> kan inte stå tillsammans med [SÖKVÄG]",
    );
    case(
        &["granska", "--lista", "--nämnd", "exempel-lss"],
        "fel: --lista kan inte stå tillsammans med --nämnd <NAMN>",
    );
    case(&["faststall"], "fel: det saknas något: <KVARTAL>");
    case(
        &["faststall", "hösten"],
        "fel: «hösten» kan inte stå efter <KVARTAL>: skriv till exempel 2023-Q4",
    );
    case(
        &["faststall", "2019-Q1"],
        "fel: det finns inget kvartal 2019-Q1",
    );
    case(&["jämför", "data"], "fel: det saknas något: <B>");
    case(
        &["diff", "data/exempel-lss", "finns-inte"],
        "fel: kan inte läsa «finns-inte»: filen eller mappen finns inte",
    );
    case(&["schema"], "fel: det saknas något: FIL eller --ut <MAPP>");
    case(
        &["schema", "kvartalet"],
        "fel: «kvartalet» kan inte stå efter [FIL]: menade du «kvartal»?",
    );
    case(
        &["schema", "namnd", "--ut", "schema"],
        "fel: [FIL] kan inte stå tillsammans med --ut <MAPP>",
    );
    case(
        &["bygg", "--gör-om", "--profil", "revisor"],
        "fel: --gör-om kan inte stå tillsammans med --profil <PROFIL>",
    );
    case(
        &["granska", "finns-inte"],
        "fel: kan inte läsa «finns-inte»: filen eller mappen finns inte",
    );
    case(
        &["granska", "src"],
        "fel: hittar ingen nämnd i «src»: en nämnd är en mapp med filen namnd.yaml; ange mappen data, \
         en nämnds mapp eller en kvartalsfil",
    );
}

#[test]
fn the_rule_book_needs_no_data() {
    let folder = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| {
        let (status, out, err) = run(folder.path(), arguments);
        assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}");
        out
    };
    let list = said(&["granska", "--lista"]);
    assert!(list.lines().all(|line| line.chars().count() <= 80));
    insta::assert_snapshot!("regelboken", list);
    for slug in ["angivet-mot-rader", "personuppgift", "mappnamn"] {
        let text = said(&["granska", "--förklara", slug]);
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{text}"
        );
        insta::assert_snapshot!(format!("regeln_{slug}"), text);
    }
    assert_eq!(
        said(&["check", "--forklara", "Aldrig-tre-månader"]),
        said(&["granska", "--förklara", "aldrig-tre-manader"])
    );
    assert_eq!(
        said(&["granska", "--lista", "--format", "kort"])
            .lines()
            .count(),
        evb::pipeline::rules().len()
    );
}

#[test]
fn the_rule_book_is_json_on_demand() {
    let rules = |arguments: &[&str]| {
        let (status, out, _) = run(root(), arguments);
        assert_eq!(status, 0);
        let value: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(value["format"], 1);
        value["regler"].as_array().unwrap().clone()
    };
    let all = rules(&["granska", "--lista", "--format", "json"]);
    assert_eq!(all.len(), evb::pipeline::rules().len());
    let one = rules(&["granska", "--förklara", "gatuadress", "--format", "json"]);
    assert_eq!(one.len(), 1);
    assert!(all.contains(&one[0]));
    assert_eq!(one[0]["nivå"], "varning");
    assert_eq!(
        (&one[0]["fast"], &one[0]["kan_släppas"]),
        (&false.into(), &true.into())
    );
    assert!(one[0]["rätt"].as_str().unwrap().starts_with("texter:\n"));
}

#[test]
fn what_is_asked_for_in_vain_is_told() {
    #[track_caller]
    fn case(arguments: &[&str], said: &str) {
        let (status, _, err) = run(root(), arguments);
        assert_eq!(status, 2, "{err}");
        assert!(err.lines().any(|line| line == said), "{err}");
    }
    case(
        &["granska", "--nämnd", "finns-inte"],
        "fel: det finns ingen nämnd «finns-inte»",
    );
    case(
        &["granska", "--namnd", "finns-inte"],
        "fel: det finns ingen nämnd «finns-inte»",
    );
    case(
        &["granska", "--kvartal", "2019-Q1"],
        "fel: det finns inget kvartal 2019-Q1",
    );
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_string_lossy().into_owned();
    case(
        &["bygg", "--handling", "x", "--ut", &out],
        "fel: det finns ingen handling «x»",
    );
}

#[test]
fn granska_names_rows_2_9_41_and_13_with_their_places() {
    let (status, _, err) = run(
        root(),
        &[
            "granska",
            "data/exempel-lss",
            "--kvartal",
            "2023-Q4",
            "--format",
            "kort",
        ],
    );
    assert_eq!(status, 0);
    insta::assert_snapshot!(err);
    let text = std::fs::read_to_string(root().join("data/exempel-lss/2023-Q4.yaml")).unwrap();
    for nr in [2, 9, 13, 41] {
        let row = text
            .lines()
            .position(|line| line.contains(&format!("{{nr: {nr},")))
            .unwrap()
            + 1;
        assert!(
            err.contains(&format!("2023-Q4.yaml:{row}:")),
            "row {nr} on line {row}\n{err}"
        );
    }
}

#[test]
fn earlier_quarters_contradict_themselves() {
    let (_, _, err) = run(root(), &["granska", "data/exempel-lss", "--format", "kort"]);
    for said in [
        "88 rapporterade, men 23 verkställda eller avslutade och 64 som kvarstår blir 87",
        "totalen är 42, men insatserna blir minst 48",
    ] {
        assert!(err.contains(said), "{err}");
    }
}

#[test]
fn strict_makes_warnings_count_and_json_is_json() {
    let (status, out, _) = run(root(), &["granska", "--strikt", "--format", "json"]);
    assert_eq!(status, 1);
    let value: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value["format"], 1);
    let list = value["anmärkningar"].as_array().unwrap();
    assert!(
        list.iter()
            .any(|f| f["ställe"] == "beslut[40].avslutat" && f["rad"].is_u64())
    );
}
