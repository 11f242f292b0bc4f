//! Charts in words, for those who do not see them: what is drawn, and every
//! figure in it.

use crate::model::quarter::Quarter;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::list;
use crate::narrate::number::grouped;

/// Returns a line chart in words.
pub fn lines(quarters: &[Quarter], series: &[(String, Vec<Option<u32>>)]) -> String {
    let told: Vec<String> = series
        .iter()
        .map(|(name, values)| {
            let points: Vec<String> = quarters
                .iter()
                .zip(values)
                .map(|(quarter, value)| {
                    let value = value.map_or_else(|| "uppgift saknas".to_owned(), grouped);
                    format!("{} {value}", date::quarter(*quarter))
                })
                .collect();
            format!("{}: {}", capital(name), points.join(", "))
        })
        .collect();
    format!("Linjediagram över kvartalen. {}.", told.join(". "))
}

/// Returns a chart of stacked bars in words.
pub fn stacked(rows: &[(String, Vec<u32>)], parts: &[String]) -> String {
    let told: Vec<String> = rows
        .iter()
        .map(|(name, counts)| {
            let all: u32 = counts.iter().sum();
            let of: Vec<String> = counts
                .iter()
                .zip(parts)
                .filter(|(count, _)| **count > 0)
                .map(|(count, part)| format!("{part} {}", grouped(*count)))
                .collect();
            format!("{name} {}: {}", grouped(all), list::and(&of))
        })
        .collect();
    format!(
        "Stapeldiagram över ej verkställda beslut per insats och orsak. {}.",
        told.join(". ")
    )
}

/// Returns a chart of single bars in words.
pub fn bars(what: &str, rows: &[(String, u32)]) -> String {
    let told: Vec<String> = rows
        .iter()
        .map(|(name, count)| format!("{name} {}", grouped(*count)))
        .collect();
    format!("Stapeldiagram över {what}: {}.", told.join(", "))
}
