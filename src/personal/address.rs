//! Street addresses, and postal codes with their place.
//!
//! In go glyphs, out come hits. A street is a word with a capital that ends as
//! streets do, with a number of at most three digits: «Storgatan 12 B», «Nils
//! Holgerssons väg 3, lgh 1102». Four digits are a year. Roads, ways and plans
//! of other kinds (riksväg 40, handlingsplan 2) are left alone, and so is a
//! street without a number: «Kungsgatans boende» is a name of a place of work.
//! A postal code is three and two digits, not from 0, before a capital: «123 45
//! Storstad».
//!
//! Not here: streets in lower case, villages and farms, boxes.

use std::ops::Range;

use super::Hit;
use super::Kind;
use super::glyph::Glyph;
use super::glyph::range;

/// Endings of streets in one word, in lower case and without accent.
const ENDINGS: [&str; 23] = [
    "gatan",
    "vägen",
    "gränden",
    "gränd",
    "stigen",
    "torget",
    "allen",
    "backen",
    "plan",
    "gata",
    "väg",
    "torg",
    "alle",
    "stig",
    "backe",
    "kajen",
    "leden",
    "esplanaden",
    "slingan",
    "brinken",
    "kroken",
    "promenaden",
    "tvären",
];
/// Words with such an ending that are no streets.
const OTHERS: &str = "riksväg länsväg europaväg motorväg järnväg landsväg huvudväg genväg omväg järnvägen \
    motorvägen cykelväg genomförandeplan vårdplan detaljplan budgetplan stödplan krisplan \
    studieplan veckoplan dagplan målplan semesterplan bemanningsplan";
/// Words before a street that belong to its name.
const BEFORE: &str =
    "norra södra östra västra stora lilla gamla nya övre nedre yttre inre sankt sankta t ta";

/// Finds addresses.
pub(super) fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut hit = |run: Range<usize>| {
        hits.push(Hit {
            range: range(&glyphs[run]),
            kind: Kind::Adress,
            certain: true,
        });
    };
    // The words on the way to this place, as far back as they can matter.
    let mut words: Vec<Range<usize>> = vec![];
    let mut at = 0;
    while at < glyphs.len() {
        let from = at;
        if glyphs[at].is_digit() {
            if let Some(place) = postal(glyphs, at) {
                hit(place);
            }
            while at < glyphs.len() && glyphs[at].is_digit() {
                at += 1;
            }
            words.clear();
        } else if is_letter(glyphs, at) {
            while is_letter(glyphs, at) {
                at += 1;
            }
            if words.len() > 4 {
                words.remove(0);
            }
            if words
                .last()
                .is_some_and(|last| !is_joined(&glyphs[last.end..from]))
            {
                words.clear();
            }
            words.push(from..at);
            if let Some(start) = street(glyphs, &words)
                && let Some(end) = house(glyphs, at)
            {
                hit(start..end);
                words.clear();
                at = end;
            }
        } else {
            at += 1;
        }
    }
}

fn is_letter(glyphs: &[Glyph], at: usize) -> bool {
    glyphs.get(at).is_some_and(|g| g.is_word() && !g.is_digit())
}

fn is_capital(glyphs: &[Glyph], at: usize) -> bool {
    glyphs.get(at).is_some_and(|g| g.c.is_uppercase())
}

/// Whether two words can belong to one name: «Lo-Johanssons», «S:t Eriks».
fn is_joined(between: &[Glyph]) -> bool {
    matches!(between, [one] if one.is_space() || matches!(one.c, '-' | ':'))
}

fn lower(run: &[Glyph]) -> String {
    run.iter().map(|g| g.lower()).collect()
}

/// Says where a street's name begins, if the last word ends one.
fn street(glyphs: &[Glyph], words: &[Range<usize>]) -> Option<usize> {
    let (last, before) = words.split_last()?;
    let run = &glyphs[last.clone()];
    // No ending is shorter than three letters, and few words end in one of these.
    if run.len() < 3
        || !matches!(
            run[run.len() - 1].lower(),
            'n' | 'd' | 't' | 'a' | 'g' | 'e'
        )
    {
        return None;
    }
    let word = lower(run);
    if !ENDINGS.iter().any(|ending| word.ends_with(ending)) {
        return None;
    }
    let capital = is_capital(glyphs, last.start);
    let whole = ENDINGS.contains(&word.as_str());
    let texts: Vec<String> = before
        .iter()
        .map(|word| lower(&glyphs[word.clone()]))
        .collect();
    let named = |at: usize| {
        is_capital(glyphs, before[at].start) || matches!(texts[at].as_str(), "t" | "ta")
    };
    let known = |at: usize| BEFORE.split_whitespace().any(|word| word == texts[at]);
    let mut first = before.len();
    if whole {
        // «Holgerssons väg», «Norra Vägen», but neither «På väg» nor «Plan 3».
        let owner = before.len().checked_sub(1)?;
        let genitive = texts[owner].ends_with(['s', 'x', 'z']) && texts[owner].len() > 3;
        if !named(owner) || !(genitive || (capital && known(owner))) {
            return None;
        }
        first = owner;
        while first > 0 && named(first - 1) {
            first -= 1;
        }
    } else {
        if !capital
            || word.ends_with("splan")
            || OTHERS.split_whitespace().any(|other| other == word)
        {
            return None;
        }
        while first > 0 && named(first - 1) && (known(first - 1) || texts[first - 1] == "s") {
            first -= 1;
        }
    }
    Some(before.get(first).map_or(last.start, |word| word.start))
}

