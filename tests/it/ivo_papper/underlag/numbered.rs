//! Case numbers from a key list: on the worksheets of somebody who asks for
//! them, and nowhere else.

use std::path::Path;

use crate::cli::run;
use crate::ivo_papper::NAMND;
use crate::ivo_papper::underlag::ORDER;

/// Lays out a nämnd with worksheets, long waits and the routine, and a key list.
fn laid(folder: &Path) {
    let namnd = folder.join("prov");
    std::fs::create_dir(&namnd).unwrap();
    std::fs::write(namnd.join("namnd.yaml"), NAMND).unwrap();
    let rows = "beslut:\n  - {id: A-1, kön: man, insats: ledsagarservice, beslutsdatum: 2025-02-03, orsak: personal}\n  \
                - {id: A-2, kön: man, insats: ledsagarservice, beslutsdatum: 2025-02-04, orsak: personal}\n";
    let others = "  - {id: v, slag: lång-väntan}\n  - {id: r, slag: rutin}\n";
    let orders = ORDER
        .replace("[{", "\n  - {")
        .replace("}]\n", &format!("}}\n{others}"));
    let quarter =
        format!("format: 1\nkvartal: 2025-Q2\nuppgifter_daterade: 2025-07-10\n{rows}{orders}");
    std::fs::write(namnd.join("2025-Q2.yaml"), quarter).unwrap();
    std::fs::write(
        folder.join("lista.csv"),
        "id;ärendenummer\nA-1;LSS 2025-4711\n",
    )
    .unwrap();
}

/// Returns what a run says, and the bytes of every file below the output.
fn build(folder: &Path, flags: &[&str]) -> (String, std::collections::BTreeMap<String, Vec<u8>>) {
    let mut arguments = vec!["bygg", "prov"];
    arguments.extend(flags);
    let (status, out, err) = run(folder, &arguments);
    assert_eq!(status, 0, "{err}");
    (out, crate::build::files(&folder.join("output")))
}

const LIST: [&str; 2] = ["--nyckellista", "lista.csv"];

#[test]
fn case_numbers_stand_on_worksheets_alone_and_go_when_nobody_asks() {
    let folder = tempfile::tempdir().unwrap();
    laid(folder.path());
    let (_, plain) = build(folder.path(), &[]);
    let (said, numbered) = build(folder.path(), &LIST);
    // Only the worksheets are made again, and they are up to date then.
    assert!(said.contains("u.pdf") && !said.contains("v.pdf"), "{said}");
    for (name, bytes) in &plain {
        let same = numbered[name] == *bytes;
        assert_eq!(same, !name.ends_with("intern/u.pdf"), "{name}");
    }
    let (said, _) = build(folder.path(), &LIST);
    assert!(!said.contains("u.pdf"), "{said}");
    let manifest =
        std::fs::read_to_string(folder.path().join("output/prov/manifest.json")).unwrap();
    assert!(!manifest.contains("4711"), "{manifest}");
    let (said, again) = build(folder.path(), &[]);
    assert!(said.contains("u.pdf"), "{said}");
    assert!(again == plain);
}

#[test]
fn what_is_decided_has_no_case_numbers_and_does_not_differ() {
    let folder = tempfile::tempdir().unwrap();
    laid(folder.path());
    build(folder.path(), &LIST);
    let (status, _, err) = run(folder.path(), &["faststall", "2025-Q2", "prov"]);
    assert_eq!(status, 0, "{err}");
    let (_, decided) = build(folder.path(), &[]);
    let (said, numbered) = build(folder.path(), &LIST);
    assert!(!said.contains("skulle ändras"), "{said}");
    assert!(numbered == decided);
}

#[test]
fn a_key_list_that_cannot_be_read_stops_the_run() {
    let folder = tempfile::tempdir().unwrap();
    laid(folder.path());
    std::fs::write(folder.path().join("lista.csv"), "nummer\n1\n").unwrap();
    let (status, _, err) = run(
        folder.path(),
        &["bygg", "prov", "--nyckellista", "lista.csv"],
    );
    assert_eq!(status, 2);
    assert!(err.contains("kan inte läsa nyckellistan"), "{err}");
    assert!(!folder.path().join("output").exists());
}
