//! Every bad cell is told at its place, all at once.

use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Workbook;

use super::csv;
use super::read_with;
use super::rows;
use super::told;

#[test]
fn every_bad_date_is_told_at_its_cell() {
    let mut text = String::from("Beslutsnummer;Kön;Insats;Beslutsdatum;Verkställt\n");
    for nr in 1..=50 {
        let (decided, executed) = match nr {
            6 => ("30 februari 2023", ""),
            41 => ("16/6-23", "i höst"),
            42 => ("06/16/2023", ""),
            43 => ("2203-06-16", ""),
            44 => ("", ""),
            45 => ("2023-06-16", "nej"),
            46 => ("2023-06-16", "9999-12-31"),
            _ => ("2023-06-16", "2023-11-02 00:00:00"),
        };
        text.push_str(&format!("B-{nr};flicka;Hemtjänst;{decided};{executed}\n"));
    }
    let read = csv(&text);
    assert_eq!(
        told(&read),
        [
            "D7: fel[import-datum]: «30 februari 2023» finns inte: februari 2023 har 28 dagar",
            "D42: fel[import-datum]: «16/6-23» har bara två siffror i året",
            "E42: fel[import-datum]: «i höst» är inget datum",
            "D43: fel[import-datum]: «06/16/2023» finns inte: månaden ska vara 1 till 12",
            "D44: fel[import-datum]: «2203-06-16» ligger utanför åren 1950–2150",
            "D45: fel[import-datum]: raden har varken beslutsdatum eller avbrott",
        ]
    );
    assert_eq!(read.records.len(), 45);
    assert_eq!(
        rows(&read)[40..42],
        [
            "nummer B-46: kön: flicka, insats: hemtjanst, beslutsdatum: 2023-06-16",
            "nummer B-47: kön: flicka, insats: hemtjanst, beslutsdatum: 2023-06-16, verkställt: \
             2023-11-02",
        ]
    );
}

#[test]
fn a_cell_of_a_workbook_is_told_with_its_sheet() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Blad1").unwrap();
    for (column, header) in (0..).zip(["Beslutsnummer", "Kön", "Insats", "Beslutsdatum"]) {
        sheet.write_string(5, column, header).unwrap();
    }
    for (column, cell) in (0..).zip(["B-1", "flicka", "Hemtjänst", "snart"]) {
        sheet.write_string(6, column, cell).unwrap();
    }
    for (column, cell) in (0..).zip(["B-2", "man", "Hemtjänst"]) {
        sheet.write_string(7, column, cell).unwrap();
    }
    let time = Format::new().set_num_format("hh:mm");
    let noon = ExcelDateTime::from_hms(12, 0, 0).unwrap();
    sheet
        .write_datetime_with_format(7, 3, &noon, &time)
        .unwrap();
    sheet
        .write_formula(
            8,
            3,
            rust_xlsxwriter::Formula::new("=A1/0").set_result("#DIV/0!"),
        )
        .unwrap();
    for (column, cell) in (0..).zip(["B-3", "man", "Hemtjänst"]) {
        sheet.write_string(8, column, cell).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(
        told(&read_with("a.xlsx", &bytes, "")),
        [
            "Blad1!D7: fel[import-datum]: «snart» är inget datum",
            "Blad1!D8: fel[import-datum]: «1899-12-31» ligger utanför åren 1950–2150",
            "Blad1!D9: fel[import-varde]: formeln i cellen har gett ett fel",
        ]
    );
}

#[test]
fn every_key_of_a_row_is_read_as_our_workbook_writes_it() {
    let read = csv("nr;id;kön;insats;lag;beslutsdatum;avbrott;verkställt;avslutat;avslutsskäl;orsak;\
        underorsak;delvis;förhandsbesked;dom;skyddad;ersätter;erbjudanden;avdelning;utförare;regi;\
        borde_rapporterats;rapporterat;anteckning\n\
        1;A-0137;annat-barn;kontaktperson;SoL;2022-06-16;2022-12-03;;2023-12-31;behovet-upphort;\
        tackat-nej;väntar på hiss;2023-02-16: halva tiden;ja;;ja;A-0021;2023-05-19 nej; 2023-06-02 ja;\
        Norr;Utförare A;egen;2023-Q2;2023-07-14;kontrollerad\n"
        .replace("2023-05-19 nej; 2023-06-02 ja", "\"2023-05-19 nej; 2023-06-02 ja\"")
        .as_str());
    super::sound(
        &read,
        &[
            "id A-0137: kön: annat-barn, insats: kontaktperson, lag: SoL, beslutsdatum: 2022-06-16, \
           avbrott: 2022-12-03, avslutat: 2023-12-31, avslutsskäl: behovet-upphort, orsak: \
           tackat-nej, underorsak: väntar på hiss, delvis: {från: 2023-02-16, omfattning: halva \
           tiden}, förhandsbesked: ja, skyddad: ja, ersätter: A-0021, erbjudanden: [{datum: \
           2023-05-19, svar: nej}, {datum: 2023-06-02, svar: ja}], avdelning: Norr, utförare: \
           Utförare A, regi: egen, borde_rapporterats: 2023-Q2, rapporterat: [2023-07-14], \
           anteckning: kontrollerad",
        ],
    );
    let record = &read.records[0];
    assert_eq!(record.nr, Some(1));
    assert_eq!(record.closed_on.unwrap().to_string(), "2023-12-31");
    assert_eq!(record.executed_on, None);
    // What the key table knows of a row is what a table can say.
    let known = evb::load::keys::QUARTER
        .key("beslut")
        .unwrap()
        .kind
        .table()
        .unwrap();
    for key in known
        .keys
        .iter()
        .filter(|key| !matches!(key.name, "dom" | "verkställt" | "nr" | "id"))
    {
        let read = record.fields.iter().any(|(name, _)| *name == key.name);
        assert!(read, "{} is not read", key.name);
        assert!(
            record.at.get(key.name).is_some(),
            "{} has no place",
            key.name
        );
    }
}

