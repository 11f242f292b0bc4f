//! The only door between what is known and what is told.
//!
//! Everything that speaks (`narrate`, `chart`, `compose`, `export`) takes a
//! [`Published`] and nothing else. The profile `öppen` shows all: the figures
//! are already published. `revisor` and `ivo` show all to those the statute
//! gives it to. `publik` protects small groups: see `public`, with `coarse` for
//! what is told together, `universe` for all that is told and how it adds up,
//! and `suppress` for which cells are hidden, and the proof.

pub use crate::derive::Course;
use crate::derive::Figures;
pub use crate::derive::Group;
pub use crate::derive::Row;
pub use crate::derive::duty::Case;
use crate::finding::Level;
use crate::finding::Rule;
use crate::model::band::Band;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::model::stated::Key;

mod apart;
mod at_zero;
mod cells;
mod coarse;
mod concealed;
pub mod public;
pub mod suppress;
pub mod universe;

pub use cells::Cell;
pub use cells::Cells;
pub use cells::Telling;
use cells::in_full;
pub use coarse::OVRIGA;
pub use concealed::Concealed;
use public::Guarded;
use public::Unprotected;

/// A table that cannot be protected.
pub const KAN_INTE_SKYDDAS: Rule = Rule {
    slug: "kan-inte-skyddas",
    level: Level::Error,
    fixed: true,
    explain: "En handling för alla får inte visa små grupper, och här går de inte att dölja: det \
              som måste stå röjer dem. Hellre ingen handling än en som pekar ut någon.",
    source: "26 kap. 1 § OSL (2009:400); 28 h § LSS och 34 kap. 3 § SoL (2025:400)",
};

/// Papers of one quarter for everybody, some whole and some guarded.
pub const BLANDADE_PROFILER: Rule = Rule {
    slug: "blandade-profiler",
    level: Level::Error,
    fixed: true,
    explain: "Ett kvartal kan inte redovisas både öppet och skyddat. Den som läser båda handlingarna \
              kan räkna ut det som den ena döljer.",
    source: "26 kap. 1 § OSL (2009:400)",
};

/// Every rule of this room.
pub static RULES: [&Rule; 2] = [&KAN_INTE_SKYDDAS, &BLANDADE_PROFILER];

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
    /// The acts of the beslut that are left out of the lists: persons with
    /// protected details.
    pub withheld: Vec<Act>,
    /// What is told of them, to those who are told of every beslut.
    pub concealed: Vec<Concealed>,
    /// Every beslut whole, with what is to be reported of it: for the
    /// IVO-rapportör alone.
    pub cases: Vec<Case>,
    /// The insatser, in the order of reports. Their names are always told.
    pub insatser: Vec<(Act, InsatsId)>,
    /// The units, where the profile tells of them.
    pub groups: Vec<Group>,
    /// Whether the quarter has units that are not told of.
    pub without_groups: bool,
    /// The insatser that are told together as one.
    pub merged: Vec<(Act, InsatsId)>,
    /// The bands of elapsed time.
    pub bands: &'static [Band],
    /// The acts of which only totals and names are told.
    pub only_totals: Vec<Act>,
    /// Under this, counts are hidden; 0 where everything is shown.
    pub threshold: u32,
    /// The quarters before, oldest first, with gaps as nothing.
    pub earlier: Vec<(Quarter, Option<Cells>)>,
}

/// A quarter as it is known: its figures, and what everybody may know of them.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// All of it.
    pub figures: &'a Figures,
    /// What everybody may know, or why nobody may; nothing where no public
    /// document is made.
    pub guarded: Option<&'a Result<Guarded, Unprotected>>,
}

/// The profile cannot be served.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    /// The figures that cannot be protected.
    pub keys: Vec<Key>,
}

