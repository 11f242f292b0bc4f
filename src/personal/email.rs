//! E-mail addresses.
//!
//! In go glyphs, out come hits: what stands around `@`, or around one of the ways
//! to write it out («namn (at) domän.se», «namn snabel-a domän punkt se»). The
//! domain has at least two parts, and the last is of letters. Letters are those
//! of any alphabet; spaces beside the sign are allowed, since lines break there.
//!
//! Not here: names on social networks (`@namn`), web addresses.

use super::Hit;
use super::Kind;
use super::glyph::Glyph;
use super::glyph::range;

/// Finds e-mail addresses.
pub(super) fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    for at in 0..glyphs.len() {
        if let Some(width) = at_sign(glyphs, at)
            && let Some((from, to)) = email(glyphs, at, at + width)
        {
            hits.push(Hit {
                range: range(&glyphs[from..to]),
                kind: Kind::Epost,
                certain: true,
            });
        }
    }
}

/// What `@` is called.
const SIGN: [&str; 6] = ["at", "a", "@", "snabel-a", "snabela", "snabel a"];
/// What the dot is called.
const DOT: [&str; 3] = [".", "punkt", "dot"];

/// Returns the width of `@`, or of what stands for it, at a place.
fn at_sign(glyphs: &[Glyph], at: usize) -> Option<usize> {
    match glyphs[at].c {
        '@' => Some(1),
        '(' | '[' | '{' => bracketed(glyphs, at, &SIGN),
        'a' | 'A' | 's' | 'S' => {
            if at == 0 || !glyphs[at - 1].is_space() {
                return None;
            }
            // A bare «a» is a letter.
            let mut words = SIGN.iter().filter(|word| word.len() > 1);
            let width = words.find(|word| reads(glyphs, at, word))?.len();
            glyphs.get(at + width)?.is_space().then_some(width)
        }
        _ => None,
    }
}

/// Returns the width of a bracket with one of the words in it.
fn bracketed(glyphs: &[Glyph], at: usize, words: &[&str]) -> Option<usize> {
    let open = glyphs.get(at).filter(|g| matches!(g.c, '(' | '[' | '{'))?;
    let from = at + 1 + spaces(glyphs, at + 1);
    let word = words.iter().find(|word| {
        let end = from + word.len();
        reads(glyphs, from, word)
            && glyphs
                .get(end + spaces(glyphs, end))
                .is_some_and(|g| matches!((open.c, g.c), ('(', ')') | ('[', ']') | ('{', '}')))
    })?;
    let end = from + word.len();
    Some(end + spaces(glyphs, end) + 1 - at)
}

/// Whether an ASCII word in lower case stands at a place.
fn reads(glyphs: &[Glyph], at: usize, word: &str) -> bool {
    glyphs.get(at..at + word.len()).is_some_and(|run| {
        run.iter()
            .zip(word.bytes())
            .all(|(glyph, byte)| glyph.c.to_ascii_lowercase() == char::from(byte))
    })
}

/// Counts the spaces at a place, three at most.
fn spaces(glyphs: &[Glyph], at: usize) -> usize {
    glyphs
        .iter()
        .skip(at)
        .take(3)
        .take_while(|g| g.is_space())
        .count()
}

/// Longest name before `@` (RFC 5321, 4.5.3.1.1).
const NAME: usize = 64;
/// Longest domain (RFC 5321, 4.5.3.1.2).
const DOMAIN: usize = 255;

/// Reads the address around `@` and says where it begins and ends.
fn email(glyphs: &[Glyph], at: usize, after: usize) -> Option<(usize, usize)> {
    let back = glyphs[..at].iter().rev();
    let gap = back.clone().take(3).take_while(|g| g.is_space()).count();
    let name = back.skip(gap).take(NAME);
    let name =
        name.take_while(|g| g.is_word() || matches!(g.c, '.' | '_' | '%' | '+' | '-' | '\''));
    let mut from = at - gap - name.count();
    while from < at && !glyphs[from].is_word() {
        from += 1;
    }
    if from == at {
        return None;
    }
    let mut end = after + spaces(glyphs, after);
    let limit = glyphs.len().min(end + DOMAIN);
    let (mut labels, mut last) = (0, end);
    loop {
        let start = end;
        while end < limit && (glyphs[end].is_word() || glyphs[end].c == '-') {
            end += 1;
        }
        if end == start {
            break;
        }
        (labels, last) = (labels + 1, end);
        match dot(glyphs, end) {
            Some(width) => end += width,
            None => break,
        }
    }
    let top = glyphs[..last]
        .iter()
        .rev()
        .take_while(|g| g.is_word() && !g.is_digit())
        .count();
    (labels > 1 && top > 1).then_some((from, last))
}

/// Returns the width of a dot in a domain, with the spaces around one written out.
fn dot(glyphs: &[Glyph], at: usize) -> Option<usize> {
    if glyphs.get(at).is_some_and(|g| g.c == '.') {
        return Some(1);
    }
    let gap = spaces(glyphs, at);
    let width = bracketed(glyphs, at + gap, &DOT).or_else(|| {
        let mut words = DOT.iter().filter(|word| word.len() > 1);
        let width = words.find(|word| reads(glyphs, at + gap, word))?.len();
        (gap > 0 && spaces(glyphs, at + gap + width) > 0).then_some(width)
    })?;
    Some(gap + width + spaces(glyphs, at + gap + width))
}
