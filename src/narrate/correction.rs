//! That a paper is a corrected version, why, and what is not as it was.

use crate::model::decided::Correction;
use crate::narrate::date;
use crate::narrate::number::NO_BREAK;
use crate::narrate::number::Numbers;

/// Returns the mark under the title: the day, and why in the nämnd's words.
pub fn mark(correction: &Correction) -> String {
    let reason = correction.reason.trim();
    let stop = if reason.ends_with(['.', '!', '?', '…']) {
        ""
    } else {
        "."
    };
    format!(
        "Rättad version {}. Skäl: {reason}{stop}",
        date::day(correction.on)
    )
}

/// Returns what the table of changes shows. `changed` is the number of figures
/// that are not as they were, if they can be compared, and `version` which
/// correction this is.
pub fn changes(changed: Option<u32>, version: u32, numbers: Numbers) -> String {
    let before = match version {
        0 | 1 => "sedan handlingen fastställdes",
        _ => "sedan den förra rättade versionen",
    };
    match changed {
        None => "Siffrorna kan inte jämföras med de fastställda, som var skyddade på ett annat \
                 sätt."
            .to_owned(),
        Some(0) => format!("Inga siffror har ändrats {before}."),
        Some(n) => {
            let noun = if n == 1 { "siffra" } else { "siffror" };
            let count = numbers.among(&[n]).common(n);
            let before = super::capital(before);
            format!("{before} har {count}{NO_BREAK}{noun} ändrats.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_ends_in_one_full_stop() {
        let marked = |reason: &str| {
            mark(&Correction {
                on: "2024-03-01".parse().expect("a date"),
                reason: reason.into(),
            })
        };
        let expected = "Rättad version den 1\u{a0}mars 2024. Skäl: Två beslut saknades.";
        assert_eq!(marked("Två beslut saknades"), expected);
        assert_eq!(marked("Två beslut saknades."), expected);
    }

    #[test]
    fn what_has_changed_agrees_with_its_number() {
        let said = |changed, version| changes(changed, version, Numbers::default());
        let none = "Inga siffror har ändrats sedan handlingen fastställdes.";
        assert_eq!(said(Some(0), 1), none);
        let one = "Sedan handlingen fastställdes har en\u{a0}siffra ändrats.";
        assert_eq!(said(Some(1), 1), one);
        let many = "Sedan den förra rättade versionen har 40\u{a0}siffror ändrats.";
        assert_eq!(said(Some(40), 2), many);
    }
}
