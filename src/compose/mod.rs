//! Published figures in, exactly the value one document's template receives out.
//!
//! The value is finished: templates compute nothing and say nothing that
//! depends on a number. One file or folder per kind of document; what they
//! share (the frame, tables, text, charts) is here, in `table`, `text` and
//! `figure`.

use chrono::Datelike;
use chrono::NaiveDate;
use serde::Serialize;

use crate::chart;
use crate::document::Envelope;
use crate::document::Kind;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::model::beslut::Act;
use crate::model::decided::Corrected;
use crate::model::law::Law;
use crate::model::namnd::ArchiveFormat;
use crate::model::namnd::Namnd;
use crate::model::namnd::Style;
use crate::model::report::Order;
use crate::model::report::Report;
use crate::model::text::About;
use crate::narrate;
use crate::narrate::Voice;
use crate::narrate::number::Numbers;
use crate::narrate::texts;
use crate::narrate::texts::Why;
use crate::protect::Published;

pub mod beslut;
pub mod correction;
pub mod elapsed;
pub mod figure;
pub mod rapport;
pub mod revisor;
pub mod statistik;
pub mod table;
pub mod text;

pub(crate) use text::paragraphs;

/// A placeholder whose figure the quarter does not have.
pub const SIFFRA_SAKNAS: Rule = Rule {
    slug: "siffra-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Texten frågar efter en siffra som kvartalet inte har. En lucka i en mening får inte \
              tryckas.",
    source: "Dataformat 1",
};

/// A placeholder whose figure may not be told.
pub const DOLD_SIFFRA: Rule = Rule {
    slug: "dold-siffra",
    level: Level::Error,
    fixed: true,
    explain: "Texten frågar efter en siffra som inte visas i handlingar för alla, eftersom den skulle \
              röja en liten grupp.",
    source: "26 kap. 1 § OSL (2009:400)",
};

/// Every rule of this room.
pub static RULES: [&Rule; 2] = [&SIFFRA_SAKNAS, &DOLD_SIFFRA];

/// The virtual path of the attached figures.
pub const ATTACHMENT: &str = "/siffror.json";

/// The virtual path of the logo.
pub const LOGO: &str = "/logotyp.svg";

/// Everything a composer may look at.
pub struct Input<'a> {
    /// The nämnd on the document's date.
    pub namnd: &'a Namnd,
    /// The quarter: its orders, texts and utförare. Its figures are in
    /// `published`.
    pub report: &'a Report,
    /// The order.
    pub order: &'a Order,
    /// The figures this document may tell.
    pub published: &'a Published,
    /// The law.
    pub law: &'a Law,
    /// The font families, the nämnd's own first.
    pub families: &'a [String],
    /// The quarter file's path, for findings.
    pub path: &'a std::sync::Arc<str>,
    /// What is corrected, if this is a corrected version.
    pub corrected: Option<&'a Corrected>,
}

/// A document ready for the press.
#[derive(Debug)]
pub struct Document {
    /// Where it goes and who it is.
    pub envelope: Envelope,
    /// Its kind.
    pub kind: Kind,
    /// Its date.
    pub dated_on: NaiveDate,
    /// The archive format.
    pub archive: ArchiveFormat,
    /// The value, as JSON.
    pub value: serde_json::Value,
    /// The charts, with their virtual paths.
    pub charts: Vec<(&'static str, Vec<u8>)>,
}

/// Composes one document. What its texts ask for in vain comes as findings.
pub fn compose(input: &Input<'_>, envelope: Envelope) -> (Document, Vec<Finding>) {
    let mut desk = Desk {
        input,
        voice: input.voice(),
        charts: vec![],
        findings: vec![],
    };
    let value = match input.order.kind {
        Kind::Rapport => serde_json::to_value(rapport::compose(&mut desk)),
        Kind::Statistikrapport => serde_json::to_value(statistik::compose(&desk)),
        Kind::Revisorsrapport => serde_json::to_value(revisor::compose(&desk)),
    };
    let document = Document {
        envelope,
        kind: input.order.kind,
        dated_on: input.order.dated_on,
        archive: input.namnd.style.archive,
        value: value.expect("a composed value is plain data"),
        charts: desk.charts,
    };
    (document, desk.findings)
}

impl<'a> Input<'a> {
    /// Returns the voice of the document.
    pub fn voice(&self) -> Voice<'a> {
        let acts = match self.order.acts.as_slice() {
            // A quarter without any beslut: the acts of the quarters before.
            [] => {
                let mut acts: Vec<Act> = self
                    .published
                    .insatser
                    .iter()
                    .map(|(act, _)| *act)
                    .collect();
                acts.dedup();
                if acts.is_empty() {
                    Act::ALL.to_vec()
                } else {
                    acts
                }
            }
            acts => acts.to_vec(),
        };
        Voice {
            published: self.published,
            numbers: Numbers::new(self.namnd.style.words_to),
            insatser: &self.namnd.insatser,
            orsaker: &self.namnd.orsaker,
            law: self.law,
            acts,
        }
    }
}

