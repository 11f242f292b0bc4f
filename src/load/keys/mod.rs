//! Every key of data format 1: its name, kind, meaning and an example.
//!
//! This one table drives reading, «menade du …?», `data/README.md` and the JSON
//! schema. To accept a new key, add a row here.

use crate::document;
use crate::model::beslut::KON;
use crate::model::beslut::Regi;
use crate::model::instans::Instans;
use crate::model::profile::Profile;

mod figures;
mod import;
mod instans;
mod ivo;
mod namnd;
mod quarter;
mod row;

pub use import::COLUMNS;
pub use import::IMPORT;
pub use namnd::NAMND;
pub use quarter::BEVAKNING;
pub use quarter::QUARTER;

/// One key of a mapping.
#[derive(Debug)]
pub struct Key {
    /// The name, with å ä ö.
    pub name: &'static str,
    /// What may stand there.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in Swedish.
    pub meaning: &'static str,
    /// How it is written.
    pub example: &'static str,
}

/// The keys of one mapping.
#[derive(Debug)]
pub struct Table {
    /// What the mapping is called in messages, with its article.
    pub what: &'static str,
    /// The same in definite form.
    pub the: &'static str,
    /// The keys, in the order to write them.
    pub keys: &'static [Key],
}

/// What may stand as a value.
#[derive(Debug)]
pub enum Kind {
    /// The number 1, the version of the format.
    Format,
    /// A text.
    Text,
    /// An id: `[a-z0-9-]+`.
    Id,
    /// A date, `2024-01-10`.
    Date,
    /// A quarter, `2023-Q4`.
    Quarter,
    /// A whole number from 0.
    Number,
    /// `ja` or `nej`.
    YesNo,
    /// A colour, `#0b5a7a`.
    Colour,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// The name of an insats.
    Insats,
    /// The name of a reason.
    Orsak,
    /// The name of a reason for closing.
    Avslutsskal,
    /// A figure: a number, a split by sex, or `{minst, högst}`.
    Figure,
    /// One or several maps of a population and its figures; what is inside
    /// `antal` is a figure or a map of figures.
    Counted(&'static Table),
    /// A number or a map from names to figures.
    Figures(&'static Kind),
    /// A mapping with known keys.
    Record(&'static Table),
    /// A list.
    List(&'static Kind),
    /// A mapping from names of a kind to values of a kind.
    Map(&'static Kind, &'static Kind),
    /// An id, or a mapping with known keys.
    IdOr(&'static Table),
}

/// The words for sex and age in a row.
pub const KON_WORDS: [&str; 6] = [KON[0].0, KON[1].0, KON[2].0, KON[3].0, KON[4].0, KON[5].0];

const PROFILES: [&str; 4] = [
    Profile::NAMES[0].0,
    Profile::NAMES[1].0,
    Profile::NAMES[2].0,
    Profile::NAMES[3].0,
];

const KINDS: [&str; document::Kind::NAMES.len()] = {
    let mut names = [""; document::Kind::NAMES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = document::Kind::NAMES[at].0;
        at += 1;
    }
    names
};

const ACTS: [&str; 2] = ["SoL", "LSS"];
const REGI: [&str; 2] = [Regi::NAMES[0].0, Regi::NAMES[1].0];
const INSTANSER: [&str; 3] = [
    Instans::NAMES[0].0,
    Instans::NAMES[1].0,
    Instans::NAMES[2].0,
];
const POPULATIONS: [&str; 2] = ["rapporterade", "kvarstår"];
const BANDS: [&str; 6] = ["0–2", "3–6", "7–9", "10–12", "13–17", "18+"];

pub(crate) const fn must(
    name: &'static str,
    kind: Kind,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    Key {
        name,
        kind,
        required: true,
        meaning,
        example,
    }
}

pub(crate) const fn may(
    name: &'static str,
    kind: Kind,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    Key {
        name,
        kind,
        required: false,
        meaning,
        example,
    }
}

/// The words of a flag: yes and no.
pub(crate) const YES_NO: [&str; 2] = ["ja", "nej"];

/// What a figure may be split into: by sex and age, or bounds.
pub(crate) const PARTS: [&str; 7] = [
    "män", "kvinnor", "pojkar", "flickor", "annat", "minst", "högst",
];

/// Returns whether any value of a file may be a list of `{från, värde}`.
pub fn is_dated(table: &'static Table) -> bool {
    std::ptr::eq(table, &NAMND)
}

/// The files of the format with their tables, for the reference and the schema.
pub static FILES: [(&str, &Table); 4] = [
    ("namnd.yaml", &NAMND),
    ("2023-Q4.yaml", &QUARTER),
    ("bevakning.yaml", &BEVAKNING),
    ("import.yaml", &IMPORT),
];

impl Table {
    /// Returns the key with this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Kind {
    /// Returns what may stand there, for the reference.
    pub fn describe(&self) -> String {
        match self {
            Self::Format => "talet 1".to_owned(),
            Self::Text => "en text".to_owned(),
            Self::Id => "ett id (a–z, 0–9 och bindestreck)".to_owned(),
            Self::Date => "ett datum (2024-01-10)".to_owned(),
            Self::Quarter => "ett kvartal (2023-Q4)".to_owned(),
            Self::Number => "ett heltal".to_owned(),
            Self::YesNo => "ja eller nej".to_owned(),
            Self::Colour => "en färg (\"#0b5a7a\")".to_owned(),
            Self::Word(words) => either(words),
            Self::Insats => "en insats".to_owned(),
            Self::Orsak => "en orsak".to_owned(),
            Self::Avslutsskal => "ett avslutsskäl".to_owned(),
            Self::Figure => "ett antal, eller antal per kön, eller minst och högst".to_owned(),
            Self::Counted(_) => "«avser» och «antal», eller en lista av sådana".to_owned(),
            Self::Figures(of) => format!("{}: ett antal", of.describe()),
            Self::Record(_) => "egna nycklar".to_owned(),
            Self::List(of) => format!("en lista: {}", of.describe()),
            Self::Map(of, to) => format!("{}: {}", of.describe(), to.describe()),
            Self::IdOr(_) => "ett id, eller egna nycklar".to_owned(),
        }
    }

    /// Returns what the key should be, to follow «nyckeln ska …».
    pub fn demand(&self) -> String {
        match self {
            Self::List(_) => "vara en lista: en post per rad med - framför".to_owned(),
            Self::Record(_) | Self::Map(..) | Self::Figures(_) => {
                "ha egna nycklar: en per rad med indrag, eller inom { }".to_owned()
            }
            Self::Counted(_) => "ha nyckeln «antal», och «avser» om det behövs".to_owned(),
            Self::Figure => {
                "vara ett antal, eller delas i män, kvinnor, pojkar, flickor och annat".to_owned()
            }
            Self::IdOr(_) => "vara ett id, eller ha egna nycklar".to_owned(),
            _ => format!("vara {}", self.describe()),
        }
    }

    /// Returns whether a plain text can never stand there.
    pub fn is_nested(&self) -> bool {
        matches!(
            self,
            Self::Counted(_) | Self::Figures(_) | Self::Record(_) | Self::List(_) | Self::Map(..)
        )
    }

    /// Returns the table of the mapping that stands there or in its items.
    pub fn table(&self) -> Option<&'static Table> {
        match self {
            Self::Record(table) | Self::Counted(table) | Self::IdOr(table) => Some(table),
            Self::List(of) | Self::Map(_, of) => of.table(),
            _ => None,
        }
    }
}

/// Returns words as alternatives: «a, b eller c».
pub fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} eller {last}", first.join(", ")),
    }
}
