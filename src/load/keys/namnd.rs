//! The keys of `namnd.yaml`.

use crate::load::keys::ACTS;
use crate::load::keys::INSTANSER;
use crate::load::keys::KINDS;
use crate::load::keys::Kind;
use crate::load::keys::PROFILES;
use crate::load::keys::Table;
use crate::load::keys::instans::INSTANS;
use crate::load::keys::ivo::IVO;
use crate::load::keys::may;
use crate::load::keys::must;

/// The file `namnd.yaml`.
pub static NAMND: Table = Table {
    what: "namnd.yaml",
    the: "namnd.yaml",
    keys: &[
        must("format", Kind::Format, "Formatets version.", "format: 1"),
        must(
            "kommun",
            Kind::Text,
            "Kommunens namn.",
            "kommun: Exempelstad",
        ),
        must(
            "nämnd",
            Kind::Text,
            "Nämndens namn.",
            "nämnd: Nämnden för funktionsstöd",
        ),
        may(
            "förvaltning",
            Kind::Text,
            "Förvaltningens namn.",
            "förvaltning: Omsorgsförvaltningen",
        ),
        may(
            "märkning",
            Kind::Text,
            "En rad på varje sida.",
            "märkning: Utbildningsmaterial.",
        ),
        may(
            "stil",
            Kind::Record(&STIL),
            "Utseende.",
            "stil: {färg: \"#0b5a7a\"}",
        ),
        may(
            "profiler",
            Kind::Map(&Kind::Word(&KINDS), &Kind::Word(&PROFILES)),
            "Vem varje slag av handling är till för: öppen, publik, revisor eller ivo.",
            "profiler: {rapport: öppen}",
        ),
        may(
            "statistik",
            Kind::Record(&STATISTIK),
            "Vad statistikrapporten visar utöver det som lagen kräver.",
            "statistik: {kön: ja, ålder: nej}",
        ),
        may(
            "tröskel",
            Kind::Word(&["3", "4", "5"]),
            "Minsta antal som visas i publika handlingar.",
            "tröskel: 5",
        ),
        may(
            "förgrovning",
            Kind::List(&Kind::Word(&["insatser", "tidsband", "kön"])),
            "I vilken ordning tabeller görs grövre innan antal döljs.",
            "förgrovning: [insatser, tidsband, kön]",
        ),
        may(
            "klocka",
            Kind::Word(&["lag", "föregående-kvartal"]),
            "När ett beslut ska rapporteras: tre månader och en dag, eller kvartalet efter.",
            "klocka: lag",
        ),
        may(
            "regler",
            Kind::Map(&Kind::Id, &Kind::Word(&["fel", "varning", "av"])),
            "Ändrad nivå för en regel.",
            "regler: {handelse-fore-kvartalet: av}",
        ),
        may(
            "insatser",
            Kind::List(&Kind::Record(&OWN_INSATS)),
            "Egna insatser utöver de inbyggda.",
            "insatser: [{id: natthem, namn: Natthem, lagrum: {SoL: 11 kap. 1 §}}]",
        ),
        may(
            "orsaker",
            Kind::List(&Kind::Record(&OWN_ORSAK)),
            "Egna orsaker utöver de inbyggda.",
            "orsaker: [{id: renovering, namn: Lokalen renoveras}]",
        ),
        may(
            "visa_även_noll",
            Kind::List(&Kind::Orsak),
            "Orsaker som nämns också när ingen har dem.",
            "visa_även_noll: [covid-19]",
        ),
        may(
            "fönster",
            Kind::Map(&Kind::Quarter, &Kind::Record(&FONSTER)),
            "När ett kvartal ska rapporteras, om det skiljer sig från IVO:s vanliga tider.",
            "fönster: {2026-Q1: {från: 2026-04-01, till: 2026-04-30}}",
        ),
        may(
            "nyckel",
            Kind::Record(&NYCKEL),
            "Var nyckeln till radernas id ligger.",
            "nyckel: {sökväg: ../../nycklar/socialnamnden.txt}",
        ),
        may(
            "ivo",
            Kind::Record(&IVO),
            "IVO-rapportörens inställningar.",
            "ivo: {arbetsfria: [2026-06-05]}",
        ),
        may(
            "instanser",
            Kind::Map(&Kind::Word(&INSTANSER), &Kind::Record(&INSTANS)),
            "Nämnden, kommunstyrelsen och fullmäktige: namn, brevhuvud och handlingar.",
            "instanser: {nämnd: {namn: Nämnden för funktionsstöd}}",
        ),
    ],
};

pub(super) static STATISTIK: Table = Table {
    what: "statistik",
    the: "statistik",
    keys: &[
        may(
            "kön",
            Kind::YesNo,
            "Fördelningen på kön; ja om inget sägs.",
            "kön: ja",
        ),
        may(
            "ålder",
            Kind::YesNo,
            "Fördelningen på barn och vuxna; ja om inget sägs.",
            "ålder: nej",
        ),
    ],
};

pub(super) static STIL: Table = Table {
    what: "stil",
    the: "stil",
    keys: &[
        may("färg", Kind::Colour, "Accentfärgen.", "färg: \"#0b5a7a\""),
        may(
            "logotyp",
            Kind::Text,
            "En SVG-fil i nämndens mapp.",
            "logotyp: logga.svg",
        ),
        may(
            "ord_till",
            Kind::Word(&["0", "12"]),
            "Till och med vilket tal antal skrivs med ord.",
            "ord_till: 12",
        ),
        may(
            "arkivformat",
            Kind::Word(&["A-3a", "A-2a"]),
            "PDF/A-3a med siffrorna i filen, eller A-2a med dem bredvid.",
            "arkivformat: A-3a",
        ),
    ],
};

pub(super) static OWN_INSATS: Table = Table {
    what: "en insats",
    the: "insatsen",
    keys: &[
        must("id", Kind::Id, "Id, som aldrig ändras.", "id: natthem"),
        must(
            "namn",
            Kind::Text,
            "Det officiella namnet.",
            "namn: Natthem",
        ),
        may(
            "kort",
            Kind::Text,
            "Det korta namnet i tabeller.",
            "kort: Natthem",
        ),
        may(
            "alias",
            Kind::List(&Kind::Text),
            "Andra namn som får skrivas.",
            "alias: [Nattis]",
        ),
        must(
            "lagrum",
            Kind::Map(&Kind::Word(&ACTS), &Kind::Text),
            "Lagrummet i varje lag.",
            "lagrum: {SoL: 11 kap. 1 §}",
        ),
    ],
};

pub(super) static OWN_ORSAK: Table = Table {
    what: "en orsak",
    the: "orsaken",
    keys: &[
        must("id", Kind::Id, "Id, som aldrig ändras.", "id: renovering"),
        must(
            "namn",
            Kind::Text,
            "Vad orsaken heter.",
            "namn: Lokalen renoveras",
        ),
    ],
};

pub(super) static FONSTER: Table = Table {
    what: "ett fönster",
    the: "fönstret",
    keys: &[
        must("från", Kind::Date, "Första dagen.", "från: 2026-04-01"),
        must("till", Kind::Date, "Sista dagen.", "till: 2026-04-30"),
    ],
};

pub(super) static NYCKEL: Table = Table {
    what: "nyckel",
    the: "nyckel",
    keys: &[must(
        "sökväg",
        Kind::Text,
        "Nyckelfilen, utanför mappen data.",
        "sökväg: ../../nycklar/socialnamnden.txt",
    )],
};
