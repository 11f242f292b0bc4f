//! A text as words and numbers, in sentences: what the grammar reads.
//!
//! In go blocks, out come sentences. A placeholder is a number whose value is
//! known, or a word. A word keeps how it was written, so that it can be pointed
//! at, and what stands after it.

use crate::model::text::Block;
use crate::model::text::Piece;
use crate::model::text::Placeholder;
use crate::model::text::Run;
use crate::model::text::What;
use crate::model::text::Word;

/// Stands for a placeholder; of Unicode's private use, so no text has it.
const MARK: char = '\u{E000}';

/// Numbers in words, from two.
const NUMBERS: [&str; 19] = [
    "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
    "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
];

/// A longer row of digits is no count of beslut.
const LONGEST: usize = 5;

/// Short forms whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 10] = [
    "ca", "dvs", "exkl", "inkl", "jfr", "kap", "nr", "resp", "st", "tex",
];

/// What stands after a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// Another word.
    Space,
    /// A comma, a parenthesis or a dash.
    Pause,
    /// The end of the sentence.
    Stop,
}

/// A number in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    /// Typed by somebody.
    Typed(u32),
    /// Put in by a placeholder, if the quarter has the figure.
    Told(Option<u32>),
}

impl Number {
    /// Returns the value, if it is known.
    pub(super) fn value(self) -> Option<u32> {
        match self {
            Self::Typed(n) => Some(n),
            Self::Told(n) => n,
        }
    }
}

/// A word or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// In lower case; a placeholder's figure has none.
    pub(super) text: String,
    /// As it was written.
    pub(super) written: String,
    /// As it was written, with the word after it.
    pub(super) pointed: String,
    /// Its number.
    pub(super) number: Option<Number>,
    /// Whether it stands alone in parentheses: «två (2)».
    pub(super) bracketed: bool,
    /// What follows.
    pub(super) after: After,
}

/// A paragraph, or one item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Whether it is an item of a list.
    pub(super) item: bool,
    /// Its sentences, none of them empty.
    pub(super) sentences: Vec<Vec<Token>>,
}

/// Reads a text; `value` knows what a placeholder for a figure stands for.
pub(super) fn read(
    blocks: &[Block],
    value: &dyn Fn(&Placeholder) -> Option<u32>,
) -> Vec<Paragraph> {
    let paragraph = |runs: &[Run], item| Paragraph {
        item,
        sentences: sentences(runs, value),
    };
    let mut list = vec![];
    for block in blocks {
        match block {
            Block::Paragraph(runs) => list.push(paragraph(runs, false)),
            Block::List { items, .. } => {
                list.extend(items.iter().map(|runs| paragraph(runs, true)));
            }
        }
    }
    list
}

fn sentences(runs: &[Run], value: &dyn Fn(&Placeholder) -> Option<u32>) -> Vec<Vec<Token>> {
    let mut flat = String::new();
    let mut placeholders = vec![];
    for piece in runs.iter().flat_map(|run| &run.pieces) {
        match piece {
            Piece::Words(words) => flat.push_str(words),
            Piece::Placeholder(placeholder) => {
                flat.push(MARK);
                placeholders.push(placeholder);
            }
        }
    }
    let mut placeholders = placeholders.into_iter();
    let mut sentences = vec![];
    let mut sentence: Vec<Token> = vec![];
    for chunk in flat.split_whitespace() {
        let (opened, core, tail) = parted(chunk);
        if core.is_empty() {
            // A dash, or punctuation after a space.
            if let Some(last) = sentence.last_mut() {
                last.after = After::Pause;
            }
            continue;
        }
        let bracketed = opened && tail.starts_with(')');
        let after = after(core, if bracketed { &tail[1..] } else { tail });
        let mut parts: Vec<Token> = vec![];
        for part in core.split('/').filter(|part| !part.is_empty()) {
            if !parts.is_empty() {
                parts.push(token("eller", None, false));
            }
            parts.push(match part.contains(MARK).then(|| placeholders.next()) {
                Some(Some(placeholder)) if part.chars().eq([MARK]) => {
                    stood_for(placeholder, value(placeholder))
                }
                // A word grown together with a placeholder is no number.
                Some(_) => token(MARK.encode_utf8(&mut [0; 4]), None, false),
                None => token(part, number(part), bracketed),
            });
        }
        // «2023-12-31/4» and the like are no numbers.
        if parts.len() > 1 && parts.iter().any(|part| part.number.is_some()) {
            parts = vec![token(core, None, false)];
        }
        if opened
            && !bracketed
            && let Some(last) = sentence.last_mut()
        {
            last.after = After::Pause;
        }
        if let Some(last) = parts.last_mut() {
            last.after = after;
        }
        sentence.extend(parts);
        if after == After::Stop {
            sentences.push(ended(std::mem::take(&mut sentence)));
        }
    }
    if !sentence.is_empty() {
        sentences.push(ended(sentence));
    }
    sentences
}

