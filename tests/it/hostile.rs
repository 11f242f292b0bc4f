//! Files that nobody should write: correct reading or a clear message, never a
//! hang or a crash.

use std::path::Path;

use evb::load;
use evb::pipeline;
use evb::pipeline::Selection;

const NAMND: &str = "format: 1\nkommun: Provköping\nnämnd: Provnämnden\n";
const EMPTY: &str = "format: 1\nkvartal: 2023-Q4\nbeslut: []\n";

fn namnd(folder: &Path) -> std::path::PathBuf {
    let namnd = folder.join("prov");
    std::fs::create_dir(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), NAMND).unwrap();
    namnd
}

pub(crate) fn check(path: &Path) -> pipeline::Outcome {
    pipeline::run(
        path,
        &Selection::default(),
        pipeline::Goal::Check,
        &|_, _| {},
    )
    .unwrap()
}

/// Checks one quarter file and returns the rules it breaks.
fn rules(bytes: &[u8]) -> Vec<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    let namnd = namnd(folder.path());
    std::fs::write(namnd.join("2023-Q4.yaml"), bytes).unwrap();
    let outcome = check(&namnd);
    outcome
        .findings
        .iter()
        .map(|placed| placed.finding.rule.slug)
        .collect()
}

#[test]
fn windows_files_are_read_as_they_are() {
    let crlf = EMPTY.replace('\n', "\r\n");
    assert!(rules(crlf.as_bytes()).is_empty());
    let bom = [b"\xEF\xBB\xBF", EMPTY.as_bytes()].concat();
    assert!(rules(&bom).is_empty());
    let both = [b"\xEF\xBB\xBF", crlf.as_bytes()].concat();
    assert!(rules(&both).is_empty());
}

#[test]
fn places_are_right_in_windows_files() {
    let text = "format: 1\r\nkvartal: 2023-Q4\r\nå: 1\r\nbeslut:\r\n  - {kön: man, insats: hemtjänst, avbrott: 2023-02-30}\r\n";
    let folder = tempfile::tempdir().unwrap();
    let namnd = namnd(folder.path());
    let bytes = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    std::fs::write(namnd.join("2023-Q4.yaml"), bytes).unwrap();
    let outcome = check(&namnd);
    let places: Vec<_> = outcome
        .findings
        .iter()
        .map(|placed| {
            (
                placed.finding.rule.slug,
                placed.place.as_ref().map(|p| (p.line, p.column)),
            )
        })
        .collect();
    assert_eq!(
        places,
        [
            ("okand-nyckel", Some((3, 1))),
            ("omojligt-datum", Some((5, 44)))
        ]
    );
}

#[test]
fn decomposed_keys_and_names_are_the_same_keys() {
    use unicode_normalization::UnicodeNormalization as _;
    let text = "format: 1\nkvartal: 2023-Q4\nuppgifter_daterade: 2024-01-10\nbeslut:\n  - {kön: flicka, insats: Avlösarservice, lag: LSS, beslutsdatum: 2022-12-03, orsak: personal}\npågående: {avlösarservice: {män: 3, kvinnor: 2}}\n";
    let decomposed: String = text.nfd().collect();
    assert_ne!(text, decomposed);
    assert_eq!(rules(decomposed.as_bytes()), rules(text.as_bytes()));
    assert!(rules(text.as_bytes()).is_empty());
}

#[test]
fn a_bomb_does_not_go_off() {
    let mut bomb =
        String::from("format: 1\nkvartal: 2023-Q4\na: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 0..30 {
        let (from, to) = (level, level + 1);
        bomb.push_str(&format!(
            "k{to}: &n{to} [{}]\n",
            vec![format!("*n{from}"); 10].join(", ")
        ));
    }
    assert!(!rules(bomb.as_bytes()).is_empty());
    let self_referring = "format: 1\nkvartal: 2023-Q4\nbeslut: &a [*a]\n";
    assert!(rules(self_referring.as_bytes()).contains(&"yaml-finess"));
}

#[test]
fn depth_is_refused_and_not_recursed() {
    for open in ["[", "{a: ", "- "] {
        let text = format!("beslut: {}", open.repeat(100_000));
        let found = rules(text.as_bytes());
        assert!(
            found
                .iter()
                .any(|slug| ["for-djupt", "yaml-fel"].contains(slug)),
            "{open} {found:?}"
        );
    }
    let mut indented = String::from("format: 1\nkvartal: 2023-Q4\n");
    for level in 0..2000 {
        indented.push_str(&format!("{}a:\n", " ".repeat(level)));
    }
    assert_eq!(rules(indented.as_bytes()), ["for-djupt"]);
}

