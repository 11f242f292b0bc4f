//! One quarter against those before it: what remained must come back.
//!
//! With ids, row by row (`rows`); without, by totals and by insats (`totals`):
//! what remained, plus the new, less what ended, is what remains.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::Figures;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Rule;
use crate::model::clock::Clock;
use crate::model::quarter::Quarter;
use crate::model::report::Report;

mod renewed;
mod rows;
mod totals;

/// A beslut that remained and is gone.
pub const FORSVUNNET_BESLUT: Rule = Rule {
    slug: "forsvunnet-beslut",
    level: Level::Error,
    fixed: false,
    explain: "Ett beslut som inte var verkställt när förra kvartalet slutade ska rapporteras igen, \
              eller som verkställt eller avslutat. Annars står det kvar hos IVO.",
    source: "28 f–28 g §§ LSS, 34 kap. 1–2 §§ SoL (2025:400)",
};
/// A beslut that ended and is back.
pub const ATERKOMMET_BESLUT: Rule = Rule {
    slug: "aterkommet-beslut",
    level: Level::Error,
    fixed: false,
    explain: "Ett beslut som har rapporterats som verkställt eller avslutat är slutrapporterat. Ett \
              nytt beslut eller ett nytt avbrott får ett eget id.",
    source: "28 g § LSS, 34 kap. 2 § SoL (2025:400); IVO:s slutrapportering",
};
/// A row that says something else than it did.
pub const ANDRAD_UPPGIFT: Rule = Rule {
    slug: "andrad-uppgift",
    level: Level::Warning,
    fixed: false,
    explain: "Kön, insats, beslutsdatum och avbrott ska vara de samma så länge beslutet rapporteras. \
              Ändras de är det ett annat beslut, eller så är något av kvartalen fel.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400)",
};
/// A row reported as remaining after it had ended.
pub const RAPPORTERAT_EFTER_SLUT: Rule = Rule {
    slug: "rapporterat-efter-slut",
    level: Level::Error,
    fixed: false,
    explain: "Beslutet har räknats som ej verkställt fast det redan var verkställt eller avslutat. \
              Då är något av datumen fel, eller också ska det tidigare kvartalet rättas.",
    source: "28 g § LSS, 34 kap. 2 § SoL (2025:400)",
};
/// A new row that was due earlier.
pub const MISSAD_RAPPORT: Rule = Rule {
    slug: "missad-rapport",
    level: Level::Warning,
    fixed: false,
    explain: "Beslutet rapporteras för första gången, men tre månader hade gått redan före \
              kvartalet. En missad rapport skickas nu, och det står i handlingen att den är sen.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400); IVO: missad rapportering",
};
/// A quarter it should have been reported in that the dates contradict.
pub const FEL_BORDE_RAPPORTERATS: Rule = Rule {
    slug: "fel-borde-rapporterats",
    level: Level::Warning,
    fixed: false,
    explain: "Beslutet borde ha rapporterats det kvartal då tre månader hade gått. Handlingen \
              redovisar vilka som är sena och sedan när.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400)",
};
/// A renewal that does not fit what it renews.
pub const FORNYAT_STAMMER_INTE: Rule = Rule {
    slug: "fornyat-stammer-inte",
    level: Level::Warning,
    fixed: false,
    explain: "Ett förnyat beslut tar vid dagen efter att det tidigare löpte ut, gäller samma insats \
              och börjar en ny rapporteringstid. Det tidigare ska vara rapporterat som avslutat.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400): tiden räknas från beslutet",
};
/// More beslut due before the quarter than remained.
pub const FLER_AN_KVARSTOD: Rule = Rule {
    slug: "fler-an-kvarstod",
    level: Level::Warning,
    fixed: false,
    explain: "Fler beslut hade passerat tre månader före kvartalet än de som kvarstod när det förra \
              slutade. Några rapporteras alltså för sent.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400): en gång per kvartal",
};
/// Fewer beslut than remained.
pub const FARRE_AN_KVARSTOD: Rule = Rule {
    slug: "farre-an-kvarstod",
    level: Level::Warning,
    fixed: false,
    explain: "Alla beslut som kvarstod när förra kvartalet slutade ska rapporteras igen, också när \
              de har verkställts eller avslutats. Här är de färre.",
    source: "28 f–28 g §§ LSS, 34 kap. 1–2 §§ SoL (2025:400)",
};
/// A stated number of re-reported beslut that is not what remained.
pub const ATERRAPPORTERING_STAMMER_INTE: Rule = Rule {
    slug: "aterrapportering-stammer-inte",
    level: Level::Warning,
    fixed: false,
    explain: "Det som återrapporteras är det som kvarstod när förra kvartalet slutade. Den siffra \
              som står här är en annan än den som förra kvartalets fil ger.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400): återrapportering varje kvartal",
};

/// Every rule of this folder.
pub(super) static RULES: [&Rule; 10] = [
    &FORSVUNNET_BESLUT,
    &ATERKOMMET_BESLUT,
    &ANDRAD_UPPGIFT,
    &RAPPORTERAT_EFTER_SLUT,
    &MISSAD_RAPPORT,
    &FEL_BORDE_RAPPORTERATS,
    &FORNYAT_STAMMER_INTE,
    &FLER_AN_KVARSTOD,
    &FARRE_AN_KVARSTOD,
    &ATERRAPPORTERING_STAMMER_INTE,
];

/// One quarter among the others.
pub struct Chapter<'a> {
    /// What its file says.
    pub report: &'a Report,
    /// Its figures.
    pub figures: &'a Figures,
    /// Its file.
    pub path: &'a Arc<str>,
    /// The clock the nämnd used.
    pub clock: Clock,
}

/// Checks every quarter against those before it.
pub fn check(chapters: &[Chapter<'_>]) -> Vec<Finding> {
    let mut findings = vec![];
    let mut ended = BTreeMap::new();
    for (at, now) in chapters.iter().enumerate() {
        let earlier = &chapters[..at];
        let before = earlier
            .last()
            .filter(|before| before.report.quarter == now.report.quarter.previous());
        findings.extend(rows::declared(now));
        match (now.report.by_id(), before.and_then(|b| b.report.by_id())) {
            (Some(own), Some(left)) => {
                let told = before.map(|before| before.report.quarter);
                let past = rows::Past {
                    left: &left,
                    ended: &ended,
                    quarter: told.unwrap_or(now.report.quarter.previous()),
                };
                findings.extend(rows::check(now, &own, &past));
                findings.extend(renewed::check(now, &own, &past, earlier));
            }
            // Rows that could not be read would be counted as gone.
            _ => {
                let whole = before.filter(|b| b.report.complete && now.report.complete);
                findings.extend(whole.into_iter().flat_map(|b| totals::check(now, b)));
            }
        }
        remember(now, &mut ended);
    }
    findings
}

/// Remembers what ended in a quarter, by id.
fn remember<'a>(now: &Chapter<'a>, ended: &mut BTreeMap<&'a str, Quarter>) {
    for (id, beslut) in now.report.by_id().into_iter().flatten() {
        if !beslut.status.remains() {
            ended.insert(id, now.report.quarter);
        }
    }
}
