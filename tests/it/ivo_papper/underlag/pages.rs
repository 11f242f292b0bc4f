//! For whom it is made, and how it lies on the pages.

use super::*;

#[test]
fn it_is_made_for_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let data = root().join("data/exempelkommun");
    let quarter = "2026-Q3".parse().unwrap();
    let selection = Selection {
        quarters: Some((quarter, quarter)),
        documents: vec!["ivo-underlag".to_owned()],
        profile: Some(Profile::Publik),
        ..Selection::default()
    };
    let outcome = chosen(&data, &selection, folder.path());
    assert_eq!(
        outcome.unmatched,
        ["handlingen «ivo-underlag» görs bara med profilen ivo"]
    );
    assert!(files(folder.path()).is_empty());
    // What goes to everybody says nothing of it, and hides the same.
    let told = |selection: &Selection| {
        let outcome = pipeline::run(&data, selection, Goal::Check, &|_, _| {}).unwrap();
        (outcome.notes, outcome.findings.len())
    };
    let (notes, findings) = told(&Selection {
        quarters: Some((quarter, quarter)),
        ..Selection::default()
    });
    assert_eq!((notes.len(), findings), (1, 0), "{notes:?}");
}

#[test]
fn two_worksheets_stand_on_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let quarter = "2026-Q3".parse().unwrap();
    let selection = Selection {
        quarters: Some((quarter, quarter)),
        documents: vec!["ivo-underlag".to_owned()],
        ..Selection::default()
    };
    let outcome = chosen(
        &root().join("data/exempelkommun"),
        &selection,
        folder.path(),
    );
    let value = of_sample("exempelkommun", "2026-Q3", "ivo-underlag");
    // The list takes two pages.
    let most = 2 + sheets(&value).len().div_ceil(2);
    assert!(
        outcome.documents[0].pages <= most,
        "{}",
        outcome.documents[0].pages
    );
}
