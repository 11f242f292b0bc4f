//! The long waits in words: how many wait, who has waited longest, and where no
//! offer has been made, offers are declined again and again, or an interruption
//! goes on.

use crate::narrate::Voice;
use crate::narrate::date;
use crate::narrate::number::Counts;
use crate::narrate::number::NO_BREAK;
use crate::narrate::number::word;

/// From how many times somebody has declined again and again.
pub const DECLINED: u32 = 3;

/// After how many months a wait is long.
pub const LONG_MONTHS: u32 = 12;

/// What is told of the waits of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// How many wait.
    pub all: u32,
    /// The one that has waited longest, and how many whole months.
    pub longest: Option<(String, u32)>,
    /// How many have waited for more than a year.
    pub long: u32,
    /// How many have had no offer; nothing where offers are not written down.
    pub unoffered: Option<u32>,
    /// How many have declined again and again; likewise.
    pub declined: Option<u32>,
    /// How many interruptions have gone on for more than a year.
    pub avbrott: u32,
}

/// Returns the waits in a paragraph.
pub fn waits(voice: &Voice<'_>, waits: &Waits) -> String {
    let counts = [
        Some(waits.all),
        Some(waits.long),
        waits.unoffered,
        waits.declined,
        Some(waits.avbrott),
    ];
    let counts: Vec<u32> = counts.into_iter().flatten().collect();
    let numbers = voice.numbers.among(&counts);
    let quarter = date::quarter(voice.published.quarter);
    let all = numbers.beslut(waits.all, None);
    if waits.all == 0 {
        return format!("Vid slutet av {quarter} väntade {all} på att verkställas.");
    }
    let mut told = vec![format!(
        "Vid slutet av {quarter} väntade {all} på att verkställas."
    )];
    told.extend(waits.longest.as_ref().map(|(which, months)| {
        let months = months_of(numbers, *months);
        match waits.all {
            1 => format!("Det hade väntat i {months}."),
            _ => format!("Längst väntan hade {which}: {months}."),
        }
    }));
    if waits.all > 1 {
        told.push(match waits.long {
            0 => "Inget hade väntat i mer än ett år.".to_owned(),
            n if n == waits.all => "Alla hade väntat i mer än ett år.".to_owned(),
            n => format!(
                "Av besluten hade {} väntat i mer än ett år.",
                numbers.neuter(n)
            ),
        });
    }
    let cases = |n: u32, what: &str| format!("I {} fall {what}.", numbers.neuter(n));
    told.push(match waits.unoffered {
        None => {
            "Erbjudanden är inte antecknade, så det framgår inte vilka som saknar ett.".to_owned()
        }
        Some(0) => "Där erbjudanden antecknas har alla fått minst ett.".to_owned(),
        Some(n) => cases(n, "där erbjudanden antecknas har inget lämnats"),
    });
    told.extend(waits.declined.map(|n| match n {
        0 => format!("Ingen har tackat nej {} gånger eller fler.", word(DECLINED)),
        n => cases(
            n,
            &format!(
                "har den enskilde tackat nej {} gånger eller fler",
                word(DECLINED)
            ),
        ),
    }));
    told.push(match waits.avbrott {
        0 => "Inget avbrott har varat i mer än ett år.".to_owned(),
        n => cases(n, "har ett avbrott varat i mer än ett år"),
    });
    told.join(" ")
}

/// Returns whole months: «27 månader».
fn months_of(numbers: Counts, months: u32) -> String {
    match months {
        0 => "mindre än en månad".to_owned(),
        1 => format!("{}{NO_BREAK}månad", numbers.common(1)),
        n if numbers.words() && n > 12 => format!("{n}{NO_BREAK}månader"),
        n => format!("{}{NO_BREAK}månader", numbers.common(n)),
    }
}
