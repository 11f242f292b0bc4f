//! Street addresses.

use super::case;
use super::mask;
use super::none;

/// Finds one address, which is all of the text.
#[track_caller]
fn address(text: &str) {
    case(text, &[&format!("adress: {text}")]);
    let inside = format!("boende på {text}. Hon");
    case(&inside, &[&format!("adress: {text}")]);
    assert_eq!(mask(&inside), "boende på •••. Hon");
}

#[test]
fn streets_with_a_number_are_found() {
    address("Storgatan 12");
    address("Storgatan 12 B");
    address("Storgatan 12B");
    address("Storgatan 12b");
    address("STORGATAN 12");
    address("Storgatan 12–14");
    address("Storgatan 12/3");
    address("Storgatan\u{a0}12");
    address("Storgatan\n12");
    address("Skolvägen 3");
    address("Björkstigen 4, lgh 1102");
    address("Björkstigen 4 lgh. 1102");
    address("Björkstigen 4, 3 tr");
    address("Smedjegränd 5");
    address("Rådhustorget 1");
    address("Lindallén 7");
    address("Linda\u{301}llé 7");
    address("Kvarnbacken 8");
    address("Karlaplan 9");
    address("Odenplan 9");
    address("Storgata 10");
    address("Västra Storgatan 12");
    address("S:t Eriksgatan 12");
    address("Sankt Eriksgatan 12");
    address("Nils Holgerssons väg 3");
    address("Lo-Johanssons stig 3");
    address("Norra Vägen 3");
    address("Gustav Adolfs torg 4");
}

#[test]
fn postal_codes_with_their_place_are_found() {
    address("123 45 Storstad");
    address("123\u{a0}45  Storstad");
    address("SE-123 45 Storstad");
    address("S-123 45 Storstad");
    address("123 45 STORSTAD");
    address("123 45 Upplands Väsby");
    case(
        "Storgatan 12 B, 123 45 Storstad",
        &["adress: Storgatan 12 B", "adress: 123 45 Storstad"],
    );
    case(
        "Storgatan 12 123 45 Storstad",
        &["adress: Storgatan 12", "adress: 123 45 Storstad"],
    );
}

#[test]
fn the_rest_of_the_sentence_is_left() {
    case(
        "Han bor på Storgatan 12 i Storstad.",
        &["adress: Storgatan 12"],
    );
    case("På Storgatan 12, lägenheten", &["adress: Storgatan 12"]);
    case(
        "Storgatan 12 B Norra Vägen 3 C",
        &["adress: Storgatan 12 B", "adress: Norra Vägen 3 C"],
    );
    case("Storgatan 12: två rum", &["adress: Storgatan 12"]);
    case("Storgatan 12-tvåan", &["adress: Storgatan 12"]);
    none("Storgatan, 12 personer");
    none("storgatan 12");
    none("Storgatan 012");
}
