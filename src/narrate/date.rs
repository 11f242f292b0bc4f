//! Days, periods and quarters in running text.

use chrono::Datelike;
use chrono::NaiveDate;

use crate::model::clock::MONTHS;
use crate::model::quarter::Quarter;
use crate::narrate::number::NO_BREAK;

fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// Returns a day: «den 31 december 2023».
pub fn day(day: NaiveDate) -> String {
    format!("den {}{NO_BREAK}{} {}", day.day(), month(day), day.year())
}

/// Returns the days of a quarter: «den 1 oktober–31 december 2023».
pub fn period(quarter: Quarter) -> String {
    let (first, last) = (quarter.first_day(), quarter.last_day());
    format!(
        "den {}{NO_BREAK}{}–{}{NO_BREAK}{} {}",
        first.day(),
        month(first),
        last.day(),
        month(last),
        last.year()
    )
}

/// Returns the days from one to another: «den 1–31 oktober 2026», «den 1
/// juli–31 augusti 2026».
pub fn span(from: NaiveDate, to: NaiveDate) -> String {
    let start = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => from.day().to_string(),
        (true, false) => format!("{}{NO_BREAK}{}", from.day(), month(from)),
        (false, _) => format!("{}{NO_BREAK}{} {}", from.day(), month(from), from.year()),
    };
    format!(
        "den {start}–{}{NO_BREAK}{} {}",
        to.day(),
        month(to),
        to.year()
    )
}

/// Returns a quarter with its year: «kvartal 4 2023».
pub fn quarter(quarter: Quarter) -> String {
    format!(
        "kvartal{NO_BREAK}{}{NO_BREAK}{}",
        quarter.number(),
        quarter.year()
    )
}

/// Returns a quarter in words: «fjärde kvartalet 2023».
pub fn quarter_in_words(quarter: Quarter) -> String {
    const WORDS: [&str; 4] = ["första", "andra", "tredje", "fjärde"];
    let word = WORDS[(quarter.number().clamp(1, 4) - 1) as usize];
    format!("{word} kvartalet{NO_BREAK}{}", quarter.year())
}

/// Returns a quarter seen from another: the year is told only where it differs.
pub fn quarter_from(quarter: Quarter, own: Quarter) -> String {
    if quarter.year() == own.year() {
        format!("kvartal{NO_BREAK}{}", quarter.number())
    } else {
        self::quarter(quarter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_periods_and_quarters() {
        let own: Quarter = "2023-Q4".parse().expect("a quarter");
        assert_eq!(self::day(own.last_day()), "den 31\u{a0}december 2023");
        assert_eq!(period(own), "den 1\u{a0}oktober–31\u{a0}december 2023");
        let day = |text: &str| text.parse().expect("a date");
        let span = |from, to| span(day(from), day(to)).replace(NO_BREAK, " ");
        let said = span("2026-10-01", "2026-10-31");
        assert_eq!(said, "den 1–31 oktober 2026");
        let said = span("2026-07-01", "2026-08-31");
        assert_eq!(said, "den 1 juli–31 augusti 2026");
        let said = span("2026-12-20", "2027-01-31");
        assert_eq!(said, "den 20 december 2026–31 januari 2027");
        assert_eq!(quarter_in_words(own), "fjärde kvartalet\u{a0}2023");
        assert_eq!(quarter_from(own.previous(), own), "kvartal\u{a0}3");
        assert_eq!(quarter_from(own, own.next()), "kvartal\u{a0}4\u{a0}2023");
    }
}
