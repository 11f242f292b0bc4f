//! Sex, child or adult, and that nothing tells who anybody is.

use super::csv;
use super::read_with;
use super::rows;
use super::told;

/// Returns the words for sex and age of one row each.
fn kon(header: &str, cells: &[&str]) -> (Vec<String>, Vec<String>) {
    let lines = cells
        .iter()
        .map(|cells| format!("{cells};Hemtjänst;2023-06-16\n"));
    let read = csv(&format!(
        "{header};Insats;Beslutsdatum\n{}",
        lines.collect::<String>()
    ));
    let words = rows(&read).into_iter().map(|row| {
        let word = row
            .split("kön: ")
            .nth(1)
            .unwrap()
            .split(',')
            .next()
            .unwrap();
        word.to_owned()
    });
    (words.collect(), told(&read))
}

#[test]
fn a_personnummer_tells_sex_and_age() {
    let (words, told) = kon(
        "Personnr",
        &[
            "19900101-2385",
            "900101-2385",
            "199001012385",
            "900101+2385",
            "19900161-2382",
            "20100615-2399",
            "1006152399",
            "20051231-2380",
            "20060101-2388",
        ],
    );
    let expected = [
        "kvinna", "kvinna", "kvinna", "kvinna", "kvinna", "pojke", "pojke", "kvinna", "flicka",
    ];
    assert_eq!(
        (words, told),
        (expected.map(str::to_owned).to_vec(), vec![])
    );
}

#[test]
fn a_birth_date_tells_the_age_and_a_column_the_sex() {
    let header = "Brukar-id;Född;Kön";
    let (words, told) = kon(
        header,
        &[
            "1;1990-01-01;K",
            "2;15/6 2010;M",
            "3;20100615;annat",
            "4;2010-06-15;Flicka",
        ],
    );
    assert_eq!(words, ["kvinna", "pojke", "annat-barn", "flicka"]);
    assert_eq!(told, Vec::<String>::new());
    let (words, told) = kon(
        header,
        &["1;900101;K", "2;1990-02-30;M", "3;2024-01-01;M", "4;;K"],
    );
    assert_eq!(words, ["kvinna"]);
    assert_eq!(
        told,
        [
            "B2: fel[import-datum]: födelsedagen har bara två siffror i året",
            "B3: fel[import-datum]: i cellen för födelsedatum står inget datum som finns",
            "B4: fel[import-datum]: födelsedagen ligger efter kvartalets sista dag",
            "C5: varning[import-kon-alder]: raden har ingen födelsedag och räknas som en vuxens",
        ]
    );
}

#[test]
fn nothing_that_tells_children_is_told_once() {
    let (words, told) = kon("Brukar-id;Kön", &["1;Kvinna", "2;M", "3;K"]);
    assert_eq!(words, ["kvinna", "man", "kvinna"]);
    assert_eq!(
        told,
        [
            "B1: varning[import-kon-alder]: ingen kolumn säger vilka som är barn; alla räknas som vuxna"
        ]
    );
    let (words, told) = kon("Brukar-id;Kön", &["1;kvinna", "2;pojke"]);
    assert_eq!((words.len(), told.len()), (2, 0));
    // Our own workbook has been told already.
    let own = csv("id;kön;insats;beslutsdatum\nA-1;kvinna;hemtjanst;2023-06-16\n");
    assert_eq!((rows(&own).len(), own.findings.len()), (1, 0));
    let other = csv("ID;Kön;Insats;Beslutsdatum\n1;kvinna;hemtjanst;2023-06-16\n");
    assert_eq!((rows(&other).len(), other.findings.len()), (1, 1));
}

#[test]
fn contradictions_are_told_and_the_column_holds() {
    let (words, told) = kon(
        "Pnr;Kön",
        &[
            "19900101-2385;man",
            "19900101-2384;kvinna",
            "19900101-2385;flicka",
            "skyddad;kvinna",
            ";Anna",
        ],
    );
    assert_eq!(words, ["man", "kvinna", "kvinna"]);
    assert_eq!(
        told,
        [
            "B2: varning[import-kon-alder]: kön stämmer inte med personnumret; det som står i \
             kolumnen gäller",
            "A3: varning[import-kon-alder]: personnummer med fel kontrollsiffra; det används ändå",
            "B4: varning[import-kon-alder]: kön säger barn, men födelsedagen vuxen den 2023-12-31; \
             födelsedagen gäller",
            "A5: fel[import-person]: i cellen för personnummer står inget personnummer",
            "B6: fel[import-varde]: i cellen för kön står inget som känns igen",
            "B6: fel[import-person]: raden säger inte vem eller vilket beslut den gäller",
        ]
    );
}

