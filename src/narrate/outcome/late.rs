//! Who is new, what is reported too late, what is missing, and what stands
//! beside the figures: renewals, förhandsbesked and a court's decisions.

use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::date;
use crate::narrate::number::NO_BREAK;
use crate::narrate::outcome::due;
use crate::narrate::outcome::every;

/// Returns how many are new and how many were reported before; where nobody
/// knows, how many passed three months in the quarter and before it.
pub(crate) fn new(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let get = |measure| voice.get(&base.measuring(measure));
    let (Some(new), Some(again)) = (get(Measure::New), get(Measure::Again)) else {
        return due(voice, base);
    };
    let counts = voice.numbers.among(&[new, again]);
    match (new, again) {
        (0, 0) | (1, 0) | (0, 1) => None,
        (0, n) => Some(format!("{} hade rapporterats tidigare.", every(n))),
        (n, 0) => Some(format!("{} rapporterades för första gången.", every(n))),
        (new, again) => Some(format!(
            "Av de rapporterade besluten var {} {}, medan {} hade rapporterats tidigare.",
            counts.neuter(new),
            if new == 1 { "nytt" } else { "nya" },
            counts.neuter(again)
        )),
    }
}

/// Returns how many are reported later than they should have been.
pub(crate) fn late(voice: &Voice<'_>, base: &Key) -> Option<String> {
    voice.get(&base.measuring(Measure::Reported))?;
    if voice.get(&base.measuring(Measure::Late)).is_some() {
        return known_late(voice, base);
    }
    // Without ids, what was due earlier is held against what remained.
    let old = voice.get(&base.measuring(Measure::DueEarlier))?;
    let (quarter, left) = voice.get_before(&base.measuring(Measure::Remaining))?;
    let quarter = date::quarter_from(quarter, voice.published.quarter);
    let counts = voice.numbers.among(&[old, left, old.abs_diff(left)]);
    match (old, left) {
        (old, left) if old == left || old == 0 || left == 0 => None,
        (old, left) if old > left => Some(format!(
            "Eftersom bara {} återstod vid utgången av {quarter} har minst {} av de {} rapporterats \
             för sent.",
            counts.neuter(left),
            counts.neuter(old - left),
            counts.neuter(old)
        )),
        (old, left) => Some(format!(
            "Vid utgången av {quarter} återstod {}, så minst {} av dem saknas i rapporteringen.",
            counts.beslut(left, None),
            counts.neuter(left - old)
        )),
    }
}

/// Returns how many are late, where rows say which.
pub(crate) fn known_late(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let reported = voice.get(&base.measuring(Measure::Reported))?;
    let late = voice.get(&base.measuring(Measure::Late))?;
    match late {
        0 => None,
        1 if reported == 1 => {
            Some("Beslutet borde ha rapporterats redan för ett tidigare kvartal.".to_owned())
        }
        n if n == reported => Some(format!(
            "{} borde ha rapporterats redan för ett tidigare kvartal.",
            every(n)
        )),
        n => Some(format!(
            "I {} fall borde beslutet ha rapporterats redan för ett tidigare kvartal.",
            voice.numbers.among(&[n]).neuter(n)
        )),
    }
}

/// Returns what stands out among the reported: renewed beslut, förhandsbesked.
pub(crate) fn special(voice: &Voice<'_>, base: &Key) -> Vec<String> {
    let get = |measure| voice.get(&base.measuring(measure)).filter(|n| *n > 0);
    let count = |n: u32| voice.numbers.among(&[n]).neuter(n);
    let renewed = get(Measure::Renewed).map(|n| {
        format!(
            "I {} fall förnyar beslutet ett tidigare som aldrig verkställdes; tiden räknas från det \
             nya beslutet.",
            count(n)
        )
    });
    let forhandsbesked = get(Measure::Forhandsbesked).map(|n| {
        format!(
            "I {} fall är beslutet ett förhandsbesked enligt 16{NO_BREAK}§{NO_BREAK}LSS.",
            count(n)
        )
    });
    renewed.into_iter().chain(forhandsbesked).collect()
}

/// Returns how many a court has granted, beside all figures.
pub(crate) fn courts(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let n = voice
        .get(&base.measuring(Measure::Court))
        .filter(|n| *n > 0)?;
    let count = voice.numbers.among(&[n]).neuter(n);
    Some(match n {
        1 => format!(
            "Därutöver har domstol beviljat insatsen i {count} fall, som inte ingår i siffrorna."
        ),
        _ => format!(
            "Därutöver har domstol beviljat insatsen i {count} fall, vilka inte ingår i siffrorna."
        ),
    })
}