/// Returns what a profile may tell of the last of some quarters.
pub fn protect(
    quarters: &[(Quarter, Option<Known<'_>>)],
    profile: Profile,
) -> Result<Published, Refused> {
    let nothing = || Refused { keys: vec![] };
    let (own, earlier) = quarters.split_last().ok_or_else(nothing)?;
    let (quarter, Some(known)) = own else {
        return Err(nothing());
    };
    match profile {
        Profile::Publik => to_everybody(*quarter, *known, earlier),
        Profile::Oppen | Profile::Revisor | Profile::Ivo => {
            let figures = known.figures;
            Ok(Published {
                quarter: *quarter,
                profile,
                cells: in_full(figures),
                rows: listed(&figures.rows, profile),
                of_courts: listed(&figures.of_courts, profile),
                withheld: withheld(&figures.rows, profile),
                concealed: concealed::all(figures, profile),
                cases: match profile {
                    Profile::Ivo => figures.cases.clone(),
                    Profile::Publik | Profile::Oppen | Profile::Revisor => vec![],
                },
                insatser: figures.insatser.clone(),
                groups: figures.groups.clone(),
                without_groups: false,
                merged: vec![],
                bands: &Band::ALL,
                only_totals: vec![],
                threshold: 0,
                earlier: earlier
                    .iter()
                    .map(|(q, known)| (*q, known.map(|known| in_full(known.figures))))
                    .collect(),
            })
        }
    }
}

/// Returns what a document that tells nothing of its quarter may know: under
/// which acts the nämnd has granted something, in any of some quarters.
pub fn without_figures<'a>(
    quarter: Quarter,
    profile: Profile,
    known: impl Iterator<Item = &'a Figures>,
) -> Published {
    let mut insatser: Vec<(Act, InsatsId)> = known.flat_map(|it| it.insatser.clone()).collect();
    insatser.sort();
    insatser.dedup();
    Published {
        quarter,
        profile,
        cells: Cells::default(),
        rows: vec![],
        of_courts: vec![],
        withheld: vec![],
        concealed: vec![],
        cases: vec![],
        insatser,
        groups: vec![],
        without_groups: false,
        merged: vec![],
        bands: &Band::ALL,
        only_totals: vec![],
        threshold: 0,
        earlier: vec![],
    }
}

/// Returns what everybody may know. A quarter before that cannot be protected
/// is a gap.
fn to_everybody(
    quarter: Quarter,
    known: Known<'_>,
    earlier: &[(Quarter, Option<Known<'_>>)],
) -> Result<Published, Refused> {
    let guarded = match known.guarded {
        Some(Ok(guarded)) => guarded,
        Some(Err(unprotected)) => {
            return Err(Refused {
                keys: unprotected.keys.clone(),
            });
        }
        None => return Err(Refused { keys: vec![] }),
    };
    let earlier = earlier.iter().map(|(q, known)| {
        let guarded = known.and_then(|known| known.guarded?.as_ref().ok());
        (*q, guarded.map(|guarded| guarded.cells.clone()))
    });
    Ok(Published {
        quarter,
        profile: Profile::Publik,
        cells: guarded.cells.clone(),
        rows: vec![],
        of_courts: vec![],
        withheld: vec![],
        concealed: vec![],
        cases: vec![],
        insatser: guarded.insatser.clone(),
        // Every further split makes groups smaller, and none is in the proof.
        groups: vec![],
        without_groups: !known.figures.groups.is_empty(),
        merged: guarded.merged.clone(),
        bands: guarded.bands,
        only_totals: guarded.only_totals.clone(),
        threshold: guarded.threshold,
        earlier: earlier.collect(),
    })
}

/// Returns the rows a profile may list: protected persons are in full only in
/// those of the IVO-rapportör.
fn listed(rows: &[Row], profile: Profile) -> Vec<Row> {
    let mut rows = rows.to_vec();
    rows.retain(|row| is_listed(row, profile));
    rows
}

fn withheld(rows: &[Row], profile: Profile) -> Vec<Act> {
    let left_out = rows.iter().filter(|row| !is_listed(row, profile));
    left_out.map(|row| row.act).collect()
}

fn is_listed(row: &Row, profile: Profile) -> bool {
    !row.protected || profile == Profile::Ivo
}
