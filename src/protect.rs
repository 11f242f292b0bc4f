//! The only door between what is known and what is told.
//!
//! Everything that speaks (`narrate`, `chart`, `compose`, `export`) takes a
//! [`Published`] and nothing else. The profile `öppen` shows all: the figures
//! are already published. `revisor` and `ivo` show all to those the statute
//! gives it to. `publik` protects small groups; until that protection exists a
//! document with that profile is refused, never shown in full.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::Basis;
use crate::derive::Figures;
pub use crate::derive::Row;
use crate::finding::Level;
use crate::finding::Rule;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::model::stated::Figure;
use crate::model::stated::Key;

/// A public document that cannot be made yet.
pub const SKYDD_SAKNAS: Rule = Rule {
    slug: "skydd-saknas",
    level: Level::Error,
    fixed: true,
    explain: "En handling för alla får inte visa små grupper, och den här versionen kan inte dölja \
              dem. Hellre ingen handling än en som pekar ut någon.",
    source: "26 kap. 1 § offentlighets- och sekretesslagen (2009:400)",
};

/// Every rule of this room.
pub static RULES: [&Rule; 1] = [&SKYDD_SAKNAS];

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

/// The published numbers of one quarter.
#[derive(Debug, Clone, Default)]
pub struct Cells {
    figures: Arc<BTreeMap<Key, Figure>>,
    basis: Basis,
}

impl Cells {
    /// Returns a number.
    pub fn get(&self, key: &Key) -> Cell {
        match self.figures.get(key) {
            Some(figure) => cell(*figure),
            None if self.basis.gives(&key.measure) => Cell::Shown(0),
            None => Cell::Missing,
        }
    }

    /// Returns the numbers that are not zero, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, Cell)> {
        self.figures
            .iter()
            .map(|(key, figure)| (key, cell(*figure)))
    }

    /// Returns whether the numbers are counted from rows.
    pub fn counted(&self) -> bool {
        self.basis != Basis::Stated
    }
}

/// What one profile may tell of a quarter.
#[derive(Debug, Clone)]
pub struct Published {
    /// The quarter.
    pub quarter: Quarter,
    /// For whom.
    pub profile: Profile,
    /// The numbers.
    pub cells: Cells,
    /// The list of beslut, where the profile has one.
    pub rows: Vec<Row>,
    /// The list of beslut by courts, likewise.
    pub of_courts: Vec<Row>,
    /// How many beslut are left out of the lists: persons with protected details.
    pub withheld: u32,
    /// The insatser, in the order of reports. Their names are always told.
    pub insatser: Vec<(Act, InsatsId)>,
    /// The quarters before, oldest first, with gaps as nothing.
    pub earlier: Vec<(Quarter, Option<Cells>)>,
}

/// The profile cannot be served.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused;

/// Returns what a profile may tell of the last of some quarters.
pub fn protect(
    quarters: &[(Quarter, Option<&Figures>)],
    profile: Profile,
) -> Result<Published, Refused> {
    let Some((own, earlier)) = quarters.split_last() else {
        return Err(Refused);
    };
    let (quarter, Some(figures)) = own else {
        return Err(Refused);
    };
    match profile {
        Profile::Publik => Err(Refused),
        Profile::Oppen | Profile::Revisor | Profile::Ivo => Ok(Published {
            quarter: *quarter,
            profile,
            cells: in_full(figures),
            rows: listed(&figures.rows, profile),
            of_courts: listed(&figures.of_courts, profile),
            withheld: withheld(&figures.rows, profile),
            insatser: figures.insatser.clone(),
            earlier: earlier
                .iter()
                .map(|(q, figures)| (*q, figures.map(in_full)))
                .collect(),
        }),
    }
}

/// Returns the rows a profile may list: protected persons are in no list that
/// is open to all.
fn listed(rows: &[Row], profile: Profile) -> Vec<Row> {
    let mut rows = rows.to_vec();
    rows.retain(|row| is_listed(row, profile));
    rows
}

fn withheld(rows: &[Row], profile: Profile) -> u32 {
    let left_out = rows.iter().filter(|row| !is_listed(row, profile));
    u32::try_from(left_out.count()).unwrap_or(u32::MAX)
}

fn is_listed(row: &Row, profile: Profile) -> bool {
    !row.protected || profile != Profile::Oppen
}

fn in_full(figures: &Figures) -> Cells {
    Cells {
        figures: Arc::clone(&figures.figures),
        basis: figures.basis,
    }
}

/// A range is for checks only, so it is told as missing.
fn cell(figure: Figure) -> Cell {
    figure.exact().map_or(Cell::Missing, Cell::Shown)
}
