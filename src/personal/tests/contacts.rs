//! Telephone numbers and e-mail addresses.

use super::case;
use super::mask;
use super::none;

/// Finds one telephone number, which is all of the text.
#[track_caller]
fn phone(text: &str) {
    case(text, &[&format!("telefonnummer: {text}")]);
    let inside = format!("Ring {text}. Tack!");
    case(&inside, &[&format!("telefonnummer: {text}")]);
    assert_eq!(mask(&inside), "Ring •••. Tack!");
}

/// Finds one e-mail address, which is all of the text.
#[track_caller]
fn email(text: &str) {
    case(text, &[&format!("e-postadress: {text}")]);
    let inside = format!("Skriv till {text}. Tack!");
    case(&inside, &[&format!("e-postadress: {text}")]);
    assert_eq!(mask(&inside), "Skriv till •••. Tack!");
}

#[test]
fn mobiles_are_found() {
    phone("070-174 06 05");
    phone("070-1740605");
    phone("0701740605");
    phone("070 174 06 05");
    phone("0701-74 06 05");
    phone("070 – 174 06 05");
    phone("070–174 06 05");
    phone("070\u{a0}174\u{a0}06\u{a0}05");
    phone("070/174 06 05");
    phone("070.174.06.05");
    phone("070-174-06-05");
    phone("070-174 0605");
    phone("073-123 45 67");
    phone("076 123 45 67");
    phone("０７０－１７４０６０５");
    phone("070-174\n06 05");
    none("070-174 06");
    none("070-174 06 0");
}

#[test]
fn numbers_from_abroad_are_found() {
    phone("+46 70 174 06 05");
    phone("+46701740605");
    phone("+46 (0)70-174 06 05");
    phone("+46 (0) 8 465 004 15");
    phone("+46(0)8-465 004 15");
    phone("+46 8 465 004 15");
    phone("+46-480-123 45");
    phone("0046 70 174 06 05");
    phone("0046701740605");
    phone("+47 22 12 34 56 7");
    phone("+358 40 123 4567");
    none("+46 70");
    none("1.5e+10 2.064230927");
    none("+00 206 423 0927");
}

#[test]
fn other_numbers_with_an_area_code_are_found() {
    phone("08-465 004 15");
    phone("08-46500415");
    phone("08 465 004 15");
    phone("(08) 465 004 15");
    phone("08-465 00 41");
    phone("08-12 34 56");
    phone("011-12 34 56");
    phone("021-39 00 00");
    phone("0480-123 45");
    phone("0480-12 34 56");
    phone("(0480) 123 45");
    phone("0771-123 456");
    phone("0771-12 34 56");
    phone("0771123456");
    phone("010-788 50 00");
    phone("020-12 34 56");
    none("0480-12");
    none("08-123");
    none("0123-4567");
    none("036/12345");
}

#[test]
fn a_telephone_number_is_nobodys_personnummer() {
    // The date and the check digit would do.
    phone("070 101 23 87");
    phone("0701-01 23 87");
    phone("0707767605");
    phone("08 121 223 80");
    phone("+46 11 12 34 58");
    // This could be either, and the worse is told.
    case("070101-2387", &["personnummer: 070101-2387"]);
    case("0701012387", &["personnummer: 0701012387"]);
}

#[test]
fn what_stands_around_a_telephone_number_is_left() {
    case("tel:070-174 06 05", &["telefonnummer: 070-174 06 05"]);
    case("Tel. 070-174 06 05, vx", &["telefonnummer: 070-174 06 05"]);
    case("3 070-174 06 05 2 barn", &["telefonnummer: 070-174 06 05"]);
    case(
        "2024-01-24 070-174 06 05",
        &["telefonnummer: 070-174 06 05"],
    );
    case(
        "070-174 06 05/070-174 06 06",
        &[
            "telefonnummer: 070-174 06 05",
            "telefonnummer: 070-174 06 06",
        ],
    );
    case(
        "070-174 06 05 070-174 06 06",
        &[
            "telefonnummer: 070-174 06 05",
            "telefonnummer: 070-174 06 06",
        ],
    );
    none("NF 2024/070-174 06 05");
    none("1070-174 06 05");
    none("A0701740605");
}

#[test]
fn email_addresses_are_found() {
    email("claes.danielsson@exempel.se");
    email("Anna_B+c-d%e@sub.exempel-stad.se");
    email("åsa.öberg@hörby.se");
    email("a\u{30a}sa@exempel.se");
    email("anna＠exempel.se");
    email("anna@ exempel.se");
    email("anna @ exempel.se");
    email("anna@\nexempel.se");
    email("anna (at) exempel.se");
    email("anna(at)exempel.se");
    email("anna [at] exempel.se");
    email("anna {AT} exempel.se");
    email("anna ( at ) exempel.se");
    email("anna (a) exempel.se");
    email("anna (snabel-a) exempel.se");
    email("anna at exempel.se");
    email("anna snabel-a exempel.se");
    email("anna (at) exempel (punkt) se");
    email("anna at exempel dot se");
    email("anna@exempel punkt se");
    email("o'anna@exempel.se");
    case("<anna@exempel.se>", &["e-postadress: anna@exempel.se"]);
    case("Epost:anna@exempel.se,", &["e-postadress: anna@exempel.se"]);
    case(
        "mailto:anna@exempel.se?x=1",
        &["e-postadress: anna@exempel.se"],
    );
    case("..anna@exempel.se..", &["e-postadress: anna@exempel.se"]);
    case(
        "anna@exempel.se;bo@exempel.se",
        &[
            "e-postadress: anna@exempel.se",
            "e-postadress: bo@exempel.se",
        ],
    );
}

#[test]
fn the_more_serious_kind_wins() {
    case(
        "19900101-2385@exempel.se",
        &["personnummer: 19900101-2385@exempel.se"],
    );
    case(
        "0701740605@exempel.se",
        &["telefonnummer: 0701740605@exempel.se"],
    );
}
