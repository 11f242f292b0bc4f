//! A mapping with known keys: unknown, missing, doubled and empty ones.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::finding::Locus;
use crate::finding::Route;
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::Table;
use crate::load::keys::either;
use crate::load::schema::Checker;
use crate::load::schema::DUBBEL_NYCKEL;
use crate::load::schema::FEL_TYP;
use crate::load::schema::OKAND_NYCKEL;
use crate::load::schema::SAKNAD_NYCKEL;
use crate::load::schema::TOMT_VARDE;
use crate::load::schema::message::glued;
use crate::load::schema::message::spaced;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::load::tree::Node;
use crate::load::tree::Value;

/// One pair of a mapping, its key as text and as node.
pub(super) struct Pair<'n> {
    pub(super) name: &'n str,
    pub(super) key: &'n Node,
    pub(super) value: &'n Node,
}

impl Checker<'_> {
    pub(super) fn record(&mut self, node: &Node, table: &'static Table, route: &Route) {
        let known = |name: &'static Key| name.name;
        let pairs = self.unique(node, route, |name| table.key(name).map(known));
        let mut meant: BTreeSet<&str> = pairs.iter().map(|pair| pair.name).collect();
        for pair in &pairs {
            let inner = route.key(pair.name);
            match table.key(pair.name) {
                Some(key) => self.keyed(pair, key, &inner),
                None => meant.extend(self.unknown(pair.name, table, &inner)),
            }
        }
        let missing =
            |key: &&Key| key.required && key.name != "format" && !meant.contains(key.name);
        for key in table.keys.iter().filter(missing) {
            let message = format!("{} saknar «{}»", table.the, key.name);
            let help = format!("lägg till nyckeln, till exempel «{}»", key.example);
            self.value(route, (&SAKNAD_NYCKEL, message, help));
        }
    }

    /// Tells an unknown key; returns the known one that must have been meant.
    pub(super) fn unknown(
        &mut self,
        name: &str,
        table: &'static Table,
        route: &Route,
    ) -> Option<&'static str> {
        let names = || table.keys.iter().map(|key| key.name);
        let glued = glued(name).and_then(|(key, value)| Some((table.key(key)?.name, value)));
        let near = nearest(name, names());
        let help = match (glued, near) {
            (Some((key, value)), _) => spaced(key, value),
            (None, Some(near)) => format!("menade du «{near}»?"),
            (None, None) => {
                format!(
                    "{} kan ha {}",
                    table.the,
                    either(&names().collect::<Vec<_>>())
                )
            }
        };
        let message = format!("okänd nyckel «{}» i {}", shown(name), table.what);
        self.key(route, (&OKAND_NYCKEL, message, help));
        glued.map(|(key, _)| key).or(near)
    }

    /// Returns the pairs of a mapping, each key once, and tells keys that are
    /// no texts and known keys that are doubled. `meaning` says what a key
    /// means, if it is known; two spellings of the same word are doubled too.
    pub(super) fn unique<'n>(
        &mut self,
        node: &'n Node,
        route: &Route,
        meaning: impl Fn(&'n str) -> Option<&'n str>,
    ) -> Vec<Pair<'n>> {
        let mut seen: BTreeMap<&str, &Node> = BTreeMap::new();
        let mut pairs = vec![];
        for (key, value) in node.pairs() {
            let Some(name) = key.text() else {
                let message = "en nyckel ska vara en text".to_owned();
                let help = "kontrollera parenteser och kolon på raden".to_owned();
                self.value(route, (&FEL_TYP, message, help));
                continue;
            };
            let meant = meaning(name);
            let Some(first) = seen.get(meant.unwrap_or(name)) else {
                seen.insert(meant.unwrap_or(name), key);
                pairs.push(Pair { name, key, value });
                continue;
            };
            if meant.is_some() {
                let line = self.source.lines.line(first.span.start);
                let said = match first.text() {
                    Some(other) if other != name => {
                        format!("«{}» och «{}» är samma nyckel", shown(other), shown(name))
                    }
                    _ => format!("nyckeln «{}» står två gånger", shown(name)),
                };
                let help = format!("ta bort en av dem; den första står på rad {line}");
                self.tell(Locus::Bytes(key.span.clone()), (&DUBBEL_NYCKEL, said, help));
            }
        }
        pairs
    }

    pub(super) fn keyed(&mut self, pair: &Pair<'_>, key: &'static Key, route: &Route) {
        let nothing = match &pair.value.value {
            Value::Scalar { text, .. } => text.trim().is_empty(),
            Value::Map(pairs) => {
                pairs.is_empty() && key.required && matches!(key.kind, Kind::Map(..))
            }
            Value::List(_) | Value::Refused => false,
        };
        if !nothing {
            self.kind(pair.value, &key.kind, route, key.example);
            return;
        }
        let help = if self.commented_out(pair.key) {
            format!(
                "det som står efter # är en kommentar; sätt citattecken: «{}»",
                key.example
            )
        } else if matches!(key.kind, Kind::List(_)) {
            format!("skriv «{}: []» om listan ska vara tom", key.name)
        } else if key.required {
            format!("skriv till exempel «{}»", key.example)
        } else {
            format!(
                "skriv till exempel «{}», eller ta bort «{}»",
                key.example, key.name
            )
        };
        let message = format!("«{}» saknar värde", key.name);
        self.key(route, (&TOMT_VARDE, message, help));
    }

    /// Returns whether the value was swallowed by a `#`: `färg: #0b5a7a`.
    pub(super) fn commented_out(&self, key: &Node) -> bool {
        let rest = self.source.text.get(key.span.end..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let value = line.trim_start_matches(['"', '\'']).strip_prefix(':');
        value
            .and_then(|value| value.trim_start().strip_prefix('#'))
            .is_some_and(|comment| comment.starts_with(|c: char| c.is_alphanumeric()))
    }
}
