//! Deciding a quarter: its documents are built, and then kept as they are, with
//! the figures they told.
//!
//! Nothing is decided from a stale file, with an error, or twice.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::document::Tells;
use crate::error::Error;
use crate::export;
use crate::finding::Level;
use crate::load;
use crate::load::Folder;
use crate::load::catalogue;
use crate::load::catalogue::Catalogue;
use crate::model::decided::Paper;
use crate::model::decided::fingerprint;
use crate::model::decided::versioned;
use crate::model::quarter::Quarter;
use crate::model::report::Order;
use crate::model::report::Report;
use crate::pipeline;
use crate::pipeline::Decision;
use crate::pipeline::Goal;
use crate::pipeline::Outcome;
use crate::pipeline::Progress;
use crate::pipeline::Seen;
use crate::pipeline::Selection;
use crate::pipeline::decided;
use crate::pipeline::make;
use crate::pipeline::make::Ready;
use crate::pipeline::prepare;
use crate::pipeline::prepare::Prepared;
use crate::pipeline::works;
use crate::protect::Published;
use crate::write;
use crate::write::manifest::Manifest;

/// What is to be decided, and from where.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The quarter.
    pub quarter: Quarter,
    /// Only these nämnder, if any is named.
    pub namnder: &'a [String],
    /// Where the documents are.
    pub out: &'a Path,
    /// Whether a warning stops it too.
    pub strict: bool,
}

/// Decides a quarter of every nämnd below a path that has it.
pub fn decide(path: &Path, wish: Wish<'_>, progress: Progress<'_>) -> Result<Outcome, Error> {
    let catalogue = catalogue::built_in();
    let found = load::find(path)?;
    let mut outcome = Outcome {
        errors: found.errors,
        ..Outcome::default()
    };
    let mut seen = Seen::default();
    let selection = Selection {
        namnder: wish.namnder.to_vec(),
        quarters: Some((wish.quarter, wish.quarter)),
        ..Selection::default()
    };
    let elsewhere = found.only.is_some_and(|only| only != wish.quarter);
    for path in found.folders.iter().filter(|_| !elsewhere) {
        let name = load::name_of(path);
        if !wish.namnder.is_empty() && !wish.namnder.contains(&name) {
            continue;
        }
        seen.namnder.push(name);
        let (folder, _) = load::read(path);
        if folder.quarters.iter().any(|(of, _)| *of == wish.quarter) {
            let prepared = prepare::prepare(folder, &catalogue, &selection, &mut seen);
            one(path, &prepared, wish, &catalogue, progress, &mut outcome)?;
        }
    }
    outcome.unmatched.extend(seen.unmatched(&selection));
    Ok(outcome)
}

/// Decides a nämnd's quarter, if it can be.
fn one(
    path: &Path,
    prepared: &Prepared,
    wish: Wish<'_>,
    catalogue: &Catalogue,
    progress: Progress<'_>,
    outcome: &mut Outcome,
) -> Result<(), Error> {
    let folder = &prepared.folder;
    let sound = prepared.sound.first();
    if let Some((report, _)) = sound
        && let Some(why) = refused(folder, report)
    {
        outcome.unmatched.push(why);
        return Ok(());
    }
    let selection = Selection {
        quarters: Some((wish.quarter, wish.quarter)),
        ..Selection::default()
    };
    let goal = Goal::Build {
        out: wish.out,
        png: None,
        threads: None,
    };
    let built = pipeline::run(path, &selection, goal, progress)?;
    let faulty = !built.errors.is_empty()
        || built
            .findings
            .iter()
            .any(|placed| wish.strict || placed.finding.level == Level::Error);
    outcome.findings.extend(built.findings);
    outcome.errors.extend(built.errors);
    outcome.documents.extend(built.documents);
    let decision = match sound.filter(|_| !faulty) {
        Some((report, source)) => kept(path, prepared, report, source, wish, catalogue),
        None => Ok(None),
    };
    match decision {
        Ok(Some(decision)) => outcome.decisions.push(decision),
        Ok(None) => outcome
            .decisions
            .push(Decision::Stopped(folder.name.clone())),
        Err(error) => outcome.errors.push(error),
    }
    Ok(())
}

/// Returns why a quarter cannot be decided, if it cannot.
fn refused(folder: &Folder, report: &Report) -> Option<String> {
    let (name, quarter) = (&folder.name, report.quarter);
    if let Some(decided) = folder.decided.get(&quarter)
        && !decided.is_corrected_by(report.correction.as_ref())
    {
        let than = if decided.correction.is_some() {
            " med ett senare datum än den förra"
        } else {
            ""
        };
        return Some(format!(
            "{quarter} är redan fastställt för {name} ({}); ska något rättas, skriv en \
             «rättelse»{than} i kvartalets fil och fastställ igen",
            decided.path
        ));
    }
    if report.orders.is_empty() {
        return Some(format!(
            "{quarter} har inga handlingar att fastställa för {name}; skriv dem under «handlingar»"
        ));
    }
    report.orders.iter().all(Order::is_draft).then(|| {
        format!(
            "{quarter} har bara utkast för {name}; skriv «sammanträde» och «paragraf» under \
             «handlingar»"
        )
    })
}

/// Keeps the documents of a quarter as they are, or nothing if one of them is
/// not there or not up to date.
fn kept(
    path: &Path,
    prepared: &Prepared,
    report: &Report,
    source: &Arc<str>,
    wish: Wish<'_>,
    catalogue: &Catalogue,
) -> Result<Option<Decision>, Error> {
    let folder = &prepared.folder;
    let press = works::press(folder);
    let manifest = Manifest::read(wish.out, &folder.name);
    let mut all = vec![];
    for order in report.orders.iter().filter(|order| !order.is_draft()) {
        let selection = Selection::default();
        let composed = make::compose(
            prepared, report, order, source, catalogue, &press, &selection,
        );
        let Ok(ready) = composed else { return Ok(None) };
        let target = ready.target(wish.out);
        let Some(pdf) = write::read(&target) else {
            return Ok(None);
        };
        if manifest.stale(&target, &ready.stamp(&press)).is_some() {
            return Ok(None);
        }
        all.push((Arc::clone(&order.id), ready, pdf));
    }
    let mut papers = vec![];
    let mut files = vec![];
    let mut published: BTreeMap<_, &Published> = BTreeMap::new();
    for (id, ready, pdf) in &all {
        let Ready { beside, .. } = ready;
        papers.push(Paper {
            id: Arc::clone(id),
            profile: ready.published.profile,
            sha256: fingerprint(pdf),
            beside: beside.as_deref().map(fingerprint),
            content: ready.content(),
        });
        files.push((format!("{id}.pdf"), pdf.clone()));
        files.extend(beside.clone().map(|bytes| (format!("{id}.json"), bytes)));
        if ready.document.kind.tells() != Tells::Nothing {
            published
                .entry(ready.published.profile)
                .or_insert(&ready.published);
        }
    }
    let Some((_, first, _)) = all.first() else {
        return Ok(None);
    };
    let version = decided::state(folder, report).version;
    let correction = report.correction.as_ref();
    let record = export::decided::decided(
        &first.namnd,
        report.quarter,
        correction,
        &papers,
        &published,
    );
    let name = versioned(&report.quarter.to_string(), version);
    let archive = path.join(load::decided::FOLDER);
    write::archive::put(&archive, &name, &files, &record)?;
    let file = archive.join(format!("{name}.json"));
    Ok(Some(Decision::Decided(file, papers.len())))
}
