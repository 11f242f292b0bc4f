//! The insatser that beslut are of, in a sentence.

use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::narrate::Voice;
use crate::narrate::list;
use crate::narrate::statistik::whole_of;
use crate::protect::Cell;
use crate::protect::OVRIGA;

/// Returns the insatser of a population, if it is known of each of them whether
/// it has any.
pub(super) fn of_population(voice: &Voice<'_>, population: Population) -> Option<String> {
    let mut names = vec![];
    for (act, id) in voice.covered() {
        let key = Key::total(whole_of(population)).of_insats(act, &id);
        if voice.get(&key)? > 0 {
            names.push(voice.inline(act, &id));
        }
    }
    (!names.is_empty()).then(|| list::and(&names))
}

/// Returns the insatser of an act in a sentence. Of some it may be hidden, or
/// not known, whether any beslut remains; then the sentence is of what was
/// reported.
pub(super) fn of_act(voice: &Voice<'_>, act: Act) -> Option<String> {
    let cell = |measure, id: &InsatsId| {
        voice
            .published
            .cells
            .get(&Key::total(measure).of_insats(act, id))
    };
    let mut certain = true;
    let mut own = vec![];
    let mut together = vec![];
    for (_, id) in voice.covered() {
        match cell(Measure::Remaining, &id) {
            Cell::Shown(0) => continue,
            Cell::Shown(_) => {}
            Cell::Hidden | Cell::Missing => {
                if cell(Measure::Reported, &id) == Cell::Shown(0) {
                    continue;
                }
                certain = false;
            }
        }
        if *id == *OVRIGA {
            let merged = voice.published.merged.iter();
            let merged = merged.filter(|(of, _)| *of == act);
            together.extend(merged.map(|(act, id)| voice.inline(*act, id)));
        } else {
            own.push(voice.inline(act, &id));
        }
    }
    let others = format!("övriga insatser, där {} ingår", list::and(&together));
    let names = match (own.as_slice(), together.as_slice()) {
        ([], []) => return None,
        (_, []) => list::and(&own),
        ([], _) => list::and(&together),
        _ => format!("{} samt {others}", list::and(&own)),
    };
    let one = voice.get(&voice.all(Measure::Remaining)) == Some(1);
    Some(match (certain, one) {
        (true, true) => format!("Beslutet gäller {names}."),
        (true, false) => format!("Besluten gäller {names}."),
        (false, _) => format!(
            "De beslut enligt {} som har rapporterats för kvartalet gäller {names}.",
            act.name()
        ),
    })
}
