//! What a column's header may be: the table of names, for reading and for the
//! manual.
//!
//! Names are compared without case, dots, hyphens and blanks, and å, ä and ö
//! are their plain letters. Names of people and free comments are in no list:
//! they are only read if the nämnd itself points them out.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use crate::document::ascii;

/// What a column holds, and the names it may go by beside its own.
struct Known {
    key: &'static str,
    also: &'static [&'static str],
    holds: &'static str,
}

const fn known(key: &'static str, also: &'static [&'static str], holds: &'static str) -> Known {
    Known { key, also, holds }
}

/// Every column, in the order of the key table.
#[rustfmt::skip]
const KNOWN: [Known; 36] = [
    known("id", &["evb-id"], "radens id i kvartalsfilen, från arbetsboken"),
    known("nr", &["löpnr", "löpnummer"], "löpnumret i förteckningen"),
    known("beslutsnummer", &["beslutsnr", "beslut nr", "beslut nummer", "besluts-id", "beslut id", "beslutsreferens",
        "insats-id", "insatsnummer"], "beslutets nummer i ärendesystemet"),
    known("ärendenummer", &["ärendenr", "ärende", "ärende-id", "aktnummer", "aktnr", "diarienummer", "diarienr", "dnr"],
        "ärendets nummer, bara för nyckellistan"),
    known("personnummer", &["pnr", "personnr", "persnr", "samordningsnummer", "person-/samordningsnummer",
        "personnummer/samordningsnummer", "person- och samordningsnummer"], "ger kön, barn eller vuxen och id, och sparas inte"),
    known("person_id", &["brukar-id", "brukarnr", "brukarnummer", "kund-id", "kundnr", "kundnummer", "klient-id", "klientnr",
        "klientnummer", "individ-id", "individnr"], "personen i ärendesystemet; ger id, och sparas inte"),
    known("födelsedatum", &["födelsedag", "född", "född datum", "födelsetid"], "ger barn eller vuxen, och sparas inte"),
    known("kön", &["juridiskt kön", "kön k/m", "kön m/k"], "kvinna, man, flicka, pojke, annat; K, M eller F, M"),
    known("insats", &["insatstyp", "insatsnamn", "typ av insats", "beviljad insats", "beslutad insats", "insats enligt beslut",
        "insatskategori", "bistånd", "biståndstyp", "beviljat bistånd", "typ av bistånd", "beslut avser", "beslut om"],
        "insatsens namn eller id"),
    known("lag", &["lagstiftning", "sol/lss", "lss/sol"], "SoL eller LSS"),
    known("lagrum", &["lagparagraf", "paragraf", "lagstöd", "lag och paragraf", "lag/lagrum"],
        "till exempel LSS 9 § 4; ger lagen, och insatsen om den saknas"),
    known("beslutsdatum", &["beslut datum", "beslutsdag", "beslutat datum", "beslutat den", "beslut fattat", "datum beslut",
        "datum för beslut", "datum för gynnande beslut", "beviljat datum", "beviljandedatum", "datum för beviljande"],
        "dagen för det gynnande beslutet"),
    known("avbrott", &["avbrottsdatum", "avbrott datum", "avbrott från", "avbrott fr.o.m.", "avbrott sedan", "avbruten",
        "avbruten från", "avbruten verkställighet", "avbrott i verkställighet", "datum avbrott", "datum för avbrott"], "första dagen av avbrottet"),
    known("verkställt", &["verkställd", "verkställt datum", "verkställd datum", "verkställt den", "verkställd den",
        "verkställt från", "verkställd från", "verkställt fr.o.m.", "verkställd fr.o.m.", "verkställighetsdatum", "verkställighet datum", "datum verkställt", "datum för verkställighet",
        "verkställighet påbörjad", "insats påbörjad", "insats startad"], "dagen då insatsen kom i gång"),
    known("avslutat", &["avslutad", "avslutat datum", "avslutad datum", "avslutsdatum", "avslut datum", "avslutsdag",
        "datum avslut", "datum för avslut", "avslutat utan verkställighet", "avslutad utan verkställighet", "upphört",
        "upphört datum"], "dagen då beslutet avslutades utan verkställighet"),
    known("avslutsskäl", &["avslutsorsak", "avslut orsak", "avslut skäl", "avslutsanledning", "orsak till avslut",
        "skäl till avslut", "skäl för avslut", "anledning till avslut"], "varför det avslutades"),
    known("slutdatum", &["slutdag", "verkställt eller avslutat", "verkställt/avslutat", "verkställd/avslutad",
        "datum för verkställighet eller avslut"], "dagen då beslutet tog slut, tillsammans med sluttyp"),
    known("sluttyp", &["status", "utfall", "slutstatus", "beslutsstatus", "verkställighetsstatus", "avslutstyp", "typ av avslut"],
        "hur det tog slut: verkställt, avslutat eller pågående"),
    known("orsak", &["huvudorsak", "orsak till dröjsmål", "dröjsmålsorsak", "skäl för dröjsmål", "skäl till dröjsmål",
        "orsak till dröjsmålet", "orsak ej verkställt", "orsak ej verkställd", "ej verkställt orsak", "ej verkställd orsak",
        "orsak till ej verkställt", "orsak till ej verkställd", "orsak till ej verkställt beslut",
        "orsak till ej verkställighet"], "varför beslutet inte är verkställt"),
    known("underorsak", &["närmare orsak", "orsak närmare"], "orsaken närmare, med egna ord"),
    known("delvis", &["delvis verkställt", "delvis verkställd"], "till exempel 2023-09-01: 2 av 5 timmar"),
    known("delvis_från", &["delvis datum", "delvis verkställt från", "delvis verkställd från", "delvis verkställt datum",
        "delvis verkställd datum"], "från vilken dag en del är verkställd"),
    known("delvis_omfattning", &["delvis verkställt omfattning", "delvis verkställd omfattning", "verkställd del",
        "verkställd omfattning"], "hur stor del som är verkställd"),
    known("förhandsbesked", &["förhandsbesked 16 §", "förhandsbesked enligt 16 §"], "ja eller tomt"),
    known("dom", &["domstol", "domstolsbeslut", "beviljat av domstol", "beviljad av domstol"], "ja eller tomt"),
    known("skyddad", &["skyddade personuppgifter", "skyddad identitet", "skyddad folkbokföring", "sekretess",
        "sekretessmarkering", "sekretessmarkerad"], "ja eller tomt"),
    known("ersätter", &["ersätter id", "ersätter beslut", "förnyar", "förnyar beslut"], "id för det beslut som detta förnyar"),
    known("erbjudanden", &["erbjudande"], "till exempel 2026-05-19 nej; 2026-06-02 ja"),
    known("erbjudande_datum", &["datum erbjudande", "datum för erbjudande", "erbjuden", "erbjuden datum", "erbjuden den",
        "erbjudet datum"], "dagen för ett erbjudande; kan upprepas med nummer"),
    known("erbjudande_svar", &["svar", "svar på erbjudande", "svar erbjudande"], "ja, nej eller väntar; kan upprepas med nummer"),
    known("avdelning", &["enhet", "sektion", "stadsdel", "verksamhetsområde", "ansvarig enhet"],
        "avdelningen, för rapporter i grupper"),
    known("utförare", &["utförarenhet", "utförande enhet", "verkställande enhet", "leverantör"], "utföraren"),
    known("regi", &["regiform", "driftsform", "driftform", "egen/extern regi", "egen eller extern regi"], "egen eller extern"),
    known("borde_rapporterats", &["borde ha rapporterats", "skulle ha rapporterats"], "ett kvartal, 2023-Q2"),
    known("rapporterat", &["rapporterad", "rapporterat datum", "rapporterad datum", "rapporteringsdatum",
        "rapporterat till ivo", "rapporterad till ivo", "datum för rapportering"], "en eller flera dagar: 2026-07-14; 2026-10-13"),
    known("anteckning", &[], "anteckning som inte trycks"),
];

static NAMES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let names = KNOWN.iter().flat_map(|known| {
        let all = std::iter::once(&known.key).chain(known.also);
        all.map(|name| (plain(name), known.key))
    });
    names.collect()
});

