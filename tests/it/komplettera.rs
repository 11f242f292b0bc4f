//! `evb komplettera`: the values of a paper that come late are set, and nothing
//! else in the file is touched.

use std::path::Path;

use crate::build::build;
use crate::build::copy_papers;
use crate::build::files;
use crate::cli::run;
use crate::papper::laid;

const LATE: &str = ", sammanträde: 2024-02-28, paragraf: 69";
const PAPER: &str = "id: protokoll-ks, ";
const COMMENT: &str = "   # § kommer i mars";
const QUARTER: &str = "2023-Q4.yaml";

/// A copy of the sample where the last extract is not complete yet.
fn sample(folder: &Path) -> (std::path::PathBuf, String) {
    let data = copy_papers(folder);
    let text = std::fs::read_to_string(data.join(QUARTER)).unwrap();
    assert!(text.contains(LATE) && text.ends_with("}\n"));
    let text = text.replace(LATE, "").trim_end().to_owned() + COMMENT + "\n# Slut\n";
    std::fs::write(data.join(QUARTER), &text).unwrap();
    (data, text)
}

/// Runs the command on a quarter of a folder.
fn complete(data: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut all = vec!["komplettera", "2023-Q4", "."];
    all.extend(arguments);
    run(data, &all)
}

fn read(data: &Path) -> String {
    std::fs::read_to_string(data.join(QUARTER)).unwrap()
}

const VALUES: [&str; 6] = [
    "--handling",
    "protokoll-ks",
    "--sammantrade",
    "2024-02-28",
    "--paragraf",
    "§ 69",
];

#[test]
fn values_are_set_and_every_other_line_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (data, before) = sample(folder.path());
    let (status, out, err) = complete(&data, &VALUES);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(
        out,
        "2023-Q4, protokoll-ks: § 69, sammanträde 2024-02-28\n\
         kör «evb bygg . --kvartal 2023-Q4» för att göra handlingarna\n"
    );
    let after = read(&data);
    let changed: Vec<_> = before
        .lines()
        .zip(after.lines())
        .filter(|(a, b)| a != b)
        .collect();
    let [(old, new)] = changed[..] else {
        panic!("{changed:?}");
    };
    assert!(old.contains(PAPER));
    let values = ", paragraf: 69, sammanträde: 2024-02-28}";
    assert_eq!(new, old.replace('}', values));
    assert!(new.ends_with(COMMENT));
    assert_eq!(before.lines().count(), after.lines().count());
    let (_, out, _) = complete(&data, &["--handling", "protokoll-ks", "--paragraf", "70"]);
    assert!(out.starts_with("2023-Q4, protokoll-ks: § 70 (förut 69)\n"));
    assert_eq!(read(&data), after.replace("paragraf: 69", "paragraf: 70"));
}

#[test]
fn a_file_from_windows_stays_one() {
    let folder = tempfile::tempdir().unwrap();
    let (data, before) = sample(folder.path());
    let before = format!("\u{FEFF}{}", before.replace('\n', "\r\n"));
    std::fs::write(data.join(QUARTER), &before).unwrap();
    let (status, ..) = complete(&data, &VALUES);
    assert_eq!(status, 0);
    let values = ", paragraf: 69, sammanträde: 2024-02-28}";
    let paper = before.lines().find(|line| line.contains(PAPER)).unwrap();
    let after = before.replace(paper, &paper.replace('}', values));
    assert_eq!(read(&data), after);
}

#[test]
fn what_stands_there_already_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_papers(folder.path());
    let written = || std::fs::metadata(data.join(QUARTER)).unwrap().modified();
    let at = written().unwrap();
    let (status, out, _) = complete(&data, &VALUES);
    assert_eq!(status, 0);
    assert_eq!(out, "2023-Q4, protokoll-ks: inget att ändra\n");
    assert_eq!(written().unwrap(), at);
}

