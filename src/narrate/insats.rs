//! One insats: its sentences and the figures beside them.

use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::InsatsId;
use crate::model::beslut::Sex;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::list;
use crate::narrate::number::grouped;
use crate::narrate::outcome;
use crate::protect::OVRIGA;

/// What is told of one insats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The name, as a heading.
    pub name: String,
    /// The figures in the margin: reported and remaining.
    pub figures: Vec<(String, &'static str)>,
    /// Whom the remaining are for, in short.
    pub detail: Option<String>,
    /// The sentences.
    pub sentences: Vec<String>,
    /// Whether there is nothing to report.
    pub empty: bool,
}

/// Returns what is told of one insats.
pub fn told(voice: &Voice<'_>, act: Act, id: &InsatsId) -> Told {
    of(voice, &Key::total(Measure::Reported), act, id)
}

/// Returns what is told of one insats of a unit, or of all: `whole` says which.
pub(super) fn of(voice: &Voice<'_>, whole: &Key, act: Act, id: &InsatsId) -> Told {
    let base = whole.clone().of_insats(act, id);
    let voice = &voice.in_one_style(&base);
    let get = |measure| voice.get(&base.measuring(measure));
    let (reported, remaining) = (get(Measure::Reported), get(Measure::Remaining));
    let hidden = voice.hides(&base);
    let empty = reported == Some(0) || reported.is_none() && remaining == Some(0) && !hidden;
    let name = voice.name(act, id);
    if empty || (reported.is_none() && remaining.is_none()) {
        let text = if empty {
            "Inga ärenden finns att redovisa under kvartalet."
        } else if hidden {
            "Antalen är så små att de inte visas."
        } else {
            "Uppgift om antal saknas."
        };
        let together = together(voice, act, id).into_iter();
        let sentences = together.chain([text.to_owned()]).collect();
        return Told {
            name,
            figures: vec![],
            detail: None,
            sentences,
            empty,
        };
    }
    let sentences = [
        together(voice, act, id),
        outcome::reported(voice, &base, ""),
        outcome::ended(voice, &base),
        outcome::closed_for(voice, &base),
        outcome::known_late(voice, &base),
        outcome::remaining(voice, &base),
        untold(voice, &base),
        outcome::people(voice, &base),
        outcome::avbrott(voice, &base),
        outcome::delvis(voice, &base),
        outcome::reasons(voice, &base),
        outcome::offers(voice, &base),
    ];
    let special = outcome::special(voice, &base);
    Told {
        name,
        figures: figures(reported, remaining),
        detail: detail(voice, &base),
        sentences: sentences.into_iter().flatten().chain(special).collect(),
        empty,
    }
}

/// Returns the figures in the margin.
pub(super) fn figures(
    reported: Option<u32>,
    remaining: Option<u32>,
) -> Vec<(String, &'static str)> {
    [
        (reported, ["rapporterat", "rapporterade"]),
        (remaining, ["kvar"; 2]),
    ]
    .into_iter()
    .filter_map(|(count, label)| count.map(|n| (grouped(n), label[usize::from(n != 1)])))
    .collect()
}

/// Returns that the number remaining is not told, where it is not.
fn untold(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let hidden = voice.hides(&base.measuring(Measure::Remaining));
    hidden.then(|| "Hur många som återstår visas inte.".to_owned())
}

/// Returns which insatser are told together, if these are they.
fn together(voice: &Voice<'_>, act: Act, id: &InsatsId) -> Option<String> {
    if **id != *OVRIGA {
        return None;
    }
    let merged = voice.published.merged.iter();
    let names: Vec<String> = merged
        .filter(|(of, _)| *of == act)
        .map(|(act, id)| voice.inline(*act, id))
        .collect();
    Some(format!("Hit räknas {}.", list::and(&names)))
}

/// Returns whom the remaining are for: «5 kvinnor, 2 män och 3 flickor».
pub(super) fn detail(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let key = base.measuring(Measure::Remaining);
    let of = |sex, age: Option<Age>| {
        voice.get(&Key {
            sex: Some(sex),
            age,
            ..key.clone()
        })
    };
    let parts = [
        (Sex::Kvinna, Age::Vuxen, ["kvinna", "kvinnor"]),
        (Sex::Man, Age::Vuxen, ["man", "män"]),
        (Sex::Kvinna, Age::Barn, ["flicka", "flickor"]),
        (Sex::Man, Age::Barn, ["pojke", "pojkar"]),
        (Sex::Annat, Age::Vuxen, ["annat kön"; 2]),
        (Sex::Annat, Age::Barn, ["barn, annat kön"; 2]),
    ];
    let by_age: Option<Vec<(u32, [&str; 2])>> = parts
        .iter()
        .map(|(sex, age, words)| Some((of(*sex, Some(*age))?, *words)))
        .collect();
    let of_sex = |sex| Key {
        sex: Some(sex),
        ..key.clone()
    };
    if by_age.is_none() && Sex::ALL.iter().any(|sex| voice.hides(&of_sex(*sex))) {
        return None;
    }
    let counted = by_age.or_else(|| {
        // Without age, the words for adults stand for all of the sex.
        let sexes = parts.iter().filter(|(_, age, _)| *age == Age::Vuxen);
        sexes
            .map(|(sex, _, words)| Some((of(*sex, None).or(Some(0))?, *words)))
            .collect()
    })?;
    let parts: Vec<String> = counted
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{} {}", grouped(count), words[usize::from(count != 1)]))
        .collect();
    (!parts.is_empty()).then(|| list::and(&parts))
}
