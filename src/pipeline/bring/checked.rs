//! The quarter as it would be, checked as `granska` would: a row that cannot be
//! is told at its cell, and nothing is written.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Step;
use crate::import::merge;
use crate::import::merge::Entry;
use crate::load;
use crate::model::beslut::Beslut;
use crate::pipeline::bring::Work;
use crate::validate;

/// Returns the quarter's rows as they would be, or the faults that would come.
pub(super) fn rows(
    work: &Work<'_>,
    text: &str,
    entries: &[Entry<'_>],
) -> Result<Vec<Beslut>, Vec<Finding>> {
    let (_, before) = read(work, &work.source().text);
    let (rows, after) = read(work, text);
    let known: BTreeSet<_> = before.iter().map(|f| (f.rule.slug, &f.message)).collect();
    let by_id: BTreeMap<&str, &Entry<'_>> = entries.iter().map(|entry| (entry.id, entry)).collect();
    let (source, _) = load::source::Source::read(Arc::clone(work.name), text.as_bytes());
    let ids: BTreeMap<usize, &str> = merge::rows(&source).map(|(id, at)| (at, id)).collect();
    let faults: Vec<_> = after
        .iter()
        .filter(|f| !known.contains(&(f.rule.slug, &f.message)))
        .map(|fault| {
            let cell = fault.route().and_then(|route| {
                let (at, key) = row(route)?;
                let record = by_id.get(ids.get(&at)?)?.record;
                let cell = key.and_then(|key| record.at.get(key));
                Some(Locus::Cell(
                    cell.unwrap_or_else(|| Arc::clone(&record.cell)),
                ))
            });
            Finding {
                file: Arc::clone(work.name),
                locus: cell.unwrap_or(Locus::File),
                ..fault.clone()
            }
        })
        .collect();
    if faults.is_empty() {
        Ok(rows)
    } else {
        Err(faults)
    }
}

/// Reads the quarter with some text: its rows, and what is an error.
fn read(work: &Work<'_>, text: &str) -> (Vec<Beslut>, Vec<Finding>) {
    let name = format!("{}.yaml", work.quarter);
    let namnd = work.folder.namnd.text.as_bytes();
    let files = [("namnd.yaml", namnd), (name.as_str(), text.as_bytes())];
    let folder = load::in_memory(&work.folder.name, &files);
    let checked = validate::folder(&folder, work.catalogue);
    let all = folder.findings.iter().chain(&checked.findings);
    let errors = all.filter(|f| f.level == Level::Error).cloned().collect();
    let mut reports = checked.reports.into_iter();
    let rows = reports.find_map(|(_, report)| report.beslut);
    (rows.unwrap_or_default(), errors)
}

/// Returns the row and the key a route leads to.
fn row(route: &Route) -> Option<(usize, Option<&str>)> {
    match route.0.as_slice() {
        [Step::Key(list), Step::Index(at), rest @ ..] if list.as_ref() == "beslut" => {
            let key = match rest.first() {
                Some(Step::Key(key)) => Some(key.as_ref()),
                _ => None,
            };
            Some((*at, key))
        }
        _ => None,
    }
}
