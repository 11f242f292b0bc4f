//! Values in, figures out: every number the documents can tell.
//!
//! Rows are the truth where there are rows; a quarter without rows has the
//! figures it states. Nothing here decides what may be shown: see `protect`.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Beslut;
use crate::model::beslut::InsatsId;
use crate::model::beslut::OrsakId;
use crate::model::beslut::Sex;
use crate::model::beslut::Status;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::clock::Clock;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;

pub mod elapsed;
mod groups;
mod offers;
pub mod stated;
pub mod tally;
pub mod trend;

pub use groups::Group;

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

/// One beslut as the list tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The number in the list: the row's own, else its place.
    pub nr: u32,
    /// Sex.
    pub sex: Sex,
    /// Child or adult.
    pub age: Age,
    /// The act.
    pub act: Act,
    /// The insats.
    pub insats: InsatsId,
    /// The decision.
    pub decided_on: Option<NaiveDate>,
    /// The interruption.
    pub avbrott_on: Option<NaiveDate>,
    /// What has become of it.
    pub status: Status,
    /// The reason.
    pub orsak: Option<OrsakId>,
    /// Days waited when the quarter ended, or until it ended before that, from
    /// the decision, else from the interruption.
    pub days: u32,
    /// The same in whole months.
    pub months: u32,
    /// A förhandsbesked.
    pub forhandsbesked: bool,
    /// The person's details are protected.
    pub protected: bool,
    /// The quarter in which it should have been reported first.
    pub due_in: Option<Quarter>,
    /// Whether it renews an earlier beslut.
    pub renewed: bool,
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
        rows: rows(report.counted(), report.quarter),
        of_courts: rows(report.of_courts(), report.quarter),
    }
}

/// Returns the ids that remained when the quarter before ended, or nothing
/// where quarters cannot be compared row by row.
fn left<'a>(report: &Report, before: Option<&'a Report>) -> Option<BTreeSet<&'a str>> {
    let before = before.filter(|before| before.quarter == report.quarter.previous())?;
    report.by_id()?;
    let rows = before.by_id()?.into_iter();
    let remained = rows.filter(|(_, beslut)| beslut.status.remains());
    Some(remained.map(|(id, _)| id).collect())
}

fn rows<'a>(list: impl Iterator<Item = &'a Beslut>, quarter: Quarter) -> Vec<Row> {
    list.map(|beslut| {
        let since = beslut
            .waiting
            .decided_on()
            .unwrap_or(beslut.waiting.clock_start());
        let until = match beslut.status {
            Status::Executed(day) | Status::Closed(day) => day,
            Status::Remaining { .. } => quarter.last_day(),
        };
        Row {
            nr: beslut
                .nr
                .unwrap_or_else(|| u32::try_from(beslut.index + 1).unwrap_or(u32::MAX)),
            sex: beslut.sex,
            age: beslut.age,
            act: beslut.act,
            insats: Arc::clone(&beslut.insats),
            decided_on: beslut.waiting.decided_on(),
            avbrott_on: beslut.waiting.avbrott_on(),
            status: beslut.status,
            orsak: beslut.orsak.clone(),
            days: crate::model::clock::days(since, until),
            months: crate::model::clock::whole_months(since, until),
            forhandsbesked: beslut.forhandsbesked,
            protected: beslut.protected,
            due_in: beslut.due_in,
            renewed: beslut.replaces.is_some(),
        }
    })
    .collect()
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
