//! The blocks the program writes under a heading, by their names in namnd.yaml.

use crate::compose::Desk;
use crate::compose::paper::Point;
use crate::compose::paper::Setting;
use crate::compose::paragraphs;
use crate::compose::text::Block;
use crate::document::Kind;
use crate::document::Tells;
use crate::model::instans::Class;
use crate::model::instans::Earlier;
use crate::model::instans::Generated;
use crate::model::instans::Instans;
use crate::model::report::Order;
use crate::model::text::Style;
use crate::narrate::date;
use crate::narrate::law;
use crate::narrate::paper;
use crate::narrate::paper::chain;
use crate::narrate::paper::fee;
use crate::narrate::texts;
use crate::narrate::texts::Told;

/// Returns a block's text; nothing where there is nothing to tell. `counted` says
/// that how many remain stands under the same heading already.
pub(super) fn blocks(
    desk: &Desk<'_>,
    setting: &Setting,
    which: Generated,
    counted: bool,
) -> Vec<Block> {
    let voice = &desk.voice;
    let day = desk.input.order.dated_on;
    match which {
        Generated::Forslag => numbered(&setting.proposal),
        Generated::Beslut => numbered(&setting.decision),
        Generated::Sammanfattning => paragraphs([paper::summary(voice)]),
        Generated::Lagkrav => paragraphs(paper::law(voice)),
        Generated::Lage => paragraphs(paper::state(voice, counted)),
        Generated::Insatser => of(paper::insatser(voice)),
        Generated::Insatslista => paragraphs(paper::names(voice)),
        Generated::Grupper => of(paper::units(voice)),
        Generated::Vantetid => paragraphs(paper::waiting(voice)),
        Generated::Sena => paragraphs(paper::late(voice)),
        Generated::Utveckling => paragraphs(paper::course(voice)),
        Generated::Avgift => paragraphs(fee::told(voice, day)),
        Generated::Tidigare => listed(earlier(desk)),
        Generated::Beslutsunderlag => listed(underlying(desk)),
        Generated::Bilagor => listed(enclosed(desk)),
        Generated::Sandlista => listed(receivers(desk)),
    }
}

/// Says what a block cites of the law.
pub(super) fn cites(desk: &mut Desk<'_>, which: Generated) {
    match which {
        Generated::Lagkrav => desk.cites(&law::TOLD),
        Generated::Avgift => desk.cites(&["avgift-skyldighet", law::FEE]),
        _ => {}
    }
}

/// Returns the decision of a form that has none of its own: what the law asks
/// of the instans.
pub(super) fn usual_point(desk: &Desk<'_>, class: Class) -> Point {
    let (namnd, order) = (desk.input.namnd, desk.input.order);
    let organ = namnd.organ_name(order.instans);
    let quarter = date::quarter_in_words(desk.input.published.quarter);
    let report = format!("rapporten om ej verkställda beslut för {quarter}");
    let text = match (class, order.instans) {
        (Class::Anmalan, _) => format!("{organ} lägger anmälan om {report} till handlingarna."),
        (Class::Beslut, Instans::Namnd) => format!(
            "{organ} godkänner {report} och överlämnar den till kommunfullmäktige och kommunens \
             revisorer."
        ),
        (Class::Beslut, Instans::Ks) => {
            format!("{organ} tar del av {report} och överlämnar den till kommunfullmäktige.")
        }
        (Class::Beslut, Instans::Kf) => format!("{organ} lägger {report} till handlingarna."),
    };
    vec![(Style::Plain, text)]
}

fn of(told: Vec<Told>) -> Vec<Block> {
    told.into_iter().map(Block::from).collect()
}

/// Returns points as a numbered list; a single one needs no number.
fn numbered(points: &[Point]) -> Vec<Block> {
    match points {
        [] => vec![],
        [one] => of(vec![Told::Paragraph(one.clone())]),
        points => of(vec![Told::List {
            ordered: true,
            items: points.to_vec(),
        }]),
    }
}

/// Returns lines as a list; a single one is a paragraph.
fn listed(lines: Vec<String>) -> Vec<Block> {
    match lines.len() {
        0 | 1 => paragraphs(lines),
        _ => of(vec![texts::items(lines)]),
    }
}

/// Returns the papers before this one in the chain, those before them first.
fn earlier(desk: &Desk<'_>) -> Vec<String> {
    /// A paper is walked once, so that a chain that bites its tail has an end.
    fn walk<'a>(
        desk: &Desk<'a>,
        order: &'a Order,
        walked: &mut Vec<&'a str>,
        steps: &mut Vec<&'a Earlier>,
    ) {
        if walked.contains(&order.id.as_ref()) {
            return;
        }
        walked.push(&order.id);
        for step in &order.earlier {
            if let Some(before) = named(desk, step) {
                walk(desk, before, walked, steps);
            }
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
    }
    let mut steps = vec![];
    walk(desk, desk.input.order, &mut vec![], &mut steps);
    let namnd = desk.input.namnd;
    let told = |step: &&Earlier| chain::earlier(namnd, step, named(desk, step));
    steps.iter().filter_map(told).collect()
}

/// Returns the paper of the quarter that a step is, if it is one.
fn named<'a>(desk: &Desk<'a>, step: &Earlier) -> Option<&'a Order> {
    let Earlier::Order(id) = step else {
        return None;
    };
    desk.input
        .report
        .orders
        .iter()
        .find(|order| order.id == *id)
}

/// Returns the papers of the quarter that the reader of this one may see and
/// that were there before it; those of the IVO-rapportör's desk are no part of
/// the matter.
fn before<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Order> {
    let input = desk.input;
    let own = input.order;
    let profile = |order: &Order| order.profile.unwrap_or(input.namnd.profile(order.kind));
    input.report.orders.iter().filter(move |order| {
        let open = profile(order).folder() == profile(own).folder();
        let of_matter = order.kind.tells() == Tells::Figures;
        let earlier = order.dated_on <= own.dated_on;
        order.id != own.id && of_matter && open && !order.is_draft() && earlier
    })
}

/// Returns what the matter rests on: the proposal first, all with their days.
fn underlying(desk: &Desk<'_>) -> Vec<String> {
    let (namnd, own) = (desk.input.namnd, desk.input.order);
    let quarter = desk.input.published.quarter;
    let itself = (own.kind == Kind::Tjansteutlatande).then_some(own);
    let mut orders: Vec<&Order> = before(desk).collect();
    let proposal =
        |order: &&Order| order.kind == Kind::Tjansteutlatande && order.instans == own.instans;
    orders.sort_by_key(|order| (!proposal(order), order.dated_on));
    let orders = itself.into_iter().chain(orders);
    orders
        .map(|order| chain::dated(namnd, order, quarter))
        .collect()
}

/// Returns what goes with the paper.
fn enclosed(desk: &Desk<'_>) -> Vec<String> {
    let namnd = desk.input.namnd;
    let quarter = desk.input.published.quarter;
    before(desk)
        .map(|order| chain::title(namnd, order, quarter))
        .collect()
}

/// Returns whom the paper is sent to, as its instans lists them.
fn receivers(desk: &Desk<'_>) -> Vec<String> {
    let organ = desk.input.namnd.instanser.get(&desk.input.order.instans);
    let receivers = organ.into_iter().flat_map(|organ| &organ.receivers);
    receivers.map(|one| one.name.to_string()).collect()
}
