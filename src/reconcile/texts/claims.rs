//! What a sentence says of a quarter: «57 beslut är ej verkställda».
//!
//! In goes a sentence, out come claims: a number and what it counts. Only what
//! is certain is a claim. A sentence is cut into clauses, and in a clause with
//! a number every word must be known, so that nothing can narrow what is
//! counted: «två fall har verkställts efter överklagande» claims nothing. A
//! number of something else, of another quarter, or beside another number has a
//! word that is not known.

use crate::model::beslut::InsatsId;
use crate::model::stated::Measure;
use crate::reconcile::texts::lexicon::JOINING;
use crate::reconcile::texts::lexicon::NOUNS;
use crate::reconcile::texts::lexicon::Part;
use crate::reconcile::texts::lexicon::part;
use crate::reconcile::texts::names::Named;
use crate::reconcile::texts::outcome::counts;
use crate::reconcile::texts::tokens::After;
use crate::reconcile::texts::tokens::Number;

/// A number that counts something of the quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    /// The number.
    pub(super) number: Number,
    /// As it was written, with the word after it.
    pub(super) words: String,
    /// The number as it was written.
    pub(super) written: String,
    /// What it can count, the likeliest first.
    pub(super) counts: Vec<Measure>,
}

/// What a sentence is about besides the text's own subject.
pub(super) struct Said {
    /// Every insats it names, each with the ids it can mean.
    pub(super) insatser: Vec<Vec<InsatsId>>,
    /// Its claims.
    pub(super) claims: Vec<Claim>,
    /// Whether it has a number that is not understood, so that the sentences
    /// after it may be about something else.
    pub(super) uncertain: bool,
    /// Whether every word of it is known.
    pub(super) plain: bool,
    /// Whether it says that it speaks of everything: «totalt», «kvartalet».
    pub(super) total: bool,
}

/// Words by which a sentence says that it speaks of everything.
const TOTAL: [&str; 8] = [
    "totalt",
    "sammanlagt",
    "sammantaget",
    "kvartalet",
    "kvartalets",
    "perioden",
    "periodens",
    "nämnden",
];

/// Reads a sentence. `before` is what the last claim of the paragraph counted;
/// it is kept for the next sentence.
pub(super) fn read(sentence: &[Named], before: &mut Option<Measure>) -> Said {
    let insatser = sentence.iter().filter_map(|named| match named {
        Named::Insats(ids, _) => Some(ids.clone()),
        Named::Own | Named::Word(_) => None,
    });
    let mut said = Said {
        insatser: insatser.collect(),
        claims: vec![],
        uncertain: false,
        plain: sentence.iter().all(|word| known(word).is_some()),
        total: sentence.iter().any(|word| match word {
            Named::Word(token) => TOTAL.contains(&token.text.as_str()),
            Named::Own => true,
            Named::Insats(..) => false,
        }),
    };
    for (clause, place) in clauses(sentence) {
        let counted = clause.iter().any(|word| number(word).is_some());
        let parts: Option<Vec<Part>> = clause.iter().map(|word| known(word)).collect();
        match (counted, parts) {
            (true, Some(parts)) => {
                let Some((claim, measure)) = claim(&clause, &parts, place, before.as_ref()) else {
                    said.uncertain = true;
                    continue;
                };
                *before = measure.or(before.take());
                said.claims.extend(claim);
            }
            (true, None) => said.uncertain = true,
            (false, Some(_)) => {}
            // What follows without a number may narrow what stands before it.
            (false, None) if place == Place::Around || joins(&clause) => {}
            (false, None) => {
                said.claims.clear();
                said.uncertain |= sentence.iter().any(|word| number(word).is_some());
                return said;
            }
        }
    }
    said
}

/// What a clause is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A clause of its own.
    Own,
    /// «de 57 beslut som återstår»: what others are a part of.
    Whole,
    /// What stands around a whole, and cannot narrow it.
    Around,
}

type Clause<'a> = (Vec<&'a Named>, Place);

/// Cuts a sentence at every pause, and before a joining word with a number
/// soon after it.
fn clauses(sentence: &[Named]) -> Vec<Clause<'_>> {
    let mut list: Vec<Vec<&Named>> = vec![vec![]];
    let mut counted = false;
    for (at, word) in sentence.iter().enumerate() {
        let soon = || {
            sentence[at + 1..]
                .iter()
                .take(3)
                .any(|w| number(w).is_some())
        };
        if counted && joining(word) && soon() {
            list.push(vec![]);
            counted = false;
        }
        // Of «två (2)» the second says nothing more.
        let twice = matches!(word, Named::Word(token) if token.bracketed && token.number.is_some());
        counted |= number(word).is_some();
        if let Some(last) = list.last_mut().filter(|_| !twice) {
            last.push(word);
        }
        if pauses(word) {
            list.push(vec![]);
            counted = false;
        }
    }
    list.retain(|clause| !clause.is_empty());
    list.into_iter().flat_map(within).collect()
}