/// Reads the number of a house after a street and says where it ends.
fn house(glyphs: &[Glyph], at: usize) -> Option<usize> {
    let gap = gap(glyphs, at);
    let mut end = number(glyphs, at + gap).filter(|_| gap > 0)?;
    end = letter(glyphs, end);
    if glyphs.get(end).is_some_and(|g| matches!(g.c, '-' | '/'))
        && let Some(to) = number(glyphs, end + 1)
    {
        end = letter(glyphs, to);
    }
    // 12,5 and 12 % are no houses.
    let next = |at: usize| glyphs.get(at).map_or(' ', |g| g.c);
    let goes_on = glyphs.get(end).is_some_and(|g| g.is_word())
        || (matches!(next(end), ',' | '.') && next(end + 1).is_ascii_digit())
        || next(end) == '%'
        || next(end + self::gap(glyphs, end)) == '%';
    (!goes_on).then(|| flat(glyphs, end))
}

/// Counts the spaces at a place, two at most.
fn gap(glyphs: &[Glyph], at: usize) -> usize {
    glyphs
        .iter()
        .skip(at)
        .take(2)
        .take_while(|g| g.is_space())
        .count()
}

/// Reads a number of one to three digits and says where it ends.
fn number(glyphs: &[Glyph], at: usize) -> Option<usize> {
    let digits = glyphs
        .iter()
        .skip(at)
        .take(4)
        .take_while(|g| g.is_digit())
        .count();
    ((1..=3).contains(&digits) && glyphs[at].c != '0').then_some(at + digits)
}

/// Takes a letter after the number of a house: «12B», «12 B», «12b».
fn letter(glyphs: &[Glyph], at: usize) -> usize {
    let gap = usize::from(glyphs.get(at).is_some_and(|g| g.c == ' '));
    let at_letter = at + gap;
    let alone = is_letter(glyphs, at_letter)
        && glyphs.get(at_letter + 1).is_none_or(|g| !g.is_word())
        && (gap == 0 || is_capital(glyphs, at_letter));
    if alone { at_letter + 1 } else { at }
}

/// Takes the number of a flat or the stairs: «, lgh 1102», «3 tr».
fn flat(glyphs: &[Glyph], at: usize) -> usize {
    let mut to = at + usize::from(glyphs.get(at).is_some_and(|g| g.c == ','));
    to += gap(glyphs, to);
    let word = |at: usize| {
        let letters = glyphs
            .iter()
            .skip(at)
            .take(12)
            .take_while(|g| g.is_word() && !g.is_digit());
        let word: String = letters.map(|g| g.lower()).collect();
        (at + word.chars().count(), word)
    };
    let digits = |at: usize| {
        at + glyphs
            .iter()
            .skip(at)
            .take(5)
            .take_while(|g| g.is_digit())
            .count()
    };
    if let (mut end, "lgh" | "lägenhet" | "apt") = (word(to).0, word(to).1.as_str()) {
        end += usize::from(glyphs.get(end).is_some_and(|g| g.c == '.'));
        end += gap(glyphs, end);
        if digits(end) > end {
            return digits(end);
        }
    }
    let floor = digits(to);
    let (end, stairs) = word(floor + gap(glyphs, floor));
    if floor > to && matches!(stairs.as_str(), "tr" | "trappor") {
        end
    } else {
        at
    }
}

/// Reads a postal code with its place.
fn postal(glyphs: &[Glyph], at: usize) -> Option<Range<usize>> {
    let code = glyphs.get(at..at + 6)?;
    let shaped = code.iter().enumerate().all(
        |(place, g)| {
            if place == 3 { g.c == ' ' } else { g.is_digit() }
        },
    );
    if !shaped || code[0].c == '0' || glyphs.get(at + 6).is_none_or(|g| g.c != ' ') {
        return None;
    }
    let from = match &glyphs[at.saturating_sub(3)..at] {
        [.., s, e, dash] if [s.c, e.c, dash.c] == ['S', 'E', '-'] => at - 3,
        [.., s, dash] if [s.c, dash.c] == ['S', '-'] => at - 2,
        [.., before] if before.is_word() => return None,
        [.., digit, mark] if digit.is_digit() && !mark.is_space() => return None,
        _ => at,
    };
    let mut end = at + 6;
    // Up to three words: «Upplands Väsby».
    for _ in 0..3 {
        let start = end + if end == at + 6 { gap(glyphs, end) } else { 1 };
        if glyphs.get(start - 1).is_none_or(|g| g.c != ' ')
            || !is_capital(glyphs, start)
            || !is_letter(glyphs, start + 1)
        {
            break;
        }
        end = start;
        while is_letter(glyphs, end) {
            end += 1;
        }
    }
    (end > at + 6).then_some(from..end)
}
