//! The units a quarter is told by: `avdelning` in rows, else `grupper` of the
//! stated figures.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Insatser;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Stated;

/// A unit and its insatser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: Arc<str>,
    /// Its insatser, in the order of reports.
    pub insatser: Vec<(Act, InsatsId)>,
}

/// Returns the units of a quarter, in the order they are written.
pub(super) fn of(report: &Report, insatser: &Insatser) -> Vec<Group> {
    let named: Vec<(Arc<str>, Act, InsatsId)> = match &report.beslut {
        Some(_) => report
            .counted()
            .filter_map(|beslut| {
                let group = beslut.avdelning.clone()?;
                Some((group, beslut.act, Arc::clone(&beslut.insats)))
            })
            .collect(),
        None => report
            .stated
            .named
            .iter()
            .filter_map(|(group, act, id)| Some((group.clone()?, *act, Arc::clone(id))))
            .collect(),
    };
    let mut groups: Vec<Group> = vec![];
    // A stated unit may have totals and no insatser.
    let totals = report.stated.figures.iter().filter_map(|stated| {
        let group = stated.key.group.clone()?;
        report.beslut.is_none().then_some(group)
    });
    for name in named
        .iter()
        .map(|(name, ..)| Arc::clone(name))
        .chain(totals)
    {
        if !groups.iter().any(|group| group.name == name) {
            groups.push(Group {
                name,
                insatser: vec![],
            });
        }
    }
    for (name, act, id) in named {
        let group = groups.iter_mut().find(|group| group.name == name);
        if let Some(group) = group.filter(|group| !group.insatser.contains(&(act, Arc::clone(&id))))
        {
            group.insatser.push((act, id));
        }
    }
    for group in &mut groups {
        group
            .insatser
            .sort_by_key(|(act, id)| (*act, insatser.rank(id)));
    }
    groups
}

/// Adds what units give together: an insats that is stated by unit alone, and
/// the whole where it has no figure of its own. One unit without the figure, and
/// the sum is not known.
pub(super) fn add_up(stated: &Stated, figures: &mut BTreeMap<Key, Figure>) {
    let exact = |figures: &BTreeMap<Key, Figure>, key: &Key| {
        figures.get(key).and_then(|figure| figure.exact())
    };
    let groups: BTreeSet<Arc<str>> = figures
        .keys()
        .filter_map(|key| key.group.clone())
        .chain(stated.named.iter().filter_map(|(group, ..)| group.clone()))
        .collect();
    let wholes: BTreeSet<Key> = figures
        .keys()
        .filter(|key| key.group.is_some() && is_count(&key.measure))
        .map(|key| Key {
            group: None,
            act: key.act.filter(|_| key.insats.is_some()),
            ..key.clone()
        })
        .collect();
    for whole in wholes {
        if figures.contains_key(&whole) {
            continue;
        }
        let in_group = |name: &Arc<str>, act| Key {
            group: Some(Arc::clone(name)),
            act,
            ..whole.clone()
        };
        let parts: Option<Vec<u32>> = match (whole.act, &whole.insats) {
            (Some(act), Some(id)) => stated
                .named
                .iter()
                .filter(|(_, of, named)| *of == act && named == id)
                .map(|(group, ..)| exact(figures, &in_group(group.as_ref()?, Some(act))))
                .collect(),
            _ => groups
                .iter()
                .map(|name| {
                    let acts = Act::ALL.map(|act| exact(figures, &in_group(name, Some(act))));
                    let by_act: Vec<u32> = acts.into_iter().flatten().collect();
                    exact(figures, &in_group(name, None))
                        .or((!by_act.is_empty()).then(|| by_act.iter().sum()))
                })
                .collect(),
        };
        if let Some(parts) = parts.filter(|parts| !parts.is_empty()) {
            figures.insert(whole, Figure::Exact(parts.iter().sum()));
        }
    }
}

/// Returns whether figures of units add up.
fn is_count(measure: &Measure) -> bool {
    !matches!(
        measure,
        Measure::MedianDays(..) | Measure::LongestDays(..) | Measure::Ongoing
    )
}
