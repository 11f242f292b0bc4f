//! The two axes: steps of the scale, and quarters with their years. In: the
//! greatest value, or the quarters and where they stand. Out: whole steps, or
//! texts that do not touch.

use crate::chart::canvas::Anchor;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::Mark;
use crate::chart::size::AXIS;
use crate::chart::size::HAIRLINE;
use crate::chart::size::pt;
use crate::chart::style::BASE;
use crate::chart::style::SOFT;
use crate::chart::text::clean;

/// A scale from nought to a whole number of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// From one line of the grid to the next.
    pub(super) step: u64,
    /// The last line.
    pub(super) top: u64,
}

impl Scale {
    /// Returns the finest scale with at most this many steps.
    pub(super) fn over(greatest: u32, most: u64) -> Self {
        // An axis from 0 to 1 would have no step to compare with.
        let greatest = u64::from(greatest.max(2));
        let step = (0..11)
            .flat_map(|power| {
                let ten = 10_u64.pow(power);
                // 2.5 is no whole number, 25 is.
                let quarter = (ten > 1).then_some(ten / 2 * 5);
                [Some(ten), Some(2 * ten), quarter, Some(5 * ten)]
            })
            .flatten()
            .find(|step| step * most >= greatest)
            .expect("ten to the eleventh is more than any u32");
        Self {
            step,
            top: greatest.div_ceil(step) * step,
        }
    }

    /// Returns the share of a length that a value takes, from nought.
    pub(super) fn length(self, value: u32, of: i32) -> i32 {
        share(u64::from(value), self.top, of)
    }
}

/// Returns a part of a length: `value` of `all`, rounded.
pub(super) fn share(value: u64, all: u64, length: i32) -> i32 {
    let length = u128::try_from(length).expect("a length is not negative");
    let (value, all) = (u128::from(value), u128::from(all.max(1)));
    i32::try_from((value * length + all / 2) / all).expect("a part is no longer than the whole")
}

/// A quarter as it is told apart: year and number, or the text as given.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Named {
    /// A year and a number from 1 to 4.
    Quarter(String, String),
    /// Something else.
    Other(String),
}

/// Writes the quarters under a chart and returns where the text ends.
///
/// As crowding grows: «Kv 1» under each, then only the number, then years.
pub(super) fn quarters(canvas: &mut Canvas, names: &[String], xs: &[i32], bottom: i32) -> i32 {
    let named: Vec<Named> = names.iter().map(|name| parse(name)).collect();
    let pitch = xs.windows(2).map(|w| w[1] - w[0]).min().unwrap_or(pt(400));
    let first = bottom + pt(50) + AXIS.height();
    let second = first + AXIS.leading();
    let short = |n: &Named| match n {
        Named::Quarter(_, number) => number.clone(),
        Named::Other(text) => text.clone(),
    };
    let long = |n: &Named| match n {
        Named::Quarter(_, number) => format!("Kv {number}"),
        Named::Other(text) => text.clone(),
    };
    let fits = |texts: &[String]| texts.iter().all(|text| AXIS.width(text) + pt(40) <= pitch);
    let longs: Vec<String> = named.iter().map(long).collect();
    let shorts: Vec<String> = named.iter().map(short).collect();
    let mut years = years(&named, xs);
    if fits(&longs) || fits(&shorts) {
        let texts = if fits(&longs) {
            longs
        } else {
            // The word once, before the row of numbers.
            if let [Named::Quarter(..), ..] = named.as_slice() {
                let at = (xs[0] - pt(50), first);
                canvas.write("Kv", at, Anchor::End, AXIS, SOFT);
            }
            shorts
        };
        for (text, x) in texts.iter().zip(xs) {
            canvas.write(text, (*x, first), Anchor::Middle, AXIS, SOFT);
        }
        for year in &mut years {
            year.middle = year.first;
        }
        for (text, x) in apart(&years) {
            canvas.write(&text, (x, second), Anchor::Middle, AXIS, SOFT);
        }
        return if years.is_empty() { first } else { second } + AXIS.depth();
    }
    if years.is_empty() {
        for (text, x) in apart(&every(&shorts, xs)) {
            canvas.write(&text, (x, first), Anchor::Middle, AXIS, SOFT);
        }
        return first + AXIS.depth();
    }
    for (text, x) in apart(&years) {
        canvas.write(&text, (x, first), Anchor::Middle, AXIS, SOFT);
    }
    for year in &years {
        // A tick where a year begins, half a quarter before its first point.
        let x = year.first - pitch / 2;
        canvas.add(Mark::Stroke(
            vec![(x, bottom), (x, bottom + pt(30))],
            HAIRLINE,
            BASE,
        ));
    }
    first + AXIS.depth()
}

