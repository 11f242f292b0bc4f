//! Values in, figures out: every number the documents can tell.
//!
//! Rows are the truth where there are rows; a quarter without rows has the
//! figures it states. Nothing here decides what may be shown: see `protect`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::beslut::Age;
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

pub mod elapsed;
pub mod stated;
pub mod tally;
pub mod trend;

/// Every figure of one quarter.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The quarter.
    pub quarter: Quarter,
    /// Whether the figures are counted from rows, so that a count that is not
    /// there is zero; else it is missing.
    pub counted: bool,
    /// The figures, shared by everything that tells them.
    pub figures: Arc<BTreeMap<Key, Figure>>,
    /// The insatser with rows or named by the nämnd, in the order of reports.
    pub insatser: Vec<(Act, InsatsId)>,
    /// The rows, for the list of beslut.
    pub rows: Vec<Row>,
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
}

impl Figures {
    /// Returns a figure; a count that no row adds to is zero.
    pub fn get(&self, key: &Key) -> Option<Figure> {
        match self.figures.get(key) {
            Some(figure) => Some(*figure),
            None if self.counted && tally::is_counted(&key.measure) => Some(Figure::Exact(0)),
            None => None,
        }
    }
}

/// Derives every figure of a quarter.
pub fn figures(report: &Report, insatser: &Insatser, orsaker: &Orsaker, clock: Clock) -> Figures {
    let (figures, rows) = match &report.beslut {
        Some(_) => {
            let mut figures = tally::tally(report, orsaker, clock);
            elapsed::measure(report, &mut figures);
            stated::beside_rows(report, &mut figures);
            (figures, rows(report))
        }
        None => (stated::alone(report), vec![]),
    };
    let insatser = named(report, insatser);
    let mut figures = stated::of_the_only_act(figures, &insatser);
    stated::all_ongoing(&mut figures, &insatser);
    Figures {
        quarter: report.quarter,
        counted: report.beslut.is_some(),
        insatser,
        figures: Arc::new(figures),
        rows,
    }
}

fn rows(report: &Report) -> Vec<Row> {
    report
        .counted()
        .map(|beslut| {
            let since = beslut
                .waiting
                .decided_on()
                .unwrap_or(beslut.waiting.clock_start());
            let until = match beslut.status {
                Status::Executed(day) | Status::Closed(day) => day,
                Status::Remaining { .. } => report.quarter.last_day(),
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