/// Cuts «36 av de 57 beslut som återstår har tackat nej» in two: the whole, and
/// the clause without it.
fn within(clause: Vec<&Named>) -> Vec<Clause<'_>> {
    let is = |at: usize, words: &[&str]| text(&clause, at).is_some_and(|t| words.contains(&t));
    for at in 0..clause.len() {
        let mut of = at + 1;
        while is(of, &["de", "totalt", "sammanlagt"]) {
            of += 1;
        }
        let opens = is(at, &["av"]) && clause.get(of).is_some_and(|word| number(word).is_some());
        if !opens {
            continue;
        }
        let mut end = of + 1;
        while clause
            .get(end)
            .is_some_and(|word| known(word) == Some(Part::Reported))
            || is(end, &["ej", "verkställda", "kvarstående", "återstående"])
        {
            end += 1;
        }
        if !is(end, &NOUNS) {
            break;
        }
        end += 1;
        if is(end, &["som"]) {
            let tells = [Part::Executed, Part::Remaining, Part::Reported];
            let told = (end..clause.len())
                .find(|at| known(clause[*at]).is_some_and(|part| tells.contains(&part)));
            end = told.map_or(clause.len(), |at| at + 1);
        }
        let whole = clause[of..end].to_vec();
        let mut rest = clause[..at].to_vec();
        rest.extend(&clause[end..]);
        return vec![(whole, Place::Whole), (rest, Place::Around)];
    }
    vec![(clause, Place::Own)]
}

fn text<'a>(clause: &[&'a Named], at: usize) -> Option<&'a str> {
    match clause.get(at)? {
        Named::Word(token) => Some(&token.text),
        Named::Own | Named::Insats(..) => None,
    }
}

fn pauses(word: &Named) -> bool {
    match word {
        Named::Word(token) => token.after != After::Space,
        Named::Insats(_, after) => *after != After::Space,
        Named::Own => false,
    }
}

fn joining(word: &Named) -> bool {
    matches!(word, Named::Word(token) if JOINING.contains(&token.text.as_str()))
}

fn joins(clause: &[&Named]) -> bool {
    let first = text(clause, 0);
    first.is_some_and(|word| ["och", "men", "medan", "så"].contains(&word))
}

/// Returns the number a word is; «en» and «ett» are articles unless a case
/// follows.
fn number(word: &Named) -> Option<Number> {
    match word {
        Named::Word(token) => token.number,
        Named::Own | Named::Insats(..) => None,
    }
}

/// Returns what a word does in a clause, if it is known.
fn known(word: &Named) -> Option<Part> {
    match word {
        Named::Word(token) if token.number.is_some() => Some(Part::Neutral),
        Named::Word(token) => part(&token.text),
        Named::Own | Named::Insats(..) => Some(Part::Neutral),
    }
}

/// Reads a clause of known words: what it counts, and the claim if its number
/// was typed.
fn claim(
    clause: &[&Named],
    parts: &[Part],
    place: Place,
    before: Option<&Measure>,
) -> Option<(Option<Claim>, Option<Measure>)> {
    let mut numbers = clause.iter().filter_map(|word| match word {
        Named::Word(token) => Some((token, token.number?)),
        Named::Own | Named::Insats(..) => None,
    });
    let (token, found) = numbers.next()?;
    if numbers.next().is_some() {
        return None;
    }
    let has = |word: &str| (0..clause.len()).any(|at| text(clause, at) == Some(word));
    let counts = match counts(parts, place == Place::Whole)? {
        counts if counts.is_empty() && (has("totalt") || has("sammanlagt")) => {
            vec![Measure::Reported, Measure::Remaining]
        }
        counts => counts,
    };
    let measure = counts.first()?.clone();
    // «varav tre», «två av dessa»: of what was said before.
    let of_them = has("varav") || parts.contains(&Part::These);
    let of_what = match measure {
        Measure::Executed | Measure::Closed | Measure::Ended | Measure::Remaining => {
            before == Some(&Measure::Reported)
        }
        _ => matches!(before, Some(Measure::Reported | Measure::Remaining)),
    };
    if of_them && !of_what {
        return None;
    }
    let typed = matches!(found, Number::Typed(_));
    let claim = typed.then(|| Claim {
        number: found,
        words: token.pointed.clone(),
        written: token.written.clone(),
        counts,
    });
    // «ett av dessa» after it is of the same whole.
    Some((claim, (!of_them).then_some(measure)))
}
