//! `evb importera` as it is run: an export of a case system into a quarter
//! (`whole`), again (`again`), with faults (`faults`), and who holds the key
//! (`keys`).

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use evb::import::key::Key;

use crate::facts::root;

mod again;
mod export;
mod faults;
mod keys;
mod whole;

/// A folder with a nämnd whose last quarter has no rows, and its key.
struct Office {
    folder: tempfile::TempDir,
}

/// What a run of the program said.
struct Said {
    status: i32,
    out: String,
    err: String,
}

impl Office {
    fn new() -> Self {
        Self::with_key(7)
    }

    fn with_key(byte: u8) -> Self {
        let office = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let namnd = office.namnd();
        std::fs::create_dir_all(&namnd).unwrap();
        for entry in std::fs::read_dir(root().join("data/exempel-lss")).unwrap() {
            let from = entry.unwrap().path();
            std::fs::copy(&from, namnd.join(from.file_name().unwrap())).unwrap();
        }
        let path = namnd.join("namnd.yaml");
        let text = std::fs::read_to_string(&path).unwrap();
        let key = "\nnyckel: {sökväg: ../../nycklar/lss.txt}\n";
        std::fs::write(&path, text + key).unwrap();
        let quarter = std::fs::read_to_string(office.quarter()).unwrap();
        let (before, rest) = quarter.split_once("beslut:\n").unwrap();
        let (_, after) = rest.split_once("\n\n").unwrap();
        let empty = format!("{before}beslut: []\n\n{after}");
        std::fs::write(office.quarter(), empty).unwrap();
        office.write_key(byte);
        office
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn namnd(&self) -> PathBuf {
        self.at("data/exempel-lss")
    }

    fn quarter(&self) -> PathBuf {
        self.at("data/exempel-lss/2023-Q4.yaml")
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.quarter()).unwrap()
    }

    fn write_key(&self, byte: u8) {
        let key = self.at("nycklar/lss.txt");
        std::fs::create_dir_all(key.parent().unwrap()).unwrap();
        std::fs::write(key, Key::generate([byte; 32]).text()).unwrap();
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.at(name), bytes).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Said {
        run(self.folder.path(), arguments)
    }

    /// Imports the whole export, as it is.
    fn import(&self, name: &str, bytes: &[u8]) -> Said {
        self.write(name, bytes);
        self.run(&["importera", name, "--alla", "--ja"])
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_evb"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said {
        status: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}
