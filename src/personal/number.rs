//! Personnummer, samordningsnummer and temporary ids.
//!
//! In go glyphs, out come hits. Every run of groups with ten or twelve digits in
//! all is judged by its date, its check digit and how it is written:
//!
//! - *firm*: the date in one piece, then nothing, a space or a hyphen
//!   (`199001012385`, `900101-2385`, `900101+2385`; ten digits need the hyphen),
//!   or `1990-01-01-2385`. A wrong check digit makes it uncertain, not innocent:
//!   a typo is still a person's number. But `240101-1231` with a wrong digit is
//!   taken for a span of days.
//! - *plain*: spaces, hyphens or dots between century, year, month, day and
//!   number. The check digit must be right.
//! - *scattered*: single spaces anywhere. The digits must stand alone, and the
//!   check digit must be right.
//!
//! Source: folkbokföringslagen (1991:481) 18 § (form, check digit, `+` from the
//! year of the hundredth birthday) and 18 a § (samordningsnummer: day + 60).
//! Month 00 and day 60 occur in a samordningsnummer where the birth is not fully
//! known (Skatteverket's test numbers, such as 191500722390); no other change is
//! known, by the act of 2022 neither. Temporary ids: IVO on a person without
//! personnummer (`ÅÅÅÅMMDD-T123`, `ÅÅÅÅMMDD-TF10`); the other letters are those
//! of interim numbers in schools and universities.
//!
//! An organisationsnummer has at least 20 in place of the month: no date. Not
//! here: birth dates alone; the regions' own reservnummer.

use super::Hit;
use super::Kind;
use super::glyph::Glyph;
use super::glyph::range;
use super::group::Gap;
use super::group::Group;
use super::group::begins_a_date;
use super::group::groups;
use super::group::is_day;

/// Finds identity numbers and temporary ids.
pub(super) fn find(glyphs: &[Glyph], hits: &mut Vec<Hit>) {
    let groups = groups(glyphs);
    let mut hit = |from: usize, to: usize, (kind, certain)| {
        let range = range(&glyphs[from..to]);
        hits.push(Hit {
            range,
            kind,
            certain,
        });
    };
    for first in 0..groups.len() {
        let from = groups[first].from;
        // Beside other digits there are at most the five parts: century, year,
        // month, day and number.
        let most = if groups[first].before == Gap::Apart {
            12
        } else {
            5
        };
        let mut digits = Vec::with_capacity(12);
        for (last, group) in groups.iter().enumerate().skip(first).take(most) {
            if digits.len() + group.len() > 12 || (last > first && group.before == Gap::Apart) {
                break;
            }
            digits.extend(glyphs[group.from..group.to].iter().map(|g| g.digit()));
            if matches!(digits.len(), 10 | 12)
                && let Some(birth) = birth(&digits)
                && let Some(found) =
                    Written::new(glyphs, &groups, first, last, &digits).judge(birth)
            {
                hit(from, group.to, found);
            }
        }
        if let Some((to, found)) = temporary(glyphs, &groups[first..]) {
            hit(from, to, found);
        }
    }
}

/// Says what ten or twelve digits are that are meant as a person's: the kind of
/// number and whether its check digit is right.
pub(crate) fn identity(digits: &[u32]) -> Option<(Kind, bool)> {
    if !matches!(digits.len(), 10 | 12) {
        return None;
    }
    let (kind, _) = birth(digits)?;
    Some((kind, luhn(&digits[digits.len() - 10..])))
}

/// Ten or twelve digits as they are written.
struct Written<'a> {
    glyphs: &'a [Glyph],
    digits: &'a [u32],
    /// The groups that hold the digits.
    inside: &'a [Group],
    /// The last of them and all that follow.
    rest: &'a [Group],
    /// The gaps before the first and after the last.
    around: [Gap; 2],
    /// The gaps before year, month, day and number.
    gaps: [Option<Gap>; 4],
}