#[test]
fn what_is_mistyped_is_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (data, before) = sample(folder.path());
    let case = |arguments: &[&str], said: &str| {
        let mut all = vec!["komplettera"];
        all.extend(arguments);
        let (status, out, err) = run(&data, &all);
        assert_eq!((status, out.as_str()), (2, ""), "{err}");
        assert_eq!(err.lines().next(), Some(said));
        assert_eq!(read(&data), before);
    };
    let paper = |key: &str, value: &str, said: &str| {
        case(
            &["2023-Q4", ".", "--handling", "protokoll-ks", key, value],
            said,
        );
    };
    paper(
        "--datum",
        "2024-02-30",
        "fel: --datum: «2024-02-30» finns inte: februari 2024 har 29 dagar; rätta dagen",
    );
    paper(
        "--sammanträde",
        "28/2 2024",
        "fel: --sammanträde: «28/2 2024» är inget datum; skriv datum som år-månad-dag, till exempel \
         2024-01-05",
    );
    paper(
        "--paragraf",
        "tolv",
        "fel: --paragraf: «tolv» är inget heltal; skriv bara siffror, utan blanksteg, tecken eller \
         inledande nolla, till exempel 12",
    );
    paper(
        "--diarienummer",
        " ",
        "fel: --diarienummer: «diarienummer» saknar värde",
    );
    let one = ["--paragraf", "1", "--handling"];
    let named = |start: &[&str], id: &str, said: &str| {
        let mut all = start.to_vec();
        all.extend(one);
        all.push(id);
        case(&all, said);
    };
    named(
        &["2023-Q4", "."],
        "protokol-ks",
        "fel: det finns ingen handling «protokol-ks» i 2023-Q4; menade du «protokoll-ks»?",
    );
    named(
        &["2023-Q1", "."],
        "yttrande",
        "fel: det finns ingen handling «yttrande» i 2023-Q1; skriv rapport",
    );
    named(
        &["2029-Q4", "."],
        "rapport",
        "fel: det finns inget kvartal 2029-Q4; menade du «2023-Q4»?",
    );
    named(
        &["2023-Q4", ".", "--nämnd", "exempel-ls"],
        "rapport",
        "fel: det finns ingen nämnd «exempel-ls»; menade du «exempel-lss»?",
    );
}

#[test]
fn what_is_missing_is_told_where_nobody_can_be_asked() {
    let folder = tempfile::tempdir().unwrap();
    let (data, _) = sample(folder.path());
    let case = |arguments: &[&str], missing: &str| {
        let (status, _, err) = run(&data, arguments);
        assert_eq!(status, 2);
        let first = format!("fel: det saknas något: {missing}");
        assert_eq!(err.lines().next(), Some(first.as_str()));
        assert!(err.contains("evb komplettera --hjälp"));
    };
    let values = "minst en av --paragraf, --sammanträde, --datum och --diarienummer";
    case(
        &["komplettera"],
        &format!("KVARTAL; --handling <ID>; {values}"),
    );
    case(
        &["complete", "2023-Q4", ".", "--handling", "rapport"],
        values,
    );
    case(
        &["komplettera", "2023-Q4", ".", "--paragraf", "1"],
        "--handling <ID>",
    );
}

