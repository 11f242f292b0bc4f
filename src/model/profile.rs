//! Who may see what: the protection profile of a document.

/// How much a document may show, and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// Everything, for everybody: figures already published elsewhere.
    Oppen,
    /// For everybody, small groups protected.
    Publik,
    /// For the municipality's revisorer: a list per beslut.
    Revisor,
    /// For the IVO-rapportör's desk.
    Ivo,
}

impl Profile {
    /// All profiles with the names used in YAML.
    pub const NAMES: [(&str, Self); 4] = [
        ("öppen", Self::Oppen),
        ("publik", Self::Publik),
        ("revisor", Self::Revisor),
        ("ivo", Self::Ivo),
    ];

    /// Returns the profile with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, profile)| *profile)
    }

    /// Returns the name used in YAML.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, p)| *p == self)
            .map(|(name, _)| *name)
            .unwrap_or_default()
    }

    /// Returns the output folder that documents of this profile belong in.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Oppen | Self::Publik => "publik",
            Self::Revisor | Self::Ivo => "intern",
        }
    }
}

/// What is made coarser in public documents before counts are hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coarsening {
    /// Small insatser are told together.
    Insatser,
    /// Bands of elapsed time are told together.
    Bands,
    /// Small insatser are not told by sex.
    Sex,
}

impl Coarsening {
    /// All, with the names used in YAML, in the order of a nämnd that has chosen
    /// none.
    pub const NAMES: [(&str, Self); 3] = [
        ("insatser", Self::Insatser),
        ("tidsband", Self::Bands),
        ("kön", Self::Sex),
    ];

    /// Returns what a name stands for.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, coarsening)| *coarsening)
    }
}

/// How a nämnd protects small groups in public documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Safeguards {
    /// The least count that is shown: 3, 4 or 5.
    pub threshold: u32,
    /// What is made coarser before a count is hidden, in this order.
    pub coarsening: Vec<Coarsening>,
}