/// Returns a header as it is compared: small letters and digits only.
pub(super) fn plain(header: &str) -> String {
    let small: String = header.nfc().collect::<String>().to_lowercase();
    let plain = ascii(&small).replace(['é', 'è'], "e");
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns what a header means, and its number if it is one of several:
/// «Erbjudande 2 datum».
pub(super) fn named(header: &str) -> Option<(&'static str, Option<u32>)> {
    let plain = plain(header);
    if let Some(key) = NAMES.get(&plain) {
        return Some((key, None));
    }
    let number: String = plain.chars().filter(char::is_ascii_digit).collect();
    let bare: String = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
    let number = number.parse().ok()?;
    let key = match *NAMES.get(&bare)? {
        "erbjudanden" => "erbjudande_datum",
        key => key,
    };
    repeats(key).then_some((key, Some(number)))
}

/// Returns whether a table may have several columns of a key.
pub(super) fn repeats(key: &str) -> bool {
    matches!(key, "erbjudande_datum" | "erbjudande_svar" | "rapporterat")
}

/// Returns every name of a column, its own first.
pub(super) fn names(key: &str) -> impl Iterator<Item = &'static str> {
    let known = KNOWN.iter().filter(move |known| known.key == key);
    known.flat_map(|known| std::iter::once(known.key).chain(known.also.iter().copied()))
}

