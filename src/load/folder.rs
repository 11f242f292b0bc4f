//! One nämnd's folder: which of its files are read, and what their names say.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that reads files"
)]

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::load::Folder;
use crate::load::decided;
use crate::load::decided::Archive;
use crate::load::file_name;
use crate::load::keys;
use crate::load::name_of;
use crate::load::own;
use crate::load::own::Own;
use crate::load::path_of;
use crate::load::role::NAMND;
use crate::load::role::Role;
use crate::load::role::role;
use crate::load::schema;
use crate::load::source;
use crate::load::source::Source;
use crate::load::values;
use crate::load::walk;
use crate::model::quarter::Quarter;

/// A YAML file whose name says nothing.
pub const OKANT_FILNAMN: Rule = Rule {
    slug: "okant-filnamn",
    level: Level::Error,
    fixed: true,
    explain: "En YAML-fil som inte heter som ett kvartal skulle annars tyst lämnas utanför \
              rapporterna.",
    source: "Dataformat 1",
};
/// A link among the files.
pub const LANK: Rule = Rule {
    slug: "lank",
    level: Level::Warning,
    fixed: true,
    explain: "Länkar följs inte, så att programmet aldrig läser något utanför mappen.",
    source: "Dataformat 1",
};
/// Quarters without a nämnd.
pub const NAMND_SAKNAS: Rule = Rule {
    slug: "namnd-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Kvartalsfiler utan namnd.yaml hör inte till någon nämnd och kan inte bli handlingar.",
    source: "Dataformat 1",
};
/// A folder name that is no id.
pub const MAPPNAMN: Rule = Rule {
    slug: "mappnamn",
    level: Level::Error,
    fixed: true,
    explain: "Mappens namn blir en del av PDF-filernas sökväg, så det skrivs med a–z, 0–9 och \
              bindestreck.",
    source: "Dataformat 1",
};

/// Reads the files of a folder.
pub(super) fn read(folder: &Path) -> (Folder, Vec<Error>) {
    let mut errors = vec![];
    let mut files = Files::default();
    for file in walk(folder, &mut errors) {
        let name = file_name(&file);
        let role = role(&name);
        if matches!(role, Role::Other) {
            continue;
        }
        if file.is_symlink() {
            files.findings.push(Finding::new(
                &LANK,
                &path_of(&file),
                Locus::File,
                "filen är en länk och läses inte",
                "lägg själva filen i mappen om den ska läsas",
            ));
            continue;
        }
        let path = path_of(&file);
        let content = || read_file(&file, Arc::clone(&path));
        if let Err(error) = files.take(role, &name, &path, content) {
            errors.push(error);
        }
    }
    let whole = errors.is_empty();
    let beside = Beside {
        own: own::read(folder, &mut files.findings, &mut errors),
        archive: decided::read(folder, &mut files.findings, &mut errors),
    };
    let path = path_of(&folder.join(NAMND));
    let folder = files.into_folder(name_of(folder), &path, whole, beside);
    (folder, errors)
}

/// Returns the folder that files in memory make: names and bytes.
pub(super) fn in_memory(name: &str, given: &[(&str, &[u8])]) -> Folder {
    let mut files = Files::default();
    for (file, bytes) in given {
        let path: Arc<str> = format!("{name}/{file}").into();
        let content = || Ok::<_, Infallible>(Source::read(Arc::clone(&path), bytes));
        let Ok(()) = files.take(role(file), file, &path, content);
    }
    let path = format!("{name}/{NAMND}").into();
    files.into_folder(name.to_owned(), &path, true, Beside::default())
}

/// What lies beside a nämnd's data.
#[derive(Default)]
struct Beside {
    own: Own,
    archive: Archive,
}

/// The files of a folder, one by one.
#[derive(Default)]
struct Files {
    namnd: Option<Source>,
    /// Whether a file nearly has the name of `namnd.yaml`.
    nearly_namnd: bool,
    quarters: Vec<(Quarter, Source)>,
    bevakning: Option<Source>,
    import: Option<Source>,
    findings: Vec<Finding>,
}

impl Files {
    /// Takes one file; its content is asked for only if it is read.
    fn take<E>(
        &mut self,
        role: Role,
        name: &str,
        path: &Arc<str>,
        content: impl FnOnce() -> Result<(Source, Vec<Finding>), E>,
    ) -> Result<(), E> {
        let table = match &role {
            Role::Other => return Ok(()),
            Role::Misnamed(help) => {
                self.nearly_namnd |= help.contains(NAMND);
                let message = format!("filen «{name}» läses inte");
                let finding = Finding::new(&OKANT_FILNAMN, path, Locus::File, message, help);
                self.findings.push(finding);
                return Ok(());
            }
            Role::Namnd => &keys::NAMND,
            Role::Quarter(_) => &keys::QUARTER,
            Role::Bevakning => &keys::BEVAKNING,
            Role::Import => &keys::IMPORT,
        };
        let (mut source, faults) = content()?;
        self.findings.extend(faults);
        let dated = keys::is_dated(table);
        self.findings
            .extend(schema::check(&mut source, table, dated));
        match role {
            Role::Namnd => self.namnd = Some(source),
            Role::Quarter(quarter) => self.quarters.push((quarter, source)),
            Role::Bevakning => self.bevakning = Some(source),
            Role::Import => self.import = Some(source),
            Role::Other | Role::Misnamed(_) => {}
        }
        Ok(())
    }

    /// Returns the folder; `whole` says whether all its files could be read.
    fn into_folder(mut self, name: String, path: &Arc<str>, whole: bool, beside: Beside) -> Folder {
        if self.namnd.is_none() && whole && !self.nearly_namnd {
            self.findings.push(Finding::new(
                &NAMND_SAKNAS,
                path,
                Locus::File,
                "mappen har kvartalsfiler men ingen namnd.yaml",
                "lägg en namnd.yaml i mappen; exemplen i data/ visar hur den ser ut",
            ));
        }
        if let Some(why) = values::bad_id(&name) {
            self.findings.push(Finding::new(
                &MAPPNAMN,
                path,
                Locus::File,
                format!("mappen «{name}» kan inte vara en del av utdatafilernas namn: {why}"),
                "döp om mappen, till exempel till socialnamnden",
            ));
        }
        self.quarters.sort_by_key(|(quarter, _)| *quarter);
        Folder {
            name,
            namnd: self
                .namnd
                .unwrap_or_else(|| Source::without_text(Arc::clone(path))),
            quarters: self.quarters,
            bevakning: self.bevakning,
            import: self.import,
            own: beside.own,
            decided: beside.archive.decided,
            undecidable: beside.archive.unknown,
            findings: self.findings,
        }
    }
}

fn read_file(file: &Path, path: Arc<str>) -> Result<(Source, Vec<Finding>), Error> {
    let failed = |cause| Error::Read {
        path: file.to_owned(),
        cause,
    };
    let meta = std::fs::metadata(file).map_err(failed)?;
    // A pipe or a device has no end; only plain files are read.
    if !meta.is_file() {
        return Err(failed(std::io::ErrorKind::InvalidInput.into()));
    }
    if meta.len() > source::LARGEST {
        return Ok(Source::too_large(path, meta.len()));
    }
    let bytes = std::fs::read(file).map_err(failed)?;
    Ok(Source::read(path, &bytes))
}
