//! Running text as values: paragraphs and lists of styled runs.

use serde::Serialize;

use crate::model::text::Style;
use crate::narrate::texts;
use crate::narrate::texts::Told;

/// A paragraph or a list.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Run>>,
    },
}

/// A stretch of text in one style.
#[derive(Debug, Serialize)]
pub struct Run {
    text: String,
    style: &'static str,
}

impl From<Told> for Block {
    fn from(told: Told) -> Self {
        match told {
            Told::Paragraph(list) => Self::Paragraph { runs: runs(list) },
            Told::List { ordered, items } => Self::List {
                ordered,
                items: items.into_iter().map(runs).collect(),
            },
        }
    }
}

/// Returns sentences of our own as blocks, one paragraph each.
pub(crate) fn paragraphs(texts: impl IntoIterator<Item = String>) -> Vec<Block> {
    texts
        .into_iter()
        .map(|paragraph| texts::plain(paragraph).into())
        .collect()
}

fn runs(list: Vec<(Style, String)>) -> Vec<Run> {
    list.into_iter()
        .map(|(style, text)| {
            let style = match style {
                Style::Plain => "plain",
                Style::Emph => "emph",
                Style::Strong => "strong",
            };
            Run { text, style }
        })
        .collect()
}
