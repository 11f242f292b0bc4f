//! The key to the ids: made once, outside the data, and never instead of a lost
//! one.

use std::path::Path;

use evb::import::key::Key;
use evb::pipeline;
use evb::pipeline::begin::Begun;
use evb::pipeline::begin::namnd::KeyAt;

use crate::build::files;
use crate::ny::Desk;
use crate::ny::why;

const NAMND: &str = "data/exempelkommun/namnd.yaml";
const KEY: &str = "nycklar/exempelkommun.txt";

fn begin(desk: &Desk, at: Option<&Path>) -> Begun {
    pipeline::begin::key::begin(&desk.data(), None, at).unwrap()
}

fn key(desk: &Desk, path: &str) -> Key {
    Key::read(&desk.text(path)).unwrap()
}

#[test]
fn a_nämnd_gets_its_key_once() {
    let desk = Desk::new(&["exempelkommun"]);
    let before = desk.text(NAMND);
    let begun = begin(&desk, None);
    assert!(begun.refused.is_none(), "{:?}", begun.refused);
    let fingerprint = key(&desk, KEY).fingerprint();
    assert!(begun.said[0].ends_with(&format!("(avtryck {fingerprint})")));
    let after = desk.text(NAMND);
    let added = "nyckel: {sökväg: ../../nycklar/exempelkommun.txt}\n";
    assert_eq!(after.replace(added, ""), before, "every other byte stays");
    assert_eq!(desk.broken(), []);
    let whole = files(desk.at("").as_path());
    assert!(why(&begin(&desk, None)).contains("har redan en nyckel"));
    assert!(files(desk.at("").as_path()) == whole);
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new(&[]);
    desk.namnd(KeyAt::Usual);
    let meta = std::fs::metadata(desk.at("nycklar/omsorgsnamnden.txt")).unwrap();
    assert_eq!(meta.permissions().mode() & 0o777, 0o600);
}

#[test]
fn two_keys_are_never_the_same() {
    let (one, two) = (Desk::new(&[]), Desk::new(&[]));
    one.namnd(KeyAt::Usual);
    two.namnd(KeyAt::Usual);
    let print = |desk| key(desk, "nycklar/omsorgsnamnden.txt").fingerprint();
    assert_ne!(print(&one), print(&two));
}

#[test]
fn a_lost_key_is_never_replaced() {
    let desk = Desk::new(&["exempelkommun"]);
    let quarter = "data/exempelkommun/2026-Q2.yaml";
    let said = desk.text(quarter).replacen(
        "kvartal: 2026-Q2\n",
        "kvartal: 2026-Q2\nnyckelavtryck: bcdfghjk\n",
        1,
    );
    desk.write(quarter, &said);
    let before = files(desk.at("").as_path());
    let begun = begin(&desk, None);
    assert!(why(&begun).contains("har redan gjorts med en nyckel (avtryck «bcdfghjk» i "));
    assert!(files(desk.at("").as_path()) == before);
    // Nor where `namnd.yaml` is gone, or names the path already.
    std::fs::remove_file(desk.at(NAMND)).unwrap();
    let new = pipeline::begin::namnd::Wish {
        kommun: "Exempelkommun",
        namnd: "Socialnämnden",
        folder: Some("exempelkommun"),
        quarter: None,
        dated_on: None,
        today: crate::ny::day("2026-11-22"),
        key: KeyAt::Usual,
    };
    let begun = pipeline::begin::namnd::begin(&desk.data(), new).unwrap();
    assert!(why(&begun).contains("har redan gjorts med en nyckel"));
    assert!(!desk.at(KEY).exists() && !desk.at(NAMND).exists());
}

#[test]
fn the_key_that_made_the_ids_is_taken_up_and_another_is_not() {
    let desk = Desk::new(&["exempelkommun"]);
    let (own, other) = (Key::generate([7; 32]), Key::generate([8; 32]));
    let quarter = "data/exempelkommun/2026-Q2.yaml";
    let line = format!("kvartal: 2026-Q2\nnyckelavtryck: {}\n", own.fingerprint());
    desk.write(
        quarter,
        &desk.text(quarter).replacen("kvartal: 2026-Q2\n", &line, 1),
    );
    desk.write("valv/annan.txt", &other.text());
    let wrong = begin(&desk, Some(&desk.at("valv/annan.txt")));
    assert!(why(&wrong).contains("är en annan än den som gav radernas id"));
    desk.write("valv/egen.txt", &own.text());
    let begun = begin(&desk, Some(&desk.at("valv/egen.txt")));
    assert!(begun.refused.is_none());
    assert!(
        desk.text(NAMND)
            .contains("nyckel: {sökväg: ../../valv/egen.txt}\n")
    );
    assert_eq!(desk.text("valv/egen.txt"), own.text());
}

#[test]
fn a_key_lies_neither_with_the_data_nor_with_the_documents() {
    let desk = Desk::new(&["exempelkommun"]);
    for place in [
        "data/nyckel.txt",
        "data/exempelkommun/nyckel.txt",
        "output/nyckel.txt",
    ] {
        let begun = begin(&desk, Some(&desk.at(place)));
        assert!(
            why(&begun).contains("nyckeln får inte ligga i mappen"),
            "{place}"
        );
        assert!(!desk.at(place).exists());
    }
}

#[test]
fn a_file_that_is_no_key_is_left_alone() {
    let desk = Desk::new(&["exempelkommun"]);
    desk.write(KEY, "hej\n");
    assert!(why(&begin(&desk, None)).contains("finns redan men är ingen nyckel"));
    assert_eq!(desk.text(KEY), "hej\n");
}
