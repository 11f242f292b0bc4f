//! What was decided: the figures that were told, the papers that told them, and
//! what has been corrected since.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::Digest;
use sha2::Sha256;

use crate::model::beslut::Act;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::model::stated::Key;

/// A version of a quarter's documents that the nämnd has decided.
#[derive(Debug, Clone)]
pub struct Decided {
    /// The quarter.
    pub quarter: Quarter,
    /// 0 as first decided, n as the nth correction.
    pub version: u32,
    /// The JSON file, as the user sees its path.
    pub path: Arc<str>,
    /// The `rättelse` that stood in the quarter's file.
    pub correction: Option<Correction>,
    /// The figures, per profile of the quarter's documents.
    pub told: BTreeMap<Profile, Told>,
    /// The documents. A draft is not among them, so it is not decided.
    pub documents: Vec<Paper>,
    /// The versions before it, oldest first.
    pub earlier: Vec<Decided>,
}

/// A decided document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The id.
    pub id: Arc<str>,
    /// The profile it was made for.
    pub profile: Profile,
    /// The fingerprint of the PDF.
    pub sha256: String,
    /// The fingerprint of the figures beside the PDF, if they lie there.
    pub beside: Option<String>,
    /// The fingerprint of what it says, whatever it looks like.
    pub content: String,
}

/// Why a quarter is made anew, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The day.
    pub on: NaiveDate,
    /// Why, in the nämnd's words.
    pub reason: Arc<str>,
}

/// What a corrected version has to say of itself.
#[derive(Debug, Clone)]
pub struct Corrected {
    /// Which correction it is, from 1.
    pub version: u32,
    /// When, and why.
    pub correction: Correction,
    /// The figures that are not as they were decided, or nothing where they
    /// cannot be compared.
    pub changes: Option<Vec<Difference>>,
}

impl Decided {
    /// Returns whether a correction is newer than what is decided.
    pub fn is_corrected_by(&self, correction: Option<&Correction>) -> bool {
        correction.is_some_and(|new| {
            self.correction
                .as_ref()
                .is_none_or(|known| known.on < new.on)
        })
    }

    /// Returns the document with this id.
    pub fn paper(&self, id: &str) -> Option<&Paper> {
        self.documents.iter().find(|paper| paper.id.as_ref() == id)
    }

    /// Returns every version, oldest first.
    pub fn versions(&self) -> impl Iterator<Item = &Self> {
        self.earlier.iter().chain([self])
    }
}

/// Returns the name of a document in one of its versions.
pub fn versioned(id: &str, version: u32) -> String {
    match version {
        0 => id.to_owned(),
        n => format!("{id}-rattad-{n}"),
    }
}

/// Returns the SHA-256 of some bytes, as any tool computes it.
pub fn fingerprint(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The figures that were told to one profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The figures; nothing for one that was left out to protect somebody.
    pub figures: BTreeMap<Key, Option<u32>>,
    /// Whether they are counted from rows.
    pub counted: bool,
    /// Whether the rows could be followed from the quarter before.
    pub followed: bool,
    /// The acts they are limited to; none for all.
    pub acts: Vec<Act>,
}

/// What was told of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The number.
    Count(u32),
    /// Left out to protect somebody.
    Hidden,
    /// Not known.
    Missing,
}

/// A figure that is not the same in two sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is the figure of.
    pub key: Key,
    /// In the first set.
    pub before: Said,
    /// In the second.
    pub now: Said,
}

impl Told {
    /// Returns what was told of a figure: one that is counted and not there is
    /// zero.
    pub fn get(&self, key: &Key) -> Said {
        let measure = &key.measure;
        match self.figures.get(key) {
            Some(Some(count)) => Said::Count(*count),
            Some(None) => Said::Hidden,
            None if key.group.is_some() || !self.counted => Said::Missing,
            None if measure.is_counted() => Said::Count(0),
            None if measure.needs_ids() && self.followed => Said::Count(0),
            None => Said::Missing,
        }
    }

    fn covers(&self, key: &Key) -> bool {
        self.acts.is_empty() || key.act.is_some_and(|act| self.acts.contains(&act))
    }

    /// Returns the acts that any figure of an insats is under.
    fn acts_told(&self) -> BTreeSet<Act> {
        let of_insatser = self.figures.keys().filter(|key| key.insats.is_some());
        of_insatser.filter_map(|key| key.act).collect()
    }

    /// Returns every figure that differs between two sets, in a fixed order.
    pub fn differences(&self, now: &Self) -> Vec<Difference> {
        let keys: BTreeSet<&Key> = self.figures.keys().chain(now.figures.keys()).collect();
        keys.into_iter()
            .filter(|key| self.covers(key) && now.covers(key))
            .map(|key| Difference {
                key: key.clone(),
                before: self.get(key),
                now: now.get(key),
            })
            .filter(|difference| difference.before != difference.now)
            .collect()
    }

    /// Returns whether two sets are of one act only, so that its sums and those
    /// of all are the same figures.
    pub fn of_one_act(&self, other: &Self) -> bool {
        self.acts_told().union(&other.acts_told()).count() < 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::stated::Measure;

    fn told(counted: bool, figures: &[(Measure, Option<u32>)]) -> Told {
        let figures = figures.iter();
        Told {
            figures: figures
                .map(|(measure, count)| (Key::total(measure.clone()), *count))
                .collect(),
            counted,
            ..Told::default()
        }
    }

    #[test]
    fn a_counted_figure_that_is_not_there_is_zero_and_another_is_missing() {
        let some = [
            (Measure::Remaining, Some(3)),
            (Measure::Ongoing, Some(9)),
            (Measure::Late, Some(1)),
        ];
        let (rows, none) = (told(true, &some), told(true, &[]));
        let said: Vec<_> = rows
            .differences(&none)
            .into_iter()
            .map(|d| (d.key.measure, d.now))
            .collect();
        assert_eq!(
            said,
            [
                (Measure::Remaining, Said::Count(0)),
                (Measure::Late, Said::Missing),
                (Measure::Ongoing, Said::Missing),
            ]
        );
        assert_eq!(rows.differences(&rows), []);
        let hidden = told(false, &[(Measure::Remaining, None)]);
        assert_eq!(rows.differences(&hidden)[0].now, Said::Hidden);
    }

    #[test]
    fn only_a_later_correction_is_new() {
        let correction = |day: &str| Correction {
            on: day.parse().expect("a date"),
            reason: "prov".into(),
        };
        let mut decided = Decided {
            quarter: "2023-Q4".parse().expect("a quarter"),
            version: 0,
            path: "prov".into(),
            correction: None,
            told: BTreeMap::new(),
            documents: vec![],
            earlier: vec![],
        };
        assert!(!decided.is_corrected_by(None));
        assert!(decided.is_corrected_by(Some(&correction("2024-03-01"))));
        decided.correction = Some(correction("2024-03-01"));
        assert!(!decided.is_corrected_by(Some(&correction("2024-03-01"))));
        assert!(decided.is_corrected_by(Some(&correction("2024-03-02"))));
    }
}
