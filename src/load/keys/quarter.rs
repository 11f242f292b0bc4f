//! The keys of a quarter file and of `bevakning.yaml`.

use crate::load::keys::ACTS;
use crate::load::keys::INSTANSER;
use crate::load::keys::KINDS;
use crate::load::keys::Kind;
use crate::load::keys::PROFILES;
use crate::load::keys::Table;
use crate::load::keys::figures::SAMMANSTALLNING;
use crate::load::keys::may;
use crate::load::keys::must;
use crate::load::keys::row::BESLUT;

/// A quarter file.
pub static QUARTER: Table = Table {
    what: "kvartalsfilen",
    the: "kvartalsfilen",
    keys: &[
        must("format", Kind::Format, "Formatets version.", "format: 1"),
        must(
            "kvartal",
            Kind::Quarter,
            "Kvartalet, samma som i filnamnet.",
            "kvartal: 2023-Q4",
        ),
        may(
            "uppgifter_daterade",
            Kind::Date,
            "Dagen då uppgifterna togs fram.",
            "uppgifter_daterade: 2024-01-10",
        ),
        may(
            "beslut",
            Kind::List(&Kind::Record(&BESLUT)),
            "Ett beslut per rad: allt som rapporterats under kvartalet.",
            "beslut: [{nr: 1, kön: flicka, insats: ledsagarservice, avbrott: 2022-12-03}]",
        ),
        may(
            "pågående",
            Kind::Map(&Kind::Insats, &Kind::Figure),
            "Antal pågående beslut per insats: nämnaren i «andel ej verkställda».",
            "pågående: {ledsagarservice: {män: 120, kvinnor: 96}}",
        ),
        may(
            "sammanställning",
            Kind::Record(&SAMMANSTALLNING),
            "Siffror i stället för rader, eller att kontrollera raderna mot.",
            "sammanställning: {totalt: {rapporterade: 88}}",
        ),
        may(
            "texter",
            Kind::Map(&Kind::Text, &Kind::Text),
            "Nämndens egna texter, per insats eller avsnitt.",
            "texter: {analys: \"Fler beslut har verkställts.\"}",
        ),
        may(
            "utförare",
            Kind::List(&Kind::Record(&UTFORARE)),
            "Utförarnas rapportering till förvaltningen.",
            "utförare: [{namn: Utförare A, insatser: [ledsagarservice], rapporterat: ja}]",
        ),
        may(
            "rättelse",
            Kind::Record(&RATTELSE),
            "Att detta är en rättad version.",
            "rättelse: {datum: 2024-03-01, skäl: Två beslut saknades}",
        ),
        may(
            "nyckelavtryck",
            Kind::Text,
            "Avtryck av nyckeln till radernas id.",
            "nyckelavtryck: 3f9a",
        ),
        may(
            "granskad",
            Kind::List(&Kind::Record(&GRANSKAD)),
            "Anmärkningar som någon har prövat och släppt.",
            "granskad: [{regel: text-om-enskild, ställe: texter.analys, titel: Enhetschef, datum: 2024-01-12, skäl: Prövad}]",
        ),
        may(
            "handlingar",
            Kind::List(&Kind::Record(&HANDLING)),
            "De handlingar som ska göras.",
            "handlingar: [{id: rapport, slag: rapport}]",
        ),
    ],
};

/// The file `bevakning.yaml`.
pub static BEVAKNING: Table = Table {
    what: "bevakning.yaml",
    the: "bevakning.yaml",
    keys: &[
        must("format", Kind::Format, "Formatets version.", "format: 1"),
        must(
            "beslut",
            Kind::List(&Kind::Record(&BESLUT)),
            "Alla beviljade beslut som ännu inte är verkställda.",
            "beslut: [{id: A-0137, kön: kvinna, insats: ledsagarservice, beslutsdatum: 2026-02-01}]",
        ),
        may(
            "nyckelavtryck",
            Kind::Text,
            "Avtryck av nyckeln till radernas id.",
            "nyckelavtryck: 3f9a",
        ),
    ],
};

