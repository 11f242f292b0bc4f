//! The quarter as a whole: key figures and the paragraphs of the summary.

use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::narrate::Voice;
use crate::narrate::change;
use crate::narrate::date;
use crate::narrate::number::grouped;
use crate::narrate::outcome;

/// A large figure with what it is and how it has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// The figure.
    pub value: String,
    /// What it is.
    pub label: String,
    /// How it compares.
    pub change: Option<String>,
}

/// Returns up to four key figures.
pub fn key_figures(voice: &Voice<'_>) -> Vec<KeyFigure> {
    let mut figures = vec![];
    for (measure, label) in [
        (
            Measure::Reported,
            ["rapporterat beslut", "rapporterade beslut"],
        ),
        (
            Measure::Ended,
            ["verkställt eller avslutat", "verkställda eller avslutade"],
        ),
        (
            Measure::Remaining,
            [
                "ej verkställt vid kvartalets slut",
                "ej verkställda vid kvartalets slut",
            ],
        ),
    ] {
        let key = voice.all(measure);
        let Some(count) = voice.get(&key) else {
            continue;
        };
        let change = voice.get_before(&key).map(|(quarter, before)| {
            let quarter = date::quarter_from(quarter, voice.published.quarter);
            match count.abs_diff(before) {
                0 => format!("oförändrat från {quarter}"),
                n => {
                    let word = if count > before { "fler" } else { "färre" };
                    format!("{} {word} än {quarter}", grouped(n))
                }
            }
        });
        figures.push(KeyFigure {
            value: grouped(count),
            label: label[usize::from(count != 1)].to_owned(),
            change,
        });
    }
    let all = voice.get(&voice.all(Measure::Remaining));
    let avbrott = voice.get(&voice.all(Measure::Avbrott(Remaining)));
    if let (Some(all @ 1..), Some(avbrott)) = (all, avbrott) {
        let change = all.checked_sub(avbrott).map(|never| match never {
            0 => "samtliga har varit verkställda".to_owned(),
            n => format!("{} har väntat sedan beslutet", grouped(n)),
        });
        let label = "av dem är avbrott i verkställigheten".to_owned();
        figures.push(KeyFigure {
            value: grouped(avbrott),
            label,
            change,
        });
    }
    figures
}

/// Returns the paragraphs of the summary.
pub fn paragraphs(voice: &Voice<'_>) -> Vec<String> {
    let base = voice.all(Measure::Reported);
    let voice = &voice.in_one_style(&base);
    let first = [
        outcome::reported(voice, &base, &receiver(voice)),
        outcome::ended(voice, &base),
        outcome::closed_for(voice, &base),
        ended_change(voice),
        outcome::new(voice, &base),
        outcome::late(voice, &base),
    ];
    let second = [
        outcome::remaining(voice, &base),
        outcome::people(voice, &base),
        outcome::avbrott(voice, &base),
        outcome::delvis(voice, &base),
    ]
    .into_iter()
    .flatten()
    // Where reasons cannot be told insats by insats they are told here.
    .chain(outcome::reasons(voice, &base).filter(|_| voice.published.threshold > 0))
    .chain(outcome::at_zero(voice, &base))
    .chain(outcome::special(voice, &base))
    .chain(outcome::courts(voice, &base));
    let third = [outcome::bands(voice, &base)]
        .into_iter()
        .flatten()
        .chain(outcome::waits(voice, &base));
    let joined = |sentences: Vec<String>| sentences.join(" ");
    [
        joined(first.into_iter().flatten().collect()),
        joined(second.collect()),
        joined(third.collect()),
    ]
    .into_iter()
    .filter(|paragraph| !paragraph.is_empty())
    .collect()
}

/// Returns « till IVO»: who receives the reports.
pub(super) fn receiver(voice: &Voice<'_>) -> String {
    let authority = voice.law.authority(voice.day);
    let name = authority.map(|it| it.short.as_ref().unwrap_or(&it.definite));
    name.map(|name| format!(" till {name}")).unwrap_or_default()
}

pub(super) fn ended_change(voice: &Voice<'_>) -> Option<String> {
    let key = voice.all(Measure::Ended);
    let now = voice.get(&key)?;
    let (quarter, before) = voice.get_before(&key)?;
    if now == 0 && before == 0 {
        return None;
    }
    let quarter = date::quarter_from(quarter, voice.published.quarter);
    let course = change::course(before, now, voice.numbers);
    Some(format!(
        "Jämfört med {quarter} har antalet verkställda eller avslutade beslut {course}."
    ))
}
