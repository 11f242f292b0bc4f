//! The numbers of a quarter, told, hidden or missing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::Basis;
use crate::derive::Figures;
use crate::model::stated::Figure;
use crate::model::stated::Key;

/// One published number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// May be told.
    Shown(u32),
    /// Known, but not told.
    Hidden,
    /// Not known: «uppgift saknas», never zero.
    Missing,
}

impl Cell {
    /// Returns the number, if it may be told.
    pub fn shown(self) -> Option<u32> {
        match self {
            Self::Shown(n) => Some(n),
            Self::Hidden | Self::Missing => None,
        }
    }
}

/// Whether a number may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// It may.
    Shown,
    /// It may not.
    Hidden,
    /// It may not, but a text may say that it is less than the threshold.
    Few,
}

/// The published numbers of one quarter.
#[derive(Debug, Clone, Default)]
pub struct Cells {
    figures: Arc<BTreeMap<Key, Figure>>,
    basis: Basis,
    /// The only numbers there are, where small groups are protected.
    told: Option<Arc<BTreeMap<Key, Telling>>>,
}

impl Cells {
    /// Returns the numbers of figures of which only some may be told.
    pub(crate) fn guarded(figures: &Figures, told: BTreeMap<Key, Telling>) -> Self {
        Self {
            told: Some(Arc::new(told)),
            ..in_full(figures)
        }
    }

    /// Returns a number.
    pub fn get(&self, key: &Key) -> Cell {
        let known = match self.figures.get(key) {
            Some(figure) => cell(*figure),
            None if self.basis.gives(&key.measure) => Cell::Shown(0),
            None => Cell::Missing,
        };
        match &self.told {
            Some(told) if known != Cell::Missing => match told.get(key) {
                Some(Telling::Shown) => known,
                Some(Telling::Hidden | Telling::Few) | None => Cell::Hidden,
            },
            _ => known,
        }
    }

    /// Returns the same numbers with those that may not be told replaced, for
    /// tests that nothing reads them.
    pub fn with_hidden(&self, fill: impl Fn(u32) -> u32) -> Self {
        let mut figures = (*self.figures).clone();
        for (key, figure) in &mut figures {
            if let (Cell::Hidden, Some(count)) = (self.get(key), figure.exact()) {
                *figure = Figure::Exact(fill(count));
            }
        }
        Self {
            figures: Arc::new(figures),
            ..self.clone()
        }
    }

    /// Returns whether a text may say of a hidden number that it is less than
    /// the threshold.
    pub fn is_few(&self, key: &Key) -> bool {
        let told = self.told.as_ref().and_then(|told| told.get(key));
        told == Some(&Telling::Few)
    }

    /// Returns the numbers, in a fixed order: those that are not zero, or, where
    /// small groups are protected, all there are.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, Cell)> {
        let guarded = self.told.iter().flat_map(|told| told.keys());
        let all = self.figures.keys().filter(|_| self.told.is_none());
        guarded.chain(all).map(|key| (key, self.get(key)))
    }

    /// Returns whether any number is of this unit.
    pub fn has_group(&self, name: &str) -> bool {
        let mut keys = self.figures.keys();
        keys.any(|key| key.group.as_deref() == Some(name))
    }

    /// Returns whether a number that is not among them is zero.
    pub fn counted(&self) -> bool {
        self.basis != Basis::Stated && self.told.is_none()
    }
}

pub(super) fn in_full(figures: &Figures) -> Cells {
    Cells {
        figures: Arc::clone(&figures.figures),
        basis: figures.basis,
        told: None,
    }
}

/// A range is for checks only, so it is told as missing.
fn cell(figure: Figure) -> Cell {
    figure.exact().map_or(Cell::Missing, Cell::Shown)
}
