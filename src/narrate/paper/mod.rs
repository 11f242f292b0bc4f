//! What the papers of a quarter say of its figures: the quarter in a paragraph,
//! what remains, each insats and unit. `chain` tells of other papers, `fee` of
//! särskild avgift.
//!
//! The sentences are those of `outcome`; what may not be told is left out, and
//! where nothing is left it says so.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::beslut::Act;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::text::Style;
use crate::narrate::Voice;
use crate::narrate::analysis;
use crate::narrate::insats;
use crate::narrate::law;
use crate::narrate::list;
use crate::narrate::number::word;
use crate::narrate::outcome;
use crate::narrate::summary;
use crate::narrate::texts::Told;
use crate::protect::OVRIGA;

pub mod chain;
pub mod fee;

/// Returns the quarter in one paragraph: reported, executed or closed, and what
/// remains, of each act where there are two.
pub fn summary(voice: &Voice<'_>) -> String {
    let base = voice.all(Measure::Reported);
    let voice = &voice.in_one_style(&base);
    let sentences = [
        outcome::reported(voice, &base, &summary::receiver(voice)),
        outcome::ended(voice, &base),
        outcome::remaining(voice, &base),
        by_act(voice),
    ];
    let told: Vec<String> = sentences.into_iter().flatten().collect();
    if !told.is_empty() {
        return told.join(" ");
    }
    let hidden = voice.hides(&base) || voice.hides(&base.measuring(Measure::Remaining));
    if hidden {
        "Antalen är så små att de inte visas.".to_owned()
    } else {
        "Uppgift om antal saknas.".to_owned()
    }
}

/// Returns how the remaining are shared between the acts.
fn by_act(voice: &Voice<'_>) -> Option<String> {
    let all = voice
        .get(&voice.all(Measure::Remaining))
        .filter(|all| *all > 0 && voice.acts.len() > 1)?;
    let counted: Option<Vec<(Act, u32)>> = voice
        .acts
        .iter()
        .map(|act| Some((*act, voice.get(&of_act(*act, Measure::Remaining))?)))
        .collect();
    let mut counted = counted?;
    counted.retain(|(_, count)| *count > 0);
    let counts = voice.numbers.among(&[all]);
    match counted.as_slice() {
        [(act, 1)] => Some(format!("Det gäller {}.", act.name())),
        [(act, n)] => Some(format!("{} gäller {}.", outcome::every(*n), act.name())),
        [(one, n), (other, m)] => Some(format!(
            "Av dem är {} enligt {} och {} enligt {}.",
            counts.neuter(*n),
            one.name(),
            counts.neuter(*m),
            other.name()
        )),
        _ => None,
    }
}

fn of_act(act: Act, measure: Measure) -> Key {
    Key {
        act: Some(act),
        ..Key::total(measure)
    }
}

/// Returns what the law asks, and where the provisions are.
pub fn law(voice: &Voice<'_>) -> Vec<String> {
    let Some([duty, statistics]) = law::duties(voice) else {
        return vec![];
    };
    let sections = law::sections(voice);
    let sections = sections.map(|sections| format!(" Bestämmelserna finns i {sections}."));
    vec![duty, statistics + &sections.unwrap_or_default()]
}

