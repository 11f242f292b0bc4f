//! The stages apart, for one document: load, derive, compose, print.

#![expect(clippy::disallowed_methods, reason = "a bench reads and writes files")]

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
    bencher.bench(|| {
        evb::derive::figures(report, None, &catalogue.insatser, &catalogue.orsaker, clock)
    });
}

#[divan::bench]
fn read_the_catalogues() -> evb::load::catalogue::Catalogue {
    built_in()
}

#[divan::bench]
fn set_up_the_press() -> evb::render::Press {
    evb::render::Press::new(
        &[],
        &evb::load::fonts::BUILT_IN,
        evb::load::templates::all(&[]),
    )
}

/// Hands a composed document and its press to a bench.
fn with_document(work: impl FnOnce(&dyn Fn() -> evb::compose::Document)) {
    let folder = tempfile::tempdir().expect("a folder");
    sample::namnd(folder.path(), "prov");
    let loaded = load::load(folder.path()).expect("the bench data is sound");
    let catalogue = built_in();
    let found = &loaded.folders[0];
    let checked = validate::folder(found, &catalogue);
    let clock = evb::model::clock::Clock::Law;
    let figures: Vec<_> = checked
        .reports
        .iter()
        .map(|(quarter, report)| {
            let insatser = &catalogue.insatser;
            (
                *quarter,
                evb::derive::figures(report, None, insatser, &catalogue.orsaker, clock),
            )
        })
        .collect();
    let trend: Vec<_> = figures
        .iter()
        .map(|(quarter, figures)| {
            let guarded = None;
            (*quarter, Some(evb::protect::Known { figures, guarded }))
        })
        .collect();
    let profile = evb::model::profile::Profile::Oppen;
    let (quarter, report) = checked.reports.last().expect("a quarter");
    let order = &report.orders[0];
    let namnd = validate::namnd_on(found, &catalogue, order.dated_on)
        .0
        .expect("a nämnd");
    let path = "prov.yaml".into();
    let families = ["Noto Sans".to_owned()];
    work(&|| {
        let published = evb::protect::protect(&trend, profile).expect("öppen is always served");
        let input = evb::compose::Input {
            namnd: &namnd,
            report,
            order,
            published: &published,
            law: &catalogue.law,
            families: &families,
            path: &path,
            corrected: None,
            case_numbers: &Default::default(),
        };
        let envelope = evb::document::Envelope {
            namnd: "prov".to_owned(),
            quarter: *quarter,
            id: "rapport".to_owned(),
            profile,
            overridden: false,
        };
        evb::compose::compose(&input, envelope).0
    });
}

#[divan::bench]
fn protect_and_compose(bencher: Bencher<'_, '_>) {
    with_document(|compose| bencher.bench_local(compose));
}

/// Typst alone: compile and export.
#[divan::bench(sample_count = 20)]
fn compile_and_export(bencher: Bencher<'_, '_>) {
    with_document(|compose| {
        let document = compose();
        let press = set_up_the_press();
        let mut files = vec![
            (
                "/ctx.json",
                serde_json::to_vec(&document.value).expect("plain data"),
            ),
            (evb::compose::ATTACHMENT, b"{}".to_vec()),
        ];
        files.extend(document.charts);
        let job = evb::render::Job {
            template: "rapport.typ",
            files,
            dated_on: document.dated_on,
            ident: "prov".to_owned(),
            archive: evb::render::Archive::A3a,
            png: None,
        };
        bencher.bench_local(|| {
            evb::render::print(&press, &job)
                .map(|printed| printed.pages)
                .map_err(|_| "not printed")
                .expect("it prints")
        });
    });
}

#[divan::bench]
fn draw_lines() -> Option<evb::chart::Drawing> {
    let quarters: Vec<String> = (1..=8)
        .map(|n| format!("Kv {} {}", n % 4 + 1, 2022 + n / 4))
        .collect();
    let series = |name: &str, from: u32| evb::chart::Series {
        name: name.to_owned(),
        values: (0..8).map(|n| Some(from + 3 * n)).collect(),
    };
    let style = evb::chart::Style {
        accent: (11, 90, 122),
    };
    evb::chart::lines(
        &quarters,
        &[series("rapporterade", 60), series("ej verkställda", 40)],
        style,
    )
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
