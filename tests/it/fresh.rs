//! What is made again and what is left alone, and why.

use std::path::Path;

use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;
use evb::write::manifest::Reason;

use crate::build::build;
use crate::build::copy_sample;
use crate::build::files;

fn reasons(data: &Path, out: &Path) -> Vec<Option<Reason>> {
    let outcome = pipeline::run(data, &Selection::default(), Goal::Plan(out), &|_, _| {}).unwrap();
    outcome.documents.iter().map(|made| made.reason).collect()
}

#[test]
fn only_what_is_stale_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    let out = folder.path().join("output");
    assert_eq!(reasons(&data, &out), [Some(Reason::New); 4]);
    build(&data, &out);
    assert_eq!(reasons(&data, &out), [None; 4]);
    assert!(
        build(&data, &out)
            .documents
            .iter()
            .all(|made| made.pages == 0)
    );

    // Deleted, edited and torn files are made again.
    let pdf = |quarter: &str| out.join(format!("exempel-lss/{quarter}/publik/rapport.pdf"));
    let whole = files(&out);
    std::fs::remove_file(pdf("2023-Q1")).unwrap();
    let bytes = std::fs::read(pdf("2023-Q2")).unwrap();
    std::fs::write(pdf("2023-Q2"), &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(
        reasons(&data, &out),
        [Some(Reason::New), Some(Reason::File), None, None]
    );
    build(&data, &out);
    assert!(files(&out) == whole);

    // A changed quarter changes itself and those that look back on it.
    let file = data.join("2023-Q2.yaml");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("rapporterade: 84"));
    std::fs::write(&file, text.replace("rapporterade: 84", "rapporterade: 85")).unwrap();
    let content = Some(Reason::Content);
    assert_eq!(reasons(&data, &out), [None, content, content, content]);
    build(&data, &out);

    // The nämnd's own template is a new look; the content is the same.
    std::fs::create_dir(data.join("mallar")).unwrap();
    let built_in = evb::load::templates::BUILT_IN
        .iter()
        .find(|(name, _)| *name == "rapport.typ");
    let own = built_in
        .unwrap()
        .1
        .replace("// The nämnd's report", "// Vår egen rapport");
    std::fs::write(data.join("mallar/rapport.typ"), own).unwrap();
    assert_eq!(reasons(&data, &out), [Some(Reason::Look); 4]);
}

#[test]
fn one_and_two_threads_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    let mut built = vec![];
    for threads in [1, 2] {
        let out = folder.path().join(format!("ut-{threads}"));
        let goal = Goal::Build {
            out: &out,
            png: None,
            threads: Some(threads),
        };
        let outcome = pipeline::run(&data, &Selection::default(), goal, &|_, _| {}).unwrap();
        let order: Vec<_> = outcome
            .documents
            .iter()
            .map(|made| made.path.clone())
            .collect();
        let mut sorted = order.clone();
        sorted.sort();
        assert_eq!(order, sorted, "documents are told in their order");
        built.push(files(&out));
    }
    assert!(built[0] == built[1]);
}

#[test]
fn a_broken_own_template_is_told_at_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    std::fs::create_dir(data.join("mallar")).unwrap();
    let text = "// Egen mall\n#let ctx = json(\"/ctx.json\")\n#ctx.finns-inte\n";
    std::fs::write(data.join("mallar/rapport.typ"), text).unwrap();
    // Another nämnd is made all the same.
    let other = folder.path().join("annan");
    std::fs::create_dir(&other).unwrap();
    for file in ["namnd.yaml", "2023-Q3.yaml"] {
        std::fs::copy(data.join(file), other.join(file)).unwrap();
    }
    let outcome = build(folder.path(), &folder.path().join("output"));
    assert_eq!(outcome.documents.len(), 1);
    let said = evb::finding::draw::short(&outcome.findings);
    let line = said
        .lines()
        .find(|line| line.contains("mall-trasig"))
        .unwrap();
    assert!(
        line.contains("mallar/rapport.typ:3:6: fel[mall-trasig]: mallen fungerar inte"),
        "{line}"
    );
}

#[test]
fn a_logo_and_pictures_of_the_pages() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\">\
               <rect width=\"60\" height=\"20\" fill=\"#0b5a7a\"/></svg>";
    std::fs::write(data.join("logga.svg"), svg).unwrap();
    let namnd = data.join("namnd.yaml");
    let text = std::fs::read_to_string(&namnd).unwrap();
    std::fs::write(
        &namnd,
        text.replace("  ord_till: 12", "  ord_till: 12\n  logotyp: logga.svg"),
    )
    .unwrap();
    let out = folder.path().join("output");
    let goal = Goal::Build {
        out: &out,
        png: Some(40.0),
        threads: Some(1),
    };
    let selection = Selection {
        quarters: Some(("2023-Q1".parse().unwrap(), "2023-Q1".parse().unwrap())),
        ..Selection::default()
    };
    let outcome = pipeline::run(&data, &selection, goal, &|_, _| {}).unwrap();
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let names: Vec<_> = files(&out).into_keys().collect();
    assert!(
        names.contains(&"exempel-lss/2023-Q1/publik/rapport-1.png".to_owned()),
        "{names:?}"
    );
    let picture = std::fs::read(out.join("exempel-lss/2023-Q1/publik/rapport-1.png")).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
}

#[test]
fn a_broken_font_is_told_and_an_own_font_wins() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    std::fs::create_dir(data.join("typsnitt")).unwrap();
    std::fs::write(data.join("typsnitt/trasigt.ttf"), b"inte ett typsnitt").unwrap();
    let outcome = build(&data, &folder.path().join("output"));
    let found: Vec<_> = outcome
        .findings
        .iter()
        .map(|p| p.finding.rule.slug)
        .collect();
    assert!(found.contains(&"typsnitt-trasigt"), "{found:?}");
    let press = evb::render::Press::new(
        &[notosans::BOLD_TTF.to_vec()],
        &evb::load::fonts::BUILT_IN,
        evb::load::templates::all(&[]),
    );
    assert_eq!(press.families(), ["Noto Sans"]);
}
