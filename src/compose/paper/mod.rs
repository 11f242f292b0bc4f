//! The papers that take a quarter through nämnd, kommunstyrelse and
//! kommunfullmäktige: what they share. A letterhead, a block of facts, headings
//! in the order of the form, and what has changed in a corrected version.
//!
//! A heading with nothing under it is left out, unless the form asks for the
//! heading alone. `generated` has the blocks the program writes.

use std::sync::Arc;

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::Frame;
use crate::compose::correction;
use crate::compose::correction::Changes;
use crate::compose::text::Block;
use crate::document::DRAFT;
use crate::document::Kind;
use crate::model::instans::Class;
use crate::model::instans::Form;
use crate::model::instans::Generated;
use crate::model::instans::Heading;
use crate::model::instans::Part;
use crate::model::instans::Standing;
use crate::model::text::Style;
use crate::narrate;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::paper::chain;
use crate::narrate::texts::Told;

mod generated;
pub mod protokollsutdrag;
pub mod tjansteutlatande;
mod usual;

/// What every paper has.
#[derive(Debug, Serialize)]
pub struct Paper {
    frame: Frame,
    letterhead: Letterhead,
    facts: Vec<Fact>,
    /// What kind of matter it is, where nothing is decided.
    class: Option<&'static str>,
    /// That it is not finished.
    draft: Option<Draft>,
    sections: Vec<Section>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Changes>,
}

/// Who writes.
#[derive(Debug, Serialize)]
struct Letterhead {
    name: String,
    rows: Vec<String>,
}

/// Something to know of the paper, in the head of it.
#[derive(Debug, Serialize)]
struct Fact {
    label: &'static str,
    value: String,
}

/// The mark of a draft on every page, and what it still lacks.
#[derive(Debug, Serialize)]
struct Draft {
    mark: &'static str,
    lacks: &'static str,
}

/// A heading with what stands under it.
#[derive(Debug, Serialize)]
struct Section {
    title: String,
    blocks: Vec<Block>,
}

/// A point of a proposal or a decision.
type Point = Vec<(Style, String)>;

/// What is read of the nämnd's form before the paper is composed.
struct Setting {
    class: Class,
    /// The proposal, as it is put to the instans.
    proposal: Vec<Point>,
    /// The decision: the paper's own points, else the proposal's.
    decision: Vec<Point>,
    headings: Vec<Heading>,
}

/// Returns a fact, if it is known.
fn fact(label: &'static str, value: Option<impl ToString>) -> Option<Fact> {
    let value = value?.to_string();
    Some(Fact { label, value })
}

/// Composes what the papers share.
fn compose(desk: &mut Desk<'_>, facts: Vec<Fact>) -> Paper {
    let (namnd, order) = (desk.input.namnd, desk.input.order);
    let setting = setting(desk);
    let sections = setting.headings.iter();
    let sections = sections.filter_map(|heading| section(desk, &setting, heading));
    let sections: Vec<Section> = sections.collect();
    let acts: Vec<String> = desk
        .voice
        .acts
        .iter()
        .map(|a| a.name().to_owned())
        .collect();
    let title = format!("Ej verkställda beslut enligt {}", narrate::list::and(&acts));
    let subtitle = capital(&date::quarter_in_words(desk.input.published.quarter));
    let kicker = chain::kind(namnd, order);
    let organ = namnd.organ_name(order.instans);
    let rows = namnd.instanser.get(&order.instans);
    let rows = rows.into_iter().flat_map(|organ| &organ.letterhead);
    let lacks = match (order.paragraph, order.meeting_on) {
        (None, None) => "Paragraf och sammanträdesdag saknas ännu.",
        (None, Some(_)) => "Paragraf saknas ännu.",
        (Some(_), _) => "Sammanträdesdag saknas ännu.",
    };
    Paper {
        frame: Frame {
            namnd: organ.to_string(),
            ..Frame::new(desk.input, &kicker, title, subtitle)
        },
        letterhead: Letterhead {
            name: organ.to_string(),
            rows: rows.map(|row| row.to_string()).collect(),
        },
        facts,
        class: (setting.class == Class::Anmalan).then_some("Anmälningsärende"),
        draft: order.is_draft().then_some(Draft { mark: DRAFT, lacks }),
        sections,
        changes: correction::changes(desk),
    }
}

