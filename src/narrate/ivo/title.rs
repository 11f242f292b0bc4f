//! The title of a message to the IVO-rapportör, and nothing more than it: no
//! title may show who the report is about.

use crate::model::ansvar::Granted;
use crate::model::beslut::Act;
use crate::model::duty::Individrapport;

/// Returns a title: «IVO – Nyrapportering 2024-10-01, Förhandsbesked, 9§10».
/// `section` is written by [`section`].
pub fn title(report: &Individrapport, section: &str) -> String {
    let forhandsbesked = if report.forhandsbesked && report.kind.is_first() {
        ", Förhandsbesked"
    } else {
        ""
    };
    let (kind, day) = (report.kind.name(), report.dated_on);
    format!("IVO – {kind} {day}{forhandsbesked}, {section}")
}

/// Returns a section as titles have it: «9§10» of LSS, the nämnd's word for
/// socialtjänstlagen.
pub fn section(granted: &Granted<'_>, title_sol: &str) -> String {
    match (granted.act, granted.section) {
        (Act::Lss, Some(section)) => section.split_whitespace().collect(),
        (Act::Lss, None) => Act::Lss.name().to_owned(),
        (Act::Sol, _) => title_sol.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::duty::ReportType;

    #[track_caller]
    fn case(kind: ReportType, day: &str, forhandsbesked: bool, section: &str, expected: &str) {
        let report = Individrapport {
            kind,
            dated_on: day.parse().expect("a date"),
            number: None,
            forhandsbesked,
            late_since: None,
            renews: None,
        };
        assert_eq!(title(&report, section), expected);
    }

    #[test]
    fn five_titles() {
        let ten: Arc<str> = "9 § 10".into();
        let granted = |act| Granted {
            act,
            section: Some(&ten),
            insats: "daglig-verksamhet",
            regi: None,
        };
        let ten = section(&granted(Act::Lss), "SoL");
        let said = "IVO – Nyrapportering 2024-10-01, Förhandsbesked, 9§10";
        case(ReportType::New, "2024-10-01", true, &ten, said);
        let said = "IVO – Nyrapportering 2024-10-01, 9§10";
        case(ReportType::New, "2024-10-01", false, &ten, said);
        let said = "IVO – Nyrapportering avbrott 2024-10-01, 9§10";
        case(ReportType::NewAvbrott, "2024-10-01", false, &ten, said);
        let said = "IVO – Återrapportering 2024-12-31, 9§10";
        case(ReportType::Again, "2024-12-31", false, &ten, said);
        let said = "IVO – Slutrapportering, verkställt 2024-11-05, 9§10";
        case(ReportType::Executed, "2024-11-05", false, &ten, said);
        let said = "IVO – Slutrapportering, avslutat 2024-11-05, 9§10";
        case(ReportType::Closed, "2024-11-05", false, &ten, said);
        // Förhandsbesked is told once.
        let said = "IVO – Återrapportering 2024-12-31, 9§10";
        case(ReportType::Again, "2024-12-31", true, &ten, said);
        let sol = section(&granted(Act::Sol), "SoL, vårdboende");
        let said = "IVO – Återrapportering 2024-12-31, SoL, vårdboende";
        case(ReportType::Again, "2024-12-31", false, &sol, said);
    }
}
