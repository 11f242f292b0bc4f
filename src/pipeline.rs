//! The order of the rooms, once, for every document.
//!
//! `granska` runs all but the press; `bygg` goes on to files. The only place
//! that may start threads.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::compose;
use crate::derive;
use crate::derive::Figures;
use crate::document::Envelope;
use crate::error::Error;
use crate::export;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::finding::draw::Placed;
use crate::load;
use crate::load::Folder;
use crate::load::Loaded;
use crate::load::catalogue;
use crate::load::catalogue::Catalogue;
use crate::load::fonts::Coverage;
use crate::model::namnd::ArchiveFormat;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::protect;
use crate::reconcile;
use crate::render;
use crate::render::Archive;
use crate::render::Press;
use crate::validate;
use crate::write;

/// A template that does not work.
pub const MALL_TRASIG: Rule = Rule {
    slug: "mall-trasig",
    level: Level::Error,
    fixed: true,
    explain: "Mallen eller sättningen gav inget dokument. Övriga handlingar görs ändå.",
    source: "Typst",
};

/// Returns the whole rule book, by slug.
pub fn rules() -> Vec<&'static Rule> {
    let rooms = [
        &load::RULES[..],
        &validate::RULES,
        &reconcile::RULES,
        &protect::RULES,
    ];
    let mut rules: Vec<_> = rooms.concat();
    rules.push(&MALL_TRASIG);
    rules.sort_by_key(|rule| rule.slug);
    rules
}

/// What to work on.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only these nämnder, if any is named.
    pub namnder: Vec<String>,
    /// Only these quarters, first and last included.
    pub quarters: Option<(Quarter, Quarter)>,
    /// Only these documents, if any is named.
    pub documents: Vec<String>,
    /// This profile instead of the document's own.
    pub profile: Option<Profile>,
}

impl Selection {
    fn wants(&self, quarter: Quarter) -> bool {
        self.quarters
            .is_none_or(|(first, last)| first <= quarter && quarter <= last)
    }
}

/// What became of a run.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Every finding, in the order of nämnder, files and lines.
    pub findings: Vec<Placed>,
    /// What the world would not let us do.
    pub errors: Vec<Error>,
    /// The files that were written, with their pages.
    pub written: Vec<(PathBuf, usize)>,
    /// How many nämnder and quarters were looked at.
    pub quarters: usize,
    /// What was asked for and is not there, in words.
    pub unmatched: Vec<String>,
}

/// Checks everything and builds nothing.
pub fn check(path: &Path, selection: &Selection) -> Result<Outcome, Error> {
    run(path, selection, None)
}

/// Builds every document that is asked for, below a folder.
pub fn build(path: &Path, selection: &Selection, out: &Path) -> Result<Outcome, Error> {
    run(path, selection, Some(out))
}

fn run(path: &Path, selection: &Selection, out: Option<&Path>) -> Result<Outcome, Error> {
    let catalogue = catalogue::built_in();
    let coverage = Coverage::built_in();
    let press = Press::new(load::fonts::BUILT_IN, load::templates::BUILT_IN);
    let Loaded {
        folders,
        errors,
        only,
    } = load::load(path)?;
    let mut selection = selection.clone();
    selection.quarters = selection
        .quarters
        .or(only.map(|quarter| (quarter, quarter)));
    let mut outcome = Outcome {
        errors,
        ..Outcome::default()
    };
    let mut seen = Seen::default();
    for folder in &folders {
        if !selection.namnder.is_empty() && !selection.namnder.contains(&folder.name) {
            continue;
        }
        seen.namnder.push(folder.name.clone());
        let (documents, findings) = prepare(folder, &catalogue, &coverage, &selection, &mut seen);
        outcome.findings.extend(findings);
        let Some(out) = out else { continue };
        for (document, figures, place) in documents {
            print(
                &press,
                folder,
                &document,
                figures,
                &place,
                out,
                &mut outcome,
            );
        }
    }
    outcome.quarters = seen.quarters;
    outcome.unmatched = seen.unmatched(&selection);
    Ok(outcome)
}

