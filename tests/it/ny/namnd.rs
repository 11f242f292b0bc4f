//! A new nämnd can be used at once, and nothing of one that is there is touched.

use evb::load;
use evb::load::keys;
use evb::pipeline::begin::folder_name;
use evb::pipeline::begin::namnd::KeyAt;

use crate::build::build;
use crate::build::files;
use crate::ny::Desk;
use crate::ny::begin_namnd;
use crate::ny::why;

const FILE: &str = "data/omsorgsnamnden/namnd.yaml";

#[test]
fn a_new_nämnd_has_no_findings_and_makes_its_papers() {
    let desk = Desk::new(&[]);
    let begun = desk.namnd(KeyAt::Usual);
    assert!(begun.refused.is_none() && begun.warned.is_empty());
    assert_eq!(desk.broken(), []);
    let out = desk.at("ut");
    let outcome = build(&desk.data(), &out);
    assert!(outcome.errors.is_empty());
    let made: Vec<_> = files(&out).into_keys().collect();
    let papers = [
        "protokollsutdrag-UTKAST",
        "rapport",
        "statistikrapport",
        "tjansteutlatande",
    ];
    assert_eq!(
        made,
        papers.map(|id| format!("omsorgsnamnden/2026-Q3/publik/{id}.pdf"))
    );
    // The next quarter follows from it.
    desk.quarter(None);
    assert!(
        desk.text("data/omsorgsnamnden/2026-Q4.yaml")
            .contains("\nkvartal: 2026-Q4\n")
    );
}

#[test]
fn it_explains_every_key_and_what_it_shows_can_be_used() {
    let desk = Desk::new(&[]);
    desk.namnd(KeyAt::Usual);
    let text = desk.text(FILE);
    insta::assert_snapshot!(text);
    for key in keys::NAMND.keys {
        let line = format!("\n{}:", key.name);
        let shown = text.contains(&line) || text.contains(&format!("\n# {}:", key.name));
        assert!(shown, "{}", key.name);
        assert!(
            key.name == "format" || text.contains(key.meaning),
            "{}",
            key.name
        );
    }
    // Without their «# » all examples are used at once. A comment is no example.
    let used: String = text
        .lines()
        .map(|line| {
            let bare = line.strip_prefix("# ").unwrap_or(line);
            let key = bare.trim_start().split(':').next().unwrap_or_default();
            let known =
                key.starts_with(char::is_lowercase) && !key.contains(' ') && bare.contains(':');
            format!("{}\n", if known { bare } else { line })
        })
        .collect();
    assert!(used.contains("\nstil:\n  färg:") && used.contains("\ninstanser:\n  nämnd:\n"));
    let folder = load::in_memory("prov", &[("namnd.yaml", used.as_bytes())]);
    let said: Vec<_> = folder.findings.iter().map(|it| &it.message).collect();
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn a_nämnd_that_is_there_is_left_alone() {
    let desk = Desk::new(&[]);
    desk.namnd(KeyAt::Usual);
    let before = files(desk.at("").as_path());
    let begun = desk.namnd(KeyAt::Usual);
    assert!(why(&begun).contains("namnd.yaml finns redan, och ingenting har ändrats"));
    let inside = begin_namnd(&desk.at("data/omsorgsnamnden"), KeyAt::Nowhere);
    assert!(why(&inside).contains("är en nämnds mapp"));
    assert!(files(desk.at("").as_path()) == before);
}

/// `namnd.yaml` is written last: without it nothing is a nämnd.
#[test]
fn a_run_that_was_killed_is_run_again() {
    let desk = Desk::new(&[]);
    desk.namnd(KeyAt::Usual);
    let whole = files(desk.at("").as_path());
    std::fs::remove_file(desk.at(FILE)).unwrap();
    let begun = desk.namnd(KeyAt::Usual);
    assert!(begun.refused.is_none());
    assert!(files(desk.at("").as_path()) == whole);
}

#[test]
fn a_folder_is_named_after_its_nämnd() {
    #[track_caller]
    fn case(namnd: &str, expected: &str) {
        assert_eq!(folder_name(namnd), expected);
    }
    case("Omsorgsnämnden", "omsorgsnamnden");
    case("Nämnden för funktionsstöd", "namnden-for-funktionsstod");
    case("  Vård- & omsorgsnämnden ", "vard-omsorgsnamnden");
    case("…", "");
}

#[test]
fn a_git_tree_and_a_synchronised_folder_are_warned_of() {
    let desk = Desk::new(&[]);
    std::fs::create_dir_all(desk.at(".git")).unwrap();
    let begun = desk.namnd(KeyAt::Usual);
    assert_eq!(begun.warned.len(), 2);
    assert!(begun.warned[0].starts_with("mappen ligger i ett git-arkiv ("));
    assert!(begun.warned[1].starts_with("nyckeln ligger i ett git-arkiv ("));
    let desk = Desk::new(&[]);
    let begun = begin_namnd(&desk.at("OneDrive - Exempelstad/data"), KeyAt::Nowhere);
    assert_eq!(begun.warned.len(), 1);
    assert!(begun.warned[0].starts_with("mappen synkroniseras av OneDrive"));
    assert!(begun.refused.is_none());
}
