//! The nämnd's own texts, read: blocks of runs, with placeholders for figures
//! in place of numbers.

use std::sync::Arc;

use crate::finding::Route;
use crate::model::beslut::Age;
use crate::model::beslut::InsatsId;
use crate::model::beslut::Sex;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::model::stated::Since;

/// A text with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What it is about.
    pub about: About,
    /// Where it stands.
    pub route: Route,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// Which part of a document a text belongs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// One insats.
    Insats(InsatsId),
    /// A section of the document.
    Section(&'static str),
    /// What a form of the nämnd's own asks for, by its name in plain letters.
    Own(Arc<str>),
}

/// The sections a text may be written for.
pub const SECTIONS: [&str; 4] = ["sammanfattning", "analys", "utforare", "slutsats"];

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list, numbered or not.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Run>>,
    },
}

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The style.
    pub style: Style,
    /// Words and placeholders.
    pub pieces: Vec<Piece>,
}

impl Run {
    /// Returns the words of the run, with a space for every placeholder.
    pub fn words(&self) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Placeholder(_) => " ",
        });
        pieces.collect()
    }
}

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As the text around it.
    Plain,
    /// Emphasised.
    Emph,
    /// Strongly emphasised.
    Strong,
}

/// Words, or a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words, as written.
    Words(String),
    /// A figure or a word of the document.
    Placeholder(Placeholder),
}

/// `{insats.figur:form}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Which `{` of the text it begins with, from 0: its place.
    pub brace: usize,
    /// As written, without braces.
    pub written: Arc<str>,
    /// The insats, if it is of one.
    pub insats: Option<InsatsId>,
    /// What is to stand there.
    pub what: What,
    /// How the number is written, if not by the house rule.
    pub form: Option<Form>,
}

/// What a placeholder stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A figure; the key's act and insats are filled in when it is told.
    Figure(Key),
    /// A word of the document's own.
    Word(Word),
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As a word, where there is one.
    Words,
    /// As a figure.
    Figures,
}

/// A word of the document's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// «kvartal 4 2023».
    Quarter,
    /// «kvartal 3».
    Before,
    /// «den 31 december 2023».
    QuartersEnd,
    /// «den 10 januari 2024».
    Dated,
    /// «10 000–1 000 000 kronor».
    Fee,
    /// The proposal or the decision of the paper.
    Proposal,
    /// The day of the meeting.
    Meeting,
    /// The paragraph of the minutes.
    Paragraph,
    /// The nämnd.
    Namnd,
    /// The administration.
    Forvaltning,
    /// The municipality.
    Kommun,
    /// Whose paper it is.
    Instans,
    /// Whom the paper is sent to.
    Receivers,
}

/// Every name a placeholder may have, with what it stands for. The names of
/// reasons follow `orsak-`.
pub const NAMES: [(&str, &str); 31] = [
    ("rapporterade", "rapporterade beslut"),
    ("nya", "rapporterade för första gången"),
    ("återrapportering", "rapporterade tidigare"),
    ("verkställda", "verkställda under kvartalet"),
    ("avslutade", "avslutade utan verkställighet"),
    ("verkställda_eller_avslutade", "de två tillsammans"),
    ("kvarstår", "ej verkställda vid kvartalets slut"),
    ("kvarstår-kvinnor", "av dem kvinnor och flickor"),
    ("kvarstår-män", "av dem män och pojkar"),
    ("kvarstår-barn", "av dem barn"),
    ("kvarstår-vuxna", "av dem vuxna"),
    ("avbrott", "av dem avbrott i verkställigheten"),
    ("delvis", "av dem delvis verkställda"),
    (
        "orsak-…",
        "av dem med orsaken, till exempel orsak-tackat-nej",
    ),
    ("sena", "rapporterade senare än de borde"),
    ("pågående", "pågående beslut av slaget"),
    ("dagar-median", "mediantiden i dagar för dem som kvarstår"),
    ("dagar-längst", "den längsta tiden i dagar"),
    ("kvartal", "kvartalet med år"),
    ("förra-kvartalet", "kvartalet före"),
    ("kvartalets-slut", "kvartalets sista dag"),
    ("uppgifter_daterade", "dagen då uppgifterna togs fram"),
    ("avgift", "vad en särskild avgift kan uppgå till"),
    ("förslag", "förslaget till beslut"),
    ("sammanträde", "sammanträdets dag"),
    ("paragraf", "paragrafens nummer"),
    ("nämnd", "nämnden"),
    ("förvaltning", "förvaltningen"),
    ("kommun", "kommunen"),
    ("instans", "den instans som handlingen hör till"),
    ("mottagare", "instansens mottagare"),
];

/// Returns what a name stands for; `orsak` says whether a reason exists.
pub fn named(name: &str, orsak: impl Fn(&str) -> Option<Arc<str>>) -> Option<What> {
    let figure = |measure| Some(What::Figure(Key::total(measure)));
    let remaining = Key::total(Measure::Remaining);
    match name {
        "rapporterade" => figure(Measure::Reported),
        "nya" => figure(Measure::New),
        "återrapportering" => figure(Measure::Again),
        "verkställda" => figure(Measure::Executed),
        "avslutade" => figure(Measure::Closed),
        "verkställda_eller_avslutade" => figure(Measure::Ended),
        "kvarstår" => figure(Measure::Remaining),
        "kvarstår-kvinnor" => Some(What::Figure(remaining.of_sex(Sex::Kvinna))),
        "kvarstår-män" => Some(What::Figure(remaining.of_sex(Sex::Man))),
        "kvarstår-barn" => Some(What::Figure(remaining.of_age(Age::Barn))),
        "kvarstår-vuxna" => Some(What::Figure(remaining.of_age(Age::Vuxen))),
        "avbrott" => figure(Measure::Avbrott(Remaining)),
        "delvis" => figure(Measure::Delvis(Remaining)),
        "sena" => figure(Measure::Late),
        "pågående" => figure(Measure::Ongoing),
        "dagar-median" => figure(Measure::MedianDays(Remaining, Since::Known)),
        "dagar-längst" => figure(Measure::LongestDays(Remaining, Since::Known)),
        "kvartal" => Some(What::Word(Word::Quarter)),
        "förra-kvartalet" => Some(What::Word(Word::Before)),
        "kvartalets-slut" => Some(What::Word(Word::QuartersEnd)),
        "uppgifter_daterade" => Some(What::Word(Word::Dated)),
        "avgift" => Some(What::Word(Word::Fee)),
        "förslag" => Some(What::Word(Word::Proposal)),
        "sammanträde" => Some(What::Word(Word::Meeting)),
        "paragraf" => Some(What::Word(Word::Paragraph)),
        "nämnd" => Some(What::Word(Word::Namnd)),
        "förvaltning" => Some(What::Word(Word::Forvaltning)),
        "kommun" => Some(What::Word(Word::Kommun)),
        "instans" => Some(What::Word(Word::Instans)),
        "mottagare" => Some(What::Word(Word::Receivers)),
        _ => figure(Measure::Orsak(
            Remaining,
            orsak(name.strip_prefix("orsak-")?)?,
        )),
    }
}

/// How an utförare has reported to the administration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// The name.
    pub name: Arc<str>,
    /// The insatser, by id.
    pub insatser: Vec<InsatsId>,
    /// Whether it has reported.
    pub reported: bool,
    /// How good the report was.
    pub quality: Option<Arc<str>>,
}
