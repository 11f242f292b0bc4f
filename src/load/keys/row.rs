//! The keys of one row of `beslut`.

use crate::load::keys::ACTS;
use crate::load::keys::KON_WORDS;
use crate::load::keys::Kind;
use crate::load::keys::REGI;
use crate::load::keys::Table;
use crate::load::keys::may;
use crate::load::keys::must;

/// One row of `beslut`.
pub(super) static BESLUT: Table = Table {
    what: "ett beslut",
    the: "beslutet",
    keys: &[
        may(
            "nr",
            Kind::Number,
            "Löpnummer i kvartalets förteckning.",
            "nr: 1",
        ),
        may(
            "id",
            Kind::Text,
            "Id som följer beslutet mellan kvartalen.",
            "id: A-0137",
        ),
        must(
            "kön",
            Kind::Word(&KON_WORDS),
            "Kön, och barn (under 18 år) eller vuxen.",
            "kön: flicka",
        ),
        must(
            "insats",
            Kind::Insats,
            "Insatsen: id, namn eller alias.",
            "insats: ledsagarservice",
        ),
        may(
            "lag",
            Kind::Word(&ACTS),
            "Lagen, när insatsen finns i båda.",
            "lag: LSS",
        ),
        may(
            "beslutsdatum",
            Kind::Date,
            "Dagen för det gynnande beslutet.",
            "beslutsdatum: 2023-06-16",
        ),
        may(
            "avbrott",
            Kind::Date,
            "Första dagen av ett avbrott i verkställigheten.",
            "avbrott: 2022-12-03",
        ),
        may(
            "verkställt",
            Kind::Date,
            "Dagen då insatsen kom i gång.",
            "verkställt: 2023-12-09",
        ),
        may(
            "avslutat",
            Kind::Date,
            "Dagen då beslutet avslutades utan verkställighet.",
            "avslutat: 2023-12-31",
        ),
        may(
            "avslutsskäl",
            Kind::Avslutsskal,
            "Varför det avslutades.",
            "avslutsskäl: behovet-upphort",
        ),
        may(
            "orsak",
            Kind::Orsak,
            "Varför beslutet inte är verkställt.",
            "orsak: tackat-nej",
        ),
        may(
            "underorsak",
            Kind::Text,
            "Orsaken närmare, med egna ord.",
            "underorsak: väntar på hiss",
        ),
        may(
            "delvis",
            Kind::Record(&DELVIS),
            "Den del som är verkställd.",
            "delvis: {från: 2023-09-01, omfattning: 2 av 5 timmar}",
        ),
        may(
            "förhandsbesked",
            Kind::YesNo,
            "Förhandsbesked enligt 16 § LSS.",
            "förhandsbesked: ja",
        ),
        may(
            "dom",
            Kind::YesNo,
            "Insatsen är beviljad av domstol; räknas inte i summorna.",
            "dom: ja",
        ),
        may(
            "skyddad",
            Kind::YesNo,
            "Skyddade personuppgifter.",
            "skyddad: ja",
        ),
        may(
            "ersätter",
            Kind::Text,
            "Id för det beslut som detta förnyar.",
            "ersätter: A-0021",
        ),
        may(
            "erbjudanden",
            Kind::List(&Kind::Record(&ERBJUDANDE)),
            "Erbjudanden och svar.",
            "erbjudanden: [{datum: 2023-11-02, svar: nej}]",
        ),
        may(
            "avdelning",
            Kind::Text,
            "Avdelning, för rapporter i grupper.",
            "avdelning: Äldreomsorg",
        ),
        may("utförare", Kind::Text, "Utföraren.", "utförare: Utförare A"),
        may(
            "regi",
            Kind::Word(&REGI),
            "Egen eller extern regi.",
            "regi: egen",
        ),
        may(
            "borde_rapporterats",
            Kind::Quarter,
            "Kvartalet då beslutet borde ha rapporterats första gången.",
            "borde_rapporterats: 2023-Q2",
        ),
        may(
            "rapporterat",
            Kind::List(&Kind::Date),
            "Dagar då individrapport har skickats.",
            "rapporterat: [2023-10-05]",
        ),
        may(
            "anteckning",
            Kind::Text,
            "Anteckning som inte trycks.",
            "anteckning: kontrollerad",
        ),
    ],
};

pub(super) static DELVIS: Table = Table {
    what: "delvis",
    the: "delvis",
    keys: &[
        may("från", Kind::Date, "Från vilken dag.", "från: 2023-09-01"),
        must(
            "omfattning",
            Kind::Text,
            "Hur stor del.",
            "omfattning: 2 av 5 timmar",
        ),
    ],
};

pub(super) static ERBJUDANDE: Table = Table {
    what: "ett erbjudande",
    the: "erbjudandet",
    keys: &[
        must(
            "datum",
            Kind::Date,
            "Dagen för erbjudandet.",
            "datum: 2023-11-02",
        ),
        must(
            "svar",
            Kind::Word(&["ja", "nej", "väntar"]),
            "Svaret.",
            "svar: nej",
        ),
    ],
};
