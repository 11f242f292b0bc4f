//! The statistikrapport to kommunfullmäktige: what SoL (2025:400) 34 kap. 3 §
//! and LSS 28 h § ask for, act by act, and the course of the year.
//!
//! How many beslut there are in each of the two populations, which insatser they
//! are of, how long it has been since them; by sex and age where the nämnd has
//! it so. A quarter without beslut is told in a sentence, without tables.

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::Frame;
use crate::compose::correction;
use crate::compose::correction::Changes;
use crate::compose::figure::KeyFigure;
use crate::compose::paragraphs;
use crate::compose::table::Table;
use crate::compose::text::Block;
use crate::model::beslut::Act;
use crate::model::stated::Population;
use crate::narrate;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::statistik;
use crate::narrate::texts;
use crate::protect::Cell;

mod course;
mod tables;

/// The value of `statistikrapport.typ`.
#[derive(Debug, Serialize)]
pub struct Statistikrapport {
    frame: Frame,
    /// The populations, large.
    key_figures: Vec<KeyFigure>,
    /// What the law asks.
    law: Law,
    /// A section for each act, and the course of the year.
    sections: Vec<Section>,
    /// What is not as it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Changes>,
}

/// What the law asks, and where.
#[derive(Debug, Serialize)]
struct Law {
    note: Option<String>,
    blocks: Vec<Block>,
}

/// Text and tables under a heading.
#[derive(Debug, Serialize)]
struct Section {
    heading: String,
    blocks: Vec<Block>,
    tables: Vec<Table>,
}

/// Composes the statistikrapport.
pub(crate) fn compose(desk: &Desk<'_>) -> Statistikrapport {
    let voice = &desk.voice;
    let day = desk.input.order.dated_on;
    let acts: Vec<String> = voice.acts.iter().map(|a| a.name().to_owned()).collect();
    let quarter = voice.published.quarter;
    let title = format!("Ej verkställda beslut enligt {}", narrate::list::and(&acts));
    let subtitle = format!(
        "{}, {}",
        capital(&date::quarter(quarter)),
        date::period(quarter)
    );
    let cited = narrate::law::cited(voice, &["statistik"]);
    let mut sections: Vec<Section> = voice.acts.iter().map(|act| section(desk, *act)).collect();
    sections.extend(course::section(voice));
    number(&mut sections);
    Statistikrapport {
        frame: Frame::new(
            desk.input,
            "Statistikrapport till kommunfullmäktige",
            title,
            subtitle,
        ),
        key_figures: statistik::key_figures(voice)
            .into_iter()
            .map(Into::into)
            .collect(),
        law: Law {
            note: cited.map(|cited| format!("Rapporten lämnas enligt {cited}.")),
            blocks: paragraphs(statistik::paragraphs(
                voice,
                day,
                desk.input.report.dated_on,
            )),
        },
        sections,
        changes: correction::changes(desk),
    }
}

fn section(desk: &Desk<'_>, act: Act) -> Section {
    let voice = &desk.voice;
    let heading = format!("Beslut enligt {}", act.name());
    if statistik::is_nil(voice, act) {
        return Section {
            heading,
            blocks: paragraphs([statistik::nothing(voice, act)]),
            tables: vec![],
        };
    }
    let told = statistik::told(voice, act);
    let voice = &voice.of(act);
    let mut blocks = paragraphs([told.lead]);
    blocks.push(Block::from(texts::items(told.populations)));
    blocks.extend(paragraphs(told.names));
    let told = desk.input.namnd.statistics;
    let (elapsed, people) = (tables::elapsed(voice), tables::people(voice, told));
    let time = elapsed.is_none().then_some("hur lång tid som har gått");
    let whom = match (told.sex, told.age) {
        (true, true) => Some("fördelningen på kön och ålder"),
        (true, false) => Some("fördelningen på kön"),
        (false, true) => Some("fördelningen på ålder"),
        (false, false) => None,
    };
    let whom = whom.filter(|_| people.is_none());
    let (hides_time, hides_whom) = (hides_time(voice), tables::hides_people(voice));
    let of = |hidden: bool| -> Vec<&str> {
        let time = time.filter(|_| hides_time == hidden);
        let whom = whom.filter(|_| hides_whom == hidden);
        time.into_iter().chain(whom).collect()
    };
    blocks.extend(paragraphs(statistik::untold(&of(true), &of(false))));
    let tables = [tables::insatser(voice), elapsed, people];
    Section {
        heading,
        blocks,
        tables: tables.into_iter().flatten().collect(),
    }
}

/// Returns whether elapsed time is known but may not be told.
fn hides_time(voice: &Voice<'_>) -> bool {
    voice.published.bands.iter().any(|band| {
        let all = Population::Remaining;
        crate::compose::elapsed::waited(voice, all, *band) == Cell::Hidden
    })
}

/// Numbers the tables through the paper.
fn number(sections: &mut [Section]) {
    let tables = sections.iter_mut().flat_map(|section| &mut section.tables);
    for (at, table) in tables.enumerate() {
        if let Some(title) = &mut table.title {
            *title = format!("Tabell {}. {title}", at + 1);
        }
    }
}
