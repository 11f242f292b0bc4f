//! The whole way to files: the same bytes, the right files, nothing lost.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;

use crate::facts::root;

/// Copies the sample nämnd to another folder, with all its papers.
pub(crate) fn copy_papers(to: &Path) -> PathBuf {
    let target = to.join("exempel-lss");
    std::fs::create_dir_all(&target).unwrap();
    for entry in std::fs::read_dir(root().join("data/exempel-lss")).unwrap() {
        let from = entry.unwrap().path();
        std::fs::copy(&from, target.join(from.file_name().unwrap())).unwrap();
    }
    target
}

/// Copies the sample nämnd to another folder, with the report of each quarter
/// and no other paper.
pub(crate) fn copy_sample(to: &Path) -> PathBuf {
    let target = copy_papers(to);
    let quarter = target.join("2023-Q4.yaml");
    let text = std::fs::read_to_string(&quarter).unwrap();
    let kept = |line: &&str| !line.contains("slag: ") || line.contains("slag: rapport,");
    let lines: Vec<&str> = text.lines().filter(kept).collect();
    assert_eq!(text.lines().count() - lines.len(), 5);
    std::fs::write(&quarter, lines.join("\n") + "\n").unwrap();
    target
}

pub(crate) fn chosen(data: &Path, selection: &Selection, out: &Path) -> pipeline::Outcome {
    let goal = Goal::Build {
        out,
        png: None,
        threads: Some(2),
    };
    pipeline::run(data, selection, goal, &|_, _| {}).unwrap()
}

pub(crate) fn build(data: &Path, out: &Path) -> pipeline::Outcome {
    chosen(data, &Selection::default(), out)
}

pub(crate) fn files(below: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in walkdir::WalkDir::new(below).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() && entry.file_name() != "manifest.json" {
            let name = entry
                .path()
                .strip_prefix(below)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            all.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
    all
}

#[test]
fn same_input_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let copies = ["här", "där"].map(|name| copy_papers(&folder.path().join(name)));
    let (one, two) = (folder.path().join("ett"), folder.path().join("två"));
    build(&copies[0], &one);
    build(&copies[1], &two);
    let (one, two) = (files(&one), files(&two));
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        two.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &one {
        assert!(two[name] == *bytes, "{name} differs");
    }
}

#[test]
fn deleting_output_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    let out = folder.path().join("output");
    build(&data, &out);
    let before = files(&out);
    std::fs::remove_dir_all(&out).unwrap();
    build(&data, &out);
    assert!(before == files(&out));
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        [1, 2, 3, 4]
            .map(|n| format!("exempel-lss/2023-Q{n}/publik/rapport.pdf"))
            .iter()
            .collect::<Vec<_>>()
    );
}

#[test]
fn an_archive_that_refuses_attachments_gets_the_figures_beside() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    let namnd = data.join("namnd.yaml");
    let text = std::fs::read_to_string(&namnd).unwrap();
    assert!(text.contains("A-3a"));
    std::fs::write(&namnd, text.replace("A-3a", "A-2a")).unwrap();
    let out = folder.path().join("output");
    let outcome = build(&data, &out);
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let files = files(&out);
    let json = &files["exempel-lss/2023-Q4/publik/rapport.json"];
    let value: serde_json::Value = serde_json::from_slice(json).unwrap();
    assert_eq!(value["format"], 1);
    assert_eq!(value["beslut"].as_array().unwrap().len(), 88);
    let pdf = &files["exempel-lss/2023-Q4/publik/rapport.pdf"];
    assert!(pdf.starts_with(b"%PDF-1.7"));
}

#[test]
fn another_profile_never_takes_a_files_place() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    let out = folder.path().join("output");
    let selection = Selection {
        quarters: Some(("2023-Q4".parse().unwrap(), "2023-Q4".parse().unwrap())),
        profile: evb::model::profile::Profile::named("revisor"),
        ..Selection::default()
    };
    chosen(&data, &selection, &out);
    let names: Vec<_> = files(&out).into_keys().collect();
    assert_eq!(names, ["exempel-lss/2023-Q4/intern/rapport-revisor.pdf"]);
}

#[test]
fn one_broken_quarter_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    let broken = data.join("2023-Q2.yaml");
    std::fs::write(&broken, "format: 1\nkvartal: 2023-Q2\nbeslut: [\n").unwrap();
    let out = folder.path().join("output");
    let outcome = build(&data, &out);
    assert_eq!(outcome.documents.len(), 3);
    assert!(
        outcome
            .findings
            .iter()
            .any(|placed| placed.finding.rule.slug == "yaml-fel")
    );
}

#[test]
fn a_table_without_a_header_is_refused() {
    let page = "#set document(title: \"t\", date: datetime(year: 2024, month: 1, day: 1))\n\
                #set text(font: \"Noto Sans\", lang: \"sv\")\n= Rubrik\n";
    let print = |table: &str| {
        let text = format!("{page}{table}");
        let press = evb::render::Press::new(
            &[],
            &evb::load::fonts::BUILT_IN,
            [("prov.typ", text.as_str())],
        );
        let job = evb::render::Job {
            template: "prov.typ",
            files: vec![],
            dated_on: "2024-01-01".parse().unwrap(),
            ident: "prov".to_owned(),
            archive: evb::render::Archive::A3a,
            png: None,
        };
        evb::render::print(&press, &job)
    };
    assert!(print("#table(columns: 1, table.header[A], [1])").is_ok());
    let Err(evb::render::Failure::Template(said)) = print("#table(columns: 1, [A], [1])") else {
        panic!("a table without a header passed");
    };
    assert_eq!(
        said[0].line(),
        "prov.typ:4:2: en tabell saknar rubrikrad (table.header)"
    );
}

#[test]
fn a_broken_quarter_is_a_gap_for_those_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    // What can be read of the quarter is not all of it, so nothing of it is told.
    let half = "format: 1\nkvartal: 2023-Q3\nuppgifter_daterade: 2023-10-10\nbeslut:\n  \
                - {kön: man, insats: ledsagarservice, avbrott: 2023-01-01}\n  \
                - {kön: man, insats: ledsagarservice, avbrott: 2023-02-30}\n";
    std::fs::write(data.join("2023-Q3.yaml"), half).unwrap();
    let broken = folder.path().join("trasigt");
    build(&data, &broken);
    std::fs::remove_file(data.join("2023-Q3.yaml")).unwrap();
    let absent = folder.path().join("borta");
    build(&data, &absent);
    assert!(files(&broken) == files(&absent));
    assert_eq!(files(&absent).len(), 3);
}

#[test]
fn the_invented_sample_is_clean_and_built() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = build(&root().join("data/exempelkommun"), folder.path());
    let said = evb::finding::draw::human(&outcome.findings, false);
    assert!(
        outcome.findings.is_empty() && outcome.errors.is_empty(),
        "{said}"
    );
    assert_eq!(outcome.documents.len(), 27);
}
