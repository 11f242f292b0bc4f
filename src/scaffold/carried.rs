//! The rows of the quarter before and of `bevakning.yaml` → the rows that a new
//! quarter begins with.
//!
//! A beslut that remained when the quarter before ended is carried over as it
//! stands, also if it ended afterwards: then the new quarter tells that. What is
//! watched comes along once it is reportable (LSS 28 f §, SoL (2025:400) 34 kap.
//! 1 §; the nämnd's own clock). Nothing is carried that has been told as ended.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::edit::Value;
use crate::finding::Route;
use crate::load::source::Source;
use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::beslut::Status;
use crate::model::catalogue::Insatser;
use crate::model::clock::Clock;
use crate::model::quarter::Quarter;
use crate::scaffold::rows;
use crate::scaffold::rows::Row;

/// Keys that belong to the quarter they were written for. A watched row was
/// written for none: what is said of its first report comes along.
const OF_THE_QUARTER: [&str; 2] = ["rapporterat", "borde_rapporterats"];

/// A file with rows, and the beslut they are.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// The file.
    pub source: &'a Source,
    /// The beslut of its rows.
    pub beslut: &'a [Beslut],
}

/// What a new quarter is made from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The new quarter.
    pub quarter: Quarter,
    /// The rows of the newest quarter before it.
    pub before: Option<Listed<'a>>,
    /// The rows of `bevakning.yaml`.
    pub watched: Option<Listed<'a>>,
    /// In which quarter a beslut was told as ended, by id.
    pub ended: &'a BTreeMap<Arc<str>, Quarter>,
    /// When a beslut is reportable.
    pub clock: Clock,
    /// What insatser are called.
    pub insatser: &'a Insatser,
}

/// The rows a new quarter begins with.
#[derive(Debug, Default)]
pub struct Carried {
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// How many of them remained in the quarter before.
    pub remaining: usize,
    /// How many of them come from `bevakning.yaml`.
    pub moved: usize,
    /// Rows of `bevakning.yaml` that are reportable and have no id; they cannot be
    /// moved, since nobody could tell whether they have been.
    pub nameless: Vec<Route>,
    /// Beslut of `bevakning.yaml` that have been told as ended, and when.
    pub stale: Vec<(Arc<str>, Quarter)>,
}

/// Returns the rows a new quarter begins with.
pub fn carried(ground: &Ground<'_>) -> Carried {
    let mut carried = Carried::default();
    let mut groups: Vec<Group> = vec![];
    let before = ground.before.map_or(vec![], |listed| remaining(&listed));
    let numbered = ground
        .before
        .is_none_or(|listed| listed.beslut.is_empty() || listed.beslut.iter().any(has_number));
    let commented = before.iter().any(|(_, row)| !row.above.is_empty());
    carried.remaining = before.len();
    let ids: BTreeSet<Arc<str>> = before.iter().filter_map(|(b, _)| b.id.clone()).collect();
    for (beslut, row) in before {
        groups.push(Group::of(beslut));
        carried.rows.push(row);
    }
    for (beslut, mut row) in due(ground) {
        let Some(id) = &beslut.id else {
            carried.nameless.push(route(beslut.index));
            continue;
        };
        if ids.contains(id) {
            continue;
        }
        if let Some(quarter) = ground.ended.get(id) {
            carried.stale.push((Arc::clone(id), *quarter));
            continue;
        }
        let group = Group::of(beslut);
        let at = match groups.iter().rposition(|known| *known == group) {
            Some(last) => last + 1,
            None => {
                if commented {
                    row.above = vec![heading(beslut, ground)];
                }
                groups.len()
            }
        };
        carried.moved += 1;
        groups.insert(at, group);
        carried.rows.insert(at, row);
    }
    if numbered {
        number(&mut carried.rows);
    }
    carried
}

/// Returns the routes of the rows of `bevakning.yaml` that stand in a quarter.
pub fn in_both(watched: &Source, quarter: &Source) -> Vec<Route> {
    let ids = |source: &Source| -> Vec<Option<String>> {
        let rows = rows::read(source, "beslut");
        rows.iter().map(|row| id(row).map(str::to_owned)).collect()
    };
    let standing: BTreeSet<String> = ids(quarter).into_iter().flatten().collect();
    let watched = ids(watched).into_iter().enumerate();
    watched
        .filter(|(_, id)| id.as_ref().is_some_and(|id| standing.contains(id)))
        .map(|(at, _)| route(at))
        .collect()
}

