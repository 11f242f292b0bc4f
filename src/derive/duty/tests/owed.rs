//! Table tests of what a beslut owes, what a day in `rapporterat` pays for, and
//! the calendar of a row.

use std::collections::BTreeMap;

use super::*;
use crate::derive::duty::calendar::is_told;
use crate::model::ansvar::Meanwhile;
use crate::model::ansvar::Who;
use crate::model::duty::Task;
use crate::model::law::Windows;
use crate::model::workdays::Workdays;

fn followed(
    rows: &[(&str, Beslut)],
    watched: Option<&Beslut>,
) -> Vec<(Quarter, Vec<String>, bool)> {
    let beslut = Followed {
        id: "A-0001",
        rows: rows.iter().map(|(at, row)| (quarter(at), row)).collect(),
        watched,
        since_first: true,
        today: day("2027-12-31"),
    };
    let windows = Windows::default();
    let until = quarter("2025-Q1");
    let list = owed(&beslut, Clock::Law, &windows, until);
    let list = list.into_iter();
    list.map(|owed| (owed.quarter, told(&owed.reports), owed.sent))
        .collect()
}

#[track_caller]
fn owes(rows: &[(&str, Beslut)], watched: Option<&Beslut>, expected: &[(&str, &[&str], bool)]) {
    let expected: Vec<(Quarter, Vec<String>, bool)> = expected
        .iter()
        .map(|(at, told, sent)| {
            let told = told.iter().map(|text| (*text).to_owned()).collect();
            (quarter(at), told, *sent)
        })
        .collect();
    assert_eq!(followed(rows, watched), expected);
}

/// A row of 2024-02-10: marks 05-11, 08-11, 11-11 and 2025-02-11.
fn row(sent: &[&str]) -> Beslut {
    Beslut {
        reported_on: sent.iter().map(|text| day(text)).collect(),
        ..decided("2024-02-10")
    }
}

const FIRST: &[&str] = &["Nyrapportering 2024-05-11"];
const SECOND: &[&str] = &["Återrapportering 2024-08-11"];
const THIRD: &[&str] = &["Återrapportering 2024-11-11"];
const FOURTH: &[&str] = &["Återrapportering 2025-02-11"];

#[test]
fn a_day_pays_for_the_quarter_in_whose_window_it_lies() {
    owes(
        &[("2024-Q2", row(&["2024-07-05"]))],
        None,
        &[
            ("2024-Q2", FIRST, true),
            ("2024-Q3", SECOND, false),
            ("2024-Q4", THIRD, false),
            ("2025-Q1", FOURTH, false),
        ],
    );
    // The second quarter's report is not sent twice: the next goes with its own mark.
    owes(
        &[("2024-Q2", row(&["2024-07-05", "2024-08-20"]))],
        None,
        &[
            ("2024-Q2", FIRST, true),
            ("2024-Q3", SECOND, true),
            ("2024-Q4", THIRD, false),
            ("2025-Q1", FOURTH, false),
        ],
    );
}

#[test]
fn a_quarter_that_is_left_out_is_owed_until_it_is_paid() {
    let before = ("2024-Q2", row(&["2024-07-05"]));
    let after = |sent: &[&str]| ("2024-Q4", row(sent));
    let owed = |third, second| {
        [
            ("2024-Q2", FIRST, true),
            ("2024-Q3", SECOND, second),
            ("2024-Q4", THIRD, third),
            ("2025-Q1", FOURTH, false),
        ]
    };
    owes(&[before.clone(), after(&[])], None, &owed(false, false));
    owes(
        &[before.clone(), after(&["2025-01-09"])],
        None,
        &owed(true, false),
    );
    let both = after(&["2025-01-09", "2025-01-15"]);
    owes(&[before, both], None, &owed(true, true));
}

#[test]
fn the_first_day_settles_what_is_older() {
    owes(
        &[("2024-Q2", row(&[])), ("2024-Q3", row(&["2024-10-07"]))],
        None,
        &[
            ("2024-Q2", FIRST, true),
            ("2024-Q3", SECOND, true),
            ("2024-Q4", THIRD, false),
            ("2025-Q1", FOURTH, false),
        ],
    );
}

