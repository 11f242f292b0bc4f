//! The rutin among the papers of a quarter: it has no figures, and changes
//! nothing of what the others show, hide and keep.

use std::path::Path;
use std::path::PathBuf;

use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;
use serde_json::Value;

use crate::build::build;
use crate::build::files;
use crate::ivo_papper::NAMND;

/// A quarter with small groups, papers for everybody, and perhaps the routine
/// first of all.
fn with_others(folder: &Path, profile: &str, rutin: bool) -> PathBuf {
    let namnd = folder.join("prov");
    std::fs::create_dir_all(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), NAMND).unwrap();
    let rows: String = (0..9)
        .map(|at| {
            let (kon, insats) = [("man", "hemtjanst"), ("kvinna", "ledsagarservice")][at % 2];
            format!("  - {{kön: {kon}, insats: {insats}, beslutsdatum: 2026-02-0{}, orsak: personal}}\n", at + 1)
        })
        .collect();
    let own = if rutin {
        "  - {id: rutin, slag: rutin, lag: [LSS]}\n"
    } else {
        ""
    };
    let quarter = format!(
        "format: 1\nkvartal: 2026-Q2\nuppgifter_daterade: 2026-07-10\nbeslut:\n{rows}handlingar:\n{own}  \
         - {{id: rapport, slag: rapport, profil: {profile}}}\n"
    );
    std::fs::write(namnd.join("2026-Q2.yaml"), quarter).unwrap();
    namnd
}

#[test]
fn it_does_not_touch_the_protection_of_the_quarter() {
    for profile in ["publik", "öppen"] {
        let run = |rutin| {
            let folder = tempfile::tempdir().unwrap();
            let data = with_others(folder.path(), profile, rutin);
            let out = folder.path().join("ut");
            let outcome = build(&data, &out);
            let found: Vec<&str> = outcome
                .findings
                .iter()
                .map(|it| it.finding.rule.slug)
                .collect();
            let found: Vec<String> = found.into_iter().map(str::to_owned).collect();
            assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
            (outcome.notes, found, files(&out))
        };
        let (notes, found, alone) = run(false);
        let (beside, found_beside, mut both) = run(true);
        let rutin = both.remove("prov/2026-Q2/publik/rutin.pdf").unwrap();
        assert_eq!((notes, found), (beside, found_beside), "{profile}");
        assert!(alone == both, "{profile}");
        // Nothing of the quarter is attached to it.
        let attached = |pdf: &[u8]| pdf.windows(13).any(|bytes| bytes == b"/EmbeddedFile");
        assert!(!attached(&rutin));
        assert!(both.values().any(|pdf| attached(pdf)));
    }
}

#[test]
fn what_is_decided_has_the_figures_of_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let data = with_others(folder.path(), "publik", true);
    let wish = pipeline::decide::Wish {
        quarter: "2026-Q2".parse().unwrap(),
        namnder: &[],
        out: &folder.path().join("ut"),
        strict: false,
    };
    let outcome = pipeline::decide::decide(&data, wish, &|_, _| {}).unwrap();
    assert_eq!(outcome.decisions.len(), 1);
    let record = std::fs::read_to_string(data.join("faststallt/2026-Q2.json")).unwrap();
    let record: Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["handlingar"].as_array().unwrap().len(), 2);
    assert!(
        !record["profiler"]["publik"]["siffror"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    // Decided, it is put back and not made again.
    let again = pipeline::run(
        &data,
        &Selection::default(),
        Goal::Plan(wish.out),
        &|_, _| {},
    );
    let standing: Vec<bool> = again
        .unwrap()
        .documents
        .iter()
        .map(|made| made.standing.is_some_and(|standing| !standing.differs))
        .collect();
    assert_eq!(standing, [true, true]);
}
