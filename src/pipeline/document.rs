//! One document of a run: kept if it is decided, printed if it is stale.

use std::path::Path;

use crate::document::DRAFT;
use crate::document::Kind;
use crate::error::Error;
use crate::load::catalogue::Catalogue;
use crate::pipeline::Goal;
use crate::pipeline::Made;
use crate::pipeline::Selection;
use crate::pipeline::decided;
use crate::pipeline::make;
use crate::pipeline::make::Ready;
use crate::pipeline::works::Shop;
use crate::pipeline::works::Task;
use crate::write;
use crate::write::manifest::Reason;

/// Sees to one document: composes it, and prints it if it is stale.
pub(super) fn see_to(
    task: &Task,
    catalogue: &Catalogue,
    selection: &Selection,
    goal: Goal<'_>,
) -> make::Result {
    let shop = &task.shop;
    let (report, path) = &shop.prepared.sound[task.quarter];
    let order = &report.orders[task.order];
    let folder = &shop.prepared.folder;
    let mut result = decided::put_back(folder, report.quarter, &order.id, goal, selection);
    let ready = match make::compose(
        &shop.prepared,
        report,
        order,
        path,
        catalogue,
        &shop.press,
        selection,
    ) {
        Ok(ready) => ready,
        Err(findings) => {
            result.findings.extend(folder.placed(findings));
            return result;
        }
    };
    result
        .findings
        .extend(folder.placed(ready.warnings.clone()));
    let state = decided::state(folder, report);
    let ready = match state.paper(&order.id, selection) {
        None => ready,
        Some(paper) => {
            let differs = paper.content != ready.content();
            let newest = result.made.last_mut();
            if let Some(standing) = newest.and_then(|(made, _)| made.standing.as_mut()) {
                standing.differs = differs;
                standing.redone = differs && selection.redo;
            }
            if !differs || !selection.redo {
                return result;
            }
            ready.redone()
        }
    };
    let made = print(shop, &ready, goal);
    let is_there = !made.made.is_empty();
    result.made.extend(made.made);
    result.findings.extend(made.findings);
    result.errors.extend(made.errors);
    if let Goal::Build { out, .. } = goal
        && is_there
        && order.kind == Kind::Protokollsutdrag
        && !order.is_draft()
    {
        result.errors.extend(clear_draft(&ready.target(out)).err());
    }
    result
}

/// Removes the draft of a document that is there, with what lies beside it.
fn clear_draft(target: &Path) -> Result<(), Error> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let beside = |name: String| target.with_file_name(format!("{stem}-{DRAFT}{name}"));
    for page in 1.. {
        let picture = beside(format!("-{page}.png"));
        if !write::exists(&picture) {
            break;
        }
        write::remove(&picture)?;
    }
    write::remove(&beside(".json".to_owned()))?;
    write::remove(&beside(".pdf".to_owned()))
}

/// Prints a document if it is stale.
fn print(shop: &Shop, ready: &Ready, goal: Goal<'_>) -> make::Result {
    let (out, png) = match goal {
        Goal::Check => return make::Result::default(),
        Goal::Plan(out) => (out, None),
        Goal::Build { out, png, .. } => (out, png),
    };
    let target = ready.target(out);
    let stamp = ready.stamp(&shop.press);
    let lacking = ready.lacks_figures(out).then_some(Reason::New);
    let reason = shop.manifest.stale(&target, &stamp).or(lacking);
    match (goal, reason) {
        (Goal::Build { .. }, Some(reason)) => {
            ready.print(&shop.press, &shop.prepared, out, reason, png)
        }
        (Goal::Build { .. }, None) if png.is_some() => {
            ready.print(&shop.press, &shop.prepared, out, Reason::Pictures, png)
        }
        (_, reason) => {
            let made = Made {
                path: target,
                pages: 0,
                reason,
                standing: None,
            };
            make::Result {
                made: vec![(made, Some(stamp))],
                ..make::Result::default()
            }
        }
    }
}
