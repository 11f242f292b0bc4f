//! The report's charts: the course over the quarters, reasons per insats,
//! waiting times, sex and age.

use crate::chart;
use crate::compose::Desk;
use crate::compose::figure::Chart;
use crate::model::band::Band;
use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::InsatsId;
use crate::model::beslut::Sex;
use crate::model::quarter::Quarter;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::model::stated::Since;
use crate::narrate::Voice;
use crate::narrate::alt;

/// Reported and remaining per quarter.
pub(super) fn course(desk: &mut Desk<'_>) -> Option<Chart> {
    let voice = &desk.voice;
    let own = voice.published.quarter;
    let mut quarters: Vec<Quarter> = voice.published.earlier.iter().map(|(q, _)| *q).collect();
    quarters.push(own);
    let series: Vec<(String, Vec<Option<u32>>)> = [
        ("rapporterade", Measure::Reported),
        ("ej verkställda", Measure::Remaining),
    ]
    .into_iter()
    .map(|(name, measure)| {
        (
            name.to_owned(),
            voice.series(&quarters, &voice.all(measure)),
        )
    })
    .filter(|(_, values)| values.iter().any(Option::is_some))
    .collect();
    let words = alt::lines(&quarters, &series);
    let style = style(desk);
    let labels: Vec<String> = quarters
        .iter()
        .map(|q| format!("Kv {} {}", q.number(), q.year()))
        .collect();
    let lines: Vec<chart::Series> = series
        .into_iter()
        .map(|(name, values)| chart::Series { name, values })
        .collect();
    let drawing = chart::lines(&labels, &lines, style);
    desk.chart(
        drawing,
        "Rapporterade och ej verkställda beslut per kvartal",
        words,
    )
}

/// Remaining per insats by main reason.
pub(super) fn reasons(desk: &mut Desk<'_>) -> Option<Chart> {
    let voice = &desk.voice;
    let reasons: Vec<_> = voice
        .orsaker
        .main()
        .map(|orsak| {
            (
                orsak.column.as_ref().unwrap_or(&orsak.name).to_string(),
                orsak.id.clone(),
            )
        })
        .filter(|(_, id)| {
            let all = voice.all(Measure::Orsak(Remaining, id.clone()));
            voice.hides(&all) || voice.get(&all).is_some_and(|n| n > 0)
        })
        .collect();
    let rows: Vec<(String, Vec<u32>)> = voice
        .covered()
        .into_iter()
        .filter_map(|(act, insats)| {
            let counts: Option<Vec<u32>> = reasons
                .iter()
                .map(|(_, id)| {
                    let key = Key::total(Measure::Orsak(Remaining, id.clone()));
                    voice.get(&key.of_insats(act, &insats))
                })
                .collect();
            Some((voice.short(act, &insats), counts?))
        })
        .filter(|(_, counts)| counts.iter().sum::<u32>() > 0)
        .collect();
    let parts: Vec<String> = reasons.into_iter().map(|(name, _)| name).collect();
    let left_out = voice
        .covered()
        .iter()
        .any(|(act, insats)| reasons_of(voice, *act, insats).any(|key| voice.hides(&key)));
    let title = if left_out {
        "Ej verkställda beslut per insats och orsak, där antalen visas"
    } else {
        "Ej verkställda beslut per insats och orsak"
    };
    let words = alt::stacked(&rows, &parts);
    let drawn: Vec<chart::Row> = rows
        .into_iter()
        .map(|(name, parts)| chart::Row { name, parts })
        .collect();
    let drawing = chart::stacked(&drawn, &parts, style(desk));
    desk.chart(drawing, title, words)
}

/// Returns the figures of one insats by main reason.
fn reasons_of<'a>(
    voice: &'a Voice<'_>,
    act: Act,
    insats: &'a InsatsId,
) -> impl Iterator<Item = Key> + 'a {
    voice.orsaker.main().map(move |orsak| {
        Key::total(Measure::Orsak(Remaining, orsak.id.clone())).of_insats(act, insats)
    })
}

/// Remaining by elapsed time.
pub(super) fn bands(desk: &mut Desk<'_>) -> Option<Chart> {
    let voice = &desk.voice;
    let bands = voice.published.bands.iter().copied();
    let rows: Option<Vec<(String, u32)>> = bands
        .map(|band| {
            let key = voice.all(Measure::Waited(Remaining, Since::Known, band));
            Some((band, voice.get(&key)?))
        })
        // A band for what should not be there is shown only when it is.
        .filter(|row| !matches!(row, Some((Band::Under3, 0))))
        .map(|row| row.map(|(band, count)| (format!("{} mån", band.label()), count)))
        .collect();
    let rows = rows?;
    let words = alt::bars(
        "hur många månader de ej verkställda besluten har väntat",
        &rows,
    );
    let drawing = chart::bands(&rows, style(desk));
    desk.chart(drawing, "Ej verkställda beslut efter väntetid", words)
}

/// Remaining by sex and age.
pub(super) fn people(desk: &mut Desk<'_>) -> Option<Chart> {
    let voice = &desk.voice;
    let count = |sex, age| voice.get(&voice.all(Measure::Remaining).of_sex(sex).of_age(age));
    let pair = |sex| Some([count(sex, Age::Vuxen)?, count(sex, Age::Barn)?]);
    let (women, men) = (pair(Sex::Kvinna)?, pair(Sex::Man)?);
    if voice.hides(&voice.all(Measure::Remaining).of_sex(Sex::Annat)) {
        return None;
    }
    let other = pair(Sex::Annat).filter(|pair| pair.iter().sum::<u32>() > 0);
    let mut told = vec![
        ("kvinnor".to_owned(), women[0]),
        ("flickor".to_owned(), women[1]),
        ("män".to_owned(), men[0]),
        ("pojkar".to_owned(), men[1]),
    ];
    if let Some([adults, children]) = other {
        told.push(("vuxna med annat kön".to_owned(), adults));
        told.push(("barn med annat kön".to_owned(), children));
    }
    let words = alt::bars("vilka de ej verkställda besluten gäller", &told);
    let drawing = chart::people([women, men], other, style(desk));
    desk.chart(drawing, "Ej verkställda beslut efter kön och ålder", words)
}

fn style(desk: &Desk<'_>) -> chart::Style {
    chart::Style {
        accent: crate::compose::colour(&desk.input.namnd.style),
    }
}
