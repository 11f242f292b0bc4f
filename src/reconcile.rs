//! Rules over figures: what is stated against what follows from it.
//!
//! Rules of one row are in `validate`; rules between quarters come here as
//! well.

use std::sync::Arc;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::model::report::Report;
use crate::model::stated::Key;
use crate::model::stated::Measure;

/// Outcomes that do not add up to what was reported.
pub const UTFALL_GAR_INTE_IHOP: Rule = Rule {
    slug: "utfall-gar-inte-ihop",
    level: Level::Warning,
    explain: "Varje rapporterat beslut är verkställt, avslutat eller kvarstår. Angivna antal som \
              inte går ihop gör att rapporten motsäger sig själv. Det angivna antalet trycks.",
    source: "28 f–28 g §§ LSS, 34 kap. 1–2 §§ SoL (2025:400)",
};
/// Parts that are more than their sum.
pub const DELAR_OVER_SUMMAN: Rule = Rule {
    slug: "delar-over-summan",
    level: Level::Warning,
    explain: "Insatserna kan inte tillsammans vara fler än totalen. Någon av siffrorna är fel.",
    source: "Dataformat 1",
};
/// A stated figure that the rows contradict.
pub const ANGIVET_MOT_RADER: Rule = Rule {
    slug: "angivet-mot-rader",
    level: Level::Error,
    explain: "Siffran i sammanställningen är en annan än den som raderna ger. En av dem är fel, och \
              rapporten får inte tryckas förrän det är utrett.",
    source: "Dataformat 1",
};

/// Every rule of this room.
pub static RULES: [&Rule; 3] = [
    &UTFALL_GAR_INTE_IHOP,
    &DELAR_OVER_SUMMAN,
    &ANGIVET_MOT_RADER,
];

/// Checks the stated figures of a quarter.
pub fn stated(report: &Report, figures: &crate::derive::Figures, path: &Arc<str>) -> Vec<Finding> {
    let mut findings = vec![];
    if report.beslut.is_some() {
        against_rows(report, figures, path, &mut findings);
    } else {
        outcomes(report, path, &mut findings);
        parts(report, path, &mut findings);
    }
    findings
}

fn against_rows(
    report: &Report,
    figures: &crate::derive::Figures,
    path: &Arc<str>,
    findings: &mut Vec<Finding>,
) {
    for stated in &report.stated.figures {
        if !crate::derive::tally::is_counted(&stated.key.measure) {
            continue;
        }
        let counted = figures
            .get(&stated.key)
            .and_then(|figure| figure.exact())
            .unwrap_or(0);
        let agrees = match stated.figure {
            crate::model::stated::Figure::Exact(n) => n == counted,
            crate::model::stated::Figure::Between(low, high) => {
                low.is_none_or(|low| low <= counted) && high.is_none_or(|high| counted <= high)
            }
        };
        if !agrees {
            let said = match stated.figure.exact() {
                Some(n) => n.to_string(),
                None => "ett annat intervall".to_owned(),
            };
            findings.push(Finding::new(
                &ANGIVET_MOT_RADER,
                path,
                Locus::Value(stated.route.clone()),
                format!("här står {said}, men raderna ger {counted}"),
                "rätta siffran eller raderna",
            ));
        }
    }
}

fn outcomes(report: &Report, path: &Arc<str>, findings: &mut Vec<Finding>) {
    for stated in report
        .stated
        .figures
        .iter()
        .filter(|s| s.key.measure == Measure::Reported)
    {
        let exact = |measure| {
            report
                .stated
                .get(&stated.key.measuring(measure))
                .and_then(|s| s.figure.exact())
        };
        let Some(reported) = stated.figure.exact() else {
            continue;
        };
        let ended = exact(Measure::Ended)
            .or_else(|| Some(exact(Measure::Executed)? + exact(Measure::Closed)?));
        let (Some(ended), Some(remaining)) = (ended, exact(Measure::Remaining)) else {
            continue;
        };
        if reported != ended + remaining {
            findings.push(Finding::new(
                &UTFALL_GAR_INTE_IHOP,
                path,
                Locus::Value(stated.route.clone()),
                format!(
                    "{reported} rapporterade, men {ended} verkställda eller avslutade och \
                     {remaining} som kvarstår blir {}",
                    ended + remaining
                ),
                "kontrollera siffrorna; handlingen trycker dem som de står",
            ));
        }
    }
}

fn parts(report: &Report, path: &Arc<str>, findings: &mut Vec<Finding>) {
    for measure in [Measure::Reported, Measure::Ended, Measure::Remaining] {
        let total = Key::total(measure.clone());
        let Some(stated) = report.stated.get(&total) else {
            continue;
        };
        let Some(all) = stated.figure.exact() else {
            continue;
        };
        let least: u32 = report
            .stated
            .figures
            .iter()
            .filter(|part| {
                let key = &part.key;
                key.measure == measure
                    && key.insats.is_some()
                    && key.group.is_none()
                    && key.sex.is_none()
                    && key.age.is_none()
            })
            .map(|part| part.figure.at_least())
            .sum();
        if least > all {
            findings.push(Finding::new(
                &DELAR_OVER_SUMMAN,
                path,
                Locus::Value(stated.route.clone()),
                format!("totalen är {all}, men insatserna blir minst {least}"),
                "kontrollera siffrorna; handlingen trycker dem som de står",
            ));
        }
    }
}
