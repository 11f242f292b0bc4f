//! The words of the grammar: what is counted, what has become of it, and what
//! says nothing either way.
//!
//! A word that is in no list makes a clause uncertain, so a list left too short
//! costs a finding and never makes a false one.

/// What a number can be a number of.
pub(super) const NOUNS: [&str; 17] = [
    "beslut",
    "besluten",
    "beslutet",
    "ärende",
    "ärenden",
    "ärendet",
    "ärendena",
    "fall",
    "fallen",
    "fallet",
    "rapport",
    "rapporter",
    "rapporterna",
    "individrapport",
    "individrapporter",
    "individrapporterna",
    "stycken",
];

/// A word's part in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Says nothing either way.
    Neutral,
    /// A case.
    Noun,
    /// «ej».
    Not,
    /// «delvis».
    Partly,
    /// «utan» att verkställas.
    Without,
    /// «av dessa».
    These,
    /// «verkställda».
    Executed,
    /// «avslutats».
    Closed,
    /// «rapporterades».
    Reported,
    /// «kvarstår».
    Remaining,
    /// «avbrott».
    Avbrott,
    /// «tackat», before «nej».
    Thanked,
    /// «nej», after «tackat».
    No,
    /// «avböjt».
    Declined,
    /// «bostad».
    Home,
    /// «personal».
    Staff,
    /// «saknas».
    Lacking,
}

const PARTS: [(Part, &str); 16] = [
    (
        Part::Neutral,
        "totalt sammanlagt sammantaget det de den är var har hade blev blivit blir som att till för \
         ivo inspektionen vård omsorg och eller samt men medan ännu fortfarande fortsatt nu i under \
         vid per av gällande avseende beträffande kvartalet kvartalets perioden periodens slut \
         utgång rapporteringsperioden nämnden förvaltningen kommunen bara endast alltså därmed \
         därefter finns fanns enskilde enskilda en ett flera erbjudande erbjudanden erbjudandet \
         skälet skälen orsaken orsakerna dröjsmål dröjsmålet beror berodde på ledig lediga \
         verkställas verkställighet verkställigheten varav också in",
    ),
    (Part::Not, "ej inte icke"),
    (Part::Partly, "delvis"),
    (Part::Without, "utan innan"),
    (Part::These, "dessa dem"),
    (
        Part::Executed,
        "verkställd verkställda verkställt verkställts verkställdes",
    ),
    (
        Part::Closed,
        "avslutad avslutade avslutat avslutats avslutades",
    ),
    (
        Part::Reported,
        "rapporterad rapporterade rapporterat rapporterats rapporterades rapporteras \
         inrapporterade inrapporterats inrapporterades",
    ),
    (
        Part::Remaining,
        "kvarstår kvarstod kvarstående kvarvarande återstår återstod återstående",
    ),
    (Part::Avbrott, "avbrott avbrutna avbrutits avbrutit"),
    (Part::Thanked, "tackat tackar tackade"),
    (Part::No, "nej"),
    (Part::Declined, "avböjt avböjde"),
    (Part::Home, "bostad bostäder"),
    (Part::Staff, "personal uppdragstagare"),
    (Part::Lacking, "saknas saknades saknats brist bristen"),
];

/// Returns what a word does in a clause, if it is known.
pub(super) fn part(word: &str) -> Option<Part> {
    if NOUNS.contains(&word) {
        return Some(Part::Noun);
    }
    let mut parts = PARTS.iter();
    let found = parts.find(|(_, list)| list.split_whitespace().any(|known| known == word))?;
    Some(found.0)
}

/// Words that join a new clause to the one before.
pub(super) const JOINING: [&str; 6] = ["och", "men", "medan", "samt", "varav", "respektive"];