/// The work on one document.
pub(crate) struct Desk<'a> {
    pub(crate) input: &'a Input<'a>,
    pub(crate) voice: Voice<'a>,
    charts: Vec<(&'static str, Vec<u8>)>,
    findings: Vec<Finding>,
}

impl Desk<'_> {
    /// Returns the nämnd's own text about something, as blocks.
    pub(crate) fn own_text(&mut self, about: &About) -> Vec<text::Block> {
        let Some(own) = self
            .input
            .report
            .texts
            .iter()
            .find(|text| text.about == *about)
        else {
            return vec![];
        };
        let (told, missing) = texts::told(&self.voice, &own.blocks, self.input.report.dated_on);
        self.findings.extend(missing.into_iter().map(|missing| {
            let (rule, message, help) = match missing.why {
                Why::Missing(message) => (
                    &SIFFRA_SAKNAS,
                    message,
                    "ta bort platshållaren, eller lägg till uppgiften",
                ),
                Why::Hidden(message) => (
                    &DOLD_SIFFRA,
                    message,
                    "skriv om texten utan siffran, till exempel med «några»",
                ),
            };
            let locus = Locus::Brace(own.route.clone(), missing.brace);
            Finding::new(rule, self.input.path, locus, message, help)
        }));
        told.into_iter().map(Into::into).collect()
    }
}

/// Returns the nämnd's colour in parts.
pub(crate) fn colour(style: &Style) -> (u8, u8, u8) {
    let hex = style.colour.trim_start_matches('#');
    let part = |at: usize| {
        hex.get(at..at + 2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            .unwrap_or(0)
    };
    (part(0), part(2), part(4))
}

/// What every document has around its text.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// The line over the title.
    pub kicker: String,
    /// The title.
    pub title: String,
    /// The line under the title.
    pub subtitle: String,
    /// That this is a corrected version, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
    /// The date, in parts, for the PDF.
    pub date: Date,
    /// The municipality.
    pub kommun: String,
    /// The nämnd.
    pub namnd: String,
    /// The line on every page.
    pub marking: Option<String>,
    /// The registration number.
    pub diarienummer: Option<String>,
    /// The accent colour.
    pub colour: String,
    /// The logo's virtual path.
    pub logo: Option<&'static str>,
    /// The font families.
    pub fonts: Vec<String>,
    /// The attached file, if the archive format allows one.
    pub attachment: Option<&'static str>,
}

/// A date in parts and in ISO form.
#[derive(Debug, Serialize)]
pub struct Date {
    year: i32,
    month: u32,
    day: u32,
    iso: String,
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
            day: day.day(),
            iso: day.to_string(),
        }
    }
}

impl Frame {
    /// Returns the frame of a document.
    pub(crate) fn new(input: &Input<'_>, kicker: &str, title: String, subtitle: String) -> Self {
        let namnd = input.namnd;
        Self {
            kicker: kicker.to_owned(),
            title,
            subtitle,
            correction: input.corrected.map(narrate::correction::mark),
            date: input.order.dated_on.into(),
            kommun: namnd.kommun.to_string(),
            namnd: namnd.name.to_string(),
            marking: namnd.marking.as_deref().map(str::to_owned),
            diarienummer: input.order.diarienummer.as_deref().map(str::to_owned),
            // A pale colour is darkened until it can be read as text.
            colour: {
                let (r, g, b) = chart::readable(colour(&namnd.style));
                format!("#{r:02x}{g:02x}{b:02x}")
            },
            logo: namnd.style.logo.is_some().then_some(LOGO),
            fonts: input.families.to_vec(),
            attachment: (namnd.style.archive == ArchiveFormat::A3a).then_some(ATTACHMENT),
        }
    }
}