type Prepared = (compose::Document, Vec<u8>, (Arc<str>, Route));

/// Runs the rooms from `validate` to `compose` for one nämnd.
fn prepare(
    folder: &Folder,
    catalogue: &Catalogue,
    coverage: &Coverage,
    selection: &Selection,
    seen: &mut Seen,
) -> (Vec<Prepared>, Vec<Placed>) {
    let mut findings = folder.findings.clone();
    let checked = validate::folder(folder, catalogue, coverage);
    findings.extend(checked.findings);
    findings.extend(validate::levels::check(folder, &rules()));
    let path_of = |quarter: Quarter| {
        folder
            .quarters
            .iter()
            .find(|(q, _)| *q == quarter)
            .map(|(_, source)| &source.path)
    };
    let mut figures: BTreeMap<Quarter, Figures> = BTreeMap::new();
    for (quarter, report) in &checked.reports {
        let day = quarter.last_day();
        let vocabulary = validate::vocabulary::on(&folder.namnd, catalogue, day).0;
        let clock = validate::clock(folder, day);
        let derived = derive::figures(report, &vocabulary.insatser, &vocabulary.orsaker, clock);
        if let Some(path) = path_of(*quarter) {
            findings.extend(reconcile::stated(report, &derived, path));
        }
        figures.insert(*quarter, derived);
    }
    validate::levels::apply(&mut findings, folder);
    let broken = |path: &Arc<str>| {
        findings
            .iter()
            .any(|f| f.level == Level::Error && f.file == *path)
    };
    let mut documents = vec![];
    let mut refused = vec![];
    for (quarter, report) in checked.reports.iter().filter(|(q, _)| selection.wants(*q)) {
        seen.quarters += 1;
        let Some(path) = path_of(*quarter) else {
            continue;
        };
        seen.documents
            .extend(report.orders.iter().map(|order| order.id.to_string()));
        if broken(path) || broken(&folder.namnd.path) {
            continue;
        }
        let found = orders(folder, report, &figures, catalogue, selection, path);
        documents.extend(found.0);
        refused.extend(found.1);
    }
    findings.extend(refused);
    let wanted: Vec<&Arc<str>> = std::iter::once(&folder.namnd.path)
        .chain(folder.bevakning.iter().map(|source| &source.path))
        .chain(
            folder
                .quarters
                .iter()
                .filter(|(q, _)| selection.wants(*q))
                .map(|(_, s)| &s.path),
        )
        .collect();
    let others: Vec<_> = folder
        .quarters
        .iter()
        .map(|(_, source)| &source.path)
        .collect();
    // Findings of quarters nobody asked for are left out.
    findings.retain(|f| wanted.contains(&&f.file) || !others.contains(&&f.file));
    (documents, folder.placed(findings))
}

/// Composes the documents of one quarter.
fn orders(
    folder: &Folder,
    report: &Report,
    figures: &BTreeMap<Quarter, Figures>,
    catalogue: &Catalogue,
    selection: &Selection,
    path: &Arc<str>,
) -> (Vec<Prepared>, Vec<Finding>) {
    let mut documents = vec![];
    let mut findings = vec![];
    let trend = derive::trend::until(figures, report.quarter);
    for order in &report.orders {
        if !selection.documents.is_empty() && !selection.documents.iter().any(|id| *id == *order.id)
        {
            continue;
        }
        let route = Route::default().key("handlingar").index(order.index);
        let (namnd, faults) = validate::namnd_on(folder, catalogue, order.dated_on);
        let Some(namnd) = namnd else {
            findings.extend(faults);
            continue;
        };
        let own = order.profile.unwrap_or(namnd.profile(order.kind));
        let profile = selection.profile.unwrap_or(own);
        let chosen = selection.profile.or(order.profile).is_some()
            || namnd.profiles.contains_key(&order.kind);
        let Ok(published) = protect::protect(&trend, profile) else {
            findings.push(Finding::new(
                &protect::SKYDD_SAKNAS,
                path,
                Locus::Value(route),
                format!(
                    "handlingen «{}» har profilen {}{}, och små grupper kan ännu inte skyddas",
                    order.id,
                    profile.name(),
                    if chosen { "" } else { " (förvald)" }
                ),
                "handlingen görs inte; skriv «profil: öppen» bara om siffrorna redan är publicerade",
            ));
            continue;
        };
        let envelope = Envelope {
            namnd: folder.name.clone(),
            quarter: report.quarter,
            id: order.id.to_string(),
            profile,
            overridden: profile != own,
        };
        let input = compose::Input {
            namnd: &namnd,
            order,
            published: &published,
        };
        let document = compose::compose(&input, envelope);
        let attached = export::figures(&namnd, order, &published);
        documents.push((document, attached, (Arc::clone(path), route)));
    }
    (documents, findings)
}