impl<'a> Written<'a> {
    fn new(
        glyphs: &'a [Glyph],
        groups: &'a [Group],
        first: usize,
        last: usize,
        digits: &'a [u32],
    ) -> Self {
        let inside = &groups[first..=last];
        let mut before = [None; 12];
        let mut place = 0;
        for pair in inside.windows(2) {
            place += pair[0].len();
            before[place] = Some(pair[1].before);
        }
        let century = digits.len() - 10;
        Self {
            glyphs,
            digits,
            inside,
            rest: &groups[last..],
            around: [
                groups[first].before,
                groups
                    .get(last + 1)
                    .map_or(Gap::Apart, |group| group.before),
            ],
            gaps: [0, 2, 4, 6].map(|place| before[century + place]),
        }
    }

    /// Says what the digits are, if they are a person's, and whether for certain.
    fn judge(&self, (kind, whole): (Kind, bool)) -> Option<(Kind, bool)> {
        let one_piece = self.inside.len() == 1;
        if self.follows_a_plus()
            || (self.is_phone() && one_piece && kind == Kind::Samordningsnummer)
        {
            return None;
        }
        let [_, month, day, number] = self.gaps;
        let split = month.or(day).is_some();
        let known = self.gaps.iter().flatten().count() == self.inside.len() - 1;
        let sound = luhn(&self.digits[self.digits.len() - 10..]);
        if !known || (split && number.is_none()) {
            return (sound && self.is_scattered()).then_some((kind, true));
        }
        let tied = self.around.iter().any(|gap| matches!(gap, Gap::Tight(_)));
        let plain =
            self.has_date_marks() && !(split && tied) && !begins_a_date(self.glyphs, self.rest);
        let firm = whole && self.is_firm(split) && !self.is_span();
        (plain && (sound || firm)).then_some((kind, sound))
    }

    fn has_century(&self) -> bool {
        self.digits.len() == 12
    }

    /// Whether it begins as telephone numbers do.
    fn is_phone(&self) -> bool {
        !self.has_century() && self.digits[0] == 0 && self.digits[1] > 0
    }

    /// Whether it is what follows in `+46 …`.
    fn follows_a_plus(&self) -> bool {
        let start = self.inside[0].from;
        self.around[0] == Gap::Apart && start > 0 && self.glyphs[start - 1].c == '+'
    }

    /// Whether the marks in the date are those of a date: 90-01-01, 1990-0101,
    /// but neither 2024/0101 (a diarienummer) nor 08-1212 (a telephone).
    fn has_date_marks(&self) -> bool {
        let [century, month, day, _] = self.gaps.map(|gap| gap.and_then(Gap::mark));
        let date = match (month, day) {
            (None, None) => true,
            (Some(one), Some(two)) => one == two && one != '+',
            (Some(one), None) | (None, Some(one)) => self.has_century() && matches!(one, '-' | '.'),
        };
        date && matches!(century, None | Some('-' | '.'))
    }

    /// Whether it looks like a number even if the check digit is wrong.
    fn is_firm(&self, split: bool) -> bool {
        let [century, month, day, number] = self.gaps;
        if split {
            let iso = [month, day, number] == [Some(Gap::Tight('-')); 3];
            return iso && century.is_none() && self.has_century();
        }
        match number {
            None | Some(Gap::Space) => self.has_century(),
            Some(gap) => gap.is_hyphen(),
        }
    }

    /// Whether it can be `240101-1231`, the first to the last day of a year.
    fn is_span(&self) -> bool {
        let ten = &self.digits[self.digits.len() - 10..];
        self.gaps[3].and_then(Gap::mark) == Some('-')
            && is_day(ten[6] * 10 + ten[7], ten[8] * 10 + ten[9])
            && ten[6..] > ten[2..6]
    }

