//! What must be written down before an individrapport, by whoever writes the
//! summary and by whoever decides on the insats: once for the routine and for
//! the worksheets. Source: a kommun's routine of July 2024.

use crate::model::ansvar::Who;
use crate::model::duty::ReportType;

/// What the summary tells of a beslut that is not executed.
pub(crate) const SUMMARY: [&str; 6] = [
    "vilken insats det gäller, och att det är en sammanfattning",
    "dagen för beslutet, eller avbrottets första dag",
    "varför det dröjer",
    "när den enskilde eller företrädaren har kontaktats, och vad som har erbjudits",
    "när svaret kom, ja eller nej, och skälet till ett nej",
    "vad som är delvis verkställt, och sedan vilken dag",
];

/// What whoever decides on the insats adds to it.
pub(crate) const BESIDE: [&str; 4] = [
    "vilken insats det gäller, dagen för beslutet eller avbrottet, och varför det dröjer",
    "det viktigaste ur sammanfattningen",
    "när den enskilde, företrädaren eller vårdnadshavaren har kontaktats, och vad som sades",
    "om en annan insats har erbjudits under tiden, och när",
];

/// What somebody writes down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documented {
    /// Who, in definite form.
    pub by: String,
    /// What, in the order it is asked for.
    pub what: Vec<&'static str>,
}

/// Returns what is written down before a report, and by whom.
pub fn documented(kind: ReportType, who: &Who) -> Vec<Documented> {
    let by = |who: &str, what: &[&'static str]| Documented {
        by: who.to_owned(),
        what: what.to_vec(),
    };
    match kind {
        ReportType::New | ReportType::NewAvbrott | ReportType::Again => {
            let mut list = vec![by(&who.summary_by, &SUMMARY)];
            if who.summary_by != who.responsible {
                list.push(by(&who.responsible, &BESIDE));
            }
            list
        }
        ReportType::Executed | ReportType::Closed => {
            let what: Vec<&str> = ended(kind).into_iter().collect();
            vec![by(&who.responsible, &what)]
        }
    }
}

/// Returns what is written down when a beslut has ended.
pub(crate) fn ended(kind: ReportType) -> Option<&'static str> {
    match kind {
        ReportType::New | ReportType::NewAvbrott | ReportType::Again => None,
        ReportType::Executed => Some("dagen då insatsen kom i gång"),
        ReportType::Closed => {
            Some("dagen då beslutet avslutades, och varför; också när det har löpt ut")
        }
    }
}
