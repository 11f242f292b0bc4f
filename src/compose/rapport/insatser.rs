//! A section per insats, and one per unit with its insatser in it.

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::paragraphs;
use crate::compose::text::Block;
use crate::model::text::About;
use crate::model::text::Style;
use crate::narrate;
use crate::narrate::Voice;
use crate::narrate::texts::Told;
use crate::protect::OVRIGA;

/// An insats or a unit: its text, with its figures beside.
#[derive(Debug, Serialize)]
pub(super) struct Insats {
    name: String,
    figures: Vec<Margin>,
    detail: Option<String>,
    blocks: Vec<Block>,
    empty: bool,
}

/// A figure in the margin.
#[derive(Debug, Serialize)]
struct Margin {
    value: String,
    label: &'static str,
    accent: bool,
}

/// Composes a section per insats.
pub(super) fn sections(desk: &mut Desk<'_>) -> Vec<Insats> {
    let mut list = vec![];
    let mut told_texts = vec![];
    for (act, id) in desk.voice.covered() {
        let told = narrate::insats::told(&desk.voice, act, &id);
        let mut blocks = paragraphs([told.sentences.join(" ")]);
        // An insats under both acts stands twice; its text stands once.
        let mut about = vec![id.clone()];
        if *id == *OVRIGA {
            let merged = desk.input.published.merged.iter();
            about.extend(
                merged
                    .filter(|(of, _)| *of == act)
                    .map(|(_, id)| id.clone()),
            );
        }
        for id in about {
            if !told_texts.contains(&id) {
                blocks.extend(desk.own_text(&About::Insats(id.clone())));
                told_texts.push(id);
            }
        }
        let insats = Insats {
            name: told.name,
            figures: margin(told.figures),
            detail: told.detail,
            blocks,
            empty: told.empty,
        };
        list.push(insats);
    }
    list
}

/// Composes a section per unit.
pub(super) fn groups(voice: &Voice<'_>) -> Vec<Insats> {
    narrate::group::all(voice)
        .into_iter()
        .map(|told| {
            let mut blocks = paragraphs([told.whole]);
            blocks.extend(told.insatser.into_iter().map(|(name, text)| {
                let runs = vec![(Style::Strong, format!("{name}. ")), (Style::Plain, text)];
                Told::Paragraph(runs).into()
            }));
            Insats {
                name: told.name,
                figures: margin(told.figures),
                detail: told.detail,
                blocks,
                empty: told.empty,
            }
        })
        .collect()
}

/// Composes what is of no unit.
pub(super) fn ungrouped(voice: &Voice<'_>) -> Vec<Block> {
    paragraphs(narrate::group::outside(voice))
}

fn margin(figures: Vec<(String, &'static str)>) -> Vec<Margin> {
    let figures = figures.into_iter().enumerate();
    figures
        .map(|(at, (value, label))| Margin {
            value,
            label,
            accent: at > 0,
        })
        .collect()
}
