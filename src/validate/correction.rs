//! Whether a `rättelse` corrects anything.

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::source::Source;
use crate::model::decided::Correction;
use crate::model::decided::Decided;

/// A correction of nothing.
pub const RATTELSE_UTAN_VERKAN: Rule = Rule {
    slug: "rattelse-utan-verkan",
    level: Level::Warning,
    fixed: false,
    explain: "En rättad version visar vad som stod i den fastställda. Finns ingen fastställd, eller \
              är rättelsen äldre än den som redan är fastställd, görs ingen rättad version.",
    source: "Dataformat 1",
};

/// Checks the correction of a quarter against what was decided of it.
pub(super) fn check(
    source: &Source,
    correction: Option<&Correction>,
    decided: Option<&Decided>,
) -> Option<Finding> {
    let correction = correction?;
    let route = Route::default().key("rättelse");
    let (locus, message, help) = match decided {
        None => (
            Locus::Key(route),
            "det finns inget fastställt att rätta, så handlingarna märks inte som rättade"
                .to_owned(),
            "kör «evb faststall» på det som gällde först, eller ta bort «rättelse»",
        ),
        Some(decided) => {
            let known = decided.correction.as_ref()?;
            if known.on <= correction.on {
                return None;
            }
            (
                Locus::Value(route.key("datum")),
                format!(
                    "rättelsen är daterad {}, före den rättelse som redan är fastställd ({})",
                    correction.on, known.on
                ),
                "skriv dagen för den nya rättelsen, eller lägg tillbaka den gamla",
            )
        }
    };
    Some(Finding::new(
        &RATTELSE_UTAN_VERKAN,
        &source.path,
        locus,
        message,
        help,
    ))
}