#[test]
fn a_new_error_stops_it_and_a_new_warning_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let (data, before) = sample(folder.path());
    let paper = |value: [&str; 2]| complete(&data, &["--handling", "rapport", value[0], value[1]]);
    let (status, out, err) = paper(["--datum", "1999-01-01"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(
        err.contains("lag-saknas") && err.ends_with("inget är ändrat\n"),
        "{err}"
    );
    let (status, _, err) = paper(["--diarienummer", "NF 😀"]);
    assert_eq!(status, 1);
    assert!(err.contains("tecken-saknas"), "{err}");
    assert_eq!(read(&data), before);
    let (status, out, err) = paper(["--datum", "2024-01-09"]);
    assert_eq!(status, 0);
    assert!(err.contains("handling-fore-uppgifterna"), "{err}");
    assert!(out.starts_with("2023-Q4, rapport: datum 2024-01-09\n"));
    // What was wrong before is not held against it.
    let wrong = read(&data) + "okänd: 1\n";
    std::fs::write(data.join(QUARTER), wrong).unwrap();
    let (status, _, err) = paper(["--diarienummer", "NF 2024/5: A"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(read(&data).contains("diarienummer: \"NF 2024/5: A\", datum: 2024-01-09}"));
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (data, before) = sample(folder.path());
    let broken = before.replace("beslut:\n", "beslut: [\n");
    std::fs::write(data.join(QUARTER), &broken).unwrap();
    let (status, _, err) = complete(&data, &VALUES);
    assert_eq!(status, 2);
    assert_eq!(
        err,
        "fel: «./2023-Q4.yaml» går inte att läsa; «evb granska» visar vad som är fel\n"
    );
    assert_eq!(read(&data), broken);
}

#[test]
fn a_paper_of_several_namnder_must_be_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let (data, _) = sample(folder.path());
    let other = folder.path().join("andra");
    std::fs::create_dir(&other).unwrap();
    for name in ["namnd.yaml", QUARTER] {
        std::fs::copy(data.join(name), other.join(name)).unwrap();
    }
    let (status, _, err) = complete(folder.path(), &VALUES);
    assert_eq!(status, 2);
    assert_eq!(
        err,
        "fel: handlingen finns hos flera nämnder: andra, exempel-lss; ange en med --nämnd <NAMN>\n"
    );
    let mut named = VALUES.to_vec();
    named.extend(["--namnd", "andra"]);
    let before = read(&data);
    assert_eq!(complete(folder.path(), &named).0, 0);
    assert_eq!(read(&data), before);
    assert!(read(&other).contains("paragraf: 69"));
}

#[test]
fn a_draft_becomes_final_and_a_decided_paper_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("ut");
    let quarter = "format: 1\nkvartal: 2023-Q4\nuppgifter_daterade: 2024-01-10\nbeslut: []\n\
                   handlingar:\n  - id: prov # utdraget\n    slag: protokollsutdrag\n    paragraf:\n";
    let namnd = laid(folder.path(), &quarter.replace("    paragraf:\n", ""));
    build(&namnd, &out);
    let names = || files(&out).into_keys().collect::<Vec<_>>();
    assert_eq!(names(), ["prov/2023-Q4/publik/prov-UTKAST.pdf"]);
    let set = |key: &str, value: &str| {
        let (status, said, err) = complete(&namnd, &["--handling", "prov", key, value]);
        assert_eq!(status, 0, "{err}");
        said
    };
    let said = set("--paragraf", "12");
    assert!(
        said.contains("handlingen är fortfarande ett utkast: sammanträde saknas\n"),
        "{said}"
    );
    assert!(!set("--sammanträde", "2024-02-01").contains("utkast"));
    let filled = "    paragraf: 12\n    sammanträde: 2024-02-01\n";
    assert_eq!(read(&namnd), quarter.replace("    paragraf:\n", filled));
    build(&namnd, &out);
    assert_eq!(names(), ["prov/2023-Q4/publik/prov.pdf"]);
    crate::faststall::decide(&namnd, &out);
    let said = set("--paragraf", "13");
    assert!(
        said.contains("handlingen är fastställd och lämnas som den är"),
        "{said}"
    );
    let (_, planned, _) = run(&namnd, &["plan", ".", "--ut", &out.to_string_lossy()]);
    assert!(
        planned.contains("prov.pdf: fastställd, skulle ändras\n"),
        "{planned}"
    );
}

#[cfg(unix)]
#[test]
fn who_may_read_the_file_stays_the_same() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (data, _) = sample(folder.path());
    let file = data.join(QUARTER);
    let mode = |mode| std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(&file, mode(0o660)).unwrap();
    assert_eq!(complete(&data, &VALUES).0, 0);
    let now = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(now & 0o777, 0o660);
}
