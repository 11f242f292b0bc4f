//! The nämnd's report: key figures, what the law asks, the summary, a section
//! per insats, analysis, the utförare's reporting, conclusion, Bilaga 1 and 2.
//!
//! A section is there when the quarter has data for it.

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::Frame;
use crate::compose::correction;
use crate::compose::correction::Changes;
use crate::compose::elapsed;
use crate::compose::figure::Chart;
use crate::compose::figure::KeyFigure;
use crate::compose::paragraphs;
use crate::compose::table::Table;
use crate::compose::text::Block;
use crate::model::profile::Profile;
use crate::model::stated::Key;
use crate::model::text::About;
use crate::narrate;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::date;
use crate::protect::Cell;

mod bilaga_1;
mod bilaga_2;
mod charts;
mod insatser;
mod notes;
mod outcomes;
mod providers;

use insatser::Insats;

/// The value of `rapport.typ`.
#[derive(Debug, Serialize)]
pub struct Rapport {
    frame: Frame,
    /// Up to four figures, large.
    key_figures: Vec<KeyFigure>,
    /// What the law asks.
    law: Section,
    /// The quarter as a whole.
    summary: Section,
    /// A section per insats.
    insatser: Vec<Insats>,
    /// A section per unit.
    groups: Vec<Insats>,
    /// What is of no unit.
    ungrouped: Vec<Block>,
    /// Outcomes per insats.
    outcomes: Option<Table>,
    /// The year's course, and why.
    analysis: Option<Section>,
    /// The utförare's reporting.
    providers: Option<Providers>,
    /// How long they have waited, where there is no list of beslut.
    elapsed: Option<Table>,
    /// What follows from it.
    conclusion: Option<Section>,
    /// What is not as it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Changes>,
    /// Not executed, by sex and reason.
    bilaga_1: Option<Appendix>,
    /// The list of beslut.
    bilaga_2: Option<Appendix>,
}

/// Text with a note beside it and charts after it.
#[derive(Debug, Serialize)]
struct Section {
    note: Option<String>,
    blocks: Vec<Block>,
    charts: Vec<Chart>,
}

#[derive(Debug, Serialize)]
struct Providers {
    blocks: Vec<Block>,
    table: Option<Table>,
}

/// An appendix: what it is about, and its table.
#[derive(Debug, Serialize)]
struct Appendix {
    subtitle: String,
    table: Table,
    /// What stands apart from the table.
    apart: Option<Table>,
}

/// Composes the report.
pub(crate) fn compose(desk: &mut Desk<'_>) -> Rapport {
    let voice = desk.voice.clone();
    let acts = narrate::list::and(
        &voice
            .acts
            .iter()
            .map(|a| a.name().to_owned())
            .collect::<Vec<_>>(),
    );
    let quarter = desk.input.published.quarter;
    let title = format!("Ej verkställda beslut enligt {acts}");
    let subtitle = format!(
        "{}, {}",
        capital(&date::quarter(quarter)),
        date::period(quarter)
    );
    let status = format!("{acts}, läget {}", date::day(quarter.last_day()));
    Rapport {
        frame: Frame::new(desk.input, "Rapport till nämnden", title, subtitle),
        key_figures: narrate::summary::key_figures(&voice)
            .into_iter()
            .map(Into::into)
            .collect(),
        law: law(desk),
        summary: summary(desk),
        insatser: insatser::sections(desk),
        groups: insatser::groups(&voice),
        ungrouped: insatser::ungrouped(&voice),
        outcomes: outcomes::table(&voice),
        analysis: analysis(desk),
        elapsed: elapsed(&voice),
        providers: providers::section(desk),
        conclusion: conclusion(desk),
        changes: correction::changes(desk),
        bilaga_1: bilaga_1::table(&voice).map(|table| Appendix {
            subtitle: status.clone(),
            table,
            apart: None,
        }),
        bilaga_2: bilaga_2::table(&voice).map(|table| Appendix {
            subtitle: status,
            table,
            apart: bilaga_2::of_courts(&voice),
        }),
    }
}

fn law(desk: &mut Desk<'_>) -> Section {
    let told = narrate::law::paragraphs(&desk.voice, desk.input.report.dated_on);
    let sections = narrate::law::sections(&desk.voice);
    desk.cites(&narrate::law::TOLD);
    Section {
        note: sections.map(|sections| format!("Bestämmelserna finns i {sections}.")),
        blocks: paragraphs(told.unwrap_or_default()),
        charts: vec![],
    }
}

fn summary(desk: &mut Desk<'_>) -> Section {
    let mut blocks = paragraphs(narrate::summary::paragraphs(&desk.voice));
    blocks.extend(desk.own_text(&About::Section("sammanfattning")));
    let charts = [charts::course(desk), charts::people(desk)];
    Section {
        note: None,
        blocks,
        charts: charts.into_iter().flatten().collect(),
    }
}

fn analysis(desk: &mut Desk<'_>) -> Option<Section> {
    let mut blocks = paragraphs(narrate::analysis::whole(&desk.voice));
    let courses = narrate::analysis::per_insats(&desk.voice);
    blocks.extend((!courses.is_empty()).then(|| Block::from(narrate::texts::items(courses))));
    blocks.extend(desk.own_text(&About::Section("analys")));
    let charts: Vec<_> = [charts::reasons(desk), charts::bands(desk)]
        .into_iter()
        .flatten()
        .collect();
    (!blocks.is_empty() || !charts.is_empty()).then_some(Section {
        note: None,
        blocks,
        charts,
    })
}

/// Returns the table of elapsed time, where the document is for everybody.
fn elapsed(voice: &Voice<'_>) -> Option<Table> {
    (voice.published.profile == Profile::Publik)
        .then(|| {
            elapsed::table(
                voice,
                ["aldrig verkställda", "avbrott", "samtliga"],
                "Tabell 2. Ej verkställda beslut efter väntetid".to_owned(),
                "Månader från beslutet, eller från avbrottet där beslutsdatum saknas, till \
                 kvartalets slut."
                    .to_owned(),
            )
        })
        .flatten()
}

fn conclusion(desk: &mut Desk<'_>) -> Option<Section> {
    let mut blocks = paragraphs(narrate::analysis::movements(&desk.voice));
    blocks.extend(desk.own_text(&About::Section("slutsats")));
    (!blocks.is_empty()).then_some(Section {
        note: None,
        blocks,
        charts: vec![],
    })
}

/// Returns whether any of the insatser has the figure, so that it can be told.
fn known(voice: &Voice<'_>, key: &Key) -> bool {
    has(voice, key, |cell| matches!(cell, Cell::Shown(_)))
}

/// Returns whether the figure is hidden for every one of the insatser that have
/// it.
fn all_hidden(voice: &Voice<'_>, key: &Key) -> bool {
    !known(voice, key) && has(voice, key, |cell| cell == Cell::Hidden)
}

fn has(voice: &Voice<'_>, key: &Key, test: impl Fn(Cell) -> bool) -> bool {
    let covered = voice.covered();
    let mut cells = covered
        .iter()
        .map(|(act, id)| cell(voice, &key.clone().of_insats(*act, id)));
    cells.any(test)
}

fn cell(voice: &Voice<'_>, key: &Key) -> Cell {
    voice.published.cells.get(key)
}
