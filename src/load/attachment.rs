//! The figures that travel inside a PDF: the attached file `siffror.json`.
//!
//! Bytes in, bytes out. A file that is no PDF, is torn or has nothing attached
//! gives nothing.

use hayro_syntax::Pdf;
use hayro_syntax::object::Array;
use hayro_syntax::object::Dict;
use hayro_syntax::object::Object;
use hayro_syntax::object::Stream;
use hayro_syntax::object::String;

/// The name it is attached under.
const NAME: &[u8] = b"siffror.json";

/// How deep a tree of names is followed: ours has one level, and one that
/// points at itself has no end.
const DEEPEST: usize = 8;

/// Returns the attached figures.
pub(super) fn figures(pdf: Vec<u8>) -> Option<Vec<u8>> {
    let pdf = Pdf::new(pdf).ok()?;
    let xref = pdf.xref();
    let catalog: Dict<'_> = xref.get(xref.root_id())?;
    let names: Dict<'_> = catalog.get("Names")?;
    in_tree(&names.get("EmbeddedFiles")?, DEEPEST)
}

/// Looks for the file in a tree of names.
fn in_tree(node: &Dict<'_>, depth: usize) -> Option<Vec<u8>> {
    let files: Option<Array<'_>> = node.get("Names");
    // Names and files by turns.
    for object in files.iter().flat_map(Array::iter::<Object<'_>>) {
        let Object::Dict(file) = object else { continue };
        let name: Option<String<'_>> = file.get("UF").or_else(|| file.get("F"));
        if name.is_some_and(|name| is_named(name.as_bytes())) {
            let embedded: Dict<'_> = file.get("EF")?;
            let stream: Stream<'_> = embedded.get("UF").or_else(|| embedded.get("F"))?;
            return Some(stream.decoded().ok()?.into_owned());
        }
    }
    let kids: Array<'_> = node.get("Kids")?;
    let depth = depth.checked_sub(1)?;
    kids.iter::<Dict<'_>>().find_map(|kid| in_tree(&kid, depth))
}

/// Returns whether a name is ours, also where it is written in UTF-16.
fn is_named(name: &[u8]) -> bool {
    let plain: Vec<u8> = match name.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => wide.chunks(2).filter_map(|c| c.last().copied()).collect(),
        None => name.to_vec(),
    };
    plain.ends_with(NAME)
}
