//! The kinds of document, and where a finished one goes. A new kind is one row
//! here, one composer and one template.

use std::path::PathBuf;

use crate::model::profile::Profile;
use crate::model::quarter::Quarter;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The nämnd's report with its appendices.
    Rapport,
    /// The statistics to kommunfullmäktige.
    Statistikrapport,
    /// The list of beslut for the revisorer.
    Revisorsrapport,
    /// What the administration says to an instans that is to decide.
    Tjansteutlatande,
    /// What an instans has decided.
    Protokollsutdrag,
    /// What is to be reported to IVO of each beslut, to fill in and send.
    IvoUnderlag,
    /// How the nämnd goes about the reporting.
    Rutin,
    /// Which beslut have waited longest, and who answers for them.
    LangVantan,
}

/// What a kind of document tells of its quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// Its figures, as its profile has them.
    Figures,
    /// Single beslut with their ids, to the IVO-rapportör alone.
    Beslut,
    /// Nothing: it is about how things are done.
    Nothing,
}

impl Kind {
    /// All kinds with the names used in YAML.
    pub const NAMES: [(&str, Self); 8] = [
        ("rapport", Self::Rapport),
        ("statistikrapport", Self::Statistikrapport),
        ("revisorsrapport", Self::Revisorsrapport),
        ("tjänsteutlåtande", Self::Tjansteutlatande),
        ("protokollsutdrag", Self::Protokollsutdrag),
        ("ivo-underlag", Self::IvoUnderlag),
        ("rutin", Self::Rutin),
        ("lång-väntan", Self::LangVantan),
    ];

    /// Returns the kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, kind)| *kind)
    }

    /// Returns the name used in YAML.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, kind)| *kind == self)
            .map(|(n, _)| *n)
            .unwrap_or_default()
    }

    /// Returns the template's file name.
    pub fn template(self) -> &'static str {
        match self {
            Self::Rapport => "rapport.typ",
            Self::Statistikrapport => "statistikrapport.typ",
            Self::Revisorsrapport => "revisorsrapport.typ",
            Self::Tjansteutlatande => "tjansteutlatande.typ",
            Self::Protokollsutdrag => "protokollsutdrag.typ",
            Self::IvoUnderlag => "ivo-underlag.typ",
            Self::Rutin => "rutin.typ",
            Self::LangVantan => "lang-vantan.typ",
        }
    }

    /// Returns whether the nämnd's own texts stand in it.
    pub fn has_own_texts(self) -> bool {
        match self {
            Self::Rapport | Self::Tjansteutlatande | Self::Protokollsutdrag => true,
            Self::Statistikrapport
            | Self::Revisorsrapport
            | Self::IvoUnderlag
            | Self::Rutin
            | Self::LangVantan => false,
        }
    }

    /// Returns what it tells of its quarter.
    pub fn tells(self) -> Tells {
        match self {
            Self::Rapport
            | Self::Statistikrapport
            | Self::Revisorsrapport
            | Self::Tjansteutlatande
            | Self::Protokollsutdrag => Tells::Figures,
            Self::IvoUnderlag | Self::LangVantan => Tells::Beslut,
            Self::Rutin => Tells::Nothing,
        }
    }

    /// Returns the profile of a nämnd that has chosen none.
    pub fn default_profile(self) -> Profile {
        match self {
            Self::Rapport
            | Self::Statistikrapport
            | Self::Tjansteutlatande
            | Self::Protokollsutdrag
            | Self::Rutin => Profile::Publik,
            Self::Revisorsrapport => Profile::Revisor,
            Self::IvoUnderlag | Self::LangVantan => Profile::Ivo,
        }
    }
}

/// What a document that is not finished has after its id, and on every page.
pub const DRAFT: &str = "UTKAST";

/// What identifies one document of one nämnd and quarter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Envelope {
    /// The nämnd's folder.
    pub namnd: String,
    /// The quarter.
    pub quarter: Quarter,
    /// The document's id.
    pub id: String,
    /// The profile it is made for.
    pub profile: Profile,
    /// Whether `--profil` asked for another profile than the document's own.
    pub overridden: bool,
}

impl Envelope {
    /// Returns the path below the output folder, without ending.
    ///
    /// A document made for another profile than its own never takes the place
    /// of a file: it goes to `intern/` with the profile in its name.
    pub fn path(&self) -> PathBuf {
        let (folder, name) = if self.overridden {
            (
                "intern",
                format!("{}-{}", self.id, ascii(self.profile.name())),
            )
        } else {
            (self.profile.folder(), self.id.clone())
        };
        [&self.namnd, &self.quarter.to_string(), folder, &name]
            .iter()
            .collect()
    }

    /// Returns the identity that is written into the PDF.
    pub fn ident(&self) -> String {
        format!(
            "evb:{}/{}/{}/{}",
            self.namnd,
            self.quarter,
            self.id,
            ascii(self.profile.name())
        )
    }
}

/// Returns a name with å, ä, ö as plain letters, for file names and flags.
pub fn ascii(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'Å' | 'Ä' => 'A',
            'ö' => 'o',
            'Ö' => 'O',
            c => c,
        })
        .collect()
}