/// Prints one document and writes its files.
fn print(
    press: &Press,
    folder: &Folder,
    document: &compose::Document,
    figures: Vec<u8>,
    (path, route): &(Arc<str>, Route),
    out: &Path,
    outcome: &mut Outcome,
) {
    let target = out.join(document.envelope.path());
    let pdf = target.with_extension("pdf");
    let value = serde_json::to_vec(&document.value).expect("a JSON value can always be written");
    let attached = document.archive == ArchiveFormat::A3a;
    let mut files = vec![("/ctx.json", value)];
    if attached {
        files.push((compose::ATTACHMENT, figures.clone()));
    }
    let job = render::Job {
        template: document.kind.template(),
        files,
        dated_on: document.dated_on,
        ident: document.envelope.ident(),
        archive: if attached { Archive::A3a } else { Archive::A2a },
    };
    let printed = match render::print(press, &job) {
        Ok(printed) => printed,
        Err(render::Failure::Template(list)) => {
            let said = list
                .iter()
                .map(render::Diagnostic::line)
                .collect::<Vec<_>>()
                .join("; ");
            let finding = Finding::new(
                &MALL_TRASIG,
                path,
                Locus::Value(route.clone()),
                format!(
                    "handlingen «{}» kunde inte sättas: {said}",
                    document.envelope.id
                ),
                "rätta mallen på det angivna stället",
            );
            outcome.findings.extend(folder.placed(vec![finding]));
            return;
        }
        Err(render::Failure::Export(list)) => {
            let reason = list
                .iter()
                .map(render::Diagnostic::line)
                .collect::<Vec<_>>()
                .join("; ");
            outcome.errors.push(Error::Export { path: pdf, reason });
            return;
        }
    };
    let beside = (!attached).then(|| (target.with_extension("json"), figures));
    let written = write::file(&pdf, &printed.pdf).and_then(|()| match &beside {
        Some((path, bytes)) => write::file(path, bytes),
        None => Ok(()),
    });
    match written {
        Ok(()) => outcome.written.push((pdf, printed.pages)),
        Err(error) => outcome.errors.push(error),
    }
}

/// What a run has met, to tell what was asked for in vain.
#[derive(Default)]
struct Seen {
    namnder: Vec<String>,
    quarters: usize,
    documents: Vec<String>,
}

impl Seen {
    fn unmatched(&self, selection: &Selection) -> Vec<String> {
        let mut list = vec![];
        for name in selection
            .namnder
            .iter()
            .filter(|name| !self.namnder.contains(name))
        {
            list.push(format!("det finns ingen nämnd «{name}»"));
        }
        if self.quarters == 0 && list.is_empty() {
            list.push(match selection.quarters {
                Some((first, last)) if first == last => format!("det finns inget kvartal {first}"),
                Some((first, last)) => format!("det finns inget kvartal i {first}..{last}"),
                None => "det finns inga kvartal".to_owned(),
            });
        }
        if self.quarters > 0 {
            for id in selection
                .documents
                .iter()
                .filter(|id| !self.documents.contains(id))
            {
                list.push(format!("det finns ingen handling «{id}»"));
            }
        }
        list
    }
}
