//! One nämnd from `validate` to `reconcile`: everything its documents share.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive;
use crate::derive::Figures;
use crate::derive::duty;
use crate::document::Tells;
use crate::finding::Finding;
use crate::finding::Level;
use crate::load::Folder;
use crate::load::catalogue::Catalogue;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::model::report::Order;
use crate::model::report::Report;
use crate::model::stated::Key;
use crate::pipeline::Seen;
use crate::pipeline::Selection;
use crate::pipeline::guard;
use crate::pipeline::guard::Public;
use crate::pipeline::releasable;
use crate::pipeline::rules;
use crate::protect::Cell;
use crate::reconcile;
use crate::reconcile::between::Chapter;
use crate::reconcile::complete::Rules;
use crate::validate;
use crate::validate::events::FORE_KVARTALET;

/// A nämnd whose documents can be composed.
pub(super) struct Prepared {
    pub(super) folder: Folder,
    pub(super) figures: BTreeMap<Quarter, Figures>,
    /// The quarters that have no error, with their files.
    pub(super) sound: Vec<(Report, Arc<str>)>,
    pub(super) findings: Vec<Finding>,
    /// What everybody may know, where a public document is asked for.
    pub(super) public: Public,
    /// What is to be known of the papers, though it is no finding.
    pub(super) notes: Vec<String>,
}

/// Runs the rooms that all documents of a nämnd share.
pub(super) fn prepare(
    folder: Folder,
    catalogue: &Catalogue,
    selection: &Selection,
    seen: &mut Seen,
) -> Prepared {
    let mut findings = folder.findings.clone();
    let checked = validate::folder(&folder, catalogue);
    findings.extend(checked.findings);
    findings.extend(validate::levels::check(&folder, &rules()));
    let releasable = releasable();
    let path_of = |quarter: Quarter| {
        folder
            .quarters
            .iter()
            .find(|(q, _)| *q == quarter)
            .map(|(_, source)| &source.path)
    };
    let asked = selection.profile == Some(Profile::Publik)
        || guard::is_asked_for(&folder, &checked.reports);
    let mut public = Public::new();
    let mut figures: BTreeMap<Quarter, Figures> = BTreeMap::new();
    let mut before: Option<&Report> = None;
    let reports = &checked.reports;
    for (at, (quarter, report)) in reports.iter().enumerate() {
        let day = quarter.last_day();
        let vocabulary = validate::vocabulary::on(&folder.namnd, catalogue, day).0;
        let clock = validate::clock(&folder, day);
        let (insatser, orsaker) = (&vocabulary.insatser, &vocabulary.orsaker);
        let mut derived = derive::figures(report, before, insatser, orsaker, clock);
        let tells = |order: &Order| order.kind.tells() == Tells::Beslut;
        if report.orders.iter().any(tells) {
            let before: Vec<&Report> = reports[..at]
                .iter()
                .map(|(_, report)| report)
                .filter(|report| report.complete)
                .collect();
            derived.cases = duty::cases(report, &before, clock, insatser, orsaker);
        }
        if asked {
            let safeguards = validate::safeguards(&folder, day);
            let standing = validate::papers::standing(&folder, catalogue, report);
            let guarded = guard::one(&folder, report, &derived, orsaker, &safeguards, &standing);
            public.insert(*quarter, guarded);
        }
        if let Some(path) = path_of(*quarter) {
            findings.extend(reconcile::stated(report, &derived, path));
            let rules = Rules {
                orsaker,
                clock,
                statute: report.tells_statistics(),
            };
            // Without a row that could not be read the figures are other ones.
            let lost = findings.iter().any(|f| {
                let read = releasable.iter().any(|rule| rule.slug == f.rule.slug);
                f.file == *path && f.level == Level::Error && f.rule.fixed && !read
            });
            if !lost {
                findings.extend(reconcile::complete::check(report, &derived, &rules, path));
                let guarded = public
                    .get(quarter)
                    .and_then(|guarded| guarded.as_ref().ok());
                let hidden = |key: &Key| {
                    guarded.is_some_and(|guarded| guarded.cells.get(key) == Cell::Hidden)
                };
                let texts = reconcile::texts::check(report, &derived, insatser, &hidden, path);
                findings.extend(texts);
            }
        }
        figures.insert(*quarter, derived);
        before = Some(report);
    }
    let chapters: Vec<Chapter<'_>> = checked
        .reports
        .iter()
        .filter_map(|(quarter, report)| {
            Some(Chapter {
                report,
                figures: figures.get(quarter)?,
                path: path_of(*quarter)?,
                clock: validate::clock(&folder, quarter.last_day()),
            })
        })
        .collect();
    let between = reconcile::between::check(&chapters);
    // A row that ended before the quarter is told once, by the rule that knows more.
    findings.retain(|finding| {
        finding.rule.slug != FORE_KVARTALET.slug
            || !between
                .iter()
                .any(|other| other.locus == finding.locus && other.file == finding.file)
    });
    findings.extend(between);
    validate::release::apply(&mut findings, &folder, &releasable);
    for (quarter, report) in &checked.reports {
        findings.extend(path_of(*quarter).and_then(|path| guard::mixed(&folder, report, path)));
    }
    validate::levels::apply(&mut findings, &folder);
    let broken = |path: &Arc<str>| {
        findings
            .iter()
            .any(|f| f.level == Level::Error && f.file == *path)
    };
    // What is left of a quarter at fault is no figure to compare with: a gap.
    figures.retain(|quarter, _| !path_of(*quarter).is_some_and(broken));
    let mut sound = vec![];
    for (quarter, mut report) in checked.reports {
        if !selection.wants(quarter) {
            continue;
        }
        // What has only one circle of readers is not made for another.
        let unserved = report.orders.extract_if(.., |order| {
            let own = validate::profile(&folder, order);
            let other = selection.profile.is_some_and(|asked| asked != own);
            other && order.kind.tells() != Tells::Figures
        });
        seen.unserved.extend(unserved.map(|order| {
            let profile = validate::profile(&folder, &order);
            (order.id.to_string(), profile)
        }));
        seen.quarters += 1;
        seen.documents
            .extend(report.orders.iter().map(|order| order.id.to_string()));
        let Some(path) = path_of(quarter) else {
            continue;
        };
        // Nobody knows what was decided of it, so nothing is made.
        let known = folder.undecidable.iter().all(|(q, _)| *q != quarter);
        if known && !broken(path) && !broken(&folder.namnd.path) {
            sound.push((report, Arc::clone(path)));
        }
    }
    // Findings of quarters nobody asked for are left out.
    let other = |path: &Arc<str>| {
        folder
            .quarters
            .iter()
            .map(|(quarter, source)| (quarter, &source.path))
            .chain(
                folder
                    .undecidable
                    .iter()
                    .map(|(quarter, path)| (quarter, path)),
            )
            .any(|(quarter, known)| known == path && !selection.wants(*quarter))
    };
    findings.retain(|finding| !other(&finding.file));
    let notes = guard::notes(&folder, &sound, &figures, &public);
    Prepared {
        notes,
        folder,
        figures,
        sound,
        findings,
        public,
    }
}
