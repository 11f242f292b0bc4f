//! Templates and a value in, PDF bytes out, all in memory.
//!
//! A [`Press`] holds what documents share: the library, the fonts, the parsed
//! templates. It has no disk, no network, no clock, and knows nothing about
//! beslut. The Typst engine is pinned; its versions are ours.

use chrono::Datelike;
use chrono::NaiveDate;
use typst::diag::Warned;
use typst::foundations::Content;
use typst::foundations::Datetime;
use typst::foundations::NativeElement;
use typst::foundations::Smart;
use typst::introspection::Introspector;
use typst::model::TableChild;
use typst::model::TableElem;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_pdf::PdfStandard;
use typst_pdf::PdfStandards;
use typst_render::RenderOptions;

use crate::render::world::DocumentWorld;

mod diagnostic;
mod world;

pub use diagnostic::Diagnostic;
pub use world::Press;

/// The conformance a file must have, beside PDF/UA-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Archive {
    /// PDF/A-3a, which may carry attachments.
    A3a,
    /// PDF/A-2a, which may not.
    A2a,
}

/// One document to print.
#[derive(Debug)]
pub struct Job {
    /// The template's file name.
    pub template: &'static str,
    /// The files the template may read, with absolute virtual paths: the value
    /// (`/ctx.json`), charts, the logo, the attachment. The names are the same
    /// in every document, because Typst keeps each name for ever.
    pub files: Vec<(&'static str, Vec<u8>)>,
    /// The day the template takes for today.
    pub dated_on: NaiveDate,
    /// A stable identity for the PDF.
    pub ident: String,
    /// The archive standard.
    pub archive: Archive,
    /// Pixels per inch of pictures of the pages, if they are wanted.
    pub png: Option<f32>,
}

/// A printed document.
#[derive(Debug)]
pub struct Printed {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages.
    pub pages: usize,
    /// The pages as PNG, if they were asked for.
    pub pictures: Vec<Vec<u8>>,
    /// What the engine warned of.
    pub warnings: Vec<Diagnostic>,
}

/// Why a document could not be printed.
#[derive(Debug)]
pub enum Failure {
    /// The template is at fault.
    Template(Vec<Diagnostic>),
    /// The finished layout does not meet the standards.
    Export(Vec<Diagnostic>),
}

/// Prints one document.
pub fn print(press: &Press, job: &Job) -> Result<Printed, Failure> {
    let today = Datetime::from_ymd(
        job.dated_on.year(),
        u8::try_from(job.dated_on.month()).unwrap_or(1),
        u8::try_from(job.dated_on.day()).unwrap_or(1),
    );
    let world = DocumentWorld::new(press, job.template, &job.files, today);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    let printed = finish(&world, output, job);
    // The engine's memory of one document is of no use to the next.
    typst::comemo::evict(0);
    let warnings = diagnostic::all(&world, &warnings);
    Ok(Printed {
        warnings,
        ..printed?
    })
}

fn finish(
    world: &DocumentWorld<'_>,
    output: typst::diag::SourceResult<PagedDocument>,
    job: &Job,
) -> Result<Printed, Failure> {
    let document = output.map_err(|e| Failure::Template(diagnostic::all(world, &e)))?;
    let headless = tables_without_header(&document);
    if !headless.is_empty() {
        let at = |table: &Content| {
            Diagnostic::at(
                world,
                table.span(),
                "en tabell saknar rubrikrad (table.header)",
            )
        };
        return Err(Failure::Template(headless.iter().map(at).collect()));
    }
    let archive = match job.archive {
        Archive::A3a => PdfStandard::A_3a,
        Archive::A2a => PdfStandard::A_2a,
    };
    let options = PdfOptions {
        ident: Smart::Custom(job.ident.clone()),
        creator: Smart::Custom(Some(format!("evb {}", env!("CARGO_PKG_VERSION")))),
        standards: PdfStandards::new(&[PdfStandard::Ua_1, archive])
            .expect("the two standards go together"),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options)
        .map_err(|e| Failure::Export(diagnostic::all(world, &e)))?;
    let pictures = job
        .png
        .map(|dpi| pictures(&document, dpi))
        .unwrap_or_default();
    Ok(Printed {
        pdf,
        pages: document.pages().len(),
        pictures,
        warnings: vec![],
    })
}

fn pictures(document: &PagedDocument, dpi: f32) -> Vec<Vec<u8>> {
    let options = RenderOptions {
        pixel_per_pt: f64::from(dpi / 72.0).into(),
        ..RenderOptions::default()
    };
    let pages = document.pages().iter();
    pages
        .filter_map(|page| typst_render::render(page, &options).encode_png().ok())
        .collect()
}

/// Finds tables that a screen reader cannot tell the heads of. Neither Typst
/// nor the rules of PDF/UA-1 see them.
fn tables_without_header(document: &PagedDocument) -> Vec<Content> {
    let tables = document.introspector().query(&TableElem::ELEM.select());
    let has_header = |content: &Content| {
        content.to_packed::<TableElem>().is_none_or(|table| {
            table
                .children
                .iter()
                .any(|child| matches!(child, TableChild::Header(_)))
        })
    };
    tables
        .into_iter()
        .filter(|table| !has_header(table))
        .collect()
}
