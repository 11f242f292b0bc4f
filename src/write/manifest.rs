//! What was made of what, per nämnd: which documents are stale, and why.
//!
//! The manifest lies beside the documents and may be deleted with them. It is
//! no record of what was decided.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use sha2::Digest;
use sha2::Sha256;

use crate::error::Error;
use crate::write;

/// What a document is made of, as hashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The value, the charts, the figures, the logo.
    content: String,
    /// The templates and the fonts.
    look: String,
    /// The program's version.
    program: String,
    /// The written file itself.
    file: String,
}

/// Why a document is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is no file.
    New,
    /// The file is not one that this program knows, or has been changed.
    File,
    /// The data, or a text, has changed.
    Content,
    /// A template or a font has changed.
    Look,
    /// The program has changed.
    Program,
    /// Only pictures of the pages were asked for.
    Pictures,
}

impl Reason {
    /// Returns the reason in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "ny: filen finns inte",
            Self::File => "görs om: filen har ändrats eller är skadad",
            Self::Content => "görs om: uppgifterna har ändrats",
            Self::Look => "görs om: mall eller typsnitt har ändrats",
            Self::Program => "görs om: programmet är en annan version",
            Self::Pictures => "sidbilder",
        }
    }
}

fn hash(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        let part = part.as_ref();
        // Lengths first, so that parts cannot flow into each other.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Stamp {
    /// Returns the stamp of a document that is not yet written.
    pub fn new<'a>(
        files: impl Iterator<Item = (&'a str, &'a Vec<u8>)>,
        look: &str,
        ident: &str,
    ) -> Self {
        let mut parts: Vec<&[u8]> = vec![ident.as_bytes()];
        for (name, bytes) in files {
            parts.extend([name.as_bytes(), bytes]);
        }
        Self {
            content: hash(parts),
            look: look.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            file: String::new(),
        }
    }

    /// Returns the stamp with the hash of the written file.
    pub fn written(self, pdf: &[u8]) -> Self {
        Self {
            file: hash([pdf]),
            ..self
        }
    }
}

/// The documents of one nämnd.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    documents: BTreeMap<String, Stamp>,
    #[serde(skip)]
    folder: PathBuf,
}

impl Manifest {
    /// Reads a nämnd's manifest; one that cannot be read is as none.
    pub fn read(out: &Path, namnd: &str) -> Self {
        let folder = out.join(namnd);
        let read = write::read(&Self::path(&folder))
            .and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok())
            .filter(|manifest| manifest.format == 1);
        Self {
            format: 1,
            folder,
            ..read.unwrap_or_default()
        }
    }

    fn path(folder: &Path) -> PathBuf {
        folder.join("manifest.json")
    }

    fn key(&self, target: &Path) -> String {
        let inside = target.strip_prefix(&self.folder).unwrap_or(target);
        inside.to_string_lossy().replace('\\', "/")
    }

    /// Returns why a document must be made, or nothing if it is up to date.
    pub fn stale(&self, target: &Path, now: &Stamp) -> Option<Reason> {
        let Some(bytes) = write::read(target) else {
            return Some(Reason::New);
        };
        let Some(then) = self.documents.get(&self.key(target)) else {
            return Some(Reason::File);
        };
        if then.file != hash([&bytes]) {
            Some(Reason::File)
        } else if then.content != now.content {
            Some(Reason::Content)
        } else if then.look != now.look {
            Some(Reason::Look)
        } else if then.program != now.program {
            Some(Reason::Program)
        } else {
            None
        }
    }

    /// Notes a document that has been made.
    pub fn put(&mut self, target: &Path, stamp: Stamp) {
        let key = self.key(target);
        self.documents.insert(key, stamp);
    }

    /// Writes the manifest, without documents whose files are gone.
    pub fn save(&mut self, out: &Path, namnd: &str) -> Result<(), Error> {
        let folder = out.join(namnd);
        self.documents
            .retain(|name, _| write::exists(&folder.join(name)));
        if self.documents.is_empty() {
            return Ok(());
        }
        let mut bytes = serde_json::to_vec_pretty(self).expect("a manifest is plain data");
        bytes.push(b'\n');
        let path = Self::path(&folder);
        if write::read(&path).as_ref() == Some(&bytes) {
            Ok(())
        } else {
            write::file(&path, &bytes)
        }
    }
}
