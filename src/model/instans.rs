//! An instans on a day: its letterhead, whom it writes to, and how its papers
//! are set out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Kind;
use crate::finding::Route;
use crate::model::text::About;
use crate::model::text::Block;

/// Who decides on a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Instans {
    /// The nämnd itself.
    #[default]
    Namnd,
    /// Kommunstyrelsen.
    Ks,
    /// Kommunfullmäktige.
    Kf,
}

impl Instans {
    /// All with the names used in YAML.
    pub const NAMES: [(&str, Self); 3] =
        [("nämnd", Self::Namnd), ("ks", Self::Ks), ("kf", Self::Kf)];

    /// Returns the instans with this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names.find(|(known, _)| *known == name).map(|(_, it)| *it)
    }

    /// Returns the name used in YAML.
    pub fn name(self) -> &'static str {
        let mut names = Self::NAMES.iter();
        names
            .find(|(_, it)| *it == self)
            .map(|(name, _)| *name)
            .unwrap_or_default()
    }
}

/// An instans as it is on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organ {
    /// The name.
    pub name: Arc<str>,
    /// The rows of the letterhead.
    pub letterhead: Vec<Arc<str>>,
    /// Whom its papers are sent to, in the order it lists them.
    pub receivers: Vec<Receiver>,
    /// How its papers are set out, for the kinds it says something of.
    pub forms: BTreeMap<Kind, Form>,
}

/// Whom papers are sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// The name.
    pub name: Arc<str>,
    /// What the receiver is to the nämnd.
    pub role: Role,
}

/// What a receiver is to the nämnd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The auditors.
    Revisorer,
    /// Kommunfullmäktige.
    Kf,
    /// Kommunstyrelsen.
    Ks,
    /// The supervising authority.
    Ivo,
    /// Somebody else.
    Annan,
}

impl Role {
    /// All with the names used in YAML.
    pub const NAMES: [(&str, Self); 5] = [
        ("revisorer", Self::Revisorer),
        ("kf", Self::Kf),
        ("ks", Self::Ks),
        ("ivo", Self::Ivo),
        ("annan", Self::Annan),
    ];

    /// Returns the role with this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names.find(|(known, _)| *known == name).map(|(_, it)| *it)
    }
}

/// Whether a matter is decided, or only reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Class {
    /// Beslutsärende: there is a proposal.
    #[default]
    Beslut,
    /// Anmälningsärende: nothing is proposed.
    Anmalan,
}

/// How a paper is set out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// What the paper is called, if not by its kind.
    pub title: Option<Arc<str>>,
    /// Whether the matter is decided, if the form says.
    pub class: Option<Class>,
    /// Who has prepared it.
    pub handlaggare: Option<Arc<str>>,
    /// The proposal or the decision, point by point.
    pub points: Vec<Standing>,
    /// The headings in order, if the form has any.
    pub headings: Vec<Heading>,
    /// Who signs.
    pub signers: Vec<Signer>,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The id.
    pub id: Arc<str>,
    /// The heading, as the form has it.
    pub title: Arc<str>,
    /// What stands under it, or nothing where the heading alone is asked for.
    pub parts: Option<Vec<Part>>,
}

/// One thing under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What the program writes.
    Generated(Generated),
    /// A standing text.
    Standing(Standing),
    /// A text of the quarter, with its name as written.
    OfQuarter(About, Arc<str>),
}

/// A standing text, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The file, or nothing for a text of the program's own.
    pub file: Option<Arc<str>>,
    /// Where in the file.
    pub route: Route,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// Who signs a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The title.
    pub title: Arc<str>,
    /// The name, if it is to stand there.
    pub name: Option<Arc<str>>,
}

/// What the program can write under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generated {
    /// The proposal, as points.
    Forslag,
    /// The decision, as points.
    Beslut,
    /// The quarter in a paragraph.
    Sammanfattning,
    /// What the law asks.
    Lagkrav,
    /// What remains: how many, whom for, why.
    Lage,
    /// Each insats.
    Insatser,
    /// The names of the insatser.
    Insatslista,
    /// Each unit.
    Grupper,
    /// Elapsed time.
    Vantetid,
    /// What is late or renewed.
    Sena,
    /// The course over the quarters.
    Utveckling,
    /// Särskild avgift.
    Avgift,
    /// Earlier handling.
    Tidigare,
    /// The papers it rests on.
    Beslutsunderlag,
    /// The enclosures.
    Bilagor,
    /// The receivers.
    Sandlista,
}

impl Generated {
    /// All with the names used in YAML.
    pub const NAMES: [(&str, Self); 16] = [
        ("forslag", Self::Forslag),
        ("beslut", Self::Beslut),
        ("sammanfattning", Self::Sammanfattning),
        ("lagkrav", Self::Lagkrav),
        ("lage", Self::Lage),
        ("insatser", Self::Insatser),
        ("insatslista", Self::Insatslista),
        ("grupper", Self::Grupper),
        ("vantetid", Self::Vantetid),
        ("sena", Self::Sena),
        ("utveckling", Self::Utveckling),
        ("avgift", Self::Avgift),
        ("tidigare", Self::Tidigare),
        ("beslutsunderlag", Self::Beslutsunderlag),
        ("bilagor", Self::Bilagor),
        ("sandlista", Self::Sandlista),
    ];

    /// Returns the block with this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names.find(|(known, _)| *known == name).map(|(_, it)| *it)
    }
}

/// A paper before another in the chain of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earlier {
    /// A paper of the same quarter, by its id.
    Order(Arc<str>),
    /// A decision elsewhere.
    Elsewhere {
        /// Who decided.
        instans: Arc<str>,
        /// The paragraph.
        paragraph: Option<u32>,
        /// When.
        on: chrono::NaiveDate,
        /// The registration number, as written.
        diarienummer: Option<Arc<str>>,
    },
}
