//! Figures and what they count: the key every number in the program has, and
//! the figures a quarter states without rows.

use std::sync::Arc;

use crate::finding::Route;
use crate::model::band::Band;
use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::InsatsId;
use crate::model::beslut::OrsakId;
use crate::model::beslut::Sex;

/// The beslut a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Population {
    /// All reported in the quarter.
    Reported,
    /// Those not executed when the quarter ends.
    Remaining,
    /// Of them, those that never have been executed: the first population of
    /// SoL 34 kap. 3 § and LSS 28 h §.
    Never,
    /// Of them, those whose execution has been interrupted: the second.
    Interrupted,
}

/// From which date elapsed time is counted.
///
/// SoL 34 kap. 3 § and LSS 28 h § ask for the time «från dagen för respektive
/// beslut», also after an interruption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// The decision.
    Decision,
    /// The first day of the interruption.
    Avbrott,
    /// The decision, or the interruption where no decision date is known.
    Known,
}

/// What is counted or measured.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Beslut reported to IVO in the quarter.
    Reported,
    /// Of them, executed.
    Executed,
    /// Of them, closed without having been executed.
    Closed,
    /// Executed or closed.
    Ended,
    /// Not executed when the quarter ends.
    Remaining,
    /// Reported for the first time.
    New,
    /// Reported before.
    Again,
    /// Reported later than they should have been.
    Late,
    /// First reportable in the quarter, by the clock.
    NewlyDue,
    /// Reportable before the quarter, by the clock.
    DueEarlier,
    /// Interrupted.
    Avbrott(Population),
    /// Partly executed.
    Delvis(Population),
    /// Having no known decision date.
    Undated(Population),
    /// Having this main reason.
    Orsak(Population, OrsakId),
    /// Closed for this reason.
    Avslutsskal(Arc<str>),
    /// Having this state of offers.
    Erbjudande(Arc<str>),
    /// Having waited this long.
    Waited(Population, Since, Band),
    /// Not executed when the quarter ends, and never executed.
    NeverExecuted,
    /// Median of elapsed days, rounded half up to a whole day.
    MedianDays(Population, Since),
    /// Longest elapsed time, in days.
    LongestDays(Population, Since),
    /// Förhandsbesked under LSS 16 §, told at the first report only.
    Forhandsbesked,
    /// Renewing an earlier beslut that was not executed.
    Renewed,
    /// A court's decisions: outside the duty to report, in no other figure.
    Court,
    /// Beslut of the kind in force in the municipality, executed or not: the
    /// denominator of «andel ej verkställda».
    Ongoing,
}

/// What a figure is the figure of. A part left out means all: the margin.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The unit.
    pub group: Option<Arc<str>>,
    /// The act.
    pub act: Option<Act>,
    /// The insats.
    pub insats: Option<InsatsId>,
    /// Women or men, of all ages unless `age` is there.
    pub sex: Option<Sex>,
    /// Children or adults.
    pub age: Option<Age>,
    /// What is counted.
    pub measure: Measure,
}

impl Key {
    /// Returns the key of a total.
    pub fn total(measure: Measure) -> Self {
        Self {
            group: None,
            act: None,
            insats: None,
            sex: None,
            age: None,
            measure,
        }
    }

    /// Returns the key of the same figure for one insats under one act.
    pub fn of_insats(self, act: Act, insats: &InsatsId) -> Self {
        Self {
            act: Some(act),
            insats: Some(Arc::clone(insats)),
            ..self
        }
    }

    /// Returns the key of the same figure for one sex.
    pub fn of_sex(self, sex: Sex) -> Self {
        Self {
            sex: Some(sex),
            ..self
        }
    }

    /// Returns the key of the same figure for children or adults.
    pub fn of_age(self, age: Age) -> Self {
        Self {
            age: Some(age),
            ..self
        }
    }

    /// Returns the key of another figure for the same beslut.
    pub fn measuring(&self, measure: Measure) -> Self {
        Self {
            measure,
            ..self.clone()
        }
    }
}

/// A number as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Known.
    Exact(u32),
    /// Known to lie between two bounds; for checks only, never told.
    Between(Option<u32>, Option<u32>),
}

impl Figure {
    /// Returns the number, if it is known.
    pub fn exact(self) -> Option<u32> {
        match self {
            Self::Exact(n) => Some(n),
            Self::Between(..) => None,
        }
    }

    /// Returns the least the number can be.
    pub fn at_least(self) -> u32 {
        match self {
            Self::Exact(n) => n,
            Self::Between(low, _) => low.unwrap_or(0),
        }
    }
}

/// A figure the nämnd states, with its place in the quarter file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedFigure {
    /// What it counts.
    pub key: Key,
    /// How many.
    pub figure: Figure,
    /// Where it stands.
    pub route: Route,
    /// Whether it is the sum of parts that stand there.
    pub summed: bool,
}

/// What `sammanställning` and `pågående` say.
#[derive(Debug, Clone, Default)]
pub struct Stated {
    /// The figures.
    pub figures: Vec<StatedFigure>,
    /// Insatser named, with or without figures, in the order written.
    pub named: Vec<(Option<Arc<str>>, Act, InsatsId)>,
}

impl Stated {
    /// Returns the figure with this key.
    pub fn get(&self, key: &Key) -> Option<&StatedFigure> {
        self.figures.iter().find(|stated| stated.key == *key)
    }
}
