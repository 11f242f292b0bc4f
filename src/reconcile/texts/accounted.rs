//! The cases a text goes through: «I tre fall …, och i två …».
//!
//! In go a text about an insats and how many beslut remain, out comes their sum
//! where it is another. A part is a count that opens a sentence, or goes on
//! after «och i». A count inside a sentence is a part of a part, and «det andra
//! ärendet» one of those. Where the text says how the rest is («övriga»,
//! «enstaka», «flera fall»), counts a whole («av de tio») or has cases in a
//! list, nothing can be added up.

use crate::reconcile::texts::lexicon::NOUNS;
use crate::reconcile::texts::lexicon::Part;
use crate::reconcile::texts::lexicon::part;
use crate::reconcile::texts::tokens::After;
use crate::reconcile::texts::tokens::Number;
use crate::reconcile::texts::tokens::Paragraph;
use crate::reconcile::texts::tokens::Token;

/// Those who are counted as cases, besides `NOUNS`.
const PERSONS: [&str; 12] = [
    "personer", "person", "familjer", "familj", "barn", "vuxna", "kvinnor", "kvinna", "män", "man",
    "enskilda", "enskild",
];
/// Words that tell of the rest without a number.
const REST: [&str; 11] = [
    "övriga",
    "resterande",
    "resten",
    "hälften",
    "merparten",
    "majoriteten",
    "lika",
    "varannan",
    "återstående",
    "annars",
    "varav",
];
/// Words that tell of some without a number, before a case or first in a
/// sentence.
const SOME: [&str; 17] = [
    "några",
    "någon",
    "något",
    "flera",
    "flertalet",
    "många",
    "andra",
    "enstaka",
    "vissa",
    "somliga",
    "samtliga",
    "alla",
    "båda",
    "del",
    "fåtal",
    "par",
    "flesta",
];
/// What may stand before the number that opens a sentence.
const LEADING: [&str; 11] = [
    "i",
    "de",
    "och",
    "samt",
    "medan",
    "men",
    "för",
    "ytterligare",
    "bara",
    "endast",
    "dessutom",
];
/// Verbs that can follow «i två» when the case is not named again.
const VERBS: [&str; 12] = [
    "har", "är", "saknas", "vill", "väntar", "pågår", "beror", "gäller", "finns", "kan", "fick",
    "önskar",
];

/// Returns how many cases a text goes through, and the words of the first, if
/// it is another number than remain.
pub(super) fn differing(
    text: &[Paragraph],
    remaining: u32,
    reported: Option<u32>,
) -> Option<(u32, String)> {
    let mut found = vec![];
    let mut several = false;
    let mut pointed = 0;
    for paragraph in text {
        let read = one(paragraph)?;
        if paragraph.item && !read.parts.is_empty() {
            return None;
        }
        several |= read.parts.len() > 1;
        pointed += read.pointed;
        found.extend(read.parts);
    }
    let sum: u32 = found.iter().map(|(n, _)| n).sum();
    let told = several && sum != remaining && Some(sum) != reported;
    // «Det sista ärendet» may be one of those that are lacking.
    let enough = sum < remaining && sum + pointed >= remaining;
    // A placeholder has no words of its own.
    let first = found.into_iter().find(|(_, words)| !words.is_empty());
    let words = first.map(|(_, words)| words);
    (told && !enough).then(|| (sum, words.unwrap_or_default()))
}

/// What a paragraph counts.
#[derive(Default)]
struct Read {
    parts: Vec<(u32, String)>,
    /// Cases pointed out one by one.
    pointed: u32,
}

/// Reads a paragraph; nothing if it cannot be added up.
fn one(paragraph: &Paragraph) -> Option<Read> {
    let mut read = Read::default();
    let mut nested = false;
    for sentence in &paragraph.sentences {
        if is_open(sentence) {
            return None;
        }
        let mut at = 0;
        while at < sentence.len() {
            if opens(sentence, at, !read.parts.is_empty()) {
                let number = (at..sentence.len()).find(|at| sentence[*at].number.is_some())?;
                if !is_other(sentence, at, number) {
                    let n = sentence[number].number.and_then(Number::value)?;
                    read.parts.push((n, sentence[number].pointed.clone()));
                }
                at = number;
            } else if case(sentence, at).is_some() && !is_whole(sentence, at) {
                nested = true;
            } else if points(sentence, at) && !nested {
                read.pointed += 1;
            }
            at += 1;
        }
    }
    Some(read)
}

fn text(sentence: &[Token], at: usize) -> &str {
    sentence.get(at).map_or("", |token| token.text.as_str())
}

