//! Ten years of moving holidays, and the workdays around them.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag,
/// pingstdagen, midsommardagen and alla helgons dag, month and day.
#[track_caller]
fn year(year: i32, expected: [&str; 7]) {
    const NAMES: [&str; 7] = [
        "långfredagen",
        "påskdagen",
        "annandag påsk",
        "Kristi himmelsfärdsdag",
        "pingstdagen",
        "midsommardagen",
        "alla helgons dag",
    ];
    for (name, expected) in NAMES.into_iter().zip(expected) {
        let days = day(&format!("{year}-01-01")).iter_days().take(365);
        let found: Vec<String> = days
            .filter(|day| holiday(*day) == Some(name))
            .map(|day| day.format("%m-%d").to_string())
            .collect();
        assert_eq!(found, [expected], "{name} {year}");
    }
}

#[test]
fn ten_years_of_moving_holidays() {
    let rows = [
        (
            2020,
            [
                "04-10", "04-12", "04-13", "05-21", "05-31", "06-20", "10-31",
            ],
        ),
        (
            2021,
            [
                "04-02", "04-04", "04-05", "05-13", "05-23", "06-26", "11-06",
            ],
        ),
        (
            2022,
            [
                "04-15", "04-17", "04-18", "05-26", "06-05", "06-25", "11-05",
            ],
        ),
        (
            2023,
            [
                "04-07", "04-09", "04-10", "05-18", "05-28", "06-24", "11-04",
            ],
        ),
        (
            2024,
            [
                "03-29", "03-31", "04-01", "05-09", "05-19", "06-22", "11-02",
            ],
        ),
        (
            2025,
            [
                "04-18", "04-20", "04-21", "05-29", "06-08", "06-21", "11-01",
            ],
        ),
        (
            2026,
            [
                "04-03", "04-05", "04-06", "05-14", "05-24", "06-20", "10-31",
            ],
        ),
        (
            2027,
            [
                "03-26", "03-28", "03-29", "05-06", "05-16", "06-26", "11-06",
            ],
        ),
        (
            2028,
            [
                "04-14", "04-16", "04-17", "05-25", "06-04", "06-24", "11-04",
            ],
        ),
        (
            2029,
            [
                "03-30", "04-01", "04-02", "05-10", "05-20", "06-23", "11-03",
            ],
        ),
    ];
    for (number, expected) in rows {
        year(number, expected);
    }
}

#[test]
fn easter_at_its_earliest_and_latest() {
    assert_eq!(easter(1818), day("1818-03-22"));
    assert_eq!(easter(1943), day("1943-04-25"));
    assert_eq!(easter(2000), day("2000-04-23"));
    assert_eq!(easter(2038), day("2038-04-25"));
    for year in 1000..=9999 {
        let found = easter(year);
        assert_eq!(found.weekday(), Weekday::Sun, "{year}");
        let first = NaiveDate::from_ymd_opt(year, 3, 22);
        let last = NaiveDate::from_ymd_opt(year, 4, 25);
        assert!(first <= Some(found) && Some(found) <= last, "{year}");
    }
}

#[test]
fn nationaldagen_took_the_place_of_annandag_pingst() {
    assert_eq!(holiday(day("2004-05-31")), Some("annandag pingst"));
    assert_eq!(holiday(day("2004-06-06")), None);
    assert_eq!(holiday(day("2005-05-16")), None);
    assert_eq!(holiday(day("2005-06-06")), Some("nationaldagen"));
}

/// A day, the last day at work before it, and the first on or after it.
#[track_caller]
fn case(mark: &str, before: &str, after: &str) {
    let days = Workdays::default();
    assert_eq!(days.last_workday_before(day(mark)), day(before), "before");
    assert_eq!(
        days.first_workday_on_or_after(day(mark)),
        day(after),
        "after"
    );
}

#[test]
fn new_year_easter_whit_and_midsummer() {
    // Nyårsafton on a Thursday, nyårsdagen, a weekend.
    case("2026-12-31", "2026-12-30", "2027-01-04");
    case("2027-01-01", "2026-12-30", "2027-01-04");
    // Trettondedag jul on a Tuesday.
    case("2026-01-06", "2026-01-05", "2026-01-07");
    // Skärtorsdagen is worked; then four days are not.
    case("2026-04-03", "2026-04-02", "2026-04-07");
    case("2026-04-06", "2026-04-02", "2026-04-07");
    // Kristi himmelsfärdsdag; the Friday after is worked.
    case("2026-05-14", "2026-05-13", "2026-05-15");
    // Pingst: the Monday after is worked since 2005, and was not in 2004.
    case("2026-05-24", "2026-05-22", "2026-05-25");
    case("2004-05-30", "2004-05-28", "2004-06-01");
    // Nationaldagen on a Friday.
    case("2025-06-06", "2025-06-05", "2025-06-09");
    // Midsommarafton on the earliest Friday, and on the latest.
    case("2026-06-19", "2026-06-18", "2026-06-22");
    case("2027-06-25", "2027-06-24", "2027-06-28");
    // Första maj on a Friday.
    case("2026-05-01", "2026-04-30", "2026-05-04");
    // Julafton on a Thursday, juldagen, annandag jul, Sunday.
    case("2026-12-24", "2026-12-23", "2026-12-28");
    // A plain Wednesday.
    case("2026-10-14", "2026-10-13", "2026-10-14");
}

#[test]
fn a_namnd_has_days_of_its_own() {
    let days = Workdays {
        off: [day("2026-06-05"), day("2026-12-23")].into(),
        worked: [day("2026-12-24"), day("2026-12-23")].into(),
    };
    assert!(!days.is_worked(day("2026-06-05")));
    assert!(days.is_worked(day("2026-12-24")));
    assert!(!days.is_worked(day("2026-12-23")), "off wins");
    assert_eq!(
        days.last_workday_before(day("2026-12-25")),
        day("2026-12-24")
    );
}

#[test]
fn a_year_off_on_end_is_no_endless_search() {
    let days = Workdays {
        off: day("2025-01-01").iter_days().take(800).collect(),
        worked: BTreeSet::new(),
    };
    assert_eq!(
        days.first_workday_on_or_after(day("2025-03-03")),
        day("2025-03-03")
    );
}