    /// Whether there are single spaces only, but for a hyphen before the number,
    /// no other digits beside, and nothing else that groups digits so.
    fn is_scattered(&self) -> bool {
        let hyphen = self.gaps[3].is_some_and(Gap::is_hyphen);
        let gaps = || self.inside[1..].iter().map(|group| group.before);
        let spaces = gaps().filter(|gap| *gap == Gap::Space).count();
        let first = self.inside[0].len();
        let sizes = || self.inside.iter().map(|group| group.len());
        // 1 234 567 890
        let counted = sizes().skip(1).all(|size| size == 3);
        // 202310 202312
        let calendar = self.inside.iter().all(|group| {
            matches!(group.len(), 4 | 6) && (1900..2100).contains(&group.value(self.glyphs))
        });
        // 12 3 14 5: a row of a table.
        let row = sizes().all(|size| size < 3) && sizes().any(|size| size != first);
        let other = counted || calendar || row || (self.is_phone() && first > 1);
        self.around == [Gap::Apart; 2]
            && spaces + usize::from(hyphen) == self.inside.len() - 1
            && (hyphen || !other)
    }
}

/// Reads the date: the kind of number, and whether the date is whole.
fn birth(digits: &[u32]) -> Option<(Kind, bool)> {
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    let century = digits.len() - 10;
    if century > 0 && !(1850..2100).contains(&(two(0) * 100 + two(2))) {
        return None;
    }
    let [year, month, day] = [two(century), two(century + 2), two(century + 4)];
    // A year of two digits stands for several, of which 2000 is a leap year.
    let leap = year.is_multiple_of(4) && (year > 0 || century == 0 || two(0) == 20);
    let fits = |day| is_day(month, day) && (leap || (month, day) != (2, 29));
    match day {
        1..=31 => fits(day).then_some((Kind::Personnummer, true)),
        60..=91 if month == 0 || (month <= 12 && day == 60) => {
            Some((Kind::Samordningsnummer, false))
        }
        61..=91 => fits(day - 60).then_some((Kind::Samordningsnummer, true)),
        _ => None,
    }
}

/// Whether ten digits have the right check digit: every other digit doubled, the
/// sum of all figures a whole ten.
fn luhn(ten: &[u32]) -> bool {
    let weighed = ten.iter().enumerate().map(|(at, digit)| {
        let product = digit * if at.is_multiple_of(2) { 2 } else { 1 };
        product / 10 + product % 10
    });
    weighed.sum::<u32>().is_multiple_of(10)
}

/// Reads a date followed by `T123`, `TF10`, another interim letter or `XXXX`, and
/// says where it ends.
fn temporary(glyphs: &[Glyph], groups: &[Group]) -> Option<(usize, (Kind, bool))> {
    let size = match groups.first()?.len() {
        6 | 8 => 1,
        4 if begins_a_date(glyphs, groups) && groups[2].before == Gap::Tight('-') => 3,
        _ => return None,
    };
    let end = groups[size - 1].to;
    let date = glyphs[groups[0].from..end].iter().filter(|g| g.is_digit());
    let digits: Vec<u32> = date.map(|g| g.digit()).chain([0; 4]).collect();
    let (kind, _) = birth(&digits)?;
    let gap = glyphs[end..]
        .iter()
        .take(3)
        .take_while(|g| g.is_space() || g.c == '-');
    let hyphen = gap.clone().any(|g| g.c == '-');
    let from = end + gap.count();
    // «TF 10» too, after a hyphen.
    let most = if hyphen { 7 } else { 4 };
    let visible = glyphs
        .iter()
        .enumerate()
        .skip(from)
        .take(most)
        .filter(|(_, g)| !g.is_space());
    let (places, id): (Vec<usize>, Vec<Glyph>) = visible.take(4).unzip();
    let to = *places.get(3)? + 1;
    let spaced = to > from + 4;
    if glyphs.get(to).is_some_and(|g| g.is_word()) {
        return None;
    }
    let digits = id.iter().rev().take_while(|g| g.is_digit()).count();
    let hidden = id.iter().all(|g| matches!(g.c, 'x' | 'X' | '*' | '#'));
    let found = match id[0].c.to_ascii_uppercase() {
        'T' if digits == 3 || (digits == 2 && id[1].is_word()) => {
            (hyphen || size == 1).then_some((Kind::TillfalligtId, true))
        }
        'J'..='N' | 'R' | 'S' | 'U' | 'W' | 'X' if digits == 3 && !spaced => {
            hyphen.then_some((Kind::TillfalligtId, true))
        }
        _ => (hidden && hyphen && !spaced).then_some((kind, false)),
    };
    found.map(|found| (to, found))
}
