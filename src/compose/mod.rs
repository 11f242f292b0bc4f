//! Published figures in, exactly the value one document's template receives out.
//!
//! The value is finished: templates compute nothing and say nothing that
//! depends on a number. One file or folder per kind of document; what they
//! share (the frame, tables, text, charts) is here, in `table`, `text` and
//! `figure`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::document::Envelope;
use crate::document::Kind;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::model::beslut::Act;
use crate::model::decided::Corrected;
use crate::model::law::Law;
use crate::model::namnd::ArchiveFormat;
use crate::model::namnd::Namnd;
use crate::model::report::Order;
use crate::model::report::Report;
use crate::model::text::About;
use crate::model::text::Block;
use crate::narrate::Voice;
use crate::narrate::number::Numbers;
use crate::narrate::texts;
use crate::narrate::texts::Own;
use crate::narrate::texts::Told;
use crate::narrate::texts::Why;
use crate::protect::Published;

pub mod beslut;
pub mod correction;
pub mod elapsed;
pub mod figure;
pub mod frame;
pub mod lang_vantan;
pub mod law;
pub mod paper;
pub mod rapport;
pub mod revisor;
pub mod rutin;
mod secrecy;
pub mod statistik;
pub mod table;
pub mod text;
pub mod underlag;

pub use frame::Frame;
pub(crate) use frame::colour;
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
pub static RULES: [&Rule; 3] = [&SIFFRA_SAKNAS, &DOLD_SIFFRA, &law::OBEKRAFTAT_LAGRUM];

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
    pub path: &'a Arc<str>,
    /// What is corrected, if this is a corrected version.
    pub corrected: Option<&'a Corrected>,
    /// The case number of an id, for worksheets alone.
    pub case_numbers: &'a BTreeMap<String, String>,
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
        proposal: None,
        findings: vec![],
    };
    let value = match input.order.kind {
        Kind::Rapport => serde_json::to_value(rapport::compose(&mut desk)),
        Kind::Statistikrapport => serde_json::to_value(statistik::compose(&desk)),
        Kind::Revisorsrapport => serde_json::to_value(revisor::compose(&desk)),
        Kind::Tjansteutlatande => serde_json::to_value(paper::tjansteutlatande::compose(&mut desk)),
        Kind::Protokollsutdrag => serde_json::to_value(paper::protokollsutdrag::compose(&mut desk)),
        Kind::Rutin => serde_json::to_value(rutin::compose(&desk)),
        Kind::LangVantan => serde_json::to_value(lang_vantan::compose(&desk)),
        Kind::IvoUnderlag => serde_json::to_value(underlag::compose(&desk)),
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
                let insatser = self.published.insatser.iter();
                let mut acts: Vec<Act> = insatser.map(|(act, _)| *act).collect();
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
            avslutsskal: &self.namnd.avslutsskal,
            law: self.law,
            day: self.order.dated_on,
            acts,
        }
    }
}

/// The work on one document.
pub(crate) struct Desk<'a> {
    pub(crate) input: &'a Input<'a>,
    pub(crate) voice: Voice<'a>,
    charts: Vec<(&'static str, Vec<u8>)>,
    /// What is proposed, once it has been told.
    proposal: Option<String>,
    findings: Vec<Finding>,
}

impl Desk<'_> {
    /// Returns the nämnd's own text about something, as blocks.
    pub(crate) fn own_text(&mut self, about: &About) -> Vec<text::Block> {
        let texts = &self.input.report.texts;
        let Some(own) = texts.iter().find(|text| text.about == *about) else {
            return vec![];
        };
        let told = self.told(&own.blocks, self.input.path, &own.route, "");
        told.into_iter().map(Into::into).collect()
    }

    /// Tells a text that stands in a file; `of` is added to what is said of it.
    pub(crate) fn told(
        &mut self,
        blocks: &[Block],
        file: &Arc<str>,
        route: &Route,
        of: &str,
    ) -> Vec<Told> {
        let own = Own {
            dated_on: self.input.report.dated_on,
            namnd: self.input.namnd,
            order: self.input.order,
            proposal: self.proposal.as_deref(),
        };
        let (told, missing) = texts::told(&self.voice, blocks, &own);
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
            let locus = Locus::Brace(route.clone(), missing.brace);
            Finding::new(rule, file, locus, format!("{message}{of}"), help)
        }));
        self.cites_in(blocks, file, route);
        told
    }
}
