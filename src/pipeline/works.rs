//! All documents of a run, over the machine's cores.
//!
//! One thread prepares nämnder and hands their documents to the others through
//! a short queue, so that memory holds a few at a time. Typst uses rayon inside;
//! a document that waits for its own inner jobs must not pick up another whole
//! document, so every worker is a plain thread with a rayon pool of one.

#![expect(
    clippy::disallowed_methods,
    reason = "the one place that starts threads"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::sync::mpsc;

use crate::error::Error;
use crate::load;
use crate::load::Folder;
use crate::load::catalogue::Catalogue;
use crate::pipeline::Goal;
use crate::pipeline::Outcome;
use crate::pipeline::Progress;
use crate::pipeline::Seen;
use crate::pipeline::Selection;
use crate::pipeline::decided;
use crate::pipeline::document;
use crate::pipeline::make;
use crate::pipeline::prepare;
use crate::pipeline::prepare::Prepared;
use crate::render::Press;
use crate::write::manifest::Manifest;

/// A nämnd being worked on.
pub(super) struct Shop {
    pub(super) prepared: Prepared,
    pub(super) press: Arc<Press>,
    pub(super) manifest: Manifest,
    /// Findings of single documents, and what was made, in order.
    results: Mutex<BTreeMap<usize, make::Result>>,
}

/// One document to see to.
pub(super) struct Task {
    pub(super) shop: Arc<Shop>,
    pub(super) quarter: usize,
    pub(super) order: usize,
    number: usize,
}

/// What is the same for all nämnder of a run.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) selection: &'a Selection,
    pub(super) goal: Goal<'a>,
    pub(super) progress: Progress<'a>,
}

/// Works through nämnder, one after the other as there is room for them.
pub(super) fn all(folders: &[&PathBuf], work: &Work<'_>, seen: &mut Seen, outcome: &mut Outcome) {
    let Work {
        catalogue,
        selection,
        goal,
        progress,
    } = *work;
    let threads = match goal {
        Goal::Build { threads, .. } => threads
            .or_else(|| {
                std::thread::available_parallelism()
                    .ok()
                    .map(std::num::NonZero::get)
            })
            .unwrap_or(1),
        Goal::Check | Goal::Plan(_) => 1,
    };
    // How many documents are done, and how many are known of.
    let (done, known) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let shared = Arc::new(Press::new(
        &[],
        &load::fonts::BUILT_IN,
        load::templates::all(&[]),
    ));
    let mut shops = vec![];
    std::thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel::<Task>(2 * threads);
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..threads {
            let receiver = Arc::clone(&receiver);
            let (done, known) = (&done, &known);
            scope.spawn(move || {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
                loop {
                    let next = receiver
                        .lock()
                        .expect("no worker panics with the queue")
                        .recv();
                    let Ok(task) = next else { break };
                    let see_to = || document::see_to(&task, catalogue, selection, goal);
                    let result = match &pool {
                        Ok(pool) => pool.install(see_to),
                        Err(_) => see_to(),
                    };
                    let mut results = task.shop.results.lock().expect("no worker panics here");
                    results.insert(task.number, result);
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    progress(done, known.load(Ordering::Relaxed));
                }
            });
        }
        for path in folders {
            let (folder, errors) = load::read(path);
            outcome.errors.extend(errors);
            seen.namnder.push(folder.name.clone());
            let prepared = prepare::prepare(folder, catalogue, selection, seen);
            let folder = &prepared.folder;
            let press = if folder.own.templates.is_empty() && folder.own.fonts.is_empty() {
                Arc::clone(&shared)
            } else {
                Arc::new(press(folder))
            };
            let manifest = match goal {
                Goal::Check => Manifest::default(),
                Goal::Plan(out) | Goal::Build { out, .. } => Manifest::read(out, &folder.name),
            };
            let results = Mutex::default();
            let shop = Arc::new(Shop {
                prepared,
                press,
                manifest,
                results,
            });
            let mut number = 0;
            let mut kept = decided::ids(&shop.prepared.folder, selection);
            seen.documents
                .extend(kept.iter().map(|(_, id)| id.to_string()));
            for (quarter, (report, _)) in shop.prepared.sound.iter().enumerate() {
                for (order, asked) in report
                    .orders
                    .iter()
                    .enumerate()
                    .filter(|(_, order)| selection.wants_document(&order.id))
                {
                    kept.retain(|(of, id)| (*of, id) != (report.quarter, &asked.id));
                    known.fetch_add(1, Ordering::Relaxed);
                    let task = Task {
                        shop: Arc::clone(&shop),
                        quarter,
                        order,
                        number,
                    };
                    if sender.send(task).is_err() {
                        break;
                    }
                    number += 1;
                }
            }
            // What the quarters no longer ask for, or cannot make, is kept too.
            for (quarter, id) in kept {
                let folder = &shop.prepared.folder;
                let result = decided::put_back(folder, quarter, &id, goal, selection);
                let mut results = shop.results.lock().expect("no worker panics here");
                results.insert(number, result);
                number += 1;
            }
            // What is settled is gathered, so that memory holds few nämnder.
            shops.push(shop);
            gather(&mut shops, false, goal, outcome);
        }
        drop(sender);
    });
    gather(&mut shops, true, goal, outcome);
    outcome.quarters = seen.quarters;
}

/// Returns the press of a nämnd, with its own fonts and templates.
pub(super) fn press(folder: &Folder) -> Press {
    let templates = load::templates::all(&folder.own.templates);
    Press::new(&folder.own.fonts, &load::fonts::BUILT_IN, templates)
}

/// Gathers the nämnder whose documents are all done, first ones first.
fn gather(shops: &mut Vec<Arc<Shop>>, all: bool, goal: Goal<'_>, outcome: &mut Outcome) {
    while let Some(first) = shops.first() {
        // A task holds its shop until its result is in.
        if !all && Arc::strong_count(first) > 1 {
            break;
        }
        let Ok(shop) = Arc::try_unwrap(shops.remove(0)) else {
            break;
        };
        let mut manifest = shop.manifest;
        outcome.notes.extend(shop.prepared.notes);
        let mut found = shop.prepared.findings;
        let mut placed = vec![];
        for result in shop
            .results
            .into_inner()
            .expect("no worker panics here")
            .into_values()
        {
            placed.extend(result.findings);
            outcome.errors.extend(result.errors);
            for (made, stamp) in result.made {
                if let Some(stamp) = stamp.filter(|_| made.pages > 0) {
                    manifest.put(&made.path, stamp);
                }
                outcome.documents.push(made);
            }
        }
        let mut findings = shop.prepared.folder.placed(std::mem::take(&mut found));
        findings.extend(placed);
        outcome.findings.extend(findings);
        if let Goal::Build { out, .. } = goal {
            outcome
                .errors
                .extend(save(&mut manifest, out, &shop.prepared.folder.name));
        }
    }
}

fn save(manifest: &mut Manifest, out: &Path, namnd: &str) -> Option<Error> {
    manifest.save(out, namnd).err()
}
