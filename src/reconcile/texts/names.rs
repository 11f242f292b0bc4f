//! Insatser and the quarter's own name in a sentence.
//!
//! A sentence may name an insats, also in the definite form («hemtjänsten»),
//! its own quarter, the last day of it, and the only act there is: none of them
//! changes what a number counts, except which insats it is about.

use chrono::Datelike;

use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Insatser;
use crate::model::quarter::Quarter;
use crate::reconcile::texts::lexicon::NOUNS;
use crate::reconcile::texts::tokens::After;
use crate::reconcile::texts::tokens::Number;
use crate::reconcile::texts::tokens::Token;

/// What the quarters of a year are called, and the month each ends in.
const QUARTERS: [(&str, &str); 4] = [
    ("första", "mars"),
    ("andra", "juni"),
    ("tredje", "september"),
    ("fjärde", "december"),
];

/// After these, and first in a clause, «ett beslut» is a count.
const BEFORE_ONE: [&str; 14] = [
    "i",
    "och",
    "varav",
    "men",
    "samt",
    "medan",
    "bara",
    "endast",
    "kvarstår",
    "återstår",
    "rapporterades",
    "verkställdes",
    "avslutades",
    "totalt",
];

/// A word, or several that are one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// A word or a number.
    Word(Token),
    /// An insats: the ids the name can mean.
    Insats(Vec<InsatsId>, After),
    /// The quarter itself, or the act.
    Own,
}

/// What is known by name in the texts of a quarter.
pub(super) struct Names {
    insatser: Vec<(Vec<String>, InsatsId)>,
    quarter: Quarter,
    /// The only act there are beslut under, if it is one: naming it narrows
    /// nothing.
    act: Option<Act>,
}

impl Names {
    pub(super) fn new(insatser: &Insatser, quarter: Quarter, act: Option<Act>) -> Self {
        let mut list = vec![];
        for insats in insatser.list() {
            let alias = insats.alias.iter().map(|(_, alias)| alias);
            for name in [&insats.name, &insats.short].into_iter().chain(alias) {
                let words: Vec<String> = name
                    .split_whitespace()
                    .map(|word| word.trim_end_matches(',').to_lowercase())
                    .collect();
                // In a sentence «bostad» is a home, not an insats.
                if words != ["bostad"] {
                    list.push((words, InsatsId::clone(&insats.id)));
                }
            }
        }
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self {
            insatser: list,
            quarter,
            act,
        }
    }

    /// Returns a sentence with its names read.
    pub(super) fn read(&self, sentence: &[Token]) -> Vec<Named> {
        let mut list = vec![];
        let mut at = 0;
        while at < sentence.len() {
            let rest = &sentence[at..];
            let about = usize::from(matches!(rest[0].text.as_str(), "om" | "inom"));
            if let Some((ids, length)) = self.insats(&rest[about..]) {
                let length = about + length;
                list.push(Named::Insats(ids, rest[length - 1].after));
                at += length;
            } else if let Some(length) = self.own(rest) {
                list.push(Named::Own);
                at += length;
            } else {
                let mut token = rest[0].clone();
                let before = at.checked_sub(1).map(|at| &sentence[at]);
                if matches!(token.text.as_str(), "en" | "ett") && !is_one(before, &rest[1..]) {
                    token.number = None;
                }
                list.push(Named::Word(token));
                at += 1;
            }
        }
        list
    }

    /// Returns the longest name of insatser that a sentence goes on with.
    fn insats(&self, rest: &[Token]) -> Option<(Vec<InsatsId>, usize)> {
        let fits = |words: &[String]| {
            let Some(here) = rest.get(..words.len()) else {
                return false;
            };
            let last = words.len() - 1;
            let paused = here[..last].iter().any(|token| token.after == After::Stop);
            let mut both = here.iter().zip(words).enumerate();
            !paused && both.all(|(at, (token, word))| inflected(&token.text, word, at == last))
        };
        let (words, _) = self.insatser.iter().find(|(words, _)| fits(words))?;
        let mut ids: Vec<InsatsId> = self
            .insatser
            .iter()
            .filter(|(other, _)| other.len() == words.len() && fits(other))
            .map(|(_, id)| InsatsId::clone(id))
            .collect();
        ids.sort();
        ids.dedup();
        Some((ids, words.len()))
    }

    /// Returns how many words name the quarter, its last day or the only act.
    fn own(&self, rest: &[Token]) -> Option<usize> {
        let word = |at: usize| rest.get(at).map_or("", |token| token.text.as_str());
        let typed = |at: usize| rest.get(at)?.number.and_then(Number::value);
        let (year, nth) = (self.quarter.year().to_string(), self.quarter.number());
        let (_, (ordinal, month)) = (1..).zip(QUARTERS).find(|(number, _)| *number == nth)?;
        let with_year = |length: usize| match word(length) {
            text if text == year => Some(length + 1),
            // Another year.
            text if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) => None,
            _ => Some(length),
        };
        match word(0) {
            "kvartal" if typed(1) == Some(nth) => with_year(2),
            text if text == ordinal && word(1) == "kvartalet" => with_year(2),
            "den" => {
                let day = self.quarter.last_day().day();
                let named = typed(1) == Some(day) && word(2) == month;
                named.then(|| with_year(3)).flatten()
            }
            "enligt" => {
                let named = match word(1) {
                    "sol" | "socialtjänstlagen" => Act::Sol,
                    "lss" => Act::Lss,
                    _ => return None,
                };
                (self.act == Some(named)).then_some(2)
            }
            _ => None,
        }
    }
}

/// Whether «ett» is a number and no article: by the words before and after.
fn is_one(before: Option<&Token>, after: &[Token]) -> bool {
    let word = |at: usize| after.get(at).map_or("", |token| token.text.as_str());
    let first = before.is_none_or(|before| {
        before.after != After::Space || BEFORE_ONE.contains(&before.text.as_str())
    });
    match word(0) {
        "ärende" | "fall" => true,
        "av" => matches!(word(1), "dessa" | "dem" | "de") || NOUNS.contains(&word(1)),
        "har" | "är" | "kvarstår" | "återstår" => first,
        text => NOUNS.contains(&text) && first || after.first().is_some_and(|t| t.bracketed),
    }
}

/// Whether a word is a name's, with an ending if it is the last.
fn inflected(text: &str, name: &str, last: bool) -> bool {
    let Some(ending) = text.strip_prefix(name) else {
        return false;
    };
    ending.is_empty() || last && matches!(ending, "n" | "en" | "et" | "t" | "s" | "ns" | "ens")
}
