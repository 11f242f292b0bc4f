//! Batches, measured as the operating system sees them: CPU per document, what a
//! second thread gives, memory over many documents. `benches/README.md` says how
//! to run it beside the stock compiler.
//!
//! `cargo bench --bench batch -- [DOCUMENTS]`

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench reads and writes files and prints its table"
)]

use std::path::Path;
use std::time::Instant;

use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;

mod sample;

/// CPU seconds of this process, user and system.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or("")
        .split_whitespace()
        .collect();
    let ticks = |at: usize| {
        fields
            .get(at)
            .and_then(|f| f.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    (ticks(11) + ticks(12)) / 100.0
}

/// Peak memory of this process, in megabytes.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap_or("");
    line.split_whitespace()
        .nth(1)
        .and_then(|kb| kb.parse::<f64>().ok())
        .unwrap_or(0.0)
        / 1024.0
}

fn run(data: &Path, out: &Path, threads: usize) -> (usize, usize, f64, f64) {
    let _ = std::fs::remove_dir_all(out);
    let (wall, before) = (Instant::now(), cpu());
    let goal = Goal::Build {
        out,
        png: None,
        threads: Some(threads),
    };
    let outcome = pipeline::run(data, &Selection::default(), goal, &|_, _| {})
        .expect("the bench data is sound");
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let pages = outcome.documents.first().map_or(0, |made| made.pages);
    (
        outcome.documents.len(),
        pages,
        wall.elapsed().as_secs_f64(),
        cpu() - before,
    )
}

fn main() {
    let count: usize = std::env::args()
        .filter_map(|text| text.parse().ok())
        .next()
        .unwrap_or(60);
    let folder = tempfile::tempdir().expect("a folder");
    let (data, out) = (folder.path().join("data"), folder.path().join("output"));
    sample::quarters(&data, "prov", count);
    whole(&data, &out, "hela rapporten");
    sample::as_the_yardstick(&data, "prov");
    whole(&data, &out, "måttstockens innehåll");
    let (wall, before) = (Instant::now(), cpu());
    pipeline::run(&data, &Selection::default(), Goal::Check, &|_, _| {})
        .expect("the bench data is sound");
    println!(
        "egen kod (allt utom Typst): {:.1} ms och {:.1} ms CPU per dokument",
        wall.elapsed().as_secs_f64() * 1000.0 / count as f64,
        (cpu() - before) * 1000.0 / count as f64
    );
}

/// Builds everything on one thread and on two.
fn whole(data: &Path, out: &Path, what: &str) {
    for threads in [1, 2] {
        let (documents, pages, wall, cpu) = run(data, out, threads);
        println!(
            "{what}, {threads} tråd(ar): {documents} dokument à {pages} sidor, {:.0} ms och {:.0} ms \
             CPU per dokument, högst {:.0} MB",
            wall * 1000.0 / documents as f64,
            cpu * 1000.0 / documents as f64,
            peak()
        );
    }
}
