//! One insats: its sentences and the figures beside them.

use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::beslut::Sex;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::list;
use crate::narrate::number::grouped;
use crate::narrate::outcome;

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
    let base = Key::total(Measure::Reported).of_insats(act, id);
    let voice = &voice.in_one_style(&base);
    let get = |measure| voice.get(&base.measuring(measure));
    let (reported, remaining) = (get(Measure::Reported), get(Measure::Remaining));
    let empty = reported == Some(0) || reported.is_none() && remaining == Some(0);
    let name = voice.name(act, id);
    if empty || (reported.is_none() && remaining.is_none()) {
        let text = if empty {
            "Inga ärenden finns att redovisa under kvartalet."
        } else {
            "Uppgift om antal saknas."
        };
        let sentences = vec![text.to_owned()];
        return Told {
            name,
            figures: vec![],
            detail: None,
            sentences,
            empty,
        };
    }
    let sentences = [
        outcome::reported(voice, &base, ""),
        outcome::ended(voice, &base),
        outcome::remaining(voice, &base),
        outcome::people(voice, &base),
        outcome::avbrott(voice, &base),
        outcome::delvis(voice, &base),
        outcome::reasons(voice, &base),
    ];
    let figures = [(reported, "rapporterade"), (remaining, "kvar")]
        .into_iter()
        .filter_map(|(count, label)| Some((grouped(count?), label)))
        .collect();
    Told {
        name,
        figures,
        detail: detail(voice, &base),
        sentences: sentences.into_iter().flatten().collect(),
        empty,
    }
}

fn detail(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let key = base.measuring(Measure::Remaining);
    let sex = |sex| voice.get(&key.clone().of_sex(sex));
    let (women, men, other) = (
        sex(Sex::Kvinna)?,
        sex(Sex::Man)?,
        sex(Sex::Annat).unwrap_or(0),
    );
    let parts: Vec<String> = [
        (women, "kvinna", "kvinnor"),
        (men, "man", "män"),
        (other, "annat kön", "annat kön"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, several)| {
        format!(
            "{} {}",
            grouped(count),
            if count == 1 { one } else { several }
        )
    })
    .collect();
    (!parts.is_empty()).then(|| list::and(&parts))
}
