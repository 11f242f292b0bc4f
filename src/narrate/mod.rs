//! Published figures in, Swedish out. Every sentence that depends on a number
//! is here and nowhere else.

use chrono::Datelike;
use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::quarter::Quarter;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::protect::Published;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// Returns a day in running text: «den 31 december 2023».
pub fn day(day: NaiveDate) -> String {
    format!(
        "den {}\u{a0}{} {}",
        day.day(),
        MONTHS[day.month0() as usize],
        day.year()
    )
}

/// Returns the period: «den 1 oktober–31 december 2023».
pub fn period(quarter: Quarter) -> String {
    let (first, last) = (quarter.first_day(), quarter.last_day());
    format!(
        "den {}\u{a0}{}–{}\u{a0}{} {}",
        first.day(),
        MONTHS[first.month0() as usize],
        last.day(),
        MONTHS[last.month0() as usize],
        last.year()
    )
}

/// Returns the quarter in running text: «kvartal 4 2023».
pub fn quarter(quarter: Quarter) -> String {
    format!("kvartal\u{a0}{} {}", quarter.number(), quarter.year())
}

/// Returns acts in running text: «SoL och LSS».
pub fn acts(acts: &[Act]) -> String {
    acts.iter()
        .map(|act| act.name())
        .collect::<Vec<_>>()
        .join(" och ")
}

/// Returns a count of neuter things, with the noun for it: «inga beslut», «ett
/// beslut», «57 beslut».
fn beslut(count: u32, attribute: (&str, &str)) -> String {
    match count {
        0 => format!("inga {}beslut", attribute.1),
        1 => format!("ett {}beslut", attribute.0),
        n => format!("{n}\u{a0}{}beslut", attribute.1),
    }
}

/// Returns the sentences on the whole quarter.
pub fn totals(published: &Published) -> Vec<String> {
    let get = |measure| published.cells.get(&Key::total(measure)).shown();
    let mut sentences = vec![];
    let reported = get(Measure::Reported);
    if let Some(reported) = reported {
        sentences.push(format!(
            "Under kvartalet rapporterades {}.",
            beslut(reported, ("", ""))
        ));
    }
    if reported.is_some_and(|reported| reported > 0) {
        sentences.extend(outcomes(
            reported.unwrap_or(0),
            get(Measure::Executed),
            get(Measure::Closed),
            get(Measure::Ended),
        ));
    }
    if let Some(remaining) = get(Measure::Remaining) {
        let what = beslut(remaining, ("ej verkställt ", "ej verkställda "));
        sentences.push(format!("Vid kvartalets slut återstod {what}."));
        if remaining > 1 {
            sentences.extend(remaining_split(published));
        }
    }
    sentences
}

fn outcomes(
    reported: u32,
    executed: Option<u32>,
    closed: Option<u32>,
    ended: Option<u32>,
) -> Option<String> {
    let of_them = if reported == 1 { "Det" } else { "Av dem" };
    match (executed, closed, ended) {
        (Some(0), Some(0), _) => Some("Inget beslut verkställdes eller avslutades.".to_owned()),
        (Some(1), Some(0), _) if reported == 1 => Some("Det verkställdes.".to_owned()),
        (Some(0), Some(1), _) if reported == 1 => Some("Det avslutades.".to_owned()),
        (Some(executed), Some(0), _) => Some(format!(
            "{of_them} verkställdes {} och inget avslutades.",
            one(executed)
        )),
        (Some(0), Some(closed), _) => Some(format!(
            "{of_them} avslutades {} och inget verkställdes.",
            one(closed)
        )),
        (Some(executed), Some(closed), _) => Some(format!(
            "{of_them} verkställdes {} och avslutades {}.",
            one(executed),
            one(closed)
        )),
        (_, _, Some(0)) => Some("Inget beslut verkställdes eller avslutades.".to_owned()),
        (_, _, Some(1)) if reported == 1 => Some("Det verkställdes eller avslutades.".to_owned()),
        (_, _, Some(ended)) => Some(format!(
            "{of_them} verkställdes eller avslutades {}.",
            one(ended)
        )),
        _ => None,
    }
}

/// Returns a count that stands for neuter things: «ett», «18».
fn one(count: u32) -> String {
    if count == 1 {
        "ett".to_owned()
    } else {
        count.to_string()
    }
}

fn remaining_split(published: &Published) -> Vec<String> {
    let remaining = Key::total(Measure::Remaining);
    let get = |key: Key| published.cells.get(&key).shown();
    let mut sentences = vec![];
    let sexes = (
        get(remaining.clone().of_sex(Sex::Man)),
        get(remaining.clone().of_sex(Sex::Kvinna)),
        get(remaining.clone().of_age(Age::Barn)),
    );
    if let (Some(men), Some(women), children) = sexes {
        let children = match children {
            None => String::new(),
            Some(0) => "; inget gäller ett barn".to_owned(),
            Some(1) => "; ett gäller ett barn".to_owned(),
            Some(n) => format!("; {n} gäller barn"),
        };
        sentences.push(format!(
            "Av dem gäller {} män och pojkar och {} kvinnor och flickor{children}.",
            one(men),
            one(women)
        ));
    }
    let avbrott = get(Key::total(Measure::Avbrott(Population::Remaining)));
    match avbrott {
        None => {}
        Some(0) => sentences.push("Inget av dem är ett avbrott i verkställigheten.".to_owned()),
        Some(1) => sentences.push("Ett av dem är ett avbrott i verkställigheten.".to_owned()),
        Some(n) => sentences.push(format!("Avbrott i verkställigheten är det i {n} av dem.")),
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_periods() {
        let quarter: Quarter = "2023-Q4".parse().expect("a quarter");
        assert_eq!(day(quarter.last_day()), "den 31\u{a0}december 2023");
        assert_eq!(period(quarter), "den 1\u{a0}oktober–31\u{a0}december 2023");
    }

    #[test]
    fn outcomes_agree() {
        let say = |r, v, a| outcomes(r, Some(v), Some(a), Some(v + a)).unwrap_or_default();
        assert_eq!(say(88, 18, 13), "Av dem verkställdes 18 och avslutades 13.");
        assert_eq!(say(5, 1, 1), "Av dem verkställdes ett och avslutades ett.");
        assert_eq!(say(1, 1, 0), "Det verkställdes.");
        assert_eq!(say(3, 2, 0), "Av dem verkställdes 2 och inget avslutades.");
        assert_eq!(say(3, 0, 0), "Inget beslut verkställdes eller avslutades.");
    }
}
