//! One quarter for everybody: coarse where it must be, small groups hidden, and
//! proved to stay hidden.
//!
//! The attacker reads every public paper of the quarter, so what may be told is
//! decided once per quarter, before anything speaks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::Figures;
use crate::model::band::Band;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Orsaker;
use crate::model::profile::Safeguards;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Never;
use crate::model::stated::Population::Remaining;
use crate::model::stated::Since;
use crate::protect::Cells;
use crate::protect::Telling;
use crate::protect::apart;
use crate::protect::at_zero;
use crate::protect::coarse;
use crate::protect::coarse::Coarse;
use crate::protect::suppress;
use crate::protect::suppress::Blocked;
use crate::protect::suppress::Pattern;
use crate::protect::suppress::Role;
use crate::protect::universe::LeftOut;
use crate::protect::universe::Told;
use crate::protect::universe::Universe;

/// Steps of calculation for the fewest hidden cells; then the best so far.
const BUDGET: usize = 8_000;

/// What everybody may know of a quarter.
#[derive(Debug, Clone)]
pub struct Guarded {
    /// The numbers.
    pub cells: Cells,
    /// The insatser as they are told, in the order of reports.
    pub insatser: Vec<(Act, InsatsId)>,
    /// The insatser told together; their names are told.
    pub merged: Vec<(Act, InsatsId)>,
    /// The bands of elapsed time.
    pub bands: &'static [Band],
    /// The acts of which only totals and names are told.
    pub only_totals: Vec<Act>,
    /// The threshold.
    pub threshold: u32,
    /// How many cells that are not zero are hidden, and of how many.
    pub hidden: (usize, usize),
    /// All cells, which are hidden, and the proof.
    pub proof: Proof,
}

/// The cells behind what is told, for those who want to attack them.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The cells and how they add up.
    pub cells: suppress::Cells,
    /// Which are hidden.
    pub pattern: Pattern,
    /// Where each figure is.
    pub at: BTreeMap<Key, usize>,
}

/// Figures that cannot be protected: what must be told gives them away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unprotected {
    /// Which.
    pub keys: Vec<Key>,
}

/// Returns how many counts under the threshold a quarter has, of those that
/// documents tell.
pub fn small(figures: &Figures, t: u32) -> usize {
    let told = |key: &Key| {
        matches!(
            key.measure,
            Measure::Reported
                | Measure::Executed
                | Measure::Closed
                | Measure::Remaining
                | Measure::Avbrott(Remaining)
                | Measure::Delvis(Remaining)
                | Measure::Orsak(Remaining, _)
                | Measure::Avslutsskal(_)
                | Measure::Erbjudande(_)
        )
    };
    let few = |figure: &Figure| figure.exact().is_some_and(|count| (1..t).contains(&count));
    let all = figures.figures.iter();
    all.filter(|(key, figure)| told(key) && few(figure)).count()
}

/// Returns what everybody may know of a quarter, by what its documents tell.
pub fn guard(
    figures: &Figures,
    orsaker: &Orsaker,
    safeguards: &Safeguards,
    told: &Told,
) -> Result<Guarded, Unprotected> {
    let coarse = coarse::coarse(figures, safeguards);
    let reasons: Vec<Key> = orsaker
        .main()
        .map(|orsak| Key::total(Measure::Orsak(Remaining, Arc::clone(&orsak.id))))
        .collect();
    let t = safeguards.threshold;
    let (universe, pattern, asked) = climb(&coarse, &reasons, t, told);
    let pattern = pattern.map_err(|blocked| Unprotected {
        keys: universe
            .at
            .iter()
            .filter(|(_, at)| blocked.cells.contains(at))
            .map(|(key, _)| key.clone())
            .collect(),
    })?;
    let mut told: BTreeMap<Key, Telling> = BTreeMap::new();
    for (key, &at) in &universe.at {
        let telling = match universe.cells.roles[at] {
            Role::Untold | Role::Free => continue,
            _ if universe.cells.values[at] == 0 => Telling::Shown,
            _ if !pattern.hidden[at] => Telling::Shown,
            _ if is_few(&universe, &pattern, at, t, &asked, key) => Telling::Few,
            _ => Telling::Hidden,
        };
        told.insert(key.clone(), telling);
    }
    let filled = |(_, at): &(&Key, &usize)| universe.cells.values[**at] > 0;
    let is_hidden = |(key, _): &(&Key, &usize)| told.get(*key) != Some(&Telling::Shown);
    let all = universe.at.iter().filter(filled);
    let hidden = (all.clone().filter(is_hidden).count(), all.count());
    apart::ongoing(&coarse.figures, t, &mut told);
    apart::waits(&coarse, &universe, t, &mut told);
    at_zero::tell(&coarse.figures, orsaker, t, &mut told);
    apart::without_beslut(&coarse.figures, &mut told);
    Ok(Guarded {
        cells: Cells::guarded(&coarse.figures, told),
        insatser: coarse.figures.insatser.clone(),
        merged: coarse.merged,
        bands: coarse.bands,
        only_totals: universe.only_totals,
        threshold: t,
        hidden,
        proof: Proof {
            cells: universe.cells,
            pattern,
            at: universe.at,
        },
    })
}

