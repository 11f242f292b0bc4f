//! `tests/invalid/`: broken input, each with the exact text the user gets.
//!
//! A file `<rule>[--variant].yaml` stands as the quarter 2023-Q4 of a nämnd
//! that is in order; `<rule>[--variant].namnd.yaml` stands as `namnd.yaml`; a
//! folder stands as a whole nämnd. The name's first part is the rule.

use std::path::Path;
use std::path::PathBuf;

use evb::finding::draw;
use evb::pipeline;

const NAMND: &str =
    "format: 1\nkommun: Provköping\nnämnd: Provnämnden\nprofiler: {rapport: öppen}\n";
const QUARTER: &str = "format: 1\nkvartal: 2023-Q4\nuppgifter_daterade: 2024-01-10\nbeslut: []\n";

pub(crate) fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.retain(|path| path.is_dir() || path.extension().is_some_and(|end| end == "yaml"));
    paths.sort();
    paths
}

pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap().to_string_lossy();
    name.trim_end_matches(".yaml")
        .trim_end_matches(".namnd")
        .to_owned()
}

/// Lays a fixture out as a nämnd's folder and returns what the user is told.
fn told(fixture: &Path) -> (String, Vec<&'static str>) {
    let folder = tempfile::tempdir().unwrap();
    let namnd = folder.path().join("prov");
    std::fs::create_dir(&namnd).unwrap();
    if fixture.is_dir() {
        for (file, bytes) in crate::build::files(fixture) {
            let to = namnd.join(file);
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::write(to, bytes).unwrap();
        }
    } else {
        let is_namnd = fixture.to_string_lossy().ends_with(".namnd.yaml");
        let (file, other, text) = if is_namnd {
            ("namnd.yaml", "2023-Q4.yaml", QUARTER)
        } else {
            ("2023-Q4.yaml", "namnd.yaml", NAMND)
        };
        std::fs::copy(fixture, namnd.join(file)).unwrap();
        std::fs::write(namnd.join(other), text).unwrap();
    }
    let out = folder.path().join("ut");
    let outcome = crate::build::build(&namnd, &out);
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    let root = format!("{}/", folder.path().to_string_lossy().replace('\\', "/"));
    let text = format!(
        "{}{}\n",
        draw::human(&outcome.findings, false),
        draw::summary(&outcome.findings)
    );
    let rules = outcome
        .findings
        .iter()
        .map(|placed| placed.finding.rule.slug)
        .collect();
    (text.replace(&root, ""), rules)
}

#[test]
fn every_fixture_is_told_exactly() {
    for fixture in fixtures() {
        let (text, rules) = told(&fixture);
        let name = name(&fixture);
        let rule = name.split("--").next().unwrap();
        assert!(
            rules.contains(&rule),
            "{name}: the rule is not broken; found {rules:?}\n{text}"
        );
        insta::with_settings!({
            snapshot_path => "../invalid",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(name, text);
        });
    }
}

#[test]
fn every_rule_has_a_fixture() {
    let names: Vec<_> = fixtures().iter().map(|path| name(path)).collect();
    // These need a file system, a size or a table that a fixture cannot have;
    // their tests are in `hostile`, `build` and `import`.
    let elsewhere = [
        "lank",
        "for-stor-fil",
        "mappnamn",
        "mall-trasig",
        "typsnitt-trasigt",
        "kan-inte-skyddas",
        "fel-nyckel",
        "nyckel-bland-data",
        "nyckel-saknas",
        "nyckel-trasig",
        "samma-beslut-tva-ganger",
        "import-datum",
        "import-fil",
        "import-kolumn",
        "import-kon-alder",
        "import-person",
        "import-rad",
        "import-varde",
    ];
    for rule in pipeline::rules() {
        let has = names
            .iter()
            .any(|name| name.split("--").next() == Some(rule.slug));
        assert!(
            has || elsewhere.contains(&rule.slug),
            "no fixture breaks {}",
            rule.slug
        );
    }
    for name in &names {
        let slug = name.split("--").next().unwrap();
        assert!(
            pipeline::rules().iter().any(|rule| rule.slug == slug),
            "no rule is called {slug}"
        );
    }
}