/// A text that wants a place under the axis.
#[derive(Debug, Clone)]
struct Wish {
    text: String,
    first: i32,
    middle: i32,
    points: usize,
}

/// Returns the years, each with where it begins and its middle.
fn years(named: &[Named], xs: &[i32]) -> Vec<Wish> {
    let mut years: Vec<Wish> = Vec::new();
    for (name, x) in named.iter().zip(xs) {
        let Named::Quarter(year, _) = name else {
            continue;
        };
        match years.last_mut() {
            Some(last) if last.text == *year => {
                last.middle = i32::midpoint(last.first, *x);
                last.points += 1;
            }
            _ => years.push(Wish {
                text: year.clone(),
                first: *x,
                middle: *x,
                points: 1,
            }),
        }
    }
    years
}

/// Returns each text at its own point.
fn every(texts: &[String], xs: &[i32]) -> Vec<Wish> {
    texts
        .iter()
        .zip(xs)
        .map(|(text, x)| Wish {
            text: text.clone(),
            first: *x,
            middle: *x,
            points: 1,
        })
        .collect()
}

/// Returns the texts that can stand without touching, fuller years first.
fn apart(wishes: &[Wish]) -> Vec<(String, i32)> {
    let mut order: Vec<&Wish> = wishes.iter().collect();
    order.sort_by_key(|wish| std::cmp::Reverse(wish.points));
    let mut set: Vec<(String, i32)> = Vec::new();
    for wish in order {
        let wide = |text: &str| AXIS.width(text) / 2 + pt(20);
        let free =
            |(text, x): &(String, i32)| (x - wish.middle).abs() >= wide(text) + wide(&wish.text);
        if set.iter().all(free) {
            set.push((wish.text.clone(), wish.middle));
        }
    }
    set
}

/// Reads a quarter: a year of four digits and a number from 1 to 4, in any
/// dress («2023-Q4», «Kv 4 2023»).
fn parse(name: &str) -> Named {
    let digits: Vec<&str> = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let (year, number) = match digits.as_slice() {
        [a, b] if a.len() == 4 => (a, b),
        [a, b] => (b, a),
        _ => return Named::Other(clean(name)),
    };
    if year.len() == 4 && matches!(*number, "1" | "2" | "3" | "4") {
        Named::Quarter((*year).to_owned(), (*number).to_owned())
    } else {
        Named::Other(clean(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_have_whole_and_round_steps() {
        #[track_caller]
        fn case(greatest: u32, step: u64, top: u64) {
            assert_eq!(Scale::over(greatest, 4), Scale { step, top });
        }
        case(0, 1, 2);
        case(1, 1, 2);
        case(3, 1, 3);
        case(5, 2, 6);
        case(9, 5, 10);
        case(18, 5, 20);
        case(88, 25, 100);
        case(101, 50, 150);
        case(250, 100, 300);
        case(1000, 250, 1000);
        case(u32::MAX, 2_000_000_000, 6_000_000_000);
    }

    #[test]
    fn quarters_are_read_in_any_dress() {
        #[track_caller]
        fn case(name: &str, expected: Named) {
            assert_eq!(parse(name), expected);
        }
        let q4 = || Named::Quarter("2023".to_owned(), "4".to_owned());
        case("2023-Q4", q4());
        case("Kv 4 2023", q4());
        case("kvartal 4, 2023", q4());
        case("Kv 4", Named::Other("Kv 4".to_owned()));
        case("2023-Q5", Named::Other("2023-Q5".to_owned()));
        case("2023-12-31", Named::Other("2023-12-31".to_owned()));
    }

    #[test]
    fn quarters_never_touch() {
        for count in 1..=40 {
            for pitch in [60, 100, 130, 200, 400, 900, 2000] {
                let names: Vec<String> = (3..3 + count)
                    .map(|i| format!("{}-Q{}", 2013 + i / 4, i % 4 + 1))
                    .collect();
                let xs: Vec<i32> = (0..count).map(|i| 1000 + i * pitch).collect();
                let mut canvas = Canvas::default();
                let end = quarters(&mut canvas, &names, &xs, 0);
                assert_eq!(canvas.touching(), Vec::<String>::new(), "{count} {pitch}");
                assert!(end > 0);
            }
        }
    }
}