/// Tries to keep the totals and what the texts tell, then less, then tells less
/// of each insats, until the rest can be protected.
fn climb(
    coarse: &Coarse,
    reasons: &[Key],
    t: u32,
    told: &Told,
) -> (Universe, Result<Pattern, Blocked>, Vec<Key>) {
    let mut levels = vec![None];
    levels.extend(told.alone.iter().copied().map(Some));
    let of = |measure: Measure| {
        let measure = &measure;
        levels
            .iter()
            .map(|act| Key {
                act: *act,
                ..Key::total(measure.clone())
            })
            .collect::<Vec<_>>()
    };
    let totals = [of(Measure::Reported), of(Measure::Ended)].concat();
    let remaining = kept_remaining(coarse, t);
    let keep = |kept: &[&[Key]], asked: &[Key]| Told {
        alone: told.alone.clone(),
        statistics: told.statistics.clone(),
        known: told.known.clone(),
        asked: asked.to_vec(),
        kept: kept.concat(),
    };
    let waits = kept_waits(coarse, t, &told.statistics);
    let wishes = [
        keep(&[&totals, &remaining, &waits], &told.asked),
        keep(&[&totals, &remaining, &waits], &[]),
        keep(&[&totals, &waits], &[]),
        keep(&[&totals, &remaining], &told.asked),
        keep(&[&totals, &remaining], &[]),
        keep(&[&totals], &told.asked),
        keep(&[&totals], &[]),
    ];
    let mut rungs: Vec<(Told, LeftOut)> = vec![];
    for wish in wishes {
        rungs.push((wish.clone(), LeftOut::Small));
        rungs.push((wish, LeftOut::Outcomes));
    }
    rungs.extend(LeftOut::STEPS.map(|step| (keep(&[], &[]), step)));
    let mut last = None;
    for (told, left_out) in rungs {
        let universe = Universe::new(coarse, reasons, t, &told, left_out);
        let pattern = suppress::protect(&universe.cells, t, BUDGET);
        let done = pattern.is_ok();
        last = Some((universe, pattern, told.asked));
        if done {
            break;
        }
    }
    last.expect("there are rungs")
}

/// Returns how many remain of each insats, where that can be told: what is few
/// needs another beside it, or the act's total gives it away.
fn kept_remaining(coarse: &Coarse, t: u32) -> Vec<Key> {
    let mut kept = vec![];
    for act in Act::ALL {
        let of_act = coarse.figures.insatser.iter().filter(|(of, _)| *of == act);
        let counts = of_act
            .map(|(act, id)| Key::total(Measure::Remaining).of_insats(*act, id))
            .filter_map(|key| Some((coarse.figures.get(&key)?.exact()?, key)));
        kept.extend(many(counts.collect(), t));
    }
    kept
}

/// Returns how many have waited so long under each of some acts, likewise: the
/// statute asks for it before anything else that can be hidden.
fn kept_waits(coarse: &Coarse, t: u32, acts: &[Act]) -> Vec<Key> {
    let of = |act, population, band| Key {
        act: Some(act),
        ..Key::total(Measure::Waited(population, Since::Known, band))
    };
    let mut kept = vec![];
    for act in acts {
        let bands = coarse.bands.iter().map(|band| of(*act, Never, *band));
        let counts = bands.filter_map(|key| Some((coarse.figures.get(&key)?.exact()?, key)));
        kept.extend(many(counts.collect(), t));
    }
    kept
}

/// Returns the parts of a whole that can be told: the large ones, less the
/// smallest of them where the few would be known from the rest.
fn many(mut counts: Vec<(u32, Key)>, t: u32) -> Vec<Key> {
    counts.retain(|(count, _)| *count > 0);
    counts.sort();
    let (few, mut many): (Vec<_>, Vec<_>) = counts.into_iter().partition(|(n, _)| *n < t);
    let sum: u32 = few.iter().map(|(count, _)| count).sum();
    let others = u32::try_from(few.len())
        .unwrap_or(u32::MAX)
        .saturating_sub(1);
    if sum > 0 && sum < t + others && !many.is_empty() {
        many.remove(0);
    }
    many.into_iter().map(|(_, key)| key).collect()
}

/// Returns whether a text may say of a hidden figure that it is less than the
/// threshold: it asks for it, and more than one number is still possible.
fn is_few(
    universe: &Universe,
    pattern: &Pattern,
    at: usize,
    t: u32,
    asked: &[Key],
    key: &Key,
) -> bool {
    if !asked.contains(key) || universe.cells.values[at] >= t {
        return false;
    }
    let (least, most) = suppress::range(&universe.cells, pattern, at);
    least < most
}
