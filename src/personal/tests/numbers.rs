//! Personnummer, samordningsnummer, temporary ids, and what is like them.

use super::case;
use super::none;
use super::person;

#[test]
fn every_common_form_is_found() {
    person("19900101-2385");
    person("900101-2385");
    person("900101+2385");
    person("199001012385");
    person("9001012385");
    person("19900101 2385");
    person("900101 2385");
    person("19 900101-2385");
    person("19 900101 - 2385");
    person("1990-01-01-2385");
    person("1990-01-01 2385");
    person("1990 01 01 2385");
    person("90-01-01-2385");
    person("90 01 01-2385");
    person("1990.01.01-2385");
    person("19900101.2385");
    person("1990/01/01-2385");
    person("1990-0101-2385");
    person("19900101/2385");
    person("191212121212");
    person("18900101-9802");
    person("121212+1212");
    person("20000229-2381");
}

#[test]
fn other_spaces_dashes_and_digits_hide_nothing() {
    person("19900101–2385");
    person("19900101—2385");
    person("19900101−2385");
    person("19900101‑2385");
    person("900101 –\u{a0}2385");
    person("19\u{a0}900101\u{202f}2385");
    person("900101\u{2009}-\u{2009}2385");
    person("900101--2385");
    person("900101-\n2385");
    person("900101-\n    2385");
    person("900101\t2385");
    person("１９９００１０１－２３８５");
    person("𝟏𝟗𝟗𝟎𝟎𝟏𝟎𝟏-𝟐𝟑𝟖𝟓");
    person("1990\u{ad}0101\u{200b}-2385");
    person("9\u{332}0\u{332}0101-2385");
}

#[test]
fn digits_broken_by_spaces_are_found() {
    person("1 9 9 0 0 1 0 1 2 3 8 5");
    person("9 0 0 1 0 1 - 2 3 8 5");
    person("9 0 0 1 0 1 2 3 8 5");
    person("19 90 01 01 23 85");
    person("90 01 01 23 85");
    person("19900101-23 85");
    person("900 101-2385");
    person("9001 01 - 23 85");
    person("1990 0101 23 85");
    person("199001 012385");
}

#[test]
fn what_stands_beside_does_not_matter() {
    case("pnr:900101-2385.", &["personnummer: 900101-2385"]);
    case("(900101-2385)", &["personnummer: 900101-2385"]);
    case("id199001012385x", &["personnummer: 199001012385"]);
    case("19900101-2385_beslut.pdf", &["personnummer: 19900101-2385"]);
    case("1. 900101-2385", &["personnummer: 900101-2385"]);
    case("12 900101-2385 3", &["personnummer: 900101-2385"]);
    case("nr 1-900101-2385-2", &["personnummer: 900101-2385"]);
    case("2024-01-24 900101-2385", &["personnummer: 900101-2385"]);
    case("900101-2385 2024-01-24", &["personnummer: 900101-2385"]);
    case(
        "900101-2385 och 900101-2393",
        &["personnummer: 900101-2385", "personnummer: 900101-2393"],
    );
    case(
        "19900101-2385/19900101-2393",
        &["personnummer: 19900101-2385", "personnummer: 19900101-2393"],
    );
}

#[test]
fn samordningsnummer_have_sixty_more_days() {
    case("701063-2391", &["samordningsnummer: 701063-2391"]);
    case("19701063-2391", &["samordningsnummer: 19701063-2391"]);
    case("197010632391", &["samordningsnummer: 197010632391"]);
    case("7010632391", &["samordningsnummer: 7010632391"]);
    case("19 701063 – 2391", &["samordningsnummer: 19 701063 – 2391"]);
    case("701063-2392", &["samordningsnummer?: 701063-2392"]);
    // The birth is not fully known.
    case("191500722390", &["samordningsnummer: 191500722390"]);
    case("19150088-2392", &["samordningsnummer: 19150088-2392"]);
    none("19150088-2393");
    none("701092-2391");
}

#[test]
fn a_wrong_check_digit_is_uncertain_in_the_firm_forms() {
    case("900101-2386", &["personnummer?: 900101-2386"]);
    case("900101+2386", &["personnummer?: 900101+2386"]);
    case("199001012386", &["personnummer?: 199001012386"]);
    case("19900101-2386", &["personnummer?: 19900101-2386"]);
    case("19900101 2386", &["personnummer?: 19900101 2386"]);
    case("1990-01-01-2386", &["personnummer?: 1990-01-01-2386"]);
    case("19 900101 - 2386", &["personnummer?: 19 900101 - 2386"]);
    case("19900101-XXXX", &["personnummer?: 19900101-XXXX"]);
    case("900101-xxxx", &["personnummer?: 900101-xxxx"]);
    case("900101-****", &["personnummer?: 900101-****"]);
    none("9001012386");
    none("900101 2386");
    none("1990-01-01 2386");
    none("9 0 0 1 0 1 2 3 8 6");
    none("ÅÅMMDD-XXXX");
}

#[test]
fn a_date_must_be_one() {
    none("19901301-2382");
    none("900132-2385");
    none("900230-2385");
    none("19010229-2385");
    none("19000229-2385");
    none("900100-2385");
    none("17900101-2385");
    none("21900101-2385");
}

#[test]
fn temporary_ids_are_found() {
    case("19900101-T123", &["tillfälligt id: 19900101-T123"]);
    case("19900101-TF10", &["tillfälligt id: 19900101-TF10"]);
    case("19900101–tf10", &["tillfälligt id: 19900101–tf10"]);
    case("19900101 - T123", &["tillfälligt id: 19900101 - T123"]);
    case("19900101T123", &["tillfälligt id: 19900101T123"]);
    case("1990-01-01-T123", &["tillfälligt id: 1990-01-01-T123"]);
    case("900101-T123", &["tillfälligt id: 900101-T123"]);
    case("900101-R123", &["tillfälligt id: 900101-R123"]);
    case("19900101-TF 10", &["tillfälligt id: 19900101-TF 10"]);
    case(
        "19900101 – T 1 2 3",
        &["tillfälligt id: 19900101 – T 1 2 3"],
    );
    none("2024-01-01 - K 123 personer");
    none("19901301-T123");
    none("19900101-T1234");
    none("20240124T1230");
    none("2024-01-24T12:30");
    none("ÅÅÅÅMMDD-T123");
    none("19900101-TFAB");
}

#[test]
fn organisations_are_no_persons() {
    none("212000-2080");
    none("212000-1355");
    none("556677-8899");
    none("16212000-2080");
    none("5566778899");
    none("802002-4280");
}

#[test]
fn longer_and_shorter_numbers_are_something_else() {
    none("1990010123851");
    none("0199001012385");
    none("19900101-23851");
    none("19900101-238");
    none("19900101");
    none("5cb86912b209061b");
    none("SE45 5000 0000 0583 9825 7466");
    none("bankgiro 5050-1055");
}
