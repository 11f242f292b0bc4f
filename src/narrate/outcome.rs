//! Sentences about some beslut: all of them, those of one insats, those of one
//! unit. `base` says which; its measure does not matter.

use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::stated::Band;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::model::stated::Since;
use crate::narrate::Voice;
use crate::narrate::change;
use crate::narrate::date;
use crate::narrate::list;
use crate::narrate::number::grouped;

/// Returns «lika många som under kvartal 3» after a comma, or nothing.
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
    let change = beside(voice, &key, count, "under");
    Some(format!("Under kvartalet rapporterades {what}{to}{change}."))
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
            "Av dem verkställdes {} och avslutades {}.",
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

/// Returns whom the remaining beslut are for.
pub(crate) fn people(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let key = base.measuring(Measure::Remaining);
    let all = voice.get(&key).filter(|all| *all > 0)?;
    let sex = |sex| voice.get(&key.clone().of_sex(sex));
    let (women, men, other) = (
        sex(Sex::Kvinna)?,
        sex(Sex::Man)?,
        sex(Sex::Annat).unwrap_or(0),
    );
    let children = voice.get(&key.clone().of_age(Age::Barn));
    if all == 1 {
        let child = children? == 1;
        let who = match (women, men, child) {
            (1, _, false) => "en kvinna",
            (1, _, true) => "en flicka",
            (_, 1, false) => "en man",
            (_, 1, true) => "en pojke",
            (_, _, false) => "en vuxen med annat kön",
            (_, _, true) => "ett barn med annat kön",
        };
        return Some(format!("Det gäller {who}."));
    }
    let adults_only = children == Some(0);
    let children_only = children == Some(all);
    let (women_word, men_word) = match (adults_only, children_only) {
        (true, _) => ("kvinnor", "män"),
        (_, true) => ("flickor", "pojkar"),
        _ => ("kvinnor och flickor", "män och pojkar"),
    };
    let counts = voice
        .numbers
        .among(&[all, women, men, other, children.unwrap_or(0)]);
    let one = |count: u32, single: &str, several: &str| match count {
        1 => format!("{} {single}", counts.common(1)),
        n => format!("{} {several}", counts.common(n)),
    };
    let (woman, man) = match (adults_only, children_only) {
        (true, _) => ("kvinna", "man"),
        (_, true) => ("flicka", "pojke"),
        _ => ("kvinna eller flicka", "man eller pojke"),
    };
    let parts: Vec<String> = [
        (women, one(women, woman, women_word)),
        (men, one(men, man, men_word)),
        (
            other,
            one(other, "person med annat kön", "personer med annat kön"),
        ),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, text)| text)
    .collect();
    let young = match children {
        None | Some(0) => String::new(),
        Some(n) if n == all => String::new(),
        Some(1) => format!("; {} gäller ett barn", counts.neuter(1)),
        Some(n) => format!("; {} gäller barn", counts.neuter(n)),
    };
    Some(if parts.len() == 1 {
        let who = match (women, men) {
            (n, _) if n == all => women_word,
            (_, n) if n == all => men_word,
            _ => "personer med annat kön",
        };
        format!("{} gäller {who}{young}.", every(all))
    } else {
        // A list whose parts have an «och» of their own is told with «samt».
        let mixed = !adults_only && !children_only;
        let joined = match parts.as_slice() {
            [one, two] if mixed => format!("{one} och {two}"),
            [one, two, three] if mixed => format!("{one}, {two} samt {three}"),
            parts => list::and(parts),
        };
        format!("Av dem gäller {joined}{young}.")
    })
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
        (0, 1) => "Det har aldrig verkställts.".to_owned(),
        (1, 0) => "Verkställigheten har avbrutits.".to_owned(),
        (0, n) => format!("{} väntar på att verkställas för första gången.", every(n)),
        (n, 0) => format!("I {} har verkställigheten avbrutits.", every_case(n)),
        (n, m) => format!(
            "I {} av dem har verkställigheten avbrutits, medan {} aldrig har verkställts.",
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

/// Returns why the remaining are not executed.
pub(crate) fn reasons(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let all = voice
        .get(&base.measuring(Measure::Remaining))
        .filter(|all| *all > 0)?;
    let mut counted: Vec<(u32, String)> = voice
        .orsaker
        .main()
        .filter_map(|orsak| {
            let key = base.measuring(Measure::Orsak(Remaining, orsak.id.clone()));
            Some((voice.get(&key)?, orsak.phrase.to_string()))
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let (most, phrase) = counted.first()?;
    let told: u32 = counted.iter().map(|(count, _)| count).sum();
    let missing = all.saturating_sub(told);
    if missing == 0 && counted.len() == 1 {
        return Some(match most {
            1 => format!("Som orsak anges {phrase}."),
            n => format!("Som orsak anges i {} {phrase}.", every_case(*n)),
        });
    }
    let numbers: Vec<u32> = counted
        .iter()
        .map(|(count, _)| *count)
        .chain([all, missing])
        .collect();
    let counts = voice.numbers.among(&numbers);
    let parts: Vec<String> = counted
        .iter()
        .map(|(count, phrase)| format!("i {} fall {phrase}", counts.neuter(*count)))
        .collect();
    let gap = match missing {
        0 => String::new(),
        n => format!("; i {} fall saknas uppgift om orsak", counts.neuter(n)),
    };
    Some(format!("Som orsak anges {}{gap}.", list::and(&parts)))
}

/// Returns how long the remaining have waited.
pub(crate) fn bands(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let all = voice
        .get(&base.measuring(Measure::Remaining))
        .filter(|all| *all > 1)?;
    let counted: Vec<(u32, Band)> = Band::ALL
        .into_iter()
        .filter_map(|band| {
            let key = base.measuring(Measure::Waited(Remaining, Since::Known, band));
            Some((voice.get(&key)?, band))
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    if counted.iter().map(|(count, _)| count).sum::<u32>() != all {
        return None;
    }
    if let [(count, band)] = counted.as_slice() {
        return Some(format!("{} har väntat {}.", every(*count), months(*band)));
    }
    let counts = voice
        .numbers
        .among(&counted.iter().map(|(count, _)| *count).collect::<Vec<_>>());
    let parts: Vec<String> = counted
        .iter()
        .enumerate()
        .map(|(at, (count, band))| {
            let count = counts.neuter(*count);
            let noun = if at == 0 { " av besluten" } else { "" };
            format!("{} för {count}{noun}", months(*band))
        })
        .collect();
    Some(format!("Väntetiden är {}.", list::and(&parts)))
}

fn months(band: Band) -> String {
    match band {
        Band::From18 => "18 månader eller mer".to_owned(),
        band => format!("{} månader", band.label()),
    }
}

/// Returns the median and the longest wait, and what they are counted from.
pub(crate) fn waits(voice: &Voice<'_>, base: &Key) -> Vec<String> {
    let get = |measure| voice.get(&base.measuring(measure));
    let (Some(all), Some(median), Some(longest)) = (
        get(Measure::Remaining).filter(|all| *all > 0),
        get(Measure::MedianDays(Remaining, Since::Known)),
        get(Measure::LongestDays(Remaining, Since::Known)),
    ) else {
        return vec![];
    };
    let mut sentences = vec![if all == 1 {
        format!("Det har väntat i {}.", days(longest))
    } else {
        format!(
            "Mediantiden är {} och den längsta tiden {}.",
            days(median),
            days(longest)
        )
    }];
    let undated = get(Measure::Undated(Remaining));
    sentences.extend(undated.map(|undated| match undated {
        0 if all == 1 => "Tiden är räknad från dagen för beslutet.".to_owned(),
        0 => "Tiden är räknad från dagen för varje beslut.".to_owned(),
        n if n == all => {
            "Tiden är räknad från avbrottets första dag, eftersom beslutsdatum saknas.".to_owned()
        }
        1 => "Tiden är räknad från dagen för varje beslut, men från avbrottets första dag i det \
              fall där beslutsdatum saknas."
            .to_owned(),
        n => format!(
            "Tiden är räknad från dagen för varje beslut, men från avbrottets första dag i de {} \
             fall där beslutsdatum saknas.",
            voice.numbers.among(&[n]).neuter(n)
        ),
    }));
    sentences
}

fn days(count: u32) -> String {
    format!(
        "{} {}",
        grouped(count),
        if count == 1 { "dag" } else { "dagar" }
    )
}

/// Returns how many passed three months in the quarter, and how many before.
pub(crate) fn due(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let new = voice.get(&base.measuring(Measure::NewlyDue))?;
    let old = voice.get(&base.measuring(Measure::DueEarlier))?;
    let counts = voice.numbers.among(&[new, old]);
    match (new, old) {
        (0, 0) | (1, 0) | (0, 1) => None,
        (0, _) => Some(
            "Samtliga rapporterade beslut hade passerat tre månader redan före kvartalet."
                .to_owned(),
        ),
        (_, 0) => {
            Some("Samtliga rapporterade beslut passerade tre månader under kvartalet.".to_owned())
        }
        (new, old) => Some(format!(
            "Gränsen på tre månader passerades under kvartalet för {} av de rapporterade besluten \
             och tidigare för {}.",
            counts.neuter(new),
            counts.neuter(old)
        )),
    }
}

/// Returns «Båda» or «Samtliga».
fn every(count: u32) -> &'static str {
    if count == 2 { "Båda" } else { "Samtliga" }
}

/// Returns «båda fallen» or «samtliga fall».
fn every_case(count: u32) -> &'static str {
    if count == 2 {
        "båda fallen"
    } else {
        "samtliga fall"
    }
}
