//! A nämnd as it was on a day: its names, its look and its choices.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Kind;
use crate::model::catalogue::Avslutsskal;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::clock::Clock;
use crate::model::instans::Form;
use crate::model::instans::Instans;
use crate::model::instans::Organ;
use crate::model::profile::Profile;

/// The PDF standard for archiving, beside PDF/UA-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ArchiveFormat {
    /// PDF/A-3a: the published figures are attached.
    #[default]
    A3a,
    /// PDF/A-2a: no attachment is allowed; the figures lie beside the PDF.
    A2a,
}

/// The nämnd's look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// The accent colour, `#rrggbb`.
    pub colour: Arc<str>,
    /// The archive format.
    pub archive: ArchiveFormat,
    /// Up to which number counts are written as words; 0 for never.
    pub words_to: u32,
    /// The logo: an SVG file in the nämnd's folder.
    pub logo: Option<Arc<str>>,
}

/// Numbers up to this are words, if the nämnd says nothing else.
pub const DEFAULT_WORDS_TO: u32 = 12;

/// Under how many cases are few, if the nämnd says nothing else.
pub const DEFAULT_THRESHOLD: u32 = 5;

/// The accent colour of a nämnd that has chosen none: 6.9:1 against white.
pub const DEFAULT_COLOUR: &str = "#0b5a7a";

impl Default for Style {
    fn default() -> Self {
        Self {
            colour: DEFAULT_COLOUR.into(),
            archive: ArchiveFormat::default(),
            words_to: DEFAULT_WORDS_TO,
            logo: None,
        }
    }
}

/// What the statistikrapport tells beside what the statutes ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statistics {
    /// Whom the beslut are for, by sex.
    pub sex: bool,
    /// Whom they are for, children or adults.
    pub age: bool,
}

impl Default for Statistics {
    /// The usual practice: both.
    fn default() -> Self {
        Self {
            sex: true,
            age: true,
        }
    }
}

/// A nämnd on a day.
#[derive(Debug, Clone)]
pub struct Namnd {
    /// The municipality.
    pub kommun: Arc<str>,
    /// The nämnd's name.
    pub name: Arc<str>,
    /// The administration's name.
    pub forvaltning: Option<Arc<str>>,
    /// A line for every page.
    pub marking: Option<Arc<str>>,
    /// The look.
    pub style: Style,
    /// Profiles chosen per kind of document.
    pub profiles: BTreeMap<Kind, Profile>,
    /// What the statistikrapport tells.
    pub statistics: Statistics,
    /// The clock.
    pub clock: Clock,
    /// The insatser: the built-in ones and the nämnd's own.
    pub insatser: Insatser,
    /// The reasons: the built-in ones and the nämnd's own.
    pub orsaker: Orsaker,
    /// The reasons for closing.
    pub avslutsskal: Vec<Avslutsskal>,
    /// The instanser it describes.
    pub instanser: BTreeMap<Instans, Organ>,
}

impl Namnd {
    /// Returns the profile of a kind of document.
    pub fn profile(&self, kind: Kind) -> Profile {
        self.profiles
            .get(&kind)
            .copied()
            .unwrap_or(kind.default_profile())
    }

    /// Returns the name of an instans.
    pub fn organ_name(&self, instans: Instans) -> Arc<str> {
        match (self.instanser.get(&instans), instans) {
            (Some(organ), _) => Arc::clone(&organ.name),
            (None, Instans::Namnd) => Arc::clone(&self.name),
            (None, Instans::Ks) => "Kommunstyrelsen".into(),
            (None, Instans::Kf) => "Kommunfullmäktige".into(),
        }
    }

    /// Returns how an instans sets out a kind of paper, if it says.
    pub fn form(&self, instans: Instans, kind: Kind) -> Option<&Form> {
        self.instanser.get(&instans)?.forms.get(&kind)
    }
}
