//! The stages apart, for one document: load, derive, compose, print.

#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "a bench reads and writes files"
)]

use divan::Bencher;
use evb::load;
use evb::load::catalogue::built_in;
use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;
use evb::validate;

mod sample;

fn main() {
    divan::main();
}

#[divan::bench]
fn load_one_namnd(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    sample::namnd(folder.path(), "prov");
    bencher.bench(|| load::load(folder.path()).expect("the bench data is sound"));
}

#[divan::bench]
fn validate_one_namnd(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    sample::namnd(folder.path(), "prov");
    let loaded = load::load(folder.path()).expect("the bench data is sound");
    let catalogue = built_in();
    bencher.bench(|| validate::folder(&loaded.folders[0], &catalogue));
}

#[divan::bench]
fn derive_one_quarter(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    sample::namnd(folder.path(), "prov");
    let loaded = load::load(folder.path()).expect("the bench data is sound");
    let catalogue = built_in();
    let checked = validate::folder(&loaded.folders[0], &catalogue);
    let (_, report) = checked.reports.last().expect("a quarter");
    let clock = evb::model::clock::Clock::Law;
    bencher.bench(|| evb::derive::figures(report, &catalogue.insatser, &catalogue.orsaker, clock));
}

/// All rooms up to `compose`, for a nämnd with one document.
#[divan::bench]
fn check_one_namnd(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    sample::namnd(folder.path(), "prov");
    bencher.bench(|| {
        pipeline::run(
            folder.path(),
            &Selection::default(),
            Goal::Check,
            &|_, _| {},
        )
    });
}

/// One document, from files to a file.
#[divan::bench(sample_count = 20)]
fn build_one_document(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    sample::namnd(&folder.path().join("data"), "prov");
    let (data, out) = (folder.path().join("data"), folder.path().join("output"));
    bencher.bench(|| {
        let _ = std::fs::remove_dir_all(&out);
        let goal = Goal::Build {
            out: &out,
            png: None,
            threads: Some(1),
        };
        pipeline::run(&data, &Selection::default(), goal, &|_, _| {})
    });
}

/// Forty quarters of one nämnd, on one thread.
#[divan::bench(sample_count = 3)]
fn build_forty_quarters(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    sample::quarters(&folder.path().join("data"), "prov", 40);
    let (data, out) = (folder.path().join("data"), folder.path().join("output"));
    bencher.bench(|| {
        let _ = std::fs::remove_dir_all(&out);
        let goal = Goal::Build {
            out: &out,
            png: None,
            threads: Some(1),
        };
        pipeline::run(&data, &Selection::default(), goal, &|_, _| {})
    });
}