fn id(row: &Row) -> Option<&str> {
    row.pairs.iter().find_map(|(key, value)| match value {
        Value::Text(text) if key == "id" && !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    })
}

fn route(index: usize) -> Route {
    Route::default().key("beslut").index(index)
}

/// What rows stand together by.
#[derive(PartialEq, Eq)]
struct Group(Option<Arc<str>>, Act, Arc<str>);

impl Group {
    fn of(beslut: &Beslut) -> Self {
        let unit = beslut.avdelning.clone();
        Self(unit, beslut.act, Arc::clone(&beslut.insats))
    }
}

fn has_number(beslut: &Beslut) -> bool {
    beslut.nr.is_some()
}

/// Returns the rows that remained, without what belongs to their quarter. A
/// comment over a group stays over what is left of it.
fn remaining<'a>(listed: &Listed<'a>) -> Vec<(&'a Beslut, Row)> {
    let rows = rows::read(listed.source, "beslut");
    let mut kept = vec![];
    let mut pending: Vec<String> = vec![];
    let mut last: Option<Group> = None;
    for (at, row) in rows.into_iter().enumerate() {
        let Some(beslut) = listed.beslut.iter().find(|beslut| beslut.index == at) else {
            continue;
        };
        let group = Group::of(beslut);
        let begins = last.as_ref() != Some(&group);
        last = Some(group);
        let stays = beslut.status.remains();
        let mut above = row.above.clone();
        if begins && !above.is_empty() {
            // Lines of a wider heading stand first and hold for the next group too.
            let wider = pending.len().saturating_sub(above.len());
            pending.truncate(wider);
            pending.append(&mut above);
        }
        if stays {
            let above = pending.drain(..).chain(above).collect();
            kept.push((beslut, clean(Row { above, ..row })));
        }
    }
    kept
}

/// Returns a row without what belongs to another quarter.
fn clean(mut row: Row) -> Row {
    row.pairs
        .retain(|(key, _)| !OF_THE_QUARTER.contains(&key.as_str()));
    row
}

/// Returns the watched rows that are reportable when the quarter ends.
fn due<'a>(ground: &Ground<'a>) -> Vec<(&'a Beslut, Row)> {
    let Some(listed) = ground.watched else {
        return vec![];
    };
    let mut rows: Vec<Option<Row>> = rows::read(listed.source, "beslut")
        .into_iter()
        .map(Some)
        .collect();
    let mut due = vec![];
    for beslut in listed.beslut {
        let from = ground.clock.reportable_from(beslut.waiting.clock_start());
        let in_time = match beslut.status {
            Status::Executed(day) | Status::Closed(day) => day < from,
            Status::Remaining { .. } => false,
        };
        if from > ground.quarter.last_day() || in_time {
            continue;
        }
        if let Some(row) = rows.get_mut(beslut.index).and_then(Option::take) {
            let row = Row {
                above: vec![],
                ..row
            };
            due.push((beslut, row));
        }
    }
    due
}

/// Returns the comment over a group of its own: «# Ledsagarservice, 9 § 3».
fn heading(beslut: &Beslut, ground: &Ground<'_>) -> String {
    let Some(insats) = ground.insatser.get(&beslut.insats) else {
        return format!("# {}", beslut.insats);
    };
    let section = insats.section(beslut.act, ground.quarter.last_day());
    match (beslut.act, section) {
        (Act::Lss, Some(section)) => format!("# {}, {section}", insats.short),
        _ => format!("# {}, {}", insats.short, beslut.act.name()),
    }
}

/// Numbers the rows from 1, where their number stood or first.
fn number(rows: &mut [Row]) {
    for (at, row) in rows.iter_mut().enumerate() {
        let number = Value::Text((at + 1).to_string());
        match row.pairs.iter_mut().find(|(key, _)| key == "nr") {
            Some((_, value)) => *value = number,
            None => row.pairs.insert(0, ("nr".to_owned(), number)),
        }
    }
}