/// Returns the form of the paper's own kind.
fn form<'a>(desk: &Desk<'a>) -> Option<&'a Form> {
    let (namnd, order) = (desk.input.namnd, desk.input.order);
    namnd.form(order.instans, order.kind)
}

/// Reads the forms: the paper's own, and the one of the proposal.
fn setting(desk: &mut Desk<'_>) -> Setting {
    let (namnd, order) = (desk.input.namnd, desk.input.order);
    let own = form(desk);
    let proposing = namnd.form(order.instans, Kind::Tjansteutlatande);
    let class = own.and_then(|form| form.class);
    let class = class.or(proposing.and_then(|form| form.class));
    let class = class.unwrap_or_default();
    let of = |form: Option<&Form>| form.map_or(vec![], |form| form.points.clone());
    let (mut proposed, mut decided) = (of(proposing), of(own));
    if class == Class::Anmalan {
        (proposed, decided) = (vec![], vec![]);
    }
    let usual = |desk: &Desk<'_>| vec![generated::usual_point(desk, class)];
    let proposal = match (proposed.is_empty(), class) {
        (true, Class::Anmalan) => vec![],
        (true, Class::Beslut) if decided.is_empty() => usual(desk),
        (true, Class::Beslut) => points(desk, &decided),
        (false, _) => points(desk, &proposed),
    };
    let decision = match order.kind {
        Kind::Protokollsutdrag if !decided.is_empty() => points(desk, &decided),
        Kind::Protokollsutdrag if class == Class::Anmalan => usual(desk),
        _ => proposal.clone(),
    };
    let words = if proposal.is_empty() {
        &decision
    } else {
        &proposal
    };
    let words: Vec<String> = words.iter().map(plain).collect();
    desk.proposal = (!words.is_empty()).then(|| words.join(" "));
    let headings = own.map_or(vec![], |form| form.headings.clone());
    let headings = if headings.is_empty() {
        usual::headings(order.kind, class)
    } else {
        headings
    };
    Setting {
        class,
        proposal,
        decision,
        headings,
    }
}

/// Returns the words of a point.
fn plain(point: &Point) -> String {
    point.iter().map(|(_, text)| text.as_str()).collect()
}

/// Tells points, each as one run of text.
fn points(desk: &mut Desk<'_>, texts: &[Standing]) -> Vec<Point> {
    let mut list = vec![];
    for text in texts {
        let mut point: Point = vec![];
        let parts = standing(desk, text)
            .into_iter()
            .flat_map(|told| match told {
                Told::Paragraph(runs) => vec![runs],
                Told::List { items, .. } => items,
            });
        for part in parts {
            if !point.is_empty() {
                point.push((Style::Plain, " ".to_owned()));
            }
            point.extend(part);
        }
        list.extend((!point.is_empty()).then_some(point));
    }
    list
}

/// Tells a standing text.
fn standing(desk: &mut Desk<'_>, text: &Standing) -> Vec<Told> {
    let order = desk.input.order;
    let file = text.file.as_ref().unwrap_or(desk.input.path);
    let of = format!(" (handlingen «{}» {})", order.id, desk.input.report.quarter);
    desk.told(&text.blocks, &Arc::clone(file), &text.route, &of)
}

fn section(desk: &mut Desk<'_>, setting: &Setting, heading: &Heading) -> Option<Section> {
    let mut blocks = vec![];
    let mut counted = false;
    for part in heading.parts.iter().flatten() {
        match part {
            Part::Generated(which) => {
                generated::cites(desk, *which);
                blocks.extend(generated::blocks(desk, setting, *which, counted));
                counted |= *which == Generated::Sammanfattning;
            }
            Part::OfQuarter(about, _) => blocks.extend(desk.own_text(about)),
            Part::Standing(text) => {
                blocks.extend(standing(desk, text).into_iter().map(Block::from));
            }
        }
    }
    let alone = heading.parts.is_none();
    (alone || !blocks.is_empty()).then(|| Section {
        title: heading.title.to_string(),
        blocks,
    })
}
