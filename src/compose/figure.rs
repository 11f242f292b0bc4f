//! Charts on a page, numbered, titled and told in words; and figures that stand
//! large.

use serde::Serialize;

use crate::chart::Drawing;
use crate::compose::Desk;
use crate::narrate;

/// The virtual paths of charts. Typst keeps every path for ever, so they are a
/// fixed set.
const PATHS: [&str; 6] = [
    "/diagram-1.svg",
    "/diagram-2.svg",
    "/diagram-3.svg",
    "/diagram-4.svg",
    "/diagram-5.svg",
    "/diagram-6.svg",
];

/// A chart with its title and its words.
#[derive(Debug, Serialize)]
pub struct Chart {
    file: &'static str,
    title: String,
    alt: String,
    width: f64,
    height: f64,
    note: Option<String>,
}

/// A figure that stands large at the head of a document.
#[derive(Debug, Serialize)]
pub struct KeyFigure {
    value: String,
    label: String,
    change: Option<String>,
}

impl From<narrate::summary::KeyFigure> for KeyFigure {
    fn from(told: narrate::summary::KeyFigure) -> Self {
        Self {
            value: told.value,
            label: told.label,
            change: told.change,
        }
    }
}

impl Desk<'_> {
    /// Places a drawing under the next number; nothing if there is none.
    pub(crate) fn chart(
        &mut self,
        drawing: Option<Drawing>,
        title: &str,
        alt: String,
    ) -> Option<Chart> {
        let drawing = drawing?;
        let file = PATHS.get(self.charts.len())?;
        self.charts.push((file, drawing.svg));
        Some(Chart {
            file,
            title: format!("Diagram {}. {title}", self.charts.len()),
            alt,
            width: drawing.width,
            height: drawing.height,
            note: None,
        })
    }
}
