//! Every row of the sample through its quarters: what the program reports it as
//! against what a few plain rules give from the YAML, read here a second time.

use std::collections::BTreeMap;

use chrono::Datelike;
use chrono::NaiveDate;
use evb::derive::duty;
use evb::load;
use evb::load::catalogue::built_in;
use evb::model::clock::Clock;
use evb::model::report::Report;
use evb::narrate::ivo;
use evb::validate;
use serde_yaml::Value;

use crate::facts::root;

const QUARTERS: [(&str, &str); 4] = [
    ("2025-Q4", "2025-12-31"),
    ("2026-Q1", "2026-03-31"),
    ("2026-Q2", "2026-06-30"),
    ("2026-Q3", "2026-09-30"),
];

/// Returns the titles of every beslut, quarter by quarter, as the program has
/// them.
fn told() -> BTreeMap<String, Vec<(String, String)>> {
    let loaded = load::load(&root().join("data/exempelkommun")).unwrap();
    let catalogue = built_in();
    let folder = &loaded.folders[0];
    let checked = validate::folder(folder, &catalogue);
    let reports: Vec<&Report> = checked.reports.iter().map(|(_, report)| report).collect();
    let mut all: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (at, report) in reports.iter().enumerate() {
        let namnd = validate::namnd_on(folder, &catalogue, report.quarter.last_day()).0;
        let namnd = namnd.unwrap();
        for (beslut, rows) in duty::of_quarter(report, &reports[..at], Clock::Law) {
            let section = ivo::section(&namnd.granted(beslut), &namnd.ivo.title_sol);
            let id = beslut.id.as_deref().unwrap().to_owned();
            let titles = rows
                .iter()
                .map(|row| (report.quarter.to_string(), ivo::title(row, &section)));
            all.entry(id).or_default().extend(titles);
        }
    }
    all
}

/// Three months at a time from a day, plus one day; a month that is too short
/// ends it.
fn mark(since: NaiveDate, number: u32) -> NaiveDate {
    let months = since.month0() + 3 * number;
    let (year, month) = (since.year() + (months / 12).cast_signed(), months % 12 + 1);
    let days = (1..=since.day()).rev();
    let mut days = days.filter_map(|day| NaiveDate::from_ymd_opt(year, month, day));
    days.next().unwrap().succ_opt().unwrap()
}

/// Returns the section of an insats as a title has it.
fn section(row: &Value) -> &'static str {
    if row["lag"].as_str() == Some("SoL") {
        return "SoL";
    }
    match row["insats"].as_str().unwrap() {
        "ledsagarservice" => "9§3",
        "kontaktperson" => "9§4",
        "avlosarservice" => "9§5",
        "korttidsvistelse" => "9§6",
        "bostad-vuxna" => "9§9",
        "daglig-verksamhet" => "9§10",
        _ => "SoL",
    }
}

/// Returns the same titles by plain rules.
fn expected() -> BTreeMap<String, Vec<(String, String)>> {
    let mut all: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    // How many quarters a beslut has been in.
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for (at, (quarter, last)) in QUARTERS.into_iter().enumerate() {
        let path = root().join(format!("data/exempelkommun/{quarter}.yaml"));
        let file: Value = serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let last: NaiveDate = last.parse().unwrap();
        for row in file["beslut"].as_sequence().unwrap() {
            let date = |key: &str| row[key].as_str().map(|text| text.parse().unwrap());
            let avbrott: Option<NaiveDate> = date("avbrott");
            let since = avbrott.or(date("beslutsdatum")).unwrap();
            let id = row["id"].as_str().unwrap();
            let said = row["dom"].as_str() != Some("ja");
            let ended: Option<(&str, NaiveDate)> = ["verkställt", "avslutat"]
                .into_iter()
                .find_map(|key| Some((key, date(key)?)))
                .filter(|(_, day)| *day <= last);
            // The report goes with the mark of its quarter, the day after it included.
            let passed = |until: NaiveDate| (1..).take_while(move |n| mark(since, *n) <= until);
            let first = mark(since, 1);
            let since_first = (last.year() - first.year()) * 4 + (last.month0() / 3).cast_signed()
                - (first.month0() / 3).cast_signed();
            let number = since_first.cast_unsigned() + 1;
            let seen = times.entry(id.to_owned()).or_default();
            // The data begins in the middle: what was due before it is no longer new.
            let older = at == 0 && since_first > 0;
            let new = *seen == 0 && !older;
            *seen += 1;
            let mut titles = vec![];
            if new {
                let kind = if avbrott.is_some() { " avbrott" } else { "" };
                let number = ended.map_or(number, |(_, day)| passed(day).last().unwrap());
                let forhandsbesked = match row["förhandsbesked"].as_str() {
                    Some("ja") => ", Förhandsbesked",
                    _ => "",
                };
                let day = mark(since, number);
                titles.push(format!("Nyrapportering{kind} {day}{forhandsbesked}"));
            } else if ended.is_none() {
                titles.push(format!("Återrapportering {}", mark(since, number)));
            }
            titles.extend(ended.map(|(key, day)| format!("Slutrapportering, {key} {day}")));
            let titles = titles.into_iter().filter(|_| said);
            let titles = titles.map(|title| {
                let title = format!("IVO – {title}, {}", section(row));
                (quarter.to_owned(), title)
            });
            all.entry(id.to_owned()).or_default().extend(titles);
        }
    }
    all
}

