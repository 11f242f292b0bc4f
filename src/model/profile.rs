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