fn is_case(word: &str) -> bool {
    NOUNS.contains(&word) || PERSONS.contains(&word)
}

/// Whether a sentence leaves cases uncounted, or counts a whole.
fn is_open(sentence: &[Token]) -> bool {
    (0..sentence.len()).any(|at| {
        let numbered = |from: usize| sentence.get(from).is_some_and(|t| t.number.is_some());
        let word = text(sentence, at);
        let near = (1..3).any(|step| is_case(text(sentence, at + step)));
        let pointed = at > 0
            && (sentence[at - 1].number.is_some()
                || matches!(text(sentence, at - 1), "det" | "den" | "ett" | "en"));
        let rest = REST.contains(&word) && !numbered(at + 1);
        let some = SOME.contains(&word) && (near || at == 0) && !pointed;
        let ends = (1..3).find(|step| !matches!(text(sentence, at + step), "de" | "totalt"));
        let whole = word == "av" && ends.is_some_and(|step| numbered(at + step));
        rest || some || whole
    })
}

/// Returns where the noun of a number is: «två ärenden», «två av fallen», «två
/// andra ärenden».
fn case(sentence: &[Token], at: usize) -> Option<usize> {
    let token = &sentence[at];
    token.number?;
    let article = matches!(token.text.as_str(), "en" | "ett");
    for next in at + 1..(at + 5).min(sentence.len()) {
        if is_case(text(sentence, next)) {
            return Some(next);
        }
        let between = match text(sentence, next) {
            "av" | "de" | "dessa" | "andra" | "annat" | "annan" | "ytterligare" | "nya"
            | "pågående" | "övriga" | "ej" | "verkställda" => true,
            _ => sentence[next].bracketed,
        };
        if !between || sentence[next - 1].after != After::Space || article && next > at + 2 {
            return None;
        }
    }
    None
}

/// Whether a part begins at a word: first in a sentence, or after «och i».
fn opens(sentence: &[Token], at: usize, again: bool) -> bool {
    let joined = matches!(text(sentence, at), "och" | "samt" | "medan" | "men");
    let before = at > 0 && sentence[at - 1].after == After::Pause;
    let another = before && text(sentence, at + 1) == "annat" && text(sentence, at) == "ett";
    if at > 0 && !joined && !another {
        return false;
    }
    let mut number = at;
    while LEADING.contains(&text(sentence, number))
        || REST.contains(&text(sentence, number)) && number > at
    {
        number += 1;
    }
    let Some(token) = sentence.get(number).filter(|token| token.number.is_some()) else {
        return false;
    };
    let with_i = (at..number).any(|at| text(sentence, at) == "i");
    // «och två väntar» may be two of those before.
    if joined && at > 0 && !with_i {
        return false;
    }
    let elliptic = again && with_i && VERBS.contains(&text(sentence, number + 1));
    token.after != After::Stop && (case(sentence, number).is_some() || elliptic)
}

/// Whether a count is of cases that do not remain, or of all that do: «tre
/// beslut har verkställts», «sju ärenden kvarstår».
fn is_other(sentence: &[Token], from: usize, number: usize) -> bool {
    let end = (number + 1..sentence.len())
        .find(|at| sentence[*at - 1].after == After::Pause || opens(sentence, *at, true))
        .unwrap_or(sentence.len());
    let clause = &sentence[from..end];
    let said: Vec<Option<Part>> = clause.iter().map(|token| part(&token.text)).collect();
    let has = |wanted: Part| said.contains(&Some(wanted));
    let negated = has(Part::Not) || has(Part::Partly);
    let within = text(sentence, from) == "i" || text(sentence, from + 1) == "i";
    let ended = has(Part::Closed) || has(Part::Executed) && !negated;
    let all = !within && (has(Part::Remaining) || has(Part::Not) && has(Part::Executed));
    has(Part::Reported) || ended || all
}

/// Whether a count inside a sentence is of all cases: «det kvarstår sju
/// ärenden».
fn is_whole(sentence: &[Token], number: usize) -> bool {
    let tells = [
        Part::Remaining,
        Part::Reported,
        Part::Executed,
        Part::Closed,
    ];
    sentence[..number]
        .iter()
        .any(|token| part(&token.text).is_some_and(|part| tells.contains(&part)))
}

/// Whether a word points one case out: «det sista ärendet».
fn points(sentence: &[Token], at: usize) -> bool {
    let which = matches!(
        text(sentence, at + 1),
        "ena" | "andra" | "tredje" | "fjärde" | "sista" | "enda"
    );
    which && matches!(text(sentence, at), "det" | "den") && is_case(text(sentence, at + 2))
}
