//! What everybody may know of each quarter, decided once for all its papers;
//! and that no quarter is told both whole and guarded.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::Figures;
use crate::document::Kind;
use crate::document::Tells;
use crate::finding::Finding;
use crate::finding::Locus;
use crate::finding::Route;
use crate::load::Folder;
use crate::model::beslut::Act;
use crate::model::catalogue::Orsaker;
use crate::model::instans::Standing;
use crate::model::namnd::Namnd;
use crate::model::profile::Profile;
use crate::model::profile::Safeguards;
use crate::model::quarter::Quarter;
use crate::model::report::Order;
use crate::model::report::Report;
use crate::model::stated::Key;
use crate::model::text::Block;
use crate::model::text::Piece;
use crate::model::text::What;
use crate::narrate::named;
use crate::protect;
use crate::protect::public;
use crate::protect::public::Guarded;
use crate::protect::public::Unprotected;
use crate::protect::universe::Told;
use crate::validate;

/// What everybody may know, by quarter.
pub(super) type Public = BTreeMap<Quarter, Result<Guarded, Unprotected>>;

/// Decides what everybody may know of a quarter.
pub(super) fn one(
    folder: &Folder,
    report: &Report,
    figures: &Figures,
    orsaker: &Orsaker,
    safeguards: &Safeguards,
    standing: &[Standing],
) -> Result<Guarded, Unprotected> {
    let told = Told {
        known: known(folder, report.quarter),
        ..told(report, figures, standing)
    };
    public::guard(figures, orsaker, safeguards, &told)
}

/// Returns what the decided versions of a quarter's papers have told everybody.
fn known(folder: &Folder, quarter: Quarter) -> Vec<(Key, u32)> {
    let decided = folder.decided.get(&quarter);
    decided
        .iter()
        .flat_map(|decided| decided.versions())
        .filter_map(|version| version.told.get(&Profile::Publik))
        .flat_map(|told| &told.figures)
        .filter_map(|(key, count)| Some((key.clone(), (*count)?)))
        .collect()
}

/// Returns what a quarter's documents tell: the acts that have one of their
/// own, and the figures that the texts ask for.
fn told(report: &Report, figures: &Figures, standing: &[Standing]) -> Told {
    let mut acts: Vec<Act> = figures.insatser.iter().map(|(act, _)| *act).collect();
    acts.dedup();
    let mut alone: Vec<Act> = of_figures(report)
        .filter_map(|order| match order.acts[..] {
            [act] => Some(act),
            _ => None,
        })
        .collect();
    let statistics = report.orders.iter();
    let statistics = statistics.filter(|order| order.kind == Kind::Statistikrapport);
    let mut statistics: Vec<Act> = statistics
        .flat_map(|order| match order.acts.as_slice() {
            // Without a limit it is of all there are.
            [] => acts.clone(),
            named => named.to_vec(),
        })
        .collect();
    statistics.sort();
    statistics.dedup();
    alone.extend(<[Act; 1]>::try_from(acts).into_iter().flatten());
    alone.sort();
    alone.dedup();
    let levels: Vec<Option<Act>> = std::iter::once(None)
        .chain(alone.iter().copied().map(Some))
        .collect();
    let texts = report.texts.iter().map(|text| &text.blocks);
    let texts = texts.chain(standing.iter().map(|text| &text.blocks));
    let runs = texts.flatten();
    let runs = runs.flat_map(|block| match block {
        Block::Paragraph(runs) => runs.iter().collect::<Vec<_>>(),
        Block::List { items, .. } => items.iter().flatten().collect(),
    });
    let mut asked = vec![];
    for piece in runs.flat_map(|run| &run.pieces) {
        let Piece::Placeholder(placeholder) = piece else {
            continue;
        };
        let What::Figure(key) = &placeholder.what else {
            continue;
        };
        match &placeholder.insats {
            None => asked.extend(levels.iter().map(|act| Key {
                act: *act,
                ..key.clone()
            })),
            Some(id) => asked.extend(
                figures
                    .insatser
                    .iter()
                    .filter(|(_, known)| known == id)
                    .map(|(act, id)| key.clone().of_insats(*act, id)),
            ),
        }
    }
    Told {
        alone,
        statistics,
        asked,
        kept: vec![],
        known: vec![],
    }
}

