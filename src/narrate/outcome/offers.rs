//! How offers stand for the remaining beslut of an insats.

use crate::model::offer::Offered;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::list;
use crate::narrate::outcome::every_case;

/// Returns how many have had no offer, have declined, have accepted and wait,
/// and have not answered. Only of one insats: what an acceptance waits for is
/// not the same in all.
pub(crate) fn offers(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let insats = base.insats.as_ref()?;
    let home = voice
        .insatser
        .get(insats)
        .is_some_and(|insats| insats.housing == Some(true));
    let counted: Vec<(u32, Offered)> = Offered::ALL
        .into_iter()
        .filter_map(|state| {
            let key = base.measuring(Measure::Erbjudande(state.id().into()));
            Some((voice.get(&key)?, state))
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    let told: u32 = counted.iter().map(|(count, _)| count).sum();
    let all = voice
        .get(&base.measuring(Measure::Remaining))
        .unwrap_or(told)
        .max(told);
    match counted.as_slice() {
        [] => None,
        [(1, state)] if all == 1 => Some(alone(*state, home)),
        [(count, state)] if *count == all => {
            let clause = clause(*state, home);
            Some(format!("I {} {clause}.", every_case(*count)))
        }
        _ => {
            let numbers: Vec<u32> = counted
                .iter()
                .map(|(count, _)| *count)
                .chain([all - told])
                .collect();
            let counts = voice.numbers.among(&numbers);
            let parts: Vec<String> = counted
                .iter()
                .map(|(count, state)| {
                    format!("i {} fall {}", counts.neuter(*count), clause(*state, home))
                })
                .collect();
            let gap = match all - told {
                0 => String::new(),
                n => format!("; i {} fall saknas uppgift om erbjudande", counts.neuter(n)),
            };
            Some(format!("{}{gap}.", capital(&list::and(&parts))))
        }
    }
}

/// Returns how the only offer stands.
fn alone(state: Offered, home: bool) -> String {
    match state {
        Offered::Nothing => "Inget erbjudande har lämnats.".to_owned(),
        Offered::Declined => "Den enskilde har tackat nej till ett erbjudande.".to_owned(),
        Offered::Accepted => format!(
            "Den enskilde har tackat ja till ett erbjudande och väntar på {}.",
            start(home)
        ),
        Offered::Unanswered => "Ett erbjudande har lämnats och väntar på svar.".to_owned(),
    }
}

/// Returns how offers stand, after «i två fall».
fn clause(state: Offered, home: bool) -> String {
    match state {
        Offered::Nothing => "har inget erbjudande lämnats".to_owned(),
        Offered::Declined => "har den enskilde tackat nej".to_owned(),
        Offered::Accepted => format!("har den enskilde tackat ja och väntar på {}", start(home)),
        Offered::Unanswered => "väntar ett erbjudande på svar".to_owned(),
    }
}

fn start(home: bool) -> &'static str {
    if home {
        "inflyttning"
    } else {
        "att insatsen ska börja"
    }
}
