//! Values that change over time: a list of `{från, värde}`.

use std::collections::BTreeSet;

use crate::finding::Locus;
use crate::finding::Route;
use crate::load::keys::Kind;
use crate::load::schema::Checker;
use crate::load::schema::DUBBEL_NYCKEL;
use crate::load::schema::FEL_TYP;
use crate::load::schema::OKAND_NYCKEL;
use crate::load::schema::SAKNAD_NYCKEL;
use crate::load::schema::TOMT_VARDE;
use crate::load::schema::shown;
use crate::load::tree::Node;

/// The key of the day.
pub(crate) const FROM: &str = "från";
/// The key of what holds from it.
pub(crate) const VALUE: &str = "värde";

/// Returns whether a node is a list of `{från, värde}`.
pub(crate) fn is_dated(node: &Node) -> bool {
    let items = node.items();
    items.iter().any(|item| item.get(VALUE).is_some())
        || !items.is_empty() && items.iter().all(only_dated_keys)
}

fn only_dated_keys(node: &Node) -> bool {
    let pairs = node.pairs();
    let dated = |key: &Node| matches!(key.text(), Some(FROM | VALUE));
    !pairs.is_empty() && pairs.iter().all(|(key, _)| dated(key))
}

impl Checker<'_> {
    /// Checks a dated value; returns whether it was one.
    pub(super) fn is_dated(
        &mut self,
        node: &Node,
        kind: &'static Kind,
        route: &Route,
        example: &str,
    ) -> bool {
        let has_from = matches!(kind, Kind::Record(table) if table.key(FROM).is_some());
        if only_dated_keys(node) && !has_from {
            let message = "ett värde med «från» ska stå i en lista".to_owned();
            let help = "flytta det till en egen rad med ett streck (-) framför".to_owned();
            self.value(route, (&FEL_TYP, message, help));
            return true;
        }
        if !is_dated(node) {
            return false;
        }
        let mut days = BTreeSet::new();
        for (index, item) in node.items().iter().enumerate() {
            let at = route.index(index);
            self.version(item, kind, &at, example);
            let from = item.get(FROM).and_then(Node::text).unwrap_or_default();
            if !days.insert(from.trim()) {
                let (message, verb) = if from.is_empty() {
                    ("två poster saknar «från»".to_owned(), "lägg till")
                } else {
                    (format!("två poster gäller från {}", shown(from)), "ändra")
                };
                let help = format!("{verb} «från» i en av dem, eller ta bort den");
                self.value(&at, (&DUBBEL_NYCKEL, message, help));
            }
        }
        true
    }

    fn version(&mut self, item: &Node, kind: &'static Kind, at: &Route, example: &str) {
        let pairs = self.unique(item, at, |name| {
            matches!(name, FROM | VALUE).then_some(name)
        });
        for pair in pairs {
            let inner = at.key(pair.name);
            match pair.name {
                FROM | VALUE if pair.value.is_empty() => {
                    let message = format!("«{}» är tomt", pair.name);
                    let help = "fyll i det, eller ta bort posten".to_owned();
                    self.key(&inner, (&TOMT_VARDE, message, help));
                }
                FROM => self.kind(pair.value, &Kind::Date, &inner, "från: 2025-01-01"),
                VALUE => self.kind(pair.value, kind, &inner, example),
                other => {
                    let message = format!("okänd nyckel «{}» i ett daterat värde", shown(other));
                    let help = "ett daterat värde har bara «från» och «värde»".to_owned();
                    self.key(&inner, (&OKAND_NYCKEL, message, help));
                }
            }
        }
        if item.get(VALUE).is_none() {
            let message = "posten saknar «värde»".to_owned();
            let help = "skriv {från: 2025-01-01, värde: …}".to_owned();
            self.tell(Locus::Value(at.clone()), (&SAKNAD_NYCKEL, message, help));
        }
    }
}
