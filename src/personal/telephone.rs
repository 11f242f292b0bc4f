//! Telephone numbers.
//!
//! In go glyphs, out come hits. A Swedish number is 0, an area code and the
//! subscriber's number, eight to ten digits in all, ten for a mobile (PTS's
//! numbering plan); or +46 without the 0. What else begins with 0 is a date, a
//! time or part of a diarienummer, told apart by the sizes of the groups and the
//! marks between them. Foreign numbers count from their `+`.
//!
//! Not here: short numbers (112, 1177, 114 14), which are nobody's.

use super::Hit;
use super::Kind;
use super::glyph::Glyph;
use super::glyph::range;

/// Finds telephone numbers.
pub(super) fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let mut free = 0;
    for at in 0..glyphs.len() {
        if matches!(glyphs[at].c, '0' | '+')
            && at >= free
            && glyphs.get(at + 1).is_some_and(|g| g.is_digit())
            && may_start(glyphs, at, free)
            && let Some((from, to)) = telephone(glyphs, at)
        {
            free = to;
            hits.push(Hit {
                range: range(&glyphs[from..to]),
                kind: Kind::Telefon,
                certain: true,
            });
        }
    }
}

/// Whether a telephone number may begin here: not inside a word, a date or a
/// diarienummer. What was before `free` is a telephone number already.
fn may_start(glyphs: &[Glyph], at: usize, free: usize) -> bool {
    if at == 0 || at == free || glyphs[at].c == '+' {
        return true;
    }
    let before = glyphs[at - 1];
    let joined = matches!(before.c, '-' | '.' | ',' | '/' | ':' | '_' | '+');
    let digit = at > 1 && at - 1 != free && glyphs[at - 2].is_digit();
    !(before.is_word() || before.c == '+' || (joined && digit))
}

/// Groups of digits as a telephone number has them.
struct Number {
    digits: Vec<u32>,
    /// How many digits there are up to the end of each group, and where it ends.
    ends: Vec<(usize, usize)>,
    /// The mark before each group but the first.
    marks: Vec<char>,
}

/// Reads a telephone number and says where it begins and ends.
fn telephone(glyphs: &[Glyph], at: usize) -> Option<(usize, usize)> {
    let plus = glyphs[at].c == '+';
    let number = read(glyphs, if plus { at + 1 } else { at });
    let after_digits = at > 1 && glyphs[at - 1].is_space() && glyphs[at - 2].is_digit();
    for (last, (count, end)) in number.ends.iter().enumerate().rev() {
        let digits = &number.digits[..*count];
        let ends = &number.ends[..=last];
        let marks = &number.marks[..last];
        let abroad = match (plus, digits) {
            (true, digits) => Some(digits),
            (false, [0, 0, rest @ ..]) => Some(rest),
            (false, _) => None,
        };
        // +100 000 000, 1.5e+10
        let money = ends[0].0 < 4 && is_counted(ends);
        let abroad_fits = |digits: &[u32]| {
            plus && digits[0] > 0
                && (9..=15).contains(&digits.len())
                && !(at > 0 && glyphs[at - 1].is_word())
        };
        let fits = match abroad {
            Some([4, 6, 0, rest @ ..] | [4, 6, rest @ ..]) => (7..=9).contains(&rest.len()),
            Some(digits) => abroad_fits(digits) && !money && !marks.contains(&'.'),
            // 1 014–79 546 014 is two sums.
            None => is_national(digits, ends, marks) && !(after_digits && is_counted(&ends[1..])),
        };
        if fits {
            let open = at > 0 && glyphs[at - 1].c == '(' && marks.contains(&')');
            return Some((at - usize::from(open), *end));
        }
    }
    None
}

fn read(glyphs: &[Glyph], from: usize) -> Number {
    let mut number = Number {
        digits: vec![],
        ends: vec![],
        marks: vec![],
    };
    let mut at = from;
    loop {
        while let Some(glyph) = glyphs.get(at).filter(|g| g.is_digit()) {
            number.digits.push(glyph.digit());
            at += 1;
            if number.digits.len() > 17 {
                return number;
            }
        }
        number.ends.push((number.digits.len(), at));
        let between = glyphs[at..].iter().take(4).take_while(|g| !g.is_digit());
        let Some(mark) = mark(between.clone().map(|g| g.c)) else {
            return number;
        };
        at += between.count();
        if glyphs.get(at).is_none_or(|g| !g.is_digit()) {
            return number;
        }
        number.marks.push(mark);
    }
}

/// Reads what stands between two groups: spaces, one mark, parentheses.
fn mark(between: impl Iterator<Item = char>) -> Option<char> {
    let mut mark = ' ';
    let mut breaks = 0;
    for c in between {
        match c {
            ' ' => {}
            '\n' if breaks == 0 => breaks = 1,
            '(' | ')' if mark == ' ' => mark = c,
            '-' | '/' | '.' if matches!(mark, ' ' | ')') => {
                mark = if mark == ' ' { c } else { ')' }
            }
            _ => return None,
        }
    }
    Some(mark)
}

/// Whether digits are grouped as in 1 000 000.
fn is_counted(ends: &[(usize, usize)]) -> bool {
    ends.len() > 1 && ends.windows(2).all(|pair| pair[1].0 - pair[0].0 == 3)
}

/// Whether digits are a Swedish number with its area code.
fn is_national(digits: &[u32], ends: &[(usize, usize)], marks: &[char]) -> bool {
    let [0, 1..=9, ..] = digits else {
        return false;
    };
    let mobile = digits[1] == 7 && matches!(digits[2..], [0 | 2 | 3 | 6 | 9, ..]);
    let count = digits.len();
    if count > 10 || (mobile && count != 10) {
        return false;
    }
    let area = ends[0].0;
    let [first, others @ ..] = marks else {
        return count > 8; // Eight digits in one piece are a date.
    };
    let fits = match area {
        2 => digits[1] == 8 && count >= 8,
        3 => count >= 8,
        4 => count >= 9,
        // 070123 45 67
        _ => mobile,
    };
    let sizes: Vec<usize> = ends.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
    let grouped = match sizes.as_slice() {
        [one] => (5..=8).contains(one) || area > 4,
        several => several.iter().all(|size| (2..=4).contains(size)),
    };
    let marked = match first {
        '.' => others.iter().all(|mark| *mark == '.') && count > 8,
        '-' if mobile => others.iter().all(|mark| matches!(mark, ' ' | '-')),
        '-' => others.iter().all(|mark| *mark == ' ') || others.iter().all(|mark| *mark == '-'),
        '/' => others.iter().all(|mark| *mark == ' ') && count > 8,
        ' ' | ')' => others.iter().all(|mark| *mark == ' '),
        _ => false,
    };
    // 08-12-2023 is a day, 08-16 2023 opening hours; 08.00 is a time.
    let year = ends.windows(2).any(|pair| {
        pair[1].0 - pair[0].0 == 4
            && matches!(digits[pair[0].0..pair[1].0], [1, 9, ..] | [2, 0, ..])
    });
    fits && grouped && marked && (mobile || (!year && digits.get(area) != Some(&0)))
}
