//! The files an import reads beside the nämnd's, and those it would write.

use std::path::Path;
use std::path::PathBuf;

use crate::edit;
use crate::error::Error;
use crate::finding::Finding;
use crate::finding::draw::Placed;
use crate::import::key::Key;
use crate::import::lock;
use crate::import::lock::Found;
use crate::import::preview::Preview;
use crate::load::outside;
use crate::load::secret;
use crate::load::source::Source;
use crate::pipeline::bring::Work;
use crate::write;

/// What an import would do, ready to be written.
#[derive(Debug, Default)]
pub struct Brought {
    /// What is wrong, or to be known.
    pub findings: Vec<Placed>,
    /// What was asked for in vain.
    pub unmatched: Vec<String>,
    /// What else is to be known.
    pub notes: Vec<String>,
    /// What would be done; nothing where it cannot be.
    pub preview: Option<Preview>,
    files: Vec<Replaced>,
}

/// A file as it was read and as it would be.
#[derive(Debug)]
struct Replaced {
    path: PathBuf,
    before: Option<Vec<u8>>,
    after: Vec<u8>,
}

impl Brought {
    pub(super) fn unmatched(why: String) -> Self {
        Self {
            unmatched: vec![why],
            ..Self::default()
        }
    }

    pub(super) fn stopped(findings: Vec<Placed>) -> Self {
        Self {
            findings,
            ..Self::default()
        }
    }

    /// Adds a file of the nämnd's to write, if it would be another one.
    pub(super) fn replace(
        &mut self,
        path: &Path,
        source: &Source,
        text: &str,
    ) -> Result<(), Error> {
        self.put(path, now(path)?, edit::bytes(source, text));
        Ok(())
    }

    /// Adds a table for Excel, which needs the mark to read å, ä and ö.
    pub(super) fn table(&mut self, path: &Path, text: &str) -> Result<(), Error> {
        let after = [BYTE_ORDER_MARK, text.as_bytes()].concat();
        self.put(path, now(path)?, after);
        Ok(())
    }

    fn put(&mut self, path: &Path, before: Option<Vec<u8>>, after: Vec<u8>) {
        if before.as_ref() != Some(&after) {
            let path = path.to_owned();
            self.files.push(Replaced {
                path,
                before,
                after,
            });
        }
    }

    /// Returns whether there is anything to write.
    pub fn writes(&self) -> bool {
        !self.files.is_empty()
    }

    /// Writes what has been told; returns the files. A file that somebody has
    /// changed meanwhile stops it.
    pub fn write(&self) -> Result<Vec<&Path>, Error> {
        let mut written = vec![];
        for file in &self.files {
            if now(&file.path)? != file.before {
                return Err(Error::ChangedMeanwhile {
                    path: file.path.clone(),
                });
            }
            write::file(&file.path, &file.after)?;
            written.push(file.path.as_path());
        }
        Ok(written)
    }
}

/// Returns what a file holds now, if it is there.
fn now(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match outside::exists(path) {
        true => outside::bytes(path).map(Some),
        false => Ok(None),
    }
}

/// What a text file may begin with in Windows.
const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// Returns the nämnd's key, or why it cannot be used.
pub(super) fn key(work: &Work<'_>) -> Result<Result<Key, Box<Finding>>, Error> {
    let namnd = &work.folder.namnd;
    let found = match lock::path(namnd, work.quarter.last_day()) {
        None => None,
        Some((path, route)) => {
            let file = outside::from_folder(work.path, path);
            Some(Found {
                path: outside::shown(&file).to_string(),
                route,
                among_data: secret::exposed(work.path, &file).is_some(),
                text: outside::text_if_there(&file)?,
            })
        }
    };
    let quarters = work.folder.quarters.iter().map(|(_, source)| source);
    let files: Vec<_> = quarters.chain(&work.folder.bevakning).collect();
    Ok(lock::open(namnd, &files, found.as_ref()))
}

/// Returns the path of the list of ids and case numbers: beside the key.
pub(super) fn case_list(work: &Work<'_>) -> Option<PathBuf> {
    let (path, _) = lock::path(&work.folder.namnd, work.quarter.last_day())?;
    let key = outside::from_folder(work.path, path);
    let stem = key.file_stem()?.to_string_lossy().into_owned();
    Some(key.with_file_name(format!("{stem}-lista.csv")))
}
