//! One unit: what all of it comes to, and then each of its insatser.

use std::sync::Arc;

use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::insats;
use crate::narrate::outcome;
use crate::protect::Group;

/// What is told of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The name, as a heading.
    pub name: String,
    /// The figures in the margin: reported and remaining.
    pub figures: Vec<(String, &'static str)>,
    /// Whom the remaining are for, in short.
    pub detail: Option<String>,
    /// The unit as a whole.
    pub whole: String,
    /// Each insats: its name and its sentences.
    pub insatser: Vec<(String, String)>,
    /// Whether there is nothing to report.
    pub empty: bool,
}

/// Returns what is told of each unit that the document covers. A single unit
/// that all rows are in would say everything a second time.
pub fn all(voice: &Voice<'_>) -> Vec<Told> {
    let told: Vec<Told> = voice
        .published
        .groups
        .iter()
        .filter_map(|group| one(voice, group))
        .collect();
    let same = told.len() == 1 && voice.published.cells.counted() && ungrouped(voice) == Some(0);
    if same { vec![] } else { told }
}

/// Returns how many beslut are of no unit, if there are any.
pub fn outside(voice: &Voice<'_>) -> Option<String> {
    let left = ungrouped(voice).filter(|left| *left > 0)?;
    let told = voice.numbers.among(&[left]).neuter(left);
    Some(match left {
        1 => format!(
            "Av de rapporterade besluten är {told} inte fört till någon avdelning, och det ingår \
             bara i rapportens övriga siffror."
        ),
        _ => format!(
            "Av de rapporterade besluten är {told} inte förda till någon avdelning, och de ingår \
             bara i rapportens övriga siffror."
        ),
    })
}

/// Returns how many of the reported are of no unit, where that is known.
fn ungrouped(voice: &Voice<'_>) -> Option<u32> {
    let published = voice.published;
    if published.groups.is_empty() || !published.cells.counted() {
        return None;
    }
    let all = voice.all(Measure::Reported);
    let in_groups: Option<u32> = published
        .groups
        .iter()
        .map(|group| {
            voice.get(&Key {
                group: Some(Arc::clone(&group.name)),
                ..all.clone()
            })
        })
        .sum();
    voice.get(&all)?.checked_sub(in_groups?)
}

/// Returns what is told of one unit, if the document covers anything of it.
fn one(voice: &Voice<'_>, group: &Group) -> Option<Told> {
    let insatser: Vec<&(Act, InsatsId)> = group
        .insatser
        .iter()
        .filter(|(act, _)| voice.acts.contains(act))
        .collect();
    let base = base(voice, group);
    let (reported, remaining) = (
        voice.get(&base),
        voice.get(&base.measuring(Measure::Remaining)),
    );
    let unknown = reported.is_none() && remaining.is_none();
    if insatser.is_empty() && (unknown || voice.published.cells.counted()) {
        return None;
    }
    let own = Key {
        group: Some(Arc::clone(&group.name)),
        ..Key::total(Measure::Reported)
    };
    let mut told = Told {
        name: group.name.to_string(),
        figures: insats::figures(reported, remaining),
        detail: insats::detail(voice, &base),
        whole: String::new(),
        insatser: vec![],
        empty: reported == Some(0),
    };
    if told.empty {
        told.whole = "Inga ärenden finns att redovisa under kvartalet.".to_owned();
        told.figures = vec![];
        return Some(told);
    }
    let styled = &voice.in_one_style(&base);
    let mut sentences = whole(styled, &base);
    if let ([(act, id)], false) = (insatser.as_slice(), sentences.is_empty()) {
        // The unit and its only insats are the same beslut.
        let name = voice.inline(*act, id);
        sentences.insert(1, format!("Alla gäller {name}."));
        let of_insats = own.of_insats(*act, id);
        sentences.extend(outcome::offers(styled, &of_insats));
        told.whole = sentences.join(" ");
        return Some(told);
    }
    told.whole = if sentences.is_empty() {
        "Uppgift om det samlade antalet saknas.".to_owned()
    } else {
        sentences.join(" ")
    };
    told.insatser = insatser
        .into_iter()
        .map(|(act, id)| {
            let insats = insats::of(voice, &own, *act, id);
            (insats.name, insats.sentences.join(" "))
        })
        .collect();
    Some(told)
}

/// Returns the key of a unit's total. A stated unit of one act may have only
/// that act's.
fn base(voice: &Voice<'_>, group: &Group) -> Key {
    let key = Key {
        group: Some(Arc::clone(&group.name)),
        ..voice.all(Measure::Reported)
    };
    let is_known = |key: &Key| {
        [Measure::Reported, Measure::Remaining]
            .into_iter()
            .any(|measure| voice.get(&key.measuring(measure)).is_some())
    };
    if is_known(&key) {
        return key;
    }
    let of_acts = voice.acts.iter().map(|act| Key {
        act: Some(*act),
        ..key.clone()
    });
    let known: Vec<Key> = of_acts.filter(is_known).collect();
    match <[Key; 1]>::try_from(known) {
        Ok([of_act]) => of_act,
        Err(_) => key,
    }
}

/// Returns the sentences on all of a unit.
fn whole(voice: &Voice<'_>, base: &Key) -> Vec<String> {
    let sentences = [
        outcome::reported(voice, base, ""),
        outcome::ended(voice, base),
        outcome::closed_for(voice, base),
        outcome::new(voice, base),
        outcome::known_late(voice, base),
        outcome::remaining(voice, base),
        outcome::people(voice, base),
        outcome::avbrott(voice, base),
        outcome::delvis(voice, base),
        outcome::reasons(voice, base),
    ];
    let sentences = sentences.into_iter().flatten();
    sentences.chain(outcome::special(voice, base)).collect()
}