#[test]
fn other_values_that_cannot_be_are_told() {
    let read = csv(
        "Beslutsnummer;Kön;Insats;Beslutsdatum;Dom;Regi;Borde rapporterats;Nr;Erbjudanden;\
        Delvis verkställt;Rapporterat\n\
        B-1;flicka;Hemtjänst;2023-06-16;kanske;halv;i våras;ett;2023-07-01 kanske;ja;2023-13-01\n\
        B-2;flicka;Hemtjänst;2023-06-16;x;kommunal;Q2 2023;2;2023-07-01 nej;;\"1/7 2023, 2/8 2023\"\n",
    );
    assert_eq!(
        told(&read),
        [
            "J2: fel[import-varde]: det står inte hur stor del som är verkställd",
            "E2: fel[import-varde]: dom kan inte vara «kanske»",
            "I2: fel[import-varde]: svaret i «2023-07-01 kanske» är varken ja, nej eller väntar",
            "F2: fel[import-varde]: regi kan inte vara «halv»",
            "G2: fel[import-varde]: «i våras» är inget kvartal",
            "K2: fel[import-datum]: «2023-13-01» finns inte: månaden ska vara 1 till 12",
            "H2: fel[import-varde]: «ett» är inget löpnummer",
        ]
    );
    assert_eq!(
        rows(&read),
        [
            "nummer B-2: kön: flicka, insats: hemtjanst, beslutsdatum: 2023-06-16, dom: ja, \
          erbjudanden: [{datum: 2023-07-01, svar: nej}], regi: egen, borde_rapporterats: 2023-Q2, \
          rapporterat: [2023-07-01, 2023-08-02]"
        ]
    );
}

#[test]
fn offers_may_stand_in_columns() {
    let read = csv(
        "Beslutsnummer;Kön;Insats;Beslutsdatum;Erbjudande 1 datum;Erbjudande 1 svar;\
        Erbjudande 2 datum;Erbjudande 2 svar\n\
        B-1;flicka;Hemtjänst;2023-06-16;2023-07-01;tackat nej;2023-08-01;\n\
        B-2;flicka;Hemtjänst;2023-06-16;;ja;2023-08-01;ja\n",
    );
    assert_eq!(
        rows(&read),
        [
            "nummer B-1: kön: flicka, insats: hemtjanst, beslutsdatum: 2023-06-16, erbjudanden: [{datum: \
          2023-07-01, svar: nej}, {datum: 2023-08-01, svar: väntar}]"
        ]
    );
    assert_eq!(
        told(&read),
        ["F3: fel[import-varde]: svaret på erbjudandet har inget datum"]
    );
    let alone = csv("Beslutsnummer;Kön;Insats;Beslutsdatum;Erbjuden;Svar\n\
        B-1;flicka;Hemtjänst;2023-06-16;2023-07-01;nej\n");
    super::sound(
        &alone,
        &[
            "nummer B-1: kön: flicka, insats: hemtjanst, beslutsdatum: 2023-06-16, erbjudanden: [{datum: \
           2023-07-01, svar: nej}]",
        ],
    );
}

#[test]
fn an_end_may_be_one_day_and_its_type() {
    let read = csv("Beslutsnummer;Kön;Insats;Beslutsdatum;Slutdatum;Status\n\
        B-1;flicka;Hemtjänst;2023-06-16;2023-11-01;Verkställt\n\
        B-2;flicka;Hemtjänst;2023-06-16;2023-11-02;Avslutat utan verkställighet\n\
        B-3;flicka;Hemtjänst;2023-06-16;2023-11-03;Avlidit\n\
        B-4;flicka;Hemtjänst;2023-06-16;2024-12-31;Ej verkställt\n\
        B-5;flicka;Hemtjänst;2023-06-16;;Klar\n\
        B-6;flicka;Hemtjänst;2023-06-16;2023-11-03;Klar\n\
        B-7;flicka;Hemtjänst;2023-06-16;2023-11-03;\n");
    let ends: Vec<_> = rows(&read)
        .iter()
        .map(|row| {
            row.split("beslutsdatum: 2023-06-16")
                .nth(1)
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(
        ends,
        [
            ", verkställt: 2023-11-01",
            ", avslutat: 2023-11-02",
            ", avslutat: 2023-11-03, avslutsskäl: avliden",
            "",
            "",
        ]
    );
    assert_eq!(
        told(&read),
        [
            "F7: fel[import-varde]: «Klar» säger inte om beslutet verkställdes eller avslutades",
            "F8: fel[import-varde]: raden har ett slutdatum, men säger inte om beslutet verkställdes \
             eller avslutades",
        ]
    );
    let untyped = csv("Beslutsnummer;Kön;Insats;Beslutsdatum;Slutdatum\n\
        B-1;flicka;Hemtjänst;2023-06-16;2023-11-01\n");
    assert_eq!(
        told(&untyped),
        [
            "E1: varning[import-kolumn]: kolumnen för slutdatum används inte: ingen kolumn säger om \
          beslutet verkställdes eller avslutades då"
        ]
    );
    assert_eq!(untyped.records[0].executed_on, None);
}
