//! One document: protected, composed, and, if it is stale, printed and written.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::compose;
use crate::compose::Document;
use crate::derive;
use crate::document::DRAFT;
use crate::document::Envelope;
use crate::document::Tells;
use crate::error::Error;
use crate::export;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Route;
use crate::finding::draw::Placed;
use crate::load::catalogue::Catalogue;
use crate::model::decided::Told;
use crate::model::decided::versioned;
use crate::model::namnd::ArchiveFormat;
use crate::model::namnd::Namnd;
use crate::model::profile::Profile;
use crate::model::report::Order;
use crate::model::report::Report;
use crate::pipeline::Made;
use crate::pipeline::Selection;
use crate::pipeline::decided;
use crate::pipeline::guard;
use crate::pipeline::prepare::Prepared;
use crate::protect;
use crate::protect::Known;
use crate::protect::Published;
use crate::render;
use crate::render::Archive;
use crate::render::Diagnostic;
use crate::render::Press;
use crate::validate;
use crate::write;
use crate::write::manifest::Reason;
use crate::write::manifest::Stamp;

/// A document ready for the press, with everything its template may read.
pub(super) struct Ready {
    /// Findings that do not stop the document.
    pub(super) warnings: Vec<Finding>,
    pub(super) document: Document,
    /// The nämnd on the document's date.
    pub(super) namnd: Namnd,
    /// The figures it may tell.
    pub(super) published: Published,
    pub(super) files: Vec<(&'static str, Vec<u8>)>,
    /// The figures beside the PDF, where the archive refuses attachments.
    pub(super) beside: Option<Vec<u8>>,
    pub(super) path: Arc<str>,
    pub(super) route: Route,
}

/// What became of one document.
#[derive(Default)]
pub(super) struct Result {
    /// The files, each with its stamp if it was printed or could have been.
    pub(super) made: Vec<(Made, Option<Stamp>)>,
    pub(super) findings: Vec<Placed>,
    pub(super) errors: Vec<Error>,
}

/// Protects and composes one document.
pub(super) fn compose(
    prepared: &Prepared,
    report: &Report,
    order: &Order,
    path: &Arc<str>,
    catalogue: &Catalogue,
    press: &Press,
    selection: &Selection,
) -> std::result::Result<Ready, Vec<Finding>> {
    let folder = &prepared.folder;
    let route = Route::default().key("handlingar").index(order.index);
    let (namnd, faults) = validate::namnd_on(folder, catalogue, order.dated_on);
    let namnd = namnd.ok_or(faults)?;
    let own = order.profile.unwrap_or(namnd.profile(order.kind));
    let profile = selection.profile.unwrap_or(own);
    let trend = derive::trend::until(&prepared.figures, report.quarter);
    let silent = order.kind.tells() == Tells::Nothing;
    let known: Vec<_> = trend
        .iter()
        .copied()
        .map(|(quarter, figures)| {
            let known = figures.map(|figures| Known {
                figures,
                guarded: prepared.public.get(&quarter),
            });
            (quarter, known)
        })
        .collect();
    let published = if silent {
        let all = trend.iter().filter_map(|(_, figures)| *figures);
        protect::without_figures(report.quarter, profile, all)
    } else {
        protect::protect(&known, profile)
            .map_err(|refused| vec![guard::refused(&namnd, order, &refused.keys, path)])?
    };
    let state = decided::state(folder, report);
    let told = Told {
        acts: order.acts.clone(),
        ..export::told(&published)
    };
    let mut corrected = state.corrected(told, profile);
    if silent && let Some(corrected) = &mut corrected {
        corrected.changes = None;
    }
    let envelope = Envelope {
        namnd: folder.name.clone(),
        quarter: report.quarter,
        id: drafted(order, versioned(&order.id, state.version)),
        profile,
        overridden: profile != own,
    };
    // What is decided has no case numbers, and is held against what has none.
    let decided = state.paper(&order.id, selection).is_some();
    let numbers = match profile {
        Profile::Ivo if !decided => &selection.case_numbers,
        Profile::Ivo | Profile::Publik | Profile::Oppen | Profile::Revisor => &BTreeMap::new(),
    };
    let input = compose::Input {
        namnd: &namnd,
        report,
        order,
        published: &published,
        law: &catalogue.law,
        families: press.families(),
        path,
        corrected: corrected.as_ref(),
        case_numbers: numbers,
    };
    let (document, asked_in_vain) = compose::compose(&input, envelope);
    if asked_in_vain
        .iter()
        .any(|finding| finding.level == Level::Error)
    {
        return Err(asked_in_vain);
    }
    let correction = corrected.as_ref().map(|corrected| &corrected.correction);
    let figures = export::figures(&namnd, order, &published, correction);
    let value = serde_json::to_vec(&document.value).expect("a JSON value can always be written");
    let mut files = vec![("/ctx.json", value)];
    files.extend(
        document
            .charts
            .iter()
            .map(|(path, svg)| (*path, svg.clone())),
    );
    let logo = namnd
        .style
        .logo
        .as_ref()
        .and_then(|name| folder.own.images.get(name.as_ref()));
    files.extend(logo.map(|svg| (compose::LOGO, svg.clone())));
    let mut beside = None;
    match document.archive {
        _ if silent => {}
        ArchiveFormat::A3a => files.push((compose::ATTACHMENT, figures)),
        ArchiveFormat::A2a => beside = Some(figures),
    }
    Ok(Ready {
        warnings: asked_in_vain,
        document,
        namnd,
        published,
        files,
        beside,
        path: Arc::clone(path),
        route,
    })
}

/// Returns what a file is called: a draft says so in its name.
fn drafted(order: &Order, id: String) -> String {
    if order.is_draft() {
        format!("{id}-{DRAFT}")
    } else {
        id
    }
}

impl Ready {
    /// Returns the document's file below the output folder.
    pub(super) fn target(&self, out: &Path) -> PathBuf {
        out.join(self.document.envelope.path())
            .with_extension("pdf")
    }

