//! Where a folder lies: whether what is put there may be copied elsewhere, into
//! the history of a git repository or to a service that synchronises folders.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that looks at folders"
)]

use std::path::Path;
use std::path::PathBuf;

/// Services that copy folders, by how the name of their folder begins in small
/// letters.
const SERVICES: [(&str, &str); 11] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("min enhet", "Google Drive"),
    ("icloud", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("mobile documents", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("sharepoint", "SharePoint"),
];

/// What copies a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copied {
    /// It lies in the working tree of a git repository.
    Git(PathBuf),
    /// It lies in a folder of a service that synchronises.
    Synced(&'static str),
}

/// Returns what copies a folder, whether it is there yet or not.
pub fn copied(folder: &Path) -> Vec<Copied> {
    let absolute = absolute(folder);
    let real = real(&absolute);
    let mut list = vec![];
    let git = real
        .ancestors()
        .find(|above| above.join(".git").symlink_metadata().is_ok());
    list.extend(git.map(|tree| Copied::Git(tree.to_owned())));
    let parts = absolute.components().chain(real.components());
    let mut names = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
    list.extend(names.find_map(|name| service(&name)).map(Copied::Synced));
    list
}

/// Returns whether there is a folder.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Returns a path from the root; nothing is asked of the disk but where the
/// program is run.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Returns a path without links and dots, as far as it is there.
pub fn real(path: &Path) -> PathBuf {
    let absolute = absolute(path);
    let mut missing = vec![];
    let mut there = absolute.as_path();
    loop {
        if let Ok(real) = there.canonicalize() {
            return missing
                .iter()
                .rev()
                .fold(real, |path, name| path.join(name));
        }
        let (Some(above), Some(name)) = (there.parent(), there.file_name()) else {
            return absolute;
        };
        missing.push(name.to_owned());
        there = above;
    }
}

/// Returns the service that a folder of this name belongs to.
fn service(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    SERVICES
        .iter()
        .find(|(begins, _)| name.starts_with(begins))
        .map(|(_, service)| *service)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(name: &str, expected: Option<&str>) {
        assert_eq!(service(name), expected, "{name}");
    }

    #[test]
    fn services_are_known_by_their_folders() {
        case("OneDrive", Some("OneDrive"));
        case("OneDrive - Exempelkommun", Some("OneDrive"));
        case("OneDrive-Exempelkommun", Some("OneDrive"));
        case("Dropbox (Privat)", Some("Dropbox"));
        case("GoogleDrive-namn", Some("Google Drive"));
        case("Min enhet", Some("Google Drive"));
        case("iCloudDrive", Some("iCloud"));
        case("Mobile Documents", Some("iCloud"));
        case("Dokument", None);
        case("Mina dokument", None);
        case("Drivhus", None);
    }
}
