//! The world a template sees: a handful of virtual files, and nothing else.

use std::collections::HashMap;

use sha2::Digest;
use sha2::Sha256;
use typst::Feature;
use typst::Library;
use typst::LibraryExt;
use typst::World;
use typst::diag::FileError;
use typst::diag::FileResult;
use typst::diag::PackageError;
use typst::foundations::Bytes;
use typst::foundations::Datetime;
use typst::foundations::Duration;
use typst::syntax::FileId;
use typst::syntax::RootedPath;
use typst::syntax::Source;
use typst::syntax::VirtualPath;
use typst::syntax::VirtualRoot;
use typst::text::Font;
use typst::text::FontBook;
use typst::utils::LazyHash;

/// What all documents of a nämnd share.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: HashMap<FileId, (Source, Bytes)>,
    families: Vec<String>,
    look: String,
}

impl Press {
    /// Returns a press with fonts, the nämnd's own winning, and templates by
    /// file name.
    pub fn new<'a>(
        own: &[Vec<u8>],
        built_in: &[&'static [u8]],
        templates: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let mut look = Sha256::new();
        let own: Vec<Font> = own
            .iter()
            .inspect(|data| look.update(data))
            .flat_map(|data| Font::iter(Bytes::new(data.clone())))
            .collect();
        let mut families: Vec<String> = own.iter().map(|font| font.info().family.clone()).collect();
        families.sort();
        families.dedup();
        let built_in: Vec<Font> = built_in
            .iter()
            .inspect(|data| look.update(data))
            .flat_map(|data| Font::iter(Bytes::new(*data)))
            .collect();
        let fallback = built_in.first().map(|font| font.info().family.clone());
        families.extend(fallback.filter(|name| !families.contains(name)));
        let fonts = [own, built_in].concat();
        // Row headers in tables are among the engine's unfinished features; the
        // version is pinned because of them.
        let features = [Feature::A11yExtras].into_iter().collect();
        let templates = templates
            .into_iter()
            .inspect(|(name, text)| {
                look.update(name);
                look.update(text);
            })
            .map(|(name, text)| {
                let id = id(&format!("/{name}"));
                (
                    id,
                    (
                        Source::new(id, text.to_owned()),
                        Bytes::from_string(text.to_owned()),
                    ),
                )
            })
            .collect();
        Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            templates,
            families,
            look: look
                .finalize()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        }
    }

    /// Returns the font families, the nämnd's own first.
    pub fn families(&self) -> &[String] {
        &self.families
    }

    /// Returns a hash of the templates and the fonts.
    pub fn look(&self) -> &str {
        &self.look
    }
}

/// One document's world.
pub(crate) struct DocumentWorld<'p> {
    press: &'p Press,
    main: FileId,
    files: HashMap<FileId, Bytes>,
    today: Option<Datetime>,
}

impl<'p> DocumentWorld<'p> {
    pub(crate) fn new(
        press: &'p Press,
        template: &str,
        files: &[(&'static str, Vec<u8>)],
        today: Option<Datetime>,
    ) -> Self {
        Self {
            press,
            main: id(&format!("/{template}")),
            files: files
                .iter()
                .map(|(name, data)| (id(name), Bytes::new(data.clone())))
                .collect(),
            today,
        }
    }
}

/// Returns the id of a virtual path. Ids are kept for the life of the process,
/// so paths must come from a fixed set.
fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("virtual paths are fixed and valid");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn missing(id: FileId) -> FileError {
    match id.root() {
        VirtualRoot::Package(spec) => FileError::Package(PackageError::NotFound(spec.clone())),
        VirtualRoot::Project => FileError::NotFound(id.vpath().get_without_slash().into()),
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press
            .templates
            .get(&id)
            .map(|(source, _)| source.clone())
            .ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .get(&id)
            .or_else(|| self.press.templates.get(&id).map(|(_, bytes)| bytes))
            .cloned()
            .ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
