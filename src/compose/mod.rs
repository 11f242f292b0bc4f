//! Published figures in, exactly the value one document's template receives out.
//!
//! The value is finished: templates compute nothing and say nothing that
//! depends on a number. One file per kind of document; what they share (the
//! frame, tables) is here and in `table`.

use chrono::Datelike;
use chrono::NaiveDate;
use serde::Serialize;

use crate::document::Envelope;
use crate::document::Kind;
use crate::model::namnd::ArchiveFormat;
use crate::model::namnd::Namnd;
use crate::model::report::Order;
use crate::protect::Published;

pub mod rapport;
pub mod table;

/// The virtual path of the attached figures.
pub const ATTACHMENT: &str = "/siffror.json";

/// Everything a composer may look at.
pub struct Input<'a> {
    /// The nämnd on the document's date.
    pub namnd: &'a Namnd,
    /// The order.
    pub order: &'a Order,
    /// The figures this document may tell.
    pub published: &'a Published,
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
}

/// Composes one document.
pub fn compose(input: &Input<'_>, envelope: Envelope) -> Document {
    let value = match input.order.kind {
        Kind::Rapport => serde_json::to_value(rapport::compose(input)),
    };
    Document {
        envelope,
        kind: input.order.kind,
        dated_on: input.order.dated_on,
        archive: input.namnd.style.archive,
        value: value.expect("a composed value is plain data"),
    }
}

/// What every document has around its text.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// The title.
    pub title: String,
    /// The line under the title.
    pub subtitle: String,
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
    pub(crate) fn new(input: &Input<'_>, title: String, subtitle: String) -> Self {
        Self {
            title,
            subtitle,
            date: input.order.dated_on.into(),
            kommun: input.namnd.kommun.to_string(),
            namnd: input.namnd.name.to_string(),
            marking: input.namnd.marking.as_deref().map(str::to_owned),
            diarienummer: input.order.diarienummer.as_deref().map(str::to_owned),
            colour: input.namnd.style.colour.to_string(),
            attachment: (input.namnd.style.archive == ArchiveFormat::A3a).then_some(ATTACHMENT),
        }
    }
}
