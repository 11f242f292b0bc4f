//! Columns that are missing, doubled, or pointed out.

use super::csv;
use super::read_with;
use super::rows;
use super::told;

fn helps(read: &evb::import::Read) -> Vec<&str> {
    read.findings
        .iter()
        .map(|finding| finding.help.as_str())
        .collect()
}

#[test]
fn a_missing_column_is_told_with_the_nearest() {
    let read = csv(
        "Export;;;;;\n\n;Pnr;Insats;Orsak;Handläggare;Beslutdat\n;19900101-2385;Hemtjänst;;A;2023-06-16\n",
    );
    assert_eq!(
        told(&read),
        [
            "F3: fel[import-kolumn]: ingen kolumn för beslutsdatum (eller avbrott); närmast är \
          «Beslutdat» i F3"
        ]
    );
    assert_eq!(
        helps(&read),
        [
            "är det den, skriv «kolumner: {beslutsdatum: Beslutdat}» i import.yaml i nämndens mapp, eller \
          döp om kolumnen"
        ]
    );
    assert_eq!(read.records.len(), 0);
}

#[test]
fn everything_that_is_missing_is_told_at_once() {
    let read = csv("Orsak;Utförare;Åtgärd\npersonal;Norr;A\n");
    assert_eq!(
        told(&read),
        [
            "A1: fel[import-kolumn]: ingen kolumn för insats; ingen rubrik liknar den",
            "A1: fel[import-kolumn]: ingen kolumn för beslutsdatum (eller avbrott); ingen rubrik \
             liknar den",
            "A1: fel[import-kolumn]: ingen kolumn för vem eller vilket beslut raden gäller \
             (beslutsnummer, personnummer, person_id eller id); ingen rubrik liknar den",
            "A1: fel[import-kolumn]: ingen kolumn för kön (eller personnummer); ingen rubrik liknar \
             den",
        ]
    );
}

#[test]
fn what_import_yaml_points_out_is_read() {
    let text = "Pnr;Insats;Beslutdat;Beslutsdatum;Anteckning;Leverantör\n\
        19900101-2385;Hemtjänst;2023-06-16;2019-01-01;gäller 19900101-2385;Norr\n";
    let mapping = "kolumner: {beslutsdatum: beslutdat.}\nanvänds_inte: [Anteckning, leverantör]\n";
    let read = read_with("a.csv", text.as_bytes(), mapping);
    super::sound(
        &read,
        &["person •••: kön: kvinna, insats: hemtjanst, beslutsdatum: 2023-06-16"],
    );
    let unused = read.columns.iter().filter(|column| column.key.is_none());
    let unused: Vec<_> = unused.map(|column| column.header.as_str()).collect();
    assert_eq!(unused, ["Beslutsdatum", "Anteckning", "Leverantör"]);
}

#[test]
fn what_import_yaml_points_out_in_vain_is_told() {
    let text = "Pnr;Insats;Beslutsdatum;Utföraren\n19900101-2385;Hemtjänst;2023-06-16;Norr\n";
    let mapping = "kolumner: {utförare: Leverantörsnamn, orsak: Skälet, beslutsdatum: Dag}\n";
    let read = read_with("a.csv", text.as_bytes(), mapping);
    assert_eq!(
        told(&read),
        [
            "A1: varning[import-kolumn]: ingen rubrik heter «Skälet», som import.yaml säger för orsak",
            "A1: varning[import-kolumn]: ingen rubrik heter «Leverantörsnamn», som import.yaml säger \
             för utförare",
        ]
    );
    assert_eq!(
        helps(&read)[1],
        "närmast är «Utföraren» i D1; rätta «kolumner» i import.yaml"
    );
    assert_eq!(rows(&read).len(), 1);
    // Our own workbook has headers of its own.
    let own = "id;kön;insats;beslutsdatum\nA-1;kvinna;hemtjanst;2023-06-16\n";
    assert_eq!(
        told(&read_with("a.csv", own.as_bytes(), mapping)),
        Vec::<String>::new()
    );
}

#[test]
fn two_columns_of_one_key_are_told() {
    let read = csv("Pnr;Insats;Beslutsdatum;Datum för beslut;Beslutsdatum\n\
        19900101-2385;Hemtjänst;2023-06-16;2023-06-17;2023-06-18\n");
    assert_eq!(
        told(&read),
        [
            "D1: fel[import-kolumn]: både «Beslutsdatum» i C1 och «Datum för beslut» läses som \
             beslutsdatum",
            "E1: fel[import-kolumn]: både «Beslutsdatum» i C1 och «Beslutsdatum» läses som \
             beslutsdatum",
        ]
    );
    assert_eq!(
        helps(&read),
        [
            "skriv den rätta i import.yaml: «kolumner: {beslutsdatum: Beslutsdatum}», eller den andra \
             under «används_inte»",
            "döp om eller ta bort en av kolumnerna",
        ]
    );
}

#[test]
fn the_manual_has_every_column_with_its_names() {
    let path = crate::facts::root().join("docs/handledning.md");
    let manual = std::fs::read_to_string(&path).unwrap();
    let table = evb::import::reference();
    let (head, _) = table.split_once('\n').unwrap();
    let start = manual.find(head).unwrap();
    let end = start + manual[start..].find("\n\n").unwrap() + 1;
    if std::env::var_os("EVB_UPDATE").is_some() {
        let written = [&manual[..start], &table, &manual[end..]].concat();
        std::fs::write(path, written).unwrap();
        return;
    }
    assert_eq!(&manual[start..end], table, "run with EVB_UPDATE=1");
}
