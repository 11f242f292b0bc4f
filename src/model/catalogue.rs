//! Insatser and reasons: what may be written in a row, and what it is called.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::beslut::OrsakId;

/// A value that changes on given dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T>(pub Vec<(Option<NaiveDate>, T)>);

impl<T> Dated<T> {
    /// Returns the value in force on a day, if any.
    pub fn on(&self, day: NaiveDate) -> Option<&T> {
        self.0
            .iter()
            .rev()
            .find(|(from, _)| from.is_none_or(|from| from <= day))
            .map(|(_, v)| v)
    }
}

/// One kind of insats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insats {
    /// The id.
    pub id: InsatsId,
    /// The official name.
    pub name: Arc<str>,
    /// The short name, for tables.
    pub short: Arc<str>,
    /// The section per act, without the act's name, by date.
    pub lagrum: Vec<(Act, Dated<Arc<str>>)>,
    /// Other names per act; an alias without act holds for all.
    pub alias: Vec<(Option<Act>, Arc<str>)>,
    /// Whether it is housing, so that «ledig bostad» is a likely reason.
    pub housing: bool,
}

impl Insats {
    /// Returns the section of an act under which the insats was granted.
    pub fn section(&self, act: Act, day: NaiveDate) -> Option<&Arc<str>> {
        self.lagrum
            .iter()
            .find(|(known, _)| *known == act)?
            .1
            .on(day)
    }

    /// Returns the acts the insats exists in.
    pub fn acts(&self) -> impl Iterator<Item = Act> {
        self.lagrum.iter().map(|(act, _)| *act)
    }

    fn is_called(&self, folded: &str, act: Act) -> bool {
        let own = [&self.id, &self.name, &self.short].into_iter();
        let aliases = self
            .alias
            .iter()
            .filter(|(a, _)| a.is_none_or(|a| a == act))
            .map(|(_, n)| n);
        self.acts().any(|known| known == act) && own.chain(aliases).any(|name| fold(name) == folded)
    }
}

/// All insatser, in the order of reports.
#[derive(Debug, Clone, Default)]
pub struct Insatser(pub Vec<Insats>);

/// What a name in a row can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// One insats under one act.
    One(&'a Insats, Act),
    /// Several; the row must say `lag`.
    Several(&'a Insats, &'a Insats),
    /// Nothing of that name.
    Unknown,
}

impl Insatser {
    /// Returns the insats with this id.
    pub fn get(&self, id: &str) -> Option<&Insats> {
        self.0.iter().find(|insats| insats.id.as_ref() == id)
    }

    /// Returns the place of an insats in reports; unknown ids come last.
    pub fn rank(&self, id: &str) -> usize {
        self.0
            .iter()
            .position(|insats| insats.id.as_ref() == id)
            .unwrap_or(usize::MAX)
    }

    /// Finds what a name means: an id, an official name, a short name or an
    /// alias, in any case. `acts` are those the row or the nämnd allows.
    pub fn find(&self, name: &str, acts: &[Act]) -> Meaning<'_> {
        let folded = fold(name);
        let mut hits = self.0.iter().flat_map(|insats| {
            let folded = &folded;
            acts.iter()
                .filter(move |act| insats.is_called(folded, **act))
                .map(move |act| (insats, *act))
        });
        match (hits.next(), hits.next()) {
            (Some((insats, act)), None) => Meaning::One(insats, act),
            (Some((one, _)), Some((two, _))) => Meaning::Several(one, two),
            (None, _) => Meaning::Unknown,
        }
    }

    /// Returns every name that may be written, for «menade du …?».
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|insats| {
            let own = [&insats.id, &insats.name, &insats.short].into_iter();
            own.chain(insats.alias.iter().map(|(_, name)| name))
                .map(AsRef::as_ref)
        })
    }
}

/// One reason why a beslut is not executed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orsak {
    /// The id.
    pub id: OrsakId,
    /// What it is called in a sentence or a list.
    pub name: Arc<str>,
    /// What it is called after «i två fall»: «att ledig bostad saknas».
    pub phrase: Arc<str>,
    /// The head of its column in Bilaga 1; only main reasons have one.
    pub column: Option<Arc<str>>,
    /// The main reason it counts under; its own id if it is one.
    pub main: OrsakId,
    /// Whether it is likely only for housing.
    pub housing_only: bool,
    /// Other names.
    pub alias: Vec<Arc<str>>,
}

/// All reasons; main ones first, in the order of columns.
#[derive(Debug, Clone, Default)]
pub struct Orsaker(pub Vec<Orsak>);

impl Orsaker {
    /// Returns the reason with this id.
    pub fn get(&self, id: &str) -> Option<&Orsak> {
        self.0.iter().find(|orsak| orsak.id.as_ref() == id)
    }

    /// Finds a reason by id, name or alias, in any case.
    pub fn find(&self, name: &str) -> Option<&Orsak> {
        let folded = fold(name);
        self.0.iter().find(|orsak| {
            [&orsak.id, &orsak.name]
                .into_iter()
                .chain(&orsak.column)
                .chain(&orsak.alias)
                .any(|known| fold(known) == folded)
        })
    }

    /// Returns the main reasons, in the order of columns.
    pub fn main(&self) -> impl Iterator<Item = &Orsak> {
        self.0.iter().filter(|orsak| orsak.main == orsak.id)
    }

    /// Returns every name that may be written, for «menade du …?».
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|orsak| {
            [&orsak.id, &orsak.name]
                .into_iter()
                .chain(&orsak.alias)
                .map(AsRef::as_ref)
        })
    }
}

/// Why a beslut was closed without having been executed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Avslutsskal {
    /// The id.
    pub id: Arc<str>,
    /// What it is called.
    pub name: Arc<str>,
    /// Other names.
    pub alias: Vec<Arc<str>>,
}

/// Returns a name as it is compared: small letters, single spaces.
pub fn fold(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
