//! One beslut as it stands when the quarter ends. Values here cannot be
//! impossible: `validate` has seen to that.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::offer::Offer;
use crate::model::quarter::Quarter;

/// The act an insats is granted under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Socialtjänstlagen.
    Sol,
    /// Lagen om stöd och service till vissa funktionshindrade.
    Lss,
}

impl Act {
    /// Both acts, in the order of reports.
    pub const ALL: [Self; 2] = [Self::Sol, Self::Lss];

    /// Returns the usual abbreviation.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sol => "SoL",
            Self::Lss => "LSS",
        }
    }

    /// Returns the act with this abbreviation.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }
}

/// The sex as reported to IVO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    /// Woman or girl.
    Kvinna,
    /// Man or boy.
    Man,
    /// Other.
    Annat,
}

impl Sex {
    /// All, in the order of tables.
    pub const ALL: [Self; 3] = [Self::Kvinna, Self::Man, Self::Annat];
}

/// Child (under 18 when the quarter ends) or adult.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Under 18.
    Barn,
    /// 18 or more.
    Vuxen,
}

impl Age {
    /// All, in the order of tables.
    pub const ALL: [Self; 2] = [Self::Barn, Self::Vuxen];
}

/// The values of `kön` in a row, with what they mean.
pub const KON: [(&str, Sex, Age); 6] = [
    ("kvinna", Sex::Kvinna, Age::Vuxen),
    ("man", Sex::Man, Age::Vuxen),
    ("flicka", Sex::Kvinna, Age::Barn),
    ("pojke", Sex::Man, Age::Barn),
    ("annat-barn", Sex::Annat, Age::Barn),
    ("annat-vuxen", Sex::Annat, Age::Vuxen),
];

/// Returns the word for sex and age in a row, such as `flicka`.
pub fn kon_word(sex: Sex, age: Age) -> &'static str {
    KON.iter()
        .find(|(_, s, a)| (*s, *a) == (sex, age))
        .map(|(word, ..)| *word)
        .unwrap_or_default()
}

/// Who runs an insats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Regi {
    /// The kommun itself.
    Egen,
    /// Somebody else.
    Extern,
}

impl Regi {
    /// Both, with the words used in YAML.
    pub const NAMES: [(&str, Self); 2] = [("egen", Self::Egen), ("extern", Self::Extern)];

    /// Returns the one with this word.
    pub fn named(word: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names
            .find(|(known, _)| *known == word)
            .map(|(_, regi)| *regi)
    }
}

/// The id of an insats, as in the catalogue.
pub type InsatsId = Arc<str>;

/// The id of a reason, as in the catalogue.
pub type OrsakId = Arc<str>;

/// From when a beslut has been waiting. At least one of the dates is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Never executed since the decision.
    Decided(NaiveDate),
    /// Execution interrupted; the decision's own date is unknown.
    Interrupted(NaiveDate),
    /// Execution interrupted, the decision's date known.
    Both {
        /// The date of the decision.
        decided_on: NaiveDate,
        /// The first day of the interruption.
        avbrott_on: NaiveDate,
    },
}

impl Waiting {
    /// Returns the day the reporting clock starts: the interruption if there is
    /// one, else the decision.
    pub fn clock_start(self) -> NaiveDate {
        match self {
            Self::Decided(day) | Self::Interrupted(day) => day,
            Self::Both { avbrott_on, .. } => avbrott_on,
        }
    }

    /// Returns the date of the decision, if known.
    pub fn decided_on(self) -> Option<NaiveDate> {
        match self {
            Self::Decided(day)
            | Self::Both {
                decided_on: day, ..
            } => Some(day),
            Self::Interrupted(_) => None,
        }
    }

    /// Returns the first day of the interruption, if there is one.
    pub fn avbrott_on(self) -> Option<NaiveDate> {
        match self {
            Self::Interrupted(day)
            | Self::Both {
                avbrott_on: day, ..
            } => Some(day),
            Self::Decided(_) => None,
        }
    }
}

/// How a beslut ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The insats has started.
    Executed,
    /// Closed without having been executed.
    Closed,
}

/// What has become of a beslut when the quarter ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not executed; perhaps it ended after the quarter, which the report tells.
    Remaining {
        /// How and when it ended after the quarter's last day.
        later: Option<(Outcome, NaiveDate)>,
    },
    /// The insats has started.
    Executed(NaiveDate),
    /// Closed without having been executed.
    Closed(NaiveDate),
}

impl Status {
    /// Returns whether the beslut is still not executed.
    pub fn remains(self) -> bool {
        matches!(self, Self::Remaining { .. })
    }
}

/// The part of an insats that is executed, while the rest waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delvis {
    /// From when.
    pub from: Option<NaiveDate>,
    /// How much, in the nämnd's own words.
    pub extent: Arc<str>,
}

/// One row of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beslut {
    /// Where in the file's `beslut` list, from 0: the route of its findings.
    pub index: usize,
    /// The number printed in the list, if the file gives one.
    pub nr: Option<u32>,
    /// The id that follows the beslut through the quarters.
    pub id: Option<Arc<str>>,
    /// Sex.
    pub sex: Sex,
    /// Child or adult.
    pub age: Age,
    /// The insats.
    pub insats: InsatsId,
    /// The act it is granted under.
    pub act: Act,
    /// Since when it has been waiting.
    pub waiting: Waiting,
    /// What has become of it.
    pub status: Status,
    /// The reason given, main or finer.
    pub orsak: Option<OrsakId>,
    /// Why it was closed, by the id of the catalogue.
    pub avslutsskal: Option<Arc<str>>,
    /// The offers, as written.
    pub offers: Vec<Offer>,
    /// The executed part, if there is one.
    pub delvis: Option<Delvis>,
    /// The unit, for reports in groups.
    pub avdelning: Option<Arc<str>>,
    /// A court's decision: listed apart, never in totals (LSS 28 f § and SoL
    /// 34 kap. 1 § speak of the nämnd's own beslut).
    pub court: bool,
    /// A förhandsbesked under LSS 16 §.
    pub forhandsbesked: bool,
    /// The person's details are protected.
    pub protected: bool,
    /// The quarter in which it should have been reported first, where it was
    /// not.
    pub due_in: Option<Quarter>,
    /// The id of the beslut it renews: a new clock from its own date.
    pub replaces: Option<Arc<str>>,
    /// The days on which an individrapport was sent, in order.
    pub reported_on: Vec<NaiveDate>,
    /// Who is to carry it out, in the nämnd's own words.
    pub provider: Option<Arc<str>>,
    /// Who runs the insats, if the row says.
    pub regi: Option<Regi>,
}

impl Beslut {
    /// Returns the number in lists: the row's own, else its place.
    pub fn number(&self) -> u32 {
        self.nr
            .unwrap_or_else(|| u32::try_from(self.index + 1).unwrap_or(u32::MAX))
    }
}