#[test]
fn a_decision_number_comes_before_the_person() {
    let read = csv("Pnr;Brukar-id;Beslutsnummer;Ärendenr;Insats;Beslutsdatum\n\
        19900101-2385;17;B-1;Ä-9;Hemtjänst;2023-06-16\n\
        19900101-2385;17;19900101-2385/1;19900101-2385;Hemtjänst;2023-06-16\n\
        19900101-2385;17;;;Hemtjänst;2023-06-16\n");
    let who: Vec<_> = rows(&read)
        .iter()
        .map(|row| row.split(": ").next().unwrap().to_owned())
        .collect();
    assert_eq!(who, ["nummer B-1", "person •••", "person •••"]);
    let cases: Vec<_> = read
        .records
        .iter()
        .map(|record| record.case.as_deref())
        .collect();
    assert_eq!(cases, [Some("Ä-9"), None, None]);
    assert_ne!(read.records[1].who, read.records[2].who);
}

#[test]
fn one_person_is_the_same_however_it_is_written() {
    let read = csv("Pnr;Insats;Beslutsdatum\n\
        19900101-2385;Hemtjänst;2023-06-16\n\
        9001012385;Hemtjänst;2023-06-16\n");
    assert_eq!(read.records[0].who, read.records[1].who);
    let by_id = csv("Kundnr;Kön;Insats;Beslutsdatum\n\
        19900101-2385;kvinna;Hemtjänst;2023-06-16\n\
        kund 17;flicka;Hemtjänst;2023-06-16\n\
        KUND 17;flicka;Hemtjänst;2023-06-16\n");
    assert_eq!(read.records[0].who, by_id.records[0].who);
    assert_eq!(by_id.records[1].who, by_id.records[2].who);
}

/// Parts of the persons in the file below, in every form.
const SECRETS: [&str; 14] = [
    "19900101",
    "900101",
    "2385",
    "9001012385",
    "1990-01-01",
    "20100615",
    "2010-06-99",
    "2399",
    "Anna",
    "Andersson",
    "070-123 45 67",
    "anna@exempel.se",
    "kund-4711",
    "201006152399",
];

#[test]
fn nothing_that_is_read_or_told_says_who_anybody_is() {
    let text = "Namn;Personnummer;Födelsedatum;Kundnr;Kön;Insats;Beslutsdatum;Orsak;Utförare;Anteckning;\
        Ersätter;Status;Slutdatum\n\
        Anna Andersson;19900101-2385;1990-01-01;kund-4711;kvinna;Hemtjänst;2023-06-16;personal;;;;;\n\
        Anna Andersson;900101-2385;;kund-4711;man;Hemtjnst 19900101-2385;i 900101-2385;19900101-2385;\
        070-123 45 67;gäller 19900101-2385;19900101-2385;19900101-2385;2023-11-01\n\
        Anna Andersson;19900101-2384;2010-06-99;;Anna;Hemtjänst;201006152399;personal;anna@exempel.se;\
        201006152399;;;\n\
        Totalt;3;;;;;;;;;;;\n\
        19900101-2385;;;;;;;;;;;;\n";
    for mapping in ["", "kolumner: {kön: Kön, utförare: Utförare}\n"] {
        let read = read_with("export.csv", text.as_bytes(), mapping);
        assert!(read.findings.len() > 8, "{:?}", told(&read));
        assert_eq!(read.records.len(), 1);
        let all = format!("{read:?}");
        for secret in SECRETS {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
        let unused: Vec<_> = read
            .columns
            .iter()
            .filter(|column| column.key.is_none())
            .collect();
        assert_eq!(unused.len(), 1);
        assert_eq!(unused[0].header, "Namn");
    }
}

#[test]
fn a_street_is_told_and_may_stand() {
    let read = csv("Beslutsnummer;Kön;Insats;Beslutsdatum;Utförare\n\
        B-1;flicka;Hemtjänst;2023-06-16;Gruppboende Storgatan 5\n");
    assert_eq!(
        told(&read),
        ["E2: varning[import-person]: i cellen för utförare står en adress"]
    );
    assert_eq!(read.records.len(), 1);
}
