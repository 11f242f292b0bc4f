//! Words for single cases: «ett ärende», «två äldre kvinnor», «en av dem».
//!
//! In go a text and the threshold, out come places where it speaks of at least
//! one but fewer cases, and how many. A case is a number in words or figures, up to three words
//! between that can be adjectives («en ny ung ensamstående man»), and a noun for
//! a person or a case in the same number and gender, so that «en del ärenden» and
//! «ett antal barn» are none. Also «tre av de 26 ärendena», «två av dem», «det
//! enda ärendet», «den andra kvinnan», «båda familjerna», and a figure alone in
//! parentheses after a word, «sjukdom (1)».
//!
//! Chosen:
//! - *beslut*, *avbrott* and *rapport* are cases too, but not with a bare «ett»
//!   or «en», which is an article there: «ett beslut om bostad» is law, «ett (1)
//!   beslut», «1 beslut», «ett enda beslut» and «två beslut» are counts.
//! - A sentence that opens with «Om», «När», «Oavsett om» … before the words is a
//!   rule («Om en person flyttar»), and so is «spåras till en enskild person».
//! - «färre än tre personer» and «1–4 ärenden» hide a number and are left alone,
//!   like «enstaka», «några» and «ett fåtal».
//! - Relatives («en anhörig») are not the person the case is about; parents and
//!   vårdnadshavare nearly are.
//! - «ingen» is no case; «inga ärenden» says nothing of anyone.
//!
//! Deliberately not here: levels, and what else a text gives away. A text can
//! tell of one case in a hundred other ways; this finds the plain ones.

use std::ops::Range;

use super::glyph::Glyph;
use super::glyph::glyphs;
use super::glyph::range;
use super::roles::ALONE;
use super::roles::COUNTED;
use super::roles::DEFINITE;
use super::roles::EN;
use super::roles::ETT;
use super::roles::FUNCTION;
use super::roles::LABEL;
use super::roles::POINTING;
use super::roles::RULE;
use super::roles::Role;
use super::roles::SEVERAL;
use super::roles::TRACING;
use super::roles::Word;
use super::roles::words;

/// Numbers in words, from two.
const NUMBERS: [&str; 19] = [
    "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
    "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
];

/// Finds words for cases of at least one and fewer than `few`, with their number.
pub fn cases(text: &str, few: u32) -> Vec<(Range<usize>, u32)> {
    let glyphs = glyphs(text);
    let words = words(&glyphs);
    let reader = Reader {
        glyphs: &glyphs,
        words: &words,
    };
    let mut found = vec![];
    let mut at = 0;
    while at < words.len() {
        let mut next = at + 1;
        let few = |count: &Count| (1..few).contains(&count.value);
        if let Some(count) = reader.count(at).filter(few) {
            let noun = reader.noun(&count);
            let run = match noun {
                Some(last) => Some(words[at].at.start..words[last].at.end),
                None => reader.bracket(at),
            };
            if let Some(run) = run.filter(|_| !reader.is_general(at)) {
                found.push((range(&glyphs[run]), count.value));
                next = noun.unwrap_or(at) + 1;
            }
        }
        at = next;
    }
    found
}

/// The beginning of a phrase.
struct Count {
    value: u32,
    /// What the noun must be.
    noun: Role,
    /// «en» or «ett», which can be an article.
    bare: bool,
    /// The word after.
    next: usize,
}

struct Reader<'a> {
    glyphs: &'a [Glyph],
    words: &'a [Word],
}

