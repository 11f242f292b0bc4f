//! What the typesetter says, with file, line and column.

use typst::World;
use typst::WorldExt;
use typst::diag::Severity;
use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpan;
use typst::syntax::Lines;
use typst::syntax::Span;

use crate::render::world::DocumentWorld;

/// One message of the engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the document.
    pub fatal: bool,
    /// File, line and column from 1, where known.
    pub place: Option<(String, usize, usize)>,
    /// The message, in the engine's own language.
    pub message: String,
    /// What the engine suggests.
    pub hints: Vec<String>,
}

impl Diagnostic {
    pub(crate) fn at(world: &DocumentWorld<'_>, span: Span, message: &str) -> Self {
        let place = place(world, span.into());
        Self {
            fatal: true,
            place,
            message: message.to_owned(),
            hints: vec![],
        }
    }

    /// Returns the message with its place.
    pub fn line(&self) -> String {
        let place = match &self.place {
            Some((file, line, column)) => format!("{file}:{line}:{column}: "),
            None => String::new(),
        };
        let hints = self
            .hints
            .iter()
            .map(|hint| format!(" ({hint})"))
            .collect::<String>();
        format!("{place}{}{hints}", self.message)
    }
}

/// Returns all messages with their places.
pub(crate) fn all<'a>(
    world: &DocumentWorld<'_>,
    list: impl IntoIterator<Item = &'a SourceDiagnostic>,
) -> Vec<Diagnostic> {
    list.into_iter()
        .map(|diagnostic| Diagnostic {
            fatal: diagnostic.severity == Severity::Error,
            place: place(world, diagnostic.span),
            message: diagnostic.message.to_string(),
            hints: diagnostic
                .hints
                .iter()
                .map(|hint| hint.v.to_string())
                .collect(),
        })
        .collect()
}

fn place(world: &DocumentWorld<'_>, span: DiagSpan) -> Option<(String, usize, usize)> {
    let id = span.id()?;
    let range = world.range(span)?;
    let (line, column) = match world.source(id) {
        Ok(source) => source.lines().byte_to_line_column(range.start)?,
        // Data files have no source; their places come from the bytes.
        Err(_) => {
            let bytes = world.file(id).ok()?;
            let text = std::str::from_utf8(&bytes).ok()?.to_owned();
            Lines::new(text).byte_to_line_column(range.start)?
        }
    };
    Some((
        id.vpath().get_without_slash().to_string(),
        line + 1,
        column + 1,
    ))
}
