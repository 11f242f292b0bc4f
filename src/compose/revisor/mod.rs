//! The revisorsrapport: every beslut of the quarter in a list, as SoL (2025:400)
//! 34 kap. 1–2 §§ and LSS 28 f–g §§ have it, marked as secret.
//!
//! No id, sex, age or note is in it, and of persons with protected details no
//! date either. A profile that lists no beslut gets the counts alone.

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::Frame;
use crate::compose::correction;
use crate::compose::correction::Changes;
use crate::compose::paragraphs;
use crate::compose::table::Table;
use crate::compose::text::Block;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::revisor;
use crate::narrate::texts;
use crate::protect::Cell;

mod changed;
mod listed;

/// The value of `revisorsrapport.typ`.
#[derive(Debug, Serialize)]
pub struct Revisorsrapport {
    frame: Frame,
    /// That the paper is secret.
    secrecy: Secrecy,
    /// What the law asks.
    law: Section,
    /// How many beslut there are.
    counts: Vec<Block>,
    /// What has changed since the quarter before.
    changed: Option<Section>,
    /// What is not as it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Changes>,
    /// The list.
    list: Option<List>,
}

#[derive(Debug, Serialize)]
struct Secrecy {
    title: String,
    note: String,
}

/// Text with a note or a heading that depends on the quarter.
#[derive(Debug, Serialize)]
struct Section {
    note: Option<String>,
    blocks: Vec<Block>,
}

/// The list of beslut, and those by courts apart.
#[derive(Debug, Serialize)]
struct List {
    subtitle: String,
    table: Option<Table>,
    apart: Option<Table>,
}

/// Composes the revisorsrapport.
pub(crate) fn compose(desk: &Desk<'_>) -> Revisorsrapport {
    let voice = &desk.voice;
    let day = desk.input.order.dated_on;
    let acts: Vec<String> = voice.acts.iter().map(|a| a.name().to_owned()).collect();
    let acts = narrate::list::and(&acts);
    let quarter = voice.published.quarter;
    let subtitle = format!(
        "{}, {}",
        capital(&date::quarter(quarter)),
        date::period(quarter)
    );
    let mark = revisor::secrecy(voice.law, desk.input.namnd, day);
    let cited = narrate::law::cited(voice.law, &voice.acts, day, &["rapport", "verkstalld"]);
    let (table, apart) = (listed::table(voice), listed::of_courts(voice));
    Revisorsrapport {
        frame: Frame::new(
            desk.input,
            "Rapport till revisorerna",
            format!("Ej verkställda beslut enligt {acts}"),
            subtitle,
        ),
        secrecy: Secrecy {
            title: mark.title,
            note: mark.note,
        },
        law: Section {
            note: cited.map(|cited| format!("Bestämmelserna finns i {cited}.")),
            blocks: paragraphs(revisor::paragraphs(voice, desk.input.report.dated_on)),
        },
        counts: paragraphs(revisor::counts(voice)),
        changed: changed(desk),
        changes: correction::changes(desk),
        list: (table.is_some() || apart.is_some()).then(|| List {
            subtitle: format!("{acts}, läget {}", date::day(quarter.last_day())),
            table,
            apart,
        }),
    }
}

/// Returns what has changed, where anything was reported.
fn changed(desk: &Desk<'_>) -> Option<Section> {
    let voice = &desk.voice;
    let any = |act| {
        let key = Key {
            act: Some(act),
            ..Key::total(Measure::Reported)
        };
        voice.published.cells.get(&key) != Cell::Shown(0)
    };
    if !voice.published.cells.counted() || !voice.acts.iter().any(|act| any(*act)) {
        return None;
    }
    let changes = changed::since_before(voice);
    let lines = revisor::changes(voice, &changes);
    let mut blocks = paragraphs([revisor::over_changes(voice, &changes, !lines.is_empty())]);
    blocks.extend((!lines.is_empty()).then(|| Block::from(texts::items(lines))));
    Some(Section { note: None, blocks })
}