#[test]
fn a_very_large_file_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let namnd = namnd(folder.path());
    let file = std::fs::File::create(namnd.join("2023-Q4.yaml")).unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    let outcome = check(&namnd);
    let texts: Vec<_> = outcome
        .findings
        .iter()
        .map(|p| p.finding.message.as_str())
        .collect();
    assert_eq!(texts, ["filen är 100 MB; gränsen är 16 MB"]);
}

#[test]
fn one_enormous_line_is_read_in_linear_time() {
    let row = "{kön: man, insats: hemtjänst, beslutsdatum: 2023-01-01, orsak: personal}, ";
    let text = format!(
        "{{format: 1, kvartal: 2023-Q4, beslut: [{}]}}",
        row.repeat(20_000)
    );
    assert!(rules(text.as_bytes()).is_empty());
}

#[test]
fn a_fault_in_every_row_of_one_enormous_line_is_told_in_linear_time() {
    let row = "{kön: tjej, insats: hemtjänst, avbrott: 2023-01-01}, ";
    let text = format!(
        "{{format: 1, kvartal: 2023-Q4, beslut: [{}]}}",
        row.repeat(5_000)
    );
    assert_eq!(rules(text.as_bytes()).len(), 5_000);
}

#[test]
fn thousands_of_keys_are_refused_at_once() {
    let keys: String = (0..50_000).map(|n| format!("k{n}: 1\n")).collect();
    assert_eq!(rules(keys.as_bytes()), ["for-stor-fil"]);
    let insatser = format!(
        "{EMPTY}sammanställning: {{insatser: {{{}}}}}\n",
        keys.replace('\n', ", ")
    );
    assert_eq!(rules(insatser.as_bytes()), ["for-stor-fil"]);
}

#[test]
fn old_mac_files_have_lines_too() {
    let folder = tempfile::tempdir().unwrap();
    let namnd = namnd(folder.path());
    let text = EMPTY
        .replace("beslut: []", "beslut: inga")
        .replace('\n', "\r");
    std::fs::write(namnd.join("2023-Q4.yaml"), text).unwrap();
    let outcome = check(&namnd);
    let place = outcome.findings[0].place.as_ref().unwrap();
    assert_eq!((place.line, place.column), (3, 9));
}

#[test]
fn odd_bytes_are_told() {
    assert_eq!(
        rules(b"format: 1\nkvartal: 2023-Q4\ntexter: {a: \"k\xF6\"}\n"),
        ["inte-utf8"]
    );
    assert_eq!(rules(b"\xFF\xFEf\0o\0r\0"), ["inte-utf8"]);
    assert_eq!(rules(b"f\0o\0r\0m\0a\0t\0:\0"), ["inte-utf8"]);
    assert_eq!(rules(b""), ["tom-fil"]);
    assert!(!rules(b"format: 1\nkvartal: 2023-Q4\nbeslut: []\n\0\0\0").is_empty());
    assert_eq!(
        rules(b"format: 1\nkvartal: 2023-Q4\nbeslut:\n\t- {}\n"),
        ["yaml-fel"]
    );
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let namnd = namnd(folder.path());
    std::fs::write(namnd.join("2023-Q4.yaml"), EMPTY).unwrap();
    std::fs::write(folder.path().join("hemlig.yaml"), EMPTY).unwrap();
    std::os::unix::fs::symlink("../hemlig.yaml", namnd.join("2023-Q3.yaml")).unwrap();
    std::os::unix::fs::symlink("..", namnd.join("slinga")).unwrap();
    std::os::unix::fs::symlink(&namnd, folder.path().join("annan")).unwrap();
    let loaded = load::load(folder.path()).unwrap();
    assert_eq!(loaded.folders.len(), 1);
    assert_eq!(loaded.folders[0].quarters.len(), 1);
    let outcome = check(folder.path());
    let found: Vec<_> = outcome
        .findings
        .iter()
        .map(|p| p.finding.rule.slug)
        .collect();
    assert_eq!(found, ["lank"]);
}

#[test]
fn a_folder_name_that_is_no_id_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let namnd = folder.path().join("Nämnd 1");
    std::fs::create_dir(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), NAMND).unwrap();
    std::fs::write(namnd.join("2023-Q4.yaml"), EMPTY).unwrap();
    let outcome = check(&namnd);
    let found: Vec<_> = outcome
        .findings
        .iter()
        .map(|p| p.finding.rule.slug)
        .collect();
    assert_eq!(found, ["mappnamn"]);
}