/// Returns a sentence whose words know the word after them.
fn ended(mut sentence: Vec<Token>) -> Vec<Token> {
    for at in 1..sentence.len() {
        let (first, rest) = sentence.split_at_mut(at);
        let (Some(one), Some(next)) = (first.last_mut(), rest.first()) else {
            continue;
        };
        let apart = one.after != After::Space || next.number.is_some();
        if !apart && !one.written.is_empty() && !next.written.is_empty() {
            one.pointed = format!("{} {}", one.written, next.written);
        }
    }
    if let Some(last) = sentence.last_mut() {
        last.after = After::Stop;
    }
    sentence
}

/// Returns a chunk without the marks around it, whether a parenthesis opens
/// before it, and what follows.
fn parted(chunk: &str) -> (bool, &str, &str) {
    let marks = |c: char| "([«»\"'“”„*–—-…".contains(c);
    let core = chunk.trim_start_matches(marks);
    let opened = chunk[..chunk.len() - core.len()].contains('(');
    let end = core.trim_end_matches(|c: char| ".,;:!?)]«»\"'“”*…–—".contains(c));
    (opened, end, &core[end.len()..])
}

fn after(core: &str, tail: &str) -> After {
    let short = core.contains('.') || ABBREVIATIONS.contains(&core.to_lowercase().as_str());
    if tail.contains(['!', '?']) || (tail.contains('.') && !short) {
        After::Stop
    } else if tail.contains([',', ';', ':', ')', '–', '—']) {
        After::Pause
    } else {
        After::Space
    }
}

fn token(written: &str, number: Option<Number>, bracketed: bool) -> Token {
    Token {
        text: written.to_lowercase(),
        written: written.to_owned(),
        pointed: written.to_owned(),
        number,
        bracketed,
        after: After::Space,
    }
}

/// Returns what stands in place of a placeholder.
fn stood_for(placeholder: &Placeholder, value: Option<u32>) -> Token {
    match placeholder.what {
        What::Figure(_) => token("", Some(Number::Told(value)), false),
        What::Word(Word::Quarter) => token("kvartalet", None, false),
        What::Word(Word::Before) => token("förra", None, false),
        What::Word(Word::QuartersEnd) => token("kvartalets", None, false),
        What::Word(Word::Dated) => token("nu", None, false),
        What::Word(Word::Fee) => token("kronor", None, false),
        What::Word(Word::Meeting) => token("dagen", None, false),
        What::Word(Word::Paragraph) => token("paragrafen", None, false),
        What::Word(Word::Proposal) => token("förslaget", None, false),
        What::Word(
            Word::Namnd | Word::Forvaltning | Word::Kommun | Word::Instans | Word::Receivers,
        ) => token("den", None, false),
    }
}

fn number(written: &str) -> Option<Number> {
    if written.bytes().all(|b| b.is_ascii_digit()) {
        let n: u32 = written.parse().ok()?;
        // A year, or the number of something.
        let counts = !(1900..2100).contains(&n)
            && written.len() <= LONGEST
            && (n == 0 || !written.starts_with('0'));
        return counts.then_some(Number::Typed(n));
    }
    let low = written.to_lowercase();
    if low == "en" || low == "ett" {
        return Some(Number::Typed(1));
    }
    let mut numbers = NUMBERS.iter().zip(2..);
    let (_, n) = numbers.find(|(word, _)| **word == low)?;
    Some(Number::Typed(n))
}

#[cfg(test)]
mod tests;
