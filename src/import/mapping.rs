//! What a nämnd's case system calls its columns and its words: `import.yaml`.

use std::collections::BTreeMap;

use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::model::catalogue::fold;

/// The columns and the words of a case system.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    /// The header of each column that is named.
    pub columns: BTreeMap<&'static str, String>,
    /// Headers that are not to be used.
    pub unused: Vec<String>,
    /// The sheet to read.
    pub sheet: Option<String>,
    /// The row of the headers, from 1.
    pub header_row: Option<u32>,
    /// The system's own names of insatser, folded, and what they mean.
    pub insatser: BTreeMap<String, String>,
    /// The system's own names of reasons, folded, and what they mean.
    pub orsaker: BTreeMap<String, String>,
    /// The system's own names of reasons for closing, folded, and what they mean.
    pub avslutsskal: BTreeMap<String, String>,
}

impl Mapping {
    /// Returns what `import.yaml` says; without one, nothing.
    pub fn of(source: Option<&Source>) -> Self {
        let Some(source) = source else {
            return Self::default();
        };
        let view = View::new(source, &keys::IMPORT, None);
        let named = view.entries("kolumner").into_iter();
        let columns = named.filter_map(|(key, entry)| {
            let key = keys::COLUMNS.into_iter().find(|known| *known == key)?;
            Some((key, entry.node.text()?.trim().to_owned()))
        });
        let words = |key| {
            let words = view.entries(key).into_iter();
            let pairs = words.filter_map(|(word, entry)| {
                Some((fold(word), entry.node.text()?.trim().to_owned()))
            });
            pairs.collect()
        };
        let unused = view.texts("används_inte").into_iter();
        Self {
            columns: columns.collect(),
            unused: unused.map(|(header, _)| header.trim().to_owned()).collect(),
            sheet: view.text("blad").map(str::to_owned),
            header_row: view.number("rubrikrad"),
            insatser: words("insatser"),
            orsaker: words("orsaker"),
            avslutsskal: words("avslutsskäl"),
        }
    }
}
