//! The sample nämnder: what `granska` says of each. The figures of the
//! published papers they are built on are in `figures`.

use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;

use crate::facts::root;

mod figures;

/// The findings of every sample: its file and the rule, in the order told.
const FINDINGS: [(&str, &[(&str, &str)]); 5] = [
    (
        "exempel-lss",
        &[
            ("2023-Q1.yaml", "ofullstandig-statistik"),
            ("2023-Q1.yaml", "delar-over-summan"),
            ("2023-Q2.yaml", "ofullstandig-statistik"),
            ("2023-Q3.yaml", "ofullstandig-statistik"),
            ("2023-Q3.yaml", "utfall-gar-inte-ihop"),
            ("2023-Q4.yaml", "fler-an-kvarstod"),
            ("2023-Q4.yaml", "farre-an-kvarstod"),
            ("2023-Q4.yaml", "beslutsdatum-saknas"),
            ("2023-Q4.yaml", "handelse-fore-kvartalet"),
            ("2023-Q4.yaml", "handelse-fore-kvartalet"),
            ("2023-Q4.yaml", "aldrig-tre-manader"),
            ("2023-Q4.yaml", "handelse-fore-kvartalet"),
            ("2023-Q4.yaml", "osannolik-orsak"),
        ],
    ),
    // The revisorer are not among the receivers of the published paper.
    ("exempel-sol-lss", &[("namnd.yaml", "mottagare-saknas")]),
    // Its reports are counted so that they add up; see the comment in the file.
    ("exempel-stadsdel", &[]),
    ("exempel-tjansteskrivelse", &[]),
    ("exempelkommun", &[]),
];

#[test]
fn every_sample_has_the_findings_it_is_known_for() {
    let outcome = pipeline::run(
        &root().join("data"),
        &Selection::default(),
        Goal::Check,
        &|_, _| {},
    )
    .unwrap();
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let told: Vec<(String, &str)> = outcome
        .findings
        .iter()
        .map(|placed| {
            let file = placed.finding.file.replace('\\', "/");
            let parts: Vec<&str> = file.rsplit('/').take(2).collect();
            (
                format!("{}/{}", parts[1], parts[0]),
                placed.finding.rule.slug,
            )
        })
        .collect();
    let expected: Vec<(String, &str)> = FINDINGS
        .iter()
        .flat_map(|(sample, list)| {
            let place =
                move |(file, slug): &(&str, &'static str)| (format!("{sample}/{file}"), *slug);
            list.iter().map(place)
        })
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn every_folder_of_the_samples_is_in_the_table() {
    let mut folders: Vec<String> = std::fs::read_dir(root().join("data"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    assert_eq!(folders, FINDINGS.map(|(sample, _)| sample));
}
