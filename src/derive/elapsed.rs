//! Median and longest elapsed time of the beslut that remain.
//!
//! LSS 28 h § and SoL (2025:400) 34 kap. 3 § ask how long it has been since the
//! day of each beslut. The median is that of the days, rounded half up to a
//! whole day when two lie in the middle.

use std::collections::BTreeMap;

use crate::model::beslut::Beslut;
use crate::model::clock::days;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;

/// Adds median and longest, in all, per act and per insats.
pub(crate) fn measure(report: &Report, figures: &mut BTreeMap<Key, Figure>) {
    let mut waits: BTreeMap<(Key, Since), Vec<u32>> = BTreeMap::new();
    for beslut in report.counted().filter(|beslut| beslut.status.remains()) {
        for (since, waited) in waited(beslut, report) {
            let insats = Key::total(Measure::Remaining).of_insats(beslut.act, &beslut.insats);
            let act = Key {
                insats: None,
                ..insats.clone()
            };
            for key in [Key::total(Measure::Remaining), act, insats] {
                waits.entry((key, since)).or_default().push(waited);
            }
        }
    }
    for ((key, since), mut list) in waits {
        list.sort_unstable();
        let longest = list.last().copied().unwrap_or(0);
        let population = Population::Remaining;
        let median = Figure::Exact(median(&list));
        figures.insert(
            key.measuring(Measure::MedianDays(population, since)),
            median,
        );
        figures.insert(
            key.measuring(Measure::LongestDays(population, since)),
            Figure::Exact(longest),
        );
    }
}

fn waited(beslut: &Beslut, report: &Report) -> Vec<(Since, u32)> {
    let end = report.quarter.last_day();
    let decided = beslut.waiting.decided_on().map(|day| days(day, end));
    let avbrott = beslut.waiting.avbrott_on().map(|day| days(day, end));
    [
        (Since::Decision, decided),
        (Since::Avbrott, avbrott),
        (Since::Known, decided.or(avbrott)),
    ]
    .into_iter()
    .filter_map(|(since, days)| Some((since, days?)))
    .collect()
}

/// Returns the median of sorted values, half up.
fn median(sorted: &[u32]) -> u32 {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => 0,
        n if n % 2 == 1 => sorted[middle],
        _ => (sorted[middle - 1] + sorted[middle]).div_ceil(2),
    }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_rounded_half_up() {
        assert_eq!(median(&[]), 0);
        assert_eq!(median(&[7]), 7);
        assert_eq!(median(&[1, 2]), 2);
        assert_eq!(median(&[1, 3]), 2);
        assert_eq!(median(&[1, 2, 10]), 2);
    }
}
