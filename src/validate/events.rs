//! Whether a row belongs in the quarter it stands in.

use crate::finding::Level;
use crate::finding::Rule;
use crate::load::view::View;
use crate::model::beslut::Beslut;
use crate::model::beslut::Status;
use crate::model::clock::Clock;
use crate::model::quarter::Quarter;
use crate::validate::Findings;

/// Ended before the quarter.
pub const FORE_KVARTALET: Rule = Rule {
    slug: "handelse-fore-kvartalet",
    level: Level::Warning,
    fixed: false,
    explain: "Det som verkställdes eller avslutades före kvartalets första dag hör till förra \
              kvartalets rapport. Står det här är det sent rapporterat, eller också är datumet fel.",
    source: "28 g § LSS, 34 kap. 2 § SoL (2025:400): en gång per kvartal",
};
/// Ended within three months.
pub const ALDRIG_TRE_MANADER: Rule = Rule {
    slug: "aldrig-tre-manader",
    level: Level::Warning,
    fixed: false,
    explain: "Bara beslut som inte har verkställts inom tre månader ska rapporteras. Detta hann \
              verkställas eller avslutas innan dess.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400)",
};
/// Still waiting, but not yet for three months.
pub const ANNU_INTE_TRE_MANADER: Rule = Rule {
    slug: "annu-inte-tre-manader",
    level: Level::Warning,
    fixed: false,
    explain: "Beslutet har inte väntat i tre månader när kvartalet slutar och ska rapporteras \
              först i ett senare kvartal.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400)",
};

/// Checks one row's dates against the quarter.
pub(crate) fn check(
    beslut: &Beslut,
    view: &View<'_>,
    quarter: Quarter,
    clock: Clock,
    findings: &mut Findings<'_>,
) {
    let reportable = clock.reportable_from(beslut.waiting.clock_start());
    let since = if beslut.waiting.avbrott_on().is_some() {
        "avbrottet"
    } else {
        "beslutet"
    };
    let ended = match beslut.status {
        Status::Executed(day) => Some(("verkställt", day)),
        Status::Closed(day) => Some(("avslutat", day)),
        Status::Remaining { .. } => None,
    };
    match ended {
        Some((key, day)) if day < reportable => {
            let message = format!(
                "{key} {day}, innan tre månader hade gått från {since} {}",
                beslut.waiting.clock_start()
            );
            let help = format!(
                "kontrollera datumen; stämmer de ska raden inte rapporteras (gränsen var {reportable})"
            );
            findings.value(&ALDRIG_TRE_MANADER, &view.at(key), message, help);
        }
        Some((key, day)) if day < quarter.first_day() => {
            let message = format!(
                "{key} {day}, före kvartalets första dag {}",
                quarter.first_day()
            );
            let help = "kontrollera datumet; stämmer det har det rapporterats för sent";
            findings.value(&FORE_KVARTALET, &view.at(key), message, help);
        }
        None if reportable > quarter.last_day() => {
            let key = if beslut.waiting.avbrott_on().is_some() {
                "avbrott"
            } else {
                "beslutsdatum"
            };
            let message = match clock {
                Clock::Law => format!("tre månader från {since} har gått först {reportable}"),
                Clock::PreviousQuarter => format!("{since} ska rapporteras först {reportable}"),
            };
            let later = Quarter::of(reportable);
            let help = format!("flytta raden till {later}, eller rätta datumet");
            findings.value(&ANNU_INTE_TRE_MANADER, &view.at(key), message, help);
        }
        _ => {}
    }
}
