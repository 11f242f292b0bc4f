//! Values in, figures out: every number the documents can tell.
//!
//! Rows are the truth where there are rows; a quarter without rows has the
//! figures it states. Nothing here decides what may be shown: see `protect`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::clock::Clock;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;

pub mod duty;
pub mod elapsed;
mod groups;
pub mod listed;
mod offers;
pub mod stated;
pub mod tally;
pub mod trend;

pub use groups::Group;
pub use listed::Course;
pub use listed::Row;

/// Every figure of one quarter.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The quarter.
    pub quarter: Quarter,
    /// What the figures rest on.
    pub basis: Basis,
    /// The figures, shared by everything that tells them.
    pub figures: Arc<BTreeMap<Key, Figure>>,
    /// The insatser with rows or named by the nämnd, in the order of reports.
    pub insatser: Vec<(Act, InsatsId)>,
    /// The units, in the order they are written.
    pub groups: Vec<Group>,
    /// The rows, for the list of beslut.
    pub rows: Vec<Row>,
    /// The rows of courts, listed apart and in no figure but their own.
    pub of_courts: Vec<Row>,
    /// Every row with what is to be reported of it, where a document asks for
    /// that.
    pub cases: Vec<duty::Case>,
}

/// What the figures of a quarter rest on. It says which counts are zero when
/// they are not there, and which are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// What the nämnd states: nothing is zero unless it says so.
    #[default]
    Stated,
    /// Rows.
    Rows,
    /// Rows with ids, and those of the quarter before: who is new is known.
    Followed,
}

impl Basis {
    /// Returns whether a measure is counted, so that no count means zero.
    pub fn gives(self, measure: &Measure) -> bool {
        match self {
            Self::Stated => false,
            Self::Rows => measure.is_counted(),
            Self::Followed => measure.is_counted() || measure.needs_ids(),
        }
    }
}

impl Figures {
    /// Returns a figure; a count that no row adds to is zero.
    pub fn get(&self, key: &Key) -> Option<Figure> {
        match self.figures.get(key) {
            Some(figure) => Some(*figure),
            None if self.basis.gives(&key.measure) => Some(Figure::Exact(0)),
            None => None,
        }
    }
}

/// Derives every figure of a quarter. `before` is the quarter before, where it
/// is there and sound.
pub fn figures(
    report: &Report,
    before: Option<&Report>,
    insatser: &Insatser,
    orsaker: &Orsaker,
    clock: Clock,
) -> Figures {
    let left = left(report, before);
    let basis = match (&report.beslut, &left) {
        (None, _) => Basis::Stated,
        (Some(_), None) => Basis::Rows,
        (Some(_), Some(_)) => Basis::Followed,
    };
    let figures = if basis == Basis::Stated {
        stated::alone(report)
    } else {
        let counting = tally::Counting {
            report,
            orsaker,
            clock,
            left: left.as_ref(),
            offered: offers::counted(report, insatser),
        };
        let mut figures = counting.tally();
        elapsed::measure(report, &mut figures);
        stated::beside_rows(report, basis, &mut figures);
        figures
    };
    let groups = groups::of(report, insatser);
    let insatser = named(report, insatser);
    let mut figures = stated::of_the_only_act(figures, &insatser);
    stated::all_ongoing(&mut figures, &insatser);
    Figures {
        quarter: report.quarter,
        basis,
        insatser,
        groups,
        figures: Arc::new(figures),
        rows: listed::rows(report.counted(), report.quarter, left.as_ref()),
        of_courts: listed::rows(report.of_courts(), report.quarter, None),
        cases: vec![],
    }
}

/// The beslut that remained when the quarter before ended, by id.
pub(crate) type Left<'a> = BTreeMap<&'a str, &'a Beslut>;

/// Returns the beslut that remained when the quarter before ended, by id, or
/// nothing where quarters cannot be compared row by row.
fn left<'a>(report: &Report, before: Option<&'a Report>) -> Option<Left<'a>> {
    let before = before.filter(|before| before.quarter == report.quarter.previous())?;
    report.by_id()?;
    let rows = before.by_id()?.into_iter();
    let remained = rows.filter(|(_, beslut)| beslut.status.remains());
    Some(remained.collect())
}

fn named(report: &Report, insatser: &Insatser) -> Vec<(Act, InsatsId)> {
    let mut list: Vec<(Act, InsatsId)> = report
        .counted()
        .map(|beslut| (beslut.act, Arc::clone(&beslut.insats)))
        .chain(
            report
                .stated
                .named
                .iter()
                .map(|(_, act, insats)| (*act, Arc::clone(insats))),
        )
        .collect();
    list.sort_by_key(|(act, insats)| (*act, insatser.rank(insats)));
    list.dedup();
    list
}