/// Returns what remains, a paragraph per act where each act has its reasons,
/// else one of all. `counted` says that how many remain has been told already.
pub fn state(voice: &Voice<'_>, counted: bool) -> Vec<String> {
    let alone = |act: &Act| Voice {
        acts: vec![*act],
        ..voice.clone()
    };
    let acts: Vec<(Act, Voice<'_>)> = voice.acts.iter().map(|act| (*act, alone(act))).collect();
    let told = |voice: &Voice<'_>| {
        let base = voice.all(Measure::Reported);
        let voice = &voice.in_one_style(&base);
        [
            outcome::people(voice, &base),
            outcome::avbrott(voice, &base),
            outcome::delvis(voice, &base),
            outcome::reasons(voice, &base),
        ]
    };
    let known = |(_, voice): &(Act, Voice<'_>)| {
        let [people, _, _, reasons] = told(voice);
        let none = voice.get(&voice.all(Measure::Remaining)) == Some(0);
        none || people.is_some() || reasons.is_some()
    };
    let base = voice.all(Measure::Reported);
    let joined = |first: Option<String>, rest: [Option<String>; 4]| {
        let sentences: Vec<String> = std::iter::once(first).chain(rest).flatten().collect();
        sentences.join(" ")
    };
    let mut paragraphs = vec![];
    if acts.len() > 1 && acts.iter().all(known) {
        for (act, voice) in &acts {
            let count = voice.get(&voice.all(Measure::Remaining));
            let first = count.map(|count| {
                let attribute = Some(("ej verkställt", "ej verkställda"));
                let what = voice.numbers.among(&[count]).beslut(count, attribute);
                format!("Enligt {} återstod vid kvartalets slut {what}.", act.name())
            });
            let rest = if first.is_some() {
                told(voice)
            } else {
                Default::default()
            };
            paragraphs.push(joined(first, rest));
        }
    } else {
        let first = outcome::remaining(&voice.in_one_style(&base), &base);
        let rest = if first.is_some() {
            told(voice)
        } else {
            Default::default()
        };
        paragraphs.push(joined(first.filter(|_| !counted), rest));
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    if paragraphs.is_empty() && voice.hides(&base.measuring(Measure::Remaining)) {
        paragraphs.push("Hur många som återstår visas inte.".to_owned());
    }
    paragraphs
}

/// Returns each insats in a paragraph that begins with its name; those with
/// nothing to report together.
pub fn insatser(voice: &Voice<'_>) -> Vec<Told> {
    let mut blocks = vec![];
    let mut empty = vec![];
    for (act, id) in voice.covered() {
        let told = insats::told(voice, act, &id);
        if told.empty {
            empty.push(voice.inline(act, &id));
            continue;
        }
        blocks.push(Told::Paragraph(vec![
            (Style::Strong, format!("{}.", told.name)),
            (Style::Plain, format!(" {}", told.sentences.join(" "))),
        ]));
    }
    let plain = |text: String| Told::Paragraph(vec![(Style::Plain, text)]);
    if !empty.is_empty() {
        let names = list::and(&empty);
        blocks.push(plain(format!("Inga beslut finns att redovisa om {names}.")));
    }
    let few = voice.published.threshold;
    if few > 0 && !blocks.is_empty() {
        blocks.push(plain(format!(
            "Antal som är färre än {} visas inte, för att ingen ska kunna kännas igen. Detsamma \
             gäller de antal som de kan räknas ut ur.",
            word(few)
        )));
    }
    blocks
}

/// Returns the names of the insatser that have something to report.
pub fn names(voice: &Voice<'_>) -> Option<String> {
    let mut names: Vec<String> = vec![];
    for (act, id) in voice.covered() {
        if *id == *OVRIGA {
            let merged = voice.published.merged.iter().filter(|(of, _)| *of == act);
            names.extend(merged.map(|(act, id)| voice.inline(*act, id)));
        } else if !insats::told(voice, act, &id).empty {
            names.push(voice.inline(act, &id));
        }
    }
    // An insats under both acts is named once.
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    match names.as_slice() {
        [] => None,
        [one] => Some(format!("Rapporteringen gäller insatsen {one}.")),
        names => Some(format!("Rapporteringen gäller {}.", list::and(names))),
    }
}

/// Returns each unit in a paragraph that begins with its name.
pub fn units(voice: &Voice<'_>) -> Vec<Told> {
    let mut units: Vec<Arc<str>> = vec![];
    for (key, _) in voice.published.cells.iter() {
        units.extend(key.group.clone().filter(|unit| !units.contains(unit)));
    }
    let paragraph = |unit: Arc<str>| {
        let base = Key {
            group: Some(Arc::clone(&unit)),
            ..voice.all(Measure::Reported)
        };
        let voice = &voice.in_one_style(&base);
        let told: Vec<String> = [
            outcome::reported(voice, &base, ""),
            outcome::ended(voice, &base),
            outcome::remaining(voice, &base),
            outcome::reasons(voice, &base),
            outcome::new(voice, &base),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!told.is_empty()).then(|| {
            Told::Paragraph(vec![
                (Style::Strong, format!("{unit}.")),
                (Style::Plain, format!(" {}", told.join(" "))),
            ])
        })
    };
    units.into_iter().filter_map(paragraph).collect()
}

/// Returns how long the remaining have waited.
pub fn waiting(voice: &Voice<'_>) -> Option<String> {
    let base = voice.all(Measure::Reported);
    let bands = outcome::bands(voice, &base).into_iter();
    let told: Vec<String> = bands.chain(outcome::waits(voice, &base)).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Returns what is reported late, and which beslut renew or stand beside others.
pub fn late(voice: &Voice<'_>) -> Option<String> {
    let base = voice.all(Measure::Reported);
    let told = outcome::late(voice, &base).into_iter();
    let told = told
        .chain(outcome::special(voice, &base))
        .chain(outcome::courts(voice, &base));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Returns the course over the quarters.
pub fn course(voice: &Voice<'_>) -> Vec<String> {
    let told = [
        analysis::whole(voice),
        summary::ended_change(voice),
        analysis::movements(voice),
    ];
    told.into_iter().flatten().collect()
}
