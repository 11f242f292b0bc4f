//! Insatser and reasons: what may be written in a row, and what it is called;
//! and the circumstances a text should not name.

use std::collections::BTreeMap;
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
    /// Whether it is housing, so that «ledig bostad» is a likely reason; nothing
    /// where nobody has said.
    pub housing: Option<bool>,
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

    /// Returns every name it may be written by under an act.
    fn names(&self, act: Act) -> impl Iterator<Item = &Arc<str>> {
        let own = [&self.id, &self.name, &self.short].into_iter();
        own.chain(
            self.alias
                .iter()
                .filter(move |(a, _)| a.is_none_or(|a| a == act))
                .map(|(_, n)| n),
        )
    }
}

/// All insatser, in the order of reports. Copies share one list.
#[derive(Debug, Clone, Default)]
pub struct Insatser(Arc<Shelf>);

/// Insatser, and where each name is.
#[derive(Debug, Clone, Default)]
struct Shelf {
    list: Vec<Insats>,
    index: BTreeMap<String, Vec<(usize, Act)>>,
}

impl FromIterator<Insats> for Insatser {
    fn from_iter<I: IntoIterator<Item = Insats>>(list: I) -> Self {
        let mut insatser = Self::default();
        list.into_iter().for_each(|insats| insatser.push(insats));
        insatser
    }
}

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
    /// Returns the list, in the order of reports.
    pub fn list(&self) -> &[Insats] {
        &self.0.list
    }

    /// Adds an insats after the others.
    pub fn push(&mut self, insats: Insats) {
        let shelf = Arc::make_mut(&mut self.0);
        let at = shelf.list.len();
        for act in insats.acts() {
            for name in insats.names(act) {
                let places = shelf.index.entry(fold(name)).or_default();
                if !places.contains(&(at, act)) {
                    places.push((at, act));
                }
            }
        }
        shelf.list.push(insats);
    }

    /// Returns the insats with this id.
    pub fn get(&self, id: &str) -> Option<&Insats> {
        self.list().get(self.rank(id))
    }

    /// Returns the place of an insats in reports; unknown ids come last.
    pub fn rank(&self, id: &str) -> usize {
        let places = self.0.index.get(id).into_iter().flatten();
        let mut own = places.filter(|(at, _)| self.list()[*at].id.as_ref() == id);
        own.next().map_or(usize::MAX, |(at, _)| *at)
    }

    /// Finds what a name means: an id, an official name, a short name or an
    /// alias, in any case. `acts` are those the row or the nämnd allows.
    pub fn find(&self, name: &str, acts: &[Act]) -> Meaning<'_> {
        let places = self.0.index.get(&fold(name)).into_iter().flatten();
        let mut hits = places
            .filter(|(_, act)| acts.contains(act))
            .map(|(at, act)| (&self.list()[*at], *act));
        match (hits.next(), hits.next()) {
            (Some((insats, act)), None) => Meaning::One(insats, act),
            (Some((one, _)), Some((two, _))) => Meaning::Several(one, two),
            (None, _) => Meaning::Unknown,
        }
    }

    /// Returns every name that may be written, for «menade du …?».
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list().iter().flat_map(|insats| {
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
    /// Whether it is told also where nothing has it.
    pub at_zero: bool,
    /// Other names.
    pub alias: Vec<Arc<str>>,
}

/// All reasons; main ones first, in the order of columns.
#[derive(Debug, Clone, Default)]
pub struct Orsaker(Arc<(Vec<Orsak>, BTreeMap<String, usize>)>);

impl Orsaker {
    /// Returns the list, main reasons first.
    pub fn list(&self) -> &[Orsak] {
        &self.0.0
    }

    /// Adds a reason after the others; a name already taken keeps its meaning.
    pub fn push(&mut self, orsak: Orsak) {
        let (list, index) = Arc::make_mut(&mut self.0);
        let names = [&orsak.id, &orsak.name]
            .into_iter()
            .chain(&orsak.column)
            .chain(&orsak.alias);
        for name in names {
            index.entry(fold(name)).or_insert(list.len());
        }
        list.push(orsak);
    }

    /// Returns the reason with this id.
    pub fn get(&self, id: &str) -> Option<&Orsak> {
        self.find(id).filter(|orsak| orsak.id.as_ref() == id)
    }

    /// Finds a reason by id, name or alias, in any case.
    pub fn find(&self, name: &str) -> Option<&Orsak> {
        self.0.1.get(&fold(name)).map(|at| &self.list()[*at])
    }

    /// Says that a reason is told also where nothing has it.
    pub fn tell_at_zero(&mut self, id: &str) {
        let (list, _) = Arc::make_mut(&mut self.0);
        let named = list.iter_mut().filter(|orsak| orsak.id.as_ref() == id);
        named.for_each(|orsak| orsak.at_zero = true);
    }

    /// Returns the main reasons, in the order of columns.
    pub fn main(&self) -> impl Iterator<Item = &Orsak> {
        self.list().iter().filter(|orsak| orsak.main == orsak.id)
    }

    /// Returns every name that may be written, for «menade du …?».
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list().iter().flat_map(|orsak| {
            [&orsak.id, &orsak.name]
                .into_iter()
                .chain(&orsak.alias)
                .map(AsRef::as_ref)
        })
    }
}

impl FromIterator<Orsak> for Orsaker {
    fn from_iter<I: IntoIterator<Item = Orsak>>(list: I) -> Self {
        let mut orsaker = Self::default();
        list.into_iter().for_each(|orsak| orsaker.push(orsak));
        orsaker
    }
}

/// Why a beslut was closed without having been executed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Avslutsskal {
    /// The id.
    pub id: Arc<str>,
    /// What it is called.
    pub name: Arc<str>,
    /// What it is called after «i två fall»: «att behovet har upphört».
    pub phrase: Arc<str>,
    /// Other names.
    pub alias: Vec<Arc<str>>,
}

/// A sensitive circumstance, known by the beginning of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circumstance {
    /// How the word begins.
    pub stem: Arc<str>,
    /// What it tells of, after «texten nämner».
    pub meaning: Arc<str>,
    /// Beginnings of words that mean something else.
    pub except: Vec<Arc<str>>,
}

/// Returns the entries a text is looked through for, an exception with `!`
/// before it, and what each means.
pub fn compared(list: &[Circumstance]) -> (Vec<String>, Vec<&str>) {
    let entries = list.iter().flat_map(|one| {
        let except = one.except.iter().map(|except| format!("!{except}"));
        let all = std::iter::once(one.stem.to_string()).chain(except);
        all.map(|entry| (entry, one.meaning.as_ref()))
    });
    entries.unzip()
}

/// Returns a name as it is compared: small letters, single spaces.
pub fn fold(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
