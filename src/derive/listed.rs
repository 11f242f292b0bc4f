//! The beslut of a quarter as lists tell them: one row each, with the time
//! elapsed and where it was a quarter ago.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::derive::Left;
use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Beslut;
use crate::model::beslut::Delvis;
use crate::model::beslut::InsatsId;
use crate::model::beslut::OrsakId;
use crate::model::beslut::Sex;
use crate::model::beslut::Status;
use crate::model::clock::days;
use crate::model::clock::whole_months;
use crate::model::quarter::Quarter;

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
    /// The executed part, if there is one.
    pub delvis: Option<Delvis>,
    /// Where it was when the quarter before ended, if that is known.
    pub course: Option<Course>,
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

/// Where a beslut was when the quarter before ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Course {
    /// Not among those that remained: reported for the first time.
    New,
    /// Among them.
    Again {
        /// The reason it had then.
        orsak: Option<OrsakId>,
    },
}

/// Returns beslut as rows. `left` has those that remained when the quarter
/// before ended, where quarters can be compared row by row.
pub(super) fn rows<'a>(
    list: impl Iterator<Item = &'a Beslut>,
    quarter: Quarter,
    left: Option<&Left<'_>>,
) -> Vec<Row> {
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
            nr: beslut.number(),
            sex: beslut.sex,
            age: beslut.age,
            act: beslut.act,
            insats: Arc::clone(&beslut.insats),
            decided_on: beslut.waiting.decided_on(),
            avbrott_on: beslut.waiting.avbrott_on(),
            status: beslut.status,
            orsak: beslut.orsak.clone(),
            delvis: beslut.delvis.clone(),
            course: course(beslut, left),
            days: days(since, until),
            months: whole_months(since, until),
            forhandsbesked: beslut.forhandsbesked,
            protected: beslut.protected,
            due_in: beslut.due_in,
            renewed: beslut.replaces.is_some(),
        }
    })
    .collect()
}

fn course(beslut: &Beslut, left: Option<&Left<'_>>) -> Option<Course> {
    let id = beslut.id.as_deref()?;
    Some(match left?.get(id) {
        Some(before) => Course::Again {
            orsak: before.orsak.clone(),
        },
        None => Course::New,
    })
}
