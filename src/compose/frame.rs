//! What every document has around its text: the line over the title, the title,
//! what runs along the pages, the look.

use chrono::Datelike;
use chrono::NaiveDate;
use serde::Serialize;

use crate::chart;
use crate::compose::ATTACHMENT;
use crate::compose::Input;
use crate::compose::LOGO;
use crate::document::Tells;
use crate::model::namnd::ArchiveFormat;
use crate::model::namnd::Style;
use crate::narrate;

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
            attachment: {
                let figures = input.order.kind.tells() != Tells::Nothing;
                (figures && namnd.style.archive == ArchiveFormat::A3a).then_some(ATTACHMENT)
            },
        }
    }
}
