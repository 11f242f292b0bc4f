//! Why the remaining beslut are not executed.

use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::narrate::Voice;
use crate::narrate::list;
use crate::narrate::outcome::every_case;

/// Returns why the remaining are not executed.
pub(crate) fn reasons(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let all = voice
        .get(&base.measuring(Measure::Remaining))
        .filter(|all| *all > 0)?;
    let hidden = voice
        .orsaker
        .main()
        .any(|orsak| voice.hides(&base.measuring(Measure::Orsak(Remaining, orsak.id.clone()))));
    let mut counted: Vec<(u32, String)> = voice
        .orsaker
        .main()
        .filter_map(|orsak| {
            let key = base.measuring(Measure::Orsak(Remaining, orsak.id.clone()));
            Some((voice.get(&key)?, orsak.phrase.to_string()))
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let (most, phrase) = counted.first()?;
    let told: u32 = counted.iter().map(|(count, _)| count).sum();
    let missing = all.saturating_sub(told);
    if missing == 0 && counted.len() == 1 && !hidden {
        return Some(match most {
            1 => format!("Som orsak anges {phrase}."),
            n => format!("Som orsak anges i {} {phrase}.", every_case(*n)),
        });
    }
    let numbers: Vec<u32> = counted
        .iter()
        .map(|(count, _)| *count)
        .chain([all, missing])
        .collect();
    let counts = voice.numbers.among(&numbers);
    let parts: Vec<String> = counted
        .iter()
        .map(|(count, phrase)| format!("i {} fall {phrase}", counts.neuter(*count)))
        .collect();
    let gap = match missing {
        _ if hidden => "; för de övriga anges inte orsaken".to_owned(),
        0 => String::new(),
        n => format!("; i {} fall saknas uppgift om orsak", counts.neuter(n)),
    };
    Some(format!("Som orsak anges {}{gap}.", list::and(&parts)))
}
