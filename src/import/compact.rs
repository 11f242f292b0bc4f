//! Values of several parts in one cell: how a workbook writes them, and how
//! they are read again.
//!
//! `delvis` is `2026-02-16: halva tiden`, `erbjudanden` is
//! `2026-05-19 nej; 2026-06-02 ja`, `rapporterat` is `2026-10-13; 2026-07-14`.

use chrono::NaiveDate;

use crate::model::offer::Answer;

/// Returns a part that is executed as one text: from when, if it is known, and
/// how much.
pub fn delvis_text(from: Option<NaiveDate>, extent: &str) -> String {
    match from {
        Some(day) => format!("{day}: {extent}"),
        None => extent.to_owned(),
    }
}

/// Returns offers as one text.
pub fn offers_text(offers: &[(NaiveDate, Answer)]) -> String {
    let parts = offers.iter().map(|(day, answer)| {
        let named = Answer::NAMES.iter().find(|(_, known)| known == answer);
        format!("{day} {}", named.map_or("", |(word, _)| word))
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// Returns dates as one text.
pub fn dates_text(days: &[NaiveDate]) -> String {
    let days: Vec<_> = days.iter().map(NaiveDate::to_string).collect();
    days.join("; ")
}
