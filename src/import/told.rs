//! What is wrong with a table, as it is found: every finding at its cell.
//!
//! No message shows a value of a person: what is quoted goes through the mask,
//! and where the whole cell is about a person it is not quoted at all.

use std::sync::Arc;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::load::schema::shown;
use crate::personal;

/// A file that is no table, or none that can be read.
pub const IMPORT_FIL: Rule = Rule {
    slug: "import-fil",
    level: Level::Error,
    fixed: true,
    explain: "Det som ska importeras är en tabell i Excel (.xlsx), ODS eller CSV. En fil som inte kan \
              läsas helt skulle ge rader som saknas.",
    source: "Dataformat 1, «evb importera»",
};
/// A column that is missing, doubled or not what it is said to be.
pub const IMPORT_KOLUMN: Rule = Rule {
    slug: "import-kolumn",
    level: Level::Error,
    fixed: true,
    explain: "Varje uppgift läses ur en kolumn med ett känt namn. Saknas den, eller finns den två \
              gånger, går det inte att veta vad raderna säger.",
    source: "Dataformat 1, «evb importera»",
};
/// A cell that is no day.
pub const IMPORT_DATUM: Rule = Rule {
    slug: "import-datum",
    level: Level::Error,
    fixed: true,
    explain: "Av datumen räknas om tre månader har gått. Ett datum som inte finns, eller som saknar \
              århundrade, gissas aldrig.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400)",
};
/// A cell that says something else than its column can hold.
pub const IMPORT_VARDE: Rule = Rule {
    slug: "import-varde",
    level: Level::Error,
    fixed: true,
    explain: "En cell som inte kan läsas skulle annars tyst lämnas utanför kvartalet.",
    source: "Dataformat 1, «evb importera»",
};
/// A row of which nobody can tell whom it is about.
pub const IMPORT_PERSON: Rule = Rule {
    slug: "import-person",
    level: Level::Error,
    fixed: true,
    explain: "Varje rad ska höra till en person eller ett beslut, så att den känns igen nästa kvartal, \
              men inget som pekar ut personen får sparas.",
    source: "26 kap. 1 § OSL (2009:400); dataskyddsförordningen artikel 5.1 c",
};
/// Something about the person that somebody should look at.
pub const IMPORT_KON_ALDER: Rule = Rule {
    slug: "import-kon-alder",
    level: Level::Warning,
    fixed: false,
    explain: "Kön och om det är ett barn avgörs av personnumret, födelsedatumet eller kolumnen kön. \
              Säger de emot varandra, eller räcker de inte, bör någon titta.",
    source: "28 h § LSS och 34 kap. 3 § SoL (2025:400): statistik uppdelad på kön",
};
/// Rows that are passed over.
pub const IMPORT_RAD: Rule = Rule {
    slug: "import-rad",
    level: Level::Warning,
    fixed: false,
    explain: "Det som hoppas över sägs, så att inget beslut faller bort tyst. En rad med en enda \
              ifylld cell är en rubrik eller en fotnot, och bara ett blad läses.",
    source: "Dataformat 1, «evb importera»",
};

/// Collects the findings of one table.
pub(super) struct Told {
    file: Arc<str>,
    list: Vec<Finding>,
    errors: usize,
}

impl Told {
    pub(super) fn new(file: &str) -> Self {
        Self {
            file: file.into(),
            list: vec![],
            errors: 0,
        }
    }

    /// Tells a fault of the whole file.
    pub(super) fn file(&mut self, rule: &'static Rule, message: &str, help: &str) {
        self.push(rule, Locus::File, message, help);
    }

    /// Tells a fault at a cell.
    pub(super) fn cell(&mut self, rule: &'static Rule, cell: &Arc<str>, message: &str, help: &str) {
        let cell: Arc<str> = personal::mask(cell).into();
        self.push(rule, Locus::Cell(cell), message, help);
    }

    /// Tells something that somebody should look at, at a cell.
    pub(super) fn look(&mut self, rule: &'static Rule, cell: &Arc<str>, message: &str, help: &str) {
        let errors = self.errors;
        self.cell(rule, cell, message, help);
        self.errors = errors;
        if let Some(finding) = self.list.last_mut() {
            finding.level = Level::Warning;
        }
    }

    fn push(&mut self, rule: &'static Rule, locus: Locus, message: &str, help: &str) {
        let message = personal::mask(message);
        let help = personal::mask(help);
        self.errors += usize::from(rule.level == Level::Error);
        self.list
            .push(Finding::new(rule, &self.file, locus, message, help));
    }

    /// Returns how many errors there are so far.
    pub(super) fn errors(&self) -> usize {
        self.errors
    }

    pub(super) fn into_list(self) -> Vec<Finding> {
        self.list
    }
}

/// Returns a text as it is to be written in YAML, in an example of what to write.
pub(super) fn yaml(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '/');
    let word = text.starts_with(char::is_alphabetic) && text.chars().all(plain);
    if word {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// Returns a value as it is quoted in a message: masked first, so that nothing
/// is cut out of a number's middle, then on one short line.
pub(super) fn quoted(value: &str) -> String {
    format!("«{}»", shown(&personal::mask(value)))
}
