//! The sample nämnder: what `granska` says of each, and the papers they ask
//! for. The figures of the published papers they are built on are in `figures`,
//! the order of their headings in `headings`.

use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;

use crate::build::build;
use crate::build::files;
use crate::facts::root;

mod figures;
mod headings;

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
    // The published paper has neither elapsed time nor sex, and the revisorer are not among its
    // receivers.
    (
        "exempel-sol-lss",
        &[
            ("2024-Q4.yaml", "ofullstandig-statistik"),
            ("namnd.yaml", "mottagare-saknas"),
        ],
    ),
    // Its reports are counted so that they add up; see the comment in the file.
    (
        "exempel-stadsdel",
        &[("2023-Q1.yaml", "ofullstandig-statistik")],
    ),
    (
        "exempel-tjansteskrivelse",
        &[("2021-Q2.yaml", "ofullstandig-statistik")],
    ),
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
    folders.retain(|name| name != "schema"); // what editors read
    folders.sort();
    assert_eq!(folders, FINDINGS.map(|(sample, _)| sample));
}

#[test]
fn every_paper_of_the_samples_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = build(&root().join("data"), folder.path());
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let papers: Vec<String> = files(folder.path())
        .into_keys()
        .filter(|name| !name.starts_with("exempelkommun/") && !name.contains("/2023-Q4/"))
        .collect();
    assert_eq!(
        papers,
        [
            "exempel-lss/2023-Q1/publik/rapport.pdf",
            "exempel-lss/2023-Q2/publik/rapport.pdf",
            "exempel-lss/2023-Q3/publik/rapport.pdf",
            "exempel-sol-lss/2024-Q4/publik/protokollsutdrag.pdf",
            "exempel-stadsdel/2023-Q1/publik/tjansteutlatande.pdf",
            "exempel-tjansteskrivelse/2021-Q2/publik/tjansteskrivelse.pdf",
        ]
    );
    let chain: Vec<String> = files(&folder.path().join("exempel-lss/2023-Q4"))
        .into_keys()
        .collect();
    assert_eq!(
        chain,
        [
            "publik/protokoll-ks.pdf",
            "publik/protokoll-namnd.pdf",
            "publik/rapport.pdf",
            "publik/rutin.pdf",
            "publik/statistik-kf.pdf",
            "publik/tjansteutlatande-ks.pdf",
        ]
    );
}
