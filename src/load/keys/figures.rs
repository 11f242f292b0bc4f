//! The keys of stated figures.

use crate::load::keys::ACTS;
use crate::load::keys::BANDS;
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::POPULATIONS;
use crate::load::keys::Table;
use crate::load::keys::may;
use crate::load::keys::must;

pub(super) static SAMMANSTALLNING: Table = Table {
    what: "sammanställning",
    the: "sammanställningen",
    keys: &[
        may(
            "totalt",
            Kind::Record(&SIFFROR),
            "Hela kvartalet.",
            "totalt: {rapporterade: 88}",
        ),
        may(
            "insatser",
            Kind::Map(&Kind::Insats, &Kind::Record(&SIFFROR)),
            "Per insats; utan siffror om bara namnet är känt.",
            "insatser: {korttidsvistelse: {kvarstår: 6}}",
        ),
        may(
            "grupper",
            Kind::List(&Kind::Record(&GRUPP)),
            "Per avdelning eller lag.",
            "grupper: [{namn: Äldreomsorg, lag: SoL, totalt: {rapporterade: 50}}]",
        ),
    ],
};

pub(super) static GRUPP: Table = Table {
    what: "en grupp",
    the: "gruppen",
    keys: &[
        must("namn", Kind::Text, "Gruppens namn.", "namn: Äldreomsorg"),
        may("lag", Kind::Word(&ACTS), "Lagen.", "lag: SoL"),
        may(
            "totalt",
            Kind::Record(&SIFFROR),
            "Hela gruppen.",
            "totalt: {rapporterade: 50}",
        ),
        may(
            "insatser",
            Kind::Map(&Kind::Insats, &Kind::Record(&SIFFROR)),
            "Per insats.",
            "insatser: {hemtjanst: {kvarstår: 2}}",
        ),
    ],
};

pub(super) static SIFFROR: Table = Table {
    what: "siffrorna",
    the: "siffrorna",
    keys: &[
        may(
            "rapporterade",
            Kind::Figure,
            "Beslut som rapporterats till IVO.",
            "rapporterade: 88",
        ),
        may(
            "nya",
            Kind::Figure,
            "Rapporterade för första gången.",
            "nya: 53",
        ),
        may(
            "återrapportering",
            Kind::Figure,
            "Rapporterade tidigare.",
            "återrapportering: 47",
        ),
        may(
            "verkställda",
            Kind::Figure,
            "Verkställda.",
            "verkställda: 18",
        ),
        may(
            "avslutade",
            Kind::Figure,
            "Avslutade utan verkställighet.",
            "avslutade: 13",
        ),
        may(
            "verkställda_eller_avslutade",
            Kind::Figure,
            "De två tillsammans.",
            "verkställda_eller_avslutade: 31",
        ),
        may(
            "kvarstår",
            Kind::Figure,
            "Ej verkställda vid kvartalets slut.",
            "kvarstår: {män: 33, kvinnor: 24}",
        ),
        may(
            "sena",
            Kind::Figure,
            "Rapporterade senare än de borde.",
            "sena: 6",
        ),
        may(
            "avbrott",
            Kind::Counted(&RAKNADE),
            "Avbrott i verkställigheten.",
            "avbrott: {avser: kvarstår, antal: 36}",
        ),
        may(
            "delvis",
            Kind::Counted(&RAKNADE),
            "Delvis verkställda.",
            "delvis: {antal: 7}",
        ),
        may(
            "avslutsskäl",
            Kind::Counted(&AVSLUTSSKAL_ANTAL),
            "Varför beslut avslutades.",
            "avslutsskäl: {antal: {behovet-upphort: 2}}",
        ),
        may(
            "orsaker",
            Kind::Counted(&ORSAKER_ANTAL),
            "Varför beslut inte är verkställda.",
            "orsaker: {antal: {tackat-nej: 46}}",
        ),
        may(
            "erbjudanden",
            Kind::Counted(&ERBJUDANDEN_ANTAL),
            "Läget för erbjudanden.",
            "erbjudanden: {antal: {tackat-nej: 12}}",
        ),
        may(
            "tidsband",
            Kind::Counted(&TIDSBAND_ANTAL),
            "Förfluten tid i hela månader.",
            "tidsband: {från: beslut, antal: {3–6: 27}}",
        ),
    ],
};

const AVSER: Key = may(
    "avser",
    Kind::Word(&POPULATIONS),
    "Vilka beslut siffran gäller; kvarstår om inget sägs.",
    "avser: rapporterade",
);

pub(super) static RAKNADE: Table = Table {
    what: "ett antal",
    the: "antalet",
    keys: &[AVSER, must("antal", Kind::Figure, "Antalet.", "antal: 36")],
};

pub(super) static AVSLUTSSKAL_ANTAL: Table = Table {
    what: "antal per avslutsskäl",
    the: "antal per avslutsskäl",
    keys: &[
        AVSER,
        must(
            "antal",
            Kind::Figures(&Kind::Avslutsskal),
            "Antal per skäl.",
            "antal: {behovet-upphort: 2}",
        ),
    ],
};

pub(super) static ORSAKER_ANTAL: Table = Table {
    what: "antal per orsak",
    the: "antal per orsak",
    keys: &[
        AVSER,
        must(
            "antal",
            Kind::Figures(&Kind::Orsak),
            "Antal per orsak.",
            "antal: {tackat-nej: 46}",
        ),
    ],
};

pub(super) static ERBJUDANDEN_ANTAL: Table = Table {
    what: "antal per läge",
    the: "antal per läge",
    keys: &[
        AVSER,
        must(
            "antal",
            Kind::Figures(&Kind::Word(&[
                "utan-erbjudande",
                "tackat-nej",
                "tackat-ja",
                "vantar-pa-svar",
            ])),
            "Antal per läge.",
            "antal: {tackat-nej: 12}",
        ),
    ],
};

pub(super) static TIDSBAND_ANTAL: Table = Table {
    what: "antal per tidsband",
    the: "antal per tidsband",
    keys: &[
        AVSER,
        may(
            "från",
            Kind::Word(&["beslut", "avbrott", "det-som-finns"]),
            "Från vilken dag tiden räknas.",
            "från: beslut",
        ),
        must(
            "antal",
            Kind::Figures(&Kind::Word(&BANDS)),
            "Antal per band.",
            "antal: {3–6: 27}",
        ),
    ],
};
