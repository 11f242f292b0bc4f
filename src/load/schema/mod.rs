//! Holds a tree against the key table: unknown, missing and doubled keys,
//! wrong kinds, dates that do not exist. Meaning across keys is `validate`'s.

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::keys::Table;
use crate::load::schema::message::Said;
use crate::load::source::Source;
use crate::load::tree::Node;
use crate::load::tree::Value;

mod dated;
mod kind;
mod record;
pub(crate) mod message;

pub(crate) use dated::FROM;
pub(crate) use dated::VALUE;
pub(crate) use dated::is_dated;
pub use message::nearest;
pub use message::shown;

/// An unknown key.
pub const OKAND_NYCKEL: Rule = Rule {
    slug: "okand-nyckel",
    level: Level::Error,
    fixed: true,
    explain: "En nyckel som programmet inte känner igen skulle annars tyst lämnas utan verkan, \
              till exempel ett felstavat «avbrott».",
    source: "Dataformat 1",
};
/// A missing key.
pub const SAKNAD_NYCKEL: Rule = Rule {
    slug: "saknad-nyckel",
    level: Level::Error,
    fixed: true,
    explain: "Utan nyckeln går det inte att veta vad posten betyder.",
    source: "Dataformat 1",
};
/// A key written twice.
pub const DUBBEL_NYCKEL: Rule = Rule {
    slug: "dubbel-nyckel",
    level: Level::Error,
    fixed: true,
    explain: "Står samma nyckel två gånger vet ingen vilket värde som gäller.",
    source: "YAML 1.2",
};
/// A value of the wrong kind.
pub const FEL_TYP: Rule = Rule {
    slug: "fel-typ",
    level: Level::Error,
    fixed: true,
    explain: "Värdet har inte den form som nyckeln kräver, till exempel text där ett antal ska stå.",
    source: "Dataformat 1",
};
/// Nothing where a value should be.
pub const TOMT_VARDE: Rule = Rule {
    slug: "tomt-varde",
    level: Level::Error,
    fixed: true,
    explain: "En nyckel utan värde kan vara en uppgift som någon glömde. Utelämnad nyckel betyder \
              att uppgiften saknas.",
    source: "Dataformat 1",
};
/// A date that is not in the calendar.
pub const OMOJLIGT_DATUM: Rule = Rule {
    slug: "omojligt-datum",
    level: Level::Error,
    fixed: true,
    explain: "Dagen finns inte i kalendern, så förfluten tid går inte att räkna.",
    source: "Gregorianska kalendern",
};
/// A word that is not in a closed list.
pub const OKANT_ORD: Rule = Rule {
    slug: "okant-ord",
    level: Level::Error,
    fixed: true,
    explain: "Nyckeln tar bara vissa ord, eftersom programmet räknar eller väljer på dem.",
    source: "Dataformat 1",
};
/// No `format`.
pub const FORMAT_SAKNAS: Rule = Rule {
    slug: "format-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Raden «format: 1» säger hur filen ska läsas. Då läser också senare versioner av \
              programmet den rätt.",
    source: "Dataformat 1",
};
/// A `format` this program does not know.
pub const NYARE_FORMAT: Rule = Rule {
    slug: "nyare-format",
    level: Level::Error,
    fixed: true,
    explain: "En fil i ett nyare format kan innehålla uppgifter som detta program inte förstår.",
    source: "Dataformat 1",
};

/// Checks a file against its table. `dated` says whether any value may be a
/// list of `{från, värde}`. A file in another format is not looked into.
pub fn check(source: &mut Source, table: &'static Table, dated: bool) -> Vec<Finding> {
    let Some(root) = &source.root else {
        return vec![];
    };
    if matches!(root.value, Value::Refused) {
        source.root = None;
        return vec![];
    }
    let mut checker = Checker {
        source,
        dated,
        findings: vec![],
    };
    if !matches!(root.value, Value::Map(_)) {
        let message = format!("{} ska bestå av nycklar med värden", table.the);
        let help = "skriv «nyckel: värde» på egna rader".to_owned();
        checker.value(&Route::default(), (&FEL_TYP, message, help));
        return checker.findings;
    }
    if let Some(other) = checker.other_format(root) {
        source.root = None;
        return vec![other];
    }
    checker.record(root, table, &Route::default());
    checker.findings
}

/// Looks values up in the key table and collects what is wrong.
struct Checker<'a> {
    source: &'a Source,
    dated: bool,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    fn tell(&mut self, locus: Locus, (rule, message, help): Said) {
        self.findings
            .push(Finding::new(rule, &self.source.path, locus, message, help));
    }

    fn value(&mut self, route: &Route, said: Said) {
        self.tell(Locus::Value(route.clone()), said);
    }

    fn key(&mut self, route: &Route, said: Said) {
        self.tell(Locus::Key(route.clone()), said);
    }

    /// The version comes first: nothing else is sure without it.
    fn other_format(&mut self, root: &Node) -> Option<Finding> {
        let Some(node) = root.get("format") else {
            let message = "filen saknar «format»".to_owned();
            let help = "skriv «format: 1» som första rad".to_owned();
            let start = root.span.start;
            self.tell(Locus::Bytes(start..start), (&FORMAT_SAKNAS, message, help));
            return None;
        };
        let text = node.text()?.trim();
        let (message, help) = match text.parse::<u32>() {
            Ok(1) => return None,
            Ok(2..) => (
                format!("filen har format {}, som kräver en nyare evb", shown(text)),
                "installera en nyare version av evb",
            ),
            _ if text.is_empty() => return None,
            _ => (
                format!("«{}» är inget format som evb känner till", shown(text)),
                "skriv «format: 1»",
            ),
        };
        let locus = Locus::Bytes(node.span.clone());
        Some(Finding::new(
            &NYARE_FORMAT,
            &self.source.path,
            locus,
            message,
            help,
        ))
    }
}