#[test]
fn a_last_report_is_owed_until_it_is_sent_and_ends_it_all() {
    let executed = |day: &str, sent: &[&str]| Beslut {
        status: Status::Executed(super::day(day)),
        ..row(sent)
    };
    let before = ("2024-Q2", row(&["2024-07-05"]));
    let last: &[&str] = &["Slutrapportering, verkställt 2024-09-02"];
    let at = |sent: &[&str]| ("2024-Q3", executed("2024-09-02", sent));
    let owed = |sent| [("2024-Q2", FIRST, true), ("2024-Q3", last, sent)];
    owes(&[before.clone(), at(&[])], None, &owed(false));
    owes(&[before.clone(), at(&["2024-09-04"])], None, &owed(true));
    owes(&[before.clone(), at(&["2024-11-20"])], None, &owed(true));
    // Executed in the window of the quarter it remained in: two reports, two days.
    let remained = |sent: &[&str]| {
        let later = Some((Outcome::Executed, day("2024-10-03")));
        Beslut {
            status: Status::Remaining { later },
            ..row(sent)
        }
    };
    let last: &[&str] = &["Slutrapportering, verkställt 2024-10-03"];
    let owed = |sent| {
        [
            ("2024-Q2", FIRST, true),
            ("2024-Q3", SECOND, true),
            ("2024-Q4", last, sent),
        ]
    };
    let once = ("2024-Q3", remained(&["2024-10-10"]));
    owes(&[before.clone(), once], None, &owed(false));
    let twice = ("2024-Q3", remained(&["2024-10-10", "2024-10-21"]));
    owes(&[before, twice], None, &owed(true));
}

#[test]
fn a_beslut_that_is_only_watched_owes_from_its_first_mark() {
    let watched = row(&[]);
    owes(
        &[],
        Some(&watched),
        &[
            ("2024-Q2", FIRST, false),
            ("2024-Q3", SECOND, false),
            ("2024-Q4", THIRD, false),
            ("2025-Q1", FOURTH, false),
        ],
    );
    // Executed in time: nothing.
    let in_time = Beslut {
        status: Status::Executed(day("2024-05-10")),
        ..row(&[])
    };
    owes(&[], Some(&in_time), &[]);
}

#[test]
fn the_calendar_of_a_row() {
    let watched = decided("2026-07-14");
    let beslut = Followed {
        id: "A-0001",
        rows: BTreeMap::new(),
        watched: Some(&watched),
        since_first: true,
        today: day("2027-12-31"),
    };
    let windows = Windows::default();
    let owed = owed(&beslut, Clock::Law, &windows, quarter("2026-Q4"));
    let who = Who {
        responsible: "boendeteamet".into(),
        summary_by: "utföraren".into(),
        needs_told: Some("LSS-handläggaren".into()),
        meanwhile: Some(Meanwhile {
            waits_for: "stödfamilj".into(),
            offer: "korttidsenhet".into(),
        }),
    };
    let all = duties(&beslut, &owed, &who, &Workdays::default());
    let said: Vec<String> = all
        .iter()
        .map(|duty| {
            format!(
                "{} {} {}–{}",
                duty.task.id(),
                duty.who,
                duty.from,
                duty.due_on
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "uppfoljning boendeteamet 2026-09-14–2026-09-14",
            "kontakt boendeteamet 2026-09-15–2026-09-28",
            "under-tiden boendeteamet 2026-09-15–2026-09-28",
            "sammanfattning utföraren 2026-10-14–2026-10-14",
            "meddelande boendeteamet 2026-10-15–2026-10-15",
            "behov boendeteamet 2026-10-15–2026-10-15",
            "rapport IVO-rapportören 2027-01-01–2027-01-31",
        ]
    );
    let told = |today: &str, ahead| {
        let duties = all.iter().filter(|duty| is_told(duty, day(today), ahead));
        duties.map(|duty| duty.task).collect::<Vec<_>>()
    };
    assert_eq!(told("2026-09-13", 0), []);
    assert_eq!(told("2026-09-14", 0), [Task::FollowUp]);
    assert_eq!(told("2026-09-15", 0), [Task::Contact, Task::Meanwhile]);
    assert_eq!(told("2026-10-05", 0), [Task::Contact, Task::Meanwhile]);
    assert_eq!(told("2026-10-06", 0), []);
    assert_eq!(told("2026-10-06", 8), [Task::Summary]);
    let after = [Task::Summary, Task::Message, Task::Needs];
    assert_eq!(told("2026-10-16", 0), after);
    assert_eq!(told("2026-12-31", 0), []);
    assert_eq!(told("2026-12-31", 1), [Task::Report]);
    assert_eq!(told("2027-03-01", 0), [Task::Report]);
    assert!(!all[6].is_missed(day("2027-01-31")));
    assert!(all[6].is_missed(day("2027-02-01")));
}