pub(super) static UTFORARE: Table = Table {
    what: "en utförare",
    the: "utföraren",
    keys: &[
        must("namn", Kind::Text, "Utförarens namn.", "namn: Utförare A"),
        may(
            "insatser",
            Kind::List(&Kind::Insats),
            "Vilka insatser.",
            "insatser: [ledsagarservice]",
        ),
        must(
            "rapporterat",
            Kind::YesNo,
            "Om utföraren har rapporterat.",
            "rapporterat: ja",
        ),
        may(
            "kvalitet",
            Kind::Text,
            "Hur rapporteringen var.",
            "kvalitet: \"Tydligt underlag.\"",
        ),
    ],
};

pub(super) static RATTELSE: Table = Table {
    what: "en rättelse",
    the: "rättelsen",
    keys: &[
        must(
            "datum",
            Kind::Date,
            "Dagen för rättelsen.",
            "datum: 2024-03-01",
        ),
        must("skäl", Kind::Text, "Varför.", "skäl: Två beslut saknades"),
    ],
};

pub(super) static GRANSKAD: Table = Table {
    what: "en granskning",
    the: "granskningen",
    keys: &[
        must("regel", Kind::Id, "Regeln.", "regel: text-om-enskild"),
        must(
            "ställe",
            Kind::Text,
            "Stället i filen.",
            "ställe: texter.analys",
        ),
        must(
            "titel",
            Kind::Text,
            "Vem som har prövat.",
            "titel: Enhetschef",
        ),
        must("datum", Kind::Date, "När.", "datum: 2024-01-12"),
        must(
            "skäl",
            Kind::Text,
            "Varför den släpps.",
            "skäl: Uppgiften är allmänt känd",
        ),
    ],
};

/// One document of a quarter.
pub(super) static HANDLING: Table = Table {
    what: "en handling",
    the: "handlingen",
    keys: &[
        must(
            "id",
            Kind::Id,
            "Id: filens namn, som aldrig ändras.",
            "id: rapport",
        ),
        must(
            "slag",
            Kind::Word(&KINDS),
            "Slag av handling.",
            "slag: rapport",
        ),
        may(
            "instans",
            Kind::Word(&INSTANSER),
            "Vilken instans.",
            "instans: nämnd",
        ),
        may(
            "datum",
            Kind::Date,
            "Handlingens datum, om inte sammanträdets eller uppgifternas.",
            "datum: 2024-02-13",
        ),
        may(
            "sammanträde",
            Kind::Date,
            "Sammanträdets dag.",
            "sammanträde: 2024-01-24",
        ),
        may(
            "paragraf",
            Kind::Number,
            "Paragrafen i protokollet.",
            "paragraf: 12",
        ),
        may(
            "diarienummer",
            Kind::Text,
            "Diarienumret, som det skrivs.",
            "diarienummer: NF 2024/00004",
        ),
        may(
            "lag",
            Kind::List(&Kind::Word(&ACTS)),
            "Vilka lagar handlingen gäller; alla om inget sägs.",
            "lag: [LSS]",
        ),
        may(
            "avdelning",
            Kind::Text,
            "Vilken avdelning.",
            "avdelning: Äldreomsorg",
        ),
        may(
            "profil",
            Kind::Word(&PROFILES),
            "Vem handlingen är till för.",
            "profil: öppen",
        ),
        may(
            "tidigare",
            Kind::List(&Kind::IdOr(&TIDIGARE)),
            "Handlingar före denna i ärendets gång.",
            "tidigare: [protokoll-namnd]",
        ),
    ],
};

pub(super) static TIDIGARE: Table = Table {
    what: "en tidigare handling",
    the: "den tidigare handlingen",
    keys: &[
        must(
            "instans",
            Kind::Text,
            "Vilken instans.",
            "instans: Omsorgsnämnden",
        ),
        may("paragraf", Kind::Number, "Paragrafen.", "paragraf: 12"),
        must("datum", Kind::Date, "Dagen.", "datum: 2024-01-24"),
        may(
            "diarienummer",
            Kind::Text,
            "Diarienumret.",
            "diarienummer: NF 2024/00004",
        ),
    ],
};
