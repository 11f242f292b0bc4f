//! Table tests of reports: every kind, and every row of the clock's table.

use chrono::NaiveDate;

use super::*;
use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Beslut;
use crate::model::beslut::Outcome;
use crate::model::beslut::Sex;
use crate::model::beslut::Status;
use crate::model::beslut::Waiting;
use crate::model::clock::Clock;
use crate::model::duty::Individrapport;
use crate::model::quarter::Quarter;

mod owed;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn quarter(text: &str) -> Quarter {
    text.parse().expect("a quarter")
}

fn decided(on: &str) -> Beslut {
    Beslut {
        index: 0,
        nr: None,
        id: Some("A-0001".into()),
        sex: Sex::Kvinna,
        age: Age::Vuxen,
        insats: "daglig-verksamhet".into(),
        act: Act::Lss,
        waiting: Waiting::Decided(day(on)),
        status: Status::Remaining { later: None },
        orsak: None,
        avslutsskal: None,
        offers: vec![],
        delvis: None,
        avdelning: None,
        court: false,
        forhandsbesked: false,
        protected: false,
        due_in: None,
        replaces: None,
        reported_on: vec![],
        provider: None,
        regi: None,
    }
}

/// Returns reports as a reader sees them: kind, day, and what is noted.
fn told(reports: &[Individrapport]) -> Vec<String> {
    let reports = reports.iter().map(|report| {
        let mut text = format!("{} {}", report.kind.name(), report.dated_on);
        if report.forhandsbesked {
            text.push_str(", förhandsbesked");
        }
        if let Some(quarter) = report.late_since {
            text.push_str(&format!(", sen sedan {quarter}"));
        }
        if let Some(id) = &report.renews {
            text.push_str(&format!(", förnyar {id}"));
        }
        text
    });
    reports.collect()
}

#[track_caller]
fn case(beslut: &Beslut, in_quarter: &str, earlier: Earlier, expected: &[&str]) {
    let reports = individrapporter(beslut, quarter(in_quarter), earlier, Clock::Law);
    assert_eq!(told(&reports), expected);
}

#[test]
fn every_kind_of_report() {
    use Earlier::Never;
    use Earlier::Reported;
    use Earlier::Unknown;
    let open = decided("2024-06-30");
    case(&open, "2024-Q4", Never, &["Nyrapportering 2024-10-01"]);
    case(&open, "2025-Q1", Reported, &["Återrapportering 2024-12-31"]);
    case(&open, "2025-Q2", Reported, &["Återrapportering 2025-03-31"]);
    let avbrott = Beslut {
        waiting: Waiting::Both {
            decided_on: day("2022-01-10"),
            avbrott_on: day("2024-06-30"),
        },
        ..open.clone()
    };
    let said = "Nyrapportering avbrott 2024-10-01";
    case(&avbrott, "2024-Q4", Never, &[said]);
    let again = "Återrapportering 2024-12-31";
    case(&avbrott, "2025-Q1", Reported, &[again]);
    let ended = |status| Beslut {
        status,
        ..open.clone()
    };
    let executed = ended(Status::Executed(day("2025-02-03")));
    let said = "Slutrapportering, verkställt 2025-02-03";
    case(&executed, "2025-Q1", Reported, &[said]);
    let closed = ended(Status::Closed(day("2025-02-03")));
    let said = "Slutrapportering, avslutat 2025-02-03";
    case(&closed, "2025-Q1", Reported, &[said]);
    // What happens after the quarter is the next quarter's.
    let later = Some((Outcome::Executed, day("2025-04-02")));
    case(
        &ended(Status::Remaining { later }),
        "2025-Q1",
        Reported,
        &[again],
    );
    // Never reported, and executed after more than three months: both at once.
    let executed = ended(Status::Executed(day("2024-11-20")));
    case(
        &executed,
        "2024-Q4",
        Never,
        &[
            "Nyrapportering 2024-10-01",
            "Slutrapportering, verkställt 2024-11-20",
        ],
    );
    // On the last day of the three months it is not late, on the next it is.
    case(
        &ended(Status::Executed(day("2024-09-30"))),
        "2024-Q3",
        Never,
        &[],
    );
    case(
        &ended(Status::Closed(day("2024-10-01"))),
        "2024-Q4",
        Never,
        &[
            "Nyrapportering 2024-10-01",
            "Slutrapportering, avslutat 2024-10-01",
        ],
    );
    // A court's decision is not reported.
    let court = Beslut {
        court: true,
        ..open.clone()
    };
    case(&court, "2024-Q4", Never, &[]);
    // Where nothing came before, the day it was due decides.
    case(&open, "2024-Q4", Unknown, &["Nyrapportering 2024-10-01"]);
    case(&open, "2025-Q1", Unknown, &["Återrapportering 2024-12-31"]);
}

#[test]
fn what_only_the_first_report_says() {
    use Earlier::Never;
    use Earlier::Reported;
    use Earlier::Unknown;
    let marked = Beslut {
        forhandsbesked: true,
        replaces: Some("A-0000".into()),
        ..decided("2024-06-30")
    };
    case(
        &marked,
        "2024-Q4",
        Never,
        &["Nyrapportering 2024-10-01, förhandsbesked, förnyar A-0000"],
    );
    case(
        &marked,
        "2025-Q1",
        Reported,
        &["Återrapportering 2024-12-31"],
    );
    // Found two quarters late: the mark is this quarter's.
    let late = "Nyrapportering 2025-03-31, sen sedan 2024-Q4";
    case(&decided("2024-06-30"), "2025-Q2", Never, &[late]);
    let declared = Beslut {
        due_in: Some(quarter("2024-Q4")),
        ..decided("2024-06-30")
    };
    case(&declared, "2025-Q2", Unknown, &[late]);
    // The mark of one that has ended is the last before its end.
    let ended = Beslut {
        status: Status::Executed(day("2025-04-02")),
        ..decided("2024-06-20")
    };
    case(
        &ended,
        "2025-Q2",
        Never,
        &[
            "Nyrapportering 2025-03-21, sen sedan 2024-Q3",
            "Slutrapportering, verkställt 2025-04-02",
        ],
    );
}

/// DOMAIN b2: in which quarter a decision is reported first, and by which mark.
#[test]
fn every_row_of_the_clocks_table() {
    #[track_caller]
    fn first(on: &str, expected: &str, title: &str) {
        let beslut = decided(on);
        let quarters = std::iter::successors(Some(quarter("2024-Q3")), |q| Some(q.next()));
        let found = quarters.take(8).find_map(|quarter| {
            let reports = individrapporter(&beslut, quarter, Earlier::Never, Clock::Law);
            Some((quarter, told(&reports).first()?.clone()))
        });
        let title = format!("Nyrapportering {title}");
        assert_eq!(found, Some((quarter(expected), title)));
    }
    first("2024-09-30", "2024-Q4", "2024-12-31");
    first("2024-12-30", "2025-Q1", "2025-03-31");
    first("2024-12-31", "2025-Q2", "2025-04-01");
    first("2025-03-29", "2025-Q2", "2025-06-30");
    first("2025-03-30", "2025-Q3", "2025-07-01");
    first("2025-03-31", "2025-Q3", "2025-07-01");
    first("2025-06-29", "2025-Q3", "2025-09-30");
    first("2025-06-30", "2025-Q4", "2025-10-01");
    first("2024-11-30", "2025-Q1", "2025-03-01");
}