    /// Returns whether a file that belongs beside the PDF is not there.
    pub(super) fn lacks_figures(&self, out: &Path) -> bool {
        self.beside.is_some() && !write::exists(&self.target(out).with_extension("json"))
    }

    /// Returns what the document is made of.
    pub(super) fn stamp(&self, press: &Press) -> Stamp {
        let beside = self.beside.iter().map(|figures| ("/bredvid.json", figures));
        let files = self
            .files
            .iter()
            .map(|(name, bytes)| (*name, bytes))
            .chain(beside);
        Stamp::new(files, press.look(), &self.document.envelope.ident())
    }

    /// Prints the document and writes its files.
    pub(super) fn print(
        &self,
        press: &Press,
        prepared: &Prepared,
        out: &Path,
        reason: Reason,
        png: Option<f32>,
    ) -> Result {
        let target = self.target(out);
        let job = render::Job {
            template: self.document.kind.template(),
            files: self.files.clone(),
            dated_on: self.document.dated_on,
            ident: self.document.envelope.ident(),
            archive: match self.document.archive {
                ArchiveFormat::A3a => Archive::A3a,
                ArchiveFormat::A2a => Archive::A2a,
            },
            png,
        };
        let printed = match render::print(press, &job) {
            Ok(printed) => printed,
            Err(render::Failure::Template(said)) => {
                let findings = said.iter().map(|one| self.broken(one, prepared)).collect();
                return Result {
                    findings,
                    ..Result::default()
                };
            }
            Err(render::Failure::Export(said)) => {
                let reason = said
                    .iter()
                    .map(Diagnostic::line)
                    .collect::<Vec<_>>()
                    .join("; ");
                let errors = vec![Error::Export {
                    path: target,
                    reason,
                }];
                return Result {
                    errors,
                    ..Result::default()
                };
            }
        };
        match self.write(&target, &printed) {
            Ok(()) => {
                let stamp = self.stamp(press).written(&printed.pdf);
                let made = Made {
                    path: target,
                    pages: printed.pages,
                    reason: Some(reason),
                    standing: None,
                };
                Result {
                    made: vec![(made, Some(stamp))],
                    ..Result::default()
                }
            }
            Err(error) => Result {
                errors: vec![error],
                ..Result::default()
            },
        }
    }

    fn write(&self, target: &Path, printed: &render::Printed) -> std::result::Result<(), Error> {
        write::file(target, &printed.pdf)?;
        if let Some(figures) = &self.beside {
            write::file(&target.with_extension("json"), figures)?;
        }
        for (page, picture) in printed.pictures.iter().enumerate() {
            let stem = target.file_stem().unwrap_or_default().to_string_lossy();
            let name = format!("{stem}-{}.png", page + 1);
            write::file(&target.with_file_name(name), picture)?;
        }
        Ok(())
    }
}
