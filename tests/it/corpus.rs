//! The seeds of `fuzz/corpus/`, and what fuzzing has found since, once each.

use crate::facts::root;

#[path = "../../fuzz/src/lib.rs"]
#[allow(unreachable_pub, reason = "a library of its own in `fuzz/`")]
mod body;

#[track_caller]
fn case(target: &str, least: usize, run: fn(&[u8])) {
    let folder = root().join("fuzz/corpus").join(target);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(paths.len() >= least, "the seeds are gone");
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.display();
        let ran = std::panic::catch_unwind(|| run(&bytes));
        assert!(ran.is_ok(), "{name} breaks a promise; the panic is above");
    }
}

#[test]
fn every_yaml_seed_is_read_or_told() {
    case("yaml", 12, body::yaml);
}

#[test]
fn every_text_seed_is_told_or_refused() {
    case("texter", 12, body::texter);
}