/// Returns the documents that tell figures of their quarter.
fn of_figures(report: &Report) -> impl Iterator<Item = &Order> {
    let orders = report.orders.iter();
    orders.filter(|order| order.kind.tells() == Tells::Figures)
}

/// Returns whether a public document is asked for anywhere in a folder.
pub(super) fn is_asked_for(folder: &Folder, reports: &[(Quarter, Report)]) -> bool {
    let mut orders = reports.iter().flat_map(|(_, report)| of_figures(report));
    orders.any(|order| validate::profile(folder, order) == Profile::Publik)
}

/// Says what each quarter's papers for everybody show or hide of small groups:
/// no finding, but somebody should know.
pub(super) fn notes(
    folder: &Folder,
    sound: &[(Report, Arc<str>)],
    figures: &BTreeMap<Quarter, Figures>,
    public: &Public,
) -> Vec<String> {
    let mut notes = vec![];
    for (report, _) in sound {
        let quarter = report.quarter;
        let has = |profile| {
            let mut orders = of_figures(report);
            orders.any(|order| validate::profile(folder, order) == profile)
        };
        let name = &folder.name;
        let t = validate::safeguards(folder, quarter.last_day()).threshold;
        let small = figures
            .get(&quarter)
            .map_or(0, |figures| public::small(figures, t));
        if has(Profile::Oppen) && small > 0 {
            let cells = if small == 1 { "ett antal" } else { "antal" };
            let count = if small == 1 {
                String::new()
            } else {
                format!("{small} ")
            };
            notes.push(format!(
                "{name} {quarter}: profilen öppen visar {count}{cells} under {t}"
            ));
        }
        let Some(Ok(guarded)) = public.get(&quarter).filter(|_| has(Profile::Publik)) else {
            continue;
        };
        let (hidden, all) = guarded.hidden;
        let only: Vec<&str> = guarded.only_totals.iter().map(|act| act.name()).collect();
        let totals = match only.as_slice() {
            [] => String::new(),
            acts => format!("; enligt {} bara antal och insatser", acts.join(" och ")),
        };
        if hidden > 0 {
            notes.push(format!(
                "{name} {quarter}: handlingar för alla döljer {hidden} av {all} antal{totals}"
            ));
        }
    }
    notes
}

/// Finds quarters with papers both of the profile öppen and publik: together
/// they would tell what the second hides.
pub(super) fn mixed(folder: &Folder, report: &Report, path: &Arc<str>) -> Option<Finding> {
    let of = |profile| {
        let mut orders = of_figures(report);
        orders.find(|order| validate::profile(folder, order) == profile)
    };
    let (open, public) = (of(Profile::Oppen)?, of(Profile::Publik)?);
    let later = if open.index > public.index {
        open
    } else {
        public
    };
    let message = format!(
        "«{}» har profilen öppen och «{}» publik, så tillsammans röjer de det som den ena döljer",
        open.id, public.id
    );
    let help = "ge kvartalets alla handlingar för allmänheten samma profil";
    let route = Route::default().key("handlingar").index(later.index);
    Some(Finding::new(
        &protect::BLANDADE_PROFILER,
        path,
        Locus::Value(route),
        message,
        help,
    ))
}

/// Tells that a document cannot be made, and which figures stand in the way.
pub(super) fn refused(namnd: &Namnd, order: &Order, keys: &[Key], path: &Arc<str>) -> Finding {
    let name = |key| named::figure(key, &namnd.insatser, &namnd.orsaker);
    let named: Vec<String> = keys.iter().take(5).map(name).collect();
    let more = keys.len().saturating_sub(named.len());
    let rest = match more {
        0 => String::new(),
        n => format!(" och {n} till"),
    };
    let message = format!(
        "handlingen «{}» kan inte göras för alla: små grupper går inte att dölja ({}{rest})",
        order.id,
        named.join("; ")
    );
    let help = "ta bort uppgifter ur «sammanställning», eller ge handlingen profilen revisor";
    let route = Route::default().key("handlingar").index(order.index);
    Finding::new(
        &protect::KAN_INTE_SKYDDAS,
        path,
        Locus::Value(route),
        message,
        help,
    )
}
