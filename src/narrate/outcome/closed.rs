//! Why beslut were closed without having been executed.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::list;
use crate::narrate::outcome::every_case;

/// Returns why the closed were closed; one that was reported by mistake is among
/// them.
pub(crate) fn closed_for(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let mut counted: Vec<(u32, &str)> = voice
        .avslutsskal
        .iter()
        .filter_map(|skal| {
            let key = base.measuring(Measure::Avslutsskal(Arc::clone(&skal.id)));
            Some((voice.get(&key)?, skal.phrase.as_ref()))
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    counted.sort_by_key(|(count, _)| Reverse(*count));
    let told: u32 = counted.iter().map(|(count, _)| count).sum();
    let all = voice
        .get(&base.measuring(Measure::Closed))
        .unwrap_or(told)
        .max(told);
    if let [(count, phrase)] = counted.as_slice()
        && *count == all
    {
        return Some(match count {
            1 => format!("Som skäl till avslutet anges {phrase}."),
            n => format!("Som skäl till avslut anges i {} {phrase}.", every_case(*n)),
        });
    }
    if counted.is_empty() {
        return None;
    }
    let missing = all - told;
    let numbers: Vec<u32> = counted.iter().map(|(n, _)| *n).chain([missing]).collect();
    let counts = voice.numbers.among(&numbers);
    let parts: Vec<String> = counted
        .iter()
        .map(|(count, phrase)| format!("i {} fall {phrase}", counts.neuter(*count)))
        .collect();
    let gap = match missing {
        0 => String::new(),
        n => format!("; i {} fall saknas uppgift om skäl", counts.neuter(n)),
    };
    Some(format!(
        "Som skäl till avslut anges {}{gap}.",
        list::and(&parts)
    ))
}
