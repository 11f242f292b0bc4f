//! Every key of data format 1: its name, kind, meaning and an example.
//!
//! This one table drives reading, «menade du …?», `data/README.md` and the JSON
//! schema. To accept a new key, add a row here.

use std::fmt::Write as _;

use crate::document;
use crate::model::beslut::KON;
use crate::model::profile::Profile;

/// One key of a mapping.
#[derive(Debug)]
pub struct Key {
    /// The name, with å ä ö.
    pub name: &'static str,
    /// What may stand there.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in Swedish.
    pub meaning: &'static str,
    /// How it is written.
    pub example: &'static str,
}

/// The keys of one mapping.
#[derive(Debug)]
pub struct Table {
    /// What the mapping is called in messages, with its article.
    pub what: &'static str,
    /// The keys, in the order to write them.
    pub keys: &'static [Key],
}

/// What may stand as a value.
#[derive(Debug)]
pub enum Kind {
    /// The number 1, the version of the format.
    Format,
    /// A text.
    Text,
    /// An id: `[a-z0-9-]+`.
    Id,
    /// A date, `2024-01-10`.
    Date,
    /// A quarter, `2023-Q4`.
    Quarter,
    /// A whole number from 0.
    Number,
    /// `ja` or `nej`.
    YesNo,
    /// A colour, `#0b5a7a`.
    Colour,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// The name of an insats.
    Insats,
    /// The name of a reason.
    Orsak,
    /// The name of a reason for closing.
    Avslutsskal,
    /// A figure: a number, a split by sex, or `{minst, högst}`.
    Figure,
    /// One or several maps of a population and its figures; what is inside
    /// `antal` is a figure or a map of figures.
    Counted(&'static Table),
    /// A number or a map from names to figures.
    Figures(&'static Kind),
    /// A mapping with known keys.
    Record(&'static Table),
    /// A list.
    List(&'static Kind),
    /// A mapping from names of a kind to values of a kind.
    Map(&'static Kind, &'static Kind),
    /// An id, or a mapping with known keys.
    IdOr(&'static Table),
}

/// The words for sex and age in a row.
pub const KON_WORDS: [&str; 6] = [KON[0].0, KON[1].0, KON[2].0, KON[3].0, KON[4].0, KON[5].0];

const PROFILES: [&str; 4] = [
    Profile::NAMES[0].0,
    Profile::NAMES[1].0,
    Profile::NAMES[2].0,
    Profile::NAMES[3].0,
];

const KINDS: [&str; document::Kind::NAMES.len()] = {
    let mut names = [""; document::Kind::NAMES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = document::Kind::NAMES[at].0;
        at += 1;
    }
    names
};

const ACTS: [&str; 2] = ["SoL", "LSS"];
const INSTANSER: [&str; 3] = ["nämnd", "ks", "kf"];
const POPULATIONS: [&str; 2] = ["rapporterade", "kvarstår"];
const BANDS: [&str; 6] = ["0–2", "3–6", "7–9", "10–12", "13–17", "18+"];

const fn must(name: &'static str, kind: Kind, meaning: &'static str, example: &'static str) -> Key {
    Key {
        name,
        kind,
        required: true,
        meaning,
        example,
    }
}

const fn may(name: &'static str, kind: Kind, meaning: &'static str, example: &'static str) -> Key {
    Key {
        name,
        kind,
        required: false,
        meaning,
        example,
    }
}

/// The file `namnd.yaml`.
pub static NAMND: Table = Table {
    what: "namnd.yaml",
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
            "tröskel",
            Kind::Number,
            "Minsta antal som visas i publika handlingar (3, 4 eller 5).",
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
            "nyckel: {sökväg: ../nyckel.txt}",
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

static STIL: Table = Table {
    what: "stil",
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
            Kind::Number,
            "Till och med vilket tal antal skrivs med ord (12 eller 0).",
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

static OWN_INSATS: Table = Table {
    what: "en insats",
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

static OWN_ORSAK: Table = Table {
    what: "en orsak",
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

static FONSTER: Table = Table {
    what: "ett fönster",
    keys: &[
        must("från", Kind::Date, "Första dagen.", "från: 2026-04-01"),
        must("till", Kind::Date, "Sista dagen.", "till: 2026-04-30"),
    ],
};

static NYCKEL: Table = Table {
    what: "nyckel",
    keys: &[must(
        "sökväg",
        Kind::Text,
        "Nyckelfilen, utanför mappen data.",
        "sökväg: ../nyckel.txt",
    )],
};

static IVO: Table = Table {
    what: "ivo",
    keys: &[
        may(
            "ansvar",
            Kind::List(&Kind::Record(&ANSVAR)),
            "Vem som rapporterar vad.",
            "ansvar: [{lagrum: 9 § 9, ansvarig: Boendeteamet}]",
        ),
        may(
            "titel_sol",
            Kind::Text,
            "Hur lagrummet skrivs i titlar enligt SoL.",
            "titel_sol: SoL",
        ),
        may(
            "arbetsfria",
            Kind::List(&Kind::Date),
            "Fler arbetsfria dagar.",
            "arbetsfria: [2026-06-05]",
        ),
    ],
};

static ANSVAR: Table = Table {
    what: "ett ansvar",
    keys: &[
        must("lagrum", Kind::Text, "Lagrummet.", "lagrum: 9 § 9"),
        may(
            "regi",
            Kind::Word(&["egen", "extern"]),
            "Egen eller extern regi.",
            "regi: extern",
        ),
        must("ansvarig", Kind::Text, "Vem.", "ansvarig: Boendeteamet"),
    ],
};

static INSTANS: Table = Table {
    what: "en instans",
    keys: &[
        must(
            "namn",
            Kind::Text,
            "Instansens namn.",
            "namn: Kommunstyrelsen",
        ),
        may(
            "brevhuvud",
            Kind::List(&Kind::Text),
            "Raderna i brevhuvudet.",
            "brevhuvud: [Omsorgsförvaltningen, Myndighetsenheten]",
        ),
        may(
            "mottagare",
            Kind::List(&Kind::Record(&MOTTAGARE)),
            "Vilka handlingen skickas till.",
            "mottagare: [{namn: Kommunens revisorer, roll: revisorer}]",
        ),
        may(
            "handlingar",
            Kind::Map(&Kind::Word(&KINDS), &Kind::Record(&HANDLINGSFORM)),
            "Hur varje slag av handling är uppställd.",
            "handlingar: {rapport: {titel: Rapport}}",
        ),
    ],
};

static MOTTAGARE: Table = Table {
    what: "en mottagare",
    keys: &[
        must(
            "namn",
            Kind::Text,
            "Mottagarens namn.",
            "namn: Kommunfullmäktige",
        ),
        must(
            "roll",
            Kind::Word(&["revisorer", "kf", "ks", "ivo", "annan"]),
            "Mottagarens roll.",
            "roll: kf",
        ),
    ],
};

static HANDLINGSFORM: Table = Table {
    what: "en handlings form",
    keys: &[
        may(
            "titel",
            Kind::Text,
            "Handlingens titel.",
            "titel: Tjänsteutlåtande",
        ),
        may(
            "ärendeklass",
            Kind::Word(&["beslutsärende", "anmälningsärende"]),
            "Beslutsärende eller anmälningsärende.",
            "ärendeklass: beslutsärende",
        ),
        may(
            "handläggare",
            Kind::Text,
            "Handläggaren.",
            "handläggare: Nämndsekreteraren",
        ),
        may(
            "förslag",
            Kind::List(&Kind::Text),
            "Förslag till beslut, en punkt var.",
            "förslag: [Rapporten läggs till handlingarna.]",
        ),
        may(
            "rubriker",
            Kind::List(&Kind::Record(&RUBRIK)),
            "Rubrikerna i ordning.",
            "rubriker: [{id: arendet, titel: Ärendet, block: [{genererat: sammanfattning}]}]",
        ),
        may(
            "undertecknas",
            Kind::List(&Kind::Record(&UNDERTECKNARE)),
            "En eller två som undertecknar.",
            "undertecknas: [{titel: Förvaltningschef}]",
        ),
    ],
};

static RUBRIK: Table = Table {
    what: "en rubrik",
    keys: &[
        must("id", Kind::Id, "Rubrikens id.", "id: arendet"),
        must("titel", Kind::Text, "Rubriken.", "titel: Ärendet"),
        may(
            "block",
            Kind::List(&Kind::Record(&BLOCK)),
            "Innehållet i ordning.",
            "block: [{text: \"Ärendet bereds av förvaltningen.\"}]",
        ),
    ],
};

static BLOCK: Table = Table {
    what: "ett block",
    keys: &[
        may(
            "genererat",
            Kind::Id,
            "Ett avsnitt som programmet skriver.",
            "genererat: sammanfattning",
        ),
        may(
            "text",
            Kind::Text,
            "En fast text.",
            "text: \"Ärendet bereds av förvaltningen.\"",
        ),
        may(
            "kvartalstext",
            Kind::Text,
            "En text ur kvartalets `texter`.",
            "kvartalstext: ekonomi",
        ),
    ],
};

static UNDERTECKNARE: Table = Table {
    what: "en undertecknare",
    keys: &[
        must("titel", Kind::Text, "Titeln.", "titel: Förvaltningschef"),
        may(
            "namn",
            Kind::Text,
            "Namnet, om det ska stå.",
            "namn: A. Andersson",
        ),
    ],
};

/// A quarter file.
pub static QUARTER: Table = Table {
    what: "kvartalsfilen",
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

/// One row of `beslut`.
pub static BESLUT: Table = Table {
    what: "ett beslut",
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
            Kind::Word(&["egen", "extern"]),
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

static DELVIS: Table = Table {
    what: "delvis",
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

static ERBJUDANDE: Table = Table {
    what: "ett erbjudande",
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

static SAMMANSTALLNING: Table = Table {
    what: "sammanställning",
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

static GRUPP: Table = Table {
    what: "en grupp",
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

static SIFFROR: Table = Table {
    what: "siffrorna",
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

static RAKNADE: Table = Table {
    what: "ett antal",
    keys: &[AVSER, must("antal", Kind::Figure, "Antalet.", "antal: 36")],
};

static AVSLUTSSKAL_ANTAL: Table = Table {
    what: "antal per avslutsskäl",
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

static ORSAKER_ANTAL: Table = Table {
    what: "antal per orsak",
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

static ERBJUDANDEN_ANTAL: Table = Table {
    what: "antal per läge",
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

static TIDSBAND_ANTAL: Table = Table {
    what: "antal per tidsband",
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

static UTFORARE: Table = Table {
    what: "en utförare",
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

static RATTELSE: Table = Table {
    what: "en rättelse",
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

static GRANSKAD: Table = Table {
    what: "en granskning",
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
pub static HANDLING: Table = Table {
    what: "en handling",
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

static TIDIGARE: Table = Table {
    what: "en tidigare handling",
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

/// The files of the format with their tables, for the reference and the schema.
pub static FILES: [(&str, &Table); 3] = [
    ("namnd.yaml", &NAMND),
    ("2023-Q4.yaml", &QUARTER),
    ("bevakning.yaml", &BEVAKNING),
];

impl Table {
    /// Returns the key with this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Kind {
    /// Returns what may stand there, for messages and the reference.
    pub fn describe(&self) -> String {
        match self {
            Self::Format => "talet 1".to_owned(),
            Self::Text => "en text".to_owned(),
            Self::Id => "ett id (a–z, 0–9 och bindestreck)".to_owned(),
            Self::Date => "ett datum (2024-01-10)".to_owned(),
            Self::Quarter => "ett kvartal (2023-Q4)".to_owned(),
            Self::Number => "ett heltal".to_owned(),
            Self::YesNo => "ja eller nej".to_owned(),
            Self::Colour => "en färg (\"#0b5a7a\")".to_owned(),
            Self::Word(words) => either(words),
            Self::Insats => "en insats".to_owned(),
            Self::Orsak => "en orsak".to_owned(),
            Self::Avslutsskal => "ett avslutsskäl".to_owned(),
            Self::Figure => {
                "ett antal, {män, kvinnor, pojkar, flickor, annat} eller {minst, högst}".to_owned()
            }
            Self::Counted(_) => "{avser, antal} eller en lista av sådana".to_owned(),
            Self::Figures(of) => format!("antal per namn, där namnet är {}", of.describe()),
            Self::Record(_) => "nycklar med värden".to_owned(),
            Self::List(of) => format!("en lista, där varje post är {}", of.describe()),
            Self::Map(of, to) => {
                format!(
                    "namn med värden, där namnet är {} och värdet är {}",
                    of.describe(),
                    to.describe()
                )
            }
            Self::IdOr(_) => "ett id, eller nycklar med värden".to_owned(),
        }
    }

    /// Returns the table of the mapping that stands there or in its items.
    pub fn table(&self) -> Option<&'static Table> {
        match self {
            Self::Record(table) | Self::Counted(table) | Self::IdOr(table) => Some(table),
            Self::List(of) | Self::Map(_, of) => of.table(),
            _ => None,
        }
    }
}

/// Returns words as alternatives: «a, b eller c».
pub fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} eller {last}", first.join(", ")),
    }
}

/// Returns the reference of all keys as Markdown tables.
pub fn reference() -> String {
    let mut out = String::new();
    let mut done: Vec<*const Table> = vec![];
    for (file, table) in &FILES {
        let _ = writeln!(out, "## {file}\n");
        section(&mut out, table, "", &mut done);
    }
    out
}

fn section(out: &mut String, table: &'static Table, path: &str, done: &mut Vec<*const Table>) {
    done.push(std::ptr::from_ref(table));
    out.push_str("| nyckel | krävs | värde | betydelse | exempel |\n|---|---|---|---|---|\n");
    for key in table.keys {
        let required = if key.required { "ja" } else { "" };
        let _ = writeln!(
            out,
            "| `{}` | {required} | {} | {} | `{}` |",
            key.name,
            key.kind.describe().replace('|', "\\|"),
            key.meaning,
            key.example
        );
    }
    out.push('\n');
    for key in table.keys {
        let Some(inner) = key.kind.table() else {
            continue;
        };
        let path = if path.is_empty() {
            key.name.to_owned()
        } else {
            format!("{path}.{}", key.name)
        };
        if done.contains(&std::ptr::from_ref(inner)) {
            continue;
        }
        let _ = writeln!(out, "### {path}\n");
        section(out, inner, &path, done);
    }
}
