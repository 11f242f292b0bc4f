//! What the words of a clause count, by what they say has become of the cases.
//!
//! «ej» belongs to «verkställda», «delvis» too, «tackat» to «nej»; one that
//! stands alone, or outcomes that do not go together, make the clause uncertain.

use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::reconcile::texts::lexicon::Part;

/// Returns what the words of a clause count: nothing for an uncertain clause,
/// an empty list for one that names no outcome. A whole may be called what it
/// was when it was reported.
pub(super) fn counts(parts: &[Part], whole: bool) -> Option<Vec<Measure>> {
    // A word that waits for the one it belongs to.
    let mut waiting = None;
    let mut has: Vec<Part> = vec![];
    for part in parts {
        match (waiting, part) {
            (_, Part::Neutral | Part::Noun | Part::These) => {}
            (None, Part::Not | Part::Partly | Part::Without | Part::Thanked) => {
                waiting = Some(*part);
            }
            // «ej verkställda», «delvis verkställda».
            (Some(Part::Not | Part::Partly), Part::Executed) => has.extend(waiting.take()),
            (Some(Part::Without), Part::Executed) => waiting = None,
            (Some(Part::Thanked), Part::No) => {
                waiting = None;
                has.push(Part::Declined);
            }
            (Some(_), _) | (None, Part::No) => return None,
            (None, part) => has.push(*part),
        }
    }
    // «utan att verkställas» has no outcome after it.
    if waiting.is_some_and(|part| part != Part::Without) {
        return None;
    }
    has.sort();
    has.dedup();
    let both = |measure: fn(Population) -> Measure| {
        vec![
            measure(Population::Remaining),
            measure(Population::Reported),
        ]
    };
    Some(match has.as_slice() {
        [] => vec![],
        // What is reported is also called «ej verkställda beslut».
        [Part::Reported] if whole => vec![Measure::Reported, Measure::Remaining],
        [Part::Reported] | [Part::Not, Part::Reported] => vec![Measure::Reported],
        [Part::Not] => vec![Measure::Remaining, Measure::Reported],
        [Part::Remaining] | [Part::Not, Part::Remaining] => vec![Measure::Remaining],
        [Part::Executed] => vec![Measure::Executed],
        [Part::Closed] => vec![Measure::Closed],
        [Part::Executed, Part::Closed] => vec![Measure::Ended],
        [Part::Partly] => both(Measure::Delvis),
        [Part::Avbrott] => both(Measure::Avbrott),
        [Part::Declined] => both(|of| Measure::Orsak(of, "tackat-nej".into())),
        [Part::Home, Part::Lacking] => both(|of| Measure::Orsak(of, "ledig-bostad".into())),
        [Part::Staff, Part::Lacking] => both(|of| Measure::Orsak(of, "personal".into())),
        _ => return None,
    })
}
