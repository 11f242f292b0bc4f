//! From one figure to another.
//!
//! A percentage is told only on a base of ten or more: on a smaller one a
//! single beslut moves it by more than ten points.

use crate::narrate::number::Numbers;
use crate::narrate::number::percent;
use crate::narrate::number::tenths;

/// The least base for a percentage.
const LEAST_BASE: u32 = 10;

/// The least figure that is said to double or halve: from one to two is one more.
const LEAST_MULTIPLE: u32 = 3;

/// Returns how a figure compares with an earlier one, after a noun in plural:
/// «lika många som», «sju färre än», «fyra fler än».
pub fn compared(from: u32, to: u32, numbers: Numbers) -> String {
    match from.abs_diff(to) {
        0 => "lika många som".to_owned(),
        n => {
            let word = if to > from { "fler" } else { "färre" };
            // A difference told beside a figure is a figure as well.
            format!("{} {word} än", numbers.among(&[n, from, to]).neuter(n))
        }
    }
}

/// Returns what has happened to a number of things, as a participle: «ökat från
/// 23 till 31, en ökning med 34,8 %», «fördubblats, från 5 till 10»,
/// «legat kvar på 3».
pub fn course(from: u32, to: u32, numbers: Numbers) -> String {
    let counts = numbers.among(&[from, to]);
    let (a, b) = (counts.neuter(from), counts.neuter(to));
    let rate = |word: &str| {
        if from < LEAST_BASE {
            return String::new();
        }
        format!(
            ", en {word} med {}",
            percent(tenths(from.abs_diff(to), from))
        )
    };
    match (from, to) {
        (from, to) if from == to => format!("legat kvar på {b}"),
        (0, _) => format!("ökat från {a} till {b}"),
        (_, 0) => format!("minskat från {a} till {b}"),
        (from, to) if from >= LEAST_MULTIPLE && to == 2 * from => {
            format!("fördubblats, från {a} till {b}")
        }
        (from, to) if from >= LEAST_MULTIPLE && to == 3 * from => {
            format!("tredubblats, från {a} till {b}")
        }
        (from, to) if to >= LEAST_MULTIPLE && from == 2 * to => {
            format!("halverats, från {a} till {b}")
        }
        (from, to) if to > from => format!("ökat från {a} till {b}{}", rate("ökning")),
        _ => format!("minskat från {a} till {b}{}", rate("minskning")),
    }
}

/// Returns the change by itself: «en ökning med 35,7 %», «en minskning med
/// tre», «en fördubbling», «samma antal».
pub fn net(from: u32, to: u32, numbers: Numbers) -> String {
    let word = if to > from { "ökning" } else { "minskning" };
    match (from, to) {
        (from, to) if from == to => "samma antal".to_owned(),
        (from, to) if from >= LEAST_MULTIPLE && to == 2 * from => "en fördubbling".to_owned(),
        (from, to) if to >= LEAST_MULTIPLE && from == 2 * to => "en halvering".to_owned(),
        (from, _) if from >= LEAST_BASE => {
            format!("en {word} med {}", percent(tenths(from.abs_diff(to), from)))
        }
        _ => {
            let difference = from.abs_diff(to);
            format!(
                "en {word} med {}",
                numbers.among(&[from, to, difference]).neuter(difference)
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(from: u32, to: u32, said: &str) {
        assert_eq!(course(from, to, Numbers::default()), said);
    }

    #[test]
    fn courses_are_told_as_people_tell_them() {
        case(23, 31, "ökat från 23 till 31, en ökning med 34,8\u{202f}%");
        case(
            64,
            57,
            "minskat från 64 till 57, en minskning med 10,9\u{202f}%",
        );
        case(5, 10, "fördubblats, från fem till tio");
        case(4, 7, "ökat från fyra till sju");
        case(
            10,
            4,
            "minskat från tio till fyra, en minskning med 60\u{202f}%",
        );
        case(12, 6, "halverats, från tolv till sex");
        case(4, 12, "tredubblats, från fyra till tolv");
        case(3, 3, "legat kvar på tre");
        case(0, 3, "ökat från noll till tre");
        case(3, 0, "minskat från tre till noll");
        case(9, 13, "ökat från 9 till 13");
    }

    #[test]
    fn comparisons_agree() {
        let say = |a, b| compared(a, b, Numbers::default());
        assert_eq!(say(88, 88), "lika många som");
        assert_eq!(say(64, 57), "7 färre än");
        assert_eq!(say(4, 3), "ett färre än");
        assert_eq!(say(2, 6), "fyra fler än");
    }
}
