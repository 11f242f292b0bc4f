//! What stands in real reports and is nobody's: dates, diarienummer, sections,
//! tables, money. Most lines are of published reports.

use super::super::find;
use super::none;

#[test]
fn dates_are_dates() {
    none("2023-12-31");
    none("2023-10-01–2023-12-31");
    none("2023-10-01 – 2023-12-31");
    none("2023-10-01 till 2023-12-31");
    none("2023-10-01--2023-12-31");
    none("2023-10-01 2023-12-31");
    none("2001-10-01–2010-12-31");
    none("20231001–20231231");
    none("20231001-20231231");
    none("231001-231231");
    none("240101-1231");
    none("20240101-1231");
    none("2023-10 – 2023-12");
    none("202310-202312");
    none("202310 202312");
    none("den 12 februari 2025");
    none("den 24.01.2024 kl. 13.00–15.30");
    none("2024-01-24 kl. 13.00-15.30");
    none("2024-01-24 13:00–15:30");
    none("240718");
    none("08-12-2023");
    none("08/12/2023");
    none("08.12.2023");
    none("01-02-2023");
    none("01 02 2023");
    none("2010 2011 2012 2013");
    none("åren 2021, 2022 och 2023");
    none("kl. 08.00–16.30");
    none("08:00-16:30, 08.30-17.00");
    none("öppet 08–16 2023");
}

#[test]
fn diarienummer_and_sections_are_no_persons() {
    none("NF 2024/00004-8.0.5");
    none("§ 12 Dnr NF 2024/00004-8.0.5");
    none("KS 2024/00223-1.6.2");
    none("KS 2024/00223- \n1.6.2");
    none("KS 2024/01015-1.6.2");
    none("KS 2024/0101-5162");
    none("VON2024/81");
    none("SÖD 2023/373");
    none("17SN368");
    none("STK-2018-1114");
    none("3.2.1-01234/2024");
    none("SFS 2025:400, 2001:453 och 1993:387");
    none("16 kap. 6 f – h §§ SoL och 28 f- h §§ LSS");
    none("§§ 213–214, 34 kap. 1 §, 9 § 10");
    none("9§2–8 (9§8 egenregi)");
    none("Sida 5 (5)");
    none("9(10)");
    none("M90:010");
}

#[test]
fn sums_and_tables_are_no_persons() {
    none("1 000 000");
    none("10 000–1 000 000 kr");
    none("15 000–1 500 000 kronor");
    none("+1 000 000 kr");
    none("+10 000 000 kr, +34,8 %");
    none("1 234 567 890");
    none("0,123456789");
    none("Summa   33 24     10  37 10 36");
    none("Ledsagarservice 5 5       8 2 9");
    none("Daglig verksamhet 8 10     1  15 2 16 ");
    none("7 7     9  4 1 2");
    none("16 12 19 18");
    none("76 84 88 88 42 56 64 57");
    none("11 Pojke 2023-06-16  LSS 9 § 3 Ledsagarservice 2023-12-09  ");
    none("38 Man  2023-06-15 LSS 9 § 6 Korttidsboende   ");
    none("50 Man 2023-01-17  LSS 9 § 9 SÄBO   2023-12-01  ");
    none("Resursbrist (4), 13, 17 och 18+ månader");
    none("7–9: 1 341 / 679 / 2 020; 10–12: 579 / 405 / 984");
    none("Totalt 88 beslut, varav 31 verkställda/avslutade");
    none("34,8 % jämfört med 23 beslut");
}

#[test]
fn names_of_places_of_work_are_no_addresses() {
    none("Kungsgatans boende");
    none("Boendet på Kungsgatan");
    none("Storgatan 2023");
    none("Rådhustorget");
    none("Plan 3");
    none("plan 3");
    none("Handlingsplan 2");
    none("Genomförandeplan 12");
    none("Verksamhetsplan 2024");
    none("Riksväg 40");
    none("På väg 12 personer");
    none("Inflyttning på Storgatan 12,5 månader");
    none("Andelen vid Storgatan 12 % av besluten");
    none("000 00 Exempelstad");
    none("123 45 kronor");
    none("123 456 Personer");
    none("1123 45 Storstad");
    none("Planeringen 2 och Rapporteringen 3");
}

#[test]
fn words_with_at_are_no_addresses() {
    none("AT-läkare och ST-läkare");
    none("tre @ fyra");
    none("@kommunen");
    none("namn@kommunen");
    none("2 st @ 4.50");
    none("anna at kommunen");
    none("alternativ (a) och (b). Se bilaga");
    none("@");
    none("a@");
    none("@.se");
    none("a@b.1");
    none("a@b.c");
}

#[test]
fn no_pair_of_days_is_a_person() {
    let days: Vec<String> = (2018..2027)
        .flat_map(|year| (1..=12).map(move |month| (year, month)))
        .flat_map(|(year, month)| [1, 12, 28].map(|day| format!("{year}-{month:02}-{day:02}")))
        .collect();
    let between = [
        "–", " – ", " - ", "--", " ", "  ", "\n", " till ", "/", ", ",
    ];
    for (at, one) in days.iter().enumerate() {
        let pairs = days
            .iter()
            .skip(at % 7)
            .step_by(7)
            .zip(between.iter().cycle());
        let line: Vec<String> = pairs
            .map(|(two, mark)| format!("{one}{mark}{two}."))
            .collect();
        none_of(&line);
        none_of(
            &line
                .iter()
                .map(|text| text.replace('-', "."))
                .collect::<Vec<_>>(),
        );
        none_of(
            &line
                .iter()
                .map(|text| text.replace('-', "/"))
                .collect::<Vec<_>>(),
        );
    }
}

#[test]
fn no_diarienummer_is_a_person() {
    let forms = |n: u32| {
        [
            format!("NF 2024/{n:05}-8.0.5"),
            format!("KS 2023/{n:05}-1.6.2"),
            format!("SÖD 2012/{n}"),
            format!("dnr 2024/{n:04}-5162"),
            format!("{n}/2024"),
            format!("STK-2018-{n:04}"),
            format!("8.0.5-{n:05}/2024"),
            format!("VON2024/{n} § 12"),
        ]
    };
    for n in 0..4_000 {
        none_of(&forms(n));
    }
}

#[test]
fn no_sum_of_money_is_a_person() {
    for n in 0..4_000_u32 {
        let (millions, thousands, rest) = (n % 97 + 1, n * 7 % 1_000, n * 13 % 1_000);
        let sum = format!("{millions} {thousands:03} {rest:03}");
        none_of(&[
            format!("{sum} kr"),
            format!("1 {sum} kr"),
            format!("{thousands} {rest:03}–{sum} kronor"),
            format!("+{sum} kr"),
            format!("{thousands},{rest:03} procent"),
            sum.replace(' ', "\u{a0}"),
            sum.replace(' ', "."),
        ]);
    }
}

#[track_caller]
fn none_of(texts: &[String]) {
    for text in texts {
        assert!(find(text).is_empty(), "{text:?}: {:?}", find(text));
    }
}
