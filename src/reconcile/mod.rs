//! Rules over figures: what is stated, or told in the nämnd's own words, against
//! what follows from the rows.
//!
//! Rules of one row are in `validate`; rules between quarters come here as
//! well.

use std::sync::Arc;

use crate::derive::Figures;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::StatedFigure;

pub mod between;
pub mod complete;
mod outcomes;
mod parts;
pub mod texts;

/// Outcomes that do not add up to what was reported.
pub const UTFALL_GAR_INTE_IHOP: Rule = Rule {
    slug: "utfall-gar-inte-ihop",
    level: Level::Warning,
    fixed: false,
    explain: "Varje rapporterat beslut är verkställt, avslutat eller kvarstår. Angivna antal som \
              inte går ihop gör att rapporten motsäger sig själv. Det angivna antalet trycks.",
    source: "28 f–28 g §§ LSS, 34 kap. 1–2 §§ SoL (2025:400)",
};
/// Parts that are more than their sum.
pub const DELAR_OVER_SUMMAN: Rule = Rule {
    slug: "delar-over-summan",
    level: Level::Warning,
    fixed: false,
    explain: "Delar kan inte tillsammans vara fler än det de är delar av: insatser av en total, \
              grupper av kvartalet, orsaker och tidsband av besluten de gäller. Det angivna \
              antalet trycks.",
    source: "Dataformat 1",
};
/// A stated figure that the rows contradict.
pub const ANGIVET_MOT_RADER: Rule = Rule {
    slug: "angivet-mot-rader",
    level: Level::Error,
    fixed: false,
    explain: "Siffran i sammanställningen är en annan än den som raderna ger. En av dem är fel, och \
              rapporten får inte tryckas förrän det är utrett.",
    source: "Dataformat 1",
};

/// Returns every rule of this room.
pub fn rules() -> Vec<&'static Rule> {
    let own: [&'static Rule; 11] = [
        &UTFALL_GAR_INTE_IHOP,
        &DELAR_OVER_SUMMAN,
        &ANGIVET_MOT_RADER,
        &complete::ORSAK_SAKNAS,
        &complete::BESLUTSDATUM_SAKNAS,
        &complete::OFULLSTANDIG_STATISTIK,
        &complete::NAMNARE_UNDER_ANTALET,
        &texts::SIFFRA_I_TEXT,
        &texts::SIFFRA_MOT_RADER,
        &texts::TEXT_REDOVISAR_FARRE,
        &texts::SKRIVEN_DOLD_SIFFRA,
    ];
    own.into_iter().chain(between::RULES).collect()
}

/// The rules of this room that a person may release.
pub const RELEASABLE: [&Rule; 3] = [
    &texts::SIFFRA_I_TEXT,
    &texts::SIFFRA_MOT_RADER,
    &texts::TEXT_REDOVISAR_FARRE,
];

/// What to do about figures that contradict each other.
const LOOK: &str = "kontrollera siffrorna; handlingen trycker dem som de står";

/// Checks the stated figures of a quarter.
pub fn stated(report: &Report, figures: &Figures, path: &Arc<str>) -> Vec<Finding> {
    if report.beslut.is_some() {
        return against_rows(report, figures, path);
    }
    let mut findings = outcomes::check(&report.stated, path);
    findings.extend(parts::check(&report.stated, path));
    findings
}

/// Finds every stated figure that the rows contradict; a sum of parts only
/// where none of its parts is contradicted.
fn against_rows(report: &Report, figures: &Figures, path: &Arc<str>) -> Vec<Finding> {
    let counted = |stated: &StatedFigure| {
        let figure = figures.get(&stated.key);
        figure.and_then(|figure| figure.exact()).unwrap_or(0)
    };
    let wrong: Vec<_> = report
        .stated
        .figures
        .iter()
        .filter(|stated| figures.basis.gives(&stated.key.measure))
        .filter(|stated| !allows(stated.figure, counted(stated)))
        .collect();
    let explained = |sum: &StatedFigure| {
        wrong
            .iter()
            .any(|part| !part.summed && part.route.0.starts_with(&sum.route.0))
    };
    wrong
        .iter()
        .filter(|stated| !stated.summed || !explained(stated))
        .map(|stated| {
            let (said, counted) = (said(stated.figure), counted(stated));
            let message = format!("här står {said}, men raderna ger {counted}");
            at(
                &ANGIVET_MOT_RADER,
                path,
                stated,
                message,
                "rätta siffran eller raderna",
            )
        })
        .collect()
}

fn allows(figure: Figure, n: u32) -> bool {
    match figure {
        Figure::Exact(exact) => exact == n,
        Figure::Between(low, high) => {
            low.is_none_or(|low| low <= n) && high.is_none_or(|high| n <= high)
        }
    }
}

fn said(figure: Figure) -> String {
    match figure {
        Figure::Exact(n) => n.to_string(),
        Figure::Between(Some(low), Some(high)) => format!("{low}–{high}"),
        Figure::Between(Some(low), None) => format!("minst {low}"),
        Figure::Between(None, Some(high)) => format!("högst {high}"),
        Figure::Between(None, None) => "inget antal".to_owned(),
    }
}

fn at(
    rule: &'static Rule,
    path: &Arc<str>,
    stated: &StatedFigure,
    message: String,
    help: &str,
) -> Finding {
    let locus = Locus::Value(stated.route.clone());
    Finding::new(rule, path, locus, message, help)
}
