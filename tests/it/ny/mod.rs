//! What `evb ny` begins: a nämnd (`namnd`), its key (`key`), the next quarter
//! (`quarter`), what is watched (`watched`), the workbook (`workbook`),
//! and all of it as it is typed (`typed`).

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use evb::finding::Level;
use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;
use evb::pipeline::begin::Begun;
use evb::pipeline::begin::namnd::KeyAt;
use evb::pipeline::begin::quarter::Wish;

use crate::facts::root;

mod key;
mod namnd;
mod quarter;
mod typed;
mod watched;
mod workbook;

/// A folder with a copy of some sample nämnder.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn new(samples: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for sample in samples {
            let to = folder.path().join("data").join(sample);
            std::fs::create_dir_all(&to).unwrap();
            for entry in std::fs::read_dir(root().join("data").join(sample)).unwrap() {
                let from = entry.unwrap().path();
                std::fs::copy(&from, to.join(from.file_name().unwrap())).unwrap();
            }
        }
        Self { folder }
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.at("data")
    }

    pub(crate) fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.at(path)).unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        std::fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        std::fs::write(self.at(path), text).unwrap();
    }

    /// Makes the next quarter, or the one that is named.
    pub(crate) fn quarter(&self, quarter: Option<&str>) -> Begun {
        let wish = Wish {
            namnd: None,
            quarter: quarter.map(|text| text.parse().unwrap()),
            dated_on: None,
        };
        pipeline::begin::quarter::begin(&self.data(), wish).unwrap()
    }

    /// Makes a new nämnd.
    pub(crate) fn namnd(&self, key: KeyAt<'_>) -> Begun {
        begin_namnd(&self.data(), key)
    }

    /// Returns the rules that are broken, each with its level.
    pub(crate) fn broken(&self) -> Vec<(&'static str, Level)> {
        let outcome = pipeline::run(&self.data(), &Selection::default(), Goal::Check, &|_, _| {});
        let outcome = outcome.unwrap();
        let findings = outcome.findings.iter();
        findings
            .map(|placed| (placed.finding.rule.slug, placed.finding.level))
            .collect()
    }
}

pub(crate) fn begin_namnd(data: &Path, key: KeyAt<'_>) -> Begun {
    let wish = pipeline::begin::namnd::Wish {
        kommun: "Exempelstad",
        namnd: "Omsorgsnämnden",
        folder: None,
        quarter: None,
        dated_on: None,
        today: day("2026-11-22"),
        key,
    };
    pipeline::begin::namnd::begin(data, wish).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Returns why nothing was begun.
pub(crate) fn why(begun: &Begun) -> &str {
    assert!(begun.said.is_empty(), "{:?}", begun.said);
    begun.refused.as_deref().unwrap_or_default()
}