impl Reader<'_> {
    /// Reads a number at a word.
    fn count(&self, at: usize) -> Option<Count> {
        let word = &self.words[at];
        let (value, noun, bare) = match word.text.as_str() {
            text if text.starts_with(|c: char| c.is_ascii_digit()) => {
                let short = text.len() < 3 && !text.starts_with('0');
                let value = text.parse().ok().filter(|_| short)?;
                (value, if value == 1 { EN | ETT } else { SEVERAL }, false)
            }
            "en" => (1, EN, true),
            "ett" => (1, ETT, true),
            "enda" => (1, EN | ETT, false),
            "båda" | "bägge" => (2, DEFINITE, false),
            "den" | "det" => (1, DEFINITE, false),
            text => {
                let mut numbers = NUMBERS.iter().zip(2..);
                (
                    numbers.find(|(number, _)| **number == text)?.1,
                    SEVERAL,
                    false,
                )
            }
        };
        let mut count = Count {
            value,
            noun,
            bare,
            next: at + 1,
        };
        if matches!(word.text.as_str(), "den" | "det") {
            self.words
                .get(at + 1)
                .filter(|next| next.role & POINTING > 0 && self.near(at))?;
            count.next += 1;
        } else if self.bracket(at + 1).is_some() {
            // «ett (1) beslut»
            count.next += 1;
            count.bare = false;
        }
        Some(count)
    }

    /// Returns a figure with its parentheses, if it stands alone in them after a
    /// word of letters: neither «5 (5)» nor «9(10)».
    fn bracket(&self, at: usize) -> Option<Range<usize>> {
        let figure = self.words.get(at)?;
        let before = &self.words.get(at.checked_sub(1)?)?.text;
        let letters = before.ends_with(char::is_alphabetic);
        let number = figure.text.chars().all(|c| c.is_ascii_digit());
        let opened =
            matches!(self.between(at - 1), [space, open] if space.is_space() && open.c == '(');
        let closed = self.glyphs.get(figure.at.end).is_some_and(|g| g.c == ')');
        (letters && number && opened && closed).then(|| figure.at.start - 1..figure.at.end + 1)
    }

    /// Whether what stands before a number makes it no count of cases.
    fn is_general(&self, at: usize) -> bool {
        let word = &self.words[at];
        let figure = word.text.starts_with(|c: char| c.is_ascii_digit());
        let mark = word.at.start.checked_sub(1).map(|at| self.glyphs[at].c);
        if figure && matches!(mark, Some('-' | '/' | '.' | ',' | ':' | '+')) {
            return true;
        }
        let before = |back: usize| {
            let at = at.checked_sub(back)?;
            self.near(at).then(|| &self.words[at])
        };
        let Some(one) = before(1) else { return false };
        let two = before(2);
        let opens =
            |word: &Word| word.role & RULE > 0 && self.glyphs[word.at.start].c.is_uppercase();
        one.text == "än"
            || opens(one)
            || two.is_some_and(|two| opens(two) && one.text == "om")
            || (one.text == "till" && two.is_some_and(|two| two.role & TRACING > 0))
            || (figure && one.role & LABEL > 0)
    }

    /// Reads the noun a number belongs to and says which word it is.
    fn noun(&self, count: &Count) -> Option<usize> {
        let first = count.next;
        if !self.follows(first) {
            return None;
        }
        if self.words[first].text == "av" {
            return self.whole(first + 1);
        }
        let mut bare = count.bare;
        for at in first..first + 4 {
            let word = &self.words[at];
            let fits = word.role & count.noun > 0 || (word.role & COUNTED > 0 && !bare);
            let person = word.role & ALONE == 0
                || !self.follows(at + 1)
                || self.words[at + 1].role & FUNCTION > 0;
            if fits && person {
                return Some(at);
            }
            let adjective = match count.noun {
                ETT | SEVERAL | DEFINITE => word.text.ends_with(['t', 'a', 'e']),
                _ => !word.text.starts_with(|c: char| c.is_ascii_digit()) || word.text.len() > 2,
            };
            if word.role & FUNCTION > 0 || !adjective || !self.follows(at + 1) {
                return None;
            }
            bare = bare && word.text != "enda";
        }
        None
    }

    /// Reads what «två av» is part of: «dem», «de 26 ärendena».
    fn whole(&self, from: usize) -> Option<usize> {
        for at in from..from + 6 {
            if !self.follows(at) {
                break;
            }
            let word = &self.words[at];
            if word.role & (SEVERAL | DEFINITE | COUNTED) > 0 {
                return Some(at);
            }
            let pronoun = matches!(word.text.as_str(), "de" | "dem" | "dessa");
            if word.role & FUNCTION > 0 && !pronoun {
                break;
            }
        }
        let first = self.words.get(from).filter(|_| self.follows(from))?;
        matches!(first.text.as_str(), "dem" | "dessa").then_some(from)
    }

    /// Returns what stands between a word and the next.
    fn between(&self, at: usize) -> &[Glyph] {
        match self.words.get(at..at + 2) {
            Some([one, two]) => &self.glyphs[one.at.end..two.at.start],
            _ => &[],
        }
    }

    /// Whether only space stands between a word and the next, and no empty line.
    fn near(&self, at: usize) -> bool {
        let between = self.between(at);
        let spaces = between.iter().take(20).take_while(|g| g.is_space()).count();
        let breaks = between.iter().filter(|g| g.c == '\n').take(2).count();
        spaces > 0 && spaces == between.len() && breaks < 2
    }

    /// Whether there is a word that goes on from the one before it: after space,
    /// or after a figure in parentheses.
    fn follows(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| at < self.words.len()) else {
            return false;
        };
        self.near(before)
            || matches!(self.between(before), [close, space] if close.c == ')' && space.is_space())
    }
}
