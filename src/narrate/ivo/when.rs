//! When something is due, in words, seen from a day.

use chrono::NaiveDate;

use crate::model::clock::days;
use crate::model::clock::whole_months;
use crate::narrate::number::NO_BREAK;
use crate::narrate::number::Numbers;

/// From how many days a time is told in weeks.
const WEEKS_FROM: u32 = 14;

/// From how many days a time is told in months.
const MONTHS_FROM: u32 = 63;

/// Returns when a day is, seen from another: «tre dagar försenad», «i dag», «om
/// två veckor». Longer times are told in whole weeks and months, rounded down.
pub fn when(due_on: NaiveDate, today: NaiveDate, numbers: Numbers) -> String {
    if due_on < today {
        format!("{} försenad", span(due_on, today, numbers))
    } else {
        match days(today, due_on) {
            0 => "i dag".to_owned(),
            1 => "i morgon".to_owned(),
            _ => format!("om {}", span(today, due_on, numbers)),
        }
    }
}

/// Returns how far ahead a number of days is: «två veckor».
pub fn ahead(days: u32, numbers: Numbers) -> String {
    if days >= WEEKS_FROM && days.is_multiple_of(7) {
        counted(days / 7, ["vecka", "veckor"], numbers)
    } else {
        counted(days, ["dag", "dagar"], numbers)
    }
}

fn span(from: NaiveDate, to: NaiveDate, numbers: Numbers) -> String {
    match days(from, to) {
        n if n < WEEKS_FROM => counted(n, ["dag", "dagar"], numbers),
        n if n < MONTHS_FROM => counted(n / 7, ["vecka", "veckor"], numbers),
        _ => counted(whole_months(from, to), ["månad", "månader"], numbers),
    }
}

fn counted(count: u32, [one, many]: [&str; 2], numbers: Numbers) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{}{NO_BREAK}{noun}", numbers.among(&[count]).common(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(due_on: &str, expected: &str) {
        let day = |text: &str| text.parse().expect("a date");
        let said = when(day(due_on), day("2026-10-15"), Numbers::default());
        assert_eq!(said.replace(NO_BREAK, " "), expected);
    }

    #[test]
    fn days_then_weeks_then_months() {
        case("2026-10-15", "i dag");
        case("2026-10-16", "i morgon");
        case("2026-10-17", "om två dagar");
        case("2026-10-28", "om 13 dagar");
        case("2026-10-29", "om två veckor");
        case("2026-11-11", "om tre veckor");
        case("2026-12-16", "om åtta veckor");
        case("2026-12-17", "om två månader");
        case("2027-10-14", "om elva månader");
        case("2026-10-14", "en dag försenad");
        case("2026-10-12", "tre dagar försenad");
        case("2026-10-01", "två veckor försenad");
        case("2026-08-14", "åtta veckor försenad");
        case("2026-08-13", "två månader försenad");
        case("2025-07-31", "14 månader försenad");
    }

    #[test]
    fn how_far_ahead() {
        let said = |days| ahead(days, Numbers::default()).replace(NO_BREAK, " ");
        assert_eq!(said(1), "en dag");
        assert_eq!(said(14), "två veckor");
        assert_eq!(said(15), "15 dagar");
    }
}
