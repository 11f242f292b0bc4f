//! Published figures in, Swedish out. Every sentence that depends on a number
//! is here and nowhere else.
//!
//! A sentence never begins with a figure, never mixes words and figures in one
//! comparison, and is left out when what it would tell is missing. House rules
//! for numbers: words to `ord_till`, then figures; decimal comma; narrow
//! no-break spaces between thousands and before %.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Avslutsskal;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::law::Law;
use crate::model::quarter::Quarter;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::protect::Cell;
use crate::protect::Cells;
use crate::protect::OVRIGA;
use crate::protect::Published;

pub mod alt;
pub mod analysis;
pub mod change;
pub mod correction;
pub mod date;
pub mod group;
pub mod insats;
pub mod ivo;
pub mod law;
pub mod list;
pub mod named;
pub mod number;
pub mod outcome;
pub mod paper;
pub mod providers;
pub mod revisor;
pub mod rutin;
pub mod statistik;
pub mod summary;
pub mod texts;

use number::Numbers;

/// Who speaks: what may be told, in which words.
#[derive(Clone)]
pub struct Voice<'a> {
    /// The figures that may be told.
    pub published: &'a Published,
    /// How numbers are written.
    pub numbers: Numbers,
    /// The names of insatser.
    pub insatser: &'a Insatser,
    /// The names of reasons.
    pub orsaker: &'a Orsaker,
    /// The names of reasons for closing.
    pub avslutsskal: &'a [Avslutsskal],
    /// The law.
    pub law: &'a Law,
    /// The document's date: the law and the names are those of that day.
    pub day: NaiveDate,
    /// The acts the document is about; never empty.
    pub acts: Vec<Act>,
}

impl Voice<'_> {
    /// Returns the key of a figure for everything the document covers.
    pub fn all(&self, measure: Measure) -> Key {
        let act = match self.acts.as_slice() {
            [act] => Some(*act),
            _ => None,
        };
        Key {
            act,
            ..Key::total(measure)
        }
    }

    /// Returns the same voice for what is under one act.
    pub(crate) fn of(&self, act: Act) -> Self {
        Self {
            acts: vec![act],
            ..self.clone()
        }
    }

    /// Returns the same voice for one passage: where its largest count is a
    /// figure, all of them are, so that words and figures do not take turns.
    pub(crate) fn in_one_style(&self, base: &Key) -> Self {
        let counts = [Measure::Reported, Measure::Remaining]
            .map(|measure| self.get(&base.measuring(measure)).unwrap_or(0));
        let numbers = if self.numbers.among(&counts).words() {
            self.numbers
        } else {
            Numbers::new(0)
        };
        Self {
            numbers,
            ..self.clone()
        }
    }

    /// Returns a number that may be told.
    pub(crate) fn get(&self, key: &Key) -> Option<u32> {
        self.published.cells.get(key).shown()
    }

    /// Returns whether a number is known but may not be told.
    pub(crate) fn hides(&self, key: &Key) -> bool {
        self.published.cells.get(key) == Cell::Hidden
    }

    /// Returns the quarter before, with its figures if they are known.
    pub(crate) fn before(&self) -> Option<(Quarter, &Cells)> {
        let (quarter, cells) = self.published.earlier.last()?;
        (*quarter == self.published.quarter.previous())
            .then_some(())
            .and_then(|()| Some((*quarter, cells.as_ref()?)))
    }

    /// Returns a figure of the quarter before.
    pub(crate) fn get_before(&self, key: &Key) -> Option<(Quarter, u32)> {
        if is_together(key) {
            return None;
        }
        let (quarter, cells) = self.before()?;
        // A unit that was not there is no zero to compare with.
        if key
            .group
            .as_ref()
            .is_some_and(|group| !cells.has_group(group))
        {
            return None;
        }
        Some((quarter, cells.get(key).shown()?))
    }

    /// Returns the insatser the document covers, in the order of reports.
    pub fn covered(&self) -> Vec<(Act, InsatsId)> {
        let covers = |act: &Act| self.acts.contains(act);
        let list = self.published.insatser.iter();
        list.filter(|(act, _)| covers(act))
            .map(|(act, id)| (*act, Arc::clone(id)))
            .collect()
    }

    /// Returns an insats' official name as a heading. Where an insats stands
    /// under both acts, the act is added.
    pub fn name(&self, act: Act, id: &InsatsId) -> String {
        if **id == *OVRIGA {
            return self.with_act(TOGETHER.to_owned(), act, id);
        }
        let name = self
            .insatser
            .get(id)
            .map_or_else(|| id.to_string(), |i| i.name.to_string());
        self.with_act(name, act, id)
    }

    /// Returns an insats' short name, for tables and charts.
    pub fn short(&self, act: Act, id: &InsatsId) -> String {
        if **id == *OVRIGA {
            return self.with_act(TOGETHER.to_owned(), act, id);
        }
        let name = self
            .insatser
            .get(id)
            .map_or_else(|| id.to_string(), |i| i.short.to_string());
        self.with_act(name, act, id)
    }

    /// Returns an insats' name inside a sentence: the short one, unless it is
    /// shortened in a way that only a table can bear.
    pub(crate) fn inline(&self, act: Act, id: &InsatsId) -> String {
        let short = self.short(act, id);
        let name = if short.contains([',', '/']) {
            self.name(act, id)
        } else {
            short
        };
        uncapital(&name)
    }

    fn with_act(&self, name: String, act: Act, id: &InsatsId) -> String {
        let both = self
            .covered()
            .iter()
            .filter(|(_, other)| other == id)
            .count()
            > 1;
        if both {
            format!("{name} ({})", act.name())
        } else {
            name
        }
    }

    /// Returns the figures of one quarter, own or earlier.
    pub(crate) fn cells(&self, quarter: Quarter) -> Option<&Cells> {
        if quarter == self.published.quarter {
            return Some(&self.published.cells);
        }
        let (_, cells) = self
            .published
            .earlier
            .iter()
            .find(|(known, _)| *known == quarter)?;
        cells.as_ref()
    }

    /// Returns a figure over some quarters, with gaps as nothing.
    pub fn series(&self, quarters: &[Quarter], key: &Key) -> Vec<Option<u32>> {
        quarters
            .iter()
            .map(|quarter| {
                if is_together(key) && *quarter != self.published.quarter {
                    return None;
                }
                self.cells(*quarter)
                    .map_or(Cell::Missing, |cells| cells.get(key))
                    .shown()
            })
            .collect()
    }

    /// Returns the quarters of the report's own year, up to its own.
    pub fn year_so_far(&self) -> Vec<Quarter> {
        let own = self.published.quarter;
        (1..=own.number())
            .filter_map(|number| Quarter::new(own.year(), number))
            .collect()
    }
}

/// What the small insatser are called together.
const TOGETHER: &str = "Övriga insatser";

/// Returns whether a figure is of the small insatser together: not the same
/// ones in every quarter, so never compared.
fn is_together(key: &Key) -> bool {
    key.insats.as_deref() == Some(OVRIGA)
}

/// Returns a text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Returns a name as it stands inside a sentence.
pub(crate) fn uncapital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    // «HVB» keeps its capitals.
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first
        .map(|c| c.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}
