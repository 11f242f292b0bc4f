//! Sentences about some beslut: all of them, those of one insats, those of one
//! unit. `base` says which; its measure does not matter.

use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::narrate::Voice;
use crate::narrate::change;
use crate::narrate::date;
use crate::narrate::number::NO_BREAK;

mod closed;
mod late;
mod offers;
mod people;
mod reasons;
mod waiting;

pub(crate) use closed::closed_for;
pub(crate) use late::courts;
pub(crate) use late::known_late;
pub(crate) use late::late;
pub(crate) use late::new;
pub(crate) use late::special;
pub(crate) use offers::offers;
pub(crate) use people::people;
pub(crate) use reasons::at_zero;
pub(crate) use reasons::reasons;
pub(crate) use waiting::bands;
pub(super) use waiting::due;
pub(crate) use waiting::waits;

/// Returns «lika många som för kvartal 3» after a comma, or nothing.
fn beside(voice: &Voice<'_>, key: &Key, now: u32, when: &str) -> String {
    let Some((quarter, then)) = voice.get_before(key) else {
        return String::new();
    };
    let quarter = date::quarter_from(quarter, voice.published.quarter);
    if then == now && now < 2 {
        return format!(", liksom {when} {quarter}");
    }
    format!(
        ", {} {when} {quarter}",
        change::compared(then, now, voice.numbers)
    )
}

/// Returns how many were reported, compared with the quarter before.
pub(crate) fn reported(voice: &Voice<'_>, base: &Key, to: &str) -> Option<String> {
    let key = base.measuring(Measure::Reported);
    let count = voice.get(&key)?;
    let what = voice.numbers.among(&[count]).beslut(count, None);
    let change = beside(voice, &key, count, "för");
    Some(format!("För kvartalet rapporterades {what}{to}{change}."))
}

/// Returns how many of the reported were executed and closed.
pub(crate) fn ended(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let get = |measure| voice.get(&base.measuring(measure));
    let reported = get(Measure::Reported).filter(|reported| *reported > 0)?;
    let apart = get(Measure::Executed).zip(get(Measure::Closed));
    let Some((executed, closed)) = apart else {
        let ended = get(Measure::Ended)?;
        let counts = voice.numbers.among(&[reported, ended]);
        return Some(match ended {
            0 if reported == 1 => return None,
            0 => "Inget av dem verkställdes eller avslutades.".to_owned(),
            _ if reported == 1 => "Det verkställdes eller avslutades.".to_owned(),
            n if n == reported => format!("{} verkställdes eller avslutades.", every(n)),
            n => format!("Av dem verkställdes eller avslutades {}.", counts.neuter(n)),
        });
    };
    let counts = voice.numbers.among(&[reported, executed, closed]);
    Some(match (executed, closed) {
        (0, 0) if reported == 1 => return None,
        (0, 0) => "Inget av dem verkställdes eller avslutades.".to_owned(),
        (1, 0) if reported == 1 => "Det verkställdes.".to_owned(),
        (0, 1) if reported == 1 => "Det avslutades utan att ha verkställts.".to_owned(),
        (n, 0) if n == reported => format!("{} verkställdes.", every(n)),
        (0, n) if n == reported => format!("{} avslutades utan att ha verkställts.", every(n)),
        (n, 0) => format!(
            "Av dem verkställdes {}, medan inget avslutades.",
            counts.neuter(n)
        ),
        (0, n) => format!(
            "Av dem avslutades {}, medan inget verkställdes.",
            counts.neuter(n)
        ),
        (executed, closed) => format!(
            "Av dem verkställdes{NO_BREAK}{} och avslutades{NO_BREAK}{}.",
            counts.neuter(executed),
            counts.neuter(closed)
        ),
    })
}

/// Returns how many remain, compared with the quarter before.
pub(crate) fn remaining(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let key = base.measuring(Measure::Remaining);
    let count = voice.get(&key)?;
    let attribute = Some(("ej verkställt", "ej verkställda"));
    let what = voice.numbers.among(&[count]).beslut(count, attribute);
    let change = beside(voice, &key, count, "vid utgången av");
    Some(format!("Vid kvartalets slut återstod {what}{change}."))
}

/// Returns in how many of the remaining execution has been interrupted.
pub(crate) fn avbrott(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let all = voice
        .get(&base.measuring(Measure::Remaining))
        .filter(|all| *all > 0)?;
    let avbrott = voice.get(&base.measuring(Measure::Avbrott(Remaining)))?;
    let never = all.checked_sub(avbrott)?;
    let counts = voice.numbers.among(&[all, avbrott, never]);
    Some(match (avbrott, never) {
        (0, 1) => "Det har väntat sedan beslutet.".to_owned(),
        (1, 0) => "Verkställigheten har avbrutits.".to_owned(),
        (0, n) => format!("{} har väntat sedan beslutet.", every(n)),
        (n, 0) => format!("I {} har verkställigheten avbrutits.", every_case(n)),
        (n, m) => format!(
            "I {} av dem har verkställigheten avbrutits, medan {} har väntat sedan beslutet.",
            counts.neuter(n),
            counts.neuter(m)
        ),
    })
}

/// Returns how many of the remaining are partly executed; nothing if none is.
pub(crate) fn delvis(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let all = voice.get(&base.measuring(Measure::Remaining))?;
    let delvis = voice
        .get(&base.measuring(Measure::Delvis(Remaining)))
        .filter(|n| *n > 0)?;
    let counts = voice.numbers.among(&[delvis]);
    Some(match delvis {
        1 if all == 1 => "Insatsen är delvis verkställd.".to_owned(),
        n if n == all => format!("I {} är insatsen delvis verkställd.", every_case(n)),
        n => format!("I {} fall är insatsen delvis verkställd.", counts.neuter(n)),
    })
}

/// Returns «Båda» or «Samtliga».
pub(crate) fn every(count: u32) -> &'static str {
    if count == 2 { "Båda" } else { "Samtliga" }
}

/// Returns «båda fallen» or «samtliga fall».
pub(super) fn every_case(count: u32) -> &'static str {
    if count == 2 {
        "båda fallen"
    } else {
        "samtliga fall"
    }
}
