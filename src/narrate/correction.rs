//! That a paper is a corrected version, why, and what is not as it was.

use crate::model::decided::Corrected;
use crate::narrate::date;
use crate::narrate::number::NO_BREAK;
use crate::narrate::number::Numbers;

/// Returns the mark under the title: the day, why in the nämnd's words, and
/// that no figure is another if none is.
pub fn mark(corrected: &Corrected) -> String {
    let reason = corrected.correction.reason.trim();
    let stop = if reason.ends_with(['.', '!', '?', '…']) {
        ""
    } else {
        "."
    };
    let day = date::day(corrected.correction.on);
    let mark = format!("Rättad version {day}. Skäl: {reason}{stop}");
    match &corrected.changes {
        None => format!(
            "{mark} Siffrorna kan inte jämföras med de fastställda, som var skyddade på ett \
             annat sätt."
        ),
        Some(changes) if changes.is_empty() => {
            format!("{mark} Inga siffror har ändrats {}.", since(corrected))
        }
        Some(_) => mark,
    }
}

/// Returns how many figures have changed, if any has.
pub fn changes(corrected: &Corrected, numbers: Numbers) -> Option<String> {
    let changes = corrected.changes.as_ref().filter(|list| !list.is_empty())?;
    let n = u32::try_from(changes.len()).unwrap_or(u32::MAX);
    let noun = if n == 1 { "siffra" } else { "siffror" };
    let count = numbers.among(&[n]).common(n);
    let since = super::capital(since(corrected));
    Some(format!("{since} har {count}{NO_BREAK}{noun} ändrats."))
}

fn since(corrected: &Corrected) -> &'static str {
    match corrected.version {
        0 | 1 => "sedan handlingen fastställdes",
        _ => "sedan den förra rättade versionen",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::decided::Correction;
    use crate::model::decided::Difference;
    use crate::model::decided::Said;
    use crate::model::stated::Key;
    use crate::model::stated::Measure;

    fn corrected(reason: &str, version: u32, changed: Option<usize>) -> Corrected {
        let change = Difference {
            key: Key::total(Measure::Remaining),
            before: Said::Count(1),
            now: Said::Count(2),
        };
        Corrected {
            version,
            correction: Correction {
                on: "2024-03-01".parse().expect("a date"),
                reason: reason.into(),
            },
            changes: changed.map(|n| vec![change; n]),
        }
    }

    #[test]
    fn the_mark_ends_in_one_full_stop() {
        let expected = "Rättad version den 1\u{a0}mars 2024. Skäl: Två beslut saknades.";
        for reason in ["Två beslut saknades", "Två beslut saknades. "] {
            assert_eq!(mark(&corrected(reason, 1, Some(3))), expected);
        }
        assert_eq!(
            mark(&corrected("Två beslut saknades", 1, Some(0))),
            format!("{expected} Inga siffror har ändrats sedan handlingen fastställdes.")
        );
    }

    #[test]
    fn what_has_changed_agrees_with_its_number() {
        let said = |version, changed| {
            changes(
                &corrected("Prov", version, Some(changed)),
                Numbers::default(),
            )
        };
        assert_eq!(said(1, 0), None);
        let one = "Sedan handlingen fastställdes har en\u{a0}siffra ändrats.";
        assert_eq!(said(1, 1).as_deref(), Some(one));
        let many = "Sedan den förra rättade versionen har 40\u{a0}siffror ändrats.";
        assert_eq!(said(2, 40).as_deref(), Some(many));
    }
}
