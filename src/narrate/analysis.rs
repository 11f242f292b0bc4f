//! The course over the quarters of the year, and what has risen and fallen
//! since the quarter before.

use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::quarter::Quarter;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::change;
use crate::narrate::date;
use crate::narrate::list;
use crate::narrate::number::NO_BREAK;
use crate::protect::Cell;

/// Returns the course of the whole: reported and remaining over the year.
pub fn whole(voice: &Voice<'_>) -> Option<String> {
    let hidden = |key: &Key| {
        voice
            .year_so_far()
            .iter()
            .any(|q| is_hidden(voice, *q, key))
    };
    let mut reported = known(voice, &voice.all(Measure::Reported));
    if hidden(&voice.all(Measure::Reported)) {
        reported.clear();
    }
    let remaining = known(voice, &voice.all(Measure::Remaining));
    let mut sentences = vec![];
    if reported.len() > 1 && reported.iter().any(|(_, count)| *count > 0) {
        sentences.push(format!(
            "Antalet rapporterade beslut har varit {} för {}.",
            counts(voice, &reported),
            quarters(&reported)
        ));
    }
    if remaining.len() > 1 && remaining.iter().any(|(_, count)| *count > 0) {
        let (first, last) = (remaining[0], remaining[remaining.len() - 1]);
        sentences.push(format!(
            "Antalet ej verkställda beslut var {} vid utgången av {}; sedan {} är det {}.",
            counts(voice, &remaining),
            quarters(&remaining),
            date::quarter_from(first.0, voice.published.quarter),
            change::net(first.1, last.1, voice.numbers)
        ));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// Returns one sentence on the year's course per insats.
pub fn per_insats(voice: &Voice<'_>) -> Vec<String> {
    voice
        .covered()
        .iter()
        .filter_map(|(act, id)| course(voice, *act, id))
        .collect()
}

/// Returns the year's course of one insats, if two quarters or more are known.
fn course(voice: &Voice<'_>, act: Act, id: &InsatsId) -> Option<String> {
    let key = Key::total(Measure::Remaining).of_insats(act, id);
    if voice
        .year_so_far()
        .iter()
        .any(|quarter| is_hidden(voice, *quarter, &key))
    {
        return None;
    }
    let points = known(voice, &key);
    let (first, last) = (*points.first()?, *points.last()?);
    if points.len() < 2 || points.iter().all(|(_, count)| *count == 0) {
        return None;
    }
    let own = voice.published.quarter;
    let name = voice.inline(act, id);
    let when = quarters(&points);
    let sentence = if points.iter().all(|(_, count)| *count == first.1) {
        let count = voice.numbers.among(&[first.1]).neuter(first.1);
        format!("Inom {name} var antalet ej verkställda beslut {count} vid utgången av {when}.")
    } else if points.len() == 2 {
        format!(
            "Inom {name} har antalet ej verkställda beslut mellan utgången av {} och {} {}.",
            date::quarter_from(first.0, own),
            date::quarter_from(last.0, own),
            change::course(first.1, last.1, voice.numbers)
        )
    } else {
        format!(
            "Inom {name} var antalet ej verkställda beslut {} vid utgången av {when}; sedan {} är \
             det {}.",
            counts(voice, &points),
            date::quarter_from(first.0, own),
            change::net(first.1, last.1, voice.numbers)
        )
    };
    let gaps: Vec<String> = voice
        .year_so_far()
        .iter()
        .filter(|quarter| first.0 < **quarter && !points.iter().any(|(q, _)| q == *quarter))
        .map(|quarter| quarter.number().to_string())
        .collect();
    Some(match gaps.as_slice() {
        [] => sentence,
        gaps => format!(
            "{sentence} För kvartal{NO_BREAK}{} saknas uppgift.",
            list::and(gaps)
        ),
    })
}

/// Returns which insatser have risen, fallen and stayed since the quarter
/// before.
pub fn movements(voice: &Voice<'_>) -> Option<String> {
    let (quarter, _) = voice.before()?;
    let mut groups: [(&str, Vec<String>); 3] = [
        ("fler inom", vec![]),
        ("oförändrade inom", vec![]),
        ("färre inom", vec![]),
    ];
    for (act, id) in voice.covered() {
        let key = Key::total(Measure::Remaining).of_insats(act, &id);
        let (Some(now), Some((_, then))) = (voice.get(&key), voice.get_before(&key)) else {
            continue;
        };
        if now == 0 && then == 0 {
            continue;
        }
        let group = match now.cmp(&then) {
            std::cmp::Ordering::Greater => 0,
            std::cmp::Ordering::Equal => 1,
            std::cmp::Ordering::Less => 2,
        };
        groups[group].1.push(voice.inline(act, &id));
    }
    let parts: Vec<String> = groups
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(word, names)| format!("{word} {}", list::and(&names)))
        .collect();
    if parts.is_empty() {
        return None;
    }
    let joined = parts.join("; ");
    Some(format!(
        "Jämfört med {} är de ej verkställda besluten {joined}.",
        date::quarter_from(quarter, voice.published.quarter)
    ))
}

/// Returns whether a quarter's number may not be told.
fn is_hidden(voice: &Voice<'_>, quarter: Quarter, key: &Key) -> bool {
    let cells = voice.cells(quarter);
    cells.is_some_and(|cells| cells.get(key) == Cell::Hidden)
}

fn known(voice: &Voice<'_>, key: &Key) -> Vec<(Quarter, u32)> {
    let quarters = voice.year_so_far();
    let series = voice.series(&quarters, key);
    quarters
        .into_iter()
        .zip(series)
        .filter_map(|(quarter, count)| Some((quarter, count?)))
        .collect()
}

fn counts(voice: &Voice<'_>, points: &[(Quarter, u32)]) -> String {
    let all: Vec<u32> = points.iter().map(|(_, count)| *count).collect();
    let counts = voice.numbers.among(&all);
    list::respectively(
        &all.iter()
            .map(|count| counts.neuter(*count))
            .collect::<Vec<_>>(),
    )
}

fn quarters(points: &[(Quarter, u32)]) -> String {
    let numbers: Vec<String> = points.iter().map(|(q, _)| q.number().to_string()).collect();
    format!("kvartal{NO_BREAK}{}", list::and(&numbers))
}
