//! What a nämnd says of its IVO-rapportering: who reports, who answers for what,
//! days off, windows, and how socialtjänstlagen stands in a title.

use std::collections::BTreeMap;

use crate::finding::Level;
use crate::finding::Rule;
use crate::load::catalogue::Catalogue;
use crate::load::source::Source;
use crate::load::view::View;
use crate::model::ansvar::Ansvar;
use crate::model::ansvar::Responsibilities;
use crate::model::ansvar::Scope;
use crate::model::beslut::Regi;
use crate::model::law::Law;
use crate::model::law::Windows;
use crate::model::namnd::DEFAULT_TITLE_SOL;
use crate::model::namnd::Ivo;
use crate::model::quarter::Quarter;
use crate::model::workdays::Workdays;
use crate::validate::Findings;
use crate::validate::namnd::window;

/// A responsibility for something that is no section.
pub const OKANT_LAGRUM: Rule = Rule {
    slug: "okant-lagrum",
    level: Level::Error,
    fixed: true,
    explain: "Ett ansvar utan ett känt lagrum gäller inga ärenden. De får då sin vanliga ansvariga, \
              utan att någon märker det.",
    source: "9 § LSS; 11 och 12 kap. SoL (2025:400); dataformat 1",
};

/// Reads `ivo` and `fönster` as they stand on the view's day.
pub(crate) fn on(
    view: &View<'_>,
    source: &Source,
    catalogue: &Catalogue,
    findings: &mut Findings<'_>,
) -> Ivo {
    let ivo = view.record("ivo");
    let days = |key| {
        let dates = ivo.as_ref().map_or(vec![], |ivo| ivo.dates(key));
        dates.into_iter().map(|(day, _)| day).collect()
    };
    let name = |key| ivo.as_ref().and_then(|ivo| ivo.name(key));
    Ivo {
        reporter: name("rapportör"),
        mailbox: name("funktionsbrevlåda"),
        responsibilities: Responsibilities {
            own: own(ivo.as_ref(), findings),
            usual: catalogue.ansvar.clone(),
        },
        title_sol: name("titel_sol").unwrap_or_else(|| DEFAULT_TITLE_SOL.into()),
        workdays: Workdays {
            off: days("arbetsfria"),
            worked: days("arbetsdagar"),
        },
        windows: windows(view, source, &catalogue.law),
    }
}

fn own(ivo: Option<&View<'_>>, findings: &mut Findings<'_>) -> Vec<Ansvar> {
    let records = ivo.map_or(vec![], |ivo| ivo.records("ansvar"));
    let records = records.iter().filter_map(|record| {
        let lagrum = record.text("lagrum")?;
        let Some(scope) = Scope::named(lagrum) else {
            let message = format!("«{lagrum}» är inget lagrum som någon kan ansvara för");
            let help = "skriv «9 § 9» eller «9 § 2–7» (LSS), «11 kap. 1 §» (SoL), «SoL vårdboende» \
                        eller «SoL»";
            findings.value(&OKANT_LAGRUM, &record.at("lagrum"), message, help);
            return None;
        };
        Some(Ansvar {
            scope,
            regi: record.word("regi").and_then(Regi::named),
            responsible: record.name("ansvarig")?,
        })
    });
    records.collect()
}

/// Returns the windows, each as it is written on its quarter's last day.
fn windows(view: &View<'_>, source: &Source, law: &Law) -> Windows {
    let named = view.every_entry("fönster").into_iter();
    let own: BTreeMap<_, _> = named
        .filter_map(|(name, _)| {
            let quarter: Quarter = name.parse().ok()?;
            Some((quarter, window(source, law, quarter)?))
        })
        .collect();
    law.windows(own)
}
