//! A nämnd as it was on a day: its names, its look and its choices.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Kind;
use crate::model::ansvar::Granted;
use crate::model::ansvar::Responsibilities;
use crate::model::beslut::Beslut;
use crate::model::catalogue::Avslutsskal;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::clock::Clock;
use crate::model::instans::Form;
use crate::model::instans::Instans;
use crate::model::instans::Organ;
use crate::model::law::Windows;
use crate::model::profile::Profile;
use crate::model::workdays::Workdays;

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

/// What the IVO-rapportör's papers and calendar rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ivo {
    /// Who answers for what.
    pub responsibilities: Responsibilities,
    /// Who the IVO-rapportör is, if the nämnd says.
    pub reporter: Option<Arc<str>>,
    /// Where messages to the IVO-rapportör are sent, if the nämnd says.
    pub mailbox: Option<Arc<str>>,
    /// How socialtjänstlagen stands in the title of a message.
    pub title_sol: Arc<str>,
    /// The days at work.
    pub workdays: Workdays,
    /// When individrapporter are sent.
    pub windows: Windows,
}

/// How socialtjänstlagen stands in a title, if the nämnd says nothing else.
pub const DEFAULT_TITLE_SOL: &str = "SoL";

impl Default for Ivo {
    /// What holds where the nämnd says nothing, apart from what catalogues say.
    fn default() -> Self {
        Self {
            responsibilities: Responsibilities::default(),
            reporter: None,
            mailbox: None,
            title_sol: DEFAULT_TITLE_SOL.into(),
            workdays: Workdays::default(),
            windows: Windows::default(),
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
    /// What the IVO-rapportör goes by.
    pub ivo: Ivo,
}

impl Namnd {
    /// Returns the profile of a kind of document.
    pub fn profile(&self, kind: Kind) -> Profile {
        self.profiles
            .get(&kind)
            .copied()
            .unwrap_or(kind.default_profile())
    }

    /// Returns what a beslut grants, with its section on its own day.
    pub fn granted<'a>(&'a self, beslut: &'a Beslut) -> Granted<'a> {
        let since = beslut.waiting.decided_on();
        let day = since.unwrap_or(beslut.waiting.clock_start());
        let insats = self.insatser.get(&beslut.insats);
        Granted {
            act: beslut.act,
            section: insats.and_then(|insats| insats.section(beslut.act, day)),
            insats: &beslut.insats,
            regi: beslut.regi,
        }
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
