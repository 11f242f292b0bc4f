//! What can go wrong in the world, as opposed to in the user's data: a folder
//! that cannot be read, a file that cannot be written, a PDF that cannot be
//! exported. Every variant carries the path, every text is Swedish. Broken
//! rules in the user's files are findings (`crate::finding`), never errors.

use std::io;
use std::path::PathBuf;

/// A failure of the world; ends in exit status 2.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error("kan inte läsa «{path}»: {reason}", path = .path.display(), reason = swedish(.cause))]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// What the operating system said.
        cause: io::Error,
    },
    /// A file could not be written.
    #[error("kan inte skriva «{path}»: {reason}", path = .path.display(), reason = swedish(.cause))]
    Write {
        /// What was to be written.
        path: PathBuf,
        /// What the operating system said.
        cause: io::Error,
    },
    /// A file cannot be changed as it stands.
    #[error("kan inte ändra «{path}»: {reason}", path = .path.display())]
    Edit {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// There is no data at the given place.
    #[error(
        "hittar ingen nämnd i «{path}»: en nämnd är en mapp med filen namnd.yaml; \
         ange mappen data, en nämnds mapp eller en kvartalsfil",
        path = .path.display()
    )]
    NoData {
        /// Where the program looked.
        path: PathBuf,
    },
    /// A file has no published figures that can be compared.
    #[error("kan inte läsa siffrorna i «{path}»: {reason}", path = .path.display())]
    Figures {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A key list cannot be understood.
    #[error("kan inte läsa nyckellistan «{path}»: {reason}", path = .path.display())]
    KeyList {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Two things cannot be compared.
    #[error("«{a}» och «{b}» kan inte jämföras: {reason}", a = .a.display(), b = .b.display())]
    Unlike {
        /// The first.
        a: PathBuf,
        /// The second.
        b: PathBuf,
        /// Why.
        reason: String,
    },
    /// Somebody has changed a file since it was read.
    #[error(
        "«{path}» har ändrats under tiden och skrevs inte: kör kommandot igen",
        path = .path.display()
    )]
    ChangedMeanwhile {
        /// The file.
        path: PathBuf,
    },
    /// The system gives no random numbers.
    #[error("kan inte göra någon nyckel: systemet ger inga slumptal («{reason}»)")]
    Random {
        /// What the operating system said.
        reason: String,
    },
    /// A workbook could not be made.
    #[error("kan inte göra arbetsboken «{path}»: «{reason}»", path = .path.display())]
    Workbook {
        /// The file that was to be written.
        path: PathBuf,
        /// What the writer said, quoted.
        reason: String,
    },
    /// The typesetter could not make a PDF of a finished layout.
    #[error("kan inte göra PDF av «{path}»: {reason}", path = .path.display())]
    Export {
        /// The document that was to be written.
        path: PathBuf,
        /// What the exporter said, quoted.
        reason: String,
    },
}

/// Returns what the operating system said, in Swedish for the common cases.
fn swedish(cause: &io::Error) -> String {
    let text = match cause.kind() {
        io::ErrorKind::NotFound => "filen eller mappen finns inte",
        io::ErrorKind::PermissionDenied => {
            "åtkomst nekad (är filen öppen i ett annat program eller skrivskyddad?)"
        }
        io::ErrorKind::AlreadyExists => "den finns redan",
        io::ErrorKind::StorageFull => "disken är full",
        io::ErrorKind::ReadOnlyFilesystem => "disken är skrivskyddad",
        io::ErrorKind::NotADirectory => "en del av sökvägen är en fil, inte en mapp",
        io::ErrorKind::IsADirectory => "det är en mapp, inte en fil",
        _ => return format!("systemet svarar: «{cause}»"),
    };
    text.to_owned()
}
