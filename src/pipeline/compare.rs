//! Comparing published figures: quarters as they would be told now, papers as
//! they were told, and what was decided.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use crate::error::Error;
use crate::export;
use crate::export::differences::Comparison;
use crate::export::differences::Pair;
use crate::load;
use crate::load::catalogue;
use crate::load::catalogue::Catalogue;
use crate::load::comparable;
use crate::load::comparable::Comparable;
use crate::model::decided::Told;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::pipeline::Seen;
use crate::pipeline::Selection;
use crate::pipeline::make;
use crate::pipeline::prepare;
use crate::pipeline::works;
use crate::validate;

/// The figures of one thing, per profile.
type Figures = BTreeMap<Profile, Told>;

/// One side of a comparison.
struct Side {
    /// What can be matched by name: quarters or papers.
    items: BTreeMap<String, Figures>,
    /// Whether it is one thing, whatever it is called.
    single: bool,
    /// Whether its things are quarters; else papers.
    quarters: bool,
}

/// Compares what two paths stand for. What the world would not let us do, or
/// cannot be compared, comes back instead.
pub fn compare(a: &Path, b: &Path) -> Result<Comparison, Error> {
    let catalogue = catalogue::built_in();
    let mut comparison = Comparison {
        insatser: catalogue.insatser.clone(),
        orsaker: catalogue.orsaker.clone(),
        ..Comparison::default()
    };
    let before = side(a, &catalogue, &mut comparison)?;
    let now = side(b, &catalogue, &mut comparison)?;
    let unlike = |reason: &str| Error::Unlike {
        a: a.to_owned(),
        b: b.to_owned(),
        reason: reason.to_owned(),
    };
    if before.single && now.single {
        let sides = before.items.into_values().zip(now.items.into_values());
        for (before, now) in sides {
            if !pair("", &before, &now, &mut comparison) {
                return Err(unlike(
                    "de är gjorda för olika profiler och visar inte samma siffror",
                ));
            }
        }
        return Ok(comparison);
    }
    if before.single != now.single || before.quarters != now.quarters {
        return Err(unlike(
            "de är inte av samma slag; jämför två kvartal, två handlingar eller två mappar",
        ));
    }
    // Things with no readers in common are as little alike as those not there.
    let mut common = vec![];
    for (name, figures) in &before.items {
        let other = now.items.get(name);
        if other.is_some_and(|now| pair(name, figures, now, &mut comparison)) {
            common.push(name);
        }
    }
    let only = |side: &Side| {
        let names = side.items.keys();
        let names = names.filter(|name| !common.contains(name)).cloned();
        names.collect::<Vec<_>>()
    };
    comparison.only_a = only(&before);
    comparison.only_b = only(&now);
    Ok(comparison)
}

/// Compares the profiles that two things have in common; returns whether they
/// have any.
fn pair(name: &str, before: &Figures, now: &Figures, comparison: &mut Comparison) -> bool {
    let mut any = false;
    for (profile, told) in before {
        if let Some(now) = now.get(profile) {
            any = true;
            comparison.pairs.push(Pair {
                name: name.to_owned(),
                profile: *profile,
                differences: told.differences(now),
            });
        }
    }
    any
}

fn side(path: &Path, catalogue: &Catalogue, comparison: &mut Comparison) -> Result<Side, Error> {
    match comparable::find(path)? {
        Comparable::Paper(file) => {
            let (_, told) = comparable::read(&file)?;
            Ok(Side {
                items: BTreeMap::from([(String::new(), told)]),
                single: true,
                quarters: false,
            })
        }
        Comparable::Papers(files) => {
            let mut items = BTreeMap::new();
            for (name, file) in files {
                items.insert(name, comparable::read(&file)?.1);
            }
            Ok(Side {
                items,
                single: false,
                quarters: false,
            })
        }
        Comparable::Data(folders, only) => data(&folders, only, catalogue, comparison),
    }
}

/// Returns the figures of quarters, as their documents would tell them now.
fn data(
    folders: &[PathBuf],
    only: Option<Quarter>,
    catalogue: &Catalogue,
    comparison: &mut Comparison,
) -> Result<Side, Error> {
    let selection = Selection {
        quarters: only.map(|quarter| (quarter, quarter)),
        ..Selection::default()
    };
    let mut items = BTreeMap::new();
    for path in folders {
        let (folder, errors) = load::read(path);
        if let Some(error) = errors.into_iter().next() {
            return Err(error);
        }
        let prepared = prepare::prepare(folder, catalogue, &selection, &mut Seen::default());
        let folder = &prepared.folder;
        let day = validate::newest_day(folder);
        let vocabulary = validate::vocabulary::on(&folder.namnd, catalogue, day).0;
        comparison.insatser = vocabulary.insatser;
        comparison.orsaker = vocabulary.orsaker;
        let press = works::press(folder);
        for (quarter, source) in &folder.quarters {
            if only.is_some_and(|only| only != *quarter) {
                continue;
            }
            let mut figures = Figures::new();
            let sound = prepared.sound.iter().find(|(r, _)| r.quarter == *quarter);
            if let Some((report, path)) = sound {
                for order in &report.orders {
                    let all = Selection::default();
                    let ready =
                        make::compose(&prepared, report, order, path, catalogue, &press, &all);
                    if let Ok(ready) = ready {
                        let published = &ready.published;
                        figures.insert(published.profile, export::told(published));
                    }
                }
            }
            if figures.is_empty() {
                return Err(Error::Figures {
                    path: source.path.as_ref().into(),
                    reason: "kvartalet har fel eller inga handlingar; kör «evb granska»".to_owned(),
                });
            }
            // A nämnd's quarters are matched by name, and nämnder by theirs.
            let name = match (folders.len(), only) {
                (1, _) => quarter.to_string(),
                (_, Some(_)) => folder.name.clone(),
                (_, None) => format!("{}/{quarter}", folder.name),
            };
            items.insert(name, figures);
        }
    }
    Ok(Side {
        single: only.is_some() && folders.len() == 1,
        items,
        quarters: true,
    })
}
