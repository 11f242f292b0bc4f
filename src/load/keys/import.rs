//! The keys of `import.yaml`: what a case system calls its columns and its
//! words.

use crate::load::keys::Kind;
use crate::load::keys::Table;
use crate::load::keys::may;
use crate::load::keys::must;

/// What a column of a table can hold, in the order of the manual: the keys of a
/// row, and what they are made from.
pub const COLUMNS: [&str; 36] = [
    "id",
    "nr",
    "beslutsnummer",
    "ärendenummer",
    "personnummer",
    "person_id",
    "födelsedatum",
    "kön",
    "insats",
    "lag",
    "lagrum",
    "beslutsdatum",
    "avbrott",
    "verkställt",
    "avslutat",
    "avslutsskäl",
    "slutdatum",
    "sluttyp",
    "orsak",
    "underorsak",
    "delvis",
    "delvis_från",
    "delvis_omfattning",
    "förhandsbesked",
    "dom",
    "skyddad",
    "ersätter",
    "erbjudanden",
    "erbjudande_datum",
    "erbjudande_svar",
    "avdelning",
    "utförare",
    "regi",
    "borde_rapporterats",
    "rapporterat",
    "anteckning",
];

/// The file `import.yaml`.
pub static IMPORT: Table = Table {
    what: "import.yaml",
    the: "import.yaml",
    keys: &[
        must("format", Kind::Format, "Formatets version.", "format: 1"),
        may(
            "kolumner",
            Kind::Map(&Kind::Word(&COLUMNS), &Kind::Text),
            "Vad kolumnerna heter i exporten, där programmet inte känner igen dem.",
            "kolumner: {beslutsdatum: Beslutdat}",
        ),
        may(
            "används_inte",
            Kind::List(&Kind::Text),
            "Kolumner i exporten som inte ska läsas.",
            "används_inte: [Anteckningar]",
        ),
        may(
            "blad",
            Kind::Text,
            "Bladet som ska läsas, om arbetsboken har flera.",
            "blad: Ej verkställda",
        ),
        may(
            "rubrikrad",
            Kind::Number,
            "Raden med kolumnernas rubriker, räknad från 1.",
            "rubrikrad: 3",
        ),
        may(
            "insatser",
            Kind::Map(&Kind::Text, &Kind::Insats),
            "Ärendesystemets namn på insatser, och vad de betyder.",
            "insatser: {Ledsagning LSS: ledsagarservice}",
        ),
        may(
            "orsaker",
            Kind::Map(&Kind::Text, &Kind::Orsak),
            "Ärendesystemets namn på orsaker, och vad de betyder.",
            "orsaker: {Bostadsbrist: ledig-bostad}",
        ),
        may(
            "avslutsskäl",
            Kind::Map(&Kind::Text, &Kind::Avslutsskal),
            "Ärendesystemets namn på avslutsskäl, och vad de betyder.",
            "avslutsskäl: {Återtagen: ansokan-atertagen}",
        ),
    ],
};
