//! Digits in groups, with the gaps between them.
//!
//! In go glyphs, out come the groups of digits side by side and how each is
//! joined to the one before. Two groups further apart than a line break with its
//! margin, or with anything but spaces and one mark between them, are not
//! joined.

use super::glyph::Glyph;

/// How a group of digits is joined to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Not at all.
    Apart,
    /// By one space or line break.
    Space,
    /// By several.
    Wide,
    /// By a mark with space around it.
    Mark(char),
    /// By a mark alone.
    Tight(char),
}

impl Gap {
    /// Returns the mark, if there is one.
    pub(super) fn mark(self) -> Option<char> {
        match self {
            Self::Mark(c) | Self::Tight(c) => Some(c),
            Self::Apart | Self::Space | Self::Wide => None,
        }
    }

    /// Whether the mark is what stands before the last four digits in law.
    pub(super) fn is_hyphen(self) -> bool {
        matches!(self.mark(), Some('-' | '+'))
    }
}

/// Digits side by side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    /// The first glyph.
    pub(super) from: usize,
    /// The glyph after the last.
    pub(super) to: usize,
    /// How it is joined to the group before.
    pub(super) before: Gap,
}

impl Group {
    /// Returns the number of digits.
    pub(super) fn len(self) -> usize {
        self.to - self.from
    }

    /// Returns the value of its first four digits.
    pub(super) fn value(self, glyphs: &[Glyph]) -> u32 {
        let digits = glyphs[self.from..self.to].iter().take(4);
        digits.fold(0, |sum, glyph| sum * 10 + glyph.digit())
    }
}

/// Returns the groups of digits.
pub(super) fn groups(glyphs: &[Glyph]) -> Vec<Group> {
    let mut list: Vec<Group> = vec![];
    let mut at = 0;
    while at < glyphs.len() {
        let from = at;
        while at < glyphs.len() && glyphs[at].is_digit() {
            at += 1;
        }
        if at > from {
            let before = list
                .last()
                .map_or(Gap::Apart, |last| gap(&glyphs[last.to..from]));
            let to = at;
            list.push(Group { from, to, before });
        }
        at += 1;
    }
    list
}

/// Reads what stands between two groups.
fn gap(between: &[Glyph]) -> Gap {
    // A line break may be followed by the margin of the next line.
    let breaks = between.iter().take(20).filter(|g| g.c == '\n').count();
    if between.len() > 4 + breaks * 8 || breaks > 1 {
        return Gap::Apart;
    }
    let marks: Vec<char> = between
        .iter()
        .filter(|g| !g.is_space())
        .map(|g| g.c)
        .collect();
    match marks.as_slice() {
        [] if between.len() == 1 => Gap::Space,
        [] => Gap::Wide,
        // `--` is how a dash is typed.
        [mark @ ('-' | '+' | '.' | '/' | '_' | ':' | '·' | '~')] | [mark @ '-', '-'] => {
            let tight = between.len() == marks.len();
            if tight {
                Gap::Tight(*mark)
            } else {
                Gap::Mark(*mark)
            }
        }
        _ => Gap::Apart,
    }
}

/// Whether a month has the day in some year.
pub(super) fn is_day(month: u32, day: u32) -> bool {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=longest).contains(&day)
}

/// Whether groups begin with `2023-12-31`, whatever the mark.
pub(super) fn begins_a_date(glyphs: &[Glyph], groups: &[Group]) -> bool {
    let [year, month, day, ..] = groups else {
        return false;
    };
    [year.len(), month.len(), day.len()] == [4, 2, 2]
        && month.before == day.before
        && month.before.mark().is_some()
        && is_day(month.value(glyphs), day.value(glyphs))
}
