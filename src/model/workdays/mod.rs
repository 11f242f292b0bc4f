//! Which days somebody is at work: a day in, whether it is worked, and the
//! nearest day that is.
//!
//! Allmänna helgdagar follow lag (1989:253) om allmänna helgdagar and are
//! computed from Easter for any year. Nationaldagen took the place of annandag
//! pingst in 2005 (SFS 2004:1320). Saturdays are not worked, and
//! midsommarafton, julafton and nyårsafton neither, unless the nämnd says so:
//! they are no helgdagar, but no one is there. A nämnd's own days off and days
//! at work are `ivo` in namnd.yaml.

use std::collections::BTreeSet;

use chrono::Datelike;
use chrono::Days;
use chrono::NaiveDate;
use chrono::Weekday;

/// The first year with nationaldagen, and without annandag pingst.
const NATIONALDAGEN_SINCE: i32 = 2005;

/// The days at work, with a nämnd's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workdays {
    /// Days off beside the usual ones.
    pub off: BTreeSet<NaiveDate>,
    /// Days at work that otherwise would be off, such as a julafton.
    pub worked: BTreeSet<NaiveDate>,
}

impl Workdays {
    /// Returns whether a day is worked. A day that is in both lists is off.
    pub fn is_worked(&self, day: NaiveDate) -> bool {
        if self.off.contains(&day) {
            return false;
        }
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let usual = !weekend && holiday(day).is_none() && eve(day).is_none();
        usual || self.worked.contains(&day)
    }

    /// Returns the first day at work on or after a day.
    pub fn first_workday_on_or_after(&self, day: NaiveDate) -> NaiveDate {
        self.nearest(day, |day| day.checked_add_days(Days::new(1)))
    }

    /// Returns the last day at work before a day.
    pub fn last_workday_before(&self, day: NaiveDate) -> NaiveDate {
        let before = |day: NaiveDate| day.checked_sub_days(Days::new(1));
        before(day).map_or(day, |eve| self.nearest(eve, before))
    }

    /// Walks from a day to one at work. A nämnd that is off for a year on end
    /// has written something else than days off: the day itself then stands.
    fn nearest(&self, day: NaiveDate, step: impl Fn(NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
        let days = std::iter::successors(Some(day), |day| step(*day));
        let mut near = days.take(366);
        near.find(|near| self.is_worked(*near)).unwrap_or(day)
    }
}

/// Returns the name of the helgdag a day is, if it is one; of two on one day
/// the one that can move is named. Other Sundays have no name here.
pub fn holiday(day: NaiveDate) -> Option<&'static str> {
    let year = day.year();
    let after_easter = (day - easter(year)).num_days();
    let moving = match after_easter {
        -2 => Some("långfredagen"),
        0 => Some("påskdagen"),
        1 => Some("annandag påsk"),
        39 => Some("Kristi himmelsfärdsdag"),
        49 => Some("pingstdagen"),
        50 if year < NATIONALDAGEN_SINCE => Some("annandag pingst"),
        _ => None,
    };
    let saturday = day.weekday() == Weekday::Sat;
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some("nyårsdagen"),
        (1, 6) => Some("trettondedag jul"),
        (5, 1) => Some("första maj"),
        (6, 6) if year >= NATIONALDAGEN_SINCE => Some("nationaldagen"),
        (6, 20..=26) if saturday => Some("midsommardagen"),
        (10, 31) | (11, 1..=6) if saturday => Some("alla helgons dag"),
        (12, 25) => Some("juldagen"),
        (12, 26) => Some("annandag jul"),
        _ => None,
    };
    moving.or(fixed)
}

/// Returns the name of the afton that is off by custom, if a day is one.
pub fn eve(day: NaiveDate) -> Option<&'static str> {
    match (day.month(), day.day()) {
        (6, 19..=25) if day.weekday() == Weekday::Fri => Some("midsommarafton"),
        (12, 24) => Some("julafton"),
        (12, 31) => Some("nyårsafton"),
        _ => None,
    }
}

/// Returns påskdagen of a year: the Sunday after the first church full moon of
/// spring, by the Gregorian computus (Meeus, Jones and Butcher).
pub fn easter(year: i32) -> NaiveDate {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let count = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        (count / 31).unsigned_abs(),
        (count % 31 + 1).unsigned_abs(),
    )
    .expect("the computus gives a day of March or April")
}

#[cfg(test)]
mod tests;
