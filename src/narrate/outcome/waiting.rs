//! How long the remaining beslut have waited, and since when they are due.

use crate::model::band::Band;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::model::stated::Since;
use crate::narrate::Voice;
use crate::narrate::list;
use crate::narrate::number::NO_BREAK;
use crate::narrate::number::grouped;
use crate::narrate::outcome::every;

/// Returns how long the remaining have waited.
pub(crate) fn bands(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let all = voice
        .get(&base.measuring(Measure::Remaining))
        .filter(|all| *all > 1)?;
    let bands = voice.published.bands.iter().copied();
    let counted: Vec<(u32, Band)> = bands
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
        Band::From18 => format!("18{NO_BREAK}månader eller mer"),
        Band::From7On => format!("7{NO_BREAK}månader eller mer"),
        Band::From13On => format!("13{NO_BREAK}månader eller mer"),
        band => format!("{}{NO_BREAK}månader", band.label()),
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