#[test]
fn every_row_is_reported_right_from_first_to_last() {
    let (told, expected) = (told(), expected());
    assert!(expected.len() > 80, "{}", expected.len());
    for (id, titles) in &expected {
        assert_eq!(told.get(id), Some(titles), "{id}");
    }
    assert_eq!(told.len(), expected.len());
    let all: Vec<&String> = expected
        .values()
        .flatten()
        .map(|(_, title)| title)
        .collect();
    for kind in [
        "Nyrapportering 2",
        "Nyrapportering avbrott 2",
        "Återrapportering 2",
        "Slutrapportering, verkställt 2",
        "Slutrapportering, avslutat 2",
        ", Förhandsbesked, 9§9",
    ] {
        assert!(all.iter().any(|title| title.contains(kind)), "{kind}");
    }
}

#[test]
fn a_dozen_rows_by_hand() {
    let told = told();
    let case = |id: &str, expected: &[(&str, &str)]| {
        let found: Vec<(&str, &str)> = told[id]
            .iter()
            .map(|(quarter, title)| (quarter.as_str(), title.as_str()))
            .collect();
        assert_eq!(found, expected, "{id}");
    };
    // From before the data to its end, without ever being new here.
    case(
        "A-0144",
        &[
            ("2025-Q4", "IVO – Återrapportering 2025-12-14, 9§9"),
            ("2026-Q1", "IVO – Återrapportering 2026-03-14, 9§9"),
            ("2026-Q2", "IVO – Återrapportering 2026-06-14, 9§9"),
            ("2026-Q3", "IVO – Återrapportering 2026-09-14, 9§9"),
        ],
    );
    // New, and marks that move over the end of a month.
    case(
        "A-0113",
        &[
            ("2025-Q4", "IVO – Nyrapportering 2025-12-31, SoL"),
            ("2026-Q1", "IVO – Återrapportering 2026-03-31, SoL"),
            ("2026-Q2", "IVO – Återrapportering 2026-07-01, SoL"),
            ("2026-Q3", "IVO – Återrapportering 2026-10-01, SoL"),
        ],
    );
    case(
        "A-0148",
        &[
            (
                "2025-Q4",
                "IVO – Nyrapportering 2025-11-13, Förhandsbesked, 9§9",
            ),
            ("2026-Q1", "IVO – Återrapportering 2026-02-13, 9§9"),
            ("2026-Q2", "IVO – Återrapportering 2026-05-13, 9§9"),
            ("2026-Q3", "IVO – Återrapportering 2026-08-13, 9§9"),
        ],
    );
    // Interrupted, reported, executed.
    case(
        "A-0325",
        &[
            ("2026-Q2", "IVO – Nyrapportering avbrott 2026-04-01, 9§10"),
            (
                "2026-Q3",
                "IVO – Slutrapportering, verkställt 2026-08-26, 9§10",
            ),
        ],
    );
    // Closed, and renewed the day after: a new beslut, and a new time.
    case(
        "A-0136",
        &[(
            "2025-Q4",
            "IVO – Slutrapportering, avslutat 2025-11-30, 9§3",
        )],
    );
    case(
        "A-0222",
        &[
            ("2026-Q1", "IVO – Nyrapportering 2026-03-02, 9§3"),
            ("2026-Q2", "IVO – Återrapportering 2026-06-02, 9§3"),
            (
                "2026-Q3",
                "IVO – Slutrapportering, verkställt 2026-08-19, 9§3",
            ),
        ],
    );
    // Executed in the quarter it was new in.
    case(
        "A-0118",
        &[
            ("2025-Q4", "IVO – Nyrapportering 2025-12-04, SoL"),
            (
                "2025-Q4",
                "IVO – Slutrapportering, verkställt 2025-12-08, SoL",
            ),
        ],
    );
    // Found a quarter late, and executed by then.
    case(
        "A-0326",
        &[
            ("2026-Q2", "IVO – Nyrapportering 2026-05-19, SoL"),
            (
                "2026-Q2",
                "IVO – Slutrapportering, verkställt 2026-05-27, SoL",
            ),
        ],
    );
    // Executed after the quarter: the last report is the next quarter's.
    case(
        "A-0203",
        &[
            ("2026-Q1", "IVO – Nyrapportering 2026-03-31, SoL"),
            ("2026-Q2", "IVO – Återrapportering 2026-07-01, SoL"),
            ("2026-Q3", "IVO – Återrapportering 2026-10-01, SoL"),
        ],
    );
    case(
        "A-0101",
        &[
            ("2025-Q4", "IVO – Återrapportering 2025-11-12, SoL"),
            ("2026-Q1", "IVO – Återrapportering 2026-02-12, SoL"),
            (
                "2026-Q2",
                "IVO – Slutrapportering, avslutat 2026-05-12, SoL",
            ),
        ],
    );
    case(
        "A-0404",
        &[("2026-Q3", "IVO – Nyrapportering 2026-09-30, SoL")],
    );
    // A court's decision is not reported.
    case("A-0158", &[]);
}
