//! Why the remaining beslut are not executed.

use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::narrate::Voice;
use crate::narrate::list;
use crate::narrate::outcome::every;
use crate::narrate::outcome::every_case;
use crate::narrate::uncapital;

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

/// Returns what is to be told of certain reasons also where nothing has them.
pub(crate) fn at_zero(voice: &Voice<'_>, base: &Key) -> Vec<String> {
    let count = |id| voice.get(&base.measuring(Measure::Orsak(Remaining, id)));
    let Some(all) = voice
        .get(&base.measuring(Measure::Remaining))
        .filter(|all| *all > 0)
    else {
        return vec![];
    };
    // Where somebody's reason is not given, nobody knows that nothing has it.
    let given: Option<u32> = voice.orsaker.main().map(|o| count(o.id.clone())).sum();
    let complete = given.is_none_or(|given| given == all);
    let named = voice.orsaker.list().iter().filter(|orsak| orsak.at_zero);
    let told = named.filter_map(|orsak| match count(orsak.id.clone())? {
        0 if !complete => None,
        0 => Some(nobody(&orsak.name, all)),
        // A main reason is told among the others.
        _ if orsak.main == orsak.id => None,
        n => Some(some(&orsak.name, n, all, voice)),
    });
    told.collect()
}

fn nobody(name: &str, all: u32) -> String {
    match (is_clause(name), all) {
        (true, _) => format!("Orsaken «{}» förekommer inte.", uncapital(name)),
        (false, 1) => format!("{name} anges inte som orsak."),
        (false, _) => format!("Inget av besluten har {} som orsak.", uncapital(name)),
    }
}

fn some(name: &str, n: u32, all: u32, voice: &Voice<'_>) -> String {
    let inside = uncapital(name);
    match (is_clause(name), all) {
        (true, _) => {
            let count = voice.numbers.among(&[n]).neuter(n);
            format!("I {count} fall är orsaken «{inside}».")
        }
        (false, 1) => format!("{name} anges som orsak."),
        (false, _) if n == all => format!("{} har {inside} som orsak.", every(n)),
        (false, _) => {
            let count = voice.numbers.among(&[n]).neuter(n);
            format!("Av besluten har {count} {inside} som orsak.")
        }
    }
}

/// Returns whether a name is more than a noun, so that it must be quoted.
fn is_clause(name: &str) -> bool {
    name.contains(' ')
}