/// Returns the columns with their names as a Markdown table, for the manual.
pub fn reference() -> String {
    let mut out = String::from("| kolumn | innehåll | känns också igen som |\n|---|---|---|\n");
    for Known { key, also, holds } in &KNOWN {
        let _ = writeln!(out, "| `{key}` | {holds} | {} |", also.join(", "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::keys::COLUMNS;

    #[test]
    fn every_column_of_the_key_table_is_known_and_no_name_is_two() {
        let keys: Vec<_> = KNOWN.iter().map(|known| known.key).collect();
        assert_eq!(keys, COLUMNS);
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for known in &KNOWN {
            for name in names(known.key) {
                let before = seen.insert(plain(name), name);
                assert_eq!(before, None, "{name}");
            }
        }
    }

    #[track_caller]
    fn case(header: &str, expected: Option<(&str, Option<u32>)>) {
        assert_eq!(named(header), expected, "{header}");
    }

    #[test]
    fn headers_are_known_however_they_are_written() {
        case("Person-/samordningsnummer", Some(("personnummer", None)));
        case("PERSONNR.", Some(("personnummer", None)));
        case("Beslutsdatum ", Some(("beslutsdatum", None)));
        case("Besluts-\ndatum", Some(("beslutsdatum", None)));
        case("beslut_datum", Some(("beslutsdatum", None)));
        case("Kon", Some(("kön", None)));
        case("ko\u{308}n", Some(("kön", None)));
        case("Erbjudande 1 datum", Some(("erbjudande_datum", Some(1))));
        case("Erbjudande 2", Some(("erbjudande_datum", Some(2))));
        case("Svar 2", Some(("erbjudande_svar", Some(2))));
        case("Rapporterat 1", Some(("rapporterat", Some(1))));
        case("Beslutsdatum 2", None);
        for name in [
            "Namn",
            "Efternamn",
            "Handläggare",
            "Kommentar",
            "Datum",
            "Typ",
            "Beslutdat",
            "",
        ] {
            case(name, None);
        }
    }
}
