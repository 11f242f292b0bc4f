//! Words, and what they can be in a phrase for a single case (see `cases`).
//!
//! In go glyphs, out come words with their places and roles. To add a word: put its forms
//! into every list they belong to. Only whole words count, so «kontaktperson» and
//! «stödfamilj», who are no cases, are not found by «person» and «familj».

use std::collections::BTreeMap;
use std::ops::Range;

use super::glyph::Glyph;

/// What a word can be in such a phrase; a sum of the bits below.
pub(super) type Role = u16;
/// A noun after «en».
pub(super) const EN: Role = 1;
/// A noun after «ett».
pub(super) const ETT: Role = 2;
/// A noun after «två».
pub(super) const SEVERAL: Role = 4;
/// A noun after «den enda», «det andra», «båda».
pub(super) const DEFINITE: Role = 8;
/// A noun that is a case only when it is counted.
pub(super) const COUNTED: Role = 16;
/// An adjective that is a person when no noun follows: «en enskild».
pub(super) const ALONE: Role = 32;
/// A word that cannot stand between a number and its noun.
pub(super) const FUNCTION: Role = 64;
/// What opens a rule, first in a sentence.
pub(super) const RULE: Role = 128;
/// What a text must not let anyone do: «spåras till en enskild person».
pub(super) const TRACING: Role = 256;
/// What a figure after it is the number of.
pub(super) const LABEL: Role = 512;
/// A word that points one case out.
pub(super) const POINTING: Role = 1024;

const ROLES: [(Role, &str); 11] = [
    (
        EN,
        "person individ familj kvinna man flicka pojke brukare kund klient patient ungdom tonåring \
         make maka mamma pappa mor far son dotter bror syster förälder vårdnadshavare \
         enskild vuxen pensionär sökande",
    ),
    (ETT, "ärende fall barn hushåll syskon"),
    (
        SEVERAL,
        "ärenden fall personer individer familjer barn hushåll kvinnor män flickor pojkar brukare \
         kunder klienter patienter ungdomar tonåringar makar mammor pappor mödrar fäder söner \
         döttrar bröder systrar syskon föräldrar vårdnadshavare enskilda vuxna \
         pensionärer sökande",
    ),
    (
        DEFINITE,
        "ärendet ärendena fallet fallen personen personerna individen individerna familjen \
         familjerna barnet barnen hushållet hushållen kvinnan kvinnorna mannen männen flickan \
         flickorna pojken pojkarna brukaren brukarna kunden kunderna klienten klienterna patienten \
         patienterna ungdomen ungdomarna tonåringen tonåringarna syskonen föräldrarna vuxna \
         enskilda enskilde vårdnadshavarna",
    ),
    (
        COUNTED,
        "beslut besluten beslutet avbrott avbrotten avbrottet rapport rapporter rapporterna \
         rapporten individrapport individrapporter individrapporterna",
    ),
    (ALONE, "enskild enskilda enskilde vuxen vuxna sökande"),
    (
        FUNCTION,
        "som och eller men att är var har hade i på av för med till om den det de vid från per \
         inte ej kan ska skall vill får fick blir blev än när då där så hos efter under utan mot \
         inom enligt bland mellan genom över man sig sin sitt sina varje någon något några själv \
         saknar väntar bor behöver tackat tackar avser gäller rör",
    ),
    (RULE, "om när då ifall oavsett"),
    (
        TRACING,
        "spåras spåra härledas härleda knytas knyta kopplas koppla hänföras hänföra",
    ),
    (
        LABEL,
        "kvartal kap kapitel bilaga sida sidan tabell diagram figur nr nummer punkt steg kl § §§",
    ),
    (
        POINTING,
        "enda ena andra andre tredje fjärde första sista återstående",
    ),
];

/// A word with its place among the glyphs.
pub(super) struct Word {
    /// The glyphs.
    pub(super) at: Range<usize>,
    /// The word in lower case.
    pub(super) text: String,
    /// What it can be.
    pub(super) role: Role,
}

/// Reads words: letters, digits, and hyphens between them.
pub(super) fn words(glyphs: &[Glyph]) -> Vec<Word> {
    let roles = roles();
    // «ett barns», «två personers»; «LSS-ärende».
    let nouns = EN | ETT | SEVERAL | DEFINITE;
    let role = |text: &str| {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return 0;
        }
        let genitive = || Some(roles.get(text.strip_suffix('s')?)? & nouns);
        let compound = || Some(roles.get(text.rsplit_once('-')?.1)? & nouns);
        roles
            .get(text)
            .copied()
            .or_else(genitive)
            .or_else(compound)
            .unwrap_or(0)
    };
    let inside = |at: usize| glyphs.get(at).is_some_and(|g| g.is_word() || g.c == '§');
    let mut words = vec![];
    let mut at = 0;
    while at < glyphs.len() {
        let from = at;
        while inside(at)
            || (at > from && glyphs[at..].first().is_some_and(|g| g.c == '-') && inside(at + 1))
        {
            at += 1;
        }
        if at > from {
            let text: String = glyphs[from..at].iter().map(|g| g.lower()).collect();
            let role = role(&text);
            words.push(Word {
                at: from..at,
                text,
                role,
            });
        } else {
            at += 1;
        }
    }
    words
}

/// Returns what each known word can be.
fn roles() -> BTreeMap<&'static str, Role> {
    let mut roles = BTreeMap::new();
    for (role, list) in ROLES {
        for word in list.split_whitespace() {
            *roles.entry(word).or_default() |= role;
        }
    }
    roles
}
